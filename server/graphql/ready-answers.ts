import type { ServerResponse } from 'node:http';

const BYTES_KEPT = 64 * 1024 * 1024;

/** An answer as it was sent: what is sent again is the same to the byte. */
export interface ReadyAnswer {
  body: Buffer;
  /** Names and values in turn. */
  headers: string[];
}

/** The answer that a response has just sent; null when it says something to one browser alone. */
export function answerSent(res: ServerResponse, body: string): ReadyAnswer | null {
  // Node has it on every outgoing message; its types have it on requests only.
  const names = (res as ServerResponse & { getRawHeaderNames(): string[] }).getRawHeaderNames();
  if (names.some((name) => /^set-cookie$/i.test(name))) return null;
  return { body: Buffer.from(body), headers: names.flatMap((name) => [name, String(res.getHeader(name))]) };
}

export function sendReady(res: ServerResponse, { body, headers }: ReadyAnswer): void {
  res.writeHead(200, headers);
  res.end(body);
}

/** Ready answers, the most recently used last; the oldest go when there are too many bytes. */
export class ReadyAnswers {
  private readonly answers = new Map<string, ReadyAnswer>();
  private bytes = 0;

  get(key: string): ReadyAnswer | undefined {
    const answer = this.answers.get(key);
    if (answer) {
      this.answers.delete(key);
      this.answers.set(key, answer);
    }
    return answer;
  }

  set(key: string, answer: ReadyAnswer): void {
    // Several may have asked at once and made the same answer.
    this.bytes += answer.body.length - (this.answers.get(key)?.body.length ?? 0);
    this.answers.set(key, answer);
    for (const [oldest, dropped] of this.answers) {
      if (this.bytes <= BYTES_KEPT) break;
      this.answers.delete(oldest);
      this.bytes -= dropped.body.length;
    }
  }
}
