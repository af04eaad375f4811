/** Where pages stand, as far as their headers depend on it. */
export interface PageGround {
  /** `local` is this machine, which has no certificate. */
  readonly stage: string;
  /** Origin of the bucket: photographs go there by links of minutes. On this machine it is the same origin. */
  readonly objectsOrigin?: string | undefined;
}

/**
 * The policy of the pages: what they load comes from here, what they run is a file of ours, and nobody may frame them. The style
 * sheets that Taro's scripts put into the page are named one by one, by hash.
 */
function contentPolicy({ objectsOrigin }: PageGround, styles: readonly string[]): string {
  const ours = ["'self'", ...(objectsOrigin ? [objectsOrigin] : [])].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styles.map((hash) => `'sha256-${hash}'`)].join(' '),
    // Taro's dialogs set their places as attributes; what these name is still loaded by the other lines only
    "style-src-attr 'unsafe-inline'",
    // codes and drawings are made on the page, photographs are shown before they are sent
    `img-src ${ours} data: blob:`,
    // the icons of WeUI lie in its style sheet
    'font-src data:',
    `connect-src ${ours}`,
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The gate scans and asks whether somebody is near; nothing else of the device is wanted. */
const permissions =
  'camera=(self), geolocation=(self), screen-wake-lock=(self), fullscreen=(self), microphone=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), publickey-credentials-get=()';

/** What a page or its worker may do; `styles` are the hashes of the build. */
export const pageHeaders = (ground: PageGround, styles: readonly string[]): Record<string, string> => ({
  'content-security-policy': contentPolicy(ground, styles),
  'permissions-policy': permissions,
});

/** What goes with every answer; whoever opens a file as if it were a page gets nothing to run. */
export function fileHeaders({ stage }: PageGround): Record<string, string> {
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(stage === 'local' ? {} : { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}
