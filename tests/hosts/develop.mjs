// Serves a folder as Vite does for a developer, and prints its address.

import { createServer } from 'vite';

const server = await createServer({ root: process.argv[2], logLevel: 'silent', server: { host: '127.0.0.1', port: 0 } });
await server.listen();
console.log(server.resolvedUrls.local[0]);
