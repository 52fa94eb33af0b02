import { flatMap } from '../../manifest/flat-map';
import { fieldAt, mapsAt, textsAt } from '../../manifest/fields';
import { containersOf, type DescribedPod } from '../../manifest/pods';
import { portsOf } from '../../manifest/references/ports';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { PRODUCTION_WARNING, type Rule, type Violation } from '../rule';

/** A container should listen on a port that everybody may open. */
export const noPrivilegedPorts: Rule = {
  id: 'no-privileged-ports',
  severity: PRODUCTION_WARNING,
  group: 'networking',
  what: 'A container should not listen on a port below 1024 without the capability NET_BIND_SERVICE.',
  why: 'It runs only as root or where the runtime of the node allows it.',
  remedy: 'let it listen on a port such as 8080; the Service in front may have 80 all the same',
  link: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls',
  check: (resources) => flatMap(ResourceIndex.of(resources).pods, privilegedPorts),
};

function privilegedPorts(pod: DescribedPod): readonly Violation[] {
  const ports = portsOf(pod).filter(({ number }) => number > 0 && number < 1024);
  if (ports.length === 0) return [];
  const free = mapsAt(pod.spec, 'securityContext', 'sysctls').some(
    ({ name }) => name === 'net.ipv4.ip_unprivileged_port_start',
  );
  if (free) return [];
  const able = new Set(
    containersOf(pod)
      .filter(mayBind)
      .map(({ name }) => name),
  );
  return ports
    .filter(({ container }) => !able.has(container))
    .map(({ number, container, path }) => {
      return { resource: pod.resource, container, path: `${path}.containerPort`, message: `is ${number}` };
    });
}

function mayBind({ container }: ReturnType<typeof containersOf>[number]): boolean {
  const added = textsAt(container, 'securityContext', 'capabilities', 'add');
  const privileged = fieldAt(container, 'securityContext', 'privileged') === true;
  return privileged || added.some((capability) => ['NET_BIND_SERVICE', 'ALL', 'SYS_ADMIN'].includes(capability));
}
