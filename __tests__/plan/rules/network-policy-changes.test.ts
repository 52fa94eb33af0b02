import { networkPolicyChanges } from '../../../lib/plan/rules/network-policy-changes';
import { describePlanRule } from '../support/describe-plan-rule';
import { all, deployment, object } from '../support/manifests';

const WEB = deployment();
const WORKER = deployment('image: worker:1', 'replicas: 1', '', 'worker');

/** A NetworkPolicy for the pods with app=web. */
function policy(spec: string, name = 'web', selector = '{ matchLabels: { app: web } }'): string {
  return object('networking.k8s.io/v1', 'NetworkPolicy', name, `spec: { podSelector: ${selector}, ${spec} }`);
}
const from = (peers: string, ports = '') => `ingress: [{ from: [${peers}]${ports && `, ports: [${ports}]`} }]`;
const app = (name: string) => `{ podSelector: { matchLabels: { app: ${name} } } }`;

describePlanRule(networkPolicyChanges, {
  accepts: {
    'a policy that stays in the cluster': [all(WEB, policy(from(app('a')))), WEB],
    'a rule that moves to a policy of its own': [
      all(WEB, policy(`ingress: [{ from: [${app('a')}] }, { from: [${app('b')}] }]`)),
      all(WEB, policy(from(app('a'))), policy(from(app('b')), 'other')),
    ],
    'fewer peers': [all(WEB, policy(from(`${app('a')}, ${app('b')}`))), all(WEB, policy(from(app('a'))))],
    'a smaller range': [
      all(WEB, policy(from('{ ipBlock: { cidr: 10.0.0.0/8 } }'))),
      all(WEB, policy(from('{ ipBlock: { cidr: 10.1.0.0/16 } }'))),
    ],
    'one port of many': [
      all(WEB, policy(from(app('a'), '{ port: 8000, endPort: 9000 }'))),
      all(WEB, policy(from(app('a'), '{ port: 8080 }'))),
    ],
    'a policy that closes what was open, but for some': [WEB, all(WEB, policy(from(app('a'))))],
    'a policy for pods of others': [WEB, all(WEB, policy('ingress: []', 'other', '{ matchLabels: { app: other } }'))],
    'a policy that comes with its pods': ['', all(WEB, policy('ingress: []'))],
  },
  tells: {
    'a policy that lets everybody in': [
      all(WEB, policy(from(app('a')))),
      all(WEB, policy('ingress: [{}]')),
      'NetworkPolicy web: error (exposure): everybody may also connect to Deployment web',
    ],
    'the whole internet': [
      all(WEB, policy(from(app('a')))),
      all(WEB, policy(from(`${app('a')}, { ipBlock: { cidr: 0.0.0.0/0 } }`))),
      'NetworkPolicy web: error (exposure): everybody may also connect to Deployment web',
    ],
    'one more peer, as a note': [
      all(WEB, policy(from(app('a')))),
      all(WEB, policy(from(`${app('a')}, ${app('b')}`))),
      'NetworkPolicy web: note: pods app=b may also connect to Deployment web',
    ],
    'another port': [
      all(WEB, policy(from(app('a'), '{ port: 80 }'))),
      all(WEB, policy(from(app('a'), '{ port: 81 }'))),
      'NetworkPolicy web: note: pods app=a may also connect on port 81 to Deployment web',
    ],
    'a new policy that allows more': [
      all(WEB, policy('ingress: []')),
      all(WEB, policy('ingress: []'), policy(from('{ namespaceSelector: {} }'), 'more')),
      'NetworkPolicy more: note: every namespace may also connect to Deployment web',
    ],
    'a direction that is no longer limited': [
      all(WEB, policy(`policyTypes: [Ingress, Egress], ${from(app('a'))}`)),
      all(WEB, policy(`policyTypes: [Ingress], ${from(app('a'))}`)),
      'NetworkPolicy web: warning (exposure): no limit of outgoing connections for Deployment web',
    ],
    'a policy that selects other pods': [
      all(WEB, policy(from(app('a')))),
      all(WEB, policy(from(app('a')), 'web', '{ matchLabels: { app: website } }')),
      'NetworkPolicy web: error (exposure): everybody may connect to Deployment web',
    ],
    'rules that are removed': [
      all(WEB, policy(from(app('a')))),
      all(WEB, policy('policyTypes: [Ingress]')),
      'NetworkPolicy web: warning (downtime): nobody may connect any more to Deployment web',
    ],
    'pods that can reach nothing any more': [
      WEB,
      all(WEB, policy('policyTypes: [Egress]')),
      'NetworkPolicy web: warning (downtime): no connection may leave any more, not even for DNS, from Deployment web',
    ],
    'all pods of a namespace': [
      all(WEB, WORKER),
      all(WEB, WORKER, policy('policyTypes: [Ingress]', 'deny', '{}')),
      'NetworkPolicy deny: warning (downtime): nobody may connect any more to Deployment web, Deployment worker',
    ],
  },
});

describePlanRule(
  networkPolicyChanges,
  {
    tells: {
      'a policy that is deleted': [
        all(WEB, policy(from(app('a')))),
        WEB,
        'NetworkPolicy web: error (exposure): everybody may connect to Deployment web',
      ],
    },
  },
  { target: 'argocd' },
);
