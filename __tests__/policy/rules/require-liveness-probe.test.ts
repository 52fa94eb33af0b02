import { requireLivenessProbe } from '../../../lib/policy/rules/require-liveness-probe';
import { describeRule } from '../support/describe-rule';
import { job, manifests, service, workload } from '../support/manifests';

describeRule(requireLivenessProbe, {
  accepts: {
    'a probe': manifests(
      service('ports: [{ port: 80, targetPort: http }]'),
      workload(
        'Deployment',
        '',
        'containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }], livenessProbe: { httpGet: {} } }]',
      ),
    ),
    'a pod that no Service selects': workload(
      'Deployment',
      '',
      'containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }]',
    ),
    'a Service of another namespace': manifests(
      '{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: blog }, spec: { selector: { app: web }, ports: [{ port: 80 }] } }',
      workload('Deployment', '', 'containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }]'),
    ),
    sidecars: manifests(
      service('ports: [{ port: 80, targetPort: http }]'),
      workload(
        'Deployment',
        '',
        'initContainers: [{ name: agent, restartPolicy: Always }], containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }], livenessProbe: { grpc: {} } }, { name: proxy }]',
      ),
    ),
    'a sidecar that a Service sends to': manifests(
      service('ports: [{ port: 80, targetPort: http }]'),
      workload(
        'Deployment',
        '',
        'initContainers: [{ name: proxy, restartPolicy: Always, ports: [{ name: http, containerPort: 1 }] }], containers: [{ name: web }]',
      ),
    ),
    'an exporter of metrics': manifests(
      service('ports: [{ name: metrics, port: 9090 }]'),
      workload('Deployment', '', 'containers: [{ name: web, ports: [{ containerPort: 9090 }] }]'),
    ),
    'a Job': manifests(service(), job('containers: [{ name: web }]')),
    'a name outside the cluster': manifests(
      service('type: ExternalName, ports: [{ port: 80 }]'),
      workload('Deployment', '', 'containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }]'),
    ),
  },
  rejects: {
    none: [
      manifests(
        service('ports: [{ port: 80, targetPort: http }]'),
        workload('Deployment', '', 'containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }]'),
      ),
      'spec.template.spec.containers[web].livenessProbe: web is behind a Service and has no liveness probe',
    ],
    'a port by number': [
      manifests(
        service('ports: [{ port: 80, targetPort: 8080 }]'),
        workload('Deployment', '', 'containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }]'),
      ),
      'spec.template.spec.containers[web].livenessProbe: web is behind a Service and has no liveness probe',
    ],
    'a container that does not list its port': [
      manifests(service(), workload('Deployment', '')),
      'spec.template.spec.containers[web].livenessProbe: web is behind a Service and has no liveness probe',
    ],
    'a StatefulSet behind a headless Service': [
      manifests(service('clusterIP: None, ports: [{ port: 80 }]'), workload('StatefulSet', '')),
      'spec.template.spec.containers[web].livenessProbe: web is behind a Service and has no liveness probe',
    ],
  },
});
