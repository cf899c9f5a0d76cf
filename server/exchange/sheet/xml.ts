import { SaxesParser } from 'saxes';
import { refuse, type Refusal } from '../../api/refusal';

/** What to do with the parts of an XML text; names come without their prefixes. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Characters without a tag, and tags within tags: more than any spreadsheet has. */
const LONGEST = 2_000_000;
const DEEPEST = 64;

const damaged = (): Refusal => refuse('FILE_DAMAGED', { field: 'file' });
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The value of an attribute whatever its prefix. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = Object.keys(attributes).find((each) => localName(each) === name);
  return key === undefined ? undefined : attributes[key];
}

/**
 * Reads an XML text as it arrives. A document type is refused, so no entity is ever expanded.
 * @throws Refusal when it is not well formed, not UTF-8, or built to exhaust its reader.
 */
export async function readXml(pieces: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  const steps = xmlSteps(pieces, reader);
  while (!(await steps.next()).done);
}

/** As `readXml`, a piece at each step. */
export async function* xmlSteps(pieces: AsyncIterable<Buffer>, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  let quiet = 0;
  parser.on('error', () => { throw damaged(); });
  parser.on('doctype', () => { throw damaged(); });
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0;
    depth += 1;
    if (depth > DEEPEST) throw damaged();
    reader.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    quiet = 0;
    depth -= 1;
    reader.close(localName(name));
  });
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));

  const write = (text: string): void => {
    quiet += text.length;
    parser.write(text);
    if (quiet > LONGEST) throw damaged();
  };
  const decode = (piece?: Buffer): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw damaged();
    }
  };
  for await (const piece of pieces) {
    write(decode(piece));
    yield;
  }
  write(decode());
  parser.close();
}
