import { Image } from '@tarojs/components';
import { create } from 'qrcode/lib/core/qrcode';
import { useMemo } from 'react';
import { aria } from './aria.ts';

const quiet = 2;
const base64Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of ASCII text; WeChat has no btoa. */
function base64(ascii: string): string {
  let out = '';
  for (let i = 0; i < ascii.length; i += 3) {
    const [a = 0, b, c] = [ascii.charCodeAt(i), ascii.charCodeAt(i + 1) || undefined, ascii.charCodeAt(i + 2) || undefined];
    out += base64Letters.charAt(a >> 2) + base64Letters.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    out += b === undefined ? '=' : base64Letters.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    out += c === undefined ? '=' : base64Letters.charAt(c & 63);
  }
  return out;
}

/** Dark runs of every line as one path: a few hundred bytes instead of a thousand views. */
function drawing(text: string): string {
  // Bytes, not text: WeChat lacks the TextEncoder that the text form needs, and our codes are ASCII.
  const bytes = Array.from(text, (letter) => letter.charCodeAt(0));
  const { size, data } = create([{ data: bytes, mode: 'byte' }], { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!data[y * size + x]) continue;
      const from = x;
      while (x + 1 < size && data[y * size + x + 1]) x += 1;
      path += `M${from + quiet} ${y + quiet}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  }
  const side = size + 2 * quiet;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side * 8}" height="${side * 8}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path fill="#14262B" d="${path}"/></svg>`;
}

/** A code to be scanned, for ASCII text; correction level M. `size` in px. */
export function QrCode({ text, size = 180, label = '二维码' }: { text: string; size?: number; label?: string }) {
  const address = useMemo(() => `data:image/svg+xml;base64,${base64(drawing(text))}`, [text]);
  return <Image className="qr" src={address} style={{ width: `${size}px`, height: `${size}px` }} {...aria({ role: 'img', label })} />;
}
