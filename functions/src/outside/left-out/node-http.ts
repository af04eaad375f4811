/**
 * What is used of `node:http`. An `import` of it asks for all that it exports, Node's own fetch and WebSocket among it, which
 * are started by that: a third of a function's start. Asked for in this way it does not.
 */
export const { Agent, request, STATUS_CODES } = process.getBuiltinModule('node:http');
