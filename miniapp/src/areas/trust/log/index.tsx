import type { Output } from '@shanhai/shared/contract/contract.ts';
import { refusalReasonWords } from '@shanhai/shared/rules/applications.ts';
import { auditWords } from '@shanhai/shared/rules/audit-words.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { complaintOutcomeWords } from '@shanhai/shared/rules/complaints.ts';
import { suspendWords } from '@shanhai/shared/rules/employers.ts';
import { exportPurposes, purposeWords } from '@shanhai/shared/rules/exports.ts';
import { roleGivenWords } from '@shanhai/shared/rules/given-roles.ts';
import { closeReasonWords } from '@shanhai/shared/rules/jobs.ts';
import { oddOutcomeWords } from '@shanhai/shared/rules/odd-use.ts';
import { categoryReasonWords, idReasonWords, revealReasonWords } from '@shanhai/shared/rules/people.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { roleWords } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { type Column, Table } from '../../../ui/table.tsx';
import { Chain } from './chain.tsx';

type Line = Output<'audit.list'>['items'][number];
interface Wanted {
  person?: string;
  doneBy?: string;
}

const chosen: Record<string, string> = {
  ...revealReasonWords,
  ...idReasonWords,
  ...categoryReasonWords,
  ...Object.fromEntries(exportPurposes.map((one) => [one, purposeWords[one]])),
};
const subjectWords: Record<string, string> = {
  workerId: '人',
  employerId: '单位',
  jobId: '岗位',
  fairId: '招聘会',
  boothNo: '展位',
  number: '号码',
  deviceId: '设备',
  fileId: '证照',
  applicationId: '申请',
  caseId: '事项',
  scope: '地区',
  untilOn: '到',
};

const whenWords = ({ at }: Line): string => `${monthDay(at)} ${chinaTime(at)}`;
/** What is chosen from a list of its own, by what is done. */
const chosenAt: Partial<Record<string, Record<string, string>>> = {
  'employers.suspend': suspendWords,
  'jobs.close': closeReasonWords,
  'complaints.decide': complaintOutcomeWords,
  'tasks.settleOdd': oddOutcomeWords,
  'applications.answer': refusalReasonWords,
  'applications.refuseMany': refusalReasonWords,
  'identity.grantRole': roleGivenWords,
  'identity.renewRole': roleGivenWords,
  'identity.revokeRole': roleGivenWords,
};
const whyWords = ({ words = '', action }: Line): string =>
  words
    .split(' ')
    .map((word) => chosenAt[action]?.[word] ?? chosen[word] ?? word)
    .join(' ');
/** Names where there are any; of people only masked. */
const nameOf = (line: Line, field: string, id: string): string => {
  if (field === 'scope') return regionName(id);
  return line.called?.[id] ?? id;
};
const personsWords = (line: Line): string[] => {
  const { persons, subject } = line;
  const [first] = persons;
  if (!first || (persons.length === 1 && first === subject.workerId)) return [];
  const name = line.called?.[first];
  if (persons.length === 1) return name ? [`人 ${name}`] : ['涉及 1 个人'];
  return [`涉及 ${persons.length} 个人`];
};
const aboutWords = (line: Line): string =>
  [...Object.entries(line.subject).map(([field, id]) => `${subjectWords[field] ?? '编号'} ${nameOf(line, field, id)}`), ...personsWords(line)].join('，');
const personOf = ({ subject, persons }: Line): string | undefined => subject.workerId ?? persons[0];

function Refusal({ line }: { line: Line }) {
  return line.refused ? <Chip tone="stop">没让办</Chip> : null;
}

const columns: readonly Column<Line>[] = [
  { head: '什么时候', cell: (line) => <View className="nw">{whenWords(line)}</View> },
  { head: '谁', cell: (line) => <View className="nw">{`${line.byName}（${roleWords[line.role]}）`}</View> },
  { head: '做了什么', cell: (line) => auditWords(line.action) },
  { head: '为什么', cell: whyWords },
  { head: '关于', cell: aboutWords },
  { head: '', cell: (line) => <Refusal line={line} /> },
];

function Lines({ lines, onOpen }: { lines: readonly Line[]; onOpen: (line: Line) => void }) {
  const isWide = useWideScreen();
  return (
    <Card flush>
      {isWide && <Table columns={columns} rows={lines} keyOf={(line) => line.lineId + line.region} onOpen={onOpen} />}
      {!isWide &&
        lines.map((line) => (
          <Row
            key={line.lineId + line.region}
            title={auditWords(line.action)}
            words={[whenWords(line), line.byName, whyWords(line), aboutWords(line)].filter(Boolean).join('，')}
            aside={<Refusal line={line} />}
            onTap={() => onOpen(line)}
          />
        ))}
    </Card>
  );
}

/** One page of it, and the next below when it is asked for. */
function Pages({ wanted, cursor, onOpen }: { wanted: Wanted; cursor?: string; onOpen: (line: Line) => void }) {
  const [isMore, setMore] = useState(false);
  const page = useCall('audit.list', { ...wanted, ...(cursor && { cursor }) });
  if (!page.data) return <NotYet of={page} shape="rows" />;
  const { items, cursor: next } = page.data;
  return (
    <>
      {items.length > 0 && <Lines lines={items} onOpen={onOpen} />}
      {items.length === 0 && !cursor && !next && <Empty title="还没有记录" words="有人看资料、办事，这里马上有" />}
      {next && !isMore && (
        <Button kind="line" wide onTap={() => setMore(true)}>
          再往前看
        </Button>
      )}
      {next && isMore && <Pages wanted={wanted} cursor={next} onOpen={onOpen} />}
    </>
  );
}

/** 谁看过、谁办的: what staff of the region saw and decided, newest first. */
export default function AuditLog() {
  const [wanted, setWanted] = useState<Wanted>({});
  const [opened, setOpened] = useState<Line>();
  const isNarrowed = wanted.person !== undefined || wanted.doneBy !== undefined;
  const person = opened && personOf(opened);
  const narrow = (to: Wanted) => {
    setWanted(to);
    setOpened(undefined);
  };
  return (
    <Page title="谁看过、谁办的" wide>
      <View className="t2">工作人员看个人资料、导出、审核、改权限，都自动记在这里，每小时另存一份到锁住的地方，谁也改不了、删不掉。保存三年。</View>
      <Chain />
      {opened && (
        <Card>
          <Heading>{auditWords(opened.action)}</Heading>
          <View>{[whenWords(opened), opened.byName, whyWords(opened), aboutWords(opened)].filter(Boolean).join('，')}</View>
          <View className="chips">
            <Button kind="line" onTap={() => narrow({ doneBy: opened.by })}>
              只看这位工作人员
            </Button>
            {person !== undefined && (
              <Button kind="line" onTap={() => narrow({ person })}>
                只看关于这个人
              </Button>
            )}
          </View>
        </Card>
      )}
      {isNarrowed && (
        <Button kind="soft" icon="close" onTap={() => narrow({})}>
          看全部
        </Button>
      )}
      <Pages key={`${wanted.person ?? ''}${wanted.doneBy ?? ''}`} wanted={wanted} onOpen={setOpened} />
    </Page>
  );
}
