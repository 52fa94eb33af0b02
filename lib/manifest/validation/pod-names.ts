import { isIp } from './addresses';
import { type About, atMost, type Checks, forbid, need, obeyItem } from './check';
import { isDropped } from './features';
import type { Field } from './field';
import { dnsName, searchPath } from './syntax';

const LONGEST_HOSTNAME = 64;
const MOST_SERVERS = 3;
const MOST_SEARCHES = 32;

/** What a pod is called, and how it finds others by their names. */
export const POD_NAME_CHECKS: Checks = {
  'core.v1.PodSpec': (pod, about) => {
    if (pod.has('dnsPolicy') || pod.has('dnsConfig')) checkDns(pod);
    if (pod.has('hostnameOverride')) checkHostname(pod, about);
  },
};

/** A name of the host that is not made of that of the pod. */
function checkHostname(pod: Field, { version }: About): void {
  if (isDropped('core.v1.PodSpec', 'hostnameOverride', version)) return;
  const name = pod.get('hostnameOverride');
  obeyItem(name, (text) =>
    text.length > LONGEST_HOSTNAME ? `must be at most ${LONGEST_HOSTNAME} characters` : dnsName(text),
  );
  for (const other of ['setHostnameAsFQDN', 'hostNetwork'])
    if (pod.read(other) === true) forbid(name, `with ${other}: true`);
}

function checkDns(pod: Field): void {
  const servers = pod.at('dnsConfig', 'nameservers');
  if (pod.get('dnsPolicy').text === 'None' && servers.list.length === 0) {
    servers.refuse('valid-object', 'is required with dnsPolicy: None');
  }
  atMost(servers, MOST_SERVERS);
  for (const server of servers.items()) {
    if (!isIp(server.text ?? '')) server.refuse('valid-object', `is no IP address: ${server.text}`);
  }
  atMost(pod.at('dnsConfig', 'searches'), MOST_SEARCHES);
  for (const search of pod.at('dnsConfig', 'searches').items()) obeyItem(search, searchPath);
  for (const option of pod.at('dnsConfig', 'options').items()) need(option.get('name'));
}
