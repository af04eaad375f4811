import type { JobStatus } from '@shanhai/shared/rules/jobs.ts';
import { View } from '@tarojs/components';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { stepOf, stepTitles } from './draft-findings.ts';
import { Preview } from './preview.tsx';
import type { Draft } from './use-draft.ts';

interface Props {
  draft: Draft;
  toStep: (step: number) => void;
  employer: { name: string; isVerified: boolean };
  status: JobStatus | undefined;
}

function ToMend({ draft, toStep }: Pick<Props, 'draft' | 'toStep'>) {
  if (!draft.findings.length) return <Banner kind="done" title="六项齐全，没有违规的话" words="看一遍，对了就发" />;
  return (
    <View className="stack">
      <Heading>还有 {draft.findings.length} 处要改</Heading>
      <Card flush>
        {draft.findings.map((finding) => (
          <Row
            key={`${finding.field}${finding.title}`}
            icon="warn"
            tone="stop"
            title={finding.title}
            words={`第 ${stepOf(finding.field)} 步：${stepTitles[stepOf(finding.field) - 1]}`}
            onTap={() => {
              draft.pass(finding.field);
              toStep(stepOf(finding.field));
            }}
          />
        ))}
      </Card>
    </View>
  );
}

/** 4 看一遍: what is still to be put right, and the opening as a worker will read it. */
export function Review({ draft, toStep, employer, status }: Props) {
  return (
    <>
      {!employer.isVerified && status !== 'open' && (
        <Banner
          kind="wait"
          title="单位核验过才能发"
          words="先存草稿，核验过点一下就发"
          aside={
            <Button kind="quiet" onTap={() => go('/areas/employers/mine/index')}>
              看进度
            </Button>
          }
        />
      )}
      <ToMend draft={draft} toStep={toStep} />
      <Heading>工人看到的样子</Heading>
      <Preview draft={draft.draft} employer={employer.name} />
    </>
  );
}
