import { type ContainerSecurity, ContainerSidecar, WebService } from '../../lib';
import { containerOf } from '../support/objects';
import { mistakes, render, LAX } from '../support/render';
import { yaml } from '../support/yaml';
import { container, wrong } from './web';

const image = 'ghcr.io/acme/shop:1.4.2';

test('everything that a container may do beside can be said', () => {
  const every: Required<ContainerSecurity> = {
    readOnlyRootFilesystem: false,
    addCapabilities: ['NET_BIND_SERVICE', 'SYS_PTRACE'],
    allowPrivilegeEscalation: true,
    privileged: true,
  };

  expect(container({ security: every }, LAX).securityContext).toEqual(yaml`
    allowPrivilegeEscalation: true
    privileged: true
    readOnlyRootFilesystem: false
    capabilities: { drop: [ALL], add: [NET_BIND_SERVICE, SYS_PTRACE] }
  `);
});

test('a privileged container can always gain more, so the API demands it', () => {
  expect(container({ security: { privileged: true } }, LAX).securityContext).toMatchObject({
    allowPrivilegeEscalation: true,
  });
});

test('a sidecar can have a user of its own, and its group', () => {
  const { get } = render((shop) => {
    const web = new WebService(shop, 'web', { image, user: 1000, port: 8080 });
    web.addSidecar(new ContainerSidecar('agent', { image, user: 2000 }));
    web.addSidecar(new ContainerSidecar('shipper', { image, user: 1000, group: 3000 }));
    web.addSidecar(new ContainerSidecar('proxy', { image }));
  });

  const identityOf = (name: string) => containerOf(get('Deployment'), name).securityContext;
  expect(identityOf('agent')).toMatchObject({ runAsUser: 2000, runAsGroup: 2000 });
  expect(identityOf('shipper')).toMatchObject({ runAsGroup: 3000 });
  expect(identityOf('shipper')).not.toHaveProperty('runAsUser');
  expect(identityOf('proxy')).not.toHaveProperty('runAsGroup');
});

test.each([
  [{ user: 0 }, 'user is 0, which is root: use another number'],
  [{ user: 'nginx' }, `user is 'nginx': use the number, as the node does not know names`],
  [{ group: 2 ** 31 }, 'group is 2147483648: use a number up to 2147483647'],
])('fails when a sidecar runs as %j', (identity, message) => {
  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', { image, user: 1000, port: 8080 });
      web.addSidecar(new ContainerSidecar('agent', { image, ...(identity as { user: number }) }));
    }),
  ).toEqual([`web: container 'agent': ${message}`]);
});

test.each([
  [
    'a capability with its prefix',
    { addCapabilities: ['CAP_CHOWN'] },
    `security.addCapabilities has 'CAP_CHOWN', which is no capability: write it in capitals and without CAP_ (such as 'CHOWN')`,
  ],
  [
    'a capability in small letters',
    { addCapabilities: ['chown'] },
    `security.addCapabilities has 'chown', which is no capability: write it in capitals and without CAP_ (such as 'CHOWN')`,
  ],
  [
    'everything and no more',
    { privileged: true, allowPrivilegeEscalation: false },
    'security.allowPrivilegeEscalation is false, but a privileged container may do everything: remove one',
  ],
  [
    'what there is none of',
    { runAsRoot: true },
    'security.runAsRoot is unknown: use readOnlyRootFilesystem, addCapabilities, allowPrivilegeEscalation, privileged',
  ],
])('fails when a container is allowed %s', (_, security, message) => {
  expect(wrong({ security: security as ContainerSecurity })).toEqual([`web: ${message}`]);
});
