import { describe, expect, test } from 'vitest';
import { asciiJson, type Carried, type HandOver, handOverOf, isReceiptFor, missingOf, partsOf, type Received, readPart, receiptOf } from './relay.ts';

const anAction = (i: number): Carried => ({
  kind: 'scan',
  gate: '东门',
  code: `P1worker0000${String(i).padStart(2, '0')}aaaaaaaaaaaaaaaaaa`,
  nonce: `nonce-${String(i).padStart(10, '0')}`,
  happenedAt: '2026-02-07T04:00:00.000Z',
});
const aHandOver = (count: number, from = 'device-giver'): HandOver => ({
  fairId: 'fair00001',
  from,
  actions: Array.from({ length: count }, (_, i) => anAction(i)),
});
const readAll = (parts: readonly string[]): Received | undefined => parts.reduce<Received | undefined>((got, part) => readPart(got, part).received, undefined);
/** An order that looks like chance, the same in every run. */
const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((one, i) => ({ one, at: ((i + 1) * 7919 * seed) % 10_007 }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

describe('a hand-over by codes', () => {
  test.each([1, 2, 5, 17, 60])('of %i actions comes over whole, in any order and with repeats', (count) => {
    const handOver = aHandOver(count);
    const parts = partsOf(handOver);
    for (const seed of [1, 2, 3]) {
      const received = readAll([...shuffled(parts, seed), ...shuffled(parts, seed + 5)]);
      expect(received && handOverOf(received)).toEqual(handOver);
    }
  });

  test('is ASCII of at most 400 letters a code, and nothing that an address would change', () => {
    const parts = partsOf({ ...aHandOver(9), actions: [{ ...anAction(1), gate: '西门🚪', sealed: 'A.b-_c' }] });
    expect(parts.every((part) => /^[\w.-]{1,400}$/.test(part))).toBe(true);
    expect(JSON.parse(asciiJson({ gate: '西门🚪' }))).toEqual({ gate: '西门🚪' });
  });

  test('says which parts are missing, and is nothing before all are there', () => {
    const parts = partsOf(aHandOver(9));
    const received = readAll([parts[3], parts[0]] as string[]) as Received;
    expect(missingOf(received)).toEqual(parts.map((_, i) => i + 1).filter((no) => no !== 1 && no !== 4));
    expect(handOverOf(received)).toBeUndefined();
  });

  test('refuses what is not its part and keeps what it has', () => {
    const [one, two] = [partsOf(aHandOver(5)), partsOf(aHandOver(5, 'device-other'))];
    const received = readAll(one.slice(0, 1));
    const at = (text: string) => readPart(received, text);
    expect(at(one[0] ?? '').said).toBe('again');
    expect(at(two[1] ?? '').said).toBe('another');
    expect(at('https://shanhai.example/c/S1Zk3_q0-7Lw9a22P836nzXF-pdykZ_e').said).toBe('not_a_part');
    expect(at((one[1] ?? '').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))).said).toBe('broken');
    expect(at((one[1] ?? '').replace('.2.', '.9.')).said).toBe('broken');
    for (const text of [two[1], 'x', '', one[0]]) expect(at(text ?? '').received).toBe(received);
  });

  test('is receipted by six digits or a code that only its reader knows', () => {
    const handOver = aHandOver(7);
    const received = readAll(partsOf(handOver)) as Received;
    const { digits, code } = receiptOf(received);
    expect(digits).toMatch(/^\d{6}$/);
    expect([digits, ` ${digits.slice(0, 3)} ${digits.slice(3)}`, code].map((said) => isReceiptFor(handOver, said))).toEqual([true, true, true]);
    const wrong = digits === '000000' ? '000001' : '000000';
    expect([wrong, '', code.slice(1), receiptOf(readAll(partsOf(aHandOver(8))) as Received).code].map((said) => isReceiptFor(handOver, said))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('of something else with a right checksum is nothing', () => {
    const forged = partsOf({ fairId: 'fair00001', from: 'x', actions: [{ kind: 'scan' } as Carried] });
    expect(handOverOf(readAll(forged) as Received)).toBeUndefined();
  });
});
