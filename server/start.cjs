'use strict';
// npm start, npm run build, npm run cli: builds what has changed since the last build, then runs it in this process, so
// that signals reach it. Plain JavaScript, because it runs before anything is compiled.

const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const dist = path.join(root, 'dist');

/** What is built, from what, and how. */
const parts = {
  server: {
    outputs: [path.join(dist, 'server', 'main.js'), path.join(dist, 'server', 'cli.js')],
    sources: () => [...filesIn('server', /\.ts$/), ...filesIn('migrations', /\.ts$/), 'tsconfig.json', 'package-lock.json'],
    command: ['typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmitOnError', '--incremental', '--tsBuildInfoFile', 'dist/server.tsbuildinfo'],
    before: () => {
      // Without its output the compiler's memory of it would leave files out.
      if (!isBuilt(parts.server)) fs.rmSync(path.join(dist, 'server.tsbuildinfo'), { force: true });
    },
    after: () => ['server', 'migrations'].forEach(dropOrphans),
  },
  client: {
    outputs: [path.join(dist, 'client', 'index.html')],
    sources: () => [...filesIn('client', /./), 'schema/schema.graphql', 'package-lock.json'],
    command: ['vite/bin/vite.js', 'build', 'client', '--logLevel', 'warn'],
    before: () => undefined,
    after: () => undefined,
  },
};

const isBuilt = ({ outputs }) => outputs.every((file) => fs.existsSync(file));

/** Files under a folder, by their path from the root, in one order on every machine. */
function filesIn(folder, pattern) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** One hash over the sources. Contents, not dates: a checkout changes dates without changing anything. */
function digest(sources) {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources) {
    const absolute = path.join(root, file);
    if (fs.existsSync(absolute)) hash.update(`\n${file}\n`).update(fs.readFileSync(absolute));
  }
  return hash.digest('hex');
}

/** Drops compiled files whose source is gone, e.g. a migration of another branch. */
function dropOrphans(folder) {
  for (const file of fs.existsSync(path.join(dist, folder)) ? fs.readdirSync(path.join(dist, folder), { recursive: true }) : []) {
    const source = path.join(root, folder, file.replace(/\.js(\.map)?$/, '.ts'));
    if (/\.js(\.map)?$/.test(file) && !fs.existsSync(source)) fs.rmSync(path.join(dist, folder, file));
  }
}

/** Runs a tool of node_modules. @returns its exit code and what it printed. */
function runTool([script, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
      cwd: root,
      env: process.stderr.isTTY ? process.env : { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
    child.on('error', (error) => resolve({ code: 1, text: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, text: Buffer.concat(printed).toString('utf8').trim() }));
  });
}

/** Builds a part when its sources are not those of the last build. @returns whether it is there now. */
async function build(name) {
  const { sources, command, before, after } = parts[name];
  const stampFile = path.join(dist, `.${name}-built-from`);
  const stamp = digest(sources());
  if (isBuilt(parts[name]) && fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) return true;
  const started = Date.now();
  say(`building the ${name} …`);
  fs.mkdirSync(dist, { recursive: true });
  fs.rmSync(stampFile, { force: true });
  before();
  const { code, text } = await runTool(command);
  if (code !== 0) {
    say(`${text}\nthe ${name} cannot be built`);
    return false;
  }
  after();
  fs.writeFileSync(stampFile, stamp);
  say(`built the ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

/** To stderr: what a command prints may be going to a file. */
function say(line) {
  process.stderr.write(`${line}\n`);
}

async function main([mode, ...rest]) {
  process.chdir(root);
  const built = await Promise.all((mode === '--cli' ? ['server'] : ['server', 'client']).map(build));
  if (built.includes(false)) process.exit(1);
  if (mode === '--build-only') return;
  const entry = path.join(dist, 'server', mode === '--cli' ? 'cli.js' : 'main.js');
  process.argv = [process.execPath, entry, ...(mode === '--cli' ? rest : process.argv.slice(2))];
  require(entry);
}

main(process.argv.slice(2)).catch((error) => {
  say(error.message);
  process.exit(1);
});
