import { availableFeatures } from '../../../lib/policy/rules/available-features';
import { describeRule } from '../support/describe-rule';

const pod = (spec: string) =>
  `{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [{ name: a, image: a }], ${spec} } }`;
const sidecar = pod('initContainers: [{ name: log, image: log, restartPolicy: Always }]');
const sleep = pod(
  'initContainers: [{ name: log, image: log, restartPolicy: Always, lifecycle: { preStop: { sleep: { seconds: 1 } } } }]',
);
const service = (distribution: string) =>
  `{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: { trafficDistribution: ${distribution} } }`;

describeRule(
  availableFeatures,
  {
    rejects: {
      'a native sidecar before 1.29': [
        sidecar,
        'spec.initContainers[log].restartPolicy: native sidecars need Kubernetes 1.29, the target is 1.28',
      ],
    },
  },
  { kubernetes: '1.28' },
);

describeRule(
  availableFeatures,
  {
    accepts: { 'a native sidecar from 1.29 on': sidecar },
    rejects: {
      'a preStop sleep before 1.30': [
        sleep,
        'spec.initContainers[log].lifecycle.preStop.sleep: needs Kubernetes 1.30, the target is 1.29',
      ],
    },
  },
  { kubernetes: '1.29' },
);

describeRule(
  availableFeatures,
  {
    accepts: { 'a preStop sleep from 1.30 on': sleep },
    rejects: {
      'a distribution of traffic before 1.31': [
        service('PreferClose'),
        'spec.trafficDistribution: needs Kubernetes 1.31, the target is 1.30',
      ],
    },
  },
  { kubernetes: '1.30' },
);

describeRule(availableFeatures, {
  accepts: {
    'a distribution of traffic that the version knows': service('PreferClose'),
    'a user namespace': pod('hostUsers: false'),
  },
  rejects: {
    'a distribution of traffic that is newer': [
      service('PreferSameZone'),
      'spec.trafficDistribution: PreferSameZone needs Kubernetes 1.34, the target is 1.33',
    ],
    'an alpha feature': [
      pod('initContainers: [{ name: b, image: b, restartPolicy: Always, lifecycle: { stopSignal: SIGTERM } }]'),
      'spec.initContainers[b].lifecycle.stopSignal: is an alpha feature, off by default',
    ],
  },
});
