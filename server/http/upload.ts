import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { refuse } from '../api/refusal';

/** A file that a form sent. */
export interface Upload {
  fileName: string;
  bytes: Buffer;
}

/** What stands around the file in a body: boundaries, headers, a few small fields. */
const AROUND = 64 * 1024;

/**
 * Reads the one file of a multipart/form-data body, and no further than `megabytes`.
 * @param field the form's field that holds it
 * @throws Refusal FILE_MISSING, FILE_TOO_LARGE, or BAD_REQUEST when the body is malformed or breaks off.
 */
export function receiveFile(req: IncomingMessage, field: string, megabytes: number): Promise<Upload> {
  const limit = megabytes * 1024 * 1024;
  const tooLarge = () => refuse('FILE_TOO_LARGE', { field, limit: megabytes });
  if (!/^multipart\/form-data\s*;/i.test(req.headers['content-type'] ?? '')) return Promise.reject(refuse('FILE_MISSING', { field }));
  if (Number(req.headers['content-length'] ?? 0) > limit + AROUND) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    let upload: Upload | null = null;
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
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => void (name === field && pieces.push(piece)));
      stream.on('limit', () => stop(tooLarge()));
      stream.on('error', () => stop(refuse('BAD_REQUEST')));
      stream.on('end', () => {
        if (name === field) upload = { fileName, bytes: Buffer.concat(pieces) };
      });
    });
    parser.on('finish', () => (upload ? resolve(upload) : reject(refuse('FILE_MISSING', { field }))));
    parser.on('error', () => stop(refuse('BAD_REQUEST')));
    // It closes after its end too, which may come before the parser has done with it.
    req.once('close', () => void (req.complete || reject(refuse('BAD_REQUEST'))));
    req.pipe(parser);
  });
}
