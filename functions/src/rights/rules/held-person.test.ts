import { expect, test } from 'vitest';
import { isAboutPerson } from './held-person.ts';

const traces = { ids: ['worker000001', 'worker000002'], numbers: [417], phones: ['12066600023'] };
const codeOf = (kind: string, body: string): string => `${kind}k${body}${'A'.repeat(18)}`;

test.each<[string, Record<string, unknown>, boolean]>([
  ['their own code', { kind: 'scan', code: codeOf('P', 'worker000002') }, true],
  ['their code inside a link', { kind: 'scan', code: `https://q.example.cn/c/${codeOf('P', 'worker000001')}` }, true],
  ['their number', { kind: 'answer', number: 417, answer: 'want' }, true],
  ['their phone, written down at the gate', { kind: 'walk_in', number: 9, name: '欧阳桂兰', phone: '12066600023' }, true],
  ['somebody else’s code', { kind: 'scan', code: codeOf('P', 'worker000003') }, false],
  ['a strip whose letters happen to be theirs', { kind: 'scan', code: codeOf('N', 'worker000001') }, false],
  ['somebody of the same name', { kind: 'walk_in', number: 9, name: '欧阳桂兰' }, false],
  ['nobody', { kind: 'refused', code: 'gate_closed' }, false],
])('an action with %s', (_, action, isIt) => expect(isAboutPerson(action, traces)).toBe(isIt));
