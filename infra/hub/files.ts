import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { secretOf } from '@shanhai/shared/rules/hub.ts';

/** Written beside it and put in its place: there is always a whole one. */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.new`;
  const handle = openSync(beside, 'w', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(beside, file);
}

/** Who this hub is: a device like any other, and the secret of its pairing code for the fair it serves. */
export interface Own {
  deviceId: string;
  fairId?: string;
  secret?: string;
}

const drawnId = (): string => randomBytes(12).toString('base64url');

export function openOwn(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'hub.json');
  let own = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Own) : { deviceId: drawnId() };
  const put = (next: Own): void => {
    writeWhole(file, JSON.stringify(next));
    own = next;
  };
  if (!existsSync(file)) put(own);
  return {
    now: (): Own => own,
    /** Another fair has another secret: the codes of the last one open nothing. */
    serve: (fairId: string): void => put({ deviceId: own.deviceId, fairId, secret: secretOf(randomBytes(32)) }),
    leave: (): void => put({ deviceId: own.deviceId }),
  };
}
