import 'reflect-metadata';
import { operate } from './cli/operate';
import { readSecret } from './cli/secret-input';

// Who reads along may stop reading, e.g. `| head`.
process.stdout.on('error', () => process.exit());

operate(process.argv.slice(2), {
  env: process.env,
  root: process.cwd(),
  // npm runs scripts in the program's folder and says here where the operator is.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  readSecret,
  out: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
}).then(
  (exitCode) => void (process.exitCode = exitCode),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
