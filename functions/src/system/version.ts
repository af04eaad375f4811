/** Of the interface, as /health and /openapi.json say it. */
export const version = '0.1.0';
