import { useQuery } from '@apollo/client/react';
import { Button, Input, Table, type TableColumnsType } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../forms/Sheet';
import { instant } from '../format/days';
import { type UserRowFragment, UsersDocument } from '../graphql.generated';
import { useNames } from '../layout/names';
import { Failure, Loading, Nothing } from '../layout/states';
import { usePhone } from '../layout/usePhone';
import { UserForm, type UserFormKind } from './UserForm';
import { useViewer } from './session';
import './access.css';

const TITLES: Record<UserFormKind, string> = { create: 'users.create', edit: 'users.editTitle', password: 'users.passwordTitle', disable: 'users.disableAsk', enable: 'users.enableAsk' };

type Opened = { kind: UserFormKind; user: UserRowFragment | null };

/** Accounts: who may sign in, as what, since when. */
export function Users() {
  const { t } = useTranslation();
  const phone = usePhone();
  const { data, error, refetch } = useQuery(UsersDocument, { fetchPolicy: 'cache-and-network' });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [wanted, setWanted] = useState('');
  const users = data?.users as UserRowFragment[] | null | undefined;
  useEffect(() => {
    document.title = `${t('users.title')} · ${t('shell.product')}`;
  }, [t]);
  const shown = useMemo(() => {
    const text = wanted.trim().toLowerCase();
    return (users ?? []).filter((user) => [user.username, user.region?.name, user.region?.nameEn, user.department?.name, user.department?.nameEn].some((part) => part?.toLowerCase().includes(text)));
  }, [users, wanted]);

  if (error && !users) return <div className="page"><Failure error={error} retry={() => refetch()} /></div>;
  if (!users) return <Loading />;
  const open = (kind: UserFormKind, user: UserRowFragment | null) => setOpened({ kind, user });
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{t('users.title')}</h1>
          <p className="second">{t('users.lead')}</p>
        </div>
        <Button type="primary" onClick={() => open('create', null)}>{t('users.create')}</Button>
      </div>
      <Input.Search className="user-search" allowClear value={wanted} onChange={(event) => setWanted(event.target.value)} placeholder={t('users.search')} aria-label={t('users.search')} />
      {shown.length === 0 ? <Nothing>{t('users.empty')}</Nothing> : phone ? <Cards users={shown} open={open} /> : <UserTable users={shown} open={open} />}
      <Sheet open={opened !== null} onClose={() => setOpened(null)} title={opened ? t(TITLES[opened.kind], { name: opened.user?.username }) : ''}>
        {opened && (
          <UserForm
            kind={opened.kind}
            user={opened.user}
            regions={data?.regions ?? []}
            departments={data?.departments ?? []}
            onCancel={() => setOpened(null)}
            onDone={() => {
              setOpened(null);
              void refetch();
            }}
          />
        )}
      </Sheet>
    </div>
  );
}

type Listed = { users: UserRowFragment[]; open: (kind: UserFormKind, user: UserRowFragment) => void };

function UserTable({ users, open }: Listed) {
  const { t } = useTranslation();
  const names = useNames();
  const columns: TableColumnsType<UserRowFragment> = [
    { title: t('users.username'), dataIndex: 'username', sorter: (a, b) => a.username.localeCompare(b.username) },
    { title: t('users.role'), dataIndex: 'role', render: (role: UserRowFragment['role']) => t(`role.${role}`) },
    { title: `${t('users.region')} / ${t('users.department')}`, render: (_, user) => names(user.region) || names(user.department) || '—' },
    { title: t('users.lastSignIn'), dataIndex: 'lastSignInAt', className: 'nowrap', render: (at: string | null) => (at ? instant(at) : <span className="second">{t('users.never')}</span>) },
    { title: t('users.state'), render: (_, user) => <UserState user={user} /> },
    { title: t('users.actions'), align: 'right', render: (_, user) => <UserActions user={user} open={open} /> },
  ];
  return <Table<UserRowFragment> rowKey="id" size="middle" columns={columns} dataSource={users} pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }} />;
}

function Cards({ users, open }: Listed) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <ul className="user-cards">
      {users.map((user) => (
        <li key={user.id}>
          <p><b>{user.username}</b> <UserState user={user} /></p>
          <p className="second">{t(`role.${user.role}`)} {names(user.region) || names(user.department)}</p>
          <p className="second small">{t('users.lastSignIn')} {user.lastSignInAt ? instant(user.lastSignInAt) : t('users.never')}</p>
          <UserActions user={user} open={open} />
        </li>
      ))}
    </ul>
  );
}

function UserState({ user }: { user: UserRowFragment }) {
  const { t } = useTranslation();
  return user.disabled ? <b className="user-off">{t('users.disabled')}</b> : <span className="second">{t('users.enabled')}</span>;
}

function UserActions({ user, open }: { user: UserRowFragment; open: Listed['open'] }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  return (
    <span className="user-actions">
      <Button type="link" onClick={() => open('edit', user)}>{t('users.edit')}</Button>
      <Button type="link" onClick={() => open('password', user)}>{t('users.setPassword')}</Button>
      {user.disabled ? (
        <Button type="link" onClick={() => open('enable', user)}>{t('users.enable')}</Button>
      ) : (
        <Button type="link" danger disabled={user.username === viewer.username} onClick={() => open('disable', user)}>{t('users.disable')}</Button>
      )}
    </span>
  );
}
