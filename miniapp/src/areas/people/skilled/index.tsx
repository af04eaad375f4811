import type { Trade } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../api/session-store.ts';
import { Page } from '../../../ui/page.tsx';
import { Filters } from './filters.tsx';
import { RevealSheet } from './reveal-sheet.tsx';
import { type Person, SkilledPages } from './skilled-pages.tsx';

/** 技能人才库: who can do what, would go where; names and phones only for a recorded reason. */
export default function SkillsPool() {
  const session = useSession();
  const [trade, setTrade] = useState<Trade>();
  const [isCertified, setCertified] = useState(false);
  const [goesTo, setGoesTo] = useState<string>();
  const [picked, setPicked] = useState<Person>();
  const isOfficer = session?.acting.role === 'officer';
  return (
    <Page title="技能人才库" wide>
      <View className="t2">从各人自己的资料来，跟着改。名字和电话不直接显示，要看请写明为什么，本人看得到。</View>
      <Filters trade={trade} onTrade={setTrade} isCertified={isCertified} onCertified={setCertified} goesTo={goesTo} onGoesTo={setGoesTo} />
      <SkilledPages
        key={`${trade ?? ''}${isCertified}${goesTo ?? ''}`}
        wanted={{ ...(trade && { trade }), ...(isCertified && { isCertified: 'yes' as const }), ...(goesTo && { goesTo }) }}
        isAsked={isOfficer}
        onPick={setPicked}
      />
      {picked && <RevealSheet key={picked.workerId} person={picked} onClose={() => setPicked(undefined)} />}
    </Page>
  );
}
