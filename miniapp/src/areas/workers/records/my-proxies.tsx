import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { relationWords } from '@shanhai/shared/rules/workers.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { dayWords } from '../../../ui/place-words.ts';
import { Card, Heading, Row } from '../../../ui/row.tsx';

type MyProxy = Output<'workers.proxies'>['items'][number];

/** Who may act for me; each is let go with one tap. */
export function MyProxies({ items }: { items: readonly MyProxy[] }) {
  const drop = useAction((proxyId: string) => call('workers.dropProxy', { proxyId }), { done: '以后他办不了您的事了' });
  return (
    <View className="stack">
      <Heading>谁还能替我办</Heading>
      <Card flush>
        {items.map(({ proxyId, byName, relation, since }) => (
          <Row
            key={proxyId}
            icon="people"
            title={byName || relationWords[relation]}
            words={`${relationWords[relation]}，${dayWords(chinaDay(since))}起`}
            aside={
              <Button kind="line" busy={drop.busy} onTap={() => void drop.run(proxyId)}>
                不用了
              </Button>
            }
          />
        ))}
        {items.length === 0 && <Row icon="lock" tone="grey" title="没有别人能替您办" words="您的资料只有您自己改" />}
      </Card>
    </View>
  );
}
