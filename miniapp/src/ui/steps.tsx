import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { Tap } from './tap.tsx';

type StepState = 'done' | 'now' | 'ahead';
export interface Step {
  title: ReactNode;
  words?: ReactNode;
  state: StepState;
}

/** A short road, numbered from the top. */
export function Steps({ items }: { items: readonly Step[] }) {
  return (
    <View>
      {items.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a road keep their places
        <View key={`${index + 1}`} className={`step is-${step.state}`}>
          <View className="step-no">{step.state === 'done' ? <Icon name="check" size={20} /> : index + 1}</View>
          <View className="grow">
            <View className="li-title">{step.title}</View>
            {step.words !== undefined && <View className="li-words">{step.words}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}

export interface NextStep {
  title: string;
  words: string;
  icon: IconName;
  isNow?: boolean;
  onTap: () => void;
}

/** What comes next, as two or three cards side by side. */
export function NextSteps({ items }: { items: readonly NextStep[] }) {
  return (
    <View className="next">
      {items.map((step) => (
        <Tap key={step.title} className={`next-one ${step.isNow ? 'is-now' : ''}`} onTap={step.onTap}>
          <Icon name={step.icon} size={28} />
          <View className="next-title">{step.title}</View>
          <View className="next-words">{step.words}</View>
        </Tap>
      ))}
    </View>
  );
}

/** How far along a form is: `at` counts from 1. */
export function StepBars({ count, at }: { count: number; at: number }) {
  const look = (place: number): string => (place < at ? 'is-done' : place === at ? 'is-now' : '');
  return (
    <View className="bars" {...aria({ role: 'img', label: `第 ${at} 步，共 ${count} 步` })}>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars differ in nothing but their place
        <View key={`${i + 1}`} className={`bars-one ${look(i + 1)}`} />
      ))}
    </View>
  );
}

export interface Moment {
  when: string;
  what: ReactNode;
  isAhead?: boolean;
}

/** What happened and when, and what is still to come. */
export function Timeline({ items }: { items: readonly Moment[] }) {
  return (
    <View>
      {items.map((moment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: moments come in order and stay there
        <View key={`${index + 1}`} className={`tl-one ${moment.isAhead ? 'is-ahead' : ''}`}>
          <View className="tl-when">{moment.when}</View>
          <View className="tl-dot" />
          <View className="grow">{moment.what}</View>
        </View>
      ))}
    </View>
  );
}
