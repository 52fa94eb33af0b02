import { portsOf } from '../../manifest/references/ports';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { type Rule, WARNING } from '../rule';

/** A container should not let people log in. */
export const noSshPort: Rule = {
  id: 'no-ssh-port',
  severity: WARNING,
  group: 'networking',
  what: 'A container should not have port 22.',
  why: 'Who logs in over SSH passes by the access control and the audit log of the cluster.',
  remedy: 'use kubectl exec or kubectl debug; acknowledge it where SSH is what the application is for',
  link: 'https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/',
  check: (resources) =>
    ResourceIndex.of(resources).pods.flatMap((pod) =>
      portsOf(pod)
        .filter(({ number, protocol }) => number === 22 && protocol === 'TCP')
        .map(({ container, path }) => {
          return {
            resource: pod.resource,
            container,
            path: `${path}.containerPort`,
            message: 'is 22, the port of SSH',
          };
        }),
    ),
};
