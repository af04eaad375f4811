import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { keepIfRoom } from '../../../api/kept.ts';
import { useMe } from '../../../api/use-me.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { AnswerForm } from './answer-form.tsx';
import { type Me, nextQuestion, type QuestionKey, questionKeys, questions } from './questions.ts';

function MyCode({ me }: { me: Me }) {
  return (
    <Card>
      <View className="row fw">
        <QrCode text={me.code} size={112} label="我的码" />
        <View className="grow">
          <View className="h3">{me.name ?? '我的码'}</View>
          <View className="t2">到门口、到展位，给工作人员扫</View>
        </View>
      </View>
    </Card>
  );
}

const putOffKey = 'profile.put-off';
const readPutOff = (): string[] => (Taro.getStorageSync(putOffKey) as string[] | '') || [];

/** 再告诉我们一件事: one question a visit; another only for who wants to go on. */
function OneQuestion({ me }: { me: Me }) {
  const [putOff, setPutOff] = useState(readPutOff);
  const [hasAnswered, setAnswered] = useState(false);
  const asked = nextQuestion(me, putOff);
  const done = (key: QuestionKey): void => {
    const next = [...putOff, key];
    keepIfRoom(putOffKey, next);
    setPutOff(next);
    setAnswered(true);
  };
  if (!asked) return null;
  if (hasAnswered)
    return (
      <Card>
        <View className="row fw">
          <View className="grow t2">记下了，今天就问这一件</View>
          <Button kind="soft" onTap={() => setAnswered(false)}>
            再说一件
          </Button>
        </View>
      </Card>
    );
  return (
    <Card>
      <Heading aside="不说也行">再告诉我们一件事</Heading>
      <View className="h2">{questions[asked].ask}</View>
      <AnswerForm key={asked} question={asked} me={me} onDone={() => done(asked)} />
      <Button kind="quiet" onTap={() => done(asked)}>
        先不说
      </Button>
    </Card>
  );
}

/** What was said so far; a tap changes it. */
function Said({ me }: { me: Me }) {
  const [open, setOpen] = useState<QuestionKey>();
  return (
    <View className="stack">
      <Heading aside="点一下能改">说过的</Heading>
      <Card flush>
        {questionKeys.map((key) => (
          <Row
            key={key}
            icon={questions[key].icon}
            tone={questions[key].said(me) ? 'act' : 'grey'}
            title={questions[key].said(me) || '还没说'}
            words={questions[key].title}
            onTap={() => setOpen(key)}
          />
        ))}
      </Card>
      {open && (
        <Sheet isOpen onClose={() => setOpen(undefined)} label={questions[open].ask}>
          <View className="h2">{questions[open].ask}</View>
          <AnswerForm question={open} me={me} onDone={() => setOpen(undefined)} />
        </Sheet>
      )}
    </View>
  );
}

const lookingWords = { looking: '在找', asked: '三个月了，还在找吗', grey: '先收起来了', stopped: '不找了' } as const;

function Links({ me }: { me: Me }) {
  const { state } = me.looking;
  return (
    <Card flush>
      <Row
        icon="bell"
        title="还在找活吗"
        aside={<Chip tone={state === 'looking' ? 'ok' : 'wait'}>{lookingWords[state]}</Chip>}
        onTap={() => go('/areas/workers/looking/index')}
      />
      <Row icon="doc" title="人员类别" words="办补贴用，单位看不到" onTap={() => go('/areas/workers/categories/index')} />
      <Row
        icon="strip"
        title="身份证号"
        words={me.isIdKnown ? '存好了，加密的' : '不填也行，签合同、办补贴才要'}
        onTap={() => go('/areas/workers/resident-id/index')}
      />
      {me.home && (
        <Row
          icon="people"
          title="让上海那边也帮您找"
          words={me.sharedWith?.length ? '同意了，随时能收回' : '问您一声，不同意也能用'}
          onTap={() => go('/areas/rights/elsewhere/index')}
        />
      )}
      <Row icon="lock" title="名片给过谁" words="随时能收回" onTap={() => go('/areas/cards/given/index')} />
      <Row icon="eyeoff" tone="grey" title="谁看过我的资料" words="看一次，记一次" onTap={() => go('/areas/workers/views/index')} />
      <Row icon="undo" tone="grey" title="别人替我登记的" words="拿回来自己管" onTap={() => go('/areas/workers/records/index')} />
    </Card>
  );
}

/** 我的名片: asked a little at a time, each thing changed at will. */
export default function Profile() {
  const { data: me, ...rest } = useMe();
  if (!me)
    return (
      <Page title="我的名片">
        <NotYet of={{ data: me, ...rest }} />
      </Page>
    );
  return (
    <Page title="我的名片">
      <MyCode me={me} />
      <OneQuestion me={me} />
      <Said me={me} />
      <Links me={me} />
    </Page>
  );
}
