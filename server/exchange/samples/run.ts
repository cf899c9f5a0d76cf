import { createHash } from 'node:crypto';
import { shanghaiDay, type Day } from '../../api/day';
import type { Actor, Identity } from '../../api/identity';
import type { Language } from '../../api/refusal';
import { Turns } from '../../api/turns';
import { assertMay } from '../../access/policy';
import type { Facts } from '../../catalogue/facts';
import type { Database } from '../../database/database';
import { SampleBatch } from '../../water/sample.entity';
import { compareSamples, writeSamples, type NewSample, type SampleOutcome } from '../../water/samples';
import { displayName } from '../import/run';
import type { FileBytes } from '../sheet/file-bytes';
import { streamSheets, type StreamedFile } from '../sheet/stream';
import type { SampleAnswer, SampleProgress } from './answer';
import { flagBeside } from './beside';
import { Columns } from './columns';
import { differingSince } from './differing';
import { Findings } from './findings';
import { Firsts } from './firsts';
import { PartMaker, type Part } from './parts';
import { readSamples } from './read';
import { SectionNames } from './section-names';
import { Seen } from './seen';
import type { SampleDesk } from './table';

/** A station's file that somebody sends in. */
export interface SampleRequest {
  fileName: string;
  file: FileBytes;
  /** SHA-256 of its bytes, hex. */
  digest: string;
  /** Says what would be done and writes nothing. */
  dryRun: boolean;
  /** Takes in the rest of a file of which cells are refused. */
  leaveOut: boolean;
  identity: Identity;
  language: Language;
  /** Who the changes are recorded under. */
  actor: Actor;
  /** Ends the work between two batches, when nobody waits for it any more. */
  signal?: AbortSignal;
}

/** What a request is judged by. */
export interface SampleGround {
  database: Database;
  facts: Facts;
  today: Day;
}

/** Values between two words on how far it is. */
const TELL_EVERY = 5000;

/**
 * Imports a station's file. It is read through once before anything is written, so that a file with a refused cell
 * writes nothing unless the rest is asked for; then once more, a batch a unit of work. Batches of the same file that are
 * in already are passed over: sending it again after a breakdown goes on where it ended.
 * @throws Refusal when the file as a whole cannot be taken; FORBIDDEN for whom the policy does not name.
 */
export async function runSampleImport(ground: SampleGround, request: SampleRequest, onProgress: (progress: SampleProgress) => void = () => undefined): Promise<SampleAnswer> {
  assertMay(request.identity, 'RECORD_SAMPLES');
  const reading = await Reading.open(ground, request, onProgress);
  const checked = await reading.pass('CHECK', request.dryRun ? (part) => compared(ground, part) : null);
  const { refused } = checked.desk.findings;
  // What is left out of a file may be taken in later: with other cells refused it is another file.
  const digest = refused ? createHash('sha256').update(`${request.digest}\n${checked.desk.findings.refusedDigest()}`).digest('hex') : request.digest;
  const before = await partsBefore(ground.database, digest);
  const already = checked.parts.length > 0 && checked.parts.every((number) => before.has(number));
  const stopped = refused > 0 && !request.leaveOut;
  const done = request.dryRun || already || stopped ? null : await reading.pass('WRITE', (part) => written(ground, request, digest, part, before));
  const { desk, values, parts } = checked;
  // A later file may have corrected what this one brought.
  const again = already ? await reading.pass('CHECK', (part) => compared(ground, part)) : null;
  await flagBeside(ground.database.read, desk);
  const outcomes = done?.desk.seen ?? desk.seen;
  const last = [...before.values()].reduce<SampleBatch | null>((latest, batch) => (latest && latest.recordedAt >= batch.recordedAt ? latest : batch), null);
  return {
    kind: 'samples', dryRun: request.dryRun, file: displayName(request.fileName), digest: request.digest,
    rows: desk.rows, values, withoutLimit: desk.withoutLimit, notMeasured: desk.notMeasured,
    ...(stopped && !request.dryRun ? { created: 0, changed: 0, unchanged: 0 } : already ? { created: 0, changed: 0, unchanged: samplesOf(checked) } : outcomes.counts),
    replaced: already ? 0 : (done ?? checked).replaced,
    parts: parts.length, partsBefore: parts.filter((number) => before.has(number)).length,
    already: again && { at: last!.recordedAt.toISOString(), by: last!.recordedBy, differing: await differingSince(ground.database.read, again) },
    sections: outcomes.sectionSpans.length ? outcomes.sectionSpans : desk.seen.sectionSpans,
    columns: desk.columns.all(),
    ...desk.findings.all(),
  };
}

const samplesOf = ({ desk }: Passed): number => desk.seen.sectionSpans.reduce((sum, { samples }) => sum + samples, 0);

/** What a reading of the whole file came to. */
interface Passed {
  desk: SampleDesk;
  /** Values that are taken. */
  values: number;
  /** The numbers of the parts that bring any. */
  parts: number[];
  replaced: number;
  /** Samples of which other values stand. */
  changed: SampleOutcome[];
}

/** What became of a part. */
interface Done {
  outcomes: readonly SampleOutcome[];
  replaced: number;
}

/** Reads a file as often as it takes. */
class Reading {
  private bytes = 0;
  private onBytes: (bytes: number) => void = () => undefined;

  private constructor(private readonly ground: SampleGround, private readonly request: SampleRequest, private readonly onProgress: (progress: SampleProgress) => void, private file: StreamedFile) {}

  static async open(ground: SampleGround, request: SampleRequest, onProgress: (progress: SampleProgress) => void): Promise<Reading> {
    onProgress({ step: 'CHECK', values: 0, share: 0 });
    const reading = new Reading(ground, request, onProgress, { sheets: [], size: 0 });
    reading.file = await streamSheets(request.fileName, request.file, (bytes) => reading.onBytes(bytes));
    return reading;
  }

  /** Reads the whole file, and does something with each of its parts. */
  async pass(step: SampleProgress['step'], handle: ((part: Part) => Promise<Done>) | null): Promise<Passed> {
    const { request, ground } = this;
    const { sections, reference } = ground.facts;
    const names = new SectionNames(sections, reference.setting<{ riverAliases?: Record<string, string> }>('map')?.riverAliases ?? {});
    const desk: SampleDesk = { names, today: ground.today, language: request.language, findings: new Findings(request.language), seen: new Seen(), usual: new Map(), columns: new Columns(request.language), rivers: new Set(), firsts: new Firsts(), rows: 0, withoutLimit: 0, notMeasured: 0 };
    const passed: Passed = { desk, values: 0, parts: [], replaced: 0, changed: [] };
    this.bytes = 0;
    this.onBytes = (bytes) => (this.bytes += bytes);
    const maker = new PartMaker();
    const turns = new Turns();
    let told = 0;
    const tell = (): void => {
      if (passed.values - told < TELL_EVERY) return;
      told = passed.values;
      this.onProgress({ step, values: passed.values, share: Math.min(0.999, this.bytes / Math.max(1, this.file.size)) });
    };
    const end = async (part: Part | null): Promise<void> => {
      if (!part?.values) return;
      passed.parts.push(part.number);
      passed.values += part.values;
      for (const { section, period, place } of part.rows) desk.firsts.take(section!.section.id, period, place);
      if (handle) {
        const { outcomes, replaced } = await handle(part);
        passed.replaced += replaced;
        if (step === 'CHECK') for (const one of outcomes) if (one.outcome === 'CHANGED') passed.changed.push(one);
        const byId = new Map(part.rows.map(({ section }) => [section!.section.id, section!.section]));
        for (const one of outcomes) desk.seen.outcome(byId.get(one.sectionId)!, one);
      } else for (const { section, period } of part.rows) desk.seen.outcome(section!.section, { period, outcome: 'UNCHANGED' });
      tell();
    };
    for await (const rows of readSamples(this.file, desk)) {
      for (const row of rows) {
        await end(maker.add(row));
        if (!turns.due) continue;
        await turns.next();
        request.signal?.throwIfAborted();
      }
    }
    await end(maker.end());
    this.onProgress({ step, values: passed.values, share: 1 });
    return passed;
  }
}

/** The batches of a file that are in, by their part. */
async function partsBefore({ read }: Database, digest: string): Promise<Map<number, SampleBatch>> {
  const batches = await read.find(SampleBatch, { select: { id: true, part: true, recordedAt: true, recordedBy: true }, where: { sourceDigest: digest } });
  return new Map(batches.map((batch) => [batch.part, batch]));
}

const samplesIn = ({ rows }: Part): NewSample[] => rows.map(({ section, period, items }) => ({ section: section!.section, period, items }));

const compared = ({ database }: SampleGround, part: Part): Promise<Done> => compareSamples(database.read, samplesIn(part));

async function written({ database, facts }: SampleGround, { actor, fileName, signal }: SampleRequest, digest: string, part: Part, before: ReadonlyMap<number, SampleBatch>): Promise<Done> {
  const samples = samplesIn(part);
  if (before.has(part.number)) return { replaced: 0, outcomes: samples.map(({ section, period }) => ({ sectionId: section.id, period, outcome: 'UNCHANGED' as const })) };
  signal?.throwIfAborted();
  const regions = new Set(samples.map(({ section }) => section.regionId));
  const adcodes = [...regions].map((id) => facts.reference.regionById.get(id)!.adcode);
  return database.work(actor, (unit) => writeSamples(unit, samples, { file: { name: displayName(fileName), digest, part: part.number }, adcodes, sample: false }));
}

/** The day in Asia/Shanghai on which a file was in already. */
export const dayOfAlready = ({ at }: NonNullable<SampleAnswer['already']>): Day => shanghaiDay(new Date(at));
