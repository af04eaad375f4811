import type { Output } from '@shanhai/shared/contract/contract.ts';
import { call } from '../../../api/call.ts';

type Consent = Output<'consents.mine'>['items'][number];

/** Yes to the whole, or to a registration by somebody who is no helper: taking it back means to be erased. */
export const isErasureOnly = ({ purpose, about }: Consent): boolean => purpose === 'privacy' || (purpose === 'registered' && about === '');

/** Takes a yes back where it was given: what rests on it goes with it. */
export function takeBack({ purpose, about }: Consent): Promise<unknown> {
  const [first = '', second = ''] = about.split('#');
  switch (purpose) {
    case 'card':
      return call('cards.withdraw', { fairId: first, boothNo: Number(second) });
    case 'application':
      return call('applications.withdraw', { jobId: first });
    case 'registered':
      return call('workers.dropProxy', { proxyId: first });
    case 'findable':
      return call('workers.change', { isFindable: false });
    case 'ranking':
      return call('workers.change', { isRankingOff: true });
    case 'privacy':
      return Promise.resolve();
    default:
      return call('consents.withdraw', { purpose });
  }
}
