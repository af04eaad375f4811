import { regionName } from '@shanhai/shared/rules/regions.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { BedAndBoard } from '../../../ui/bed-and-board.tsx';
import { Chip, Chips } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Demo } from '../../../ui/row.tsx';
import { Tap } from '../../../ui/tap.tsx';
import { contentOf, endOf, type MyJob, payWords } from './job-words.ts';

/** One opening on a phone; tapping it offers what can be done with it. */
export function JobCard({ job, waiting, onOpen }: { job: MyJob; waiting: string | undefined; onOpen: () => void }) {
  const end = endOf(job);
  const content = contentOf(job);
  return (
    <Tap className="card stack job-card" onTap={onOpen}>
      <View className="row top">
        <View className="grow">
          <View className="h3">
            {job.title || '还没写名字'}
            <Demo when={job.demo} />
          </View>
          <View className="small t2">
            {tradeWords[job.trade]}，{regionName(job.workRegion)}
          </View>
        </View>
        <Icon name="chev" size={20} className="li-chev" />
      </View>
      <View className="b">{payWords(job)}</View>
      {content && <Chip tone={content.tone}>{content.words}</Chip>}
      <Chips>
        {waiting && (
          <Chip tone="wait" icon="bell">
            {waiting}等您回
          </Chip>
        )}
        <Chip icon="people">招 {job.headcount} 人</Chip>
        <BedAndBoard job={{ hasDorm: job.hasDorm, meals: job.meals }} tone="grey" />
        <Chip tone={end.tone} icon="calendar">
          {end.words}
        </Chip>
      </Chips>
    </Tap>
  );
}
