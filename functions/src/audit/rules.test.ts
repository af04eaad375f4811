import { describe, expect, test } from 'vitest';
import { hashOf } from './hashing.ts';
import { type Block, chosenReason, firstGap, subjectOf } from './rules.ts';

const hashOfBlock = (block: Omit<Block, 'hash'>): string => hashOf(block);
const lines = new Map(['1', '2', '3', '4', '5', '6'].map((n) => [`2026-02-07T04:00:0${n}.000Z#x`, { action: 'people.reveal', subject: { workerId: n } }]));

/** Three blocks of two lines each. */
function aChain(): Block[] {
  const ids = [...lines.keys()];
  const blocks: Block[] = [];
  for (const block of [1, 2, 3]) {
    const own = ids.slice(block * 2 - 2, block * 2).map((lineId) => ({ lineId, hash: hashOf(lines.get(lineId)) }));
    const rest = { block, at: '2026-02-07T04:00:10.000Z', lines: own, before: blocks.at(-1)?.hash ?? 'start' };
    blocks.push({ ...rest, hash: hashOfBlock(rest) });
  }
  return blocks;
}
const standing = new Map([...lines].map(([id, line]) => [id, hashOf(line)]));
const walkOver = (hashes = standing, keptFrom = '2023-02-07T00:00:00.000Z') => ({ hashOfBlock, keptFrom, hashNow: (id: string) => hashes.get(id) });
const third = [...lines.keys()][2] ?? '';

describe('a walk over the chain', () => {
  test('finds nothing where nothing was touched', () => expect(firstGap(aChain(), walkOver())).toBeUndefined());

  test('names a line that is gone', () => {
    const without = new Map([...standing].filter(([id]) => id !== third));
    expect(firstGap(aChain(), walkOver(without))).toMatchObject({ block: 2, fault: 'line_missing', lineId: third });
  });

  test('names a line that says something else now', () => {
    const altered = new Map([...standing, [third, hashOf({ action: 'people.categories' })]]);
    expect(firstGap(aChain(), walkOver(altered))).toMatchObject({ block: 2, fault: 'line_changed', lineId: third });
  });

  test('names the block after one that is gone', () => {
    const [first, , last] = aChain() as [Block, Block, Block];
    expect(firstGap([first, last], walkOver())).toMatchObject({ block: 3, fault: 'block_missing' });
    expect(firstGap([last], walkOver())).toMatchObject({ block: 3, fault: 'block_missing' });
  });

  test('names a block whose lines were put in another order', () => {
    const [first, second, last] = aChain() as [Block, Block, Block];
    const turned = { ...second, lines: [...second.lines].reverse() };
    expect(firstGap([first, turned, last], walkOver())).toMatchObject({ block: 2, fault: 'block_changed' });
  });

  test('names the place where a block was made anew without those after it', () => {
    const [first, second, last] = aChain() as [Block, Block, Block];
    const { hash: _, ...rest } = { ...second, lines: second.lines.slice(1) };
    expect(firstGap([first, { ...rest, hash: hashOfBlock(rest) }, last], walkOver())).toMatchObject({ block: 3, fault: 'order_changed' });
  });

  test('names what the stream saw being touched', () => {
    const [first] = aChain() as [Block];
    const { hash: _, ...rest } = { ...first, touched: [third] };
    expect(firstGap([{ ...rest, hash: hashOfBlock(rest) }], walkOver())).toMatchObject({ block: 1, fault: 'touched', lineId: third });
  });

  test('lets go what is older than three years', () => {
    const [, ...rest] = aChain();
    expect(firstGap(rest, walkOver(new Map(), '2029-02-08T00:00:00.000Z'))).toBeUndefined();
  });
});

describe('a line', () => {
  test('holds ids and never what somebody typed', () => {
    const input = { workerId: 'worker000001', number: 7, boothNo: 3, q: '杨桂兰', phone: '12066600001', residentId: '1', note: '好', jobIds: ['a'] };
    expect(subjectOf(input)).toEqual({ workerId: 'worker000001', number: '7', boothNo: '3' });
  });
  test('says a reason that was chosen, not one that was written', () => {
    expect(chosenReason({ reason: 'training' })).toBe('training');
    expect(chosenReason({ reason: '他会焊接' })).toBeUndefined();
    expect(chosenReason({ reason: 'zhangsan' }, 'devices.revoke')).toBeUndefined();
    expect(chosenReason({ reason: 'zhangsan', decision: 'refused' }, 'content.decide')).toBe('refused');
  });
});
