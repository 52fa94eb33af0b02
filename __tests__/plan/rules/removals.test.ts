import { makePlan } from '../../../lib/plan/make-plan';
import { dataGoes } from '../../../lib/plan/rules/data-goes';
import { objectGoes } from '../../../lib/plan/rules/object-goes';
import { oldNameStays } from '../../../lib/plan/rules/old-name-stays';
import { describePlanRule, OPTIONS, resourcesOf } from '../support/describe-plan-rule';
import { all, deployment, object, service, shared, statefulSet } from '../support/manifests';

const CLAIM = object(
  'v1',
  'PersistentVolumeClaim',
  'data',
  'spec: { storageClassName: fast, accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }',
);
const NAMESPACE = shared('v1', 'Namespace', 'shop');
const RETAINING = shared('storage.k8s.io/v1', 'StorageClass', 'fast', 'provisioner: x, reclaimPolicy: Retain');
const DEFINITION = shared(
  'apiextensions.k8s.io/v1',
  'CustomResourceDefinition',
  'widgets.example.com',
  'spec: { group: example.com, scope: Namespaced, names: { kind: Widget, plural: widgets }, versions: [] }',
);
const WIDGET = object('example.com/v1', 'Widget', 'one', 'spec: {}');
const DELETING = 'replicas: 2, persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete, whenScaled: Retain }';

describePlanRule(dataGoes, {
  accepts: { 'a Deployment': [deployment(), ''], 'a claim that stays': [CLAIM, CLAIM] },
  tells: {
    'a claim that kubectl leaves where it is': [
      CLAIM,
      '',
      'PersistentVolumeClaim data: warning: stays in the cluster; if it is deleted later, its volume and the data go with it, unless its reclaim policy is Retain',
      '$ kubectl delete -n shop persistentvolumeclaim/data',
    ],
    'a namespace': [
      all(NAMESPACE, CLAIM, service()),
      '',
      'Namespace shop: warning: stays in the cluster; if it is deleted later, everything in the namespace goes with it, 2 objects of these manifests among it',
      '$ kubectl delete namespace/shop',
      'PersistentVolumeClaim data: warning: stays in the cluster; if it is deleted later, its volume and the data go with it, unless its reclaim policy is Retain',
      '$ kubectl delete -n shop persistentvolumeclaim/data',
    ],
  },
});

describePlanRule(dataGoes, {
  tells: {
    'what stays: no data is at risk, whatever it holds': [
      all(statefulSet(DELETING), DEFINITION, shared('v1', 'PersistentVolume', 'disk', 'spec: {}')),
      '',
      'CustomResourceDefinition widgets.example.com: warning: stays in the cluster; if it is deleted later, every Widget in the cluster goes with it, 0 of these manifests among them',
      '$ kubectl delete customresourcedefinition/widgets.example.com',
      'PersistentVolume disk: warning: stays in the cluster; if it is deleted later, what is in it can no longer be claimed; the storage itself depends on its reclaim policy',
      '$ kubectl delete persistentvolume/disk',
      'StatefulSet db: warning: stays in the cluster; if it is deleted later, its claims data-db-0, data-db-1 go with it (whenDeleted is Delete)',
      '$ kubectl delete -n shop statefulset/db',
    ],
  },
});

describePlanRule(
  dataGoes,
  {
    tells: {
      'a claim that Argo CD deletes': [
        CLAIM,
        '',
        'PersistentVolumeClaim data: error (data-loss): is deleted: its volume and the data go with it, unless its reclaim policy is Retain',
      ],
      'a claim whose volume is retained': [
        all(CLAIM, RETAINING),
        RETAINING,
        'PersistentVolumeClaim data: warning (data-loss): is deleted: its volume stays, as StorageClass fast retains it, and nothing uses it',
      ],
      'a StatefulSet, whose claims stay': [
        statefulSet('replicas: 2'),
        '',
        'StatefulSet db: warning (downtime): is deleted: its pods end; its claims data-db-0, data-db-1 stay',
      ],
      'a StatefulSet that takes its claims with it': [
        statefulSet(DELETING),
        '',
        'StatefulSet db: error (data-loss): is deleted: its claims data-db-0, data-db-1 go with it (whenDeleted is Delete)',
      ],
      'a definition with its objects': [
        all(DEFINITION, WIDGET),
        WIDGET,
        'CustomResourceDefinition widgets.example.com: error (data-loss): is deleted: every Widget in the cluster goes with it, 1 of these manifests among them',
      ],
      'a PersistentVolume': [
        shared('v1', 'PersistentVolume', 'disk', 'spec: {}'),
        '',
        'PersistentVolume disk: error (data-loss): is deleted: what is in it can no longer be claimed; the storage itself depends on its reclaim policy',
      ],
    },
  },
  { target: 'argocd' },
);

const config = (name: string, value = '1') => object('v1', 'ConfigMap', name, `data: { A: "${value}" }`);

describePlanRule(objectGoes, {
  accepts: { 'a claim, which is told of as data': [CLAIM, ''], 'what is still there': [service(), service()] },
  tells: {
    'a CronJob that nobody deletes': [
      object('batch/v1', 'CronJob', 'nightly', 'spec: {}'),
      '',
      'CronJob nightly: warning: stays in the cluster: it keeps starting Jobs',
      '$ kubectl delete -n shop cronjob/nightly',
    ],
    'a Deployment that became a StatefulSet, to whose pods a Service still sends': [
      all(deployment(), service()),
      all(statefulSet(undefined, undefined, undefined, 'web').replaceAll('db', 'web'), service()),
      'Deployment web: warning: stays in the cluster: its pods keep running, and Service web still sends to them',
      '$ kubectl delete -n shop deployment/web',
    ],
    'an old config with a hash, only as a note': [
      config('web-config-4f2a9c1d'),
      '',
      'ConfigMap web-config-4f2a9c1d: note: stays in the cluster: a rollback may need it',
      '$ kubectl delete -n shop configmap/web-config-4f2a9c1d',
    ],
    'an object without a namespace': [
      shared('v1', 'ConfigMap', 'web', 'data: {}'),
      '',
      'ConfigMap web: warning: stays in the cluster',
      '$ kubectl delete configmap/web',
    ],
    'a custom resource': [
      WIDGET,
      '',
      'Widget one: warning: stays in the cluster',
      '$ kubectl delete -n shop widget.example.com/one',
    ],
    'a name that a shell would take apart': [
      shared('rbac.authorization.k8s.io/v1', 'ClusterRole', '"a;b"', 'rules: []'),
      '',
      'ClusterRole a;b: warning: stays in the cluster',
      "$ kubectl delete 'clusterrole/a;b'",
    ],
  },
});

describePlanRule(
  objectGoes,
  { tells: { 'a Service that is deleted': [service(), '', 'Service web: warning: is deleted from the cluster'] } },
  { target: 'kubectl-applyset' },
);

const RUN = 'template: { spec: { restartPolicy: Never, containers: [{ name: run, image: "shop:1" }] } }';
const job = (name: string, tag: number) => object('batch/v1', 'Job', name, `spec: { ${RUN.replace(':1', `:${tag}`)} }`);
const cron = (name: string) =>
  object('batch/v1', 'CronJob', name, `spec: { schedule: "0 3 * * *", jobTemplate: { spec: { ${RUN} } } }`);

describePlanRule(oldNameStays, {
  accepts: { 'a new object': ['', config('web')] },
  tells: {
    'the config that the new one replaces': [
      config('web-config-4f2a9c1d'),
      config('web-config-9c1d4f2a', '2'),
      'ConfigMap web-config-9c1d4f2a: note: ConfigMap web-config-4f2a9c1d stays in the cluster: a rollback may need it',
      '$ kubectl delete -n shop configmap/web-config-4f2a9c1d',
    ],
    'a Job with a hash, only as a note': [
      job('migrate-4f2a9c1d', 1),
      job('migrate-9c1d4f2a', 2),
      'Job migrate-9c1d4f2a: note: Job migrate-4f2a9c1d stays in the cluster, and runs to its end if it has not yet',
      '$ kubectl delete -n shop job/migrate-4f2a9c1d',
    ],
    'a CronJob, which no Service selects': [
      cron('nightly'),
      cron('daily'),
      'CronJob daily: warning: CronJob nightly keeps starting Jobs beside it',
      '$ kubectl delete -n shop cronjob/nightly',
    ],
    'a Deployment whose old pods a Service selects too': [
      all(deployment(), service()),
      all(deployment().replace('name: web, namespace', 'name: shop, namespace'), service()),
      'Deployment shop: warning: Deployment web keeps running beside it, and Service web sends to both',
      '$ kubectl delete -n shop deployment/web',
    ],
    'a Deployment that every Service leaves with its name': [
      all(deployment(), service()),
      all(deployment('image: web:1', undefined, undefined, 'shop'), service().replace('app: web }', 'app: shop }')),
      'Deployment shop: warning: Deployment web keeps running beside it',
      '$ kubectl delete -n shop deployment/web',
    ],
    'a Deployment that keeps running under its old name': [
      deployment(),
      deployment().replace('name: web, namespace', 'name: shop, namespace'),
      'Deployment shop: warning: Deployment web keeps running beside it, and Services that select both send to both',
      '$ kubectl delete -n shop deployment/web',
    ],
  },
});

describePlanRule(
  oldNameStays,
  { accepts: { 'an old config that is deleted': [config('web-config-4f2a9c1d'), config('web-config-9c1d4f2a', '2')] } },
  { target: 'flux' },
);

/** Every remedy and command, with the rule that tells it. */
function adviceOn(before: string, after: string): readonly string[] {
  return makePlan(resourcesOf(before), resourcesOf(after), OPTIONS)
    .changes.flatMap(({ findings }) => findings)
    .flatMap(({ rule, remedy, commands = [] }) => [`${rule}: ${remedy}`, ...commands.map((command) => `$ ${command}`)]);
}

const KEEP =
  'reference-is-lost: put it back, or let the references follow; delete it by hand only once nothing uses it any more';
const reading = (name: string) => deployment(`image: web:1, envFrom: [{ configMapRef: { name: ${name} } }]`);
const mounting = deployment(
  'image: web:1',
  'replicas: 1',
  'volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
);
const scaler = object(
  'autoscaling/v2',
  'HorizontalPodAutoscaler',
  'web',
  'spec: { maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }',
);
const renamed = deployment().replace('name: web, namespace', 'name: shop, namespace');

test.each([
  ['a config that pods read', all(config('web'), reading('web')), reading('web'), [KEEP]],
  ['a claim that pods mount', all(CLAIM, mounting), mounting, ['data-goes: keep it, since it is still used', KEEP]],
  [
    'a namespace in which something is left',
    all(NAMESPACE, service()),
    service(),
    ['data-goes: keep it, since it is still used'],
  ],
  ['a definition of objects', all(DEFINITION, WIDGET), WIDGET, ['data-goes: keep it, since it is still used']],
  [
    'a Deployment that a Service selects',
    all(deployment(), service()),
    service(),
    [
      'selects-nothing: have it select other pods, or put the old ones back; delete those by hand only once nothing selects them',
    ],
  ],
  [
    'a config with a hash that another workload still reads',
    all(config('web-4f2a9c1d'), reading('web-4f2a9c1d')),
    all(config('web-9c1d4f2a', '2'), reading('web-4f2a9c1d')),
    [KEEP],
  ],
  [
    'a Deployment with another name that an autoscaler still scales',
    all(deployment(), scaler),
    all(renamed, scaler),
    [
      'old-name-stays: delete the old one by hand once the new one is ready, and nothing uses the old one any more',
      '$ kubectl delete -n shop deployment/web',
      KEEP,
    ],
  ],
])('nothing that is told of %s says to delete it while it is used', (_title, before, after, advice) => {
  expect(adviceOn(before, after).toSorted()).toEqual([...advice].toSorted());
});

test('a StatefulSet with a new name is to be deleted when its data is elsewhere', () => {
  const advice = adviceOn(statefulSet(), statefulSet().replace('name: db, namespace', 'name: data, namespace'));

  expect(advice).toContain(
    'old-name-stays: delete the old one by hand once the new one is ready and has the data of the old one',
  );
});

test('of a ServiceAccount that is deleted, only that it is used is told', () => {
  const [account, user] = [
    object('v1', 'ServiceAccount', 'web'),
    deployment('image: web:1', '', 'serviceAccountName: web'),
  ];
  const plan = makePlan(resourcesOf(all(account, user)), resourcesOf(user), { ...OPTIONS, target: 'argocd' });

  expect(plan.changes[0]!.findings.map(({ rule }) => rule)).toEqual(['reference-is-lost']);
});

test('what nobody uses any more is to be deleted', () => {
  expect(adviceOn(config('web'), '')).toEqual([
    'object-goes: delete it by hand once the change is applied',
    '$ kubectl delete -n shop configmap/web',
  ]);
});
