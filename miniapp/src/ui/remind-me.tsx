import { View } from '@tarojs/components';
import { useState } from 'react';
import { type TemplateName, useReminder } from '../api/subscribe.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Card } from './row.tsx';

/** Offers a message in WeChat, on a tap of its own and never as a condition: `<RemindMe names={['answer']} words="有回音时，微信告诉您一声" />`. */
export function RemindMe({ names, words }: { names: readonly TemplateName[]; words: string }) {
  const reminder = useReminder(names);
  const [isAgreed, setAgreed] = useState(false);
  if (isAgreed) return <Banner kind="done" title="好，到时候微信里告诉您" />;
  if (!reminder.canAsk) return null;
  return (
    <Card>
      <View>{words}</View>
      <Button kind="soft" wide icon="bell" busy={reminder.busy} onTap={() => void reminder.ask().then((agreed) => setAgreed(agreed === true))}>
        微信里提醒我
      </Button>
    </Card>
  );
}
