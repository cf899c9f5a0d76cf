import fs from 'node:fs/promises';

const PIECE = 65_536;

/** A file that is open for reading, a piece at a time, as often as it takes. */
export class FileBytes {
  private constructor(private readonly handle: fs.FileHandle, readonly size: number) {}

  static async open(file: string): Promise<FileBytes> {
    const handle = await fs.open(file, 'r');
    return new FileBytes(handle, (await handle.stat()).size);
  }

  /** For a library that reads by itself; the file stays this one's to close. */
  get fd(): number {
    return this.handle.fd;
  }

  /** Its first bytes, as many as there are. */
  async head(length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(Math.min(length, this.size)), 0, Math.min(length, this.size), 0);
    return buffer.subarray(0, bytesRead);
  }

  /** All of it, from the first byte on. */
  async *pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < this.size; ) {
      // Each piece is its own: a decoder may still hold the one before.
      const { buffer, bytesRead } = await this.handle.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
