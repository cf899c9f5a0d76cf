import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../access/session';
import { Sheet } from '../../forms/Sheet';
import { type WaterBody, WaterIndicatorsDocument } from '../../graphql.generated';
import { useNames } from '../../layout/names';
import { Failure, Loading } from '../../layout/states';
import { useRiverName } from '../../maps/useRiverName';
import { useDone } from '../../projects/actions/ActionSheet';
import type { Indicator } from '../section/trend';
import { SampleForm } from './SampleForm';

type Props = { open: boolean; onClose: () => void; section: { code: string; name: string; nameEn: string; river: string; waterBody: WaterBody } };

/** Where a sample is entered by hand. */
export function SampleSheet({ open, onClose, section }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const riverName = useRiverName();
  const { today } = useSession();
  const done = useDone(onClose);
  const { data, error, refetch } = useQuery(WaterIndicatorsDocument, { variables: { waterBody: section.waterBody }, fetchPolicy: 'cache-first', skip: !open });
  const indicators = data?.waterIndicators as readonly Indicator[] | undefined;
  return (
    <Sheet open={open} onClose={onClose} title={t('water.record')} subtitle={`${names(section)}　${riverName(section.river)}`}>
      {open && (indicators && today ? <SampleForm section={section} indicators={indicators} today={today} onDone={done} onCancel={onClose} /> : error ? <Failure error={error} retry={() => refetch()} /> : <Loading rows={6} />)}
    </Sheet>
  );
}
