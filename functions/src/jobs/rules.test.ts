import type { Caller, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { jobStatuses } from '@shanhai/shared/rules/jobs.ts';
import { describe, expect, test } from 'vitest';
import { aJobForm, anEmployer, noon } from '../../../tests/support/builders.ts';
import { changeJob, closeJob, createJob, isOnOffer, pauseJob, publishJob, requireClient, requireVisible } from './rules.ts';

const today = '2026-02-07';
const owner: Caller = { workerId: 'worker000001' as WorkerId, role: 'recruiter', scope: 'employer0001' };
const other: Caller = { ...owner, scope: 'employer0002' };
const form = aJobForm();
const aJob = (over: Partial<Job> = {}): Job => ({ ...createJob(form, 'job000000001' as JobId, owner, noon), ...over });
const employer = anEmployer();

describe('an opening', () => {
  test('starts as a draft of the employer the recruiter acts for', () =>
    expect(aJob()).toMatchObject({ status: 'draft', employerId: 'employer0001', version: 0 }));
  test('is not created by somebody who acts for nobody', () =>
    expect(() => createJob(form, 'job000000001' as JobId, { ...owner, scope: undefined }, noon)).toThrow('not_allowed'));

  test.each(jobStatuses)('while %s does what its state allows', (status) => {
    const outcome = (act: () => Job): string => {
      try {
        return act().status;
      } catch (error) {
        return (error as Error).message;
      }
    };
    const job = aJob({ status });
    const isOpenable = status === 'draft' || status === 'paused';
    expect(outcome(() => publishJob(job, employer, owner, today))).toBe(isOpenable ? 'open' : 'job_cannot_publish');
    expect(outcome(() => pauseJob(job, owner))).toBe(status === 'open' ? 'paused' : 'job_cannot_pause');
    expect(outcome(() => closeJob(job, owner, 'filled'))).toBe(status === 'closed' ? 'job_cannot_close' : 'closed');
    expect(outcome(() => changeJob(job, form, 0, owner, today))).toBe(status === 'closed' ? 'job_cannot_change' : status);
  });

  test('is nobody else’s to publish, pause, close or change', () => {
    const open = aJob({ status: 'open' });
    for (const by of [other, { ...owner, role: 'organizer' as const }]) {
      expect(() => publishJob(aJob(), employer, by, today)).toThrow('not_allowed');
      expect(() => pauseJob(open, by)).toThrow('not_allowed');
      expect(() => closeJob(open, by, 'filled')).toThrow('not_allowed');
      expect(() => changeJob(open, form, 0, by, today)).toThrow('not_allowed');
    }
  });
  test('is not published for an employer that is not verified today', () => {
    expect(() => publishJob(aJob(), { ...employer, status: 'waiting' }, owner, today)).toThrow('employer_not_verified');
    expect(() => publishJob(aJob(), employer, owner, '2026-08-07')).toThrow('employer_not_verified');
  });
  test('may break rules as a draft and not while open', () => {
    const bait = { ...form, title: '月入过万' };
    expect(changeJob(aJob(), bait, 0, owner, today).title).toBe('月入过万');
    expect(() => changeJob(aJob({ status: 'open' }), bait, 0, owner, today)).toThrow('post_breaks_rules');
    expect(() => publishJob(aJob({ title: '月入过万' }), employer, owner, today)).toThrow('post_breaks_rules');
  });
  test('changed by somebody else meanwhile is refused', () =>
    expect(() => changeJob(aJob({ version: 2 }), form, 1, owner, today)).toThrow('changed_meanwhile'));
  test('keeps why it was closed', () => expect(closeJob(aJob({ status: 'open' }), owner, 'no_longer_needed').closeReason).toBe('no_longer_needed'));
});

describe('what everybody sees', () => {
  test('is an open, unexpired opening of a verified employer', () => {
    const open = aJob({ status: 'open' });
    expect(isOnOffer(open, employer, '2026-03-31')).toBe(true);
    expect(isOnOffer(open, employer, '2026-04-01')).toBe(false);
    expect(isOnOffer({ ...open, status: 'paused' }, employer, today)).toBe(false);
    expect(isOnOffer(open, { ...employer, status: 'sent_back' }, today)).toBe(false);
    expect(isOnOffer(open, undefined, today)).toBe(false);
  });
  test('is no draft of another employer', () => {
    expect(() => requireVisible(aJob(), employer, undefined)).toThrow('not_found');
    expect(() => requireVisible(aJob(), employer, other)).toThrow('not_found');
    expect(() => requireVisible(aJob(), employer, owner)).not.toThrow();
    expect(() => requireVisible(aJob({ status: 'closed' }), employer, undefined)).not.toThrow();
  });
  test('is nothing of an employer that is suspended, but for itself and the staff', () => {
    const suspended = { ...employer, status: 'suspended' as const };
    const open = aJob({ status: 'open' });
    expect(isOnOffer(open, suspended, today)).toBe(false);
    for (const caller of [undefined, other, { ...owner, role: 'worker' as const, scope: undefined }]) {
      expect(() => requireVisible(open, suspended, caller)).toThrow('not_found');
    }
    expect(() => requireVisible(open, suspended, owner)).not.toThrow();
    expect(() => requireVisible(open, suspended, { ...owner, role: 'officer', scope: '310113' })).not.toThrow();
  });
});

describe('whom an opening is for', () => {
  const agency: Employer = { ...employer, kind: 'agency' };
  const broker: Employer = { ...employer, kind: 'labour_broker', clientName: '淞岚物业', clientCode: '91350100M000100Y43' };
  const onBehalfOf = { unitName: '淞岚物业', creditCode: '91350100M000100Y43', authorisedUntilOn: '2026-06-30' };
  test('is said by an agency, with an authorisation that lasts as long as the post', () => {
    expect(() => requireClient(aJob({ onBehalfOf }), agency, undefined)).not.toThrow();
    expect(() => requireClient(aJob(), agency, undefined)).toThrow('client_missing');
    expect(() => requireClient(aJob({ onBehalfOf, expiresOn: '2026-07-01' }), agency, undefined)).toThrow('client_authorisation_short');
  });
  test('is, of a broker, the one employer it is registered with', () => {
    expect(() => requireClient(aJob({ onBehalfOf }), broker, undefined)).not.toThrow();
    expect(() => requireClient(aJob(), broker, undefined)).toThrow('client_missing');
    expect(() => requireClient(aJob({ onBehalfOf: { ...onBehalfOf, creditCode: '91310113M000100Y40' } }), broker, undefined)).toThrow('client_other');
  });
  test('cannot be an employer that is stopped', () =>
    expect(() => requireClient(aJob({ onBehalfOf }), agency, { ...employer, status: 'suspended' })).toThrow('client_suspended'));
  test('is nobody else where one hires for oneself', () => {
    expect(() => requireClient(aJob(), employer, undefined)).not.toThrow();
    expect(() => requireClient(aJob({ onBehalfOf }), employer, undefined)).toThrow('client_not_needed');
  });
});
