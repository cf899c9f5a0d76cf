import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useViewer } from '../../access/session';
import { SectionHeadDocument, type SectionHeadQuery, SectionWorksDocument, type SectionWorksQuery } from '../../graphql.generated';
import { mayRecordSamples } from '../../layout/nav';
import { useNames } from '../../layout/names';
import { Failure, Loading, Nothing } from '../../layout/states';
import { Section } from '../../projects/page/Section';
import { Digits } from '../Digits';
import { SampleSheet } from '../entry/SampleSheet';
import { useWaterNews } from '../useWaterNews';
import { BeforeAfter } from './BeforeAfter';
import { Measured } from './Measured';
import { type HeadSection, SectionTop } from './SectionTop';
import { readSection, sectionAddress } from './view';
import { WorksSection } from './WorksSection';
import '../../maps/maps.css';
import '../../projects/page/page.css';
import '../water.css';
import './section.css';

type Works = NonNullable<SectionWorksQuery['section']>;

/** /water/sections/:code: everything that is known of one section, and the works around it. */
export function SectionPage() {
  const { t } = useTranslation();
  const names = useNames();
  const code = useParams().code ?? '';
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const viewer = useViewer();
  const view = readSection(params);
  const [recording, setRecording] = useState(false);
  const head = useQuery(SectionHeadDocument, { variables: { code } });
  const works = useQuery(SectionWorksDocument, { variables: { code } });
  useWaterNews(() => {
    head.refetch().catch(() => undefined);
    works.refetch().catch(() => undefined);
  });
  const section = head.data?.section as SectionHeadQuery['section'] | undefined;
  const around = works.data?.section as Works | null | undefined;
  const title = section ? names(section) : t('water.title');
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`;
  }, [title, t]);
  if (section === undefined) return head.error ? <div className="page"><Failure error={head.error} retry={() => head.refetch()} /></div> : <Loading />;
  if (section === null) return <div className="page"><Nothing>{t('water.noSection', { code })}</Nothing><p><Link to="/water">{t('water.title')}</Link></p></div>;
  return (
    <Digits>
      <div className="page water-page">
        <SectionTop section={section as HeadSection} onRecord={mayRecordSamples(viewer) ? () => setRecording(true) : null} />
        <Measured key={section.code} section={section as HeadSection} view={view} set={(change) => void navigate(sectionAddress(code, { ...view, ...change }), { replace: true })}
          completions={(around?.completions ?? []).map(({ completedOn, project }) => ({ completedOn, name: project.name }))} />
        <Section title={t('water.beforeAfter')} note={t('water.beforeAfterNote')}>
          {works.error && !around ? <Failure error={works.error} retry={() => works.refetch()} /> : around ? <BeforeAfter effects={around.completions} /> : <Loading rows={3} />}
        </Section>
        <Section title={t('water.works')}>{around ? <WorksSection works={around} /> : !works.error && <Loading rows={3} />}</Section>
        <SampleSheet open={recording} onClose={() => setRecording(false)} section={section} />
      </div>
    </Digits>
  );
}
