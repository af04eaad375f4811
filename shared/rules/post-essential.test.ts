import { describe, expect, test } from 'vitest';
import { corpusDay, lawfulPost } from './post-corpus/measure.ts';
import { type Essential, isStated, partByNeed } from './post-essential.ts';
import { postFindings } from './post-findings.ts';

const found = (requirements: string) => postFindings({ ...lawfulPost, requirements }, corpusDay);
const parted = (requirements: string, ...needs: Essential[]) => {
  const { open, kept } = partByNeed(found(requirements), needs);
  return { open: open.map((f) => f.key), kept: kept.map((f) => [f.key, f.why]) };
};
const height: Essential = { key: 'age', why: '高处作业，保险只保到这个岁数' };

describe('an essential requirement', () => {
  test('keeps the age it was stated for, with its reason', () => expect(parted('55岁以下，能爬梯', height)).toEqual({ open: [], kept: [['age', height.why]] }));
  test('keeps nothing else', () => expect(parted('限男性，55岁以下，初中以上', height)).toEqual({ open: ['sex', 'education'], kept: [['age', height.why]] }));
  test('that is not stated keeps nothing', () => {
    expect(parted('55岁以下')).toEqual({ open: ['age'], kept: [] });
    expect(parted('55岁以下', { key: 'age', why: ' 要 ' })).toEqual({ open: ['age'], kept: [] });
  });
  test('may name the age but no other breach', () => {
    expect(isStated({ key: 'age', why: '井下作业，55岁以下才给上岗' })).toBe(true);
    expect(isStated({ key: 'age', why: '只要男的，年轻人有力气' })).toBe(false);
  });
  test('is not needed for strength that is measured as the work needs it', () => expect(found('能搬 25 公斤，能爬 3 米高的梯子')).toEqual([]));
});
