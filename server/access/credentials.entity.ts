import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { IntColumn, SequenceColumn, TextColumn } from '../database/columns';
import { User } from './user.entity';

// None of these is a fact of the programme: they stand in no change record. Instants are epoch milliseconds, so that one
// plain statement can compare them on both engines.

/** A signed-in browser. Only the hash of its token is kept. */
@Entity('session')
@Index('ux_session_token_hash', ['tokenHash'], { unique: true })
@Index('ix_session_user', ['userId'])
@Index('ix_session_expires_at', ['expiresAt'])
export class Session {
  @PrimaryGeneratedColumn()
  id: number;

  @TextColumn(64, { name: 'token_hash' })
  tokenHash: string;

  @IntColumn({ name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_session_user' })
  user?: Relation<User>;

  @SequenceColumn({ name: 'created_at' })
  createdAt: number;

  /** To some minutes: it is not written at every request. */
  @SequenceColumn({ name: 'last_seen_at' })
  lastSeenAt: number;

  @SequenceColumn({ name: 'expires_at' })
  expiresAt: number;

  @SequenceColumn({ name: 'revoked_at', nullable: true })
  revokedAt: number | null;
}

/** A program's access to an account, made and revoked on the command line. */
@Entity('api_token')
@Index('ux_api_token_hash', ['tokenHash'], { unique: true })
@Index('ix_api_token_user', ['userId'])
export class ApiToken {
  @PrimaryGeneratedColumn()
  id: number;

  @TextColumn(60)
  name: string;

  @TextColumn(64, { name: 'token_hash' })
  tokenHash: string;

  @IntColumn({ name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_api_token_user' })
  user?: Relation<User>;

  @SequenceColumn({ name: 'created_at' })
  createdAt: number;

  /** To some minutes, like a session's. */
  @SequenceColumn({ name: 'last_used_at', nullable: true })
  lastUsedAt: number | null;

  @SequenceColumn({ name: 'revoked_at', nullable: true })
  revokedAt: number | null;
}

/** A browser that signed in to an account before: strangers who guess at the account do not use up its tries. */
@Entity('known_device')
@Index('ux_known_device', ['deviceHash', 'userId'], { unique: true })
@Index('ix_known_device_user', ['userId'])
export class KnownDevice {
  @PrimaryGeneratedColumn()
  id: number;

  @TextColumn(64, { name: 'device_hash' })
  deviceHash: string;

  @IntColumn({ name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_known_device_user' })
  user?: Relation<User>;

  @SequenceColumn({ name: 'last_sign_in_at' })
  lastSignInAt: number;
}

/** The failed sign-ins of the last minutes under one key: an account, known or not, and where they came from. */
@Entity('sign_in_guard')
@Index('ix_sign_in_guard_updated_at', ['updatedAt'])
export class SignInGuard {
  /** SHA-256 of what is guarded: names that were tried are not kept. */
  @PrimaryColumn({ type: 'varchar', length: 64, name: 'guard_key' })
  guardKey: string;

  /** Epoch milliseconds of each, comma-separated, oldest first. */
  @TextColumn(200)
  failures: string;

  @SequenceColumn({ name: 'updated_at' })
  updatedAt: number;
}
