import type { ImportAnswer, ImportProgress } from '../exchange/import/answer';

/**
 * The doors for spreadsheets. Who asks says so by the sign-in cookie or by a Bearer token; 401 and 403 come in the form
 * that every error has: `{"errors": [{"message", "extensions": {"code", "field"}}]}`.
 *
 * **POST /import/works, /import/funding, /import/procedures** — multipart/form-data with the .xlsx or .csv in the field
 * `file`, at most 20 MB. In the address:
 *
 * - `dryRun=1`: says what would be done and writes nothing.
 * - `asOf=2024-06-30`: the day that the figures hold for where a sheet's title does not say (截至…). Without either, a
 *   file whose figures need it is refused with 400, code BAD_USER_INPUT and field "asOf": ask for the day and send again.
 * - `progress=1`: see below.
 *
 * Answers 200 with an `ImportAnswer` as JSON; 422 with the same when refused rows stop a real run, of which then nothing
 * is written; 400 with an error whose field is "file" when the file as a whole cannot be read, 413 when it is too large.
 * Sentences come in the language of Accept-Language, as everywhere.
 *
 * With `progress=1` the answer is application/x-ndjson, status 200: lines of JSON, first any number of
 * `{"progress": ImportProgress}`, one at least, then exactly one of
 *
 * - `{"status": 200, "answer": ImportAnswer}`, or with status 422;
 * - `{"status": 400, "errors": […]}`, or with another status of the errors above or 500.
 *
 * What is refused before the file is read (401, 403, 404, 413, no file) answers as without `progress`.
 *
 * **POST /import/<kind>/marked** — the same file and `asOf`. Writes nothing. Answers the same spreadsheet with one more
 * column 导入结果 (Import result) that says of each row what an import would do or what is wrong; a download named like
 * the file. Errors as above.
 *
 * **GET /import/<kind>/template.xlsx** — a table to fill in, with the works that the viewer may write as they stand today.
 */
export type ImportLine = { progress: ImportProgress } | { status: 200 | 422; answer: ImportAnswer } | { status: number; errors: { message: string; extensions: { code: string; field?: string } }[] };
