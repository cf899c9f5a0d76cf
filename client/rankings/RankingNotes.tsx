import { useTranslation } from 'react-i18next';
import type { RankingPartsFragment } from '../graphql.generated';
import { useNames } from '../layout/names';

/** What has to be said under a ranking: against what it changed, who has no figure, where it comes from. */
export function RankingNotes({ ranking: { indicator, base, rows, missing } }: { ranking: RankingPartsFragment }) {
  const { t } = useTranslation();
  const names = useNames();
  const given = rows.filter(({ changeGiven }) => changeGiven).length;
  const reckoned = rows.some(({ change, changeGiven }) => change !== null && !changeGiven);
  const sources = [...new Set(rows.flatMap(({ source }) => source ?? []))];
  return (
    <div className="ranking-notes second">
      <p>{t(`rankings.aim.${indicator.aim}`)}</p>
      {reckoned && base && <p>{t('rankings.against', { base: names(base) })}</p>}
      {given > 0 ? <p>{t(reckoned ? 'rankings.partlyGiven' : 'rankings.given')}</p> : !reckoned && <p>{t('rankings.noChange')}</p>}
      {missing.length > 0 && <p>{t('rankings.missing', { regions: missing.map((region) => names(region)).join('、') })}</p>}
      {sources.map((source) => <p key={source}>{t('rankings.source', { source })}</p>)}
      {indicator.note && <p>{indicator.note}</p>}
    </div>
  );
}
