import { claimIsImmutable } from '../../../lib/plan/rules/claim-is-immutable';
import { claimGrows } from '../../../lib/plan/rules/claim-grows';
import { claimTemplateIsImmutable } from '../../../lib/plan/rules/claim-template-is-immutable';
import { configIsImmutable } from '../../../lib/plan/rules/config-is-immutable';
import { fieldIsImmutable } from '../../../lib/plan/rules/field-is-immutable';
import { jobIsImmutable } from '../../../lib/plan/rules/job-is-immutable';
import { selectorIsImmutable } from '../../../lib/plan/rules/selector-is-immutable';
import { serviceAddressIsImmutable } from '../../../lib/plan/rules/service-address-is-immutable';
import { statefulSetIsImmutable } from '../../../lib/plan/rules/stateful-set-is-immutable';
import { describePlanRule, findingsOf } from '../support/describe-plan-rule';
import { all, deployment, object, service, shared, statefulSet, workload } from '../support/manifests';

const LABELLED = deployment().replaceAll('{ app: web }', '{ app: web, tier: front }');
const RENAMED = deployment().replaceAll('{ app: web }', '{ app: shop }');

describePlanRule(selectorIsImmutable, {
  accepts: {
    'a new label of the pods alone': [
      deployment(),
      deployment().replace('labels: { app: web }', 'labels: { app: web, tier: front }'),
    ],
    'a new Deployment': ['', deployment()],
  },
  tells: {
    'a selector with another label, whose pods are left behind': [
      deployment(),
      RENAMED,
      'Deployment web: error (downtime): spec.selector is immutable: matchLabels.app web → shop',
      '$ kubectl delete -n shop deployment/web --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
      '$ kubectl rollout status -n shop deployment/web',
      '$ kubectl delete -n shop replicaset -l app=web',
    ],
    'a selector that asks for more: the old pods are those without the new label': [
      deployment(),
      LABELLED,
      'Deployment web: error (downtime): spec.selector is immutable: matchLabels.tier none → front',
      '$ kubectl delete -n shop deployment/web --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
      '$ kubectl rollout status -n shop deployment/web',
      "$ kubectl delete -n shop replicaset -l 'app=web,tier!=front'",
    ],
    'a selector that asks for less: the new Deployment takes the old pods over': [
      LABELLED,
      LABELLED.replace('matchLabels: { app: web, tier: front }', 'matchLabels: { app: web }'),
      'Deployment web: error (downtime): spec.selector is immutable: matchLabels.tier front → none',
      '$ kubectl delete -n shop deployment/web --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
      '$ kubectl rollout status -n shop deployment/web',
    ],
    'a DaemonSet, whose pods are its own': [
      workload('DaemonSet', 'image: web:1', ''),
      workload('DaemonSet', 'image: web:1', '').replaceAll('{ app: web }', '{ app: shop }'),
      'DaemonSet web: error (downtime): spec.selector is immutable: matchLabels.app web → shop',
      '$ kubectl delete -n shop daemonset/web --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
      '$ kubectl rollout status -n shop daemonset/web',
      '$ kubectl delete -n shop pod -l app=web',
    ],
  },
});

describePlanRule(claimTemplateIsImmutable, {
  accepts: {
    'another image': [statefulSet(), statefulSet('replicas: 3', 'image: db:2')],
    'the same size, spelled otherwise': [statefulSet(), statefulSet('replicas: 3', 'image: db:1', '10240Mi')],
  },
  tells: {
    'volumes that are to grow: the claims of each pod are told to, one by one': [
      statefulSet(),
      statefulSet('replicas: 3', 'image: db:1', '20Gi'),
      'StatefulSet db: error: volumeClaimTemplates[data] is immutable: 10Gi → 20Gi; the claims that exist keep 10Gi; depends on whether StorageClass fast allows expansion',
      '$ kubectl patch -n shop pvc/data-db-0 --type=merge -p \'{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}\'',
      '$ kubectl patch -n shop pvc/data-db-1 --type=merge -p \'{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}\'',
      '$ kubectl patch -n shop pvc/data-db-2 --type=merge -p \'{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}\'',
      '$ kubectl delete -n shop statefulset/db --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'numbers of pods that begin elsewhere': [
      statefulSet('replicas: 2, ordinals: { start: 5 }'),
      statefulSet('replicas: 2, ordinals: { start: 5 }', 'image: db:1', '20Gi'),
      'StatefulSet db: error: volumeClaimTemplates[data] is immutable: 10Gi → 20Gi; the claims that exist keep 10Gi; depends on whether StorageClass fast allows expansion',
      '$ kubectl patch -n shop pvc/data-db-5 --type=merge -p \'{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}\'',
      '$ kubectl patch -n shop pvc/data-db-6 --type=merge -p \'{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}\'',
      '$ kubectl delete -n shop statefulset/db --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'many pods': [
      statefulSet('replicas: 12'),
      statefulSet('replicas: 12', 'image: db:1', '20Gi'),
      'StatefulSet db: error: volumeClaimTemplates[data] is immutable: 10Gi → 20Gi; the claims that exist keep 10Gi; depends on whether StorageClass fast allows expansion',
      '$ for i in $(seq 0 11); do kubectl patch -n shop pvc/data-db-$i --type=merge -p \'{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}\'; done',
      '$ kubectl delete -n shop statefulset/db --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'a StorageClass of the manifests that lets volumes grow': [
      all(
        statefulSet('replicas: 1'),
        shared('storage.k8s.io/v1', 'StorageClass', 'fast', 'provisioner: x, allowVolumeExpansion: true'),
      ),
      all(
        statefulSet('replicas: 1', 'image: db:1', '20Gi'),
        shared('storage.k8s.io/v1', 'StorageClass', 'fast', 'provisioner: x, allowVolumeExpansion: true'),
      ),
      'StatefulSet db: error: volumeClaimTemplates[data] is immutable: 10Gi → 20Gi; the claims that exist keep 10Gi',
      '$ kubectl patch -n shop pvc/data-db-0 --type=merge -p \'{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}\'',
      '$ kubectl delete -n shop statefulset/db --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'one that does not': [
      all(statefulSet('replicas: 1'), shared('storage.k8s.io/v1', 'StorageClass', 'fast', 'provisioner: x')),
      all(
        statefulSet('replicas: 1', 'image: db:1', '20Gi'),
        shared('storage.k8s.io/v1', 'StorageClass', 'fast', 'provisioner: x'),
      ),
      'StatefulSet db: error: volumeClaimTemplates[data] is immutable: 10Gi → 20Gi; the claims that exist keep 10Gi; their StorageClass does not let them grow',
      '$ kubectl patch -n shop pvc/data-db-0 --type=merge -p \'{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}\'',
      '$ kubectl delete -n shop statefulset/db --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'volumes that are to shrink': [
      statefulSet(),
      statefulSet('replicas: 3', 'image: db:1', '5Gi'),
      "StatefulSet db: error (data-loss): volumeClaimTemplates[data] 10Gi → 5Gi: it is immutable, and a volume can't shrink",
    ],
    'another class': [
      statefulSet(),
      statefulSet().replace('storageClassName: fast', 'storageClassName: slow'),
      'StatefulSet db: error: volumeClaimTemplates is immutable: volumeClaimTemplates[data].spec.storageClassName fast → slow; claims that exist stay as they are',
      '$ kubectl delete -n shop statefulset/db --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
  },
});

describePlanRule(statefulSetIsImmutable, {
  accepts: { 'what may change': [statefulSet(), statefulSet('replicas: 5, minReadySeconds: 5')] },
  tells: {
    'the fields that the server does not name': [
      statefulSet('podManagementPolicy: OrderedReady'),
      statefulSet('podManagementPolicy: Parallel').replace('serviceName: db', 'serviceName: db-pods'),
      'StatefulSet db: error: a StatefulSet is immutable but for a few fields: podManagementPolicy OrderedReady → Parallel, serviceName db → db-pods',
      '$ kubectl delete -n shop statefulset/db --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'another selector, after which the old pods are in the way': [
      statefulSet('replicas: 2'),
      statefulSet('replicas: 2').replaceAll('{ app: db }', '{ app: data }'),
      'StatefulSet db: error: a StatefulSet is immutable but for a few fields: selector.matchLabels.app db → data',
      '$ kubectl delete -n shop statefulset/db --cascade=orphan',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
      '$ kubectl delete -n shop pod/db-0 pod/db-1',
    ],
  },
});

const job = (image: string, name = 'migrate') =>
  object(
    'batch/v1',
    'Job',
    name,
    `spec: { template: { spec: { restartPolicy: Never, containers: [{ name: run, image: "${image}" }] } } }`,
  );

describePlanRule(jobIsImmutable, {
  accepts: { 'a Job with another name': [job('web:1', 'migrate-1a2b3c4d'), job('web:2', 'migrate-5e6f7a8b')] },
  tells: {
    'another image of a Job with a fixed name': [
      job('web:1'),
      job('web:2'),
      'Job migrate: error: a Job is immutable: containers[run].image web:1 → web:2',
      '$ kubectl delete -n shop job/migrate',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
  },
});

const claim = (fields: string) =>
  object(
    'v1',
    'PersistentVolumeClaim',
    'data',
    `spec: { accessModes: [ReadWriteOnce], storageClassName: fast, ${fields} }`,
  );
const sized = (storage: string) => claim(`resources: { requests: { storage: ${storage} } }`);
const mounted = deployment(
  'image: web:1',
  'replicas: 1',
  'volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
);
const fast = (fields: string) => shared('storage.k8s.io/v1', 'StorageClass', 'fast', `provisioner: x, ${fields}`);

const COPY =
  'kubectl run -n shop copy-data --image=busybox:1.37 --restart=Never --overrides=\'{"spec":{"containers":[{"name":"copy-data","image":"busybox:1.37","command":["cp","-a","/from/.","/to/"],"volumeMounts":[{"name":"from","mountPath":"/from"},{"name":"to","mountPath":"/to"}]}],"volumes":[{"name":"from","persistentVolumeClaim":{"claimName":"data"}},{"name":"to","persistentVolumeClaim":{"claimName":"data-2"}}]}}\'';

describePlanRule(claimIsImmutable, {
  accepts: { 'a bound claim that grows': [all(sized('10Gi'), mounted), all(sized('20Gi'), mounted)] },
  tells: {
    'another class, and how to copy the data': [
      all(sized('10Gi'), mounted),
      all(sized('10Gi').replace('fast', 'slow'), mounted),
      'PersistentVolumeClaim data: error (data-loss): the claim is immutable: storageClassName fast → slow; replacing it deletes its volume, depending on the reclaim policy',
      '$ kubectl scale --replicas=0 -n shop deployment/web',
      `$ ${COPY}`,
    ],
    'a claim that shrinks': [
      all(sized('10Gi'), mounted),
      all(sized('5Gi'), mounted),
      "PersistentVolumeClaim data: error (data-loss): the claim can't shrink: 10Gi → 5Gi; replacing it deletes its volume, depending on the reclaim policy",
      '$ kubectl scale --replicas=0 -n shop deployment/web',
      `$ ${COPY}`,
    ],
    'a volumeName that is empty, while the cluster has filled it in': [
      all(sized('10Gi'), mounted),
      all(sized('10Gi').replace('fast', "fast, volumeName: ''"), mounted),
      "PersistentVolumeClaim data: error: a bound claim can't lose its volume: volumeName is empty",
    ],
    'a claim that no pod of the manifests mounts: it may be bound, so that the cluster is to be asked first': [
      sized('10Gi'),
      sized('20Gi'),
      "PersistentVolumeClaim data: error (data-loss): a claim that is not bound can't grow: 10Gi → 20Gi; no pod of the manifests mounts it, but it may be bound all the same",
      "$ kubectl get -n shop pvc/data -o 'jsonpath={.status.phase}'",
    ],
    '… of which another class is refused in any case': [
      sized('10Gi'),
      sized('10Gi').replace('fast', 'slow'),
      'PersistentVolumeClaim data: error (data-loss): the claim is immutable: storageClassName fast → slow; replacing it deletes its volume, depending on the reclaim policy',
      `$ ${COPY}`,
    ],
    'a class that does not let volumes grow': [
      all(sized('10Gi'), mounted, fast('volumeBindingMode: Immediate')),
      all(sized('20Gi'), mounted, fast('volumeBindingMode: Immediate')),
      "PersistentVolumeClaim data: error: the claim can't grow 10Gi → 20Gi: its StorageClass does not allow expansion",
    ],
  },
});

describePlanRule(
  claimIsImmutable,
  {
    tells: {
      'a claim of which the attributes may change if it is bound': [
        sized('10Gi'),
        sized('10Gi').replace('fast', 'fast, volumeAttributesClassName: gold'),
        "PersistentVolumeClaim data: error (data-loss): a claim that is not bound can't change: volumeAttributesClassName none → gold; no pod of the manifests mounts it, but it may be bound all the same",
        "$ kubectl get -n shop pvc/data -o 'jsonpath={.status.phase}'",
      ],
    },
  },
  { kubernetes: '1.34' },
);

const REMADE = [
  '$ kubectl delete -n shop persistentvolumeclaim/data',
  '$ kubectl apply --server-side -f dist/prod/shop.yaml',
];

describePlanRule(
  claimIsImmutable,
  {
    tells: {
      'a claim that is said not to be bound: nothing is in it': [
        sized('10Gi'),
        sized('20Gi'),
        "PersistentVolumeClaim data: error: a claim that is not bound can't grow: 10Gi → 20Gi",
        ...REMADE,
      ],
      '… whatever changes': [
        sized('10Gi'),
        sized('5Gi').replace('fast', 'slow'),
        'PersistentVolumeClaim data: error: a claim that is not bound is immutable: storageClassName fast → slow',
        ...REMADE,
      ],
    },
  },
  { assume: { claimsBound: false } },
);

test('that one claim is bound says nothing of another', () => {
  const [finding] = findingsOf(claimIsImmutable, sized('10Gi'), sized('20Gi'), { assume: { claimsBound: ['other'] } });

  expect(finding).toMatchObject({
    risk: 'data-loss',
    message: expect.stringContaining('; --assume does not name it, but it may be bound all the same'),
    remedy: expect.stringContaining('--assume pvc-bound=shop/data;'),
  });
});

describePlanRule(claimGrows, {
  accepts: { 'a claim that stays as it is': [all(sized('1Gi'), mounted), all(sized('1024Mi'), mounted)] },
  tells: {
    'a claim whose class is not known': [
      all(sized('10Gi'), mounted),
      all(sized('20Gi'), mounted),
      'PersistentVolumeClaim data: warning: the volume grows 10Gi → 20Gi: depends on whether StorageClass fast allows expansion',
    ],
    'a claim whose class lets it grow': [
      all(sized('10Gi'), mounted, fast('allowVolumeExpansion: true')),
      all(sized('20Gi'), mounted, fast('allowVolumeExpansion: true')),
      "PersistentVolumeClaim data: note: the volume grows 10Gi → 20Gi, and can't shrink again",
    ],
  },
});

describePlanRule(configIsImmutable, {
  accepts: {
    'a ConfigMap that becomes immutable': [
      object('v1', 'ConfigMap', 'web', 'data: { A: "1" }'),
      object('v1', 'ConfigMap', 'web', 'data: { A: "1" }, immutable: true'),
    ],
  },
  tells: {
    'an immutable ConfigMap with another content': [
      object('v1', 'ConfigMap', 'web', 'data: { A: "1" }, immutable: true'),
      object('v1', 'ConfigMap', 'web', 'data: { A: "2" }, immutable: true'),
      'ConfigMap web: error: ConfigMap is immutable: data.A 1 → 2',
    ],
    'an immutable Secret, without its values': [
      object('v1', 'Secret', 'web', 'data: { token: aHVudGVyMg== }, immutable: true'),
      object('v1', 'Secret', 'web', 'data: { token: c3dvcmRmaXNo }, immutable: true'),
      'Secret web: error: Secret is immutable: data.token (hidden) → (hidden, another one)',
    ],
    'one that is to be mutable again': [
      object('v1', 'ConfigMap', 'web', 'data: { A: "1" }, immutable: true'),
      object('v1', 'ConfigMap', 'web', 'data: { A: "1" }'),
      'ConfigMap web: error: ConfigMap is immutable: immutable true → none',
    ],
  },
});

describePlanRule(serviceAddressIsImmutable, {
  accepts: { 'another port': [service(), service('ports: [{ port: 81 }]')] },
  tells: {
    'a Service that becomes headless': [
      service(),
      service('ports: [{ port: 80 }], clusterIP: None'),
      'Service web: error (downtime): clusterIP none → None: a Service keeps what it got when it was made',
      '$ kubectl delete -n shop service/web',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'another class of load balancer': [
      service('ports: [{ port: 80 }], type: LoadBalancer, loadBalancerClass: example.com/a'),
      service('ports: [{ port: 80 }], type: LoadBalancer, loadBalancerClass: example.com/b'),
      'Service web: error (downtime): loadBalancerClass example.com/a → example.com/b: a Service keeps what it got when it was made',
      '$ kubectl delete -n shop service/web',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
  },
});

const binding = (role: string) =>
  object(
    'rbac.authorization.k8s.io/v1',
    'RoleBinding',
    'web',
    `roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: ${role} }, subjects: [{ kind: ServiceAccount, name: web }]`,
  );
const definition = (scope: string) =>
  shared(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    'widgets.example.com',
    `spec: { group: example.com, scope: ${scope}, names: { kind: Widget, plural: widgets }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }] }`,
  );

describePlanRule(fieldIsImmutable, {
  accepts: {
    'other subjects': [binding('a'), binding('a').replace('name: web }]', 'name: worker }]')],
    'what another rule knows better': [deployment(), RENAMED],
  },
  tells: {
    'another role of a binding': [
      binding('reader'),
      binding('writer'),
      'RoleBinding web: error (downtime): immutable: roleRef.name reader → writer',
      '$ kubectl delete -n shop rolebinding/web',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'another type of a Secret': [
      object('v1', 'Secret', 'web', 'type: Opaque, data: { username: YQ==, password: YQ== }'),
      object('v1', 'Secret', 'web', 'type: kubernetes.io/basic-auth, data: { username: YQ==, password: YQ== }'),
      'Secret web: error: immutable: type Opaque → kubernetes.io/basic-auth',
      '$ kubectl delete -n shop secret/web',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'a StorageClass': [
      fast('volumeBindingMode: Immediate'),
      fast('volumeBindingMode: WaitForFirstConsumer'),
      'StorageClass fast: error (cluster-wide): immutable: volumeBindingMode Immediate → WaitForFirstConsumer',
      '$ kubectl delete storageclass/fast',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'a PriorityClass': [
      shared('scheduling.k8s.io/v1', 'PriorityClass', 'high', 'value: 1000'),
      shared('scheduling.k8s.io/v1', 'PriorityClass', 'high', 'value: 2000'),
      'PriorityClass high: error (cluster-wide): immutable: value 1000 → 2000',
      '$ kubectl delete priorityclass/high',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'a definition, which is never deleted': [
      definition('Namespaced'),
      definition('Cluster'),
      'CustomResourceDefinition widgets.example.com: error (data-loss): immutable: spec.scope Namespaced → Cluster',
    ],
    'the pod of a Pod': [
      object(
        'v1',
        'Pod',
        'web',
        'spec: { containers: [{ name: web, image: "web:1", env: [{ name: A, value: "1" }] }] }',
      ),
      object(
        'v1',
        'Pod',
        'web',
        'spec: { containers: [{ name: web, image: "web:1", env: [{ name: A, value: "2" }] }] }',
      ),
      'Pod web: error (downtime): immutable: spec.containers[web].env[A].value 1 → 2',
      '$ kubectl delete -n shop pod/web',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
  },
});
