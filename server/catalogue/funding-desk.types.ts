import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Day } from '../api/day';
import { DateScalar, MoneyScalar } from '../api/scalars';

export enum FundingGroupBy {
  REGION = 'REGION',
  SECTOR = 'SECTOR',
  SOURCE = 'SOURCE',
}
registerEnumType(FundingGroupBy, {
  name: 'FundingGroupBy',
  description: 'What the funding desk has a row for each of; those without works are left out.',
  valuesConfig: { REGION: { description: 'The lead region, in the official order.' }, SECTOR: { description: "The sector, in the pack's order." }, SOURCE: { description: "The source: that source's money, and the investment of the works that it pays for." } },
});

@ObjectType({ description: 'Money of a set of works, and their investment beside it.' })
export class FundingTableRow {
  @Field({ description: 'An adcode, a sector or a source by its name in the API; empty for the total.' })
  key: string;

  @Field({ description: 'Its Chinese name.' })
  label: string;

  @Field(() => Int, { description: 'Works.' })
  works: number;

  @Field(() => MoneyScalar, { description: 'Planned (计划).' })
  planned: bigint;

  @Field(() => MoneyScalar, { description: 'Allocated (下达).' })
  allocated: bigint;

  @Field(() => MoneyScalar, { description: 'In place (到位).' })
  arrived: bigint;

  @Field(() => MoneyScalar, { description: 'Paid (支付).' })
  paid: bigint;

  @Field(() => Float, { nullable: true, description: 'Arrived of planned; null when nothing is planned; may pass 1.' })
  arrivalRate: number | null;

  @Field(() => Float, { nullable: true, description: 'Paid of arrived; null when nothing arrived; may pass 1.' })
  paymentRate: number | null;

  @Field(() => MoneyScalar, { description: 'Total planned investment (总投资).' })
  investment: bigint;

  @Field(() => MoneyScalar, { description: 'Investment done since the beginning (累计完成投资).' })
  investmentDone: bigint;

  @Field(() => MoneyScalar, { description: "Investment planned for the year (年度投资计划)." })
  annualPlanned: bigint;

  @Field(() => MoneyScalar, { description: 'Investment done in the year up to the day (年度完成投资).' })
  annualDone: bigint;

  @Field(() => Float, { nullable: true, description: 'Done of planned in the year; null when nothing is planned.' })
  annualRate: number | null;

  @Field(() => Int, { description: 'Works that from any of its sources paid more than is in place.' })
  paidAbove: number;

  @Field(() => Int, { description: 'Works that have more in place from any of its sources than was planned.' })
  arrivedAbove: number;

  @Field({ description: 'Whether some of it is made up for the demonstration.' })
  sample: boolean;
}

@ObjectType({ description: 'Money by region, sector or source on a day (资金台).' })
export class FundingTable {
  @Field(() => DateScalar, { description: 'The day.' })
  asOf: Day;

  @Field(() => Int, { description: 'The year of the annual figures.' })
  year: number;

  @Field(() => [FundingTableRow], { description: 'The rows, in the fixed order of their kind.' })
  rows: FundingTableRow[];

  @Field(() => FundingTableRow, { description: 'All of the works together; a work with several sources counts once.' })
  total: FundingTableRow;
}

@ObjectType({ description: 'What happened to money and investment in a month, and since the beginning.' })
export class FundingMonth {
  @Field({ description: 'The month, "2024-06".' })
  month: string;

  @Field(() => MoneyScalar, { description: 'Allocated in the month; reversals count in the month of what they take back.' })
  allocated: bigint;

  @Field(() => MoneyScalar, { description: 'Arrived in the month.' })
  arrived: bigint;

  @Field(() => MoneyScalar, { description: 'Paid in the month.' })
  paid: bigint;

  @Field(() => MoneyScalar, { description: 'Investment done in the month.' })
  investmentDone: bigint;

  @Field(() => MoneyScalar, { description: 'Allocated by the end of the month.' })
  allocatedTotal: bigint;

  @Field(() => MoneyScalar, { description: 'Arrived by the end of the month.' })
  arrivedTotal: bigint;

  @Field(() => MoneyScalar, { description: 'Paid by the end of the month.' })
  paidTotal: bigint;

  @Field(() => MoneyScalar, { description: 'Investment done by the end of the month.' })
  investmentDoneTotal: bigint;
}
