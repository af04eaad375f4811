import { View } from '@tarojs/components';
import { goBack, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { StepBars } from '../../../ui/steps.tsx';
import { type Fair, useOwnFairs } from '../own-fairs.ts';
import { lastStep, stepTitles } from './checks.ts';
import { isFixed } from './form.ts';
import { StepReview } from './step-review.tsx';
import { StepScale } from './step-scale.tsx';
import { StepWhat } from './step-what.tsx';
import { StepWhen } from './step-when.tsx';
import { useFairForm } from './use-fair-form.ts';
import './index.scss';

interface RoomProps {
  fair: Fair | undefined;
  last: Fair | undefined;
  region: string;
  first: number;
}

type Form = ReturnType<typeof useFairForm>;

function Foot({ form, isNew }: { form: Form; isNew: boolean }) {
  const hasMoved = Object.keys(form.moved).length > 0;
  return (
    <View className={form.step > 1 ? 'edit-foot' : ''}>
      {form.step > 1 && (
        <Button kind="line" onTap={() => form.open(form.step - 1)}>
          上一步
        </Button>
      )}
      {form.isLast ? (
        <Button kind="main" busy={form.save.busy} busyWords="正在存" disabled={hasMoved && '有一项不能改'} onTap={() => void form.save.run()}>
          {isNew ? '存成草稿' : '存好'}
        </Button>
      ) : (
        <Button kind="main" disabled={hasMoved && '先改回去'} onTap={form.next}>
          下一步
        </Button>
      )}
    </View>
  );
}

function EditRoom({ fair, last, region, first }: RoomProps) {
  const form = useFairForm({ fair, last, region, step: first });
  const { draft, problems, change, moved, step } = form;
  return (
    <Page title={fair ? '改这场会' : '新办一场'} foot={<Foot form={form} isNew={!fair} />}>
      <View className="stack">
        <StepBars count={lastStep} at={step} />
        <View className="row fw">
          <View className="h2 grow">{stepTitles[step - 1]}</View>
          <View className="small t2">
            第 {step} 步，共 {lastStep} 步
          </View>
        </View>
      </View>
      {form.isStale && (
        <Banner
          kind="failed"
          title="刚有人改过这场"
          words="看新的，再改一遍"
          aside={
            <Button kind="quiet" busy={form.takeNewest.busy} onTap={() => void form.takeNewest.run()}>
              看新的
            </Button>
          }
        />
      )}
      {isFixed(fair) && step < lastStep && <Banner kind="info" icon="lock" title="已发布，公安许可过" words="时间、地点、人数不能改，别的能改" />}
      {step === 1 && <StepWhat {...{ draft, problems, change }} />}
      {step === 2 && <StepWhen {...{ draft, problems, change, moved }} />}
      {step === 3 && <StepScale {...{ draft, problems, change, moved, last }} />}
      {step === lastStep && <StepReview draft={draft} onStep={form.open} />}
    </Page>
  );
}

/** A fair in four short steps: new, or one that stands. */
export default function EditFair() {
  const { fairId, step } = useParams('/areas/organize/edit/index');
  const { own, isLoading, problem, region, reload } = useOwnFairs();
  const fair = own?.find((one) => one.fairId === fairId);
  const last = own?.find((one) => one.fairId !== fairId && Object.keys(one.plans).length > 0);
  if (own && (fair || !fairId)) return <EditRoom fair={fair} last={last} region={region} first={Math.min(Math.max(Number(step) || 1, 1), lastStep)} />;
  return (
    <Page title={fairId ? '改这场会' : '新办一场'}>
      {isLoading && <Skeleton />}
      {problem && !own && <ErrorView problem={problem} onRetry={() => void reload()} />}
      {own && <Empty title="没有这场会" words="可能是别的县办的" action={<Button onTap={() => goBack('organizer')}>回去</Button>} />}
    </Page>
  );
}
