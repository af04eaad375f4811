import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const regularFile = '400Regular/NotoSansSC_400Regular.ttf';
const boldFile = '700Bold/NotoSansSC_700Bold.ttf';
const fontPackage = '@expo-google-fonts/noto-sans-sc';

export interface Fonts {
  regular: Buffer;
  bold: Buffer;
}

/** Ten megabytes each: a warm function reads them once. */
const read = new Map<string, Promise<Buffer>>();

function fontAt(path: string): Promise<Buffer> {
  const known = read.get(path);
  if (known) return known;
  const reading = readFile(path);
  read.set(path, reading);
  reading.catch(() => read.delete(path));
  return reading;
}

const inPackage = (file: string): string => fileURLToPath(import.meta.resolve(`${fontPackage}/${file}`));
const inDir = (dir: string, file: string): string => join(dir, file.slice(file.indexOf('/') + 1));

/** Noto Sans SC in two weights: from a folder that holds the two files, or from the installed package. */
export async function loadFonts(dir?: string): Promise<Fonts> {
  const pathOf = dir ? (file: string) => inDir(dir, file) : inPackage;
  const [regular, bold] = await Promise.all([fontAt(pathOf(regularFile)), fontAt(pathOf(boldFile))]);
  return { regular, bold };
}
