import { type Callbacks, fail, type Handset, soon, succeed } from './handset.ts';
import type { PageStack } from './page-stack.ts';

const ways = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab'] as const;

/** Going from page to page; a page that breaks while it is loaded is a fault, a page that is not there only fails the call. */
export function wxPages(handset: Handset, stack: () => PageStack): Record<string, unknown> {
  const move = (name: string, options: Callbacks | undefined, go: () => void): void =>
    soon(handset, () => {
      try {
        go();
        succeed(handset, options);
      } catch (error) {
        handset.faults.push(`${name}: ${(error as Error).stack}`);
        fail(handset, options, `${name}:fail ${(error as Error).message}`);
      }
    });
  const byUrl = ways.map((way) => [way, (options: Callbacks & { url: string }) => move(way, options, () => stack()[way](options.url))]);
  return {
    ...Object.fromEntries(byUrl),
    navigateBack: (options?: Callbacks & { delta?: number }) => move('navigateBack', options, () => stack().navigateBack(options?.delta)),
  };
}
