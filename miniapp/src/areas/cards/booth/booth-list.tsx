import { fairStatusWords } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { Chip } from '../../../ui/chip.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { inOrder, isOnToday, type MyBooth, whenWords } from './booth-words.ts';

function stateOf(booth: MyBooth, now: string) {
  if (isOnToday(booth, now)) return <Chip tone="ok">今天</Chip>;
  if (booth.fairStatus === 'closed' || booth.closesAt < now) return <Chip>{fairStatusWords.closed}</Chip>;
  return <Chip tone="act">还没开场</Chip>;
}

/** All one's booths; the one of today on top. */
export function BoothList({ booths, onOpen }: { booths: readonly MyBooth[]; onOpen: (booth: MyBooth) => void }) {
  const now = new Date().toISOString();
  return (
    <Card flush>
      {inOrder(booths, now).map((booth) => (
        <Row
          key={`${booth.fairId} ${booth.boothNo}`}
          icon="map"
          tone={isOnToday(booth, now) ? 'ok' : 'grey'}
          title={`${booth.label} · ${booth.fairTitle}`}
          words={
            <>
              <View className="row fw booth-when">
                {stateOf(booth, now)}
                {whenWords(booth)}
              </View>
              <View>{booth.place}</View>
              <View className={booth.openings.length ? '' : 'wait-t'}>{booth.openings.length ? `${booth.openings.length} 个岗位` : '还没放岗位'}</View>
            </>
          }
          onTap={() => onOpen(booth)}
        />
      ))}
    </Card>
  );
}
