import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Semaphore } from 'async-mutex';

/** A secret that a browser or a program keeps: 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. Tokens are random, so a fast hash is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

// Argon2id with OWASP's first recommendation (Password Storage Cheat Sheet): 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing runs on libuv's four threads, which reading files needs too: a flood of sign-ins waits in line. */
const turns = new Semaphore(3);

// The same password may be typed in full-width or composed characters.
const oneForm = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => turns.runExclusive(() => hash(oneForm(password), COST));

/** Whether the password is the one that was hashed. */
export const matches = (passwordHash: string, password: string): Promise<boolean> =>
  turns.runExclusive(() => verify(passwordHash, oneForm(password)));

let decoy: Promise<string> | undefined;

/** The hash of nobody's password, to compare with when there is no account: the answer takes as long as a wrong password's. */
export const decoyHash = (): Promise<string> => (decoy ??= hashPassword(newToken()));
