import { type RouteName, routes } from '@shanhai/shared/routes.ts';

export interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

/** Every address that nothing else is said of. */
export const usual: Throttle = { rateLimit: 500, burstLimit: 1000 };

/** A fair opens its gates: everybody comes in the same minute, at a hundred fairs. */
const gate: Throttle = { rateLimit: 5000, burstLimit: 5000 };
/** Begins with a question to WeChat, whose own limits are not far above. */
const signIn: Throttle = { rateLimit: 1000, burstLimit: 2000 };
/** Takes a second of a processor or more. */
const heavy: Throttle = { rateLimit: 10, burstLimit: 20 };
/** Shows a whole name or what is sealed: nobody needs many of these at once. */
const sealed: Throttle = { rateLimit: 5, burstLimit: 10 };

/** Asked by whoever has not signed in, and kept in the table for some minutes. */
const unknown: Throttle = { rateLimit: 20, burstLimit: 60 };

const special: Partial<Record<RouteName, Throttle>> = {
  'attendance.checkIn': gate,
  'attendance.upload': gate,
  'fairs.get': gate,
  'fairs.booths': gate,
  'fairs.resolveCode': gate,
  'cards.leave': gate,
  'identity.signIn': signIn,
  'identity.openDesk': unknown,
  'identity.bindPhone': signIn,
  'fairs.printPack': heavy,
  'reports.fairReport': heavy,
  'imports.read': heavy,
  'exports.openings': heavy,
  'exports.people': heavy,
  'allocations.proposeForFair': heavy,
  'allocations.proposeForPairing': heavy,
  'imports.badRows': heavy,
  'rights.copy': heavy,
  'system.openApi': heavy,
  'people.reveal': sealed,
  'people.revealId': sealed,
  'people.categories': sealed,
  'workers.claim': sealed,
};

/** What API Gateway is told of single addresses. */
export const routeThrottles = (): Record<string, Throttle> =>
  Object.fromEntries(Object.entries(special).map(([name, throttle]) => [routes[name as RouteName], throttle]));
