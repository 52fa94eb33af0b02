import { dependsOnCluster } from '../../../lib/plan/rules/depends-on-cluster';
import { mergeIsRejected } from '../../../lib/plan/rules/merge-is-rejected';
import { objectIsInvalid } from '../../../lib/plan/rules/object-is-invalid';
import { replacementIsForced } from '../../../lib/plan/rules/replacement-is-forced';
import { describePlanRule } from '../support/describe-plan-rule';
import { all, deployment, object, service, shared } from '../support/manifests';

const flow = (subjects: string) =>
  object(
    'flowcontrol.apiserver.k8s.io/v1',
    'FlowSchema',
    'shop',
    `spec: { priorityLevelConfiguration: { name: shop }, rules: [{ subjects: ${subjects}, nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }] }] }`,
  );

describePlanRule(objectIsInvalid, {
  accepts: {
    'a valid object': ['', deployment()],
    'an update that is refused': [deployment(), deployment().replaceAll('{ app: web }', '{ app: shop }')],
  },
  tells: {
    'fields of a load balancer at a Service that is none': [
      service('ports: [{ port: 80 }], type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]'),
      service('ports: [{ port: 80 }], type: ClusterIP, loadBalancerSourceRanges: [10.0.0.0/8]'),
      'Service web: error: spec.loadBalancerSourceRanges: must not be set for a Service of type ClusterIP',
    ],
    'a new object that has a mistake': [
      '',
      deployment('image: web:1', 'replicas: -1'),
      'Deployment web: error: spec.replicas: must be at least 0, is -1',
    ],
    'a list that is empty, and so is none once it is stored: in a new object': [
      '',
      flow('[]'),
      'FlowSchema shop: error: spec.rules[0].subjects: is required',
    ],
    '… and in one that was valid': [
      flow('[{ kind: User, user: { name: a } }]'),
      flow('[]'),
      'FlowSchema shop: error: spec.rules[0].subjects: is required',
    ],
    'a field that nobody knows': [
      deployment(),
      deployment('image: web:1', 'replicas: 3, replica: 4'),
      'Deployment web: error: spec.replica: field not declared in schema',
    ],
  },
});

const RECREATE = deployment('image: web:1', 'replicas: 3, strategy: { type: Recreate }');
const TWICE = deployment('image: web:1, env: [{ name: A, value: "1" }, { name: A, value: "2" }]');

describePlanRule(
  mergeIsRejected,
  {
    accepts: {
      'a strategy whose old fields were written, and so go with them': [
        deployment(
          'image: web:1',
          'replicas: 3, strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }',
        ),
        RECREATE,
      ],
      'a mistake of the manifest itself': [
        deployment(),
        deployment('image: web:1', 'replicas: 3, strategy: { type: Recreate, rollingUpdate: { maxSurge: 1 } }'),
      ],
    },
    tells: {
      'a strategy whose defaults stay with server-side apply': [
        deployment(),
        RECREATE,
        'Deployment web: error: spec.strategy.rollingUpdate: must not be set with type: Recreate (with --server-side only)',
        '$ kubectl patch -n shop deployment/web --type=merge -p \'{"spec":{"strategy":{"type":"Recreate","rollingUpdate":null}}}\'',
        '$ kubectl apply --server-side -f dist/prod/shop.yaml',
      ],
      'a variable that is there twice': [
        deployment('image: web:1, env: [{ name: A, value: "1" }]'),
        TWICE,
        'Deployment web: error: spec.template.spec.containers[web].env: duplicate entries for key [name="A"] (with --server-side only)',
      ],
    },
  },
  { apply: 'either' },
);

const job = (image: string, annotation: string) =>
  object(
    'batch/v1',
    'Job',
    'migrate',
    `spec: { template: { spec: { restartPolicy: Never, containers: [{ name: run, image: "${image}" }] } } }`,
    `annotations: { ${annotation} }`,
  );
const claim = (storage: string, annotation: string) =>
  object(
    'v1',
    'PersistentVolumeClaim',
    'data',
    `spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: ${storage} } } }`,
    `annotations: { ${annotation} }`,
  );
const FORCE = 'kustomize.toolkit.fluxcd.io/force: enabled';

describePlanRule(
  replacementIsForced,
  {
    accepts: { 'an object that is only rejected': [job('a:1', 'a: b'), job('a:2', 'a: b')] },
    tells: {
      'a Job that Flux makes anew': [
        job('a:1', FORCE),
        job('a:2', FORCE),
        'Job migrate: warning (downtime): Flux deletes it and makes it anew, as its annotation asks for',
      ],
      'an annotation that says it in capitals': [
        job('a:1', FORCE.replace('enabled', 'Enabled')),
        job('a:2', FORCE.replace('enabled', 'Enabled')),
        'Job migrate: warning (downtime): Flux deletes it and makes it anew, as its annotation asks for',
      ],
      'a label, of which it heeds the same': [
        job('a:1', FORCE).replace('annotations:', 'labels:'),
        job('a:2', FORCE).replace('annotations:', 'labels:'),
        'Job migrate: warning (downtime): Flux deletes it and makes it anew, as its label asks for',
      ],
      'a claim that is lost with its data': [
        claim('2Gi', FORCE),
        claim('1Gi', FORCE),
        'PersistentVolumeClaim data: error (data-loss): Flux deletes it and makes it anew, as its annotation asks for: what it holds is lost',
      ],
    },
  },
  { target: 'flux', assume: { claimsBound: true } },
);

describePlanRule(
  replacementIsForced,
  {
    accepts: {
      'what Flux would do, with Argo CD': [job('a:1', FORCE), job('a:2', FORCE)],
      'one of the two options that Argo CD needs': [
        job('a:1', 'argocd.argoproj.io/sync-options: "Force=true,Prune=false"'),
        job('a:2', 'argocd.argoproj.io/sync-options: "Force=true,Prune=false"'),
      ],
    },
    tells: {
      'a Job that Argo CD makes anew': [
        job('a:1', 'argocd.argoproj.io/sync-options: "Force=true,Replace=true"'),
        job('a:2', 'argocd.argoproj.io/sync-options: "Force=true,Replace=true"'),
        'Job migrate: warning (downtime): Argo CD deletes it and makes it anew, as its annotation asks for',
      ],
    },
  },
  { target: 'argocd' },
);

const WIDGETS = shared(
  'apiextensions.k8s.io/v1',
  'CustomResourceDefinition',
  'widgets.example.com',
  'spec: { group: example.com, scope: Namespaced, names: { kind: Widget, plural: widgets }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: { size: { type: integer, x-kubernetes-validations: [{ rule: "self >= oldSelf" }] }, color: { type: string } } } } } } }] }',
);
const widget = (spec: string) => all(WIDGETS, object('example.com/v1', 'Widget', 'one', `spec: { ${spec} }`));

describePlanRule(dependsOnCluster, {
  accepts: {
    'a field without such a rule': [widget('size: 1, color: red'), widget('size: 1, color: blue')],
    'a claim that grows, which another rule tells of': [claim('1Gi', 'a: b'), claim('2Gi', 'a: b')],
  },
  tells: {
    'a field of a custom resource that a rule compares with the old one': [
      widget('size: 1'),
      widget('size: 2'),
      'Widget one: warning: depends on whether the rule "self >= oldSelf" allows the change of spec.size',
    ],
  },
});
