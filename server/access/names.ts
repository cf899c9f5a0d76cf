import { refuse } from '../api/refusal';
import { Role } from '../api/identity';

const USERNAME = /^[\p{L}\p{N}._-]{2,40}$/u;
const PASSWORD_LEAST = 8;
const PASSWORD_MOST = 200;

/** What guessers try first, of those that are long enough. */
const COMMON = new Set([
  'password', 'password1', 'password12', 'password123', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'qwertyui', 'qwertyuiop', 'qwerty123', 'qwer1234', '1qaz2wsx', '1q2w3e4r',
  '12345678', '123456789', '1234567890', '0123456789', '87654321', '123123123', 'a1234567', 'a12345678', 'a123456789', 'abcd1234', 'abc12345', 'asdfghjkl',
  'woaini1314', '5201314520', 'iloveyou', 'admin123', 'admin1234', 'admin888', 'administrator',
]);

/** The one form of a user name that tells accounts apart. */
export const usernameKey = (username: string): string => username.normalize('NFKC').toLowerCase();

/**
 * A user name as it may stand.
 * @throws Refusal USERNAME_FORM naming `field`.
 */
export function checkUsername(text: string, field: string): string {
  const username = text.trim();
  if (!USERNAME.test(username) || !USERNAME.test(usernameKey(username))) throw refuse('USERNAME_FORM', { field });
  return username;
}

/** @throws Refusal naming `field` when the password is too short, too long, or among the first that a guesser tries. */
export function checkPassword(password: string, username: string, field: string): void {
  const length = [...password].length;
  if (length < PASSWORD_LEAST) throw refuse('PASSWORD_SHORT', { field, least: PASSWORD_LEAST });
  if (length > PASSWORD_MOST) throw refuse('TEXT_TOO_LONG', { field, length, limit: PASSWORD_MOST });
  const plain = usernameKey(password);
  if (plain === usernameKey(username) || COMMON.has(plain) || new Set(plain).size < 3) throw refuse('PASSWORD_WEAK', { field });
}

/** What a role is called in the change record. */
export const roleName: Readonly<Record<Role, string>> = {
  ADMIN: '系统管理员',
  TASK_FORCE: '专班办公室',
  DEPARTMENT: '部门',
  COUNTY: '县（市、区）',
  LEADER: '领导',
  KIOSK: '大屏',
};
