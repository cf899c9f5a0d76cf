import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SectionResultsDocument, type SectionResultsQuery, WaterIndicatorsDocument } from '../../graphql.generated';
import { Failure, Loading, Nothing } from '../../layout/states';
import { Section } from '../../projects/page/Section';
import { Digits } from '../Digits';
import { useWaterNews } from '../useWaterNews';
import { RangeTools } from './RangeTools';
import { ResultTable } from './ResultTable';
import type { HeadSection } from './SectionTop';
import type { Indicator } from './trend';
import { Trends } from './Trends';
import { rangeOf, type SectionView, type Span } from './view';

type Results = NonNullable<SectionResultsQuery['section']>['results'];
type Props = { section: HeadSection; view: SectionView; set: (change: Partial<SectionView>) => void; completions: readonly { completedOn: string; name: string }[] };

/** What a section measured in the chosen periods: charts, and the table of all of it. */
export function Measured({ section, view, set, completions }: Props) {
  const { t } = useTranslation();
  const measured = section.measured as Span[];
  const range = rangeOf(view, measured);
  const { data, previousData, error, refetch } = useQuery(SectionResultsDocument, { variables: { code: section.code, from: range?.from ?? '2000', to: range?.to ?? '2000', rounding: view.rounding }, skip: range === null });
  useWaterNews(() => { if (range) refetch().catch(() => undefined); });
  const limits = useQuery(WaterIndicatorsDocument, { variables: { waterBody: section.waterBody }, fetchPolicy: 'cache-first' });
  const indicators = limits.data?.waterIndicators as readonly Indicator[] | undefined;
  const results = ((data ?? previousData)?.section as { results: Results } | null | undefined)?.results.filter(({ period }) => range && period.length === range.from.length && period >= range.from && period <= range.to);
  const valued = results?.filter((result) => result.indicators.length > 0) ?? [];
  const failed = error ?? limits.error;
  return (
    <Digits rounding={view.rounding}>
      <Section title={t('water.measured')} sample={results?.some(({ sample }) => sample) ?? false} className="measured">
        <RangeTools view={view} range={range} measured={measured} set={set} />
        {failed && <Failure error={failed} retry={() => Promise.all([range ? refetch() : null, limits.refetch()])} />}
        {range === null ? <Nothing>{t('water.noneOfLength')}</Nothing>
          : !results || !indicators ? !failed && <Loading rows={5} />
          : valued.length === 0 ? <Nothing>{t(results.length ? 'water.onlyClasses' : 'water.noneInRange')}</Nothing>
          : <Trends results={valued} indicators={indicators} target={section.target} grain={view.grain} from={range.from} to={range.to} completions={completions} />}
      </Section>
      {results && indicators && results.length > 0 && <Section title={t('water.table')} note={t('water.tableNote', { count: results.length })}><ResultTable name={section.name} results={results} indicators={indicators} target={section.target} /></Section>}
    </Digits>
  );
}
