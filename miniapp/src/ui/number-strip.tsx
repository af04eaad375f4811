import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';
import { QrCode } from './qr-code.tsx';

interface StripProps {
  /** Undefined while the number is still awaited. */
  number: number | undefined;
  title?: ReactNode;
  aside?: ReactNode;
  /** Text of the code in the lower half; without it the strip has no lower half. */
  code?: string | undefined;
  /** Beside the code. */
  words?: ReactNode;
  /** Below the tear in place of a code, while there is none. */
  low?: ReactNode;
}

const digitByDigit = (number: number): string => Array.from(spokenNumber(number)).join(' ');

/** The number a person carries, as the paper strip shows it: yellow edge, four digits, code to scan below the tear. */
export function NumberStrip({ number, title = '您今天的号码', aside, code, words, low }: StripProps) {
  return (
    <View className="strip">
      <View className="strip-top">
        <View>{title}</View>
        {aside}
      </View>
      {number === undefined ? (
        <View className="slots">
          {[0, 1, 2, 3].map((place) => (
            <View key={place} className="slot" />
          ))}
        </View>
      ) : (
        <View className="strip-digits" {...aria({ label: digitByDigit(number), live: 'polite' })}>
          {spokenNumber(number)}
        </View>
      )}
      {code && (
        <>
          <View className="strip-tear" />
          <View className="strip-low">
            <QrCode text={code} size={94} />
            <View className="grow">{words}</View>
          </View>
        </>
      )}
      {low && (
        <>
          <View className="strip-tear" />
          <View className="strip-low">{low}</View>
        </>
      )}
    </View>
  );
}

/** The strip in one line: number at the left, anything at the right. */
export function NumberLine({ number, title = '号码条', aside }: { number: number; title?: ReactNode; aside?: ReactNode }) {
  return (
    <View className="strip">
      <View className="strip-line">
        <View className="grow">
          <View className="small t2">{title}</View>
          <View className="strip-digits is-small" {...aria({ label: digitByDigit(number) })}>
            {spokenNumber(number)}
          </View>
        </View>
        {aside}
      </View>
    </View>
  );
}
