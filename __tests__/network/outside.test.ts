import { Internet, Outside, type OutsideProps, Worker } from '../../lib';
import type { ConnectionTarget } from '../../lib';
import { render } from '../support/render';
import { yaml } from '../support/yaml';

/** What a worker that connects to a target may reach beside DNS. */
function egressTo(target: ConnectionTarget, policy: string): unknown {
  const { get } = render((shop) =>
    new Worker(shop, 'mail', { image: 'ghcr.io/acme/mail:2', user: 1000 }).connectTo(target),
  );
  return (get('NetworkPolicy', policy).spec as { egress: unknown }).egress;
}

const PUBLIC = yaml`
  - ipBlock:
      cidr: 0.0.0.0/0
      except: [10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16]
  - ipBlock:
      cidr: ::/0
      except: ['fc00::/7', 'fe80::/10']
`;

test.each([
  ['with TLS', Internet.https(), 'mail-to-internet-https', [443]],
  ['with and without TLS', Internet.web(), 'mail-to-internet-web', [443, 80]],
  ['on ports of your own', Internet.ports('smtp', 587, 465), 'mail-to-internet-smtp', [587, 465]],
])('the internet is every public address, %s', (_, target, policy, ports) => {
  expect(egressTo(target, policy)).toEqual([{ to: PUBLIC, ports: ports.map((port) => ({ port })) }]);
});

test('an address range outside, with every prop', () => {
  const every: Required<OutsideProps> = {
    peer: { cidr: '10.20.0.0/16', except: ['10.20.9.0/24'] },
    ports: [25, { port: 514, protocol: 'UDP' }, { port: 3868, protocol: 'SCTP' }],
  };

  expect(egressTo(new Outside('relay', every), 'mail-to-relay')).toEqual(yaml`
    - to:
        - ipBlock: { cidr: 10.20.0.0/16, except: [10.20.9.0/24] }
      ports: [{ port: 25 }, { port: 514, protocol: UDP }, { port: 3868, protocol: SCTP }]
  `);
});

test('pods in another namespace, all of them or some', () => {
  const some = new Outside('vault', { peer: { namespace: 'vault', labels: { app: 'vault' } }, ports: [8200] });
  const all = new Outside('vault', { peer: { namespace: 'vault' }, ports: [8200] });

  expect(egressTo(some, 'mail-to-vault')).toEqual(yaml`
    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: vault } }
          podSelector: { matchLabels: { app: vault } }
      ports: [{ port: 8200 }]
  `);
  expect(egressTo(all, 'mail-to-vault')).toEqual(yaml`
    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: vault } }
      ports: [{ port: 8200 }]
  `);
});
