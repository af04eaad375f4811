import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { mayAddWords } from '@shanhai/shared/rules/devices.ts';
import { type FairKind, fairKindWords } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useSession } from '../../../api/session-store.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { orUnsaid, type PairedFair, type Pairing, said } from './figures.ts';

const kindWords = (kind: string): string => fairKindWords[kind as FairKind] ?? kind;

function Held({ fair }: { fair: PairedFair }) {
  const measures: [what: string, words: string][] = [
    ['单位', orUnsaid(said(fair.companies), '家')],
    ['要招', orUnsaid(said(fair.posts), '人')],
    ['到场', orUnsaid(fair.attendance, '人')],
    ['初步意向', orUnsaid(fair.intents, '人')],
  ];
  return (
    <View className="held">
      <View className="held-title">
        <View className="b">{fair.title}</View>
        <View className="small t2">
          {kindWords(fair.kind)}，{monthDay(fair.closedAt)}散场
        </View>
        {fair.mayAdd && <View className="small wait-t">到场：{mayAddWords(fair.mayAdd)}</View>}
      </View>
      {measures.map(([what, words]) => (
        <View key={what} className="held-one">
          <View className="small t2">{what}</View>
          <View className={words === '没写' ? 't3' : 'b'}>{words}</View>
        </View>
      ))}
    </View>
  );
}

/** What a pairing held in the year, fair by fair, and the paper that names the pairing. */
export function FairsHeld({ pairing, year, isMine }: { pairing: Pairing; year: number; isMine: boolean }) {
  const isOfficer = useSession()?.acting.role === 'officer';
  return (
    <View className="pair-more">
      {pairing.fairs.length === 0 && <View className="t2">{year} 年还没有散场的招聘会，散场一场记一场</View>}
      {pairing.fairs.map((fair) => (
        <Held key={fair.fairId} fair={fair} />
      ))}
      {isMine && isOfficer && (
        <Button kind="soft" icon="scales" onTap={() => go('/areas/allocations/list/index', { pairingId: pairing.pairingId })}>
          统筹配岗
        </Button>
      )}
      <View className="small t2">结对写在：{pairing.source}</View>
    </View>
  );
}
