import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { goBack } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import type { Booth } from './offer.ts';

/** Takes a booth off a fair that is not published yet; the second tap means it. */
export function RemoveBooth({ booth }: { booth: Booth }) {
  const [isAsked, setAsked] = useState(false);
  const remove = useAction(
    async () => {
      await call('fairs.removeBooth', { fairId: booth.fairId, boothNo: booth.boothNo });
      goBack('organizer');
    },
    { done: `${booth.label} 撤了` },
  );
  if (!isAsked)
    return (
      <Button kind="quiet" icon="trash" onTap={() => setAsked(true)}>
        撤掉这个展位
      </Button>
    );
  return (
    <View className="pair">
      <Button kind="stop" busy={remove.busy} onTap={() => void remove.run()}>
        撤掉 {booth.label}
      </Button>
      <Button kind="line" onTap={() => setAsked(false)}>
        留着
      </Button>
    </View>
  );
}
