import net from 'node:net';

/** One request over and over, on several kept-alive lines. */
export interface Load {
  port: number;
  lines: number;
  milliseconds: number;
  /** The request as it goes over the line. */
  request: string;
  /** The length of the body that every answer must have. */
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

const OK = Buffer.from('HTTP/1.1 200 OK\r\n');

/** @returns how many answers came until then on one line. All heads are equally long: they differ in their date alone. */
const ask = (port: number, request: Buffer, length: number, until: number): Promise<number> =>
  new Promise((resolve, reject) => {
    let answers = 0;
    /** Bytes of an answer, once the first has come. */
    let whole = 0;
    let first = Buffer.alloc(0);
    let left = 0;
    const fail = (what: Buffer) => void socket.destroy(new Error(`another answer than expected: ${what.toString('latin1', 0, 300)}`));
    const socket = net.connect(port, '127.0.0.1', () => socket.write(request));
    socket.setNoDelay(true);
    socket.on('error', reject).on('close', () => resolve(answers));
    socket.on('data', (part: Buffer) => {
      if (!whole) {
        first = Buffer.concat([first, part]);
        const end = first.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!new RegExp(`\r\ncontent-length: ${length}\r\n`, 'i').test(first.toString('latin1', 0, end + 2))) return fail(first);
        whole = end + 4 + length;
        left = whole - first.length;
        if (first.compare(OK, 0, OK.length, 0, OK.length)) return fail(first);
      } else {
        if (left === whole && part.compare(OK, 0, OK.length, 0, OK.length)) return fail(part);
        left -= part.length;
      }
      if (left > 0) return;
      if (left < 0) return fail(part);
      left = whole;
      answers += 1;
      if (performance.now() < until) socket.write(request);
      else socket.end();
    });
  });
