import type { Output } from '@shanhai/shared/contract/contract.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Field } from '../../../ui/field.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Employer = Output<'employers.list'>['items'][number];

interface PageProps {
  fairId: string;
  q: string;
  cursor: string | undefined;
  /** Booth labels of those who are invited already. */
  labels: ReadonlyMap<string, string>;
}

const matches = (employer: Employer, q: string): boolean => [employer.name, employer.shortName, employer.industry].some((words) => words.includes(q));

function EmployerRow({ fairId, employer, label }: { fairId: string; employer: Employer; label: string | undefined }) {
  return (
    <Row
      icon="building"
      tone={label ? 'grey' : 'act'}
      title={employer.name}
      words={`${regionName(employer.regionCode)} · ${employer.industry}`}
      aside={label && <Chip tone="ok">{label}</Chip>}
      {...(!label && { onTap: () => go('/areas/organize/openings/index', { fairId, employerId: employer.employerId }) })}
    />
  );
}

/** The last line of the list. */
function listEnd(q: string, hasFound: boolean): string {
  return q && !hasFound ? `名字里有“${q}”的，没有别的了。没核验的单位要先到人社核验` : '就这些，都核验过';
}

function EmployerRows({ items, fairId, labels }: { items: readonly Employer[]; fairId: string; labels: PageProps['labels'] }) {
  if (items.length === 0) return null;
  return (
    <Card flush>
      {items.map((employer) => (
        <EmployerRow key={employer.employerId} fairId={fairId} employer={employer} label={labels.get(employer.employerId)} />
      ))}
    </Card>
  );
}

/** One page of the verified employers, and below it the next: on a tap, or at once while a name is looked for. */
function EmployerPage({ cursor, ...shared }: PageProps) {
  const { q } = shared;
  const listed = useCall('employers.list', { status: 'verified', ...(cursor && { cursor }) });
  const [isOpen, setOpen] = useState(false);
  if (listed.isLoading) return <Skeleton shape="rows" />;
  if (!listed.data) return listed.problem ? <ErrorView problem={listed.problem} onRetry={() => void listed.reload()} /> : null;
  const shown = listed.data.items.filter((employer) => matches(employer, q));
  return (
    <>
      <EmployerRows items={shown} {...shared} />
      {listed.data.cursor ? (
        <Further isOpen={isOpen || q !== ''} onOpen={() => setOpen(true)} cursor={listed.data.cursor} {...shared} />
      ) : (
        <View className="t2 center">{listEnd(q, shown.length > 0)}</View>
      )}
    </>
  );
}

function Further({ isOpen, onOpen, ...page }: PageProps & { isOpen: boolean; onOpen: () => void }) {
  if (isOpen) return <EmployerPage {...page} />;
  return (
    <Button kind="line" wide onTap={onOpen}>
      再看一些
    </Button>
  );
}

/** 请单位: verified employers, by name. */
export default function Invite() {
  const { fairId = '' } = useParams('/areas/organize/invite/index');
  const booths = useCall('fairs.booths', { fairId }, { when: fairId !== '' });
  const [q, setQ] = useState('');
  const labels = new Map(booths.data?.items.map((booth) => [booth.employerId as string, booth.label]));
  return (
    <Page title="请单位">
      <Field label="找单位" value={q} onChange={setQ} placeholder="名字或行业里的几个字" most={30} />
      <EmployerPage fairId={fairId} q={q.trim()} cursor={undefined} labels={labels} />
    </Page>
  );
}
