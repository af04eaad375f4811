/** Each has its drawing in style/icons.scss. */
export const iconNames = [
  'back', 'chev', 'down', 'close', 'clock', 'pin', 'building', 'people', 'user', 'check', 'okc', 'x',
  'minus', 'off', 'up', 'synced', 'speaker', 'scan', 'keypad', 'search', 'mic', 'sliders', 'bed', 'bowl',
  'bolt', 'saw', 'guard', 'spark', 'care', 'box', 'wok', 'wrench', 'gear', 'phone', 'lock', 'eyeoff',
  'chat', 'undo', 'battery', 'star', 'calendar', 'wallet', 'home', 'bell', 'doc', 'camera', 'plus', 'flag',
  'warn', 'info', 'scales', 'printer', 'download', 'refresh', 'train', 'swap', 'type', 'book', 'strip', 'edit',
  'image', 'nav', 'cap', 'map', 'list', 'expand', 'clockwarn', 'gift', 'leaf', 'torch', 'out', 'trash',
] as const;
export type IconName = (typeof iconNames)[number];
