import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { asRefusal } from '../../../api/refusal.ts';
import { act, type Persona, personas, signInAs } from '../../../api/session.ts';
import type { Session } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { type Role, roleIcons, roleWords } from '../../../nav.ts';
import { ErrorView } from '../../../ui/empty.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

const roles: readonly Role[] = ['worker', 'recruiter', 'organizer', 'officer'];

/** Signs in as a persona and takes up the role it stands for, if it holds that role. */
async function enterAs(persona: Persona): Promise<Session> {
  const session = await signInAs(persona.id);
  const held = session.held.find((one) => one.role === persona.group);
  return held && session.acting.role !== held.role ? act(held.role, held.scope) : session;
}

function Group({ words, people, onPick }: { words: string; people: Persona[]; onPick: (persona: Persona) => void }) {
  if (people.length === 0) return null;
  return (
    <View className="stack">
      <Heading>{words}</Heading>
      <Card flush>
        {people.map((persona) => (
          <Row
            key={persona.id}
            title={persona.name}
            words={persona.about}
            icon={persona.group === 'odd' ? 'user' : roleIcons[persona.group]}
            onTap={() => onPick(persona)}
          />
        ))}
      </Card>
    </View>
  );
}

/** The people of the stand-in for WeChat, on a developer's machine: pick whom to be. */
export function Personas({ onEntered }: { onEntered: (session: Session) => void }) {
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['personas'], queryFn: personas });
  const enter = useAction(async (persona: Persona) => onEntered(await enterAs(persona)));
  if (isPending) return <Skeleton shape="rows" count={5} />;
  if (error) return <ErrorView problem={asRefusal(error)} onRetry={() => void refetch()} />;
  return (
    <>
      <View className="hint">本机试用：选一个人，就当是用他的微信打开的。</View>
      {roles.map((role) => (
        <Group key={role} words={roleWords[role]} people={data.filter((persona) => persona.group === role)} onPick={(persona) => void enter.run(persona)} />
      ))}
      <Group words="进不来的人" people={data.filter((persona) => persona.group === 'odd')} onPick={(persona) => void enter.run(persona)} />
    </>
  );
}
