import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { StartError } from '../database/start-error';
import type { SecretSource } from './command';

/** Reads a secret from standard input's first line, or from the terminal, twice and without echo. */
export async function readSecret(source: SecretSource): Promise<string> {
  if (source === 'stdin') return firstLine();
  if (!process.stdin.isTTY) throw new StartError('there is no terminal to ask for the password at; use --password-stdin');
  const secret = await ask(source.prompt);
  if ((await ask('Once more: ')) !== secret) throw new StartError('the two passwords differ');
  return secret;
}

async function firstLine(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0];
}

/** The prompt goes to stderr: what the command prints may be going to a file. */
function ask(prompt: string): Promise<string> {
  process.stderr.write(prompt);
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silence, terminal: true });
  return new Promise((resolve, reject) => {
    let answer: string | null = null;
    terminal.once('line', (line) => {
      answer = line;
      terminal.close();
    });
    terminal.once('SIGINT', () => terminal.close());
    terminal.once('close', () => {
      process.stderr.write('\n');
      if (answer === null) reject(new StartError('no password was given'));
      else resolve(answer);
    });
  });
}
