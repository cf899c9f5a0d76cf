import { machine, type Finding } from './measure';
import { exports } from './ledgers/exports';
import { imports } from './ledgers/imports';
import { pages } from './ledgers/pages';
import { repeated } from './ledgers/repeated';
import { classifying } from './water/classify';
import { summary } from './water/summary';

type Part = (say: (line: string) => void) => Promise<Finding[]>;

/** Each bench with its parts. */
const BENCHES: Record<string, Record<string, Part>> = {
  ledgers: { pages, repeated, imports, exports },
  water: { classifying, summary },
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs a bench, or some of its parts, and prints every figure beside its goal. @returns whether all goals are met */
async function run(name: string, only: readonly string[]): Promise<boolean> {
  say(machine());
  const findings: Finding[] = [];
  for (const [part, measure] of Object.entries(BENCHES[name])) {
    if (only.length && !only.includes(part)) continue;
    say(`\n${name} ${part}`);
    for (const finding of await measure(say)) {
      findings.push(finding);
      say(`  ${finding.met ? 'ok  ' : 'MISS'}  ${finding.what}: ${finding.measured}, goal ${finding.goal}`);
    }
  }
  const missed = findings.filter(({ met }) => !met).length;
  say(`\n${findings.length - missed} of ${findings.length} goals met`);
  return missed === 0;
}

async function main([name, ...only]: readonly string[]): Promise<void> {
  const parts = BENCHES[name ?? ''];
  const unknown = only.filter((part) => !parts?.[part]);
  if (!parts || unknown.length) {
    if (name) say(`there is no bench ${[name, ...unknown].join(' ')}`);
    say('benches, and their parts:');
    for (const [bench, all] of Object.entries(BENCHES)) say(`  npm run bench ${bench}  (${Object.keys(all).join(', ')})`);
    process.exitCode = name ? 1 : 0;
    return;
  }
  if (!(await run(name, only))) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
