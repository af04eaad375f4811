import { type IdReason, idReasons, idReasonWords, type RevealReason, revealReasons, revealReasonWords } from '@shanhai/shared/rules/people.ts';
import { spacedPhone } from '@shanhai/shared/rules/phone.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Pairs } from '../../../ui/row.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { skillWords } from '../../../ui/skill-words.ts';
import { type Person, wishWords } from './skilled-pages.tsx';

const idOptions = idReasons.map((value) => ({ value, words: idReasonWords[value] }));
const options = revealReasons.map((value) => ({ value, words: revealReasonWords[value] }));

interface Shown {
  name?: string | undefined;
  phone?: string | undefined;
}

function Ask({ workerId, onShown }: { workerId: string; onShown: (shown: Shown) => void }) {
  const [reason, setReason] = useState<RevealReason>();
  const look = useAction(async (why: RevealReason) => onShown(await call('people.reveal', { workerId, reason: why })));
  return (
    <>
      <ChooseOne label="为什么要看名字和电话" options={options} value={reason} onChange={setReason} />
      <View className="hint">记下是谁、哪天、为什么看的，本人看得到</View>
      <Button kind="main" icon="phone" disabled={!reason && '先选为什么'} busy={look.busy} onTap={() => reason && void look.run(reason)}>
        看名字和电话
      </Button>
    </>
  );
}

/** The whole resident id: one more question with its own reason, after the name. */
function AskId({ workerId }: { workerId: string }) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState<IdReason>();
  const [seen, setSeen] = useState<{ residentId?: string | undefined }>();
  const look = useAction(async (why: IdReason) => setSeen(await call('people.revealId', { workerId, reason: why })));
  if (seen) return <Pairs items={[['身份证号', seen.residentId ?? '没登记']]} />;
  if (!isAsking) {
    return (
      <Button kind="line" wide icon="eyeoff" onTap={() => setAsking(true)}>
        要看身份证号
      </Button>
    );
  }
  return (
    <>
      <ChooseOne label="哪件事要用身份证号" options={idOptions} value={reason} onChange={setReason} />
      <View className="hint">只在法律要求时看。记下是谁、为什么，本人看得到；每小时有限次</View>
      <Button kind="main" icon="guard" disabled={!reason && '先选哪件事'} busy={look.busy} onTap={() => reason && void look.run(reason)}>
        看身份证号
      </Button>
    </>
  );
}

/** One person of the pool: what is known without a name, and the name and phone for a reason. */
export function RevealSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const [shown, setShown] = useState<Shown>();
  const items: [string, string][] = [
    ['会什么', person.skills.map(skillWords).join('；')],
    ['想去', wishWords(person)],
    ...(shown
      ? ([
          ['姓名', shown.name ?? '没填'],
          ['电话', shown.phone ? spacedPhone(shown.phone) : '没有电话'],
        ] as [string, string][])
      : []),
  ];
  return (
    <Sheet isOpen onClose={onClose} label={person.maskedName}>
      <View className="h2">{person.maskedName}</View>
      <Pairs items={items} />
      {person.isYoung && <Banner kind="wait" title="未满 18 岁" words="不能安排未成年工禁忌的活" />}
      {!person.canReveal && <Banner kind="info" title="请和老家的人社局联系" words="结对这边看得到会什么、想去哪里，看不到名字和电话" />}
      {person.canReveal && !shown && <Ask workerId={person.workerId} onShown={setShown} />}
      {shown && <AskId workerId={person.workerId} />}
      {person.canReveal && (
        <Button kind="line" wide icon="bell" onTap={() => go('/areas/people/recommend/index', { workerId: person.workerId, who: person.maskedName })}>
          推荐到岗位
        </Button>
      )}
      {person.canReveal && (
        <Button kind="line" wide icon="doc" onTap={() => go('/areas/people/categories/index', { workerId: person.workerId, who: person.maskedName })}>
          人员类别
        </Button>
      )}
      <Button kind="quiet" wide onTap={onClose}>
        关上
      </Button>
    </Sheet>
  );
}
