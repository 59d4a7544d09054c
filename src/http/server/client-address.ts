import type { Request } from 'express';
import { AddressFilter, normaliseAddress } from '../../runtime/address-filter';
import { isProbe } from './probes';
import type { Origin } from '../action';

/** Whether an address, as `X-Forwarded-For` has it, is that of a proxy who may name others; false: there is none. */
export type Trust = ((hop: string | undefined) => boolean) | false;

/** @param proxies addresses and CIDR blocks */
export function trustIn(proxies: readonly string[]): Trust {
  const filter = proxies.length > 0 && AddressFilter.parse(proxies.join(' '));
  return filter ? hop => filter.allows(readHop(hop)) : false;
}

/**
 * The one place that tells the address of a client. Express walks through `X-Forwarded-For` from its end for as long as
 * `trust`, its setting "trust proxy", says so; what stands there is read here.
 */
export function originOf(request: Request, trust: Trust): Origin {
  const peer = normaliseAddress(request.socket.remoteAddress);
  if (!trust || !trust(peer)) return { address: peer, provenAddress: peer };
  const [client, via] = request.ips;
  const named = readHop(client);
  if (named !== '') return { address: named, provenAddress: named };
  // Proxies ask for health and numbers by themselves.
  const isProxys = request.headers['x-forwarded-for'] === undefined && isProbe(request);
  return { address: readHop(via) || peer, provenAddress: isProxys ? peer : '' };
}

/**
 * One item of `X-Forwarded-For` in the forms that proxies write: an address, with a port, in brackets, in quotes.
 * @returns the normalised address, or empty for what is none, such as `unknown`
 */
export function readHop(hop = ''): string {
  const bare = hop
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const [, inBrackets, beforePort] = /^(?:\[(.*)\]|([\d.]+))(?::\d{1,5})?$/.exec(bare) ?? [];
  return normaliseAddress(inBrackets ?? beforePort ?? bare);
}
