import { applicationStateWords } from '@shanhai/shared/rules/applications.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Demo, Row } from '../../../ui/row.tsx';
import { aboutWords, dueOf, isWaiting, type Line, saidWords, stateTones } from '../people.ts';
import { RefuseMany } from './refuse-many.tsx';

const idOf = (line: Line): string => `${line.jobId}${line.workerId}`;

function LineRow({ line, isTicked, isOn, onTap }: { line: Line; isTicked: boolean | undefined; isOn: boolean; onTap: () => void }) {
  const due = dueOf(line, new Date().toISOString());
  const said = saidWords(line);
  return (
    <Row
      isOn={isOn}
      onTap={onTap}
      label={`${line.maskedName}，${line.jobTitle}，${isWaiting(line) ? due.words : applicationStateWords[line.state]}`}
      title={
        <View className="row">
          {isTicked !== undefined && <View className={`tick-box ${isTicked ? 'is-on' : ''}`}>{isTicked && <Icon name="check" size={22} />}</View>}
          {line.maskedName}
          <Demo when={line.demo} />
        </View>
      }
      words={
        <>
          <View>投“{line.jobTitle}”</View>
          <View>{aboutWords(line)}</View>
          {said && <View>{said}</View>}
        </>
      }
      aside={isWaiting(line) ? <Chip tone={due.tone}>{due.words}</Chip> : <Chip tone={stateTones[line.state]}>{applicationStateWords[line.state]}</Chip>}
    />
  );
}

/** Everybody in the list; several of them can be given one answer. */
export function Lines({ items, onOpen, isOn = () => false }: { items: readonly Line[]; onOpen: (line: Line) => void; isOn?: (line: Line) => boolean }) {
  const [ticked, setTicked] = useState<string[]>();
  const waiting = items.filter(isWaiting);
  const toggle = (id: string): void => setTicked((now = []) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const tap = (line: Line): void => (ticked && isWaiting(line) ? toggle(idOf(line)) : onOpen(line));
  const chosen = waiting.filter((line) => ticked?.includes(idOf(line)));
  return (
    <View className="stack">
      {waiting.length > 1 && (
        <View className="row ends">
          <Button kind="quiet" onTap={() => setTicked(ticked ? undefined : [])}>
            {ticked ? '不选了' : '几个人一起回'}
          </Button>
          {ticked && (
            <Button kind="quiet" onTap={() => setTicked(waiting.map(idOf))}>
              全选 {waiting.length} 个
            </Button>
          )}
        </View>
      )}
      <Card flush>
        {items.map((line) => (
          <LineRow
            key={idOf(line)}
            line={line}
            isOn={isOn(line)}
            isTicked={ticked && isWaiting(line) ? ticked.includes(idOf(line)) : undefined}
            onTap={() => tap(line)}
          />
        ))}
      </Card>
      {chosen.length > 0 && <RefuseMany lines={chosen} onDone={() => setTicked(undefined)} />}
    </View>
  );
}
