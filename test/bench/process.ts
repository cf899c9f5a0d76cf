import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Started, Vitals } from './server';
import type { Store } from './store';

/** A script of this folder in a process of its own; ends with this one. */
export function startScript(name: string, args: readonly string[]): { child: ChildProcess; said<T>(): Promise<T> } {
  const child = fork(path.join(__dirname, name), [...args], { execArgv: ['--expose-gc', '--require', path.join(__dirname, 'register.cjs')], serialization: 'advanced' });
  const said = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${name} ended with ${code}`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message as T);
      });
    });
  return { child, said };
}

/** A server on a store, in a process of its own. */
export interface Served extends Started {
  /** What its process tells of itself since the last question. @param collect after its garbage is collected */
  vitals(collect?: boolean): Promise<Vitals>;
  stop(): Promise<void>;
}

export async function serve({ file }: Store): Promise<Served> {
  const { child, said } = startScript('server.ts', [file]);
  const started = await said<Started>();
  return {
    ...started,
    async vitals(collect = false) {
      child.send(collect ? 'collect' : 'vitals');
      return said<Vitals>();
    },
    stop: () => new Promise((resolve) => child.once('exit', () => resolve()).kill()),
  };
}
