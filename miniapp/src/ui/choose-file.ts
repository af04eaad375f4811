import Taro from '@tarojs/taro';

export interface ChosenFile {
  name: string;
  bytes: number;
  base64: string;
}

/** A browser asks by an input of its own; turning back leaves no word, so the promise is then left waiting. */
function chooseInBrowser(endings: readonly string[]): Promise<ChosenFile> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = endings.map((ending) => `.${ending}`).join(',');
    input.onchange = () => {
      const [file] = input.files ?? [];
      if (!file) return;
      const reader = new FileReader();
      reader.onload = () => resolve({ name: file.name, bytes: file.size, base64: String(reader.result).replace(/^[^,]*,/, '') });
      reader.onerror = () => reject(new Error('file'));
      reader.readAsDataURL(file);
    };
    input.click();
  });
}

/** WeChat offers the files of a chat: one sends the list to oneself first. */
async function chooseInWechat(endings: readonly string[]): Promise<ChosenFile | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] }).catch(() => undefined);
  const file = chosen?.tempFiles[0];
  if (!file) return undefined;
  const base64 = await new Promise<string>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: file.path,
      encoding: 'base64',
      success: ({ data }) => resolve(String(data)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  return { name: file.name, bytes: file.size, base64 };
}

/** One file of the person's choice; undefined when they turned back. */
export function chooseFile(endings: readonly string[]): Promise<ChosenFile | undefined> {
  return process.env.TARO_ENV === 'weapp' ? chooseInWechat(endings) : chooseInBrowser(endings);
}
