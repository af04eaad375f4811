import { mealWords } from '@shanhai/shared/rules/jobs.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { Chip } from '../../../ui/chip.tsx';
import { Card, Demo } from '../../../ui/row.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { contentOf, endOf, type MyJob, payWords } from './job-words.ts';

const columns: readonly Column<MyJob>[] = [
  {
    head: '岗位',
    cell: (job) => (
      <View className="b">
        {job.title || '还没写名字'}
        <Demo when={job.demo} />
      </View>
    ),
  },
  { head: '工种', cell: (job) => tradeWords[job.trade] },
  { head: '在哪里', cell: (job) => regionName(job.workRegion) },
  { head: '招几人', cell: (job) => job.headcount, isNumber: true },
  { head: '工资', cell: payWords },
  { head: '吃住', cell: (job) => [job.hasDorm ? '包住' : '不包住', mealWords[job.meals]].join('，') },
  {
    head: '到期',
    cell: (job) => {
      const { words, tone } = contentOf(job) ?? endOf(job);
      return <Chip tone={tone}>{words}</Chip>;
    },
  },
];

/** The openings on a desktop; the row opens what can be done. */
export function JobTable({ jobs, onOpen }: { jobs: readonly MyJob[]; onOpen: (job: MyJob) => void }) {
  return (
    <Card flush>
      <Table columns={columns} rows={jobs} keyOf={(job) => job.jobId} onOpen={onOpen} />
    </Card>
  );
}
