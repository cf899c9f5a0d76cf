import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { refuse } from '../api/refusal';
import { FileBytes } from '../exchange/sheet/file-bytes';

/** A file that a form sent, kept aside. */
export interface Spooled {
  fileName: string;
  file: FileBytes;
  /** SHA-256 of its bytes, hex. */
  digest: string;
}

/** What stands around the file in a body: boundaries, headers, a few small fields. */
const AROUND = 64 * 1024;

/**
 * Reads the one file of a multipart/form-data body into a temporary file, hashes it on the way, and hands it over. The
 * file has no name any more while it is worked on, so that nothing stays even after a kill -9.
 * @param field the form's field that holds it
 * @throws Refusal FILE_MISSING, FILE_TOO_LARGE, or BAD_REQUEST when the body is malformed or breaks off.
 */
export async function withSpooledFile<T>(req: IncomingMessage, field: string, megabytes: number, work: (spooled: Spooled) => Promise<T>): Promise<T> {
  const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'yihong-upload-'));
  let file: FileBytes | null = null;
  try {
    const { fileName, digest } = await receive(req, field, megabytes, path.join(folder, 'file'));
    file = await FileBytes.open(path.join(folder, 'file'));
    await fs.promises.rm(folder, { recursive: true, force: true });
    return await work({ fileName, file, digest });
  } finally {
    await file?.close();
    // Where an open file cannot lose its name it goes now.
    await fs.promises.rm(folder, { recursive: true, force: true });
  }
}

function receive(req: IncomingMessage, field: string, megabytes: number, target: string): Promise<{ fileName: string; digest: string }> {
  const limit = megabytes * 1024 * 1024;
  const tooLarge = () => refuse('FILE_TOO_LARGE', { field, limit: megabytes });
  if (!/^multipart\/form-data\s*;/i.test(req.headers['content-type'] ?? '')) return Promise.reject(refuse('FILE_MISSING', { field }));
  if (Number(req.headers['content-length'] ?? 0) > limit + AROUND) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    let writing: Promise<{ fileName: string; digest: string }> | null = null;
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
      const hash = createHash('sha256');
      writing = pipeline(stream, async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      }, fs.createWriteStream(target)).then(() => ({ fileName, digest: hash.digest('hex') }));
      // A line that breaks off ends the stream too; what cannot be written, as on a full disk, is a fault of ours.
      writing.catch((error: NodeJS.ErrnoException) => stop(error.code && /^E[A-Z]+$/.test(error.code) && error.syscall ? error : refuse('BAD_REQUEST')));
    });
    parser.on('finish', () => (writing ? writing.then(resolve, () => undefined) : reject(refuse('FILE_MISSING', { field }))));
    parser.on('error', () => stop(refuse('BAD_REQUEST')));
    // It closes after its end too, which may come before the parser has done with it.
    req.once('close', () => void (req.complete || reject(refuse('BAD_REQUEST'))));
    req.pipe(parser);
  });
}
