import { customResourceIsUnknown } from '../../../lib/plan/rules/custom-resource-is-unknown';
import { definitionChanges } from '../../../lib/plan/rules/definition-changes';
import { orderOfApply } from '../../../lib/plan/rules/order-of-apply';
import { wholeClusterChanges } from '../../../lib/plan/rules/whole-cluster-changes';
import { describePlanRule } from '../support/describe-plan-rule';
import { all, object, service, shared } from '../support/manifests';

const storage = (isDefault: string) =>
  shared(
    'storage.k8s.io/v1',
    'StorageClass',
    'fast',
    'provisioner: x',
    `annotations: { storageclass.kubernetes.io/is-default-class: "${isDefault}" }`,
  );
const webhook = (policy: string, labels = '') =>
  shared(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    'guard',
    `webhooks: [{ name: guard.example.com, failurePolicy: ${policy}, sideEffects: None, admissionReviewVersions: [v1], clientConfig: { url: "https://guard.example.com" } }]`,
    labels,
  );

describePlanRule(wholeClusterChanges, {
  accepts: {
    'a class that is not the default': ['', storage('false')],
    'a label of a webhook': [webhook('Ignore'), webhook('Ignore', 'labels: { a: b }')],
    'a webhook that nobody deletes': [webhook('Fail'), ''],
    'what belongs to a namespace': ['', service()],
  },
  tells: {
    'a new default StorageClass': [
      storage('false'),
      storage('true'),
      'StorageClass fast: warning (cluster-wide): becomes the default StorageClass, for claims that name none',
    ],
    'a default that is none any more': [
      storage('true'),
      storage('false'),
      'StorageClass fast: warning (cluster-wide): is no longer the default StorageClass, for claims that name none',
    ],
    'the priority of all pods': [
      '',
      shared('scheduling.k8s.io/v1', 'PriorityClass', 'high', 'value: 1000, globalDefault: true'),
      'PriorityClass high: warning (cluster-wide): becomes the default PriorityClass, for pods that name none',
    ],
    'a webhook': [
      '',
      webhook('Fail'),
      'ValidatingWebhookConfiguration guard: warning (cluster-wide): judges objects of everybody; while it is down nothing can be written that it is for (failurePolicy is Fail)',
    ],
    'a webhook that changes': [
      webhook('Fail'),
      webhook('Ignore'),
      'ValidatingWebhookConfiguration guard: warning (cluster-wide): changes and judges objects of everybody',
    ],
  },
});

const schema = (properties: string, rest = '') =>
  `schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, ${rest && `${rest}, `}properties: { ${properties} } } } } }`;
const version = (name: string, fields: string) => `{ name: ${name}, ${fields} }`;
const definition = (...versions: readonly string[]) =>
  shared(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    'widgets.example.com',
    `spec: { group: example.com, scope: Namespaced, names: { kind: Widget, plural: widgets }, versions: [${versions.join(', ')}] }`,
  );
const SIZE = 'size: { type: integer }';
const V1 = version('v1', `served: true, storage: true, ${schema(SIZE)}`);
const OLD = version('v1beta1', `served: true, storage: false, ${schema(SIZE)}`);
const widget = (apiVersion = 'v1') => object(`example.com/${apiVersion}`, 'Widget', 'one', 'spec: { size: 1 }');
const having = (text: string) => definition(version('v1', `served: true, storage: true, ${text}`));

describePlanRule(definitionChanges, {
  accepts: {
    'a new field': [having(schema(SIZE)), having(schema(`${SIZE}, color: { type: string }`))],
    'a new version': [definition(V1), definition(V1, version('v2', `served: true, storage: false, ${schema(SIZE)}`))],
    'a limit that is loosened': [
      having(schema('size: { type: integer, maximum: 5 }')),
      having(schema('size: { type: integer, maximum: 9 }')),
    ],
    'a version that was not served': [definition(V1, OLD.replace('served: true', 'served: false')), definition(V1)],
  },
  tells: {
    'a version that is no longer served': [
      definition(V1, OLD),
      definition(V1, OLD.replace('served: true', 'served: false')),
      'CustomResourceDefinition widgets.example.com: warning (cluster-wide): version v1beta1 is no longer served: who still uses it is refused',
    ],
    'a version that is removed while it is used': [
      all(definition(V1, OLD), widget('v1beta1')),
      all(definition(V1), widget('v1beta1')),
      'CustomResourceDefinition widgets.example.com: error (cluster-wide): version v1beta1 is removed, and 1 object of the manifests still use it: they are refused',
    ],
    'a field that is dropped': [
      having(schema(`${SIZE}, color: { type: string }`)),
      having(schema(SIZE)),
      'CustomResourceDefinition widgets.example.com: warning (data-loss): v1 no longer knows spec.color: the values are dropped at the next write',
    ],
    'a schema that asks for more': [
      having(schema(SIZE)),
      having(schema('size: { type: integer, maximum: 5 }', 'required: [size]')),
      'CustomResourceDefinition widgets.example.com: warning (cluster-wide): v1 asks for more: spec.size is required, maximum of spec.size',
    ],
  },
});

describePlanRule(customResourceIsUnknown, {
  accepts: {
    'a kind of Kubernetes': ['', service()],
    'a kind with a definition': [definition(V1), all(definition(V1), widget())],
    'one that is removed': [widget(), ''],
    'a widespread kind of which we know the definition': [
      '',
      all(
        object('cert-manager.io/v1', 'Certificate', 'web', 'spec: {}'),
        object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', 'spec: {}'),
      ),
    ],
  },
  tells: {
    'a kind that nobody explains': [
      widget(),
      widget().replace('size: 1', 'size: 2'),
      'Widget one: note (unknown): what its controller does with Widget.example.com is not known',
    ],
    'a version of a widespread kind, and a kind of its group, that we do not know': [
      '',
      all(
        object('cert-manager.io/v9', 'Certificate', 'web', 'spec: {}'),
        object('cert-manager.io/v1', 'Passport', 'web', 'spec: {}'),
      ),
      'Certificate web: note (unknown): what its controller does with Certificate.cert-manager.io is not known',
      'Passport web: note (unknown): what its controller does with Passport.cert-manager.io is not known',
    ],
    'a kind whose group only ends like those of Kubernetes': [
      '',
      object('snapshot.storage.k8s.io/v1', 'VolumeSnapshot', 'db', 'spec: {}'),
      'VolumeSnapshot db: note (unknown): what its controller does with VolumeSnapshot.snapshot.storage.k8s.io is not known',
    ],
  },
});

const NAMESPACE = shared('v1', 'Namespace', 'shop');

describePlanRule(orderOfApply, {
  accepts: {
    'a namespace that comes first': ['', all(NAMESPACE, service())],
    'a namespace that was there before': [NAMESPACE, all(service(), NAMESPACE)],
    'a definition without objects': ['', definition(V1)],
    'a definition that is there': [definition(V1), all(definition(V1), widget())],
  },
  tells: {
    'a definition with its first object': [
      '',
      all(definition(V1), widget()),
      'CustomResourceDefinition widgets.example.com: warning: the first apply fails for 1 object of kind Widget: the definition must be established before',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
      '$ kubectl wait --for=condition=Established --timeout=60s crd/widgets.example.com',
      '$ kubectl apply --server-side -f dist/prod/shop.yaml',
    ],
    'objects before their namespace': [
      '',
      all(service(), NAMESPACE),
      'Namespace shop: warning: the first apply fails for 1 object in it: they come before the Namespace',
    ],
  },
});

describePlanRule(
  orderOfApply,
  { accepts: { 'what Argo CD sorts': ['', all(service(), NAMESPACE, widget(), definition(V1))] } },
  { target: 'argocd' },
);
