import { readConfig } from '../../server/config';

const read = (env: Record<string, string>) => readConfig(env, '/srv/yihong');
const complaint = (env: Record<string, string>): string => {
  try {
    read(env);
    return 'none';
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};

test('without any setting there is a default for each', () => {
  expect(read({})).toEqual({
    port: 4000, host: '127.0.0.1', publicUrl: null, database: { engine: 'sqlite', file: '/srv/yihong/data/yihong.db' },
    redisUrl: null, demo: null, demoPassword: null, today: null, logLevel: 'info',
  });
});

test('an empty variable counts as not set', () => {
  const names = ['PORT', 'HOST', 'PUBLIC_URL', 'DATABASE_URL', 'REDIS_URL', 'DEMO', 'DEMO_PASSWORD', 'TODAY', 'LOG_LEVEL'];
  expect(read(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(read({}));
});

test('what is given is read', () => {
  const given = {
    PORT: '8080', HOST: '0.0.0.0', PUBLIC_URL: 'https://yihong.example.cn/', DATABASE_URL: 'mariadb://u:p%40ss@db:3307/yihong', REDIS_URL: 'redis://r:6379',
    DEMO: '0', DEMO_PASSWORD: ' spaces count ', TODAY: '2024-06-30', LOG_LEVEL: 'debug',
  };
  expect(read(given)).toEqual({
    port: 8080, host: '0.0.0.0', publicUrl: 'https://yihong.example.cn', database: { engine: 'mysql', host: 'db', port: 3307, user: 'u', password: 'p@ss', database: 'yihong' },
    redisUrl: 'redis://r:6379', demo: false, demoPassword: ' spaces count ', today: '2024-06-30', logLevel: 'debug',
  });
});

test.each([
  ['PORT', 'http'], ['PORT', '70000'], ['PORT', '-1'], ['HOST', 'http://x'], ['PUBLIC_URL', 'yihong.example.cn'], ['PUBLIC_URL', 'ftp://x.cn'], ['PUBLIC_URL', 'https://x.cn/wall'],
  ['DATABASE_URL', 'postgres://x/y'], ['DATABASE_URL', 'nonsense'], ['DATABASE_URL', 'mysql://host'], ['DATABASE_URL', 'mysql://u:%E0%A4%A@h/d'], ['REDIS_URL', 'localhost'],
  ['DEMO', 'yes'], ['TODAY', '2023-02-30'], ['TODAY', 'today'], ['LOG_LEVEL', 'loud'],
])('a wrong %s (%s) is one line that names it', (name, value) => {
  const line = complaint({ [name]: value });
  expect(line).toMatch(new RegExp(`^StartError: ${name}\\b[^\\n]+$`));
});

test('the line never repeats a password', () => {
  expect(complaint({ DATABASE_URL: 'mysql://user:hunter22@host' })).not.toContain('hunter22');
  expect(complaint({ DEMO_PASSWORD: 'x'.repeat(201) })).not.toContain('xxx');
});
