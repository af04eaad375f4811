import { ensureBuilt, type Platform } from './app-builds.ts';

for (const platform of process.argv.slice(2) as Platform[]) {
  try {
    await ensureBuilt(platform, { onStart: () => console.log(`Building the mini-program for ${platform} ...`) });
    console.log(`${platform}: built from the present sources`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
