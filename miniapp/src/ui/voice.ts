import { useEffect, useState } from 'react';

const synth = (): SpeechSynthesis | undefined => (process.env.TARO_ENV === 'h5' && typeof speechSynthesis !== 'undefined' ? speechSynthesis : undefined);
const speaksChinese = (): boolean =>
  Boolean(
    synth()
      ?.getVoices()
      .some((voice) => voice.lang.startsWith('zh')),
  );

/** Has this device a Chinese voice? WeChat gives mini-programs none of its own. */
export function useVoice(): boolean {
  const [has, setHas] = useState(speaksChinese);
  useEffect(() => {
    const voices = synth();
    const heard = (): void => setHas(speaksChinese());
    voices?.addEventListener?.('voiceschanged', heard);
    return () => voices?.removeEventListener?.('voiceschanged', heard);
  }, []);
  return has;
}

/** Reads a sentence aloud, in place of whatever was being read. */
export function say(words: string): void {
  const voices = synth();
  if (!voices) return;
  voices.cancel();
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = 'zh-CN';
  utterance.rate = 0.9;
  voices.speak(utterance);
}
