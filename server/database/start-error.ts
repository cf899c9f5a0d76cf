/** Why the program cannot start or a command cannot run: one clear line for the operator, exit code 1. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
