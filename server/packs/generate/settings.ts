import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isDay } from '../../exchange/pack/read-columns';
import { FUNDING_SOURCES, PROCEDURE_KINDS, SECTOR_CODES, WATER_CLASSES } from '../../exchange/pack/types';

const day = z.string().refine(isDay, 'is not a date');
const share = z.number().min(0).max(1);
const range = z.tuple([z.number(), z.number()]).refine(([low, high]) => low <= high, 'the first is above the second');
const twelve = z.array(z.number().min(0)).length(12);
const months = z.array(z.number()).length(12);
const source = z.enum(FUNDING_SOURCES);
const kind = z.enum(PROCEDURE_KINDS);
const notes = z.array(z.string().min(1)).min(1);

const categorySchema = z.strictObject({
  /** The middle size in 万元 and how uneven sizes are (sigma of the logarithm). */
  median: z.number().positive(),
  spread: z.number().min(0),
  /** Days from start to completion. */
  days: range,
  /** How far from the seat, in km, where no drawn river is named. */
  scatterKm: range,
  /** How likely it rests through a winter. */
  winterRest: share,
  procedures: z.array(kind).min(5),
  /** Procedures that may still run while the work is built, and how likely they do. */
  openWhileBuilding: z.partialRecord(kind, share).default({}),
  /** Source → weight in the plan. */
  funding: z.partialRecord(source, z.number().positive()),
  /** Why it rests in winter. */
  restCauses: z.array(z.string().min(1)).min(1),
  /** What is built, where the facts do not say. */
  content: z.array(z.string().min(1)).min(1),
});

const inventedSchema = z.strictObject({
  code: z.string(), name: z.string(), regions: z.array(z.string()).min(1), sector: z.enum(SECTOR_CODES), category: z.string(),
  lists: z.array(z.string()), waterBody: z.string().optional(), scale: z.string().optional(), content: z.string().optional(),
});

const settingsSchema = z.strictObject({
  seed: z.string().min(1),
  published: z.strictObject({
    works: z.int().positive(),
    sectors: z.partialRecord(z.enum(SECTOR_CODES), z.int()),
    investmentYuan: z.int().positive(),
    /** By this day all works have started and `completed` are done; none is completed later. */
    countedOn: day,
    completed: z.int().min(0),
    registeredOn: day,
  }),
  /** How the picture on the last day is meant to look. */
  picture: z.strictObject({
    lagging: z.int().min(0), slow: z.int().min(0), overdue: z.int().min(0), suspended: z.int().min(0), unverified: z.int().min(0),
    arrivalRate: share,
  }),
  /** From and to, both included: nothing is started, booked or signed on these days, nor papers on weekends. */
  holidays: z.array(z.tuple([day, day])),
  /** Weights by month, January first. */
  startSeason: twelve,
  finishSeason: twelve,
  /** By category; a work may be `like` another entry, which need not be a category. */
  categories: z.record(z.string(), categorySchema),
  works: z.record(z.string(), z.strictObject({ size: z.number().positive().optional(), finalStage: z.enum(['CONSTRUCTION', 'COMPLETED']).optional(), like: z.string().optional() })),
  invented: z.array(inventedSchema),
  ownerUnits: z.partialRecord(z.enum(SECTOR_CODES), z.array(z.string()).min(1)),
  procedures: z.partialRecord(kind, z.strictObject({ heldBy: z.string(), promisedDays: z.int().positive(), days: range, document: z.string() })),
  documents: z.partialRecord(source, z.string()),
  /** Monthly mean flows of the rivers that have a target; none are drawn where it is left out. */
  flows: z.strictObject({
    from: z.string(), to: z.string(),
    /** Parts of a middling month's flow, January first. */
    season: twelve,
    /** How wet each year is; 1 is a middling one. */
    years: z.record(z.string(), z.number().positive()),
    /** River → how many times its target it carries in a middling month, and how much more or less in a region. */
    rivers: z.record(z.string(), z.strictObject({ level: z.number().positive(), places: z.record(z.string(), z.number().positive()) })),
    /** Cubic metres led into the rivers in each year, and weights by month, January first. */
    replenishment: z.strictObject({ byYear: z.record(z.string(), z.int()), season: twelve }),
  }).optional(),
  tasks: z.strictObject({
    /** Of the tasks with a deadline: the share not done on the last day. */
    overdue: share,
    /** Of those without one: the shares dropped, and of the rest still open. */
    dropped: share,
    open: share,
    /** How likely a department reports on the way. */
    reported: share,
    /** Days from the deadline, else from the end of the document's year, to the day a task is reported done. */
    doneAfterDue: range,
    /** What clerks write; `{days}` is how late. */
    notes: z.strictObject({ progress: notes, done: notes, late: notes, stuck: notes, dropped: notes }),
  }),
  water: z.strictObject({
    /** First and last month of the samples. */
    from: z.string(), to: z.string(),
    /** Published classes of the means of some months: section → class. */
    known: z.array(z.strictObject({ from: z.string(), to: z.string(), classes: z.record(z.string(), z.enum(WATER_CLASSES)) })),
    /** Year → how many sections were good (class III or better). */
    goodByYear: z.record(z.string(), z.int()),
    goodLast: z.int(),
    missingTargetLast: range,
    /** How much worse an item is in each month, in classes, January first. */
    season: z.strictObject({ CODMn: months, COD: months, BOD5: months, NH3N: months, TP: months }),
    /** How stormy each month is, the usual temperature of the water (℃), and the oxygen in clean water as a part of saturation, January first. */
    storms: twelve, temperatures: months, saturation: twelve,
    /** Category → by how many classes, from and to, a completed work near a section lowers its level; of the others water knows nothing. */
    works: z.record(z.string(), range),
    /** How many of the works did nothing that the water shows. */
    withoutEffect: share,
    sections: z.record(z.string(), z.strictObject({
      /** Year → its level before what works did; 2.5 is the middle of class III. */
      levels: z.record(z.string(), z.number()),
      /** How strongly works move it: a large river less. */
      response: z.number().min(0),
      /** ℃ above the usual temperature. */
      warmer: z.number(),
      /** Item → how far from the level it stands; COD and BOD5 are measured where they stand here. */
      offsets: z.strictObject({ CODMn: z.number(), NH3N: z.number(), TP: z.number(), COD: z.number().optional(), BOD5: z.number().optional() }),
      /** Nitrogen beside ammonia, and fluoride where it is measured, mg/L. */
      nitrate: z.number().positive(), fluoride: z.number().positive().optional(),
    })),
  }),
});

export type Settings = z.infer<typeof settingsSchema>;
export type CategorySettings = Settings['categories'][string];

/** Reads generator.json. */
export function readSettings(file: string): Settings {
  const parsed = settingsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`).join('\n'));
}
