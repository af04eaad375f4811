import { pack, unpack } from './pack.ts';
import type { Segment } from './segment.ts';
import type { HeadNote } from './snapshot.ts';

/** What lies in the bucket: one head that changes, and the large body it names, which never does. */
const headKey = 'search/head';
const bodyKey = (id: string): string => `search/body-${id}`;
const packed = 'application/octet-stream';

export interface Bucket {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<{ etag: string }>;
  get(key: string, known?: { etag?: string | undefined }): Promise<{ bytes: Uint8Array; etag: string } | 'unchanged' | undefined>;
  remove(key: string): Promise<void>;
}

/** The head: openings that changed since the body was made, and what is said beside them. */
export interface Head {
  readonly etag: string;
  readonly note: HeadNote;
  readonly changed: Segment;
}

/** The parts of the index as they lie in the bucket. What was written under another shape counts as not there. */
export function snapshotStore(objects: Bucket) {
  return {
    async head(etag?: string): Promise<Head | 'unchanged' | undefined> {
      const reply = await objects.get(headKey, { etag });
      if (!reply || reply === 'unchanged') return reply;
      const opened = unpack(reply.bytes);
      return opened && { etag: reply.etag, note: opened.note as HeadNote, changed: opened.segment };
    },

    async body(id: string): Promise<Segment | undefined> {
      const reply = await objects.get(bodyKey(id));
      return reply && reply !== 'unchanged' ? unpack(reply.bytes)?.segment : undefined;
    },

    async putHead(changed: Segment, note: HeadNote): Promise<Head> {
      const { etag } = await objects.put(headKey, pack(changed, note), packed);
      return { etag, note, changed };
    },

    putBody: (id: string, body: Segment) => objects.put(bodyKey(id), pack(body), packed),
    removeBody: (id: string) => objects.remove(bodyKey(id)),
  };
}
