import { configIsNotRead } from '../../../lib/plan/rules/config-is-not-read';
import { needlessRestart } from '../../../lib/plan/rules/needless-restart';
import { podsRestart } from '../../../lib/plan/rules/pods-restart';
import { pullPolicyStays } from '../../../lib/plan/rules/pull-policy-stays';
import { rolloutInterrupts } from '../../../lib/plan/rules/rollout-interrupts';
import { rolloutWaits } from '../../../lib/plan/rules/rollout-waits';
import { rolloutWithoutReadiness } from '../../../lib/plan/rules/rollout-without-readiness';
import { describePlanRule } from '../support/describe-plan-rule';
import { all, deployment, object, service, statefulSet, workload } from '../support/manifests';

/** A new image of a Deployment with these fields. */
const rolling = (spec: string, pod = '') =>
  [deployment('image: web:1', spec, pod), deployment('image: web:2', spec, pod)] as const;
const CLAIM = object(
  'v1',
  'PersistentVolumeClaim',
  'data',
  'spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }',
);
const MOUNT = 'volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]';

describePlanRule(rolloutInterrupts, {
  accepts: {
    'pods that are replaced one by one': rolling('replicas: 3'),
    'a single pod, as the new one comes first': rolling('replicas: 1'),
    'a Deployment without pods': rolling('replicas: 0, strategy: { type: Recreate }'),
    'a change that restarts nothing': [
      deployment('image: web:1', 'replicas: 2, strategy: { type: Recreate }'),
      deployment('image: web:1', 'replicas: 3, strategy: { type: Recreate }'),
    ],
    'several pods of a StatefulSet': [statefulSet(), statefulSet('replicas: 3', 'image: db:2')],
  },
  tells: {
    'the strategy Recreate': [
      ...rolling('replicas: 2, strategy: { type: Recreate }'),
      'Deployment web: warning (downtime): all 2 pods stop before a new one starts (Recreate)',
    ],
    'one pod that goes first': [
      ...rolling('replicas: 1, strategy: { type: Recreate }'),
      'Deployment web: warning (downtime): the only pod stops before a new one starts (Recreate)',
    ],
    'a pace that lets all go at once': [
      ...rolling('replicas: 2, strategy: { rollingUpdate: { maxUnavailable: 100%, maxSurge: 0 } }'),
      'Deployment web: warning (downtime): all 2 pods stop before a new one is ready: maxUnavailable is 2',
    ],
    'a single pod that may go': [
      ...rolling('replicas: 1, strategy: { rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } }'),
      'Deployment web: warning (downtime): the only pod stops before a new one is ready: maxUnavailable is 1',
    ],
    'a claim that two pods are to have': [
      all(deployment('image: web:1', 'replicas: 1', MOUNT), CLAIM),
      all(deployment('image: web:2', 'replicas: 1', MOUNT), CLAIM),
      'Deployment web: warning (downtime): the new pod waits for the claim data, which the old one holds, if it is put on another node',
    ],
    'the only pod of a StatefulSet': [
      statefulSet('replicas: 1'),
      statefulSet('replicas: 1', 'image: db:2'),
      'StatefulSet db: warning (downtime): the only pod, db-0, stops before a new one starts',
    ],
  },
});

describePlanRule(rolloutWaits, {
  accepts: {
    'a rollout': rolling('replicas: 3'),
    'a partition that lets the last pods go': [
      statefulSet('replicas: 3, updateStrategy: { rollingUpdate: { partition: 2 } }'),
      statefulSet('replicas: 3, updateStrategy: { rollingUpdate: { partition: 2 } }', 'image: db:2'),
    ],
  },
  tells: {
    'a Deployment that is paused': [
      ...rolling('replicas: 3, paused: true'),
      'Deployment web: warning: stored only: the Deployment is paused, and its pods go on as they are',
      '$ kubectl rollout resume -n shop deployment/web',
    ],
    'pods that somebody has to delete': [
      statefulSet('replicas: 3, updateStrategy: { type: OnDelete }'),
      statefulSet('replicas: 3, updateStrategy: { type: OnDelete }', 'image: db:2'),
      'StatefulSet db: warning: stored only: a pod of the StatefulSet follows when somebody deletes it (OnDelete)',
      '$ kubectl delete -n shop pod/db-0',
    ],
    'a DaemonSet with OnDelete': [
      workload('DaemonSet', 'image: web:1', 'updateStrategy: { type: OnDelete }'),
      workload('DaemonSet', 'image: web:2', 'updateStrategy: { type: OnDelete }'),
      'DaemonSet web: warning: stored only: a pod of the DaemonSet follows when somebody deletes it (OnDelete)',
    ],
    'a partition above all pods': [
      statefulSet('replicas: 3, updateStrategy: { rollingUpdate: { partition: 3 } }'),
      statefulSet('replicas: 3, updateStrategy: { rollingUpdate: { partition: 3 } }', 'image: db:2'),
      'StatefulSet db: warning: stored only: partition is 3, and the last pod is db-2',
    ],
  },
});

const PROBE = 'readinessProbe: { httpGet: { port: 80 } }';

describePlanRule(rolloutWithoutReadiness, {
  accepts: {
    'a container that tells when it is ready': [
      all(deployment(`image: web:1, ${PROBE}`), service()),
      all(deployment(`image: web:2, ${PROBE}`), service()),
    ],
    'a workload without a Service': rolling('replicas: 3'),
    'a change that restarts nothing': [
      all(deployment(), service()),
      all(deployment('image: web:1', 'replicas: 5'), service()),
    ],
  },
  tells: {
    'a probe that is removed': [
      all(deployment(`image: web:1, ${PROBE}`), service()),
      all(deployment(), service()),
      'Deployment web: warning (downtime): web gets traffic as soon as it has started: its readiness probe is gone',
    ],
    'a container that never had one, as a note': [
      all(deployment(), service()),
      all(deployment('image: web:2'), service()),
      'Deployment web: note: web gets traffic as soon as it has started: it has no readiness probe',
    ],
  },
});

const memory = (amount: string) => `image: web:1, resources: { limits: { memory: "${amount}" } }`;
const labelled = (labels: string) => deployment().replace('labels: { app: web }', `labels: { app: web, ${labels} }`);

describePlanRule(needlessRestart, {
  accepts: {
    'another image': rolling('replicas: 3'),
    'a label of the Deployment itself': [
      object('apps/v1', 'Deployment', 'web', 'spec: {}', 'labels: { version: "1" }'),
      object('apps/v1', 'Deployment', 'web', 'spec: {}', 'labels: { version: "2" }'),
    ],
    'another spelling where pods do not restart for it': [deployment(memory('256Mi')), deployment(memory('268435456'))],
    'a label that means something': [labelled('tier: front'), labelled('tier: back')],
    'a version that comes with a new image': [
      labelled('version: "1"'),
      labelled('version: "2"').replace('web:1', 'web:2'),
    ],
  },
  tells: {
    'the order of variables': [
      deployment('image: web:1, env: [{ name: A, value: "1" }, { name: B, value: "2" }]'),
      deployment('image: web:1, env: [{ name: B, value: "2" }, { name: A, value: "1" }]'),
      'Deployment web: warning: pods restart for the order of containers[web].env',
    ],
    'another spelling of an amount in a StatefulSet': [
      statefulSet('replicas: 3', memory('256Mi')),
      statefulSet('replicas: 3', memory('268435456')),
      'StatefulSet db: warning: pods restart for the spelling of an amount: 256Mi and 268435456 are the same',
    ],
    'a version label in the pod template': [
      labelled('app.kubernetes.io/version: 1.4.1'),
      labelled('app.kubernetes.io/version: 1.4.2'),
      'Deployment web: note: pods restart only because of app.kubernetes.io/version in their template',
    ],
  },
});

describePlanRule(podsRestart, {
  accepts: {
    'a change without a restart': [deployment(), deployment('image: web:1', 'replicas: 5')],
    'a new Deployment': ['', deployment()],
  },
  tells: {
    'how many pods there are meanwhile': [
      ...rolling('replicas: 3'),
      'Deployment web: note: 3 pods restart, 0 unavailable at most, 1 extra',
    ],
    'many pods': [...rolling('replicas: 10'), 'Deployment web: note: 10 pods restart, 2 unavailable at most, 3 extra'],
    'a StatefulSet': [
      statefulSet(),
      statefulSet('replicas: 3', 'image: db:2'),
      'StatefulSet db: note: 3 pods restart one after another, the last first',
    ],
  },
});

const config = (level: string) => object('v1', 'ConfigMap', 'web', `data: { LEVEL: ${level}, OTHER: "1" }`);
const env = (key: string) =>
  deployment(`image: web:1, env: [{ name: LEVEL, valueFrom: { configMapKeyRef: { name: web, key: ${key} } } }]`);
const files = (mount: string) =>
  deployment(
    `image: web:1, volumeMounts: [{ name: config, mountPath: /etc/web, ${mount} }]`,
    'replicas: 3',
    'volumes: [{ name: config, configMap: { name: web } }]',
  );

describePlanRule(configIsNotRead, {
  accepts: {
    'pods that roll out with it': [
      all(config('info'), env('LEVEL')),
      all(config('debug'), env('LEVEL').replace('web:1', 'web:2')),
    ],
    'a key that nobody reads': [all(config('info'), env('OTHER')), all(config('debug'), env('OTHER'))],
    'a label of the ConfigMap': [
      all(config('info'), env('LEVEL')),
      all(config('info').replace('namespace: shop', 'namespace: shop, labels: { a: b }'), env('LEVEL')),
    ],
    'pods that Reloader restarts': [
      all(
        config('info'),
        env('LEVEL').replace('namespace: shop', 'namespace: shop, annotations: { reloader.stakater.com/auto: "true" }'),
      ),
      all(
        config('debug'),
        env('LEVEL').replace('namespace: shop', 'namespace: shop, annotations: { reloader.stakater.com/auto: "true" }'),
      ),
    ],
    'a CronJob, whose next pod reads it': [
      all(
        config('info'),
        object(
          'batch/v1',
          'CronJob',
          'web',
          'spec: { schedule: "0 1 * * *", jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1", envFrom: [{ configMapRef: { name: web } }] }] } } } } }',
        ),
      ),
      all(
        config('debug'),
        object(
          'batch/v1',
          'CronJob',
          'web',
          'spec: { schedule: "0 1 * * *", jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1", envFrom: [{ configMapRef: { name: web } }] }] } } } } }',
        ),
      ),
    ],
    'a Secret that is only written otherwise': [
      all(
        object('v1', 'Secret', 'web', 'stringData: { a: b }'),
        deployment('image: web:1, envFrom: [{ secretRef: { name: web } }]'),
      ),
      all(
        object('v1', 'Secret', 'web', 'data: { a: Yg== }'),
        deployment('image: web:1, envFrom: [{ secretRef: { name: web } }]'),
      ),
    ],
  },
  tells: {
    'a variable': [
      all(config('info'), env('LEVEL')),
      all(config('debug'), env('LEVEL')),
      'ConfigMap web: warning: Deployment web reads it only when a pod starts: running pods keep the old values',
      '$ kubectl rollout restart -n shop deployment/web',
    ],
    'all variables of a Secret': [
      all(
        object('v1', 'Secret', 'web', 'data: { a: YQ== }'),
        deployment('image: web:1, envFrom: [{ secretRef: { name: web } }]'),
      ),
      all(
        object('v1', 'Secret', 'web', 'data: { a: Yg== }'),
        deployment('image: web:1, envFrom: [{ secretRef: { name: web } }]'),
      ),
      'Secret web: warning: Deployment web reads it only when a pod starts: running pods keep the old values',
      '$ kubectl rollout restart -n shop deployment/web',
    ],
    'a file mounted by subPath': [
      all(config('info'), files('subPath: LEVEL')),
      all(config('debug'), files('subPath: LEVEL')),
      'ConfigMap web: warning: Deployment web reads it only when a pod starts: running pods keep the old values',
      '$ kubectl rollout restart -n shop deployment/web',
    ],
    'files that follow by themselves, as a note': [
      all(config('info'), files('readOnly: true')),
      all(config('debug'), files('readOnly: true')),
      'ConfigMap web: note: the files in Deployment web follow within a minute or two, without a restart',
    ],
  },
});

describePlanRule(pullPolicyStays, {
  accepts: {
    'a version': rolling('replicas: 3'),
    'a policy that is written': [
      deployment('image: web:1'),
      deployment('image: web:latest, imagePullPolicy: IfNotPresent'),
    ],
    'latest from the start': ['', deployment('image: web:latest')],
  },
  tells: {
    'a tag that becomes latest': [
      deployment('image: web:1'),
      deployment('image: web:latest'),
      'Deployment web: warning: web: imagePullPolicy stays IfNotPresent, so that each node keeps the latest that it has',
    ],
  },
});
