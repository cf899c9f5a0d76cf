import 'reflect-metadata';
import fs from 'node:fs';
import { emitSchema, makeSchema, SCHEMA_FILE } from './schema';

// `npm run schema` writes the schema file; with --check it only says whether the file is the schema of the code.
const text = emitSchema(makeSchema());
if (!process.argv.includes('--check')) fs.writeFileSync(SCHEMA_FILE, text);
else if (!fs.existsSync(SCHEMA_FILE) || fs.readFileSync(SCHEMA_FILE, 'utf8') !== text) {
  process.stderr.write(`${SCHEMA_FILE} is stale: run npm run schema\n`);
  process.exitCode = 1;
}
