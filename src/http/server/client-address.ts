import type { Request } from 'express';
import { AddressFilter, normaliseAddress } from '../../runtime/address-filter';
import { isProbe } from './probes';
import type { Origin } from '../action';

/** Whether an address, as written in `X-Forwarded-For`, is a trusted proxy; false when no proxy is trusted. */
export type Trust = ((hop: string | undefined) => boolean) | false;

/** @param proxies addresses and CIDR blocks */
export function trustIn(proxies: readonly string[]): Trust {
  const filter = proxies.length > 0 && AddressFilter.parse(proxies.join(' '));
  return filter ? hop => filter.allows(readHop(hop)) : false;
}

/**
 * The only place that decides on the address of a client. Express reads `X-Forwarded-For` from its end for as long as
 * `trust`, its setting "trust proxy", accepts the address; each item is parsed here.
 */
export function originOf(request: Request, trust: Trust): Origin {
  const peer = normaliseAddress(request.socket.remoteAddress);
  if (!trust || !trust(peer)) return { address: peer, provenAddress: peer };
  const [client, via] = request.ips;
  const named = readHop(client);
  if (named !== '') return { address: named, provenAddress: named };
  // Proxies also call health and metrics on their own behalf.
  const isProxys = request.headers['x-forwarded-for'] === undefined && isProbe(request);
  return { address: readHop(via) || peer, provenAddress: isProxys ? peer : '' };
}

/**
 * Parses one item of `X-Forwarded-For` as proxies write it: an address, with a port, in brackets, in quotes.
 * @returns the normalised address, or empty when it is no address, such as `unknown`
 */
function readHop(hop = ''): string {
  const bare = hop
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const [, inBrackets, beforePort] = /^(?:\[(.*)\]|([\d.]+))(?::\d{1,5})?$/.exec(bare) ?? [];
  return normaliseAddress(inBrackets ?? beforePort ?? bare);
}
