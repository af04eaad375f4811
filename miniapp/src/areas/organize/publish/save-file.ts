import Taro from '@tarojs/taro';

export interface PaperFile {
  fileName: string;
  base64: string;
  kind: 'pdf' | 'xlsx';
}

const mimeOf = { pdf: 'application/pdf', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
/** The browser needs a moment to begin the download before the address goes. */
const keepAddressMs = 60_000;

function download({ fileName, base64, kind }: PaperFile): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mimeOf[kind] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), keepAddressMs);
}

/** Writes it into the mini-program's own folder and opens it; its menu sends it on to a computer or a printer. */
async function openInWechat({ fileName, base64, kind }: PaperFile): Promise<void> {
  const path = `${Taro.env.USER_DATA_PATH}/${fileName.replace(/[\\/:*?"<>|]/g, '')}`;
  Taro.getFileSystemManager().writeFileSync(path, base64, 'base64');
  await Taro.openDocument({ filePath: path, fileType: kind, showMenu: true });
}

/** Hands a file to the person: a download in a browser, an opened document in WeChat. */
export async function saveFile(file: PaperFile): Promise<void> {
  if (process.env.TARO_ENV === 'h5') download(file);
  else await openInWechat(file);
}
