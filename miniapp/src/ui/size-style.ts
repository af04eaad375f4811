import type { CSSProperties } from 'react';

/** The CSS variable that an icon takes its size from. */
export const sizeStyle = (px: number): CSSProperties => ({ '--is': `${px}px` }) as CSSProperties;
