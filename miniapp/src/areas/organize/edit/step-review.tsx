import { campaignWords, fairKindWords, fairPlans, fairPlanWords, isOnline } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card, Pairs } from '../../../ui/row.tsx';
import { stepTitles } from './checks.ts';
import { type Draft, namesOf, needsPermit } from './form.ts';

type Lines = readonly (readonly [what: string, value: string])[];

const listWords = (typed: string, none: string): string => namesOf(typed).join('、') || none;
const dayWords = ({ day, lastDay }: Draft): string => (lastDay && lastDay !== day ? `${day} 到 ${lastDay}` : day);

function scaleLines(draft: Draft): Lines {
  const permit: Lines = needsPermit({ expected: Number(draft.expected), kind: draft.kind }) ? [['许可证号', draft.permitNo.trim() || '还没有']] : [];
  const plans: Lines = isOnline(draft.kind) ? [] : fairPlans.map((plan) => [fairPlanWords[plan], draft.plans[plan].body.trim() ? '写好了' : '还没写']);
  const full: Lines = draft.capacity ? [['最多同时', `${draft.capacity} 人`]] : [];
  const exits: Lines = draft.countsExits ? [['出去', '也扫，数里面的人']] : [];
  return [['预计', `${draft.expected} 人`], ...full, ...exits, ...permit, ...plans];
}

const linesOf = (draft: Draft): Lines[] => [
  [
    ['名字', draft.title],
    ['哪一场', draft.subtitle || '不分场'],
    ['怎么办', fairKindWords[draft.kind]],
    ['活动', campaignWords[draft.campaign]],
  ],
  [
    ['哪里', draft.place],
    ['哪天', dayWords(draft)],
    ['几点', `${draft.from}–${draft.to}`],
    ['门', listWords(draft.gates, '')],
    ['乡镇', listWords(draft.homeTowns, '不问')],
    ['服务台', listWords(draft.helpDesks, '没有')],
  ],
  scaleLines(draft),
];

/** 4 看一遍: all of it, with the way back to each part. */
export function StepReview({ draft, onStep }: { draft: Draft; onStep: (step: number) => void }) {
  return (
    <>
      {linesOf(draft).map((lines, i) => (
        <Card key={stepTitles[i]}>
          <View className="row">
            <View className="h3 grow">{stepTitles[i]}</View>
            <Button kind="quiet" icon="edit" label={`改${stepTitles[i]}`} onTap={() => onStep(i + 1)}>
              改
            </Button>
          </View>
          <Pairs items={lines} />
        </Card>
      ))}
    </>
  );
}
