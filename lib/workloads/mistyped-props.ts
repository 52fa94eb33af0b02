import { nearest } from '../application/nearest';

/** The kinds of workloads, as people know them. */
export type WorkloadKind = 'WebService' | 'Worker' | 'StatefulService';

const CONTAINER =
  'image command args workingDir config secrets env resources health lifecycle imagePullPolicy security tmp shell';
const WORKLOAD =
  'user group metrics serviceAccount placement spread disruption terminationGracePeriodSeconds revisionHistoryLimit ' +
  'minReadySeconds podAnnotations adopt scale ports';
const DEPLOYMENT = 'strategy progressDeadlineSeconds';
const PROPS: Readonly<Record<WorkloadKind, readonly string[]>> = {
  WebService: `${CONTAINER} ${WORKLOAD} ${DEPLOYMENT} service port`.split(' '),
  Worker: `${CONTAINER} ${WORKLOAD} ${DEPLOYMENT} singleton`.split(' '),
  StatefulService: `${CONTAINER} ${WORKLOAD} service podManagement updateStrategy retention serviceName`.split(' '),
};

/** What Kubernetes calls something that has another name here. */
const KUBERNETES: Readonly<Record<string, string>> = {
  affinity: 'placement.affinity',
  annotations: 'podAnnotations',
  envFrom: 'config or secrets',
  initContainers: 'addInitContainer(…)',
  livenessProbe: 'health.live',
  nodeSelector: 'placement.nodeSelector',
  priorityClassName: 'placement.priorityClass',
  readinessProbe: 'health.ready',
  replicas: 'scale',
  securityContext: 'security',
  serviceAccountName: 'serviceAccount',
  sidecars: 'addSidecar(…)',
  startupProbe: 'health.start',
  tolerations: 'placement.tolerations',
  topologySpreadConstraints: 'spread',
  volumeMounts: 'mount(…)',
  volumes: 'mount(…)',
};

/**
 * What is wrong with the names of a workload's props: they are mistyped, Kubernetes' own, or another kind's. Other names
 * may be those of a class that extends the workload.
 */
export function mistypedProps(props: object, kind: WorkloadKind): readonly string[] {
  const known = PROPS[kind];
  return Object.keys(props)
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const meant = (Object.hasOwn(KUBERNETES, name) && KUBERNETES[name]) || nearest(name, known);
      if (meant) return [`${kind} has no prop '${name}': write ${meant}`];
      const others = Object.keys(PROPS).filter((other) => PROPS[other as WorkloadKind].includes(name));
      return others.length > 0
        ? [`${kind} has no prop '${name}', which is one of ${others.join(' and ')}: remove it`]
        : [];
    });
}
