import { chinaDay, chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { Text, View } from '@tarojs/components';
import { act } from '../../../api/session.ts';
import { sessionNow } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { type Address, go, linkTo, restartAt } from '../../../nav.ts';
import type { Tone } from '../../../ui/chip.tsx';
import type { IconName } from '../../../ui/icon-names.ts';
import { Row } from '../../../ui/row.tsx';
import type { Message } from './index.tsx';

/** By the area it came from: what comes before the point of its kind. */
const looks: Record<string, readonly [IconName, Tone]> = {
  card: ['chat', 'act'],
  application: ['chat', 'act'],
  interview: ['calendar', 'act'],
  employer: ['building', 'ok'],
  fair: ['flag', 'wait'],
  job: ['doc', 'wait'],
};
const lookOf = ({ kind }: Message): readonly [IconName, Tone] => looks[kind.split('.')[0] ?? ''] ?? ['bell', 'grey'];

/** `9:12` today, `2月7日` before. */
function whenWords(at: string): string {
  return chinaDay(at) === chinaDay(new Date().toISOString()) ? chinaTime(at) : monthDay(at);
}

/** Opens what it is about, in the role it was said to. */
async function open({ page, params, role, scope }: Message): Promise<void> {
  const now = sessionNow()?.acting;
  const address = page as Address;
  if (now && now.role === role && (!scope || now.scope === scope)) return go(address, params as never);
  await act(role, scope);
  restartAt(linkTo(address, params as never));
}

export function MessageRow({ message, isFresh }: { message: Message; isFresh: boolean }) {
  const opening = useAction(() => open(message));
  const [icon, tone] = lookOf(message);
  return (
    <Row
      icon={icon}
      tone={isFresh ? tone : 'grey'}
      title={
        <View className="messages-title">
          {isFresh && <View className="messages-dot" />}
          <Text className={isFresh ? '' : 'messages-read'}>{message.title}</Text>
        </View>
      }
      words={`${message.words}${message.words ? '\u2002' : ''}${whenWords(message.at)}`}
      label={`${isFresh ? '没看过，' : ''}${message.title}，${message.words}`}
      onTap={() => void opening.run()}
    />
  );
}
