import { type FilePurpose, neededPapers } from '@shanhai/shared/rules/files.ts';
import { PNG } from 'pngjs';
import type { Actor } from './call.ts';

/** A small genuine picture; `n` makes them differ. */
export function aPicture(n = 1): Buffer {
  const picture = new PNG({ width: 24, height: 16 });
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([n % 256, at % 256, 200, 255], at);
  return PNG.sync.write(picture);
}

/** Sends bytes along a link as a phone does. */
export function putThrough(link: { url: string; method: string; headers: Record<string, string> }, bytes: Uint8Array): Promise<Response> {
  return fetch(link.url, { method: link.method, headers: link.headers, body: bytes as Uint8Array<ArrayBuffer> });
}

/** A photograph that somebody has brought in whole. */
export async function broughtIn(actor: Actor, purpose: FilePurpose, bytes: Buffer = aPicture()) {
  const { fileId, ...link } = await actor.call('files.start', { purpose, contentType: 'image/png', size: bytes.length });
  await putThrough(link, bytes);
  return actor.call('files.finish', { fileId });
}

/** The photographs an employer of this kind hands in. */
export const photographs = (actor: Actor, kind = 'own_hiring') =>
  Promise.all(neededPapers(kind).map(async (purpose) => ({ purpose, fileId: (await broughtIn(actor, purpose)).fileId })));
