import { validObject } from '../../../lib/policy/rules/valid-object';
import { describeRule } from '../support/describe-rule';

const pod = (spec: string) => `{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { ${spec} } }`;
const container = (fields: string, spec = '') => pod(`containers: [{ name: a, image: a, ${fields} }], ${spec}`);
const object = (apiVersion: string, kind: string, spec: string) =>
  `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: a }, spec: { ${spec} } }`;
const deployment = (spec: string) => object('apps/v1', 'Deployment', spec);
const policy = (rule: string) => object('networking.k8s.io/v1', 'NetworkPolicy', `podSelector: {}, ingress: [${rule}]`);
const ingress = (spec: string) => object('networking.k8s.io/v1', 'Ingress', spec);
const autoscaler = (spec: string) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', `scaleTargetRef: { kind: Deployment, name: a }, ${spec}`);
const budget = (spec: string) => object('policy/v1', 'PodDisruptionBudget', spec);
const job = (spec: string) =>
  object(
    'batch/v1',
    'Job',
    `${spec}, template: { spec: { restartPolicy: Never, containers: [{ name: a, image: a }] } }`,
  );

describe('pods', () => {
  describeRule(validObject, {
    accepts: {
      'one handler': container('livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 1 }'),
      'a sleep within the grace period': container('lifecycle: { preStop: { sleep: { seconds: 30 } } }'),
      'a file of a ConfigMap below': container(
        '',
        'volumes: [{ name: v, configMap: { name: a, items: [{ key: a, path: b/c }] } }]',
      ),
      'a toleration of everything': container('', 'tolerations: [{ operator: Exists }]'),
    },
    rejects: {
      'no image': [pod('containers: [{ name: a }]'), 'spec.containers[a].image: is required'],
      'no containers': [pod('containers: []'), 'spec.containers: must not be empty'],
      'a probe without a handler': [
        container('livenessProbe: { periodSeconds: -1 }'),
        'spec.containers[a].livenessProbe.periodSeconds: must be at least 0, is -1',
        'spec.containers[a].livenessProbe: needs a handler: exec, httpGet, tcpSocket, grpc',
      ],
      'a probe with two': [
        container('readinessProbe: { exec: { command: [a] }, tcpSocket: { port: 80 } }'),
        'spec.containers[a].readinessProbe: must not have both exec and tcpSocket',
      ],
      'a liveness probe that must succeed twice': [
        container('livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 2 }'),
        'spec.containers[a].livenessProbe.successThreshold: must be 1 for a livenessProbe, is 2',
      ],
      'a sleep beyond the grace period': [
        container('lifecycle: { preStop: { sleep: { seconds: 11 } } }', 'terminationGracePeriodSeconds: 10'),
        'spec.containers[a].lifecycle.preStop.sleep.seconds: must be between 0 and terminationGracePeriodSeconds (10), is 11',
      ],
      'a probe of an init container that ends': [
        container('', 'initContainers: [{ name: b, image: b, startupProbe: { tcpSocket: { port: 80 } } }]'),
        'spec.initContainers[b].startupProbe: must not be set on an init container without restartPolicy: Always',
      ],
      'a variable with a value and a source': [
        container('env: [{ name: A, value: a, valueFrom: { fieldRef: { fieldPath: metadata.name } } }]'),
        'spec.containers[a].env[A].valueFrom: must not be set beside value',
      ],
      'a field of the pod that cannot be read': [
        container('env: [{ name: A, valueFrom: { fieldRef: { fieldPath: spec.replicas } } }]'),
        'spec.containers[a].env[A].valueFrom.fieldRef.fieldPath: is no field of a pod that can be read here: spec.replicas',
      ],
      'a volume of two sources': [
        container('', 'volumes: [{ name: v, emptyDir: {}, secret: { secretName: a } }]'),
        'spec.volumes[v]: must have one source, has emptyDir and secret',
      ],
      'a path out of the volume': [
        container('volumeMounts: [{ name: v, mountPath: /v, subPath: ../a }]', 'volumes: [{ name: v, emptyDir: {} }]'),
        'spec.containers[a].volumeMounts[/v].subPath: must not contain "..": ../a',
      ],
      'privileges without escalation': [
        container('securityContext: { privileged: true, allowPrivilegeEscalation: false }'),
        'spec.containers[a].securityContext: must not be privileged with allowPrivilegeEscalation: false',
      ],
      'a negative user': [
        container('securityContext: { runAsUser: -1 }'),
        'spec.containers[a].securityContext.runAsUser: must be between 0 and 2147483647, is -1',
      ],
      'a toleration with a value of anything': [
        container('', 'tolerations: [{ key: a, operator: Exists, value: b }]'),
        'spec.tolerations[0].value: must not be set with operator: Exists',
      ],
      'a weight of 0': [
        container(
          '',
          'affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 0, preference: {} }] } }',
        ),
        'spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: must be between 1 and 100, is 0',
      ],
    },
  });
});

describe('workloads', () => {
  describeRule(validObject, {
    accepts: {
      'a surge above 100 %': deployment('strategy: { rollingUpdate: { maxSurge: 200%, maxUnavailable: 0 } }'),
      'an indexed job': job('completionMode: Indexed, completions: 3'),
      'a budget': budget('maxUnavailable: 50%'),
    },
    rejects: {
      'fewer than no replicas': [deployment('replicas: -1'), 'spec.replicas: must be at least 0, is -1'],
      'a rollout that cannot go on': [
        deployment('strategy: { rollingUpdate: { maxSurge: 0%, maxUnavailable: 0 } }'),
        'spec.strategy.rollingUpdate.maxUnavailable: must not be 0 with maxSurge: 0',
      ],
      'parameters of another strategy': [
        deployment('strategy: { type: Recreate, rollingUpdate: { maxSurge: 1 } }'),
        'spec.strategy.rollingUpdate: must not be set with type: Recreate',
      ],
      'a deadline that comes first': [
        deployment('minReadySeconds: 600'),
        'spec.progressDeadlineSeconds: must be greater than minReadySeconds (600), is 600, the default',
      ],
      'an indexed job without completions': [
        job('completionMode: Indexed'),
        'spec.completions: is required with completionMode: Indexed',
      ],
      'a budget of both kinds': [
        budget('minAvailable: 1, maxUnavailable: 1'),
        'spec: must not have both minAvailable and maxUnavailable',
      ],
      'a budget above 100 %': [budget('minAvailable: 101%'), 'spec.minAvailable: must be at most 100%, is 101%'],
      'an autoscaler upside down': [
        autoscaler('minReplicas: 5, maxReplicas: 3'),
        'spec.maxReplicas: must be at least minReplicas (5), is 3',
      ],
      'a metric of another type': [
        autoscaler(
          'maxReplicas: 3, metrics: [{ type: Resource, pods: { metric: { name: a }, target: { type: AverageValue, averageValue: 1 } } }]',
        ),
        'spec.metrics[0].resource: is required with type: Resource',
        'spec.metrics[0].pods: must not be set with type: Resource',
      ],
    },
  });
});

describe('networking and storage', () => {
  describeRule(validObject, {
    accepts: {
      'a block without an exception': policy('{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }'),
      'a headless Service': object('v1', 'Service', 'clusterIP: None'),
      'a wildcard host': ingress('rules: [{ host: "*.example.com" }]'),
    },
    rejects: {
      'an exception outside of the block': [
        policy('{ from: [{ ipBlock: { cidr: 10.0.0.0/8, except: [192.168.0.0/16] } }] }'),
        'spec.ingress[0].from[0].ipBlock.except[0]: must be inside of cidr (10.0.0.0/8) and smaller, is 192.168.0.0/16',
      ],
      'an address for a block': [
        policy('{ from: [{ ipBlock: { cidr: 10.0.0.1 } }] }'),
        'spec.ingress[0].from[0].ipBlock.cidr: is no CIDR block such as 10.0.0.0/8: 10.0.0.1',
      ],
      'a peer that is nobody': [
        policy('{ from: [{}] }'),
        'spec.ingress[0].from[0]: needs a podSelector, a namespaceSelector or an ipBlock',
      ],
      'a Service without ports': [object('v1', 'Service', 'selector: { a: b }'), 'spec.ports: is required'],
      'a headless LoadBalancer': [
        object('v1', 'Service', 'type: LoadBalancer, clusterIP: None'),
        'spec.clusterIP: must not be None for a Service of type LoadBalancer',
      ],
      'an Ingress of nothing': [ingress('rules: []'), 'spec: needs rules or defaultBackend'],
      'a relative path': [
        ingress(
          'rules: [{ http: { paths: [{ path: app, pathType: Prefix, backend: { service: { name: a, port: { number: 80 } } } }] } }]',
        ),
        'spec.rules[0].http.paths[0].path: must begin with "/": app',
      ],
      'a claim without an access mode': [
        object('v1', 'PersistentVolumeClaim', 'resources: { requests: { storage: 1Gi } }'),
        'spec.accessModes: is required',
      ],
    },
  });

  describeRule(
    validObject,
    {
      rejects: {
        'a block that is no network from 1.36 on': [
          policy('{ from: [{ ipBlock: { cidr: 10.1.0.0/8 } }] }'),
          'spec.ingress[0].from[0].ipBlock.cidr: must have only zeros after the first 8 bits: 10.1.0.0/8',
        ],
      },
    },
    { kubernetes: '1.36' },
  );
});

describe('others', () => {
  describeRule(validObject, {
    accepts: {
      'a Role':
        '{ apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: { name: a }, rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }] }',
      'a Secret of a type with its keys':
        '{ apiVersion: v1, kind: Secret, metadata: { name: a }, type: kubernetes.io/basic-auth, stringData: { password: x } }',
    },
    rejects: {
      'a ConfigMap of more than 1 MiB': [
        `{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: { a: "${'x'.repeat(2 ** 20 + 1)}" } }`,
        'data: must be at most 1048576 bytes together',
      ],
      'a TLS Secret without a key': [
        '{ apiVersion: v1, kind: Secret, metadata: { name: a }, type: kubernetes.io/tls, data: { tls.crt: "" } }',
        'data: needs tls.key for its type',
      ],
      'a rule without verbs': [
        '{ apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: { name: a }, rules: [{ apiGroups: [""], resources: [pods], verbs: [] }] }',
        'rules[0].verbs: must not be empty',
      ],
      'metadata that the server sets': [
        '{ apiVersion: v1, kind: ConfigMap, metadata: { name: a, uid: x, resourceVersion: "1" } }',
        'metadata.resourceVersion: is set by the API server: leave it out',
        'metadata.uid: is set by the API server: leave it out',
      ],
    },
  });
});
