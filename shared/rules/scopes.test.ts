import { describe, expect, test } from 'vitest';
import { isWithinRegion, regionName, regionPrefix } from './regions.ts';
import { isConcerned, isHost, isOfficerOf, requireOfficerOf, requireRecruiterOf } from './scopes.ts';

const luoping = { hostRegion: '530324' };
const pairing = { shanghaiRegion: '310113', partnerRegion: '530300' };

describe('regions', () => {
  test.each([
    ['530324', '530324', true],
    ['530324', '530300', true],
    ['530324', '530000', true],
    ['530324', '310000', false],
    ['530300', '530324', false],
    ['310113', '310000', true],
    ['310120', '310100', true],
  ])('%s lies in %s: %s', (inner, outer, isInside) => expect(isWithinRegion(inner, outer)).toBe(isInside));
  test('share the digits of the region around them', () => {
    expect(['310000', '530300', '530324', '310120'].map(regionPrefix)).toEqual(['31', '5303', '530324', '310120']);
  });
  test('without a name are shown by code', () => {
    expect(regionName('530324')).toBe('罗平县');
    expect(regionName('999999')).toBe('999999');
  });
});

describe('who runs a fair', () => {
  test.each([
    ['organizer', '530324', true],
    ['organizer', '530300', true],
    ['organizer', '530602', false],
    ['organizer', '', false],
    ['organizer', undefined, false],
    ['officer', '530324', false],
    ['recruiter', '530324', false],
  ])('%s of %s: %s', (role, scope, isIt) => expect(isHost(luoping, { role, scope })).toBe(isIt));
});

describe('whom a fair concerns', () => {
  test.each([
    ['530324', true],
    ['530300', true],
    ['310113', true],
    ['310000', true],
    ['310117', false],
    ['530602', false],
    ['530000', true],
  ])('officer of %s: %s', (scope, isIt) => expect(isConcerned(luoping, pairing, { role: 'officer', scope })).toBe(isIt));
  test('a county inside the paired prefecture is concerned', () => {
    expect(isConcerned(luoping, pairing, { role: 'officer', scope: '530381' })).toBe(true);
  });
  test('without a pairing only the host side is', () => {
    expect(isConcerned(luoping, undefined, { role: 'officer', scope: '310113' })).toBe(false);
    expect(isConcerned(luoping, undefined, { role: 'officer', scope: '530324' })).toBe(true);
  });
  test('somebody without a scope is not', () => {
    expect(isConcerned(luoping, pairing, { role: 'officer' })).toBe(false);
  });
});

test('an officer answers for the own region only', () => {
  expect(isOfficerOf('310113', { role: 'officer', scope: '310113' })).toBe(true);
  expect(isOfficerOf('310113', { role: 'officer', scope: '310000' })).toBe(true);
  expect(isOfficerOf('310117', { role: 'officer', scope: '310113' })).toBe(false);
  expect(isOfficerOf('310113', { role: 'organizer', scope: '310113' })).toBe(false);
  expect(isOfficerOf('310113', { role: 'officer' })).toBe(false);
});

test('an office is its own officers’ only', () => {
  expect(() => requireOfficerOf('310113', { role: 'officer', scope: '310000' })).not.toThrow();
  expect(() => requireOfficerOf('310113', { role: 'officer', scope: '310117' })).toThrow('not_allowed');
  expect(() => requireOfficerOf('310113', { role: 'organizer', scope: '310113' })).toThrow('not_allowed');
});

test('what is an employer’s is for a recruiter who acts for it now', () => {
  expect(() => requireRecruiterOf('employer0001', { role: 'recruiter', scope: 'employer0001' })).not.toThrow();
  expect(() => requireRecruiterOf('employer0001', { role: 'recruiter', scope: 'employer0002' })).toThrow('not_allowed');
  expect(() => requireRecruiterOf('employer0001', { role: 'organizer', scope: 'employer0001' })).toThrow('not_allowed');
});
