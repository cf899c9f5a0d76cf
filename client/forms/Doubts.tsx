import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** What may be worth a second look before a form is sent. It does not keep anybody from sending. */
export function Doubts({ says }: { says: readonly string[] }) {
  const { t } = useTranslation();
  if (says.length === 0) return null;
  return <Alert className="told" type="warning" showIcon role="status" title={t('form.doubts')} description={says.map((one) => <p key={one} className="doubt">{one}</p>)} />;
}
