import { type ReactNode, useEffect, useRef, useState } from 'react';
import { call } from '../../../api/call.ts';
import { queryClient } from '../../../api/query.ts';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Card } from '../../../ui/row.tsx';
import type { Message } from './index.tsx';
import { MessageRow } from './message-row.tsx';

/** What is on the screen counts as read; on this visit it still looks new. */
function useFresh(items: readonly Message[] | undefined): (message: Message) => boolean {
  const fresh = useRef(new Set<string>());
  for (const message of items ?? []) if (!message.isRead) fresh.current.add(message.messageId);
  const newest = items?.find((message) => !message.isRead)?.at;
  useEffect(() => {
    if (!newest) return;
    // not worth a word when it fails: the next visit marks it as well
    void call('messages.read', { upTo: newest })
      .then((unread) => queryClient.setQueryData(['messages.unread', {}], unread))
      .catch(() => undefined);
  }, [newest]);
  return ({ messageId }) => fresh.current.has(messageId);
}

interface PagesProps {
  cursor?: string;
  /** What to do when there is nothing at all. */
  none?: ReactNode;
}

export function MessagePages({ cursor, none }: PagesProps) {
  const session = useSession();
  const page = useCall('messages.mine', cursor ? { cursor } : {}, { when: !!session });
  const [isFurther, setFurther] = useState(false);
  const isFresh = useFresh(page.data?.items);
  if (!page.data) return <NotYet of={page} shape="rows" count={cursor ? 2 : 5} />;
  const { items, cursor: next } = page.data;
  if (items.length === 0 && !cursor) return <Empty title="还没有消息" words="谁给您回音、什么事定了，都记在这里" action={none} />;
  return (
    <>
      <Card flush>
        {items.map((message) => (
          <MessageRow key={message.messageId} message={message} isFresh={isFresh(message)} />
        ))}
      </Card>
      {next && !isFurther && (
        <Button kind="soft" wide icon="down" onTap={() => setFurther(true)}>
          再看早些的
        </Button>
      )}
      {next && isFurther && <MessagePages cursor={next} />}
    </>
  );
}
