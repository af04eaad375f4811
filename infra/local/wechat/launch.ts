import * as z from 'zod';
import type { Sim } from './sim.ts';

/** What was scanned: the text of a decoded code, or the scene and page of one that was never drawn. */
export const Scan = z.object({
  text: z.string().optional(),
  scene: z.string().optional(),
  page: z.string().default(''),
  via: z.int().optional(),
});

interface Launch {
  path: string;
  query: Record<string, string>;
  scene: number;
}

const miniCode = 1047;
const qrCode = 1011;

/** The launch options a phone hands to the mini-program after this scan; the values in `query` are still encoded, as on a phone. */
export function launchOf(sim: Sim, scan: z.infer<typeof Scan>): Launch | undefined {
  const { text, scene, page, via } = scan;
  if (scene !== undefined) return { path: page, query: { scene: encodeURIComponent(scene) }, scene: via ?? miniCode };
  if (text === undefined) return undefined;
  const ours = /^wxsim:\/\/(\w+)\/\w+\/([^?]*)\?scene=(.*)$/.exec(text);
  if (!ours) {
    const scannedAt = String(Math.floor(sim.nowMs() / 1000));
    return { path: page, query: { q: encodeURIComponent(text), scancode_time: scannedAt }, scene: via ?? qrCode };
  }
  const [, appId, path = '', encoded = ''] = ours;
  return appId === sim.settings.appId ? { path, query: { scene: encoded }, scene: via ?? miniCode } : undefined;
}
