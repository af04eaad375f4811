import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { AnswerBar, answerLooks } from './answer-bar.tsx';
import type { Board } from './ridge.ts';

type Booth = Board['booths'][number];

const rowsOnWall = 7;
/** The shortest bar still holds its numbers. */
const leastShare = 0.3;
const stillWanted = ({ headcount, filled }: { headcount: number; filled: number }): number => Math.max(0, headcount - filled);

function Step({ what, count, isGood = false }: { what: string; count: number; isGood?: boolean }) {
  return (
    <View className="funnel-step">
      <View className="t2">{what}</View>
      <View className={`funnel-count ${isGood ? 'ok-t' : ''}`}>{count}</View>
    </View>
  );
}

/** 收到名片 > 已有回音 > 答应去, and how many are still sought. */
function Funnel({ board }: { board: Board }) {
  return (
    <View className="funnel">
      <Step what="收到名片" count={board.cards} />
      <Icon name="chev" size={24} className="funnel-arrow" />
      <Step what="已有回音" count={board.answered} />
      <Icon name="chev" size={24} className="funnel-arrow" />
      <Step what="答应去" count={board.accepted} isGood />
      <View className="funnel-sought">
        <View className="t2">
          {board.openingCount} 个岗位，要 {board.headcount} 人
        </View>
        <View className="funnel-rest">还要 {stillWanted(board)} 人</View>
      </View>
    </View>
  );
}

function Heads() {
  return (
    <View className="booth-heads">
      <View className="booth-label">展位</View>
      <View className="booth-name">单位</View>
      <View className="booth-cards">名片</View>
      <View className="booth-legend">
        {answerLooks.map(({ key, words }) => (
          <View key={key} className="booth-look">
            <View className={`swatch ${key}`} />
            {words}
          </View>
        ))}
      </View>
      <View className="booth-rest">还要</View>
    </View>
  );
}

function BoothLine({ booth, most }: { booth: Booth; most: number }) {
  return (
    <View className="booth-line">
      <View className="booth-label b">{booth.label}</View>
      <View className="booth-name">{booth.name}</View>
      <View className="booth-cards">
        <View className="b">{booth.cards}</View>
        <View className="booth-unit">张名片</View>
      </View>
      <View className="booth-bar">
        <AnswerBar counted={booth} share={Math.max(leastShare, booth.cards / most)} />
      </View>
      <View className="booth-rest">
        <View className="booth-unit">还要</View>
        <View className="b">{stillWanted(booth)}</View> 人
      </View>
    </View>
  );
}

/** Booths by cards received: what came of them, and how many each still seeks. */
export function Booths({ board }: { board: Board }) {
  const isWide = useWideScreen();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? board.booths : board.booths.slice(0, rowsOnWall);
  const most = Math.max(1, ...board.booths.map((booth) => booth.cards));
  const hasMore = board.booths.length > shown.length;
  return (
    <View className="board-booths">
      <View className="panel-head">
        <View className="panel-title">展位：名片和回音</View>
        <View className="panel-aside">
          {board.boothCount} 个展位{hasMore ? `，前 ${shown.length}` : ''}
        </View>
      </View>
      <Funnel board={board} />
      <AnswerBar counted={board} hasWords />
      <View className="booth-rows">
        <Heads />
        {shown.map((booth) => (
          <BoothLine key={booth.boothNo} booth={booth} most={most} />
        ))}
      </View>
      {!isWide && hasMore && (
        <Button kind="quiet" wide onTap={() => setWhole(true)}>
          看全部 {board.booths.length} 个展位
        </Button>
      )}
    </View>
  );
}
