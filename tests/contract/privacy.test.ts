import type { Entry } from '@shanhai/shared/contract/basics.ts';
import { contract } from '@shanhai/shared/contract/contract.ts';
import { type RouteName, routes } from '@shanhai/shared/routes.ts';
import { categories } from '@shanhai/shared/rules/categories.ts';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const names = Object.keys(routes) as RouteName[];

/** Every property name in a JSON schema, at any depth. */
function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, ...rest } = schema as { properties?: Record<string, unknown> };
  return [...Object.keys(properties), ...Object.values(properties).flatMap(propertiesOf), ...Object.values(rest).flatMap(propertiesOf)];
}
const answerOf = (name: RouteName): string[] => propertiesOf(z.toJSONSchema((contract[name] as Entry).output, { unrepresentable: 'any' }));
const tells = (pattern: RegExp): RouteName[] => names.filter((name) => answerOf(name).some((property) => pattern.test(property)));

/** Who may get a whole phone number, and why. */
const phones: Partial<Record<RouteName, string>> = {
  'identity.bindPhone': 'the own number, back to its owner',
  'workers.me': 'the own number',
  'workers.change': 'the own number',
  'applications.silent': 'the agent’s number: the officer calls the employer',
  'applications.apply': 'the own number',
  'applications.mine': 'the own number',
  'applications.get': 'the own number',
  'applications.withdraw': 'the own number',
  'applications.reply': 'the own number',
  'applications.arrived': 'the own number',
  'applications.open': 'what the person sent to this one employer, with a recorded look',
  'workers.sayLooking': 'the own number',
  'workers.claim': 'the own number, and the one of the record just taken over',
  'people.reveal': 'somebody of the officer’s region, for a recorded reason',
  'proxies.register': 'the number just written down for somebody one acts for',
  'proxies.get': 'the number written down for somebody one acts for',
  'proxies.change': 'the number written down for somebody one acts for',
  'proxies.sayLooking': 'the number written down for somebody one acts for',
  'proxies.sayElsewhere': 'the number written down for somebody one acts for',
  'cards.find': 'the card that the person left with this one employer',
  'cards.leaveFor': 'the card that the person left with this one employer',
  'cards.answer': 'the card that the person left with this one employer',
  'cards.atBooth': 'the cards that people left with this one employer',
  'cards.snapshot': 'the cards that people left with this one employer',
  'employers.submit': 'the agent’s number, back to who wrote it',
  'employers.change': 'the agent’s number, back to who wrote it',
  'employers.get': 'the agent’s number: its own recruiters, its officers, and organizers who invite it',
  'employers.list': 'the agent’s number: officers call back, organizers invite',
  'employers.verify': 'the agent’s number: the officer calls back',
  'employers.sendBack': 'the agent’s number: the officer calls back',
  'employers.suspend': 'the agent’s number: the officer calls back',
  'employers.lift': 'the agent’s number: the officer calls back',
};

/** Who may get a person’s name, and why. */
const people: Partial<Record<RouteName, string>> = {
  'allocations.rows': 'masked: the family name and stars',
  'allocations.change': 'masked: the family name and stars',
  'identity.roles': 'staff of the officer’s region, to be reviewed by list',
  'identity.grantRole': 'the colleague whose code was just scanned',
  'identity.renewRole': 'a colleague in the list',
  'workers.me': 'the own name',
  'workers.change': 'the own name',
  'workers.sayLooking': 'the own name',
  'workers.claim': 'the own name',
  'people.reveal': 'somebody of the officer’s region, for a recorded reason',
  'people.comparePair': 'two records that may be one person, with a recorded look',
  'proxies.register': 'the name just written down for somebody one acts for',
  'proxies.list': 'those one acts for, who agreed to it',
  'proxies.get': 'somebody one acts for, who agreed to it',
  'proxies.change': 'somebody one acts for, who agreed to it',
  'proxies.sayLooking': 'somebody one acts for, who agreed to it',
  'proxies.sayElsewhere': 'somebody one acts for, who agreed to it',
  'attendance.scan': 'nobody’s in fact: the field is of the gate’s person, and the handler leaves it out before a search',
  'attendance.registerWalkIn': 'the name just typed',
  'attendance.companions': 'those one acts for, who agreed to it',
  'attendance.companionsOf': 'those who stand beside the person whose code was shown, with a recorded look',
  'attendance.search': 'found by that very name',
  'applications.apply': 'the own name',
  'applications.mine': 'the own name',
  'applications.get': 'the own name',
  'applications.withdraw': 'the own name',
  'applications.reply': 'the own name',
  'applications.arrived': 'the own name',
  'applications.open': 'what the person sent to this one employer, with a recorded look',
  'cards.find': 'the card that the person left with this one employer',
  'cards.leaveFor': 'the card that the person left with this one employer',
  'cards.answer': 'the card that the person left with this one employer',
  'cards.atBooth': 'the cards that people left with this one employer',
  'cards.snapshot': 'the cards that people left with this one employer',
  'stewards.list': 'the host’s own people at the gate, under the name the host gave',
  'stewards.add': 'the name just given',
  'stewards.change': 'the name the host gave',
  'members.list': 'colleagues see each other, under the name each gave at joining',
  'members.change': 'a colleague, under the name given at joining',
};
/** Routes whose `name` is that of a firm or a booth. */
const firms: RouteName[] = [
  'employers.public',
  'employers.submit',
  'employers.change',
  'employers.get',
  'employers.list',
  'employers.verify',
  'employers.sendBack',
  'employers.suspend',
  'employers.lift',
  'jobs.get',
  'jobs.list',
  'reports.board',
];

describe('what leaves the system', () => {
  test('never holds an openid or a key of WeChat, and a resident id only where an officer gives a reason of the law', () => {
    expect(tells(/openid|unionid|session_?key|idNumber|idCard|secretHash/i)).toEqual([]);
    expect(tells(/residentId/i)).toEqual(['people.revealId']);
  });
  test('holds a secret only for the desktop that just asked for one', () => expect(tells(/secret/i)).toEqual(['identity.openDesk']));
  test('holds a whole phone number only where a reason is written down', () => {
    expect(tells(/phone$/i).sort()).toEqual(Object.keys(phones).sort());
  });
  test('holds a person’s name only where a reason is written down', () => {
    expect(tells(/^name$/).sort()).toEqual([...Object.keys(people), ...firms].sort());
  });
  test('to everybody holds neither plans nor permits nor phones', () => {
    const open = names.filter((name) => contract[name].by === 'anyone');
    expect(open.filter((name) => answerOf(name).some((property) => /plans|policePermitNo|phone|note$/i.test(property)))).toEqual([]);
  });
  /** Whoever hires, and whoever runs a fair, learns nothing of what the papers hold somebody to be, nor of the age. */
  test('to employers, fairs and everybody holds no category of a person, no masked id and no age', () => {
    const sensitive = names.filter((name) => {
      const whole = JSON.stringify(z.toJSONSchema((contract[name] as Entry).output, { unrepresentable: 'any' }));
      return categories.some((category) => whole.includes(`"${category}"`)) || tells(/maskedId|youngUntil/).includes(name);
    });
    const own = ['workers', 'proxies', 'people'];
    expect(sensitive.length).toBeGreaterThan(3);
    expect(sensitive.filter((name) => !own.includes(name.split('.')[0] ?? ''))).toEqual([]);
    const categorized = sensitive.filter((name) => /categor/i.test(name));
    expect(categorized.flatMap((name) => contract[name].by).filter((role) => role !== 'worker' && role !== 'officer')).toEqual([]);
    expect(sensitive.filter((name) => (contract[name].by as readonly string[]).includes('recruiter') || contract[name].by === 'anyone')).toEqual([]);
  });
  test('is looked at to its last depth, so that the cases above can fail', () => {
    expect(answerOf('cards.atBooth')).toEqual(expect.arrayContaining(['items', 'phone', 'spokenConsent']));
    expect(answerOf('fairs.resolveCode')).toEqual(expect.arrayContaining(['kind', 'gates', 'boothNo']));
    expect(answerOf('fairs.get')).not.toContain('policePermitNo');
  });
});

/** An address lands in logs and histories. */
test('no address carries a phone number or an openid', () => {
  const inAddress = names.filter((name) => {
    const [method = '', path = ''] = routes[name].split(' ');
    const isRead = method === 'GET' || method === 'DELETE';
    const asked = isRead ? propertiesOf(z.toJSONSchema((contract[name] as Entry).input, { io: 'input', unrepresentable: 'any' })) : [];
    const placed = [...path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field ?? '');
    return [...asked, ...placed].some((field) => /phone|openid/i.test(field));
  });
  expect(inAddress).toEqual([]);
});
