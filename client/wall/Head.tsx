import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkState } from '../live';
import { longDay, shanghaiClock, shanghaiDay, shortDay, weekday } from '../theme/time';

interface HeadProps {
  title: string;
  day: string | null;
  demonstration: boolean;
  link: LinkState;
  freshAt: number | null;
  /** Day shown by the replay; takes the live mark's place. */
  replayDay?: string | null;
  /** What the replay shows where that is no day, e.g. a month. */
  replayPeriod?: string | null;
}

/** The clock of the office, ticking with the minute. */
export function useClock(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(new Date());
      timer = setTimeout(tick, 1_000 - (Date.now() % 1_000) + 20);
    };
    timer = setTimeout(tick, 1_000 - (Date.now() % 1_000) + 20);
    return () => clearTimeout(timer);
  }, []);
  return now;
}

/** Title at the left; day, clock and live mark at the right. When the line is lost, words and a banner say so. */
export function Head({ title, day, demonstration, link, freshAt, replayDay, replayPeriod }: HeadProps) {
  const { t, i18n } = useTranslation();
  return (
    <header className="wall-head">
      <h1>{title}</h1>
      {replayDay || replayPeriod ? (
        <div className="wall-now">
          <span className="wall-replay-mark">{t('wall.replayMark')}</span>
          <strong className="wall-replay-day">{replayDay ? longDay(replayDay, i18n.language) : replayPeriod}</strong>
          <span className="wall-known">{t('wall.asKnown')}</span>
        </div>
      ) : (
        <div className="wall-now">
          {day ? <span>{longDay(day, i18n.language)}</span> : null}
          {day ? <span>{weekday(day, i18n.language)}{demonstration ? <em>{t('wall.demo')}</em> : null}</span> : null}
          <Clock />
          <LiveMark link={link} />
        </div>
      )}
      {link.kind === 'offline' ? <OfflineBanner since={link.since} freshAt={freshAt} /> : null}
    </header>
  );
}

function Clock() {
  return <strong className="wall-clock">{shanghaiClock(useClock())}</strong>;
}

function LiveMark({ link }: { link: LinkState }) {
  const { t } = useTranslation();
  if (link.kind === 'live') return <span className="wall-live" data-link="live"><i />{t('wall.live')}</span>;
  if (link.kind === 'connecting') return <span className="wall-live waiting" data-link="connecting">{t('wall.connecting')}</span>;
  return <span className="wall-live lost" data-link="offline">{t('wall.offlineSince', { time: shanghaiClock(new Date(link.since)) })}</span>;
}

/** "15:42", with the day before it when it is not today. */
export function momentText(at: number, now: Date, language: string): string {
  const then = new Date(at);
  const clock = shanghaiClock(then);
  return shanghaiDay(then) === shanghaiDay(now) ? clock : `${shortDay(shanghaiDay(then), language)} ${clock}`;
}

/** Says since when the line is lost and how old the picture is. Stands under the head until the line is back. */
export function OfflineBanner({ since, freshAt }: { since: number; freshAt: number | null }) {
  const { t, i18n } = useTranslation();
  const now = useClock();
  const seconds = Math.max(0, Math.round((now.getTime() - (freshAt ?? since)) / 1000));
  const age = seconds < 90 ? t('wall.age.seconds', { n: seconds })
    : seconds < 5400 ? t('wall.age.minutes', { n: Math.round(seconds / 60) })
    : seconds < 172_800 ? t('wall.age.hours', { n: Math.round(seconds / 3600) })
    : t('wall.age.days', { n: Math.round(seconds / 86_400) });
  const time = momentText(since, now, i18n.language);
  return (
    <div className="wall-banner" role="status">
      {freshAt === null ? t('wall.waitingFirst') : t('wall.offlineBanner', { time, fresh: momentText(freshAt, now, i18n.language), age })}
    </div>
  );
}
