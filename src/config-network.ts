import ipaddr from 'ipaddr.js';
import type { Text } from './engine/common/text.js';

/** Whether only this machine reaches what listens there. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  return ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback';
}

export function hostOf(value: string): string | Text {
  if (/^[\w.:-]+$/.test(value)) return value;
  return { en: 'must be an address or a host name', 'zh-CN': '必须是 IP 地址或主机名' };
}

/** Addresses and networks of the proxies that are believed when they say whom they speak for. */
export function proxiesOf(value: string): string[] | Text {
  const all = value.split(',').map((one) => one.trim());
  if (all.every(isPlace)) return all;
  return {
    en: 'must be addresses or networks such as 10.0.0.7 or 10.1.0.0/16, separated by commas; not everybody (/0)',
    'zh-CN': '必须是以逗号分隔的地址或网段，例如 10.0.0.7 或 10.1.0.0/16，且不能包含所有地址(/0)',
  };
}

function isPlace(place: string): boolean {
  const [address = '', bits, ...more] = place.split('/');
  if (more.length > 0 || !(ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)))
    return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) > 0 && ipaddr.isValidCIDR(place);
}

export const loopbackOnly: Text = {
  en: 'demo people have a well-known password, so the server listens on 127.0.0.1 only; set STEPWISE_DEMO=off to open it',
  'zh-CN': '演示账号的密码是公开的，因此只能监听 127.0.0.1；如需对外开放，请设置 STEPWISE_DEMO=off',
};

export const needsTls: Text = {
  en: 'other machines would reach the server without TLS, which it does not speak itself; name the proxy that does in STEPWISE_TRUSTED_PROXIES, or say STEPWISE_TLS=elsewhere where TLS ends on the way in another manner',
  'zh-CN':
    '服务器自身不提供 TLS，对外监听会使其他机器以明文访问；请用 STEPWISE_TRUSTED_PROXIES 指定终止 TLS 的代理，若 TLS 在途中以其他方式终止，请设置 STEPWISE_TLS=elsewhere',
};
