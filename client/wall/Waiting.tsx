import { useTranslation } from 'react-i18next';
import type { LinkState } from '../live';
import { Head } from './Head';
import type { WallSetting } from './setting';

/** The wall before its first picture. */
export function Waiting({ setting, which, link, freshAt }: { setting: WallSetting; which: 'progress' | 'distribution' | 'water'; link: LinkState; freshAt: number | null }) {
  const { t } = useTranslation();
  return (
    <>
      <Head title={setting.names.city ? t(`wall.title.${which}`, setting.names) : ''} day={setting.today} demonstration={setting.demonstration} link={link} freshAt={freshAt} />
      <p className="wall-waiting">{t('wall.waitingFirst')}</p>
    </>
  );
}
