import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { asStored } from '../../../lib/manifest/defaults/as-stored';
import type { Fields } from '../../../lib/manifest/fields';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';

const copyOf = (source: string) => `{ dataSource: ${source}, resources: { requests: { storage: 1Gi } } }`;

const policyOf = (rules: string) =>
  stored(`{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: { podSelector: {}${rules} } }`);

const deployment = (strategy: string) =>
  (stored(`{ apiVersion: apps/v1, kind: Deployment, spec: { strategy: ${strategy} } }`).spec as Fields).strategy;

const service = (spec: string, version?: string) =>
  stored(`{ apiVersion: v1, kind: Service, spec: ${spec} }`, version).spec;

const scaler = (version: string, more = '') =>
  stored(
    `{ apiVersion: autoscaling/${version}, kind: HorizontalPodAutoscaler, spec: { scaleTargetRef: { kind: Deployment, name: web }, maxReplicas: 3${more} } }`,
  ).spec;

const types = (rules: string) =>
  (
    stored(`{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: { podSelector: {}${rules} } }`)
      .spec as Fields
  ).policyTypes;

/** Objects that a real API server has stored exactly like that: see `__tests__/cluster/defaults.test.ts`. */
const OBJECTS = ['defaults/objects.yaml', 'mutations/bases.yaml'].flatMap((file) =>
  parseAllDocuments(readFileSync(join(__dirname, '../../cluster', file), 'utf8')).map(
    (document) => document.toJS() as KubernetesObject,
  ),
);
const VERSIONS = ['1.28', '1.31', '1.34', '1.37'];

/** An object as YAML, with a name. */
function stored(yaml: string, kubernetes = '1.37'): Fields {
  const object = { metadata: { name: 'web' }, ...(parse(yaml) as object) } as unknown as KubernetesObject;
  return asStored(object, kubernetes);
}

/** What becomes of a pod in a template. */
function pod(yaml: string, kubernetes = '1.37'): Fields {
  const template = { template: { spec: parse(yaml) as object } };
  const object = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: template };
  return (asStored(object, kubernetes).spec as { template: { spec: Fields } }).template.spec;
}

/** What a pod requests that is limited as a whole. */
function requestsOfWhole(containers: string, kubernetes?: string): unknown {
  const spec = `{ resources: { limits: { cpu: 1, memory: 1Gi } }, ${containers} }`;
  const { resources } = stored(`{ apiVersion: v1, kind: Pod, spec: ${spec} }`, kubernetes).spec as Fields;
  return (resources as Fields | undefined)?.requests;
}

function containersThatAsk(...requests: readonly string[]): string {
  return requests.map((each, at) => `{ name: c${at}, image: nginx, resources: { requests: ${each} } }`).join(', ');
}

/** What becomes of one container. */
function container(yaml: string, kubernetes = '1.37'): Fields {
  return (pod(`containers: [${yaml}]`, kubernetes).containers as Fields[])[0]!;
}

describe('any object', () => {
  const named = OBJECTS.map((object) => [`${object.kind} ${object.metadata.name}`, object] as const);

  test.each(named)('%s is stored once and for all', (_, object) => {
    for (const version of VERSIONS) {
      const first = asStored(object, version);
      expect(asStored(first, version)).toEqual(first);
    }
  });

  test.each(named)('%s is not changed itself', (_, object) => {
    const copy = structuredClone(object);
    asStored(object, '1.37');
    expect(object).toEqual(copy);
  });
});

describe('what means nothing is not stored', () => {
  test('nulls, empty lists, empty maps, and values that are the same as none', () => {
    expect(
      container('{ name: a, image: "a:1", args: [], env: null, stdin: false, workingDir: "", livenessProbe: null }'),
    ).toEqual({
      name: 'a',
      image: 'a:1',
      resources: {},
      imagePullPolicy: 'IfNotPresent',
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
    });
  });

  test('an empty object says something, and so does a zero where nobody having said anything is something else', () => {
    const policy = stored(
      '{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: { podSelector: {}, ingress: [{}] } }',
    );
    expect(policy.spec).toEqual({ podSelector: {}, ingress: [{}], policyTypes: ['Ingress'] });
    expect(stored('{ apiVersion: apps/v1, kind: Deployment, spec: { replicas: 0 } }').spec).toMatchObject({
      replicas: 0,
    });
    expect(
      pod('{ automountServiceAccountToken: false, hostNetwork: false, volumes: [{ name: a, emptyDir: {} }] }'),
    ).toEqual({
      automountServiceAccountToken: false,
      volumes: [{ name: 'a', emptyDir: {} }],
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
      securityContext: {},
      terminationGracePeriodSeconds: 30,
    });
  });

  test('an empty list of rules is the same as none', () => {
    expect(policyOf(', ingress: [], egress: []')).toEqual(policyOf(''));
  });

  test('a null in a map of texts is an empty text', () => {
    const map = stored('{ apiVersion: v1, kind: ConfigMap, data: { a: null } }');
    expect(map.data).toEqual({ a: '' });
  });

  test('fields that nobody knows, that the version does not know yet, or whose feature is off', () => {
    expect(stored('{ apiVersion: v1, kind: ConfigMap, dat: { a: b } }')).not.toHaveProperty('dat');
    const spread = '{ apiVersion: v1, kind: Service, spec: { trafficDistribution: PreferClose } }';
    expect(stored(spread, '1.28').spec).not.toHaveProperty('trafficDistribution');
    expect(stored(spread, '1.30').spec).not.toHaveProperty('trafficDistribution');
    expect(stored(spread, '1.31').spec).toHaveProperty('trafficDistribution', 'PreferClose');
  });

  test('what the server alone decides', () => {
    const object = stored(`
      apiVersion: v1
      kind: Namespace
      metadata: { name: shop, uid: u, resourceVersion: '1', generation: 2, creationTimestamp: '2024-01-01T00:00:00Z' }
      status: { phase: Active }`);
    expect(object).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop', labels: { 'kubernetes.io/metadata.name': 'shop' } },
      spec: {},
    });
  });
});

describe('quantities', () => {
  test('have their canonical form, in their own format', () => {
    const resources = '{ limits: { cpu: 0.1, memory: 1024Mi }, requests: { cpu: 1000m, memory: 1e9 } }';
    expect(container(`{ name: a, resources: ${resources} }`).resources).toEqual({
      limits: { cpu: '100m', memory: '1Gi' },
      requests: { cpu: '1', memory: '1G' },
    });
  });

  test('of resources are rounded up to thousandths, others are not', () => {
    expect(container('{ name: a, resources: { requests: { cpu: 0.0001 } } }').resources).toEqual({
      requests: { cpu: '1m' },
    });
    expect(pod('volumes: [{ name: a, emptyDir: { sizeLimit: 0.0001 } }]').volumes).toEqual([
      { name: 'a', emptyDir: { sizeLimit: '100u' } },
    ]);
  });
});

describe('a pod', () => {
  test('knows its account by two names, of which the new one wins', () => {
    const both = { serviceAccount: 'new', serviceAccountName: 'new' };
    expect(pod('serviceAccount: new')).toMatchObject(both);
    expect(pod('{ serviceAccountName: new, serviceAccount: old }')).toMatchObject(both);
  });

  test('of its own requests what it is limited to; a template does not', () => {
    const spec = '{ containers: [{ name: a, resources: { limits: { cpu: 2, memory: 1Gi }, requests: { cpu: 1 } } }] }';
    const alone = stored(`{ apiVersion: v1, kind: Pod, spec: ${spec} }`).spec as { containers: Fields[] };
    expect(alone.containers[0]!.resources).toEqual({
      limits: { cpu: '2', memory: '1Gi' },
      requests: { cpu: '1', memory: '1Gi' },
    });
    expect((pod(spec).containers as Fields[])[0]!.resources).toEqual({
      limits: { cpu: '2', memory: '1Gi' },
      requests: { cpu: '1' },
    });
  });

  test('has probes, ports and references in full', () => {
    const written =
      '{ name: a, ports: [{ containerPort: 80 }], livenessProbe: { httpGet: { port: 80 } }, readinessProbe: { grpc: { port: 80 }, periodSeconds: 0 }, env: [{ name: N, valueFrom: { fieldRef: { fieldPath: spec.nodeName } } }, { name: C, valueFrom: { resourceFieldRef: { resource: limits.cpu } } }] }';
    const timing = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
    expect(container(written)).toMatchObject({
      ports: [{ containerPort: 80, protocol: 'TCP' }],
      livenessProbe: { httpGet: { path: '/', port: 80, scheme: 'HTTP' }, ...timing },
      readinessProbe: { grpc: { port: 80, service: '' }, ...timing },
      env: [
        { name: 'N', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'spec.nodeName' } } },
        { name: 'C', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '0' } } },
      ],
    });
  });

  test('has volumes in full', () => {
    const volumes = `volumes: [
      { name: a }, { name: b, configMap: { name: c } }, { name: c, hostPath: { path: /a } },
      { name: d, projected: { sources: [{ serviceAccountToken: { path: t } }] } },
      { name: e, ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: 1024Mi } } } } } }]`;
    expect(pod(volumes).volumes).toEqual([
      { name: 'a', emptyDir: {} },
      { name: 'b', configMap: { name: 'c', defaultMode: 0o644 } },
      { name: 'c', hostPath: { path: '/a', type: '' } },
      {
        name: 'd',
        projected: { sources: [{ serviceAccountToken: { path: 't', expirationSeconds: 3600 } }], defaultMode: 0o644 },
      },
      {
        name: 'e',
        ephemeral: {
          volumeClaimTemplate: {
            metadata: {},
            spec: { resources: { requests: { storage: '1Gi' } }, volumeMode: 'Filesystem' },
          },
        },
      },
    ]);
  });
});

describe('a pod that is limited as a whole', () => {
  test('requests what it is limited to, where its containers request nothing', () => {
    expect(requestsOfWhole('containers: [{ name: a, image: nginx }]')).toEqual({ cpu: '1', memory: '1Gi' });
  });

  test('requests what its containers do together', () => {
    const containers = containersThatAsk('{ cpu: 100m, memory: 256Mi }', '{ cpu: 0.2, memory: 768Mi }');
    expect(requestsOfWhole(`containers: [${containers}]`)).toEqual({ cpu: '300m', memory: '1Gi' });
  });

  test('requests what its containers do before the others run, if that is more', () => {
    const [running, initial] = [containersThatAsk('{ cpu: 100m }'), containersThatAsk('{ cpu: 400m }')];
    const requests = requestsOfWhole(`containers: [${running}], initContainers: [${initial}]`);
    expect(requests).toEqual({ cpu: '400m', memory: '1Gi' });
  });

  test('is none before Kubernetes 1.34', () => {
    expect(requestsOfWhole('containers: [{ name: a, image: nginx }]', '1.33')).toBeUndefined();
  });
});

describe('a workload', () => {
  test('rolls out, unless it says otherwise', () => {
    expect(deployment('null')).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
    });
    expect(deployment('{ rollingUpdate: { maxSurge: 1 } }')).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' },
    });
    expect(deployment('{ type: Recreate }')).toEqual({ type: 'Recreate' });
  });

  test('with claims of its own has these in full', () => {
    const claim = '{ metadata: { name: data }, spec: { resources: { requests: { storage: 1024Mi } } } }';
    const set = stored(
      `{ apiVersion: apps/v1, kind: StatefulSet, spec: { volumeClaimTemplates: [${claim}] } }`,
      '1.36',
    );
    expect(set.spec).toMatchObject({
      replicas: 1,
      serviceName: '',
      podManagementPolicy: 'OrderedReady',
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      volumeClaimTemplates: [
        {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: { name: 'data' },
          spec: { resources: { requests: { storage: '1Gi' } }, volumeMode: 'Filesystem' },
          status: { phase: 'Pending' },
        },
      ],
    });
  });

  test('that is a Job has defaults, its template in a CronJob has none but those of the pod', () => {
    expect(stored('{ apiVersion: batch/v1, kind: Job, spec: {} }').spec).toMatchObject({
      parallelism: 1,
      completions: 1,
      backoffLimit: 6,
      completionMode: 'NonIndexed',
      suspend: false,
      podReplacementPolicy: 'TerminatingOrFailed',
      manualSelector: false,
    });
    expect(stored('{ apiVersion: batch/v1, kind: Job, spec: { parallelism: 2 } }').spec).not.toHaveProperty(
      'completions',
    );
    expect(stored('{ apiVersion: batch/v1, kind: Job, spec: {} }', '1.28').spec).not.toHaveProperty(
      'podReplacementPolicy',
    );
    const jobs = stored('{ apiVersion: batch/v1, kind: CronJob, spec: { jobTemplate: { spec: {} } } }').spec as Fields;
    expect(jobs).toMatchObject({
      concurrencyPolicy: 'Allow',
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
    });
    expect(Object.keys((jobs.jobTemplate as { spec: object }).spec)).toEqual(['template']);
  });
});

describe('a Service', () => {
  test('goes to the same port, by TCP', () => {
    expect(service('{ ports: [{ port: 80 }] }')).toEqual({
      type: 'ClusterIP',
      sessionAffinity: 'None',
      internalTrafficPolicy: 'Cluster',
      ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }],
    });
  });

  test('that is reached from outside says how', () => {
    const outside = { externalTrafficPolicy: 'Cluster', internalTrafficPolicy: 'Cluster' };
    expect(service('{ type: NodePort }')).toMatchObject(outside);
    expect(service('{ type: LoadBalancer }')).toMatchObject({ ...outside, allocateLoadBalancerNodePorts: true });
    expect(service('{ externalIPs: [192.0.2.1] }')).toMatchObject(outside);
    expect(service('{ externalIPs: [192.0.2.1] }', '1.28')).not.toHaveProperty('externalTrafficPolicy');
    expect(service('{ type: ExternalName, externalName: a.b, internalTrafficPolicy: Cluster }')).toEqual({
      type: 'ExternalName',
      externalName: 'a.b',
      sessionAffinity: 'None',
    });
  });

  test('is true to a client for three hours', () => {
    expect(service('{ sessionAffinity: ClientIP }')).toMatchObject({
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } },
    });
  });

  test('gets addresses and ports of the nodes from the server, so that none are made up', () => {
    expect(service('{ type: NodePort, clusterIP: None, ports: [{ port: 80, nodePort: 30080 }] }')).toMatchObject({
      clusterIP: 'None',
      ports: [{ port: 80, nodePort: 30080 }],
    });
    expect(service('{ type: NodePort, ports: [{ port: 80 }] }')).not.toHaveProperty('clusterIP');
  });
});

describe('a Secret', () => {
  test('has its texts in its data', () => {
    const secret = stored('{ apiVersion: v1, kind: Secret, data: { a: b2xk, b: Yg== }, stringData: { a: ü } }');
    expect(secret).toMatchObject({ type: 'Opaque', data: { a: 'w7w=', b: 'Yg==' } });
    expect(secret).not.toHaveProperty('stringData');
  });
});

describe('an autoscaler', () => {
  test('without a metric aims at 80 % of the CPU', () => {
    const target = { type: 'Utilization', averageUtilization: 80 };
    expect(scaler('v2')).toMatchObject({
      minReplicas: 1,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
    });
    expect(scaler('v1')).toMatchObject({ minReplicas: 1, targetCPUUtilizationPercentage: 80 });
  });

  test('with a rule for one direction has rules for both', () => {
    expect(scaler('v2', ', behavior: { scaleDown: { stabilizationWindowSeconds: 60 } }')).toMatchObject({
      behavior: {
        scaleUp: {
          stabilizationWindowSeconds: 0,
          selectPolicy: 'Max',
          policies: [
            { type: 'Pods', value: 4, periodSeconds: 15 },
            { type: 'Percent', value: 100, periodSeconds: 15 },
          ],
        },
        scaleDown: {
          stabilizationWindowSeconds: 60,
          selectPolicy: 'Max',
          policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
        },
      },
    });
  });
});

test('a NetworkPolicy is about egress only if it has rules for that', () => {
  expect(types('')).toEqual(['Ingress']);
  expect(types(', egress: [{}]')).toEqual(['Ingress', 'Egress']);
});

test('a claim knows what it is copied from by two names', () => {
  const claim = stored(
    '{ apiVersion: v1, kind: PersistentVolumeClaim, spec: { dataSource: { kind: PersistentVolumeClaim, name: old } } }',
  );
  const source = { kind: 'PersistentVolumeClaim', name: 'old' };
  expect(claim.spec).toEqual({ dataSource: source, dataSourceRef: source, resources: {}, volumeMode: 'Filesystem' });
});

test('a source of a claim that is neither a claim nor a snapshot is dropped, and a claim in a template stays as it is', () => {
  const claim = stored(
    `{ apiVersion: v1, kind: PersistentVolumeClaim, spec: ${copyOf('{ kind: Bucket, name: old }')} }`,
  );
  expect(claim.spec).toEqual({ resources: { requests: { storage: '1Gi' } }, volumeMode: 'Filesystem' });
  const template = `{ metadata: { name: a }, spec: ${copyOf('{ kind: PersistentVolumeClaim, name: old }')} }`;
  const set = stored(`{ apiVersion: apps/v1, kind: StatefulSet, spec: { volumeClaimTemplates: [${template}] } }`);
  expect((set.spec as { volumeClaimTemplates: Fields[] }).volumeClaimTemplates[0]!.spec).toEqual({
    dataSource: { kind: 'PersistentVolumeClaim', name: 'old' },
    resources: { requests: { storage: '1Gi' } },
    volumeMode: 'Filesystem',
  });
});

test('a zero that means nothing gets the default, even where a zero is always written', () => {
  const schema = stored(
    '{ apiVersion: flowcontrol.apiserver.k8s.io/v1, kind: FlowSchema, spec: { matchingPrecedence: 0 } }',
  );
  expect(schema.spec).toMatchObject({ matchingPrecedence: 1000 });
});

test('a native sidecar is an ordinary init container for 1.28', () => {
  const sidecar = '{ initContainers: [{ name: a, restartPolicy: Always }] }';
  const policy = (version: string) => (pod(sidecar, version).initContainers as Fields[])[0]!.restartPolicy;
  expect([policy('1.28'), policy('1.29')]).toEqual([undefined, 'Always']);
});
