import { type Callbacks, fail, type Handset, succeed } from './handset.ts';

/** Photographs and files of the phone. */
export function wxFiles(handset: Handset): Record<string, unknown> {
  const readFile = (options: Callbacks & { filePath: string }): void => {
    const bytes = handset.album.get(options.filePath);
    if (!bytes) fail(handset, options, 'readFile:fail no such file or directory');
    else succeed(handset, options, { data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), errMsg: 'readFile:ok' });
  };
  return {
    getFileSystemManager: () => ({ writeFileSync: (path: string) => void handset.handedOver.push(path), readFile }),
    /** The photograph that is held ready; without one the person turns back. */
    chooseMedia(options: Callbacks) {
      const path = handset.photo;
      handset.photo = undefined;
      if (path === undefined) return fail(handset, options, 'chooseMedia:fail cancel');
      const tempFiles = [{ tempFilePath: path, size: handset.album.get(path)?.byteLength ?? 0, fileType: 'image' }];
      succeed(handset, options, { tempFiles, type: 'image', errMsg: 'chooseMedia:ok' });
    },
    compressImage: (options: Callbacks & { src: string }) => succeed(handset, options, { tempFilePath: options.src, errMsg: 'compressImage:ok' }),
    previewImage(options: Callbacks & { urls: string[] }) {
      handset.handedOver.push(...options.urls);
      succeed(handset, options);
    },
  };
}
