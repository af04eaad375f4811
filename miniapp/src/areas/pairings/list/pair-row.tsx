import { pairingStanding } from '@shanhai/shared/rules/pairings.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '../../../ui/aria.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Lamp } from '../../../ui/figures.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Tap } from '../../../ui/tap.tsx';
import { FairsHeld } from './fairs-held.tsx';
import { figuresOf, isShort, orUnsaid, type Pairing } from './figures.ts';
import { Pips } from './pips.tsx';

/** A figure with its word; on a desktop the head of the column says the word. */
function Figure({ what, words }: { what: string; words: string }) {
  return (
    <View className={`pair-figure ${words === '–' ? 'is-none' : ''}`}>
      <View className="pair-what">{what}</View>
      <View className={words === '没写' || words === '–' ? 't3' : ''}>{words}</View>
    </View>
  );
}

function Partner({ pairing }: { pairing: Pairing }) {
  const counties = pairing.partnerCounties.map(regionName).join('、');
  return (
    <View className="pair-partner">
      {regionName(pairing.partnerRegion ?? '')}
      {counties && <View className="small t2">{counties}</View>}
    </View>
  );
}

function Name({ pairing, isMine }: { pairing: Pairing; isMine: boolean }) {
  return (
    <View className="pair-name">
      {pairing.annexNo !== undefined && <View className="pair-no">{pairing.annexNo}</View>}
      <View className="b">{regionName(pairing.shanghaiRegion)}</View>
      {isMine && <Chip tone="act">本地</Chip>}
    </View>
  );
}

function Unpaired({ pairing, isMine }: { pairing: Pairing; isMine: boolean }) {
  return (
    <View className="pair-line is-blank" {...aria({ role: 'listitem' })}>
      <Name pairing={pairing} isMine={isMine} />
      <View className="pair-waits">
        <Chip tone="wait" icon="clock">
          待结对
        </Chip>
        <View className="t2">附件里还空着，两地没商定</View>
      </View>
    </View>
  );
}

/** A pairing in one line; it opens to the fairs it held. A row still without a partner says so and opens nothing. */
export function PairRow({ pairing, year, isMine }: { pairing: Pairing; year: number; isMine: boolean }) {
  const [isOpen, setOpen] = useState(false);
  if (pairing.status === 'unpaired') return <Unpaired pairing={pairing} isMine={isMine} />;
  const { posts, attendance, intents } = figuresOf(pairing);
  const standing = pairingStanding(pairing);
  const isNone = pairing.fairs.length === 0;
  const figure = (n: number | undefined): string => (isNone ? '–' : orUnsaid(n));
  return (
    <View {...aria({ role: 'listitem' })}>
      <Tap className={`pair-line ${isOpen ? 'is-open' : ''}`} onTap={() => setOpen(!isOpen)}>
        <Name pairing={pairing} isMine={isMine} />
        <Partner pairing={pairing} />
        <View className="pair-figure">
          <View className="pair-what">现场</View>
          <Pips held={pairing.onsite} words="现场" />
        </View>
        <View className="pair-figure">
          <View className="pair-what">线上</View>
          <Pips held={pairing.online} words="线上" />
        </View>
        <Figure what="要招" words={figure(posts)} />
        <Figure what="到场" words={`${figure(attendance)}${isShort(pairing) ? '+' : ''}`} />
        <Figure what="意向" words={figure(intents)} />
        <View className="pair-standing">
          <Lamp state={standing.state === 'enough' ? 'ok' : 'wait'}>{standing.words}</Lamp>
        </View>
        <Icon name="down" size={20} className={`pair-arrow ${isOpen ? 'is-up' : ''}`} />
      </Tap>
      {isOpen && <FairsHeld pairing={pairing} year={year} isMine={isMine} />}
    </View>
  );
}
