import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { dayWords, placeWords } from '../../../ui/place-words.ts';
import { Card, Row } from '../../../ui/row.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { skillWords } from '../../../ui/skill-words.ts';
import { type Column, Table } from '../../../ui/table.tsx';

export type Person = Output<'people.skilled'>['items'][number] & { canReveal: boolean };

const homeWords = ({ regionCode, town = '' }: Person): string => `${regionName(regionCode)}${town}`;

/** 上海，包住，到手 5,000 元以上，3月1日起 */
export function wishWords({ wish }: Person): string {
  const { placeRegion, needsDorm, leastTakeHomeFen, startOn } = wish;
  const said = [
    placeRegion && placeWords(placeRegion),
    needsDorm && '要包住',
    leastTakeHomeFen && `到手 ${yuan(leastTakeHomeFen)} 元以上`,
    startOn && `${dayWords(startOn)}起`,
  ];
  return said.filter(Boolean).join('，') || '哪儿都行';
}

const columns: readonly Column<Person>[] = [
  { head: '谁', cell: (p) => p.maskedName },
  { head: '会什么', cell: (p) => p.skills.map((skill) => <View key={skill.trade}>{skillWords(skill)}</View>) },
  { head: '想去哪里', cell: wishWords },
  { head: '家在', cell: homeWords },
  { head: '', cell: (p) => <Marks person={p} /> },
];

function Marks({ person }: { person: Person }) {
  return (
    <>
      {person.isYoung && <Chip tone="wait">未满 18</Chip>}
      {person.looking === 'asked' && <Chip>正在问还找不找</Chip>}
    </>
  );
}

function People({ people, onPick }: { people: readonly Person[]; onPick: (person: Person) => void }) {
  const isWide = useWideScreen();
  if (isWide)
    return (
      <Card flush>
        <Table columns={columns} rows={people} keyOf={(p) => p.workerId} onOpen={onPick} />
      </Card>
    );
  return (
    <Card flush>
      {people.map((person) => (
        <Row
          key={person.workerId}
          icon="user"
          title={`${person.maskedName} ${person.skills.map(skillWords).join('；')}`}
          words={`${homeWords(person)}，${wishWords(person)}`}
          aside={<Marks person={person} />}
          onTap={() => onPick(person)}
        />
      ))}
    </Card>
  );
}

interface PagesProps {
  wanted: Sent<'people.skilled'>;
  isAsked: boolean;
  onPick: (person: Person) => void;
  cursor?: string;
  before?: number;
}

/** One page of people, and the next below it when asked for. */
export function SkilledPages({ wanted, isAsked, onPick, cursor, before = 0 }: PagesProps) {
  const page = useCall('people.skilled', { ...wanted, ...(cursor && { cursor }) }, { when: isAsked });
  const [isFurther, setFurther] = useState(false);
  if (!page.data) return <NotYet of={page} shape="rows" count={4} />;
  const { items, cursor: next, canReveal, withheld = 0 } = page.data;
  const people = items.map((item) => ({ ...item, canReveal }));
  const seen = before + people.length;
  if (seen === 0 && !next && !withheld) return <Empty title="这一类现在没有人" words="换个工种看看；大家在“我的名片”里填了技能，就会出现在这里" />;
  return (
    <>
      {people.length > 0 && <People people={people} onPick={onPick} />}
      {withheld > 0 && <View className="t2">还有 {withheld} 人没同意给外地人社局看，请当地人社局问问本人</View>}
      {next && !isFurther && (
        <Button kind="soft" wide icon="down" onTap={() => setFurther(true)}>
          再看一些
        </Button>
      )}
      {next && isFurther && <SkilledPages wanted={wanted} isAsked={isAsked} onPick={onPick} cursor={next} before={seen} />}
    </>
  );
}
