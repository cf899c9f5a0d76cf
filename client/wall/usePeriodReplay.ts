import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { WaterMapOnDocument, type WaterMapOnQuery, WaterTimelineDocument, type WaterTimelineQuery } from '../graphql.generated';
import { periodAt, placeOf, shiftPeriod } from '../water/periods';

export type WaterFrame = NonNullable<WaterMapOnQuery['waterMap']>;
export type TimelinePoint = NonNullable<WaterTimelineQuery['waterTimeline']>[number] & { period: string };

/** How many periods a second are shown, the slowest first. */
export const PACES = [0.5, 1, 2, 4] as const;
export type Pace = (typeof PACES)[number];
const AHEAD = 4;
const KEPT = 200;

/** The replay of the water map: which period is shown, its picture, and the ways to move. */
export interface PeriodReplay {
  on: boolean;
  years: boolean;
  period: string | null;
  frame: WaterFrame | null;
  /** The picture before this one, so that what changed can pulse. */
  previous: WaterFrame | null;
  playing: boolean;
  pace: Pace;
  failed: boolean;
  /** Months, or years, with a class, oldest first. */
  timeline: readonly TimelinePoint[];
  first: string | null;
  last: string | null;
  /** Begins with the period, else with the first one, playing. */
  open(period?: string | null): void;
  close(): void;
  toggle(): void;
  seek(period: string): void;
  step(by: number): void;
  setYears(years: boolean): void;
  setPace(pace: Pace): void;
}

/** The pictures of periods, fetched ahead of the player and kept. The live map goes on beneath. */
export function usePeriodReplay(): PeriodReplay {
  const client = useApolloClient();
  const frames = useRef(new Map<string, Promise<WaterFrame | null>>());
  const [asked, setAsked] = useState<{ years: boolean; period: string | null; play: boolean } | null>(null);
  const [timelines, setTimelines] = useState<{ years: boolean; points: readonly TimelinePoint[] } | null>(null);
  const [period, setPeriod] = useState<string | null>(null);
  const [shown, setShown] = useState<{ frame: WaterFrame; previous: WaterFrame | null } | null>(null);
  const [playing, setPlaying] = useState(false);
  const [pace, setPace] = useState<Pace>(1);
  const [failed, setFailed] = useState(false);
  const on = asked !== null;
  const years = asked?.years ?? false;
  const timeline = timelines?.years === years ? timelines.points : NONE;
  const first = timeline[0]?.period ?? null;
  const last = timeline.at(-1)?.period ?? null;

  const fetchFrame = useCallback((one: string): Promise<WaterFrame | null> => {
    const kept = frames.current.get(one);
    if (kept) return kept;
    const coming = client.query({ query: WaterMapOnDocument, variables: { period: one }, fetchPolicy: 'no-cache' })
      .then(({ data }) => (data?.waterMap ?? null) as WaterFrame | null)
      .catch(() => null)
      .then((frame) => {
        if (!frame) frames.current.delete(one);
        return frame;
      });
    if (frames.current.size >= KEPT) frames.current.delete(frames.current.keys().next().value!);
    frames.current.set(one, coming);
    return coming;
  }, [client]);

  const clamp = useCallback((to: string) => (first && to < first ? first : last && to > last ? last : to), [first, last]);
  const seek = useCallback((to: string) => setPeriod(clamp(to)), [clamp]);
  const step = useCallback((by: number) => {
    setPlaying(false);
    setPeriod((now) => (now ? clamp(shiftPeriod(now, by)) : now));
  }, [clamp]);
  const open = useCallback((one: string | null = null) => {
    // What was recorded since the last replay is in this one.
    frames.current.clear();
    setTimelines(null);
    setAsked({ years: one?.length === 4, period: one, play: one === null });
  }, []);
  const close = useCallback(() => {
    setAsked(null);
    setPlaying(false);
    setShown(null);
    setPeriod(null);
  }, []);
  const toggle = useCallback(() => {
    if (!playing && period !== null && period === last && first) setPeriod(first);
    setPlaying(!playing);
  }, [playing, period, last, first]);
  const setYears = useCallback((next: boolean) => {
    setPlaying(false);
    setAsked({ years: next, period: period && (next ? period.slice(0, 4) : `${period.slice(0, 4)}-12`), play: false });
  }, [period]);

  useEffect(() => {
    if (!asked || timelines?.years === asked.years) return undefined;
    let gone = false;
    client.query({ query: WaterTimelineDocument, variables: { years: asked.years }, fetchPolicy: 'network-only' }).then(
      ({ data }) => {
        if (gone) return;
        const points = ((data?.waterTimeline ?? []) as TimelinePoint[]).filter((point) => point.period);
        setTimelines({ years: asked.years, points });
        const ends = [points[0]?.period ?? null, points.at(-1)?.period ?? null] as const;
        setPeriod(asked.period && ends[0] && ends[1] ? (asked.period < ends[0] ? ends[0] : asked.period > ends[1] ? ends[1] : asked.period) : ends[0]);
        setPlaying(asked.play && points.length > 1);
        setFailed(points.length === 0);
      },
      () => { if (!gone) setFailed(true); },
    );
    return () => { gone = true; };
  }, [asked, timelines, client]);

  useEffect(() => {
    if (!on || !period) return undefined;
    let gone = false;
    void fetchFrame(period).then((frame) => {
      if (gone) return;
      setFailed(frame === null);
      if (frame) setShown((now) => (now?.frame === frame ? now : { frame, previous: now?.frame ?? null }));
    });
    for (let i = 1; i <= AHEAD; i++) {
      const next = shiftPeriod(period, i);
      if (playing && last && next <= last) void fetchFrame(next);
    }
    return () => { gone = true; };
  }, [on, period, playing, last, fetchFrame]);

  // The player waits for the picture: it never runs ahead of what can be seen.
  const ready = shown !== null && shown.frame.period === period;
  useEffect(() => {
    if (!playing || !period || !last || (!ready && !failed)) return undefined;
    if (period >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => setPeriod(clamp(shiftPeriod(period, 1))), 1000 / pace);
    return () => clearTimeout(timer);
  }, [playing, period, last, ready, failed, pace, clamp]);

  return { on, years, period, frame: shown?.frame ?? null, previous: shown?.previous ?? null, playing, pace, failed, timeline, first, last, open, close, toggle, seek, step, setYears, setPace };
}

const NONE: readonly TimelinePoint[] = [];

/** The period at a share of the way from the first to the last, 0–1. */
export const periodOn = (first: string, last: string, share: number): string => {
  const [from, to] = [placeOf(first), placeOf(last)];
  return periodAt(first.length === 4 ? 'YEAR' : 'MONTH', Math.round(from + Math.max(0, Math.min(1, share)) * (to - from)));
};
