import type { Output } from '@shanhai/shared/contract/contract.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { hirerWords } from '@shanhai/shared/rules/jobs.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { useBeen, useCards, useMe } from '../../../api/use-me.ts';
import { useScan } from '../../../api/use-scan.ts';
import { go, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { BedAndBoard } from '../../../ui/bed-and-board.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip, Chips } from '../../../ui/chip.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { placeWords } from '../../../ui/place-words.ts';
import { Card, Demo, Heading, Row } from '../../../ui/row.tsx';
import { Tap } from '../../../ui/tap.tsx';
import { tradeIcons } from '../../../ui/trade-icons.ts';
import { Verified } from '../../../ui/verified.tsx';
import { type Booth, type RankedOpening, rankOpenings } from '../ranking.ts';
import './index.scss';

function OpeningCard({ booth, ranked }: { booth: Booth; ranked: RankedOpening }) {
  const { opening, reasons, suits } = ranked;
  return (
    <Tap className="card opening" onTap={() => go('/areas/jobs/detail/index', { jobId: opening.jobId, fairId: booth.fairId, boothNo: booth.boothNo })}>
      <View className="row ends fw">
        <View className="lead b">{opening.title}</View>
        <View className="lead b nw">{yuan(opening.takeHomeFen)} 元</View>
      </View>
      {opening.clientName && <View className="small t2">{hirerWords(booth.employerShortName, opening.clientName)}</View>}
      <View className="small t2">
        {placeWords(opening.workRegion)}，{opening.remaining > 0 ? `招 ${opening.headcount} 人，还要 ${opening.remaining} 人` : '招满了'}
      </View>
      <Chips>
        <Chip icon={tradeIcons[opening.trade]}>{tradeWords[opening.trade]}</Chip>
        <BedAndBoard job={opening} />
      </Chips>
      {suits && reasons.length > 0 && <View className="small ok-t">{reasons.join('，')}</View>}
    </Tap>
  );
}

/** What one can do here now: leave a card, see what became of it, or check in first. */
function Foot({
  fairId,
  boothNo,
  card,
  isHere,
}: {
  fairId: string;
  boothNo: number;
  card: Output<'cards.mine'>['items'][number] | undefined;
  isHere: boolean;
}) {
  const look = useScan();
  if (card)
    return (
      <Button kind="main" icon="bell" onTap={() => go('/tabs/messages/index')}>
        名片交过了，看回音
      </Button>
    );
  if (!isHere)
    return (
      <>
        <Button kind="main" icon="scan" busy={look.busy} onTap={() => void look.run()}>
          先扫门口的码签到
        </Button>
        <View className="small t2 center">签了到，才能留名片</View>
      </>
    );
  return (
    <>
      <Button kind="main" icon="user" onTap={() => go('/areas/cards/consent/index', { fairId, boothNo })}>
        留名片
      </Button>
      <View className="small t2 center">下一步先问您同不同意</View>
    </>
  );
}

function BoothHead({ booth }: { booth: Booth }) {
  const spoken = `${booth.label} 展位，${booth.employerName}。${booth.openings.map((one) => `${one.title}，到手约 ${yuan(one.takeHomeFen)} 元`).join('。')}`;
  return (
    <Card>
      <View className="row top">
        <View className="booth-tag">{booth.label}</View>
        <View className="grow">
          <View className="h3">
            {booth.employerShortName}
            <Demo when={booth.demo} />
          </View>
          <View className="small t2">{booth.employerName}</View>
        </View>
        <ListenButton words={spoken} />
      </View>
      {!booth.isWaiting && <Verified by={booth.employerVerifiedBy} on={booth.employerVerifiedOn} />}
      {!booth.isWaiting && (
        <Button kind="line" wide iconAfter="chev" onTap={() => go('/areas/employers/public/index', { employerId: booth.employerId })}>
          看看这家
        </Button>
      )}
      <View className="small t2">
        {placeWords(booth.employerRegion)}，展位上找 {booth.contactName}
      </View>
    </Card>
  );
}

function Whole({ booth }: { booth: Booth }) {
  const me = useMe();
  const cards = useCards();
  const been = useBeen();
  const card = cards.data?.items.find((one) => one.fairId === booth.fairId && one.boothNo === booth.boothNo && !one.withdrawnAt);
  const ranked = rankOpenings(booth.openings, me.data?.wish);
  // While it is not known whether the person is here, nothing stands in the way; the server decides.
  const isHere = !been.data || been.data.items.some((one) => one.fairId === booth.fairId);
  return (
    <Page
      title={`展位 ${booth.label}`}
      foot={card || !booth.isWaiting ? <Foot fairId={booth.fairId} boothNo={booth.boothNo} card={card} isHere={isHere} /> : undefined}
    >
      {card && <Banner kind="done" title="名片交给这家了" words={card.answer ? '这家答您了，去看回音' : `最迟 ${monthDay(card.answerBy)} 答您`} />}
      {booth.isWaiting && <Banner kind="wait" title="这家在等人社局核验" words="现在不收名片，核验好了再来" />}
      <BoothHead booth={booth} />
      <Heading aside="钱数是每月到手约">{`招 ${booth.openings.length} 种工`}</Heading>
      {booth.openings.length === 0 && <Empty title="岗位还没挂上来" words={`当面问问 ${booth.contactName}`} />}
      {ranked.map((one) => (
        <OpeningCard key={one.opening.jobId} booth={booth} ranked={one} />
      ))}
      <Card flush>
        <Row icon="map" tone="grey" title="看别的展位" onTap={() => go('/areas/fairs/booths/index', { fairId: booth.fairId })} />
      </Card>
    </Page>
  );
}

/** One booth: who, verified by whom, what they seek, and a card to leave. */
export default function BoothPage() {
  const { fairId = '', boothNo = '' } = useParams('/areas/fairs/booth/index');
  const booths = useCall('fairs.booths', { fairId }, { keep: true });
  const booth = booths.data?.items.find((one) => one.boothNo === Number(boothNo));
  if (booth) return <Whole booth={booth} />;
  return (
    <Page title="展位">
      {booths.data ? (
        <Empty title="这个展位撤了" words="看看别的展位" action={<Button onTap={() => go('/areas/fairs/booths/index', { fairId })}>看全部展位</Button>} />
      ) : (
        <NotYet of={booths} />
      )}
    </Page>
  );
}
