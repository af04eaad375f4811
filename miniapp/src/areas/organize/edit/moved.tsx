import { Finding } from '../../../ui/field.tsx';
import { type FixedField, fixedLaw } from './checks.ts';
import type { Draft } from './form.ts';

interface Props {
  field: FixedField;
  moved: Partial<Record<FixedField, string>>;
  change: (changed: Partial<Draft>) => void;
}

/** Below a field that the police licensed and somebody changed: what it was, and the article. */
export function Moved({ field, moved, change }: Props) {
  const before = moved[field];
  if (before === undefined) return null;
  return <Finding title="公安许可过，这一项不能改" fix={before} fixWords="改回去" onFix={() => change({ [field]: before })} law={fixedLaw} />;
}
