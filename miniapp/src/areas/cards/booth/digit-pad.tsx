import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { addressNow } from '../../../nav.ts';
import { aria } from '../../../ui/aria.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Tap } from '../../../ui/tap.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** The four places, and beside them the button that scans instead. Tapping the places begins anew. */
export function DigitPlaces({ typed, busy, onScan, onClear }: { typed: string; busy: boolean; onScan: () => void; onClear: () => void }) {
  return (
    <View className="places">
      <Tap className="places-four" label={typed ? `号码 ${Array.from(typed).join(' ')}，点一下重输` : '还没输号码'} onTap={onClear}>
        {[0, 1, 2, 3].map((at) => (
          <View key={at} className={`place ${at === typed.length ? 'is-next' : ''}`}>
            {typed[at] ?? ''}
          </View>
        ))}
      </Tap>
      <Tap className="places-scan" label="扫对方的码" onTap={onScan} disabled={busy}>
        {busy ? <View className="spin" /> : <Icon name="scan" size={26} />}扫
      </Tap>
    </View>
  );
}

/** At a desktop the keyboard's own digits work too, unless one is typing into a field or another page lies above. */
function useKeyboard(onDigit: (digit: string) => void, onBack: () => void): void {
  const latest = useRef({ onDigit, onBack });
  latest.current = { onDigit, onBack };
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const here = addressNow();
    const press = (event: KeyboardEvent): void => {
      if (addressNow() !== here || /^(input|textarea|select)$/i.test((event.target as HTMLElement).tagName) || event.ctrlKey || event.metaKey) return;
      if (/^\d$/.test(event.key)) latest.current.onDigit(event.key);
      else if (event.key === 'Backspace') latest.current.onBack();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** Ten large digits for a thumb. */
export function DigitPad({ onDigit, onBack, onClear }: { onDigit: (digit: string) => void; onBack: () => void; onClear: () => void }) {
  useKeyboard(onDigit, onBack);
  return (
    <View className="pad" {...aria({ label: '输四位号码' })}>
      {digits.map((digit) => (
        <Tap key={digit} className="pad-key" onTap={() => onDigit(digit)}>
          {digit}
        </Tap>
      ))}
      <Tap className="pad-key is-word" onTap={onClear}>
        重输
      </Tap>
      <Tap className="pad-key" onTap={() => onDigit('0')}>
        0
      </Tap>
      <Tap className="pad-key is-word" onTap={onBack}>
        退一格
      </Tap>
    </View>
  );
}
