import { EventEmitter } from 'node:events';
import type { Redis } from 'ioredis';

/** Rings after a commit. It says only "look": readers then read the change records after the last number they have seen. */
export interface Bell {
  ring(): void;
  /** @returns a function that stops listening. */
  listen(listener: () => void): () => void;
  close(): Promise<void>;
}

/** A bell within this process. */
export function localBell(): Bell {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    ring: () => void emitter.emit('ring'),
    listen(listener) {
      emitter.on('ring', listener);
      return () => void emitter.off('ring', listener);
    },
    close: async () => void emitter.removeAllListeners(),
  };
}

const CHANNEL = 'yihong:changes';

/**
 * A bell between servers, through Redis. While Redis is away it still rings here, and the others find the change by
 * their slow poll: a lost notice delays, never loses.
 */
export async function redisBell(url: string, onTrouble: (error: Error) => void): Promise<Bell> {
  const { Redis: Client } = await import('ioredis');
  const options = { maxRetriesPerRequest: null, enableOfflineQueue: false, retryStrategy: (times: number) => Math.min(5000, times * 200) };
  const publisher: Redis = new Client(url, options);
  const subscriber: Redis = new Client(url, { ...options, enableOfflineQueue: true });
  publisher.on('error', onTrouble);
  subscriber.on('error', onTrouble);
  const local = localBell();
  subscriber.on('message', () => local.ring());
  void subscriber.subscribe(CHANNEL).catch(onTrouble);
  return {
    ring() {
      local.ring();
      void publisher.publish(CHANNEL, '1').catch(onTrouble);
    },
    listen: (listener) => local.listen(listener),
    async close() {
      await local.close();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
