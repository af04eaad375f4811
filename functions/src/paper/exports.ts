import type { Caller, EmployerId } from '@shanhai/shared/contract/basics.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { isVerifiedOn } from '@shanhai/shared/rules/employers.ts';
import { type ExportPurpose, exportKindWords, mostExportRows, personalColumns, purposeWords, totalWords } from '@shanhai/shared/rules/exports.ts';
import { takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { maySee } from '@shanhai/shared/rules/scopes.ts';
import { isOffered, lookingState } from '@shanhai/shared/rules/still-looking.ts';
import type { Deps } from '../deps.ts';
import { isInRegions, openingRegions, peopleScope } from '../exports/rules/scope.ts';
import type { PaperHandlers } from '../http/handler.ts';
import { type ListedOpening, type ListedPerson, makeOpeningList, makePeopleList, minuteWords, openingTitles, peopleTitles } from '../spreadsheet/lists.ts';

/** Pages of 100: the whole list is looked through no deeper than this. */
const mostPages = 300;
const pageOfPeople = 200;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function withEmployers(jobs: readonly Job[], { employers, now }: Deps): Promise<ListedOpening[]> {
  const today = chinaDay(now());
  const known = await employers.getMany(jobs.map((j) => j.employerId));
  return jobs.flatMap((job) => {
    const employer = known.get(job.employerId);
    return employer && isVerifiedOn(employer, today) && job.expiresOn >= today ? [{ ...job, employer, takeHomeFen: takeHomeFen(job) }] : [];
  });
}

/** Open openings of verified employers in these regions, newest first, up to the most that a list holds. */
async function openIn(regions: readonly string[], deps: Deps): Promise<{ jobs: ListedOpening[]; isWhole: boolean }> {
  const found: ListedOpening[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages && found.length < mostExportRows; page++) {
    const next = await deps.jobs.open(cursor);
    found.push(
      ...(await withEmployers(
        next.items.filter((job) => isInRegions(job, regions)),
        deps,
      )),
    );
    cursor = next.cursor;
    if (!cursor) break;
  }
  return { jobs: found.slice(0, mostExportRows), isWhole: !cursor && found.length <= mostExportRows };
}

async function openingsFor(caller: Caller, deps: Deps): Promise<{ jobs: ListedOpening[]; isWhole: boolean; scopeName: string; by: string }> {
  if (caller.role === 'recruiter') {
    const employerId = (caller.scope ?? '') as EmployerId;
    const own = (await deps.jobs.ofEmployer(employerId)).filter((j) => j.status === 'open');
    const { shortName } = await deps.employers.get(employerId);
    return { jobs: await withEmployers(own, deps), isWhole: true, scopeName: shortName, by: shortName };
  }
  const regions = openingRegions(caller, [...(await deps.pairings.byId()).values()]);
  return { ...(await openIn(regions, deps)), scopeName: regions.map(regionName).join('、'), by: `${regionName(caller.scope ?? '')}人社局` };
}

/** People of these regions. Only figures count those who look no longer; nobody is brought together or goes along with them. */
async function peopleOf(regions: readonly string[], purpose: ExportPurpose, caller: Caller, { workers, now }: Deps) {
  // figures name nobody; any other list of another region's people is of those who agreed to it
  const isMeant = (p: Parameters<typeof maySee>[0]): boolean => purpose === 'count' || maySee(p, caller);
  const people: Awaited<ReturnType<Deps['workers']['ofRegion']>>['items'] = [];
  let isWhole = true;
  for (const region of regions) {
    let cursor: string | undefined;
    do {
      const page = await workers.ofRegion(region, cursor, pageOfPeople);
      people.push(...page.items.filter((p) => !p.mergedInto && isMeant(p) && (purpose === 'count' || isOffered(p.looking, now()))));
      cursor = page.cursor;
    } while (cursor && people.length < mostExportRows);
    isWhole &&= !cursor;
  }
  return { found: people.slice(0, mostExportRows), isWhole: isWhole && people.length <= mostExportRows };
}

type ExportHandlers = Pick<PaperHandlers, 'exports.openings' | 'exports.people'>;

/** The two lists that the bureaus exchange. Each time one is taken it is written down before it is handed over. */
export const exportPapers: ExportHandlers = {
  async 'exports.openings'({ caller }, deps) {
    const at = deps.now();
    const { jobs, isWhole, scopeName, by } = await openingsFor(caller, deps);
    const taken = {
      exportId: deps.newId(8),
      at,
      kind: 'openings' as const,
      byName: by,
      role: caller.role,
      byWorkerId: caller.workerId,
      scopeName,
      columns: openingTitles,
      rows: jobs.length,
      isPersonal: false,
    };
    if (caller.role !== 'recruiter') await deps.exports.record(taken, [caller.scope ?? '']);
    const facts = [
      ['谁导出的', by],
      ['什么时候', minuteWords(at)],
      ['哪里的岗位', scopeName],
      ['一共', totalWords(jobs.length, '个在招的岗位', isWhole)],
    ] as const;
    const xlsx = await makeOpeningList({ title: exportKindWords.openings, facts }, jobs);
    return { fileName: `${by}-岗位供给清单-${chinaDay(at)}.xlsx`, xlsxBase64: base64(xlsx), rows: jobs.length };
  },

  async 'exports.people'({ input: { purpose }, caller }, deps) {
    const at = deps.now();
    const { regions, isOwnCounty } = peopleScope(caller, purpose, [...(await deps.pairings.byId()).values()]);
    const people: ListedPerson[] = [];
    const homes = new Set<string>([caller.scope ?? '']);
    const { found, isWhole } = await peopleOf(regions, purpose, caller, deps);
    for (const { home, looking, ...person } of found) {
      if (home) homes.add(home.regionCode);
      people.push({ ...person, home, standing: lookingState(looking, at) });
    }
    const shown = personalColumns(purpose, isOwnCounty);
    const by = `${regionName(caller.scope ?? '')}人社局`;
    const scopeName = regions.map(regionName).join('、');
    const isPersonal = shown.name !== 'none' || shown.phone !== 'none';
    const taken = {
      exportId: deps.newId(8),
      at,
      kind: 'people' as const,
      purpose,
      byName: by,
      role: caller.role,
      byWorkerId: caller.workerId,
      scopeName,
      columns: peopleTitles(shown),
      rows: people.length,
      isPersonal,
    };
    await deps.exports.record(taken, [...homes]);
    const facts = [
      ['谁导出的', by],
      ['什么时候', minuteWords(at)],
      ['做什么用', purposeWords[purpose]],
      ['哪里的人', scopeName],
      ['一共', totalWords(people.length, '人', isWhole)],
      ['请注意', '只作上面写的用途，用完删掉。这次导出已经记下，本人看得到。'],
    ] as const;
    const xlsx = await makePeopleList({ title: exportKindWords.people, facts }, people, shown);
    return { fileName: `${by}-劳动力供给清单-${purposeWords[purpose]}-${chinaDay(at)}.xlsx`, xlsxBase64: base64(xlsx), rows: people.length };
  },
};
