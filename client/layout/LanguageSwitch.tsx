import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../apollo';
import { speak } from '../i18n';

/** One click between Chinese and English. What is on screen is asked again, since labels come from the server too. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const english = i18n.language.startsWith('en');
  const change = async () => {
    await speak(english ? 'zh' : 'en');
    await client.refetchQueries({ include: 'active' });
  };
  return (
    <Button type="text" lang={english ? 'zh-CN' : 'en'} onClick={() => void change()} aria-label={english ? '切换为中文' : 'Switch to English'}>
      {english ? '中文' : 'EN'}
    </Button>
  );
}
