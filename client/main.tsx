import './layout/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import './i18n';
import { themeStyle } from './theme/tokens';

// Desk pages wear the day scheme; the wall puts its own on itself.
for (const [name, value] of Object.entries(themeStyle('day'))) document.documentElement.style.setProperty(name, String(value));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
