/** What an endpoint says; the server adds the rid, the content type and HTTP 200 as WeChat does. */
export type Answer =
  | { kind: 'json'; body: string }
  | { kind: 'image'; body: Buffer; contentType: string }
  | { kind: 'refused'; errcode: number; errmsg: string };

const words: Record<number, string> = {
  [-1]: 'system error',
  40001:
    'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40066: 'invalid url',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43104: 'this appid does not have permission',
  44002: 'empty post data',
  44991: 'reach the minute limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45168: 'content contains sensitive words',
  47001: 'data format error',
  61010: 'code is expired',
  85096: 'not allow include scancode_time field',
  87007: 'session_key is not existed or expired',
  87008: 'invalid sig_method',
  87009: 'invalid signature',
};

export function refused(errcode: number, errmsg = words[errcode] ?? 'error'): Answer {
  return { kind: 'refused', errcode, errmsg };
}

export function json(body: object): Answer {
  return { kind: 'json', body: JSON.stringify(body) };
}

/** `ok` with a 64-bit number set into the text: JSON.stringify would round it. */
export function okWithMsgid(msgid: bigint): Answer {
  return { kind: 'json', body: `{"errcode":0,"errmsg":"ok","msgid":${msgid}}` };
}
