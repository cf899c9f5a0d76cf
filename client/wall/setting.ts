import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { WallSettingDocument, type WallSettingQuery } from '../graphql.generated';

/** What the wall knows of the programme besides its maps. */
export interface WallSetting {
  names: { city: string; name: string; nameEn: string };
  firstDay: string | null;
  targetDate: string | null;
  today: string | null;
  demonstration: boolean;
  sample: boolean;
  sampleNote: string | null;
  sectors: NonNullable<WallSettingQuery['sectors']>;
  categories: NonNullable<WallSettingQuery['categories']>;
  lists: NonNullable<WallSettingQuery['lists']>;
}

const EMPTY: WallSetting = {
  names: { city: '', name: '', nameEn: '' }, firstDay: null, targetDate: null, today: null, demonstration: false, sample: false, sampleNote: null, sectors: [], categories: [], lists: [],
};

const HOUR = 3_600_000;

/** The programme's names and days. Read again every hour, sooner while the server has not answered: a wall runs for months. */
export function useWallSetting(): WallSetting {
  const { data, refetch } = useQuery(WallSettingDocument, { fetchPolicy: 'cache-and-network', errorPolicy: 'all' });
  const known = Boolean(data?.programme);
  useEffect(() => {
    const timer = setInterval(() => { refetch().catch(() => undefined); }, known ? HOUR : 10_000);
    return () => clearInterval(timer);
  }, [known, refetch]);
  if (!data) return EMPTY;
  const { programme, demonstration, today } = data;
  return {
    names: { city: programme?.city ?? '', name: programme?.name ?? '', nameEn: programme?.nameEn ?? '' },
    firstDay: programme?.firstDay ?? null,
    targetDate: programme?.targetDate ?? null,
    today: today ?? null,
    demonstration: Boolean(demonstration),
    sample: Boolean(programme?.sampleNote),
    sampleNote: programme?.sampleNote ?? null,
    sectors: data.sectors ?? [],
    categories: data.categories ?? [],
    lists: data.lists ?? [],
  } as WallSetting;
}
