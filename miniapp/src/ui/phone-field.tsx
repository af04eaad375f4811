import { isPhone } from '@shanhai/shared/rules/phone.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { asRefusal } from '../api/refusal.ts';
import { Button } from './button.tsx';
import { Field, FieldFrame } from './field.tsx';

interface PhoneFieldProps {
  value: string;
  onChange: (phone: string) => void;
  hint?: string;
  aside?: string;
}

const digitsOf = (typed: string): string => typed.replace(/\D/g, '').slice(0, 11);

/** What is amiss with a typed phone number, once it is as long as one; an empty one is allowed. */
export function phoneProblem(phone: string): string | undefined {
  if (phone === '' || isPhone(phone)) return undefined;
  return phone.length < 11 ? '手机号是 11 位，还差几位' : '这个号不对，请再看一眼';
}

function Typed({ value, onChange, hint, aside = '', problem }: PhoneFieldProps & { problem: string | undefined }) {
  const [isLeft, setLeft] = useState(false);
  const amiss = isLeft || value.length === 11 ? phoneProblem(value) : undefined;
  return (
    <Field
      label="电话"
      aside={aside}
      kind="phone"
      value={value}
      onChange={(typed) => onChange(digitsOf(typed))}
      placeholder="11 位手机号"
      most={13}
      problem={amiss ?? (value ? undefined : problem)}
      hint={hint}
      isGood={value !== '' && isPhone(value)}
      onLeave={() => setLeft(true)}
    />
  );
}

/** The phone number: by WeChat's own button, and by hand when that is refused or there is no WeChat. */
export function PhoneField({ value, onChange, hint, aside = '没有就空着' }: PhoneFieldProps) {
  const [byHand, setByHand] = useState(process.env.TARO_ENV !== 'weapp' || value !== '');
  const [problem, setProblem] = useState<string>();
  const refuse = (sentence: string): void => {
    setProblem(sentence);
    setByHand(true);
  };
  const take = async (code: string | undefined): Promise<void> => {
    if (!code) return refuse('没拿到也没事，自己填就行');
    try {
      const { phone } = await call('identity.bindPhone', { code });
      onChange(phone);
      setByHand(true);
    } catch (error) {
      refuse(asRefusal(error).sentence);
    }
  };
  if (byHand) return <Typed value={value} onChange={onChange} aside={aside} {...(hint && { hint })} problem={problem} />;
  return (
    <FieldFrame label="电话" aside={aside} hint={hint}>
      <View className="pair">
        <Button kind="soft" icon="phone" onPhone={(code) => void take(code)}>
          用微信的手机号
        </Button>
        <Button kind="line" onTap={() => setByHand(true)}>
          自己填
        </Button>
      </View>
    </FieldFrame>
  );
}
