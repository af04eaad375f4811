import { Icon } from './icon.tsx';
import { Tap } from './tap.tsx';
import { say, useVoice } from './voice.ts';

/** Reads the page's own words aloud, on a tap only. Where there is no voice there is no button. */
export function ListenButton({ words }: { words: string }) {
  const hasVoice = useVoice();
  if (!hasVoice) return null;
  return (
    <Tap className="hear" label="读给我听" onTap={() => say(words)}>
      <Icon name="speaker" />听
    </Tap>
  );
}
