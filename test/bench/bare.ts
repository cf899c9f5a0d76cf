import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that can do nothing but send one answer: what it can send in a second is the most that there is. */
process.once('message', (body: string) => {
  const answer = Buffer.from(body);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length };
  const server = http.createServer((_req, res) => res.writeHead(200, headers).end(answer));
  server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
});
process.on('message', (question) => {
  if (question === 'cpu') process.send!(process.cpuUsage());
});
process.on('disconnect', () => process.exit());
