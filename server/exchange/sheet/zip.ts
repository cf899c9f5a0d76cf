import type { Readable } from 'node:stream';
import { fromBufferPromise, fromFdPromise, type Entry, type ZipFile } from 'yauzl';
import { refuse, Refusal } from '../../api/refusal';
import { LIMITS, type Budget } from './limits';

const damaged = (): Refusal => refuse('FILE_DAMAGED', { field: 'file' });

/** The files within a zip, unpacked one at a time, a piece at a time. */
export class Zip {
  private constructor(private readonly file: ZipFile, private readonly entries: ReadonlyMap<string, Entry>, private readonly budget: Budget) {}

  /** @throws Refusal when it is no whole zip or holds more files than a spreadsheet would. */
  static open(bytes: Buffer, budget: Budget): Promise<Zip> {
    return Zip.from(fromBufferPromise(bytes, { lazyEntries: true, autoClose: false }), budget);
  }

  /** The same of an open file, which stays whoever's it is. */
  static openFile(fd: number, budget: Budget): Promise<Zip> {
    return Zip.from(fromFdPromise(fd, { lazyEntries: true, autoClose: false }), budget);
  }

  private static async from(opening: Promise<ZipFile>, budget: Budget): Promise<Zip> {
    try {
      const file = await opening;
      if (file.entryCount > LIMITS.parts) throw refuse('FILE_UNPACKS_TOO_LARGE', { field: 'file', limit: LIMITS.unpackedMegabytes });
      const entries = new Map<string, Entry>();
      for await (const entry of file.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
      return new Zip(file, entries, budget);
    } catch (error) {
      throw error instanceof Refusal ? error : damaged();
    }
  }

  /** The names of all files, folders left out. */
  get names(): string[] {
    return [...this.entries.values()].map(({ fileName }) => fileName).filter((name) => !name.endsWith('/'));
  }

  /** Programs differ in the case of names, so they are compared without it. */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** How long a file says it is; not to be relied on. 0 when it is missing. */
  statedSize(name: string): number {
    return this.entries.get(name.toLowerCase())?.uncompressedSize ?? 0;
  }

  /** Whether any file stands in a folder. */
  hasFolder(folder: string): boolean {
    return [...this.entries.keys()].some((name) => name.startsWith(`${folder.toLowerCase()}/`));
  }

  /**
   * A file's contents, piece by piece.
   * @throws Refusal when it is missing or damaged, or when the whole zip unpacks to too much.
   */
  async *contents(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw damaged();
    if (entry.isEncrypted()) throw refuse('FILE_LOCKED', { field: 'file' });
    let stream: Readable | null = null;
    try {
      stream = await this.file.openReadStreamPromise(entry);
      for await (const piece of stream) {
        this.budget.spend('bytes', (piece as Buffer).length);
        yield piece as Buffer;
      }
    } catch (error) {
      throw error instanceof Refusal ? error : damaged();
    } finally {
      stream?.destroy();
    }
  }
}
