import { sessionEnded } from '../apollo';
import { errorBody, importAddress, type ImportKind, type ImportProgress, Lines, markedAddress, markedName, type Outcome, outcomeOf } from './wire';

type Sent = { kind: ImportKind; file: File; asOf: string | null; language: string };
type Told = { onSent: (share: number) => void; onProgress: (progress: ImportProgress) => void };

const bodyOf = (file: File): FormData => {
  const body = new FormData();
  body.append('file', file, file.name);
  return body;
};

/** Sends a file and tells how far it is: first what of it has left, then what the server has done of it. XMLHttpRequest alone tells the first. */
export function sendFile({ kind, file, asOf, language, dryRun }: Sent & { dryRun: boolean }, { onSent, onProgress }: Told): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const lines = new Lines(onProgress);
    let outcome: Outcome | null = null;
    const isLines = () => request.status === 200 && (request.getResponseHeader('content-type') ?? '').includes('ndjson');
    const read = () => {
      if (isLines()) outcome = lines.take(request.responseText) ?? outcome;
    };
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onSent(loaded / total);
    request.onprogress = read;
    request.onerror = () => resolve({ kind: 'lost' });
    request.onload = () => {
      read();
      const last = outcome ?? outcomeOf(request.status, errorBody(request.responseText));
      if (last.kind === 'refused' && last.code === 'UNAUTHENTICATED') sessionEnded();
      resolve(last);
    };
    request.open('POST', importAddress(kind, { dryRun, asOf }));
    request.setRequestHeader('accept-language', language);
    request.send(bodyOf(file));
  });
}

/** Gets the same file back with a column that says what is wrong in each row. @returns null when it came, else what went wrong */
export async function fetchMarked({ kind, file, asOf, language }: Sent): Promise<Exclude<Outcome, { kind: 'answered' }> | null> {
  try {
    const response = await fetch(markedAddress(kind, asOf), { method: 'POST', body: bodyOf(file), headers: { 'accept-language': language } });
    if (!response.ok) {
      const outcome = outcomeOf(response.status, errorBody(await response.text()));
      if (outcome.kind === 'refused' && outcome.code === 'UNAUTHENTICATED') sessionEnded();
      return outcome.kind === 'answered' ? { kind: 'lost' } : outcome;
    }
    save(await response.blob(), markedName(response.headers.get('content-disposition'), file.name));
    return null;
  } catch {
    return { kind: 'lost' };
  }
}

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the next turn; the browser holds the content from then on.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
