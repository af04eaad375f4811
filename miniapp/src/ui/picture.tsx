import { Image } from '@tarojs/components';
import hero from '../art/hero.svg';
import heroMist from '../art/hero-mist.svg';
import horizon from '../art/horizon.svg';
import horizonMist from '../art/horizon-mist.svg';
import horizonPale from '../art/horizon-pale.svg';
import mark from '../art/mark.svg';
import { aria } from './aria.ts';

const pictures = { hero, 'hero-mist': heroMist, horizon, 'horizon-mist': horizonMist, 'horizon-pale': horizonPale, mark };
export type PictureName = keyof typeof pictures;

/** One of our pictures; at most one on a page. It decorates and says nothing to a screen reader. */
export function Picture({ name, className = '', size }: { name: PictureName; className?: string; size?: number }) {
  return (
    <Image
      src={pictures[name]}
      mode="aspectFill"
      className={className}
      {...(size && { style: { width: `${size}px`, height: `${size}px` } })}
      {...aria({ hidden: true })}
    />
  );
}
