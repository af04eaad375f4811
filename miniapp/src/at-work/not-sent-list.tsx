import { View } from '@tarojs/components';
import { sendAgain } from '../api/flush.ts';
import { forgetDeed } from '../api/outbox.ts';
import { Button } from '../ui/button.tsx';
import { Card, Heading } from '../ui/row.tsx';

interface NotSent {
  nonce: string;
  /** Why it was not taken. */
  title: string;
  /** What was done, and when. */
  what: string;
  /** What to do about it. */
  step: string;
  /** Nothing is wrong with it: the server could not take it so often that it was given up. */
  isWorthSending?: boolean;
}

/** What this device did without network and the server did not take, each with its reason, until somebody has seen to it. */
export function NotSentList({ items }: { items: readonly NotSent[] }) {
  if (items.length === 0) return null;
  return (
    <View className="stack">
      <Heading aside={`${items.length} 条`}>本机没传成的</Heading>
      <Card flush>
        {items.map(({ nonce, title, what, step, isWorthSending }) => (
          <View key={nonce} className="li is-still fw">
            <View className="grow">
              <View className="li-title">{title}</View>
              <View className="li-words">{what}</View>
              <View className="small">{step}</View>
            </View>
            {isWorthSending && (
              <Button kind="soft" onTap={() => sendAgain(nonce)}>
                再传一次
              </Button>
            )}
            <Button kind="line" onTap={() => forgetDeed(nonce)}>
              处理好了
            </Button>
          </View>
        ))}
      </Card>
    </View>
  );
}
