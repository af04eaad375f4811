import type { Caller, EmployerId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { FileId } from '@shanhai/shared/contract/files.ts';
import { describe, expect, test } from 'vitest';
import { anEmployerForm, noon } from '../../../tests/support/builders.ts';
import { changeEmployer, liftEmployer, requirePapers, requireSight, sendBackEmployer, submitEmployer, suspendEmployer, verifyEmployer } from './rules.ts';

const today = '2026-02-07';
const now = noon;
const form = anEmployerForm({
  papers: (['licence', 'post', 'agent_id', 'authorisation'] as const).map((purpose, i) => ({ purpose, fileId: `file00000000000${i}` as FileId })),
});
const waiting = (over: Partial<Employer> = {}): Employer => ({ ...submitEmployer(form, 'employer0001' as EmployerId, now), ...over });
const officer: Caller = { workerId: 'worker000001' as WorkerId, role: 'officer', scope: '310113' };
const elsewhere: Caller = { ...officer, scope: '310117' };

describe('verifying', () => {
  test('says who did it and when', () =>
    expect(verifyEmployer(waiting(), officer, undefined, today)).toMatchObject({ status: 'verified', verifiedOn: today, verifiedBy: '宝山区人社局' }));
  test('forgets why it was sent back', () =>
    expect(verifyEmployer(waiting({ sendBackReasons: ['code_wrong'], sendBackNote: '看清楚' }), officer, undefined, today).sendBackReasons).toBeUndefined());
  test('is the office of the own region', () => expect(() => verifyEmployer(waiting(), elsewhere, undefined, today)).toThrow('not_allowed'));
  test.each(['verified', 'sent_back'] as const)('is refused while %s', (status) =>
    expect(() => verifyEmployer(waiting({ status }), officer, undefined, today)).toThrow('employer_cannot_verify'),
  );
  test('another address needs a written reason', () => {
    const moved = waiting({ licenceAddress: '别处' });
    expect(() => verifyEmployer(moved, officer, undefined, today)).toThrow('employer_checks_failed');
    expect(verifyEmployer(moved, officer, '新址在办变更', today)).toMatchObject({ status: 'verified', verifyNote: '新址在办变更' });
  });
  test.each<Partial<Employer>>([{ creditCode: '91350100M000100Y44' }, { licenceUntilOn: '2026-02-06' }, { kind: 'agency' }])(
    '%j is not waved through with a reason',
    (over) => {
      expect(() => verifyEmployer(waiting(over), officer, '先过', today)).toThrow('employer_checks_failed');
    },
  );
});

describe('suspending', () => {
  const verified = verifyEmployer(waiting(), officer, undefined, today);
  test('keeps what it was, says why, and lifting brings that back', () => {
    const stopped = suspendEmployer(verified, officer, 'complaint', '两人举报', now);
    expect(stopped).toMatchObject({
      status: 'suspended',
      verifiedOn: today,
      suspended: { reason: 'complaint', note: '两人举报', before: 'verified', by: '宝山区人社局' },
    });
    expect(liftEmployer(stopped, officer)).toEqual({ ...verified, suspended: undefined });
  });
  test('is the office of the own region, once, and never undone by writing the form again', () => {
    expect(() => suspendEmployer(verified, elsewhere, 'complaint', undefined, now)).toThrow('not_allowed');
    const stopped = suspendEmployer(verified, officer, 'complaint', undefined, now);
    expect(() => suspendEmployer(stopped, officer, 'complaint', undefined, now)).toThrow('employer_suspended');
    expect(() => changeEmployer(stopped, form, { ...officer, role: 'recruiter', scope: stopped.employerId }, now)).toThrow('employer_suspended');
    expect(() => verifyEmployer(stopped, officer, '好了', today)).toThrow('employer_cannot_verify');
    expect(() => liftEmployer(stopped, elsewhere)).toThrow('not_allowed');
    expect(() => liftEmployer(verified, officer)).toThrow('employer_cannot_verify');
  });
});

describe('the photographs handed in', () => {
  const photo = { fileId: 'file000000000001', purpose: 'licence' as const, ownerId: officer.workerId, finishedAt: now };
  const asked = (over: object) =>
    requirePapers([{ purpose: 'licence', fileId: photo.fileId }], new Map([[photo.fileId, { ...photo, ...over }]]), 'employer0001' as EmployerId, officer);
  test('are the own ones, or in these papers already', () => {
    expect(asked({})).toHaveLength(1);
    expect(asked({ ownerId: 'colleague001', employerId: 'employer0001' })).toHaveLength(1);
  });
  test.each([{ ownerId: 'stranger0001' }, { employerId: 'employer0002' }, { finishedAt: undefined }, { purpose: 'agent_id' }])('with %j are refused', (over) =>
    expect(() => asked(over)).toThrow('file_not_here'),
  );
});

describe('sending back', () => {
  test('keeps reasons and note', () =>
    expect(sendBackEmployer(waiting(), officer, ['licence_unclear'], '重拍一张')).toMatchObject({
      status: 'sent_back',
      sendBackReasons: ['licence_unclear'],
      sendBackNote: '重拍一张',
    }));
  test('is the office of the own region and of a waiting employer', () => {
    expect(() => sendBackEmployer(waiting(), elsewhere, ['code_wrong'], undefined)).toThrow('not_allowed');
    expect(() => sendBackEmployer(waiting({ status: 'verified' }), officer, ['code_wrong'], undefined)).toThrow('employer_cannot_verify');
  });
});

describe('a change', () => {
  const own: Caller = { workerId: officer.workerId, role: 'recruiter', scope: 'employer0001' };
  test('puts a verified employer back into the queue', () => {
    const changed = changeEmployer(waiting({ status: 'verified', verifiedOn: today, version: 3 }), form, own, now);
    expect(changed).toMatchObject({ status: 'waiting', version: 3 });
    expect(changed.verifiedOn).toBeUndefined();
  });
  test('is nobody else’s', () => expect(() => changeEmployer(waiting(), form, { ...own, scope: 'employer0002' }, now)).toThrow('not_allowed'));
});

describe('who sees an employer whole', () => {
  test.each<[string, Caller, boolean, boolean]>([
    ['its own recruiter', { ...officer, role: 'recruiter', scope: 'employer0001' }, true, true],
    ['another recruiter', { ...officer, role: 'recruiter', scope: 'employer0002' }, false, false],
    ['the officer of its region', officer, true, true],
    ['the officer of the city', { ...officer, scope: '310000' }, true, true],
    ['another officer', elsewhere, false, false],
    ['an organizer', { ...officer, role: 'organizer', scope: '530324' }, false, true],
  ])('%s', (_, caller, whileWaiting, onceVerified) => {
    const isSeen = (e: Employer): boolean => {
      try {
        requireSight(e, caller);
        return true;
      } catch {
        return false;
      }
    };
    expect([isSeen(waiting()), isSeen(waiting({ status: 'verified' }))]).toEqual([whileWaiting, onceVerified]);
  });
});
