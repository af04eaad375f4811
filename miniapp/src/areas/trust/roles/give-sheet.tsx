import { chinaDay, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { type GivenRole, mayGiveRole, mostRoleDays, roleGivenWords } from '@shanhai/shared/rules/given-roles.ts';
import { isWithinRegion, regionName, regionNames } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { DayField, ListField } from '../../../ui/pick-field.tsx';
import { scan } from '../../../ui/scan.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { usualEnd } from './grant.ts';

/** Chooses what and till when, then scans the person's own code: nobody gets a role from afar. */
export function GiveSheet({ scope, onClose }: { scope: string; onClose: () => void }) {
  const regions = [scope, ...Object.keys(regionNames).filter((region) => region !== scope && isWithinRegion(region, scope))];
  const [over, setOver] = useState(scope);
  const roles = (['organizer', 'officer'] as const).filter((role) => mayGiveRole({ role: 'officer', scope }, { role, scope: over }));
  const [role, setRole] = useState<GivenRole>('organizer');
  const [untilOn, setUntilOn] = useState(usualEnd);
  const today = chinaDay(new Date().toISOString());
  const give = useAction(
    async () => {
      const scanned = await scan({ title: '扫对方的码', hint: '请对方打开“我的资料”' });
      if (!scanned?.code) return;
      await call('identity.grantRole', { code: scanned.code, role: roles.includes(role) ? role : 'organizer', scope: over, untilOn });
      onClose();
    },
    { tell: 'inline', done: '给好了，对方重新进来就能用' },
  );
  return (
    <Sheet isOpen onClose={onClose} label="给人权限">
      <View className="h2">给人权限</View>
      {give.problem && <Banner kind="failed" title={give.problem.sentence} />}
      {regions.length > 1 && (
        <ListField label="管哪里" value={over} onChange={setOver} options={regions.map((value) => ({ value, words: regionName(value) }))} />
      )}
      <ChooseOne label="什么身份" options={roles.map((value) => ({ value, words: roleGivenWords[value] }))} value={role} onChange={setRole} />
      <DayField label="用到哪天" value={untilOn} onChange={setUntilOn} from={dayAfter(today, 1)} until={dayAfter(today, mostRoleDays)} />
      <Button kind="main" icon="scan" busy={give.busy} onTap={() => void give.run()}>
        扫对方的码
      </Button>
      <Button kind="quiet" wide onTap={onClose}>
        关上
      </Button>
    </Sheet>
  );
}
