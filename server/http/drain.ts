import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How often it is looked for lines whose last answer has gone, ms. */
const SWEEP_EVERY = 20;

/**
 * Lets a server end: it takes no more lines, answers what is under way, and closes each line after its last answer. What
 * is still open after the grace is cut. Apollo's own plugin does so too, but counts at every request for it.
 */
export function drainer(server: Server, graceMilliseconds: number): () => Promise<void> {
  const lines = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    lines.add(socket);
    socket.once('close', () => lines.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY);
      const cut = setTimeout(() => lines.forEach((socket) => socket.destroy()), graceMilliseconds);
      server.close(() => {
        clearInterval(sweep);
        clearTimeout(cut);
        resolve();
      });
    });
}
