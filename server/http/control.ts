import { randomBytes, timingSafeEqual } from 'node:crypto';
import fs from 'node:fs';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { hashToken } from '../access/secrets';
import { isSameMachine } from './local';

/** How the command line finds the server that holds the database file. */
export interface ControlNote {
  /** Where the server listens on this machine. */
  address: string;
  port: number;
  secret: string;
  pid: number;
}

/** A command as the command line sends it. */
export interface ControlRequest {
  args: string[];
  /** The folder that the command was typed in. */
  cwd: string;
  /** What the command asked for without echo, e.g. a password. */
  secret: string | null;
}

export interface ControlAnswer {
  exitCode: number;
  /** What the command printed. */
  lines: string[];
  /** Why it was refused. */
  complaints: string[];
}

export const CONTROL_HEADER = 'x-yihong-control';

/** How often a command that takes long is told to be under way, ms. */
const PATIENCE = 20_000;

const requestForm = z.object({ args: z.array(z.string().max(2000)).max(50), cwd: z.string().max(4000), secret: z.string().max(2000).nullable() });
const noteForm = z.object({ address: z.string(), port: z.number().int(), secret: z.string(), pid: z.number().int() });

const noteFile = (databaseFile: string): string => `${databaseFile}.server.json`;

/** A secret for one run of the server. */
export const newControlSecret = (): string => randomBytes(32).toString('base64url');

/** Leaves the note beside the database file, for its owner's eyes only. @returns a function that takes it away. */
export function leaveNote(databaseFile: string, note: ControlNote): () => void {
  const file = noteFile(databaseFile);
  // An old note may have other rights, and the mode counts only for a new file.
  fs.rmSync(file, { force: true });
  fs.writeFileSync(file, JSON.stringify(note), { mode: 0o600, flag: 'wx' });
  return () => fs.rmSync(file, { force: true });
}

/** The note of the server that holds the file; null when there is none to be read. */
export function findNote(databaseFile: string): ControlNote | null {
  try {
    return noteForm.parse(JSON.parse(fs.readFileSync(noteFile(databaseFile), 'utf8')));
  } catch {
    return null;
  }
}

/**
 * POST /control: runs a command of the command line in the server that holds the database file. It answers only this
 * machine, and only who could read the note. Mount it after a JSON body parser.
 */
export const control = (secret: string, run: (request: ControlRequest) => Promise<ControlAnswer>): RequestHandler => async (req, res) => {
  // Both are hashed, so that comparing takes as long whatever was sent.
  const sent = Buffer.from(hashToken(String(req.headers[CONTROL_HEADER] ?? '')));
  const parsed = requestForm.safeParse(req.body);
  if (!isSameMachine(req) || !timingSafeEqual(sent, Buffer.from(hashToken(secret))) || !parsed.success) {
    res.status(404).end();
    return;
  }
  // Who waits gives up on an answer that does not begin; blanks before JSON say nothing.
  const waiting = setInterval(() => void (res.headersSent || res.status(200).type('json'), res.write(' ')), PATIENCE);
  try {
    const answer = await run(parsed.data);
    if (res.headersSent) res.end(JSON.stringify(answer));
    else res.json(answer);
  } finally {
    clearInterval(waiting);
  }
};
