import path from 'node:path';

/** Where the builds of the mini-program lie; `npm test` makes them first. */
export const weappFolder = path.resolve(import.meta.dirname, '../../miniapp/dist/weapp');
export const h5Folder = path.resolve(import.meta.dirname, '../../miniapp/dist/h5');
/** For pictures and papers that a test run leaves behind. */
export const outputFolder = path.resolve(import.meta.dirname, '../output');
