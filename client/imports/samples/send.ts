import { sessionEnded } from '../../apollo';
import { readBody, readLine, sampleAddress, type SampleOutcome, type SampleProgress } from './wire';

type Sent = { file: File; dryRun: boolean; leaveOut: boolean; language: string };
type Told = { onSent: (share: number) => void; onProgress: (progress: SampleProgress) => void };

/** Sends a station's file and tells how far it is: first what of it has left, then what the server has done of it. */
export function sendSamples({ file, dryRun, leaveOut, language }: Sent, { onSent, onProgress }: Told): Promise<SampleOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let outcome: SampleOutcome | null = null;
    let taken = 0;
    const read = () => {
      if (request.status !== 200 || !(request.getResponseHeader('content-type') ?? '').includes('ndjson')) return;
      const text = request.responseText;
      for (let end = text.indexOf('\n', taken); end >= 0; end = text.indexOf('\n', taken)) {
        const line = readLine(text.slice(taken, end));
        taken = end + 1;
        if ('progress' in line) onProgress(line.progress);
        else outcome = line.outcome;
      }
    };
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onSent(loaded / total);
    request.onprogress = read;
    request.onerror = () => resolve({ kind: 'lost' });
    request.onload = () => {
      read();
      const last = outcome ?? readBody(request.responseText);
      if (last.kind === 'refused' && last.code === 'UNAUTHENTICATED') sessionEnded();
      resolve(last);
    };
    request.open('POST', sampleAddress(dryRun, leaveOut));
    request.setRequestHeader('accept-language', language);
    const body = new FormData();
    body.append('file', file, file.name);
    request.send(body);
  });
}
