import { Role, type Actor } from '../api/identity';
import { StartError } from '../database/start-error';
import type { User } from '../access/user.entity';
import { readArguments } from './arguments';
import { UsageError, type Command, type CommandEnvironment } from './command';

/** Whom the change record names. */
const OPERATOR: Actor = { name: 'cli', userId: null };

const stdinOption = { 'password-stdin': { type: 'boolean' } } as const;
const addOptions = { role: { type: 'string' }, region: { type: 'string' }, department: { type: 'string' }, ...stdinOption } as const;

async function userNamed(username: string, { access }: CommandEnvironment): Promise<User> {
  const user = await access.users.byName(username);
  if (!user) throw new StartError(`there is no account "${username}"`);
  return user;
}

const add: Command = {
  name: 'user add',
  usage: '<username> --role ROLE [--region ADCODE] [--department CODE] [--password-stdin]',
  about: `makes an account; ROLE is one of ${Object.values(Role).join(', ')}`,
  secret: (args) => {
    const { words, options } = readArguments(args, 1, addOptions);
    roleOf(options.role);
    return options['password-stdin'] ? 'stdin' : { prompt: `Password for ${words[0]}: ` };
  },
  async run(args, { access, readSecret, out }) {
    const { words: [username], options } = readArguments(args, 1, addOptions);
    const role = roleOf(options.role);
    await access.users.create(OPERATOR, { username, password: await readSecret(), role, region: options.region, department: options.department, origin: 'OPERATOR' });
    out(`account ${username} made (${role})`);
    if (access.demo) out('demonstration mode ends with the next start of the server (DEMO=1 keeps it)');
  },
};

function roleOf(text: string | undefined): Role {
  const role = Object.values(Role).find((one) => one === text?.toUpperCase().replace('-', '_'));
  if (!role) throw new UsageError(`--role must be one of ${Object.values(Role).join(', ')}`);
  return role;
}

const list: Command = {
  name: 'user list',
  usage: '',
  about: 'lists the accounts: name, role, where it belongs, when it last signed in',
  async run(args, { access, database, out }) {
    readArguments(args, 0, {});
    const regions = new Map(((await database.read.query('SELECT id, adcode AS code FROM region')) as { id: number; code: string }[]).map(({ id, code }) => [id, code]));
    const departments = new Map(((await database.read.query('SELECT id, code FROM department')) as { id: number; code: string }[]).map(({ id, code }) => [id, code]));
    for (const user of await access.users.list()) {
      const place = regions.get(user.regionId ?? 0) ?? departments.get(user.departmentId ?? 0) ?? '-';
      out([user.username, user.role, place, user.lastSignInAt?.toISOString() ?? 'never', user.disabled ? 'disabled' : ''].join('\t').trimEnd());
    }
  },
};

const barring = (word: 'disable' | 'enable'): Command => ({
  name: `user ${word}`,
  usage: '<username>',
  about: word === 'disable' ? 'bars an account from signing in and ends its sessions' : 'lets a barred account sign in again',
  async run(args, environment) {
    const { words: [username] } = readArguments(args, 1, {});
    const user = await userNamed(username, environment);
    await environment.access.users.update(OPERATOR, user.id, { disabled: word === 'disable' }, null);
    environment.out(`account ${user.username} ${word}d`);
  },
});

const password: Command = {
  name: 'user password',
  usage: '<username> [--password-stdin]',
  about: 'sets a new password and ends the sessions of the account',
  secret: (args) => {
    const { words, options } = readArguments(args, 1, stdinOption);
    return options['password-stdin'] ? 'stdin' : { prompt: `New password for ${words[0]}: ` };
  },
  async run(args, environment) {
    const { words: [username] } = readArguments(args, 1, stdinOption);
    const user = await userNamed(username, environment);
    await environment.access.users.update(OPERATOR, user.id, { password: await environment.readSecret() }, null);
    environment.out(`password of ${user.username} set`);
  },
};

const addToken: Command = {
  name: 'token add',
  usage: '<username> [--name NAME]',
  about: "makes a program's token for an account and prints it, this once",
  async run(args, environment) {
    const { words: [username], options } = readArguments(args, 1, { name: { type: 'string' } });
    const user = await userNamed(username, environment);
    environment.out(await environment.access.tokens.add(user.id, options.name ?? user.username));
  },
};

const listTokens: Command = {
  name: 'token list',
  usage: '',
  about: 'lists the tokens: number, name, account, when it was last used',
  async run(args, { access, out }) {
    readArguments(args, 0, {});
    for (const { id, name, user, lastUsedAt, revokedAt } of await access.tokens.list()) {
      out([id, name, user?.username, lastUsedAt ? new Date(lastUsedAt).toISOString() : 'never', revokedAt ? 'revoked' : ''].join('\t').trimEnd());
    }
  },
};

const revokeToken: Command = {
  name: 'token revoke',
  usage: '<name or number>',
  about: 'revokes the tokens of that name, or the one with that number',
  async run(args, { access, out }) {
    const { words: [which] } = readArguments(args, 1, {});
    const count = await access.tokens.revoke(which);
    if (!count) throw new StartError(`there is no token "${which}" that is not revoked yet`);
    out(`${count} ${count === 1 ? 'token' : 'tokens'} revoked`);
  },
};

/** Accounts and tokens. */
export const userCommands: Command[] = [add, list, barring('disable'), barring('enable'), password, addToken, listTokens, revokeToken];
