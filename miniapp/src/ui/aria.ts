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

const named = (key: string): string => `aria${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** What a screen reader is told, in the words of the platform: `ariaRole` in WeChat, `role` and `aria-…` in a browser. */
export function aria(spoken: Spoken): Record<string, string | boolean> {
  const told: Record<string, string | boolean> = {};
  for (const [key, value] of Object.entries(spoken)) {
    if (value === undefined) continue;
    if (process.env.TARO_ENV === 'weapp') told[named(key)] = value;
    else told[key === 'role' ? 'role' : `aria-${key}`] = typeof value === 'boolean' ? String(value) : value;
  }
  return told;
}
