import { servePages } from './http/pages.ts';

const { PAGES_DIR, OBJECTS_BASE, STAGE, CHECK_FILES } = process.env;
if (!PAGES_DIR || !STAGE) throw new Error('PAGES_DIR and STAGE are not set');

export const handler = servePages({
  folder: PAGES_DIR,
  stage: STAGE,
  objectsOrigin: OBJECTS_BASE && new URL(OBJECTS_BASE).origin,
  checkFiles: JSON.parse(CHECK_FILES ?? '{}') as Record<string, string>,
});
