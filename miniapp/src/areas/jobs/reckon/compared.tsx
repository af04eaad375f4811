import type { Output } from '@shanhai/shared/contract/contract.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { type OwnCosts, reckon } from '@shanhai/shared/rules/take-home.ts';
import { View } from '@tarojs/components';
import { mealsShown } from '../../../ui/meal-words.ts';
import { dayWords, placeWords } from '../../../ui/place-words.ts';
import { Card, Heading } from '../../../ui/row.tsx';

type Job = Output<'jobs.get'>;

interface Line {
  what: string;
  values: readonly [string, string];
  /** Which side is better for the person, where one can say so. */
  better?: 0 | 1 | undefined;
}

const round = (fen: number): string => `${yuan(Math.round(fen / 100) * 100)} 元`;
const more = (a: number, b: number): 0 | 1 | undefined => (a === b ? undefined : a > b ? 0 : 1);

function linesOf(jobs: readonly [Job, Job], costs: OwnCosts): Line[] {
  const [a, b] = [reckon(jobs[0], costs), reckon(jobs[1], costs)];
  const said = (words: (job: Job) => string): readonly [string, string] => [words(jobs[0]), words(jobs[1])];
  return [
    { what: '一个月到手', values: [round(a.takeHomeFen), round(b.takeHomeFen)], better: more(a.takeHomeFen, b.takeHomeFen) },
    { what: '合一小时', values: [`${yuan(a.hourFen)} 元`, `${yuan(b.hourFen)} 元`], better: more(a.hourFen, b.hourFen) },
    { what: '先要备', values: [round(a.needFen), round(b.needFen)], better: more(b.needFen, a.needFen) },
    { what: '头一次发', values: [`${dayWords(a.firstPayOn)} ${round(a.firstPayFen)}`, `${dayWords(b.firstPayOn)} ${round(b.firstPayFen)}`] },
    { what: '在哪里', values: said((job) => placeWords(job.workRegion)) },
    { what: '住', values: said((job) => (job.hasDorm ? job.dorm || '包住' : '不包住')) },
    { what: '吃', values: said((job) => mealsShown(job.meals, job.taste) || '不包吃') },
  ];
}

function Side({ line, side }: { line: Line; side: 0 | 1 }) {
  const isBetter = line.better === side;
  return <View className={`compared-value ${isBetter ? 'is-better' : ''}`}>{isBetter ? `✓ ${line.values[side]}` : line.values[side]}</View>;
}

/** Two openings side by side, reckoned with the same costs. */
export function Compared({ left, right, costs }: { left: Job; right: Job; costs: OwnCosts }) {
  return (
    <Card>
      <Heading>两个岗位比一比</Heading>
      <View className="compared-line">
        {[left, right].map((job) => (
          <View key={job.jobId} className="compared-value">
            <View className="b">{job.title}</View>
            <View className="small t2">{job.employer.shortName}</View>
          </View>
        ))}
      </View>
      {linesOf([left, right], costs).map((line) => (
        <View key={line.what} className="compared-row">
          <View className="small t2">{line.what}</View>
          <View className="compared-line">
            <Side line={line} side={0} />
            <Side line={line} side={1} />
          </View>
        </View>
      ))}
    </Card>
  );
}
