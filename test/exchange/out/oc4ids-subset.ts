import { z } from 'zod';

// The part of OC4IDS 0.9 (project package and project, JSON Schema of the standard) that a package of ours uses, written
// down from its reference: https://standard.open-contracting.org/infrastructure/0.9/en/reference/schema/. Nothing may be
// empty: the standard asks for at least one character, item or property everywhere.

const text = z.string().min(1);
/** RFC 3339, with an offset. */
const instant = z.iso.datetime({ offset: true });
const uri = z.url();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).refine((items) => new Set(items.map((one) => JSON.stringify(one))).size === items.length, 'items are not unique');
const some = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).refine((object) => Object.keys(object).length > 0, 'is empty');

const value = some({ amount: z.number().optional(), currency: z.literal('CNY').optional() });
const period = some({ startDate: instant.optional(), endDate: instant.optional() });
const location = some({
  id: text,
  description: text.optional(),
  geometry: some({ type: z.literal('Point'), coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]) }).optional(),
  address: some({ locality: text.optional(), region: text.optional(), countryName: text.optional() }).optional(),
});
const milestone = some({
  id: text, title: text.optional(), type: z.literal('delivery').optional(), dueDate: instant.optional(), dateMet: instant.optional(), status: z.enum(['scheduled', 'met', 'notMet']).optional(),
});

export const project = some({
  id: text,
  language: text.optional(),
  identifiers: list(some({ id: text, scheme: text.optional() })).optional(),
  title: text.optional(),
  description: text.optional(),
  status: z.enum(['identification', 'preparation', 'implementation', 'completion', 'maintenance', 'decommissioning', 'decommissioned', 'cancelled']).optional(),
  period: period.optional(),
  sector: list(z.enum(['waterAndWaste', 'naturalResources', 'naturalResources.floodProtection'])).optional(),
  type: z.enum(['construction', 'rehabilitation', 'replacement', 'expansion', 'decommissioning']).optional(),
  additionalClassifications: list(some({ scheme: text.optional(), id: text.optional(), description: text.optional() })).optional(),
  locations: list(location).optional(),
  budget: some({
    amount: value.optional(),
    budgetBreakdowns: list(some({ id: text, description: text.optional(), budgetBreakdown: list(some({ id: text, description: text.optional(), amount: value.optional() })).optional() })).optional(),
  }).optional(),
  publicAuthority: some({ id: text.optional(), name: text.optional() }).optional(),
  parties: list(some({ id: text.optional(), name: text.optional(), roles: list(text).optional() })).optional(),
  milestones: list(milestone).optional(),
  completion: some({ endDate: instant.optional() }).optional(),
});

export const projectPackage = z.strictObject({
  uri,
  publishedDate: instant,
  version: z.string().regex(/^(\d+\.)(\d+)$/),
  publisher: some({ name: text }),
  projects: list(project).refine((projects) => new Set(projects.map(({ id }) => id)).size === projects.length, 'project identifiers are not unique'),
  // Ours: the standard lets a publisher add what it does not know.
  summary: z.strictObject({ asOf: z.iso.date(), projects: z.int(), completed: z.int(), completionsAwaitingConfirmation: z.int(), sampleProjects: z.int() }),
});

export type Oc4idsPackage = z.infer<typeof projectPackage>;
