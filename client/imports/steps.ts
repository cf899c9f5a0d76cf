import type { ImportAnswer, ImportKind, ImportProgress, Outcome } from './wire';

/** A file as it was chosen. Its bytes are held, so that what is imported is what was checked. */
export type Chosen = { kind: ImportKind; file: File; asOf: string | null };

/** Where an import is. A step back forgets what came after. */
export type Step =
  | { at: 'CHOOSE'; problem: Problem | null }
  /** The file does not say which day its figures hold for. */
  | { at: 'DAY'; chosen: Chosen; message: string }
  | { at: 'SENDING'; chosen: Chosen; dryRun: boolean; sent: number; progress: ImportProgress | null }
  /** What the file would do. */
  | { at: 'CHECKED'; chosen: Chosen; answer: ImportAnswer; problem: Problem | null }
  | { at: 'DONE'; chosen: Chosen; answer: ImportAnswer };

export type Problem = { kind: 'refused'; message: string } | { kind: 'lost'; written: boolean };

export type Happening =
  | { type: 'CHOSEN'; chosen: Chosen }
  | { type: 'NOT_TAKEN'; message: string }
  | { type: 'SENT'; share: number }
  | { type: 'PROGRESS'; progress: ImportProgress }
  | { type: 'OUTCOME'; outcome: Outcome; checked: ImportAnswer | null }
  | { type: 'CONFIRMED' }
  | { type: 'BACK' };

export const FIRST: Step = { at: 'CHOOSE', problem: null };

/** What follows from what happened. */
export function next(step: Step, happening: Happening): Step {
  switch (happening.type) {
    case 'CHOSEN':
      return sending(happening.chosen, true);
    case 'NOT_TAKEN':
      return { at: 'CHOOSE', problem: { kind: 'refused', message: happening.message } };
    case 'SENT':
      return step.at === 'SENDING' ? { ...step, sent: happening.share } : step;
    case 'PROGRESS':
      return step.at === 'SENDING' ? { ...step, sent: 1, progress: happening.progress } : step;
    case 'CONFIRMED':
      return step.at === 'CHECKED' ? sending(step.chosen, false) : step;
    case 'OUTCOME':
      return step.at === 'SENDING' ? after(step, happening.outcome, happening.checked) : step;
    case 'BACK':
      return FIRST;
  }
}

const sending = (chosen: Chosen, dryRun: boolean): Step => ({ at: 'SENDING', chosen, dryRun, sent: 0, progress: null });

function after({ chosen, dryRun }: Extract<Step, { at: 'SENDING' }>, outcome: Outcome, checked: ImportAnswer | null): Step {
  if (outcome.kind === 'answered') {
    // Refused rows stop a real run, of which then nothing is written: something changed since the file was checked.
    return dryRun || outcome.status !== 200 ? { at: 'CHECKED', chosen, answer: outcome.answer, problem: null } : { at: 'DONE', chosen, answer: outcome.answer };
  }
  if (outcome.kind === 'refused' && outcome.field === 'asOf') return { at: 'DAY', chosen, message: outcome.message };
  const problem: Problem = outcome.kind === 'refused' ? { kind: 'refused', message: outcome.message } : { kind: 'lost', written: !dryRun };
  return checked && !dryRun ? { at: 'CHECKED', chosen, answer: checked, problem } : { at: 'CHOOSE', problem };
}

/** Whether a checked file may be imported: refused rows stop all of it, and without any change there is nothing to do. */
export const mayImport = ({ refused, errors, created, changed }: ImportAnswer): boolean => refused === 0 && errors.length === 0 && created + changed > 0;
