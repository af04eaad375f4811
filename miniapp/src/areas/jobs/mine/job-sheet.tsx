import { closeReasons, closeReasonWords, jobCan, jobStatusWords } from '@shanhai/shared/rules/jobs.ts';
import { postFindings } from '@shanhai/shared/rules/post-findings.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { type Action, useAction } from '../../../api/use-action.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { today } from '../edit/job-draft.ts';
import { contentOf, endOf, type MyJob, payWords } from './job-words.ts';

type CloseReason = (typeof closeReasons)[number];
const reasonOptions = closeReasons.map((value) => ({ value, words: closeReasonWords[value] }));

interface Props {
  job: MyJob;
  /** How many wait for an answer, in words. */
  waiting: string | undefined;
  isVerified: boolean;
  onClose: () => void;
  onPublished: () => void;
}

/** A post that cannot go out as it is leads to its form, where what is wrong stands at its field. */
function PublishButton({ job, isVerified, publish }: { job: MyJob; isVerified: boolean; publish: Action<[], unknown> }) {
  const wrong = postFindings(job, today()).length;
  const content = contentOf(job);
  const words = job.status === 'paused' ? '再发' : '发出去';
  if (wrong)
    return (
      <Button kind="main" icon="edit" onTap={() => go('/areas/jobs/edit/index', { jobId: job.jobId })}>
        改好 {wrong} 处就能发
      </Button>
    );
  if (content)
    return (
      <Banner
        kind={content.tone === 'wait' ? 'wait' : 'failed'}
        title={content.words}
        words={content.tone === 'wait' ? '人社局两个工作日内看，看完就发' : '改好再发'}
      />
    );
  return (
    <Button kind="main" icon="up" busy={publish.busy} busyWords="正在发" disabled={isVerified ? false : '单位核验过才能发'} onTap={() => void publish.run()}>
      {words}
    </Button>
  );
}

function CloseFor({ busy, onReason, onBack }: { busy: boolean; onReason: (reason: CloseReason) => void; onBack: () => void }) {
  const [reason, setReason] = useState<CloseReason>();
  return (
    <>
      <ChooseOne label="为什么关" options={reasonOptions} value={reason} onChange={setReason} />
      <View className="hint">关了就不能再改，别人也投不了。以后可以抄一份重新发。</View>
      <Button kind="stop" wide busy={busy} busyWords="正在关" disabled={reason ? false : '先选一个原因'} onTap={() => reason && onReason(reason)}>
        关掉这个岗位
      </Button>
      <Button kind="quiet" wide onTap={onBack}>
        不关了
      </Button>
    </>
  );
}

function useChanges({ job, onClose, onPublished }: Props) {
  const { jobId } = job;
  const then = async (done: Promise<unknown>): Promise<void> => {
    await done;
    onClose();
  };
  const said = ({ status }: { status: string }): void => {
    showToast(status === 'open' ? '发出去了，工人看得到了' : '交上了，内容要等人看一下');
    if (status === 'open') onPublished();
  };
  return {
    publish: useAction(() => then(call('jobs.publish', { jobId }).then(said)), {}),
    pause: useAction(() => then(call('jobs.pause', { jobId })), { done: '停了，工人看不到了' }),
    close: useAction((reason: CloseReason) => then(call('jobs.close', { jobId, reason })), { done: '关了' }),
  };
}

/** To those who applied, and to the times at which one meets them. */
function PeopleButtons({ job: { jobId }, waiting, onClose }: Props) {
  const open = (address: '/areas/applications/list/index' | '/areas/interviews/slots/index'): void => {
    onClose();
    go(address, { jobId });
  };
  return (
    <View className="pair">
      <Button kind={waiting ? 'main' : 'line'} icon="people" onTap={() => open('/areas/applications/list/index')}>
        {waiting ? `要回的人 ${waiting}` : '投了的人'}
      </Button>
      <Button kind="line" icon="calendar" onTap={() => open('/areas/interviews/slots/index')}>
        约面时间
      </Button>
    </View>
  );
}

function Choices({ job, isVerified, onClose, changes, onClosing }: Props & { changes: ReturnType<typeof useChanges>; onClosing: () => void }) {
  const open = (params: { jobId: string } | { copyOf: string }): void => {
    onClose();
    go('/areas/jobs/edit/index', params);
  };
  return (
    <>
      {jobCan.publish(job) && <PublishButton job={job} isVerified={isVerified} publish={changes.publish} />}
      <View className="pair">
        {jobCan.change(job) && (
          <Button kind="line" icon="edit" onTap={() => open({ jobId: job.jobId })}>
            {job.status === 'draft' ? '接着写' : '改'}
          </Button>
        )}
        {jobCan.pause(job) && (
          <Button kind="line" icon="minus" busy={changes.pause.busy} onTap={() => void changes.pause.run()}>
            先停
          </Button>
        )}
        <Button kind="line" icon="doc" onTap={() => open({ copyOf: job.jobId })}>
          抄一份
        </Button>
        {job.status === 'open' && (
          <Button kind="line" icon="people" onTap={() => go('/areas/jobs/people/index', { jobId: job.jobId })}>
            看谁合适
          </Button>
        )}
      </View>
      {jobCan.close(job) && (
        <Button kind="quiet" wide onTap={onClosing}>
          {job.status === 'draft' ? '不要了' : '关掉'}
        </Button>
      )}
    </>
  );
}

/** What can be done with an opening as it stands. */
export function JobSheet(props: Props) {
  const { job, onClose } = props;
  const [isClosing, setClosing] = useState(false);
  const changes = useChanges(props);
  return (
    <Sheet isOpen onClose={onClose} label={job.title}>
      <View>
        <View className="h2">{job.title || '还没写名字'}</View>
        <View className="t2">
          {jobStatusWords[job.status]}，招 {job.headcount} 人，{payWords(job)}，{endOf(job).words}
        </View>
      </View>
      {isClosing ? (
        <CloseFor busy={changes.close.busy} onReason={(reason) => void changes.close.run(reason)} onBack={() => setClosing(false)} />
      ) : (
        <>
          {job.status !== 'draft' && <PeopleButtons {...props} />}
          <Choices {...props} changes={changes} onClosing={() => setClosing(true)} />
          <Button kind="quiet" wide onTap={onClose}>
            回去
          </Button>
        </>
      )}
    </Sheet>
  );
}
