import { View } from '@tarojs/components';
import { act } from '../api/session.ts';
import type { Session } from '../api/session-store.ts';
import { useAction } from '../api/use-action.ts';
import { roleIcons, roleWords } from '../nav.ts';
import { aria } from './aria.ts';
import { Chip } from './chip.tsx';
import { RadioRow } from './row.tsx';

type Held = Session['held'][number];

interface Props {
  session: Session;
  /** Which of the held roles to offer; all when left out. */
  only?: (held: Held) => boolean;
  onChosen: (session: Session) => void;
}

const isSame = (a: Held, b: Held): boolean => a.role === b.role && a.scope === b.scope;

/** 换身份: the roles one holds, and which one it is now. */
export function RoleChooser({ session, only = () => true, onChosen }: Props) {
  const change = useAction(async (held: Held) => onChosen(await act(held.role, held.scope)));
  return (
    <View className="card flush" {...aria({ role: 'radiogroup', label: '换身份' })}>
      {session.held.filter(only).map((held) => {
        const isNow = isSame(held, session.acting);
        return (
          <RadioRow
            key={`${held.role}${held.scope ?? ''}`}
            title={roleWords[held.role]}
            words={held.scopeName ?? '自己用'}
            icon={roleIcons[held.role]}
            isOn={isNow}
            aside={isNow ? <Chip tone="act">现在</Chip> : undefined}
            onTap={() => void (isNow ? onChosen(session) : change.run(held))}
          />
        );
      })}
    </View>
  );
}
