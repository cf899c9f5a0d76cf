import net from 'node:net';

/** One request over and over, on several kept-alive lines. */
export interface Load {
  port: number;
  lines: number;
  milliseconds: number;
  /** The request as it goes over the line. */
  request: string;
  /** The body that every answer must have, to the byte. */
  length: number;
}

/**
 * Asks as fast as the answers come, on raw sockets: a client that parsed more would be slower than the servers it is to
 * measure. @returns answers a second
 */
export async function rateOf({ port, lines, milliseconds, request, length }: Load): Promise<number> {
  const bytes = Buffer.from(request);
  const until = performance.now() + milliseconds;
  const counts = await Promise.all(Array.from({ length: lines }, () => ask(port, bytes, length, until)));
  return (counts.reduce((a, b) => a + b) * 1000) / (milliseconds + performance.now() - until);
}

const ask = (port: number, request: Buffer, length: number, until: number): Promise<number> =>
  new Promise((resolve, reject) => {
    let answers = 0;
    /** Bytes of the answer under way that are still to come; null while its head is not complete. */
    let left: number | null = null;
    let head = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(request));
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('close', () => resolve(answers));
    socket.on('data', (part: Buffer) => {
      let body = part.length;
      if (left === null) {
        head += part.toString('latin1', 0, Math.min(part.length, 4096));
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const said = /^HTTP\/1\.1 200 [^]*\ncontent-length: (\d+)\r/i.exec(head);
        if (Number(said?.[1]) !== length) return void socket.destroy(new Error(`another answer than expected: ${head.slice(0, 300)}`));
        left = length;
        body = part.length - (end + 4 - (head.length - Math.min(part.length, 4096)));
      }
      left -= body;
      if (left > 0) return;
      left = null;
      head = '';
      answers += 1;
      if (performance.now() < until) socket.write(request);
      else socket.end();
    });
  });
