import { yuan } from '@shanhai/shared/rules/fen.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../api/use-call.ts';
import { useMe } from '../../api/use-me.ts';
import { go } from '../../nav.ts';
import { Button } from '../../ui/button.tsx';
import { placeWords } from '../../ui/place-words.ts';
import { Card, Heading, Row } from '../../ui/row.tsx';
import { tradeIcons } from '../../ui/trade-icons.ts';

const shown = 3;

/** 给您挑的: what fits best and why, for those who said what they want and let it be ranked. 〔个人信息保护法 §24〕 */
export function PickedForYou() {
  const me = useMe().data;
  const hasSaid = !!me && (me.wish.trades.length > 0 || !!me.skills?.length);
  const picked = useCall('search.recommend', {}, { when: hasSaid && !me.isRankingOff }).data;
  if (!hasSaid || me.isRankingOff || !picked?.items.length) return null;
  return (
    <View className="stack">
      <Heading>给您挑的</Heading>
      <Card flush>
        {picked.items.slice(0, shown).map(({ jobId, title, trade, takeHomeFen, workRegion, fit }) => (
          <Row
            key={jobId}
            icon={tradeIcons[trade]}
            title={`${title}，到手约 ${yuan(takeHomeFen)} 元`}
            words={[placeWords(workRegion), ...(fit?.reasons ?? [])].join('，')}
            onTap={() => go('/areas/jobs/detail/index', { jobId })}
          />
        ))}
      </Card>
      <Button kind="soft" wide iconAfter="chev" onTap={() => go('/tabs/jobs/index')}>
        都看看
      </Button>
    </View>
  );
}
