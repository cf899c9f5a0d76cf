import { App, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../forms/ActionForm';
import { useOnceKey } from '../forms/onceKey';
import { chosen, required } from '../forms/rules';
import { useSending } from '../forms/useSending';
import { CreateUserDocument, type Role, UpdateUserDocument, type UserRowFragment, type UsersQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import { PASSWORD_LENGTH } from './passwordRule';

export type UserFormKind = 'create' | 'edit' | 'password' | 'disable' | 'enable';

type Typed = { username: string; password: string; role: Role; region: string | null; department: string | null };

type Props = {
  kind: UserFormKind;
  user: UserRowFragment | null;
  regions: NonNullable<UsersQuery['regions']>;
  departments: NonNullable<UsersQuery['departments']>;
  onCancel: () => void;
  onDone: () => void;
};

const ROLES: readonly Role[] = ['TASK_FORCE', 'LEADER', 'DEPARTMENT', 'COUNTY', 'KIOSK', 'ADMIN'];

/** Makes an account, or changes one thing about it: role, password, or whether it may sign in. */
export function UserForm({ kind, user, regions, departments, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const [key] = useOnceKey();
  const creating = useSending(CreateUserDocument);
  const updating = useSending(UpdateUserDocument);
  const { busy, refusal } = kind === 'create' ? creating : updating;
  const role = Form.useWatch('role', form);

  const save = async (values: Typed) => {
    const place = { role: values.role, region: values.role === 'COUNTY' ? values.region : null, department: values.role === 'DEPARTMENT' ? values.department : null };
    if (kind === 'create') {
      const answer = await creating.send({ input: { username: values.username.trim(), password: values.password, ...place, idempotencyKey: key } });
      if (!answer?.createUser) return;
      void message.success(t('users.created', { name: values.username.trim() }));
      return onDone();
    }
    const change = kind === 'edit' ? place : kind === 'password' ? { password: values.password } : { disabled: kind === 'disable' };
    const answer = await updating.send({ input: { id: user!.id, ...change, idempotencyKey: key } });
    if (!answer?.updateUser) return;
    void message.success(t('users.updated', { name: user!.username }));
    onDone();
  };

  const initial = { role: user?.role as Role, region: user?.region?.adcode ?? null, department: user?.department?.code ?? null };
  return (
    <ActionForm
      form={form}
      initialValues={kind === 'edit' ? initial : {}}
      busy={busy}
      refusal={refusal}
      submit={t(kind === 'disable' ? 'users.disable' : kind === 'enable' ? 'users.enable' : 'users.save')}
      danger={kind === 'disable'}
      onSend={save}
      onCancel={onCancel}
    >
      {kind === 'disable' && <p>{t('users.disableMeans')}</p>}
      {kind === 'enable' && <p>{t('users.enableMeans')}</p>}
      {kind === 'create' && (
        <Form.Item name="username" label={t('users.username')} rules={[required(t('users.needUsername'))]}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      )}
      {(kind === 'create' || kind === 'password') && (
        <Form.Item name="password" label={t('users.password')} extra={t('users.passwordMeans')} rules={[{ required: true, message: t('password.need') }, { min: PASSWORD_LENGTH, message: t('password.tooShort', { count: PASSWORD_LENGTH }) }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      )}
      {(kind === 'create' || kind === 'edit') && (
        <>
          <Form.Item name="role" label={t('users.role')} rules={[chosen(t('users.needRole'))]}>
            <Select options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} />
          </Form.Item>
          {role === 'COUNTY' && (
            <Form.Item name="region" label={t('users.region')} rules={[chosen(t('users.needRegion'))]}>
              <Select showSearch={{ optionFilterProp: 'label' }} options={regions.map((region) => ({ value: region.adcode, label: names(region) }))} />
            </Form.Item>
          )}
          {role === 'DEPARTMENT' && (
            <Form.Item name="department" label={t('users.department')} rules={[chosen(t('users.needDepartment'))]}>
              <Select showSearch={{ optionFilterProp: 'label' }} options={departments.map((department) => ({ value: department.code, label: names(department) }))} />
            </Form.Item>
          )}
        </>
      )}
    </ActionForm>
  );
}
