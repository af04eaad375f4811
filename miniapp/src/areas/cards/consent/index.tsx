import type { Output } from '@shanhai/shared/contract/contract.ts';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { useCards, useMe } from '../../../api/use-me.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { ConsentView } from './consent-view.tsx';
import { GivenState } from './given.tsx';
import './index.scss';

type MyCard = Output<'cards.mine'>['items'][number];

/** 留名片: consent that names this one employer. */
export default function Consent() {
  const { fairId = '', boothNo = '', jobId } = useParams('/areas/cards/consent/index');
  const booths = useCall('fairs.booths', { fairId });
  const me = useMe();
  const cards = useCards();
  // Only a card that stood here before the page was opened; one left just now tells its own story.
  const [openedAt] = useState(() => new Date().toISOString());
  const booth = booths.data?.items.find((one) => one.boothNo === Number(boothNo));
  const isStanding = (card: MyCard): boolean => card.fairId === fairId && card.boothNo === Number(boothNo) && !card.withdrawnAt && card.leftAt < openedAt;
  const standing = cards.data?.items.find((card) => isStanding(card) && (!jobId || card.jobId === jobId));
  if (standing) return <GivenState card={standing} />;
  if (booth && me.data) return <ConsentView booth={booth} me={me.data} wanted={jobId} />;
  return (
    <Page title="留名片">
      {booths.data && !booth ? (
        <Empty title="这个展位撤了" words="看看别的展位" action={<Button onTap={() => go('/areas/fairs/booths/index', { fairId })}>看全部展位</Button>} />
      ) : (
        <NotYet of={booths.data ? me : booths} />
      )}
    </Page>
  );
}
