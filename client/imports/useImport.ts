import { useCallback, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { sendFile } from './send';
import { type Chosen, FIRST, next, type Step } from './steps';
import { type ImportAnswer, type ImportKind, refusedBeforehand } from './wire';

type Import = {
  step: Step;
  /** A file was chosen: it is sent for a look. */
  choose: (kind: ImportKind, file: File, asOf: string | null) => Promise<void>;
  /** The same file with the day that its figures hold for. */
  withDay: (chosen: Chosen, asOf: string) => Promise<void>;
  /** In earnest. */
  confirm: (chosen: Chosen, checked: ImportAnswer) => Promise<void>;
  back: () => void;
};

/** Takes a file through looking, confirming and writing. */
export function useImport(): Import {
  const { t, i18n } = useTranslation();
  const [step, happened] = useReducer(next, FIRST);
  const { language } = i18n;
  const send = useCallback(
    async (chosen: Chosen, dryRun: boolean, checked: ImportAnswer | null) => {
      const outcome = await sendFile({ ...chosen, dryRun, language }, {
        onSent: (share) => happened({ type: 'SENT', share }),
        onProgress: (progress) => happened({ type: 'PROGRESS', progress }),
      });
      happened({ type: 'OUTCOME', outcome, checked });
    },
    [language],
  );
  const look = useCallback(
    async (chosen: Chosen) => {
      happened({ type: 'CHOSEN', chosen });
      await send(chosen, true, null);
    },
    [send],
  );
  return {
    step,
    choose: async (kind, file, asOf) => {
      const refusal = refusedBeforehand(file, t);
      if (refusal !== null) return happened({ type: 'NOT_TAKEN', message: refusal });
      const held = await copyOf(file);
      if (held) await look({ kind, file: held, asOf });
      else happened({ type: 'NOT_TAKEN', message: t('imports.unreadable') });
    },
    withDay: (chosen, asOf) => look({ ...chosen, asOf }),
    confirm: async (chosen, checked) => {
      happened({ type: 'CONFIRMED' });
      await send(chosen, false, checked);
    },
    back: () => happened({ type: 'BACK' }),
  };
}

/** The file's bytes as they are now: whoever saves it again meanwhile changes nothing. Null when it cannot be read, e.g. a folder. */
async function copyOf(file: File): Promise<File | null> {
  try {
    return new File([await file.arrayBuffer()], file.name, { type: file.type });
  } catch {
    return null;
  }
}
