import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, flag, instant, integer, table, text } from './table';

const user = (name: string): Record<string, [string, string]> => ({ [`fk_${name}_user`]: ['user_id', 'user_account'] });

const tables = [
  table(
    'user_account',
    {
      username: text(40), username_key: text(40), role: text(20), region_id: [integer, 'null'], department_id: [integer, 'null'], disabled: flag,
      origin: text(20), password_hash: [text(200), 'null'], last_sign_in_at: [instant, 'null'], access_version: integer,
    },
    { indices: { ux_user_account_username_key: ['username_key'] } },
  ),
  table(
    'session',
    { token_hash: text(64), user_id: integer, created_at: bigint, last_seen_at: bigint, expires_at: bigint, revoked_at: [bigint, 'null'] },
    { indices: { ux_session_token_hash: ['token_hash'], ix_session_user: ['user_id'], ix_session_expires_at: ['expires_at'] }, references: user('session') },
  ),
  table(
    'api_token',
    { name: text(60), token_hash: text(64), user_id: integer, created_at: bigint, last_used_at: [bigint, 'null'], revoked_at: [bigint, 'null'] },
    { indices: { ux_api_token_hash: ['token_hash'], ix_api_token_user: ['user_id'] }, references: user('api_token') },
  ),
  table(
    'known_device',
    { device_hash: text(64), user_id: integer, last_sign_in_at: bigint },
    { indices: { ux_known_device: ['device_hash', 'user_id'], ix_known_device_user: ['user_id'] }, references: user('known_device') },
  ),
  table('sign_in_guard', { guard_key: text(64), failures: text(200), updated_at: bigint }, { key: ['guard_key'], indices: { ix_sign_in_guard_updated_at: ['updated_at'] } }),
];

/** Accounts, sessions, tokens, browsers that signed in before, and counts of failed sign-ins. */
export class Access1700000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const one of tables) await runner.createTable(one.clone(), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const one of [...tables].reverse()) await runner.dropTable(one.name);
  }
}
