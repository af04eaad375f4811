import { useUnread } from '../api/use-me.ts';
import { go } from '../nav.ts';
import { Chip } from './chip.tsx';
import { Row } from './row.tsx';

/** The way to 消息, with how many are new. Stands in a flush card. */
export function MessagesRow() {
  const unread = useUnread();
  return (
    <Row
      icon="bell"
      tone={unread ? 'act' : 'grey'}
      title="消息"
      words={unread ? '有新的事' : '办过的事都记在这里'}
      aside={unread > 0 && <Chip tone="act">{unread} 条没看</Chip>}
      onTap={() => go('/areas/messages/list/index')}
    />
  );
}
