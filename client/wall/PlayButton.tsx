import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Plays a replay, or pauses it. */
export function PlayButton({ playing, onToggle, children }: { playing: boolean; onToggle: () => void; children?: ReactNode }) {
  const { t } = useTranslation();
  const name = t(playing ? 'wall.replay.pause' : 'wall.replay.play');
  return (
    <button type="button" className="replay-play" onClick={onToggle} aria-label={name}>
      <svg viewBox="-28 -28 56 56" aria-hidden="true">
        <circle r={28} />
        {playing ? <path d="M-9,-12H-3V12H-9Z M3,-12H9V12H3Z" /> : <path d="M-8,-13L14,0L-8,13Z" />}
      </svg>
      <span><b>{name}</b>{children}</span>
    </button>
  );
}
