/** Taro's WXML leaves out every aria attribute; these, on these, are put back, so that TalkBack and VoiceOver can read our parts. */
const spoken = {
  'aria-role': '',
  'aria-label': '',
  'aria-live': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-expanded': '',
};

/** The build writes them into the templates and the phone must number them alike, so both read this. */
export const spokenParts = (): Record<string, Record<string, string>> =>
  Object.fromEntries(['View', 'Button', 'Input', 'Textarea', 'Image'].map((part) => [part, { ...spoken }]));
