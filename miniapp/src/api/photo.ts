import { largestFileBytes, type PictureType, pictureTypeOf } from '@shanhai/shared/rules/files.ts';
import Taro from '@tarojs/taro';
import { refusalOf } from './refusal.ts';

/** A photograph in hand: its bytes, and where a page finds it to show it. */
export interface Photo {
  bytes: ArrayBuffer;
  contentType: PictureType;
  path: string;
}

/** A page of paper can be read at this many pixels along its longer side. */
const longestSide = 2000;
const quality = 0.82;
/** What WeChat leaves larger than this is pressed once more. */
const roomyBytes = 1_500_000;

function photoOf(bytes: ArrayBuffer, path: string): Photo {
  const contentType = pictureTypeOf(new Uint8Array(bytes, 0, Math.min(16, bytes.byteLength)));
  if (!contentType || bytes.byteLength > largestFileBytes) throw refusalOf('file_not_a_picture');
  return { bytes, contentType, path };
}

function readFile(filePath: string): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

async function pressed(path: string): Promise<Photo> {
  const { tempFilePath } = await Taro.compressImage({ src: path, quality: 70 });
  return photoOf(await readFile(tempFilePath), tempFilePath);
}

/** By callbacks: Taro makes no promise of this one. */
function pickInWechat(): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    void Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
      success: ({ tempFiles }) => resolve(tempFiles[0]?.tempFilePath),
      // turning back is no fault
      fail: ({ errMsg }) => (errMsg.includes('cancel') ? resolve(undefined) : reject(refusalOf('file_not_a_picture'))),
    });
  });
}

async function chooseInWechat(): Promise<Photo | undefined> {
  const path = await pickInWechat();
  if (!path) return undefined;
  const bytes = await readFile(path);
  return bytes.byteLength > roomyBytes ? pressed(path) : photoOf(bytes, path);
}

function pickFile(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.onchange = () => resolve(input.files?.[0]);
    input.oncancel = () => resolve(undefined);
    input.click();
  });
}

function loadImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(refusalOf('file_not_a_picture'));
    image.src = address;
  });
}

/** Drawn afresh: smaller, upright, and without the place where it was taken. */
async function redrawn(file: File): Promise<Blob> {
  const address = window.URL.createObjectURL(file);
  try {
    const image = await loadImage(address);
    const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(refusalOf('file_not_a_picture'))), 'image/jpeg', quality),
    );
  } finally {
    window.URL.revokeObjectURL(address);
  }
}

async function chooseInBrowser(): Promise<Photo | undefined> {
  const file = await pickFile();
  if (!file) return undefined;
  const blob = await redrawn(file);
  return photoOf(await blob.arrayBuffer(), window.URL.createObjectURL(blob));
}

/** Takes a photograph or picks one; undefined when the person turned back. */
export const choosePhoto = process.env.TARO_ENV === 'weapp' ? chooseInWechat : chooseInBrowser;
