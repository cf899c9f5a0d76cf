import { isUtf8 } from 'node:buffer';
import { refuse, type Refusal } from '../../api/refusal';
import type { SentenceKey } from '../../api/sentences';
import type { Zip } from './zip';

const no = (sentence: SentenceKey): Refusal => refuse(sentence, { field: 'file' });

const beginsWith = (bytes: Buffer, hex: string): boolean => bytes.subarray(0, hex.length / 2).equals(Buffer.from(hex, 'hex'));

/** The compound file of Windows, in which programs before 2007 saved everything, and in which locked files are kept now. */
const COMPOUND = 'd0cf11e0a1b11ae1';
const ZIP = '504b0304';

/** By the first bytes of a file: what is refused, and in which words. */
const others: readonly (readonly [string, SentenceKey])[] = [
  ['25504446', 'FILE_IS_PDF'], ['7b5c727466', 'FILE_IS_DOCUMENT'], ['89504e47', 'FILE_IS_PICTURE'], ['ffd8ff', 'FILE_IS_PICTURE'], ['47494638', 'FILE_IS_PICTURE'],
  ['52617221', 'FILE_IS_ARCHIVE'], ['377abcaf271c', 'FILE_IS_ARCHIVE'], ['1f8b', 'FILE_IS_ARCHIVE'], ['504b0506', 'FILE_IS_ARCHIVE'],
];

function refuseCompound(bytes: Buffer): Refusal {
  const holds = (stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return no('FILE_LOCKED');
  if (holds('WordDocument') || holds('PowerPoint Document')) return no('FILE_IS_DOCUMENT');
  return no(holds('Workbook') || holds('Book') ? 'FILE_IS_OLD_EXCEL' : 'FILE_UNKNOWN');
}

/** What a zip that is no workbook is. */
export function refuseZip(zip: Zip): Refusal {
  if (zip.has('xl/workbook.bin')) return no('FILE_IS_BINARY_EXCEL');
  if (zip.has('content.xml') && zip.has('mimetype')) return no('FILE_IS_OPEN_DOCUMENT');
  return no(zip.hasFolder('word') || zip.hasFolder('ppt') ? 'FILE_IS_DOCUMENT' : 'FILE_IS_ARCHIVE');
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What the byte order mark of UTF-16 says; null where there is none. */
export function markedEncoding(bytes: Buffer): Encoding | null {
  if (beginsWith(bytes, 'fffe')) return 'utf-16le';
  return beginsWith(bytes, 'feff') ? 'utf-16be' : null;
}

/** How a text is encoded: by its byte order mark, else UTF-8 if it can be that, else what Chinese Windows writes. */
const encodingOf = (bytes: Buffer): Encoding => markedEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030');

/** What a text begins with when it is a page or a document and no table. */
function refuseMarkup(start: string): Refusal | null {
  if (!/^\s*</.test(start)) return null;
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i.test(start)) return no('FILE_IS_XML_EXCEL');
  return /<(!doctype html|html|head|meta|table|body)\b/i.test(start) ? no('FILE_IS_HTML') : no('FILE_UNKNOWN');
}

/**
 * What a file is, by its bytes; its name may say anything.
 * @param bytes all of it, or its beginning
 * @param encoding how its text is encoded, for whoever has only the beginning at hand
 * @throws Refusal that says what it is and what to do, for anything but an .xlsx or a table as text.
 */
export function kindOf(bytes: Buffer, encoding: Encoding = encodingOf(bytes)): { kind: 'ZIP' } | { kind: 'TEXT'; encoding: Encoding } {
  if (beginsWith(bytes, ZIP)) return { kind: 'ZIP' };
  if (beginsWith(bytes, COMPOUND)) throw refuseCompound(bytes);
  const other = others.find(([hex]) => beginsWith(bytes, hex));
  if (other) throw no(other[1]);
  // No text but UTF-16 has zero bytes.
  if (!encoding.startsWith('utf-16') && bytes.subarray(0, 65_536).includes(0)) throw no('FILE_UNKNOWN');
  const markup = refuseMarkup(new TextDecoder(encoding).decode(bytes.subarray(0, 4096)));
  if (markup) throw markup;
  return { kind: 'TEXT', encoding };
}
