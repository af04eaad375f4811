interface Spoken {
  role?: string | undefined;
  label?: string | undefined;
  live?: 'polite' | 'assertive' | undefined;
  hidden?: boolean | undefined;
  checked?: boolean | undefined;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  expanded?: boolean | undefined;
}

const namedForWechat = (key: string): string => `aria${key.charAt(0).toUpperCase()}${key.slice(1)}`;
const namedForBrowser = (key: string): string => (key === 'role' ? 'role' : `aria-${key}`);
const isWechat = process.env.TARO_ENV === 'weapp';

/** What a screen reader is told, in the words of the platform: `ariaRole` in WeChat, `role` and `aria-…` in a browser. */
export function aria(spoken: Spoken): Record<string, string | boolean> {
  const told: Record<string, string | boolean> = {};
  for (const [key, value] of Object.entries(spoken) as [string, string | boolean | undefined][]) {
    if (value === undefined) continue;
    if (isWechat) told[namedForWechat(key)] = value;
    else told[namedForBrowser(key)] = String(value);
  }
  return told;
}
