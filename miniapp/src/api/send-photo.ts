import type { Output } from '@shanhai/shared/contract/contract.ts';
import type { FilePurpose } from '@shanhai/shared/rules/files.ts';
import Taro from '@tarojs/taro';
import { call } from './call.ts';
import type { Photo } from './photo.ts';
import { refusalOf } from './refusal.ts';

type Link = Output<'files.start'>;
/** How much of it has gone, from 0 to 1; WeChat does not say. */
type Progress = (share: number) => void;

const patienceMs = 60_000;

async function putInWechat({ url, headers }: Link, { bytes }: Photo): Promise<void> {
  const answer = await Taro.request({ url, method: 'PUT', header: { ...headers }, data: bytes, timeout: patienceMs, dataType: 'text' }).catch(() => {
    throw refusalOf('network');
  });
  if (answer.statusCode !== 200) throw refusalOf('file_not_here');
}

function putInBrowser({ url, headers }: Link, { bytes }: Photo, onProgress: Progress): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) sending.setRequestHeader(name, value);
    sending.timeout = patienceMs;
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    sending.onload = () => (sending.status === 200 ? resolve() : reject(refusalOf('file_not_here')));
    sending.onerror = () => reject(refusalOf('network'));
    sending.ontimeout = () => reject(refusalOf('network'));
    sending.send(bytes);
  });
}

const put = process.env.TARO_ENV === 'weapp' ? putInWechat : putInBrowser;

/** Sends a photograph straight to where files are kept; it counts once the server has looked at it. Begun anew, it takes another place. */
export async function sendPhoto(purpose: FilePurpose, photo: Photo, onProgress: Progress): Promise<string> {
  const link = await call('files.start', { purpose, contentType: photo.contentType, size: photo.bytes.byteLength });
  await put(link, photo, onProgress);
  return (await call('files.finish', { fileId: link.fileId })).fileId;
}
