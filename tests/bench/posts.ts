import heldOutRows from '@shanhai/shared/rules/post-corpus/held-out.json' with { type: 'json' };
import { type CorpusLine, measure } from '@shanhai/shared/rules/post-corpus/measure.ts';
import writingRows from '@shanhai/shared/rules/post-corpus/writing.json' with { type: 'json' };
import { type Figures, rounded } from './figures.ts';

/** How well the honest-post check names the breaches in lines that no rule was written from. */
export function measurePosts(): Figures {
  const { lines, precision, recall } = measure(heldOutRows as CorpusLine[]);
  return {
    'posts.check.precision': {
      value: rounded(precision, 3),
      unit: 'share',
      note: `of the breaches named in ${lines} held-out lines, the share that is there`,
    },
    'posts.check.recall': { value: rounded(recall, 3), unit: 'share', note: `of the breaches in ${lines} held-out lines, the share that is named` },
    'posts.check.lines': { value: lines + writingRows.length, unit: 'lines', note: 'lines of job posts with their expected findings, both parts' },
  };
}
