import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, PeriodScalar } from '../api/scalars';
import { WaterReportKind } from '../water/report';

@ObjectType({ description: 'A column of a table in a paper.' })
export class WaterReportColumn {
  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'Whether its cells are numbers.' })
  numeric: boolean;
}

@ObjectType({ description: 'A table in a paper.' })
export class WaterReportTable {
  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => [WaterReportColumn], { description: 'Its columns.' })
  columns: WaterReportColumn[];

  @Field(() => [[String]], { description: 'Its rows: a cell a column, as it is to be read; "—" where there is nothing.' })
  rows: string[][];
}

@ObjectType({ description: 'A numbered part of a paper.' })
export class WaterReportPart {
  @Field({ description: 'Its title with its numeral: "一、总体状况".' })
  title: string;

  @Field(() => [String], { description: 'What is said.' })
  paragraphs: string[];

  @Field(() => [WaterReportTable], { description: 'What is listed.' })
  tables: WaterReportTable[];
}

@ObjectType({ description: 'A paper of the water (水质日分析, 周研判 or 月通报), in Chinese, made at once of what stands. Numbers are rounded where they are shown, ties to the even digit.' })
export class WaterReport {
  @Field(() => WaterReportKind, { description: 'Which paper.' })
  kind: WaterReportKind;

  @Field(() => PeriodScalar, { description: 'The day or month it is of; of a week its last day.' })
  period: string;

  @Field(() => DateScalar, { description: 'Its first day.' })
  from: string;

  @Field(() => DateScalar, { description: 'Its last day.' })
  to: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'The period in words.' })
  subtitle: string;

  @Field(() => Int, { description: 'Sections.' })
  sections: number;

  @Field(() => Int, { description: 'Those with a class in the period.' })
  judged: number;

  @Field({ description: 'Whether anything was measured in the period; without, the paper says since when nothing was.' })
  hasValues: boolean;

  @Field(() => String, { nullable: true, description: 'That values are made up for the demonstration; null where none is.' })
  sampleNote: string | null;

  @Field(() => [WaterReportPart], { description: 'Its parts.' })
  parts: WaterReportPart[];
}
