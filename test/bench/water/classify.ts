import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { INDICATOR_KEYS, isIndicatorKey, WaterBody } from '../../../server/water/indicators';
import { WaterRounding } from '../../../server/water/options';
import { numberAt, positionOf, scaleOf, type ClassScale } from '../../../server/water/standard';
import { median, milliseconds, type Finding } from '../measure';

const VALUES = 1_000_000;
const ROUNDS = 9;
const GOAL = 3;

/** A line a value, as stations export it: section, time, item, value. */
function makeFile(file: string): void {
  const digits = (n: number) => ((n * 2654435761) % 4096) / 1000;
  const lines: string[] = [];
  for (let i = 0; i < VALUES; i++) {
    const key = INDICATOR_KEYS[i % INDICATOR_KEYS.length];
    const value = key === 'pH' ? 6 + digits(i) : digits(i);
    lines.push(`S-${i % 200},2024-06-${String((i % 30) + 1).padStart(2, '0')} 08:00,${key},${i % 17 === 0 ? `${value.toFixed(3)}L` : value.toFixed(3)}`);
  }
  fs.writeFileSync(file, lines.join('\n'));
}

/** Reads every value of the file; whatever is done with one is done by `take`. */
function readValues(file: string, take: (key: string, text: string) => void): number {
  const text = fs.readFileSync(file, 'utf8');
  let count = 0;
  for (let from = 0; from < text.length; count++) {
    let end = text.indexOf('\n', from);
    if (end < 0) end = text.length;
    const [, , key, value] = text.slice(from, end).split(',');
    take(key, value);
    from = end + 1;
  }
  return count;
}

const scales = new Map<string, ClassScale | null>(INDICATOR_KEYS.map((key) => [key, scaleOf(key, WaterBody.RIVER, WaterRounding.EVALUATION)]));

/** Classifies a value and counts it by class; below detection by half its limit. */
function classify(counts: Uint32Array): (key: string, text: string) => void {
  return (key, text) => {
    const scale = isIndicatorKey(key) ? scales.get(key) : null;
    if (!scale) return;
    const below = text.endsWith('L');
    const position = positionOf(text, 0, below ? text.length - 1 : text.length);
    counts[numberAt(scale, below ? position / 2 : position)] += 1;
  };
}

function timed(run: () => number): number {
  const started = performance.now();
  if (run() !== VALUES) throw new Error('not every value was read');
  return performance.now() - started;
}

/** Classifying a million values against reading them from the same file. */
export function classifying(say: (line: string) => void): Promise<Finding[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yihong-bench-'));
  const file = path.join(folder, 'values.csv');
  try {
    makeFile(file);
    const counts = new Uint32Array(7);
    let characters = 0;
    const times = { read: [] as number[], classified: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.read.push(timed(() => readValues(file, (key, text) => void (characters += key.length + text.length))));
      times.classified.push(timed(() => readValues(file, classify(counts))));
    }
    say(`  ${(fs.statSync(file).size / 1e6).toFixed(0)} MB, ${characters} characters read; of each class: ${[...counts.slice(1)].map((count) => count / ROUNDS).join(', ')}`);
    const [read, classified] = [median(times.read), median(times.classified)];
    const ratio = classified / read;
    return Promise.resolve([{ what: `a million values read and classified, against read (${milliseconds(classified)} : ${milliseconds(read)})`, measured: ratio.toFixed(2), goal: `at most ${GOAL}`, met: ratio <= GOAL }]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
