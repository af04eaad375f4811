import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import type { IconName } from './icon-names.ts';
import { sizeStyle } from './size-style.ts';

/** A line icon in the colour of the text around it. It never stands without its word, so it is hidden from readers. `size` in px before the reader's own setting. */
export function Icon({ name, size, className = '' }: { name: IconName; size?: number; className?: string }) {
  return <View className={`i i-${name} ${className}`} style={size ? sizeStyle(size) : undefined} {...aria({ hidden: true })} />;
}
