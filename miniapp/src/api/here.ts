import Taro from '@tarojs/taro';

export interface Here {
  east: number;
  north: number;
}

const patienceMs = 6000;

function inWechat(): Promise<Here> {
  return Taro.getFuzzyLocation({ type: 'wgs84' }).then(({ longitude, latitude }) => ({ east: longitude, north: latitude }));
}

function inBrowser(): Promise<Here> {
  return new Promise((found, failed) => {
    if (!navigator.geolocation) failed(new Error('no place'));
    else navigator.geolocation.getCurrentPosition(({ coords }) => found({ east: coords.longitude, north: coords.latitude }), failed, { timeout: patienceMs });
  });
}

const never = (): Promise<undefined> => new Promise((give) => setTimeout(() => give(undefined), patienceMs));

/** About where this phone is, if its owner lets it say so and it finds out soon. Asked only after a yes; kept nowhere, sent nowhere. */
export async function hereNow(): Promise<Here | undefined> {
  try {
    return await Promise.race([process.env.TARO_ENV === 'weapp' ? inWechat() : inBrowser(), never()]);
  } catch {
    return undefined;
  }
}
