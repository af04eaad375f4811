import { describe, expect, test } from 'vitest';
import { creditCodeCheckDigit } from './credit-code.ts';
import { type EmployerFacts, employerChecks, isVerifiedOn, isWaivable, mayBeVerified, verificationEndsOn } from './employers.ts';

const today = '2026-02-07';
const sound: EmployerFacts = {
  kind: 'own_hiring',
  creditCode: '91350100M000100Y43',
  address: '月浦镇 12 号',
  licenceAddress: '月浦镇 12 号',
  licenceUntilOn: 'long_term',
  agentName: '周敏',
  authorisedUntilOn: '2026-12-31',
  papers: [
    { purpose: 'licence', fileId: 'file000000000001' },
    { purpose: 'post', fileId: 'file000000000002' },
    { purpose: 'agent_id', fileId: 'file000000000003' },
    { purpose: 'authorisation', fileId: 'file000000000004' },
  ],
};
const agency: Partial<EmployerFacts> = {
  kind: 'agency',
  serviceLicenceNo: 'X1',
  serviceLicenceUntilOn: today,
  papers: [...(sound.papers ?? []), { purpose: 'service_licence', fileId: 'file000000000005' }],
};
const aClientCode = `91310113M000100Y4${creditCodeCheckDigit('91310113M000100Y4')}`;
const broker: Partial<EmployerFacts> = { ...agency, kind: 'labour_broker', clientName: '月汀钢构' };
const failed = (over: Partial<EmployerFacts>) =>
  employerChecks({ ...sound, ...over }, today)
    .filter((c) => !c.ok)
    .map((c) => [c.key, c.reason]);

describe('the checks of an employer', () => {
  test('pass when all is in order', () => expect(failed({})).toEqual([]));
  test.each<[Partial<EmployerFacts>, string, string]>([
    [{ creditCode: '91350100M000100Y44' }, 'credit_code', 'code_wrong'],
    [{ licenceAddress: '月浦镇 13 号' }, 'address', 'address_differs'],
    [{ licenceUntilOn: '2026-02-06' }, 'licence', 'licence_expired'],
    [{ authorisedUntilOn: '2026-02-06' }, 'authorisation', 'agent_unproven'],
    [{ ...agency, serviceLicenceNo: undefined }, 'service_licence', 'licence_expired'],
    [{ ...agency, serviceLicenceUntilOn: '2026-02-06' }, 'service_licence', 'licence_expired'],
    [{ ...agency, papers: sound.papers }, 'papers', 'papers_missing'],
    [{ papers: undefined }, 'papers', 'papers_missing'],
  ])('%j fails %s and would be sent back for %s', (over, key, reason) => expect(failed(over)).toEqual([[key, reason]]));
  test('call risky words not in order, and have an officer look at those WeChat is unsure of', () => {
    expect(failed({ textCheck: 'risky' })).toEqual([['texts', 'words_unfit']]);
    expect(employerChecks({ ...sound, textCheck: 'unchecked' }, today).filter((c) => c.look)).toMatchObject([{ key: 'texts', ok: true }]);
  });
  test('count the last day of a licence in', () => expect(failed({ licenceUntilOn: today, authorisedUntilOn: today })).toEqual([]));
  test('ask only agencies for a service licence', () => {
    expect(employerChecks(sound, today).map((c) => c.key)).not.toContain('service_licence');
    expect(failed(agency)).toEqual([]);
  });
});

describe('a labour broker', () => {
  const sane: Partial<EmployerFacts> = { ...broker, clientCode: aClientCode };
  test('names its client and has the licence', () => expect(failed(sane)).toEqual([]));
  test.each<[Partial<EmployerFacts>, string, string]>([
    [{ ...sane, clientName: undefined }, 'client', 'agent_unproven'],
    [{ ...sane, clientCode: '91350100M000100Y44' }, 'client', 'agent_unproven'],
    [{ ...sane, clientCode: sound.creditCode }, 'client', 'agent_unproven'],
    [{ ...sane, serviceLicenceNo: undefined }, 'service_licence', 'licence_expired'],
    [{ ...sane, authorisedUntilOn: '2026-02-06' }, 'authorisation', 'agent_unproven'],
  ])('with %j fails %s and would be sent back for %s', (over, key, reason) => expect(failed(over)).toEqual([[key, reason]]));
  test('cannot be verified without a client, whatever the note says', () =>
    expect(employerChecks({ ...sound, ...sane, clientName: undefined }, today).filter((c) => !c.ok && isWaivable(c))).toEqual([]));
  test('is verified no longer than its licence', () =>
    expect(verificationEndsOn({ ...sound, ...sane, serviceLicenceUntilOn: '2026-03-01', verifiedOn: today })).toBe('2026-03-01'));
});

describe('a verification', () => {
  const verified = { ...sound, status: 'verified' as const, verifiedOn: today };
  test('holds to its 180th day and not to the 181st', () => {
    const longer = { ...verified, authorisedUntilOn: '2027-12-31' };
    expect(isVerifiedOn(longer, '2026-08-06')).toBe(true);
    expect(isVerifiedOn(longer, '2026-08-07')).toBe(false);
  });
  test('ends with a licence that runs out', () => {
    expect(isVerifiedOn({ ...verified, licenceUntilOn: '2026-03-01' }, '2026-03-01')).toBe(true);
    expect(isVerifiedOn({ ...verified, licenceUntilOn: '2026-03-01' }, '2026-03-02')).toBe(false);
  });
  test('may be given again in the month before it ends, and not before', () => {
    const long = { ...verified, authorisedUntilOn: '2027-12-31' };
    expect(mayBeVerified(long, '2026-07-06')).toBe(false);
    expect(mayBeVerified(long, '2026-07-07')).toBe(true);
    expect(mayBeVerified(long, '2026-12-01')).toBe(true);
    expect(mayBeVerified({ ...long, status: 'suspended' }, '2026-08-06')).toBe(false);
    expect(mayBeVerified({ ...long, licenceUntilOn: '2026-03-09' }, '2026-02-07')).toBe(true);
  });
  test('survives photographs of a time that asked for none', () => expect(isVerifiedOn({ ...verified, papers: undefined }, today)).toBe(true));
  test('survives words that WeChat doubts', () => expect(isVerifiedOn({ ...verified, textCheck: 'risky' }, today)).toBe(true));
  test('survives an address that an officer explained', () => expect(isVerifiedOn({ ...verified, licenceAddress: '别处' }, today)).toBe(true));
  test('is none while waiting, sent back or without a day', () => {
    expect(isVerifiedOn({ ...verified, status: 'waiting' }, today)).toBe(false);
    expect(isVerifiedOn({ ...verified, status: 'sent_back' }, today)).toBe(false);
    expect(isVerifiedOn({ ...verified, status: 'suspended' }, today)).toBe(false);
    expect(isVerifiedOn({ ...verified, verifiedOn: undefined }, today)).toBe(false);
  });
});
