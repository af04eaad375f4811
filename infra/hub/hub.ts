import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { Output } from '@shanhai/shared/contract/contract.ts';
import { hubAddress, pairingText } from '@shanhai/shared/rules/hub.ts';
import { type Book, openBook } from './book.ts';
import { type Cloud, type CloudCode, cloudAt, codeOf, type Desk } from './cloud.ts';
import { openDoor } from './door.ts';
import { type Own, openOwn } from './files.ts';
import { lockFolder } from './lock.ts';
import { openPage } from './page.ts';
import { syncUp } from './sync.ts';

export interface HubOptions {
  /** Address of the server. */
  cloud: string;
  folder: string;
  port: number;
  /** The own page; on this machine only. */
  pagePort: number;
  version: string;
  /** How gates reach this laptop; found out when it is not said. */
  address?: string | undefined;
  now?: () => string;
}
type OwnFair = Pick<Output<'fairs.mine'>['items'][number], 'fairId' | 'title' | 'subtitle' | 'opensAt' | 'closesAt'>;

/** What the page shows. */
export interface HubState {
  own: Own;
  /** Address of the server, as it was told. */
  server: string;
  /** Where gates reach it, the likeliest first. */
  addresses: string[];
  pairing?: string;
  fair?: OwnFair;
  figures?: ReturnType<Book['figures']>;
  gates: { deviceId: string; gate: string; at: string }[];
  isLinked: boolean;
  /** A desk that waits for a phone to confirm it. */
  desk?: Desk;
  fairs: OwnFair[];
  /** How the last word with the server went. */
  cloud: 'unknown' | 'ok' | CloudCode;
  syncedAt?: string;
  skewMs?: number;
}

type Found = Pick<HubState, 'cloud' | 'fairs' | 'syncedAt' | 'skewMs'>;

const listen = async (server: Server, port: number, host: string): Promise<number> => {
  server.listen(port, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};
const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Addresses of this machine in the networks of a house; a hall's router comes before a bridge of some program. */
function addressesOf(port: number): string[] {
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  const own = all.filter((one) => one.family === 'IPv4' && !one.internal).map((one) => hubAddress(`${one.address}:${port}`) ?? '');
  return own.filter(Boolean).sort((a, b) => Number(b.startsWith('192.168.')) - Number(a.startsWith('192.168.')));
}

/** Those that may still be worked at. */
async function fairsOf(cloud: Cloud, now: string): Promise<OwnFair[]> {
  const acting = cloud.session()?.acting;
  if (acting?.role === 'steward' && acting.scope) return [await cloud.call('fairs.get', { fairId: acting.scope as FairId })];
  if (acting?.role !== 'organizer') return [];
  const { items } = await cloud.call('fairs.mine', {});
  return items.filter((fair) => fair.closesAt > now && fair.status === 'published');
}

/** The fair it serves, with its file; none before somebody chose one, and none when the fair is over and sent. */
function keepFair(folder: string, now: () => string) {
  const own = openOwn(folder);
  const { fairId: last } = own.now();
  let book = last ? openBook(folder, last) : undefined;
  const gates = new Map<string, { gate: string; at: string }>();
  return {
    own: own.now,
    book: (): Book | undefined => book,
    gates: (): HubState['gates'] => [...gates].map(([deviceId, one]) => ({ deviceId, ...one })),
    heardOf(deviceId: string, gate: string): void {
      if (deviceId) gates.set(deviceId, { gate: gate || (gates.get(deviceId)?.gate ?? ''), at: now() });
    },
    serve(fairId: string): void {
      if (book) return;
      own.serve(fairId);
      book = openBook(folder, fairId);
    },
    /** Another fair, or none: only when nothing waits to be sent. */
    leave(): void {
      if (!book || book.waiting().length > 0) return;
      book.forget();
      book = undefined;
      gates.clear();
      own.leave();
    },
  };
}
type KeptFair = ReturnType<typeof keepFair>;

/** While nothing waits, the server is told and asked once a minute. */
const seldomMs = 60_000;

/** Whatever a network allows: signing in, sending, loading. Without one nothing changes. */
function keepTalking(kept: KeptFair, cloud: Cloud, version: string, now: () => string) {
  let found: Found = { cloud: 'unknown', fairs: [] };
  let talking: Promise<void> | undefined;

  async function speak(): Promise<void> {
    await cloud.keep();
    const book = kept.book();
    if (!cloud.session()) return;
    if (!book) {
      found = { ...found, fairs: await fairsOf(cloud, now()) };
      return;
    }
    const isQuiet = book.waiting().length === 0 && found.syncedAt !== undefined && Date.parse(now()) - Date.parse(found.syncedAt) < seldomMs;
    if (isQuiet && book.list()) return;
    const skewMs = await syncUp({ book, deviceId: kept.own().deviceId, version, cloud, now });
    found = { ...found, skewMs, syncedAt: now() };
  }
  async function talk(): Promise<void> {
    const outcome = await speak().then(() => 'ok' as const, codeOf);
    found = { ...found, cloud: outcome };
    if (kept.book()?.isOver(now())) kept.leave();
  }
  return {
    found: (): Found => found,
    quiet: async (): Promise<void> => talking,
    /** One round at a time, however many ask for it. */
    tick(): Promise<void> {
      talking ??= talk().finally(() => {
        talking = undefined;
      });
      return talking;
    },
  };
}

function pairingOf(kept: KeptFair, address: string | undefined): { pairing?: string } {
  const { fairId, secret } = kept.own();
  return address && fairId && secret && kept.book()?.list() ? { pairing: pairingText({ address, secret, fairId }) } : {};
}

function stateOf(kept: KeptFair, cloud: Cloud, found: Found, at: Pick<HubState, 'server' | 'addresses'>): HubState {
  const [book, desk] = [kept.book(), cloud.desk()];
  const list = book?.list();
  return {
    own: kept.own(),
    ...at,
    ...pairingOf(kept, at.addresses[0]),
    ...(list ? { fair: list.fair } : {}),
    ...(book ? { figures: book.figures() } : {}),
    gates: kept.gates(),
    isLinked: cloud.session() !== undefined,
    ...(desk ? { desk } : {}),
    ...found,
  };
}

/** The laptop in the hall: a door for the gates, a page for whoever sits before it, and the way to the server while there is one. */
export async function startHub(options: HubOptions) {
  const letGo = await lockFolder(options.folder);
  try {
    const hub = await openHub(options);
    const stop = async (): Promise<void> => {
      await hub.stop();
      await letGo();
    };
    return { ...hub, stop };
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function openHub({ folder, version, now = () => new Date().toISOString(), ...options }: HubOptions) {
  const kept = keepFair(folder, now);
  const cloud = cloudAt(options.cloud, now);
  const { tick, found, quiet } = keepTalking(kept, cloud, version, now);
  const door = openDoor({ book: kept.book, secret: () => kept.own().secret, now, version, heardOf: kept.heardOf });
  door.know(kept.book()?.requests() ?? []);
  const port = await listen(door.server, options.port, '0.0.0.0');
  const addresses = (): string[] => (options.address ? [`${options.address}:${port}`] : addressesOf(port));
  const state = (): HubState => stateOf(kept, cloud, found(), { server: options.cloud, addresses: addresses() });
  const serve = async (fairId: string): Promise<void> => {
    kept.serve(fairId);
    await tick();
  };
  const page = openPage({ state, serve, leave: kept.leave });
  const pagePort = await listen(page, options.pagePort, '127.0.0.1');
  return {
    state,
    serve,
    tick,
    port,
    pagePort,
    async stop(): Promise<void> {
      await Promise.all([closed(door.server), closed(page)]);
      await quiet();
      kept.book()?.close();
    },
  };
}
