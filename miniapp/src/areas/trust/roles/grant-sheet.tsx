import { chinaDay, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { mostRoleDays, roleGivenWords } from '@shanhai/shared/rules/given-roles.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { DayField } from '../../../ui/pick-field.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { type Grant, usualEnd } from './grant.ts';

/** One role of one person: renewed to another day, or taken back. */
export function GrantSheet({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { workerId, role, scope, scopeName, name } = grant;
  const [untilOn, setUntilOn] = useState(usualEnd);
  const [isSure, setSure] = useState(false);
  const today = chinaDay(new Date().toISOString());
  const renew = useAction(
    async () => {
      await call('identity.renewRole', { workerId, role, scope, untilOn });
      onClose();
    },
    { done: '续好了' },
  );
  const revoke = useAction(
    async () => {
      await call('identity.revokeRole', { workerId, role, scope });
      onClose();
    },
    { done: '收回了' },
  );
  return (
    <Sheet isOpen onClose={onClose} label="权限">
      <View className="h2">{`${name ?? '没填姓名'}：${scopeName}${roleGivenWords[role]}`}</View>
      <DayField label="用到哪天" value={untilOn} onChange={setUntilOn} from={dayAfter(today, 1)} until={dayAfter(today, mostRoleDays)} />
      <Button kind="main" busy={renew.busy} onTap={() => void renew.run()}>
        续到这天
      </Button>
      {!isSure && (
        <Button kind="line" onTap={() => setSure(true)}>
          收回
        </Button>
      )}
      {isSure && (
        <Button kind="stop" busy={revoke.busy} onTap={() => void revoke.run()}>
          真的收回，马上生效
        </Button>
      )}
      <Button kind="quiet" wide onTap={onClose}>
        关上
      </Button>
    </Sheet>
  );
}
