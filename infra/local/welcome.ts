import { type PersonaGroup, personas } from './wechat/personas.ts';

const groups: Record<PersonaGroup, string> = {
  worker: 'job seekers (narrow window, about 375 px)',
  recruiter: 'recruiters',
  organizer: 'organizers of fairs',
  officer: 'officers',
  odd: 'people with whom something is different',
};

/** Says in plain words what to open and who one can be; `pastFairOn` is the day of the demo fair when that is over. */
export function announce(origin: string, ms: number, pastFairOn: string | undefined): void {
  const lines = ['', `Shanhai is ready after ${(ms / 1000).toFixed(1)} s. Open ${origin}`, '', 'Pick on the first page who to be; every name is made up:'];
  for (const [group, title] of Object.entries(groups)) {
    lines.push(`  ${title}`);
    for (const { id, name, about } of personas.filter((persona) => persona.group === group)) {
      lines.push(`    ${id.padEnd(12)} ${name}  ${about}`);
    }
  }
  if (pastFairOn) lines.push('', `The fair of the demo world was open on ${pastFairOn}. For one that is open today: npm start -- --fresh`);
  lines.push('', 'Data is kept in .data between runs; begin again with: npm start -- --fresh', 'Ctrl-C ends everything.', '');
  console.log(lines.join('\n'));
}
