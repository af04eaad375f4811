import Taro from '@tarojs/taro';

const kinds = { pdf: 'application/pdf', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json' } as const;

interface FileToSave {
  /** With its ending, which says what it is opened with. */
  fileName: string;
  base64: string;
  kind: keyof typeof kinds;
}

function download({ fileName, base64, kind }: FileToSave): void {
  const bytes = Uint8Array.from(window.atob(base64), (letter) => letter.charCodeAt(0));
  const address = window.URL.createObjectURL(new Blob([bytes], { type: kinds[kind] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the file by the next minute; the address would hold its memory for ever.
  setTimeout(() => window.URL.revokeObjectURL(address), 60_000);
}

/** WeChat has no downloads: the file opens, and its menu sends it on or keeps it. */
async function open({ fileName, base64, kind }: FileToSave): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`;
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  // WeChat opens no such file: it is sent on, to oneself or to somebody
  if (kind === 'json') await Taro.shareFileMessage({ filePath, fileName });
  else await Taro.openDocument({ filePath, fileType: kind, showMenu: true });
}

/** Hands a file to the person: a download in a browser, opened with a menu in WeChat. */
export async function saveFile(file: FileToSave): Promise<void> {
  if (process.env.TARO_ENV === 'weapp') await open(file);
  else download(file);
}
