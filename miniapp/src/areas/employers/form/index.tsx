import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Session } from '../../../api/session-store.ts';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { restartAt, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { RoleChooser } from '../../../ui/role-chooser.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { draftOf, type EmployerDraft, type EmployerField, emptyEmployer } from './employer-draft.ts';
import { AgentFields, PlaceFields, WhoFields } from './employer-fields.tsx';
import { PhotoFields } from './photo-fields.tsx';
import { emptyPhotos } from './photo-slots.ts';
import { type EmployerInHand, useEmployer } from './use-employer.ts';
import './index.scss';

const whoFields: readonly (EmployerField | undefined)[] = ['name', 'shortName', 'kind', 'creditCode', 'industry'];
const agentFields: readonly (EmployerField | undefined)[] = ['agentName', 'agentPhone', 'authorisedUntilOn'];

/** The part of the form that a field stands in. */
function sectionOf(field: EmployerField | undefined): string {
  if (whoFields.includes(field)) return 'form-who';
  if (field && field in emptyPhotos) return 'form-photos';
  return agentFields.includes(field) ? 'form-agent' : 'form-place';
}

const mayRegister = (session: Session): boolean => session.acting.role === 'worker' || session.acting.role === 'recruiter';

function SendButton({ hand, words }: { hand: EmployerInHand; words: string }) {
  const { told, problems, send } = hand;
  const onSend = async (): Promise<void> => {
    if (problems.length) {
      hand.pass(...problems.map((p) => p.field));
      void Taro.pageScrollTo({ selector: `#${sectionOf(problems[0]?.field)}`, duration: 0 }).catch(() => undefined);
    } else if (await send.run()) {
      hand.forget();
      showToast('送去核验了');
      restartAt('/areas/employers/mine/index');
    }
  };
  return (
    <Button kind="main" busy={send.busy} busyWords="正在送" disabled={told.length ? `还差 ${told.length} 处` : false} onTap={() => void onSend()}>
      {words}
    </Button>
  );
}

/** What is to be known before one begins. */
function Before({ hand, start, isVerified, isNew }: { hand: EmployerInHand; start: EmployerDraft; isVerified: boolean; isNew: boolean }) {
  const isTaken = hand.send.problem?.code === 'credit_code_taken';
  return (
    <>
      {hand.keptAt && (
        <Banner
          kind="info"
          icon="edit"
          title="接着上次没写完的"
          aside={
            <Button kind="quiet" onTap={() => hand.restart(start)}>
              从头写
            </Button>
          }
        />
      )}
      {isVerified && <Banner kind="wait" title="改了要重新核验" words="核验好以前，岗位先收起来" />}
      {hand.send.problem && !isTaken && <Banner kind="failed" title={hand.send.problem.sentence} words="写的都还在" />}
      {isNew && <View className="t2">把营业执照、招聘简章、委托书和身份证放在手边，填好、拍好，5 分钟。人社局核验过，就能发岗位、进招聘会。</View>}
    </>
  );
}

function Form({ employerId, start, isVerified }: { employerId: string | undefined; start: EmployerDraft; isVerified: boolean }) {
  const hand = useEmployer(employerId, start);
  const words = employerId ? '改好了，再送核验' : '送去核验';
  return (
    <Page title={employerId ? '改单位资料' : '登记单位'} foot={<SendButton hand={hand} words={words} />}>
      <Before hand={hand} start={start} isVerified={isVerified} isNew={!employerId} />
      <View id="form-who" className="stack loose">
        <WhoFields hand={hand} />
      </View>
      <View id="form-place" className="stack loose">
        <PlaceFields hand={hand} />
      </View>
      <View id="form-agent" className="stack loose">
        <AgentFields hand={hand} />
      </View>
      <View id="form-photos" className="stack loose">
        <PhotoFields hand={hand} />
      </View>
    </Page>
  );
}

function Change({ employerId }: { employerId: string }) {
  const employer = useCall('employers.get', { employerId });
  if (employer.data) return <Form employerId={employerId} start={draftOf(employer.data)} isVerified={employer.data.status === 'verified'} />;
  return <Page title="改单位资料">{employer.problem ? <ErrorView problem={employer.problem} onRetry={() => void employer.reload()} /> : <Skeleton />}</Page>;
}

/** 登记单位: anybody may bring an employer; whoever does so hires for it. Also puts right what was sent back. */
export default function EmployerForm() {
  const { employerId } = useParams('/areas/employers/form/index');
  const session = useSession();
  if (employerId) return <Change employerId={employerId} />;
  if (session && !mayRegister(session))
    return (
      <Page title="登记单位">
        <Empty title="先换成自己的身份" words="登记单位是招人的一方来办" />
        <RoleChooser session={session} only={(held) => held.role === 'worker' || held.role === 'recruiter'} onChosen={() => undefined} />
      </Page>
    );
  return <Form employerId={undefined} start={emptyEmployer} isVerified={false} />;
}
