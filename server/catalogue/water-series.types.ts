import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PeriodScalar } from '../api/scalars';

/** How an item's value is held against its limits. */
export enum LimitKind {
  UPPER = 'UPPER',
  LOWER = 'LOWER',
  RANGE = 'RANGE',
  NONE = 'NONE',
}
registerEnumType(LimitKind, {
  name: 'LimitKind',
  description: 'How a value is held against the limits of GB 3838-2002, table 1; limits are inclusive.',
  valuesConfig: {
    UPPER: { description: 'Not more than the limit.' },
    LOWER: { description: 'Not less than the limit: dissolved oxygen.' },
    RANGE: { description: 'Between two limits that are the same for all classes: pH.' },
    NONE: { description: 'No number to hold it against: water temperature, and total nitrogen of a river.' },
  },
});

/** How long the periods are for which a section has results. */
export enum PeriodGrain {
  YEAR = 'YEAR',
  MONTH = 'MONTH',
  DAY = 'DAY',
  HOURS = 'HOURS',
}
registerEnumType(PeriodGrain, {
  name: 'PeriodGrain',
  description: 'How long a period is.',
  valuesConfig: { YEAR: { description: '"2024"' }, MONTH: { description: '"2024-06"' }, DAY: { description: '"2024-06-30"' }, HOURS: { description: 'Four hours, "2024-06-30T08"' } },
});

@ObjectType({ description: 'One of the 24 basic items of GB 3838-2002, table 1.' })
export class WaterIndicator {
  @Field({ description: 'Its key: T, pH, DO, CODMn, COD, BOD5, NH3N, TP, TN, Cu, Zn, F, Se, As, Hg, Cd, Cr6, Pb, CN, VP, Oil, LAS, S or FC.' })
  key: string;

  @Field({ description: 'Its Chinese name.' })
  name: string;

  @Field({ description: 'Its English name.' })
  nameEn: string;

  @Field({ description: 'The unit of the standard, in which values and limits are given.' })
  unit: string;

  @Field(() => LimitKind, { description: 'How values are held against the limits.' })
  kind: LimitKind;

  @Field(() => [Float], { nullable: true, description: 'The limits of the classes Ⅰ, Ⅱ, Ⅲ, Ⅳ and Ⅴ, in this order; null of RANGE and NONE.' })
  limits: number[] | null;

  @Field(() => [Float], { nullable: true, description: 'The two ends of RANGE; null of the others.' })
  range: number[] | null;

  @Field(() => Int, { nullable: true, description: 'Decimal places to which a value is rounded before it is classed; null where it is not classed.' })
  digits: number | null;

  @Field({ description: 'Whether it takes part in the class of a section (环办〔2011〕22号): 21 of the 24 do.' })
  evaluated: boolean;
}

@ObjectType({ description: 'From when to when a section has results of one length.' })
export class MeasuredSpan {
  @Field(() => PeriodGrain, { description: 'The length of the periods.' })
  grain: PeriodGrain;

  @Field(() => PeriodScalar, { description: 'The first period with a result.' })
  from: string;

  @Field(() => PeriodScalar, { description: 'The last one.' })
  to: string;
}
