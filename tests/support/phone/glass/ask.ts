import type { PackedApp } from './pack.ts';

/** What the test hands to the runner inside the page, and what it reads back. */
export interface GlassAsk {
  app: PackedApp;
  persona: string;
  /** The address built into the mini-program, which the page's own `/api` takes the place of. */
  builtBase: string;
  launch: { path: string; query: Record<string, string>; scene: number; referrerInfo: object };
  inHand: string | undefined;
  faults: string[];
}

declare global {
  interface Window {
    glass: GlassAsk;
  }
}
