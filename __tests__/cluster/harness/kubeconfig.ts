import { stringify } from 'yaml';
import type { Connection } from './api';

/** The text of a kubeconfig with one context, `slipway`. */
export function kubeconfig({ server, ca, token }: Connection): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'slipway',
    clusters: [
      { name: 'slipway', cluster: { server, 'certificate-authority-data': Buffer.from(ca ?? '').toString('base64') } },
    ],
    users: [{ name: 'tester', user: { token } }],
    contexts: [{ name: 'slipway', context: { cluster: 'slipway', user: 'tester' } }],
  });
}
