import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileBytes } from '../exchange/sheet/file-bytes';
import { receiveStream } from './upload';

/** A file that a form sent, kept aside. */
export interface Spooled {
  fileName: string;
  file: FileBytes;
  /** SHA-256 of its bytes, hex. */
  digest: string;
}

/**
 * Reads the one file of a multipart/form-data body into a temporary file, hashes it on the way, and hands it over. The
 * file has no name any more while it is worked on, so that nothing stays even after a kill -9.
 * @param field the form's field that holds it
 * @throws Refusal as `receiveStream`
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

const receive = (req: IncomingMessage, field: string, megabytes: number, target: string): Promise<{ fileName: string; digest: string }> =>
  receiveStream(req, field, megabytes, async (stream, fileName) => {
    const hash = createHash('sha256');
    const hashed = async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    };
    await pipeline(stream, hashed, fs.createWriteStream(target));
    return { fileName, digest: hash.digest('hex') };
  });
