/// <reference types="@tarojs/taro" />
declare module '*.png' {
  const address: string;
  export default address;
}
declare module '*.svg' {
  const address: string;
  export default address;
}
declare module '*.scss';
declare module 'qrcode/lib/core/qrcode' {
  interface Segment {
    data: readonly number[];
    mode: 'byte';
  }
  export function create(
    segments: readonly Segment[],
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { modules: { size: number; data: Uint8Array } };
}

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
    NODE_ENV: 'development' | 'production';
  }
}
/** Where the API answers; set when the build is made. */
declare const API_BASE: string;
/** The version of this build. */
declare const APP_VERSION: string;
/** How a person signs in to this build. */
declare const SIGN_IN: 'wechat' | 'persona' | 'desk';
/** Who runs this, and how they are reached. */
declare const OPERATOR: string;
declare const OPERATOR_CONTACT: string;
