import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ProgressMapOnDocument, type ProgressMapOnQuery, WallStageTimelineDocument, type WallStageTimelineQuery } from '../graphql.generated';
import { addDays, daysBetween } from '../theme/time';

export type Frame = NonNullable<ProgressMapOnQuery['progressMap']>;
export type StagePoint = NonNullable<WallStageTimelineQuery['stageTimeline']>[number];

/** Days between two frames, and frames a second: a week a second. */
const STEP = 7;
const PACE = 1000;
const AHEAD = 6;
const KEPT = 200;

/** The replay: which day is shown, its picture, and the ways to move. */
export interface Replay {
  on: boolean;
  day: string | null;
  frame: Frame | null;
  /** The picture before this one, so that what changed can pulse. */
  previous: Frame | null;
  playing: boolean;
  failed: boolean;
  timeline: readonly StagePoint[];
  firstDay: string | null;
  lastDay: string | null;
  open(): void;
  close(): void;
  toggle(): void;
  seek(day: string): void;
  step(days: number): void;
}

/** Frames by day from `firstDay` to `lastDay`, fetched ahead of the player and kept. */
export function useReplay(firstDay: string | null, lastDay: string | null): Replay {
  const client = useApolloClient();
  const frames = useRef(new Map<string, Promise<Frame | null>>());
  const [on, setOn] = useState(false);
  const [day, setDay] = useState<string | null>(null);
  const [shown, setShown] = useState<{ frame: Frame; previous: Frame | null } | null>(null);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [timeline, setTimeline] = useState<readonly StagePoint[]>([]);

  const fetchFrame = useCallback((asOf: string): Promise<Frame | null> => {
    const kept = frames.current.get(asOf);
    if (kept) return kept;
    const asked = client.query({ query: ProgressMapOnDocument, variables: { asOf }, fetchPolicy: 'no-cache' })
      .then(({ data }) => (data?.progressMap ?? null) as Frame | null)
      .catch(() => null)
      .then((frame) => {
        if (!frame) frames.current.delete(asOf);
        return frame;
      });
    if (frames.current.size >= KEPT) frames.current.delete(frames.current.keys().next().value!);
    frames.current.set(asOf, asked);
    return asked;
  }, [client]);

  const clamp = useCallback((to: string) => {
    if (firstDay && to < firstDay) return firstDay;
    if (lastDay && to > lastDay) return lastDay;
    return to;
  }, [firstDay, lastDay]);

  const seek = useCallback((to: string) => setDay(clamp(to)), [clamp]);
  const step = useCallback((days: number) => {
    setPlaying(false);
    setDay((now) => (now ? clamp(addDays(now, days)) : now));
  }, [clamp]);
  const open = useCallback(() => {
    if (!firstDay) return;
    frames.current.clear();
    setOn(true);
    setDay(firstDay);
    setPlaying(true);
  }, [firstDay]);
  const close = useCallback(() => {
    setOn(false);
    setPlaying(false);
    setShown(null);
    setDay(null);
  }, []);
  const toggle = useCallback(() => setPlaying((now) => {
    if (!now && day !== null && day === lastDay && firstDay) setDay(firstDay);
    return !now;
  }), [day, lastDay, firstDay]);

  useEffect(() => {
    if (!on) return;
    client.query({ query: WallStageTimelineDocument, variables: { stepDays: STEP }, fetchPolicy: 'network-only' })
      .then(({ data }) => setTimeline((data?.stageTimeline ?? []) as StagePoint[]))
      .catch(() => undefined);
  }, [on, client]);

  useEffect(() => {
    if (!on || !day) return undefined;
    let gone = false;
    void fetchFrame(day).then((frame) => {
      if (gone) return;
      setFailed(frame === null);
      if (frame) setShown((now) => (now?.frame === frame ? now : { frame, previous: now?.frame ?? null }));
    });
    for (let i = 1; i <= AHEAD; i++) {
      const next = addDays(day, i * STEP);
      if (playing && lastDay && next <= lastDay) void fetchFrame(next);
    }
    return () => { gone = true; };
  }, [on, day, playing, lastDay, fetchFrame]);

  // The player waits for the picture: it never runs ahead of what can be seen.
  const ready = shown !== null && shown.frame.asOf === day;
  useEffect(() => {
    if (!playing || !day || !lastDay || (!ready && !failed)) return undefined;
    if (day >= lastDay) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => setDay(clamp(addDays(day, STEP))), PACE);
    return () => clearTimeout(timer);
  }, [playing, day, lastDay, ready, failed, clamp]);

  return { on, day, frame: shown?.frame ?? null, previous: shown?.previous ?? null, playing, failed, timeline, firstDay, lastDay, open, close, toggle, seek, step };
}

/** Share of the way from the first day to the last, 0–1. */
export const shareOf = (first: string, last: string, day: string): number => Math.max(0, Math.min(1, daysBetween(first, day) / Math.max(1, daysBetween(first, last))));
