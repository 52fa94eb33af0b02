import type { Fields } from '../fields';
import { fieldAt } from '../fields';
import { isMap } from '../pods';
import { isDropped, SIDECARS } from '../validation/features';
import { isAtLeast } from '../version';
import { change, changeEach, type Defaults, fill, without } from './fill';
import { withPodRequests } from './pod-resources';

/**
 * Pods and the templates of pods. What is in `core.v1.Pod` is not in a template.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go
 */
export const PODS: Readonly<Record<string, Defaults>> = {
  'core.v1.PodSpec': (spec, version) =>
    fill(withoutSidecars(withAlias(spec), version), {
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      securityContext: {},
      terminationGracePeriodSeconds: 30,
      schedulerName: 'default-scheduler',
    }),
  'core.v1.Pod': (pod, version) => change(pod, 'spec', (spec) => podOfItsOwn(spec, version)),
};

/** `serviceAccount` is the old name of `serviceAccountName`, and always the same. */
function withAlias(spec: Fields): Fields {
  const account = spec.serviceAccountName ?? spec.serviceAccount;
  const bare = without(spec, 'serviceAccountName', 'serviceAccount');
  return account === undefined ? bare : { ...bare, serviceAccountName: account, serviceAccount: account };
}

/** Where there are no native sidecars yet, init containers lose what makes them such; others are refused for it. */
function withoutSidecars(spec: Fields, version: string): Fields {
  return isAtLeast(version, SIDECARS)
    ? spec
    : changeEach(spec, 'initContainers', (container) => without(container, 'restartPolicy'));
}

function podOfItsOwn(spec: Fields, version: string): Fields {
  const grace = spec.terminationGracePeriodSeconds;
  const patient = typeof grace === 'number' && grace < 0 ? { ...spec, terminationGracePeriodSeconds: 1 } : spec;
  const host = fieldAt(spec, 'hostNetwork') === true;
  const lists = ['containers', 'initContainers'];
  const complete = lists.reduce<Fields>(
    (pod, list) => changeEach(pod, list, (each) => withHostPorts(withRequests(each), host)),
    patient,
  );
  const whole = isDropped('core.v1.PodSpec', 'resources', version) ? complete : withPodRequests(complete);
  return fill(whole, { enableServiceLinks: true });
}

/** What is limited and not requested is requested as far as it is limited. */
function withRequests(container: Fields): Fields {
  return change(container, 'resources', (resources) => {
    const { limits, requests } = resources;
    return isMap(limits) ? { ...resources, requests: { ...limits, ...(isMap(requests) && requests) } } : resources;
  });
}

function withHostPorts(container: Fields, host: boolean): Fields {
  return host ? changeEach(container, 'ports', (port) => fill(port, { hostPort: port.containerPort })) : container;
}
