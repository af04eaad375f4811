/** Fairs that a pairing owes each year, on site and online each. 〔青人社〔2024〕13号：现场专场、网上招聘每年各 2 次以上〕 */
export const fairsOwed = 2;

export type PairingState = 'unpaired' | 'enough' | 'short';

interface Held {
  status: 'paired' | 'unpaired';
  onsite: number;
  online: number;
}

const shortOf = (word: string, held: number): string => (held < fairsOwed ? `${word} ${fairsOwed - held} 场` : '');

/** How a pairing stands in a year, and the words for it: 都够了 · 差现场 1 场 · 差现场 1 场、线上 2 场. 〔青人社〔2024〕13号〕 */
export function pairingStanding({ status, onsite, online }: Held): { state: PairingState; words: string } {
  if (status === 'unpaired') return { state: 'unpaired', words: '待结对' };
  const lacking = [shortOf('现场', onsite), shortOf('线上', online)].filter(Boolean);
  return lacking.length === 0 ? { state: 'enough', words: '都够了' } : { state: 'short', words: `差${lacking.join('、')}` };
}
