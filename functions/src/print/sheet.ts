import PDFDocument from 'pdfkit';
import type { Fonts } from './fonts.ts';

export type Doc = PDFKit.PDFDocument;

/** The pigments of the look, in print. */
export const ink = '#14262B';
export const paleInk = '#40545A';
export const azurite = '#0E5F8A';
export const malachite = '#12553F';
export const malachiteTint = '#E0F2EA';
export const gamboge = '#F2B632';
export const gambogeTint = '#FFF3D3';
export const silk = '#FBF4E4';
export const hairline = '#9FB0B4';
export const paper = '#FFFFFF';

const pointsPerMm = 72 / 25.4;

export interface Size {
  width: number;
  height: number;
}
export const a3: Size = { width: 297, height: 420 };
export const a4: Size = { width: 210, height: 297 };

/** An empty document without pages, with our two fonts and no other. */
export function openDocument(fonts: Fonts, about: { title: string; author: string; printedAt?: string | undefined }): Doc {
  const doc = new PDFDocument({
    autoFirstPage: false,
    // An empty name keeps pdfkit from opening its own Helvetica, whose metrics are not in the bundle.
    font: '',
    margin: 0,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: about.title, Author: about.author, Creator: '山海就业', ...(about.printedAt ? { CreationDate: new Date(about.printedAt) } : {}) },
  });
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('bold', fonts.bold);
  return doc;
}

/** A new page whose unit is the millimetre, type sizes included. */
export function addSheet(doc: Doc, size: Size): void {
  doc.addPage({ size: [size.width * pointsPerMm, size.height * pointsPerMm], margin: 0 });
  doc.scale(pointsPerMm);
}

export async function finished(doc: Doc): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const all = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  doc.end();
  return all;
}
