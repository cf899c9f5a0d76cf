import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isDay } from './day';
import { FEN_LIMIT, formatYuan, parseYuan, type Fen } from './money';
import { isPeriod } from './period';
import { refuse, type Refusal } from './refusal';

interface TextScalar<Internal> {
  name: string;
  description: string;
  /** Reads the text, or throws the refusal that says what would be right. */
  read(text: string): Internal;
  write(value: Internal): string;
  refusal(value: string): Refusal;
  /** The longest text that may be one. */
  longest?: number;
}

/** A scalar that travels as a string only: a number or a boolean in its place is refused like a malformed text. */
function textScalar<Internal>({ name, description, read, write, refusal, longest = 100 }: TextScalar<Internal>) {
  const readAny = (value: unknown): Internal => {
    if (typeof value !== 'string' || value.length > longest) throw refusal(String(value).slice(0, 60));
    return read(value);
  };
  return new GraphQLScalarType<Internal, string>({
    name,
    description,
    serialize: (value) => write(value as Internal),
    parseValue: readAny,
    parseLiteral: (node: ValueNode) => readAny(node.kind === Kind.STRING ? node.value : 'value' in node ? Number(node.value) : node.kind),
  });
}

export const DateScalar = textScalar<string>({
  name: 'Date',
  description: 'A calendar day in Asia/Shanghai, "2024-06-30".',
  read: (text) => {
    if (!isDay(text)) throw refuse('BAD_DATE', { value: text.slice(0, 60) });
    return text;
  },
  write: String,
  refusal: (value) => refuse('BAD_DATE', { value }),
});

export const DateTimeScalar = textScalar<Date>({
  name: 'DateTime',
  description: 'An instant, RFC 3339 in UTC, "2024-06-30T08:15:00.000Z".',
  read: (text) => {
    const date = new Date(text);
    if (!/^\d{4}-\d\d-\d\dT/.test(text) || Number.isNaN(date.getTime())) throw refuse('BAD_DATE', { value: text.slice(0, 60) });
    return date;
  },
  write: (date) => date.toISOString(),
  refusal: (value) => refuse('BAD_DATE', { value }),
});

export const MoneyScalar = textScalar<Fen | bigint>({
  name: 'Money',
  description: 'Yuan as a decimal string with two digits, "1250000.00"; exact, never a float; below 10^13 yuan either way. Inside it is whole fen.',
  read: (text) => {
    const fen = parseYuan(text);
    if (fen === null || Math.abs(fen) >= FEN_LIMIT) throw refuse('BAD_MONEY', { value: text.slice(0, 60) });
    return fen;
  },
  write: formatYuan,
  refusal: (value) => refuse('BAD_MONEY', { value }),
});

const CURSOR_LONGEST = 16_000;

export const CursorScalar = textScalar<string>({
  name: 'Cursor',
  // It holds the values that it stands at, the longest of names among them.
  longest: CURSOR_LONGEST,
  description: 'An opaque position in a list or a stream; part of it names the database it came from.',
  read: (text) => {
    if (!/^[\w-]+$/.test(text)) throw refuse('BAD_CURSOR', { value: text.slice(0, 60) });
    return text;
  },
  write: String,
  refusal: (value) => refuse('BAD_CURSOR', { value }),
});

export const AdcodeScalar = textScalar<string>({
  name: 'Adcode',
  description: "A region's GB/T 2260 code, \"141081\"; where the standard has none (a development zone) the pack makes one up, \"1410A1\".",
  read: (text) => {
    if (!/^[0-9A-Z]{6}$/.test(text)) throw refuse('BAD_ADCODE', { value: text.slice(0, 60) });
    return text;
  },
  write: String,
  refusal: (value) => refuse('BAD_ADCODE', { value }),
});

export const PeriodScalar = textScalar<string>({
  name: 'Period',
  description: 'A year "2024", a month "2024-06", a day "2024-06-30" or four hours "2024-06-30T08" (00, 04, … 20), Asia/Shanghai.',
  read: (text) => {
    if (!isPeriod(text)) throw refuse('BAD_PERIOD', { value: text.slice(0, 60) });
    return text;
  },
  write: String,
  refusal: (value) => refuse('BAD_PERIOD', { value }),
});
