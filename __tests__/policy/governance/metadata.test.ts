import { boundCronJob } from '../../../lib/policy/rules/bound-cron-job';
import { namespaceEnforcesPodSecurity } from '../../../lib/policy/rules/namespace-enforces-pod-security';
import { noDefaultNamespace } from '../../../lib/policy/rules/no-default-namespace';
import { noNakedPod } from '../../../lib/policy/rules/no-naked-pod';
import { requireJobCleanup } from '../../../lib/policy/rules/require-job-cleanup';
import { requireRecommendedLabels } from '../../../lib/policy/rules/require-recommended-labels';
import { describeRule } from '../support/describe-rule';

const object = (kind: string, metadata: string, more = '', apiVersion = 'v1'): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { ${metadata} }\n${more}`;
const POD = 'spec: { containers: [] }\n';

describeRule(requireRecommendedLabels, {
  accepts: {
    'a named workload': object('Pod', 'name: a, labels: { app.kubernetes.io/name: web }', POD),
    'what has no pods': object('Service', 'name: a'),
  },
  rejects: {
    'a workload without': [
      object('Pod', 'name: a, labels: { app: web }', POD),
      'metadata.labels: it has no label app.kubernetes.io/name',
    ],
  },
});

describeRule(noDefaultNamespace, {
  accepts: {
    'a namespace': object('Service', 'name: a, namespace: shop'),
    'an add-on of the cluster': object('Service', 'name: a, namespace: kube-system'),
    'what has no namespace': object('Namespace', 'name: a'),
    'a kind that is not known': object('Service', 'name: a', '', 'serving.knative.dev/v1'),
  },
  rejects: {
    none: [object('ConfigMap', 'name: a'), 'metadata.namespace: it says no namespace'],
    default: [object('ConfigMap', 'name: a, namespace: default'), 'metadata.namespace: the namespace is default'],
  },
});

const ENFORCE = 'pod-security.kubernetes.io/enforce: restricted';

describeRule(namespaceEnforcesPodSecurity, {
  accepts: {
    'level and version': object(
      'Namespace',
      `name: a, labels: { ${ENFORCE}, pod-security.kubernetes.io/enforce-version: v1.33 }`,
    ),
    'a namespace of the cluster': object('Namespace', 'name: kube-system'),
  },
  rejects: {
    'no level': [object('Namespace', 'name: a'), 'metadata.labels: it has no label pod-security.kubernetes.io/enforce'],
    'no version': [
      object('Namespace', `name: a, labels: { ${ENFORCE} }`),
      'metadata.labels: it has no label pod-security.kubernetes.io/enforce-version',
    ],
  },
});

describeRule(noNakedPod, {
  accepts: {
    'a hook': object('Pod', 'name: a, annotations: { helm.sh/hook: test }', POD),
    'a pod of a workload': object('Pod', 'name: a, ownerReferences: [{ kind: ReplicaSet }]', POD),
  },
  rejects: { 'a pod': [object('Pod', 'name: a', POD), 'no workload owns the pod'] },
});

describeRule(boundCronJob, {
  accepts: {
    'both said': object(
      'CronJob',
      'name: a',
      'spec: { startingDeadlineSeconds: 60, concurrencyPolicy: Allow }',
      'batch/v1',
    ),
  },
  rejects: {
    'neither said': [
      object('CronJob', 'name: a', 'spec: { schedule: "* * * * *" }', 'batch/v1'),
      'spec.startingDeadlineSeconds: startingDeadlineSeconds is not set: after a downtime, a run may start at any later time, and after 100 missed ones none',
      'spec.concurrencyPolicy: concurrencyPolicy is not set: a run that takes too long overlaps with the next one',
    ],
  },
});

describeRule(requireJobCleanup, {
  accepts: {
    'a time': object('Job', 'name: a', 'spec: { ttlSecondsAfterFinished: 0 }', 'batch/v1'),
    'a hook': object('Job', 'name: a, annotations: { argocd.argoproj.io/hook: Sync }', '', 'batch/v1'),
    'the Jobs of a CronJob': object('CronJob', 'name: a', 'spec: { jobTemplate: { spec: {} } }', 'batch/v1'),
  },
  rejects: {
    'no time': [
      object('Job', 'name: a', 'spec: {}', 'batch/v1'),
      'spec.ttlSecondsAfterFinished: the Job is never removed when it is done',
    ],
  },
});
