import type { IncomingMessage } from 'node:http';

const LOOPBACK_ADDRESS = /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;
const LOOPBACK_NAME = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
/** What proxies add; one on this machine would make everybody look like a neighbour. */
const FORWARDING = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

const isForwarded = ({ headers }: IncomingMessage): boolean => FORWARDING.some((name) => name in headers);

/** Whether the connection comes from this very machine and through no proxy. */
const isNeighbour = (request: IncomingMessage): boolean => LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '') && !isForwarded(request);

/** Whether a person at this very machine opened it by its own name; another name may have been pointed here by a stranger. */
export const isLocal = (request: IncomingMessage): boolean => isNeighbour(request) && LOOPBACK_NAME.test(request.headers.host ?? '');

/** Whether the connection comes from this machine under whatever address: a server may listen on the office's only. */
export const isSameMachine = (request: IncomingMessage): boolean => {
  const { remoteAddress, localAddress } = request.socket;
  return isNeighbour(request) || (remoteAddress !== undefined && remoteAddress === localAddress && !isForwarded(request));
};
