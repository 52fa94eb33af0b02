import { type Block, isInside, isIp, isNetwork, parseBlock } from './addresses';
import { isAtLeast } from '../version';
import { type About, atMost, type Checks, exactlyOne, obeyItem, port } from './check';
import type { Field } from './field';
import { portOrName } from './probes';
import { wildcardDnsName } from './syntax';

const TWISTED = /\/\/|\/\.\/|\/\.\.\/|%2[fF]|\/\.{1,2}$/;

/** NetworkPolicies and Ingresses. */
export const NETWORKING_CHECKS: Checks = {
  'networking.v1.NetworkPolicyPort': (object) => {
    const first = object.get('port');
    portOrName(first);
    if (!object.has('endPort')) return;
    const last = object.get('endPort');
    port(last);
    if (first.number === undefined) last.refuse('valid-ports', 'must not be set without a numeric port');
    if (last.number !== undefined && last.number < (first.number ?? 0)) {
      last.refuse('valid-ports', `must be at least port (${first.number}), is ${last.number}`);
    }
  },
  'networking.v1.NetworkPolicyPeer': (peer) => {
    const selects = peer.has('podSelector') || peer.has('namespaceSelector');
    const block = peer.has('ipBlock');
    if (!selects && !block) peer.refuse('valid-object', 'needs a podSelector, a namespaceSelector or an ipBlock');
    if (!selects || !block) return;
    const selectors = ['podSelector', 'namespaceSelector'].filter((name) => peer.has(name));
    peer.refuse('valid-object', `must not have ipBlock beside ${selectors.join(' and ')}`);
  },
  'networking.v1.NetworkPolicySpec': (policy) => {
    atMost(policy.get('policyTypes'), 2);
  },
  'networking.v1.IPBlock': checkBlock,
  'networking.v1.Ingress': (ingress) => {
    const annotation = ingress.at('metadata', 'annotations', 'kubernetes.io/ingress.class');
    const name = ingress.get('spec').textOf('ingressClassName');
    if (annotation.text !== undefined && name !== undefined && annotation.text !== name)
      annotation.refuse('valid-object', `must be ingressClassName (${name}) if both are set, is ${annotation.text}`);
  },
  'networking.v1.IngressSpec': (ingress) => {
    if (ingress.get('rules').list.length === 0 && ingress.get('defaultBackend').missing) {
      ingress.refuse('valid-object', 'needs rules or defaultBackend');
    }
  },
  'networking.v1.IngressRule': (rule) => {
    const host = rule.get('host');
    if (host.text && isIp(host.text)) host.refuse('valid-names', `must be a DNS name, is an IP address: ${host.text}`);
  },
  'networking.v1.IngressTLS': (tls) => {
    for (const host of tls.get('hosts').items()) obeyItem(host, wildcardDnsName);
  },
  'networking.v1.HTTPIngressRuleValue': (http) => {
    const paths = http.get('paths');
    if (Array.isArray(paths.value) && paths.value.length === 0) paths.refuse('valid-object', 'must not be empty');
  },
  'networking.v1.HTTPIngressPath': checkPath,
  'networking.v1.IngressBackend': (backend) => exactlyOne(backend, ['service', 'resource'], 'a target'),
  'networking.v1.IngressServiceBackend': (service) => {
    const [name, number] = [service.at('port', 'name'), service.at('port', 'number')];
    if (!name.empty && number.number)
      service.get('port').refuse('valid-ports', 'must not have both a name and a number');
    if (name.empty && !number.number) service.get('port').refuse('valid-ports', 'needs a name or a number');
    if (number.number) port(number);
  },
};

function checkBlock(block: Field, about: About): void {
  const cidr = block.get('cidr');
  const outer = checkCidr(cidr, about);
  for (const except of block.get('except').items()) {
    const inner = checkCidr(except, about);
    if (inner && outer && !isInside(inner, outer)) {
      except.refuse('valid-object', `must be inside of cidr (${cidr.text}) and smaller, is ${except.text}`);
    }
  }
}

/** From 1.36 on a block must not have anything after its prefix. */
function checkCidr(cidr: Field, { version }: About): Block | undefined {
  if (cidr.present && cidr.text === undefined) return undefined;
  if (cidr.step === 'cidr' && cidr.empty) return undefined;
  const block = parseBlock(cidr.text ?? '');
  if (!block) cidr.refuse('valid-object', `is no CIDR block such as 10.0.0.0/8: ${cidr.text}`);
  else if (isAtLeast(version, '1.36') && !isNetwork(block)) {
    cidr.refuse('valid-object', `must have only zeros after the first ${block.length} bits: ${cidr.text}`);
  }
  return block;
}

function checkPath(path: Field): void {
  const text = path.get('path');
  const type = path.get('pathType');
  const exact = type.text === 'Exact' || type.text === 'Prefix';
  if (exact && text.empty) text.refuse('valid-object', `is required with pathType: ${type.text}`);
  else if (text.text && !text.text.startsWith('/')) text.refuse('valid-object', `must begin with "/": ${text.text}`);
  else if (exact && TWISTED.test(text.text ?? ''))
    text.refuse('valid-object', `must not have "//", "." or ".." in it: ${text.text}`);
}
