import { Field, Finding } from '../../../ui/field.tsx';
import type { TypeInKind } from '../../../ui/type-in.tsx';
import type { JobDraft } from './job-draft.ts';
import type { Draft } from './use-draft.ts';

/** Fields of the draft that one types. */
type TypedField = Exclude<
  { [K in keyof JobDraft]-?: JobDraft[K] extends string ? K : never }[keyof JobDraft],
  'trade' | 'wagePeriod' | 'meals' | 'kind' | 'payRhythm' | 'shiftPattern' | 'contractKind' | 'signer' | 'cover'
>;

interface Props {
  draft: Draft;
  field: TypedField;
  label: string;
  kind?: TypeInKind;
  aside?: string;
  placeholder?: string;
  unit?: string;
  most?: number;
  hint?: string;
  /** What else changes with it. */
  also?: (typed: string) => Partial<JobDraft>;
}

/** What stands below a field when a rule is broken, with the sentence that would be right. */
export function FindingAt({ draft, field }: { draft: Draft; field: keyof JobDraft }) {
  const finding = draft.findingAt(field);
  if (!finding) return null;
  const { title, law, fix, fixWords } = finding;
  const onFix = fix ? () => draft.change({ [field]: fix }) : undefined;
  return <Finding {...{ title, law, fix, onFix }} {...(fixWords && { fixWords })} />;
}

/** A field of the opening, with its finding. */
export function DraftTextField({ draft, field, also, ...look }: Props) {
  const value = draft.draft[field];
  const isBad = draft.findingAt(field) !== undefined;
  const isGood = value.trim() !== '' && !draft.findings.some((f) => f.field === field);
  return (
    <>
      <Field
        {...look}
        value={value}
        isBad={isBad}
        isGood={isGood}
        onChange={(typed) => draft.change({ [field]: typed, ...also?.(typed) })}
        onLeave={() => draft.pass(field)}
      />
      <FindingAt draft={draft} field={field} />
    </>
  );
}
