import type { Output } from '@shanhai/shared/contract/contract.ts';
import { monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';
import { complaintOutcomeWords, complaintReasonWords } from '@shanhai/shared/rules/complaints.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Complaint = Output<'complaints.mine'>['items'][number];

function One({ complaint }: { complaint: Complaint }) {
  const { outcome, dueAt, decidedAt } = complaint;
  return (
    <Card>
      <View className="row top fw">
        <View className="grow">
          <View className="h3">{complaint.jobTitle}</View>
          <View className="small t2">
            {complaint.employerShortName}，{monthDay(complaint.madeAt)}举报
          </View>
        </View>
        <Chip tone={outcome ? 'ok' : 'wait'}>{outcome ? '办好了' : '在查'}</Chip>
      </View>
      <View>{complaint.reasons.map((reason) => complaintReasonWords[reason]).join('、')}</View>
      {complaint.words !== '' && <View className="t2">{complaint.words}</View>}
      <View className="b">
        {outcome ? `${monthDay(decidedAt ?? dueAt)}：${complaintOutcomeWords[outcome]}` : `${monthDay(dueAt)} ${weekday(dueAt)}前给您回话`}
      </View>
    </Card>
  );
}

/** 我的举报: what I reported, and what became of it. */
export default function MyComplaints() {
  const { data, isLoading, problem, reload } = useCall('complaints.mine', {});
  return (
    <Page title="我的举报">
      {isLoading && <Skeleton shape="rows" />}
      {!data && problem && <ErrorView problem={problem} onRetry={() => void reload()} />}
      {data?.items.length === 0 && (
        <Empty title="没有举报过" words="碰到收押金、扣身份证，在岗位下面点举报" action={<Button onTap={() => go('/tabs/jobs/index')}>看岗位</Button>} />
      )}
      {data?.items.map((complaint) => (
        <One key={complaint.jobId} complaint={complaint} />
      ))}
    </Page>
  );
}
