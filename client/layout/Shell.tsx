import { Button, Drawer, Dropdown } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { useSession, useViewer } from '../access/session';
import { useSignOut } from '../access/useSignOut';
import { chooseDeskTheme, useDeskTheme } from '../theme/deskTheme';
import { longDay, weekday } from '../format/days';
import { ErrorBoundary } from './ErrorBoundary';
import { LanguageSwitch } from './LanguageSwitch';
import { useNames } from './names';
import { pagesBeside, placesOf } from './nav';
import { Loading } from './states';
import { usePhone } from './usePhone';
import './shell.css';

/** What stands around every page but the wall and the sign-in: name, places, the day, the language, the user. */
export function Shell() {
  const { t } = useTranslation();
  const phone = usePhone();
  const { pathname } = useLocation();
  return (
    <>
      <a className="skip" href="#main">{t('shell.skip')}</a>
      <header className={phone ? 'head head-phone' : 'head'}>
        <Link to="/" className="brand" aria-label={t('shell.home')}>{t('shell.product')}</Link>
        {phone ? <PhoneMenu /> : <DeskMenu />}
      </header>
      <PagesBeside />
      <main id="main" tabIndex={-1}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}

/** A row below the header: the pages of a place that has several. */
function PagesBeside() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const pages = pagesBeside(pathname);
  if (!pages.length) return null;
  return (
    <nav className="beside no-print" aria-label={t('shell.beside')}>
      {pages.map(({ to, text }) => <NavLink key={to} to={to} end={pages.some((other) => other.to.startsWith(`${to}/`))}>{t(text)}</NavLink>)}
    </nav>
  );
}

/** The office's day; in demonstration mode marked as such. */
function Today({ short = false }: { short?: boolean }) {
  const { t, i18n } = useTranslation();
  const { today, demonstration } = useSession();
  if (!today) return null;
  return (
    <span className="today">
      {longDay(today, i18n.language)}
      {!short && ` ${weekday(today, i18n.language)}`}
      {demonstration && <span className="demo" title={t('shell.demonstrationMeans')}>{t('shell.demonstration')}</span>}
    </span>
  );
}

function Places({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const places = placesOf(viewer.role);
  return (
    <nav aria-label={t('shell.places')}>
      {places.map(({ to, text }) => (
        // A place within another one is marked alone.
        <NavLink key={to} to={to} end={places.some((other) => other.to.startsWith(`${to}/`))} {...(onGo && { onClick: onGo })}>{t(text)}</NavLink>
      ))}
    </nav>
  );
}

function useWho(): string {
  const { t } = useTranslation();
  const names = useNames();
  const viewer = useViewer();
  return names(viewer.region) || names(viewer.department) || t(`role.${viewer.role}`);
}

function DeskMenu() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const who = useWho();
  const signOut = useSignOut();
  const theme = useDeskTheme();
  return (
    <>
      <Places />
      <div className="right">
        <Today />
        <LanguageSwitch />
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'who', disabled: true, label: `${viewer.username} · ${t(`role.${viewer.role}`)}` },
              { key: 'theme', label: t(theme === 'night' ? 'shell.toDay' : 'shell.toNight'), onClick: () => chooseDeskTheme(theme === 'night' ? 'day' : 'night') },
              { key: 'password', label: <Link to="/password">{t('shell.password')}</Link> },
              { key: 'out', label: t('shell.signOut'), onClick: () => void signOut() },
            ],
          }}
        >
          <Button type="text" className="user" aria-label={t('shell.userMenu', { who })}>{who} ▾</Button>
        </Dropdown>
      </div>
    </>
  );
}

function PhoneMenu() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const who = useWho();
  const signOut = useSignOut();
  const theme = useDeskTheme();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <Today short />
      <Button type="text" size="large" className="menu" aria-label={t('shell.menu')} aria-expanded={open} onClick={() => setOpen(true)}>
        <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true"><path d="M2 5h18M2 11h18M2 17h18" stroke="currentColor" strokeWidth="2" strokeLinecap="round" /></svg>
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} placement="right" size={280} title={who} rootClassName="phone-menu">
        <Places onGo={() => setOpen(false)} />
        <hr />
        <p className="second">{viewer.username} · {t(`role.${viewer.role}`)}</p>
        <Button type="link" className="row" onClick={() => chooseDeskTheme(theme === 'night' ? 'day' : 'night')}>{t(theme === 'night' ? 'shell.toDay' : 'shell.toNight')}</Button>
        <Link className="row" to="/password">{t('shell.password')}</Link>
        <Button type="link" className="row" onClick={() => void signOut()}>{t('shell.signOut')}</Button>
        <LanguageSwitch />
      </Drawer>
    </>
  );
}
