import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { refuse } from '../api/refusal';

/** A file that a form sent. */
export interface Upload {
  fileName: string;
  bytes: Buffer;
}

/** What stands around the file in a body: boundaries, headers, a few small fields. */
const AROUND = 64 * 1024;

/** A fault of the machine, such as a full disk, and no fault of the body. */
const isSystemError = ({ code, syscall }: NodeJS.ErrnoException): boolean => code !== undefined && syscall !== undefined;

/**
 * Reads the one file of a multipart/form-data body, and no further than `megabytes`.
 * @param field the form's field that holds it
 * @param take what becomes of its bytes while they arrive; its stream ends early, or fails, where the body does
 * @throws Refusal FILE_MISSING, FILE_TOO_LARGE, or BAD_REQUEST when the body is malformed or breaks off.
 */
export function receiveStream<T>(req: IncomingMessage, field: string, megabytes: number, take: (stream: Readable, fileName: string) => Promise<T>): Promise<T> {
  const limit = megabytes * 1024 * 1024;
  const tooLarge = () => refuse('FILE_TOO_LARGE', { field, limit: megabytes });
  if (!/^multipart\/form-data\s*;/i.test(req.headers['content-type'] ?? '')) return Promise.reject(refuse('FILE_MISSING', { field }));
  if (Number(req.headers['content-length'] ?? 0) > limit + AROUND) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    let taking: Promise<T> | null = null;
    let parser: BusboyInstance;
    const stop = (error: Error): void => {
      req.unpipe(parser);
      req.pause();
      reject(error);
    };
    try {
      parser = new Busboy({ headers: req.headers as BusboyHeaders, limits: { fileSize: limit, files: 1, fields: 10, fieldSize: 1000, parts: 12 } });
    } catch {
      reject(refuse('BAD_REQUEST'));
      return;
    }
    parser.on('file', (name, stream, fileName) => {
      stream.on('limit', () => stop(tooLarge()));
      if (name !== field) return void stream.resume();
      taking = take(stream, fileName);
      // A line that breaks off ends the stream too.
      taking.catch((error: NodeJS.ErrnoException) => stop(isSystemError(error) ? error : refuse('BAD_REQUEST')));
    });
    parser.on('finish', () => (taking ? taking.then(resolve, () => undefined) : reject(refuse('FILE_MISSING', { field }))));
    parser.on('error', () => stop(refuse('BAD_REQUEST')));
    // It closes after its end too, which may come before the parser has done with it.
    req.once('close', () => void (req.complete || reject(refuse('BAD_REQUEST'))));
    req.pipe(parser);
  });
}

/**
 * Reads the one file of a multipart/form-data body into memory.
 * @throws Refusal as `receiveStream`
 */
export const receiveFile = (req: IncomingMessage, field: string, megabytes: number): Promise<Upload> =>
  receiveStream(req, field, megabytes, async (stream, fileName) => ({ fileName, bytes: await buffer(stream) }));
