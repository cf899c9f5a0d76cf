import { sentences, type ErrorCode, type SentenceKey } from './sentences';

export type Language = 'zh' | 'en';

/** What fills a sentence's {holes}; `field` and `currentVersion` also go to the client as they are. */
export interface RefusalDetail {
  field?: string;
  currentVersion?: number;
  [hole: string]: string | number | undefined;
}

/** A request that is refused for a reason the person can act on. Everything else is a fault of ours. */
export class Refusal extends Error {
  readonly code: ErrorCode;

  constructor(readonly sentence: SentenceKey, readonly detail: RefusalDetail = {}) {
    super(say(sentence, detail, 'zh'));
    this.name = 'Refusal';
    this.code = sentences[sentence].code;
  }

  /** The sentence for the reader's language. */
  in(language: Language): string {
    return say(this.sentence, this.detail, language);
  }
}

/** Fills a sentence's holes. */
export function say(sentence: SentenceKey, detail: RefusalDetail, language: Language): string {
  return sentences[sentence][language].replace(/\{(\w+)\}/g, (_, hole: string) => String(detail[hole] ?? ''));
}

/** Makes a refusal; to be thrown. */
export const refuse = (sentence: SentenceKey, detail?: RefusalDetail): Refusal => new Refusal(sentence, detail);
