import { describe, expect, it } from 'vitest';
import { pairingStanding } from './pairings.ts';

describe('the standing of a pairing', () => {
  it('is enough with two fairs of each kind', () => {
    expect(pairingStanding({ status: 'paired', onsite: 2, online: 3 })).toEqual({ state: 'enough', words: '都够了' });
  });

  it('names what lacks, kind by kind', () => {
    expect(pairingStanding({ status: 'paired', onsite: 1, online: 2 }).words).toBe('差现场 1 场');
    expect(pairingStanding({ status: 'paired', onsite: 2, online: 0 }).words).toBe('差线上 2 场');
    expect(pairingStanding({ status: 'paired', onsite: 0, online: 1 }).words).toBe('差现场 2 场、线上 1 场');
  });

  it('owes nothing while no partner is agreed', () => {
    expect(pairingStanding({ status: 'unpaired', onsite: 0, online: 0 })).toEqual({ state: 'unpaired', words: '待结对' });
  });
});
