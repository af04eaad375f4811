import { canMove } from '@shanhai/shared/rules/applications.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import type { Mine, Whose } from '../words.ts';

/** A stage that stands before the person is the state itself, but for what the employer alone knows. */
const stated = ({ stage, arrival }: Mine) => ({ state: stage === 'waiting' ? ('seen' as const) : stage, arrival });

/** 去, 不去; afterwards the way to other openings. */
export function ReplyFoot({ mine, whose }: { mine: Mine; whose: Whose }) {
  const reply = useAction((said: 'accepted' | 'declined') => call('applications.reply', { ...whose, reply: said }), { done: '答好了，这家看得到' });
  const [mayAccept, mayDecline] = [canMove(stated(mine), 'accept', 'worker'), canMove(stated(mine), 'decline', 'worker')];
  if (mayAccept)
    return (
      <View className="pair">
        <Button kind="line" disabled={reply.busy} onTap={() => void reply.run('declined')}>
          不去
        </Button>
        <Button kind="ok" busy={reply.busy} onTap={() => void reply.run('accepted')}>
          答应去
        </Button>
      </View>
    );
  if (mayDecline)
    return (
      <Button kind="line" busy={reply.busy} onTap={() => void reply.run('declined')}>
        {mine.stage === 'interview' ? '先不谈了' : '去不了，告诉这家'}
      </Button>
    );
  return (
    <Button kind="main" icon="search" onTap={() => go('/tabs/jobs/index')}>
      看看别的岗位
    </Button>
  );
}
