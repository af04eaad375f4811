/** What is used of `node:util`, asked for as in node-http.ts: an `import` also starts what compares and colours texts for a terminal. */
export const { isDeepStrictEqual, promisify } = process.getBuiltinModule('node:util');
