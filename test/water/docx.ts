import { SaxesParser } from 'saxes';
import { unzip } from '../exchange/out/workbook';

/** The words of a Word file, a line a paragraph, read by nothing that the program has written. @throws Error when a part is not well formed */
export async function wordsOf(bytes: Buffer): Promise<string> {
  const parts = await unzip(bytes);
  for (const [name, xml] of parts) if (/\.(xml|rels)$/.test(name)) parse(xml, () => undefined, () => undefined);
  let words = '';
  let isText = false;
  parse(parts.get('word/document.xml')!, (name) => {
    isText = name === 'w:t';
    if (name === 'w:p') words += '\n';
  }, (text) => {
    if (isText) words += text;
  });
  return words;
}

/** The document's own XML. */
export const documentXml = async (bytes: Buffer): Promise<string> => (await unzip(bytes)).get('word/document.xml')!;

function parse(xml: string, open: (name: string) => void, text: (text: string) => void): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', ({ name }) => open(name));
  parser.on('text', text);
  parser.write(xml).close();
}
