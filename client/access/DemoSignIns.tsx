import { useQuery } from '@apollo/client/react';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSending } from '../forms/useSending';
import { longDay } from '../format/days';
import { DemoLoginDocument, DemoSignInsDocument, type DemoSignInsQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import { Failure } from '../layout/states';
import { changeViewer, useSession } from './session';

type SignInOffer = NonNullable<DemoSignInsQuery['demonstration']>['signIns'][number];

const GROUPS: { key: string; roles: readonly string[] }[] = [
  { key: 'office', roles: ['LEADER', 'TASK_FORCE'] },
  { key: 'departments', roles: ['DEPARTMENT'] },
  { key: 'counties', roles: ['COUNTY'] },
  { key: 'screens', roles: ['KIOSK', 'ADMIN'] },
];

/** Says that this is a demonstration, and signs in with one click where the server allows it from here. */
export function DemoSignIns() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery(DemoSignInsDocument);
  const demonstration = data?.demonstration as DemoSignInsQuery['demonstration'];
  if (error) return <Failure error={error} retry={() => refetch()} />;
  if (!demonstration) return null;
  return (
    <section className="demo-sign-ins" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('signIn.demo')}</h2>
      <p className="second">{t('signIn.demoLead', { day: longDay(demonstration.lastDay, i18n.language) })}</p>
      {demonstration.oneClick ? <Offers offers={demonstration.signIns} /> : <Alert type="info" showIcon title={t('signIn.noClick')} />}
    </section>
  );
}

function Offers({ offers }: { offers: SignInOffer[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const session = useSession();
  const { send, busy, refusal } = useSending(DemoLoginDocument);
  const [chosen, setChosen] = useState<string | null>(null);

  const signIn = async (username: string) => {
    setChosen(username);
    const answer = await send({ username });
    if (answer?.demoLogin) await changeViewer(session);
  };

  return (
    <>
      <p>{t('signIn.oneClick')}</p>
      {refusal && <Alert className="gap" type="error" showIcon role="alert" title={refusal.message} />}
      {GROUPS.map(({ key, roles }) => {
        const inGroup = roles.flatMap((role) => offers.filter((offer) => offer.role === role));
        if (inGroup.length === 0) return null;
        return (
          <div key={key} className="offers" role="group" aria-label={t(`signIn.groups.${key}`)}>
            <h3>{t(`signIn.groups.${key}`)}</h3>
            <div>
              {inGroup.map((offer) => {
                const who = names(offer.region, true) || names(offer.department) || t(`role.${offer.role}`);
                return (
                  <Button key={offer.username} title={offer.username} aria-label={t('signIn.as', { who })} loading={busy && chosen === offer.username} disabled={busy} onClick={() => void signIn(offer.username)}>
                    {who}
                  </Button>
                );
              })}
            </div>
          </div>
        );
      })}
    </>
  );
}
