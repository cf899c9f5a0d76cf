import Sqlite from 'better-sqlite3';
import { readSections } from '../../../server/water/sections';
import { Line, median, milliseconds, type Finding } from '../measure';
import { serve } from '../process';
import { openDatabase } from '../store';
import { archive, ITEMS, YEARS } from './archive';

const ROUNDS = 5;
const REPEATED = 200;
const GOAL = 2;

/** Every year's summary in one question. */
const QUESTION = `{ ${YEARS.map((year) => `y${year}: waterSummary(period: "${year}", level: MUNICIPAL) { sections judged good goodShare inferiorV index change }`).join(' ')} }`;

/** What SQL alone can do with the same values: the mean of each item by section and year. */
const BARE = `SELECT section_id, substr(period, 1, 4) AS year, COUNT(*) AS n, ${ITEMS.map((item) => `AVG("${item}")`).join(', ')} FROM bare_values GROUP BY section_id, year`;

/** The yearly summary over 200 sections and five years of four-hourly values, against the bare aggregate on the same database. */
export async function summary(say: (line: string) => void): Promise<Finding[]> {
  const { store, rows } = await archive(say);
  try {
    const bare = new Sqlite(store.file, { readonly: true });
    const statement = bare.prepare(BARE);
    const aggregates = Array.from({ length: ROUNDS }, () => {
      const started = performance.now();
      if (statement.all().length !== 200 * YEARS.length) throw new Error('the bare aggregate has other rows');
      return performance.now() - started;
    });
    bare.close();
    // What the server reads of it when it starts stands in its memory afterwards: it belongs to the first answer.
    const database = await openDatabase(store);
    const started = performance.now();
    await readSections(database.read);
    const reading = performance.now() - started;
    await database.close();

    const served = await serve(store);
    const line = new Line(served.port, served.token);
    try {
      const { data, took } = await line.ask<Record<string, { sections: number; judged: number; index: number }>>(QUESTION, {});
      for (const year of YEARS) if (data[`y${year}`].judged !== 200) throw new Error(`${year} has ${data[`y${year}`].judged} judged sections`);
      const again: number[] = [];
      for (let i = 0; i < REPEATED; i++) again.push((await line.ask(QUESTION, {})).took);
      const [first, aggregate] = [reading + took, median(aggregates)];
      say(`  ${rows} rows; index of 2024: ${data.y2024.index.toFixed(4)}; first answer ${milliseconds(took)}, reading at the start ${milliseconds(reading)}; ${Math.round((await served.vitals(true)).heapUsed / 1e6)} MB of heap`);
      return [
        { what: `first yearly summary and the reading it rests on, against the bare aggregate (${milliseconds(first)} : ${milliseconds(aggregate)})`, measured: (first / aggregate).toFixed(3), goal: `at most ${GOAL}`, met: first <= GOAL * aggregate },
        { what: 'the same again, kept', measured: milliseconds(median(again)), goal: 'below the first', met: median(again) < took },
      ];
    } finally {
      line.close();
      await served.stop();
    }
  } finally {
    store.drop();
  }
}
