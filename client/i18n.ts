import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import * as texts from './texts';

export type Language = 'zh' | 'en';
const KEPT_AS = 'yihong.language';

function kept(): Language {
  try {
    return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function follow(language: string): void {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
}

/** Changes the language of the screen at once, and remembers it in this browser. */
export async function speak(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // A browser that keeps nothing still changes the language for this visit.
  }
  await i18n.changeLanguage(language);
}

void i18n.use(initReactI18next).init({
  lng: kept(),
  fallbackLng: 'zh',
  resources: { zh: { translation: texts.zh }, en: { translation: texts.en } },
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
});
follow(i18n.language);
i18n.on('languageChanged', follow);

export default i18n;
