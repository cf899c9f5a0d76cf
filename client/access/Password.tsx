import { App, Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ActionForm } from '../forms/ActionForm';
import { useSending } from '../forms/useSending';
import { ChangePasswordDocument } from '../graphql.generated';
import { PASSWORD_LENGTH } from './passwordRule';

type Typed = { current: string; new: string; again: string };

/** Changing one's own password. */
export function Password() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal } = useSending(ChangePasswordDocument);
  useEffect(() => {
    document.title = `${t('password.title')} · ${t('shell.product')}`;
  }, [t]);

  const change = async (values: Typed) => {
    const answer = await send({ current: values.current, new: values.new });
    if (!answer?.changePassword) return;
    void message.success(t('password.done'));
    await navigate('/');
  };

  return (
    <div className="page narrow">
      <div className="page-head"><h1>{t('password.title')}</h1></div>
      <p className="second">{t('password.hint')}</p>
      <ActionForm form={form} busy={busy} refusal={refusal} submit={t('password.submit')} onSend={change} onCancel={() => void navigate(-1)}>
        <Form.Item name="current" label={t('password.current')} rules={[{ required: true, message: t('password.need') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="new" label={t('password.next')} rules={[{ required: true, message: t('password.need') }, { min: PASSWORD_LENGTH, message: t('password.tooShort', { count: PASSWORD_LENGTH }) }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('password.again')}
          dependencies={['new']}
          rules={[
            { required: true, message: t('password.need') },
            ({ getFieldValue }) => ({ validator: (_, value: string) => (!value || value === getFieldValue('new') ? Promise.resolve() : Promise.reject(new Error(t('password.mismatch')))) }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </ActionForm>
    </div>
  );
}
