import Taro from '@tarojs/taro';
import { type Brush, posterSize } from './draw-poster.ts';

interface CanvasNode {
  width: number;
  height: number;
  getContext: (kind: '2d') => Brush;
}

/** The canvas that stands on the page in WeChat; a browser needs none there. */
export const canvasId = 'poster-canvas';
export const isWechat = process.env.TARO_ENV === 'weapp';

const nodeOnPage = (): Promise<CanvasNode> =>
  new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .fields({ node: true })
      .exec(([found]: ({ node?: CanvasNode } | undefined)[]) => (found?.node ? resolve(found.node) : reject(new Error('no canvas'))));
  });

/** Draws in WeChat and gives back the file, in a browser the data address of a PNG. */
export async function drawPicture(draw: (brush: Brush) => void): Promise<string> {
  const canvas = isWechat ? await nodeOnPage() : document.createElement('canvas');
  canvas.width = posterSize.width;
  canvas.height = posterSize.height;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('no canvas');
  draw(brush);
  if (!isWechat) return (canvas as HTMLCanvasElement).toDataURL('image/png');
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas, fileType: 'png' });
  return tempFilePath;
}

function download(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
}

/** Into the album of the phone; a browser downloads. Throws when the person does not let us. */
export async function keepPicture(address: string, fileName: string): Promise<void> {
  if (isWechat) await Taro.saveImageToPhotosAlbum({ filePath: address });
  else download(address, fileName);
}
