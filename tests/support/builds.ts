import path from 'node:path';

/** Where the builds of the mini-program lie; `npm test` makes them first. */
export const weappFolder = process.env['TMP_WEAPP'] ?? path.resolve(import.meta.dirname, '../../miniapp/dist/weapp');
export const h5Folder = process.env['TMP_H5'] ?? path.resolve(import.meta.dirname, '../../miniapp/dist/h5');
/** For pictures and papers that a test run leaves behind. */
export const outputFolder = path.resolve(import.meta.dirname, '../output');
