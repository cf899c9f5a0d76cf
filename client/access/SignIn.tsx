import { Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { ActionForm } from '../forms/ActionForm';
import { required } from '../forms/rules';
import { useSending } from '../forms/useSending';
import { LoginDocument } from '../graphql.generated';
import { LanguageSwitch } from '../layout/LanguageSwitch';
import { DemoSignIns } from './DemoSignIns';
import { safeReturn } from './safeReturn';
import { changeViewer, hasArrived, homeOf, useSession } from './session';
import './access.css';

type Typed = { username: string; password: string };

export function SignIn() {
  const { t } = useTranslation();
  const session = useSession();
  const [search] = useSearchParams();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal } = useSending(LoginDocument);
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('shell.product')}`;
  }, [t]);

  useEffect(hasArrived, []);

  if (session.viewer) return <Navigate replace to={safeReturn(search.get('from')) ?? homeOf(session.viewer.role)} />;

  const signIn = async ({ username, password }: Typed) => {
    const answer = await send({ username: username.trim(), password });
    if (answer?.login) await changeViewer(session);
  };

  return (
    <main className={session.demonstration ? 'sign-in with-demo' : 'sign-in'}>
      <section className="sign-in-form" aria-labelledby="sign-in-title">
        <div className="sign-in-head">
          <h1 id="sign-in-title">{t('shell.product')}</h1>
          <LanguageSwitch />
        </div>
        <p className="second">{t('signIn.lead')}</p>
        <ActionForm form={form} busy={busy} refusal={refusal} submit={t('signIn.submit')} onSend={signIn}>
          <Form.Item name="username" label={t('signIn.username')} rules={[required(t('signIn.needUsername'))]}>
            <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus={!session.demonstration} />
          </Form.Item>
          <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('signIn.needPassword') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        </ActionForm>
      </section>
      {session.demonstration && <DemoSignIns />}
    </main>
  );
}
