import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { act } from '../../../api/session.ts';
import { useAction } from '../../../api/use-action.ts';
import { homeOf, restartAt } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Member } from './index.tsx';

interface Props {
  employerId: string;
  employerName: string;
  member: Member;
  isMe: boolean;
  isOwner: boolean;
  /** Nobody else works for this employer. */
  isAlone: boolean;
  onClose: () => void;
}

const aloneWords = '您是这家最后一位，离开就是注销这家单位：岗位都收起来，展位不收名片，资料依法留三年。要再招人，得重新登记。';

/** Asked once more before somebody is out. */
function Removal({ employerId, employerName, member: { workerId, name }, isMe, isAlone, onClose }: Omit<Props, 'isOwner'>) {
  const remove = useAction(
    async () => {
      await call('members.remove', { employerId, workerId });
      onClose();
      if (!isMe) return;
      await act('worker');
      restartAt(homeOf.worker);
    },
    { tell: 'inline', done: isMe ? '您已经离开' : `${name}移出了` },
  );
  return (
    <View className="stack">
      <View className="h2">{isMe ? `离开${employerName}？` : `把${name}移出${employerName}？`}</View>
      <View className="t2">
        {isAlone ? aloneWords : isMe ? '马上看不到这家的岗位和名片。要回来，请同事再出一张码。' : '马上看不到这家的岗位和名片，手机、电脑上都一样。'}
      </View>
      {remove.problem && <Banner kind="failed" title={remove.problem.sentence} />}
      <Button kind="stop" wide busy={remove.busy} onTap={() => void remove.run()}>
        {isMe ? '离开' : '移出'}
      </Button>
      <Button kind="quiet" wide onTap={onClose}>
        先不
      </Button>
    </View>
  );
}

/** What can be done with a colleague, or with oneself. */
export function MemberSheet(props: Props) {
  const { employerId, member, isMe, isOwner, onClose } = props;
  const [isRemoving, setRemoving] = useState(false);
  const next = member.duty === 'owner' ? 'recruiter' : 'owner';
  const change = useAction(
    async () => {
      await call('members.change', { employerId, workerId: member.workerId, duty: next });
      onClose();
    },
    { tell: 'inline', done: next === 'owner' ? '改成负责人了' : '改成招聘了' },
  );
  return (
    <Sheet isOpen onClose={onClose} label={member.name}>
      {isRemoving ? (
        <Removal {...props} />
      ) : (
        <View className="stack">
          <View className="h2">{member.name}</View>
          {change.problem && <Banner kind="failed" title={change.problem.sentence} />}
          {isOwner && (
            <Button kind="line" wide busy={change.busy} onTap={() => void change.run()}>
              {next === 'owner' ? '也当负责人' : '改成只管招聘'}
            </Button>
          )}
          <Button kind="stop" wide onTap={() => setRemoving(true)}>
            {isMe ? '离开这家单位' : '移出单位'}
          </Button>
          <Button kind="quiet" wide onTap={onClose}>
            关上
          </Button>
        </View>
      )}
    </Sheet>
  );
}
