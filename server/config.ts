import { z } from 'zod';
import { isDay, type Day } from './api/day';
import { readDatabaseUrl, type DatabaseAddress } from './database/address';
import { StartError } from './database/start-error';

/** The settings of a server or a command, checked. */
export interface Config {
  port: number;
  /** 127.0.0.1, or 0.0.0.0 to serve an office. */
  host: string;
  /** The origin under which people reach it, e.g. "https://yihong.example.cn"; null when it is the one that they type. */
  publicUrl: string | null;
  database: DatabaseAddress;
  /** Null for one server alone. */
  redisUrl: string | null;
  /** Demonstration mode; null: on while no account exists that the operator made. */
  demo: boolean | null;
  /** Null: a random one for each start. */
  demoPassword: string | null;
  /** A fixed day, or null for the calendar's. */
  today: Day | null;
  logLevel: LogLevel;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const withScheme = (...schemes: string[]) => (text: string) => URL.canParse(text) && schemes.includes(new URL(text).protocol) && new URL(text).hostname !== '';

const schema = z.object({
  PORT: z.string().regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535').transform(Number).refine((port) => port <= 65_535, 'must be a port number from 0 to 65535').default(4000),
  HOST: z.string().regex(/^[\w.:-]+$/, 'must be an address or a host name, e.g. 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  PUBLIC_URL: z.string()
    .refine(withScheme('http:', 'https:'), 'must be the address that people open, e.g. https://yihong.example.cn')
    .refine((text) => !URL.canParse(text) || ['', '/'].includes(new URL(text).pathname), 'must have no path: the program is served at the root')
    .transform((text) => new URL(text).origin)
    .optional(),
  DATABASE_URL: z.string().default('sqlite:data/yihong.db'),
  REDIS_URL: z.string().refine(withScheme('redis:', 'rediss:'), 'must look like redis://host:6379').optional(),
  DEMO: z.enum(['0', '1'], 'must be 1 or 0').transform((text) => text === '1').optional(),
  DEMO_PASSWORD: z.string().max(200, 'must have at most 200 characters').optional(),
  TODAY: z.string().refine(isDay, 'must be a day, e.g. 2025-02-20').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/**
 * Reads the settings. An empty variable counts as one that is not set.
 * @param root the folder that a relative `sqlite:` path starts from.
 * @throws StartError with one line that names the variable and never repeats a secret.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config {
  // Only a password may begin or end with a space.
  const given = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, (name === 'DEMO_PASSWORD' ? env[name] : env[name]?.trim()) || undefined]));
  const checked = schema.safeParse(given);
  if (!checked.success) {
    const { path, message } = checked.error.issues[0];
    throw new StartError(`${String(path[0])} ${message}`);
  }
  const { PORT, HOST, PUBLIC_URL, DATABASE_URL, REDIS_URL, DEMO, DEMO_PASSWORD, TODAY, LOG_LEVEL } = checked.data;
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL ?? null,
    database: readAddress(DATABASE_URL, root),
    redisUrl: REDIS_URL ?? null,
    demo: DEMO ?? null,
    demoPassword: DEMO_PASSWORD ?? null,
    today: TODAY ?? null,
    logLevel: LOG_LEVEL,
  };
}

function readAddress(text: string, root: string): DatabaseAddress {
  try {
    return readDatabaseUrl(text, root);
  } catch (error) {
    const { message } = error as Error;
    throw new StartError(message.startsWith('DATABASE_URL') ? message : `DATABASE_URL cannot be read: ${message}`);
  }
}
