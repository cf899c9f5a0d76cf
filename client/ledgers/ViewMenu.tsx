import { App, Button, Form, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useViewer } from '../access/session';
import { required } from '../forms/rules';
import { dropView, keepView, type SavedView, savedViews } from './savedViews';

/** Views kept under a name in this browser, and the link that keeps one anywhere. */
export function ViewMenu({ name }: { name: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} destroyOnHidden content={<Views name={name} onDone={() => setOpen(false)} />}>
      <Button>{t('ledgers.views')} ▾</Button>
    </Popover>
  );
}

function Views({ name, onDone }: { name: string; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { username } = useViewer();
  const { pathname, search } = useLocation();
  const [form] = Form.useForm<{ name: string }>();
  const [byHand, setByHand] = useState<string | null>(null);
  const [views, setViews] = useState<SavedView[]>(() => attempt(() => savedViews(username, localStorage)) ?? []);
  const change = (write: () => SavedView[]): boolean => {
    const now = attempt(write);
    if (now) setViews(now);
    else void message.warning(t('ledgers.storageFull'));
    return now !== null;
  };
  const copy = async () => {
    const link = window.location.origin + pathname + search;
    // Over plain http there is no clipboard to write to.
    try {
      await navigator.clipboard.writeText(link);
      void message.success(t('ledgers.copied'));
      onDone();
    } catch {
      setByHand(link);
    }
  };
  return (
    <div className="view-menu">
      {views.length === 0 ? <p className="second small">{t('ledgers.noViews')}</p> : (
        <ul>
          {views.map((view) => (
            <li key={view.name}>
              <Link to={view.address} onClick={onDone}>{view.name}</Link>
              <Button type="text" size="small" aria-label={t('ledgers.deleteView', { name: view.name })} onClick={() => change(() => dropView(username, view.name, localStorage))}>✕</Button>
            </li>
          ))}
        </ul>
      )}
      <Form form={form} layout="inline" initialValues={{ name }} onFinish={(values) => change(() => keepView(username, { name: values.name.trim(), address: pathname + search }, localStorage)) && void message.success(t('ledgers.saved', { name: values.name.trim() }))}>
        <Form.Item name="name" rules={[required(t('ledgers.viewNameNeed'))]}><Input aria-label={t('ledgers.viewName')} maxLength={40} /></Form.Item>
        <Button htmlType="submit" type="primary">{t('ledgers.saveView')}</Button>
      </Form>
      <Button block onClick={() => void copy()}>{t('ledgers.copy')}</Button>
      {byHand !== null && (
        <label className="by-hand small">
          {t('ledgers.copyHand')}
          <Input readOnly autoFocus value={byHand} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </div>
  );
}

/** What a browser that keeps nothing answers with an exception, as null. */
function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
