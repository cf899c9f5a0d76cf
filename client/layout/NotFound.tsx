import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <h1>{t('state.noPage')}</h1>
      <p><Link to="/">{t('state.toStart')}</Link></p>
    </div>
  );
}
