import { validPorts } from '../../../lib/policy/rules/valid-ports';
import { describeRule } from '../support/describe-rule';

const service = (spec: string) => `{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: { ${spec} } }`;
const pod = (container: string) =>
  `{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [{ name: a, image: a, ${container} }] } }`;

describeRule(validPorts, {
  accepts: {
    'numbers and names': service('ports: [{ name: a, port: 1, targetPort: http }, { name: b, port: 65535 }]'),
    'a node port on a NodePort': service('type: NodePort, ports: [{ port: 80, nodePort: 30080 }]'),
    'a probe by name': pod('livenessProbe: { httpGet: { path: /, port: http } }'),
  },
  rejects: {
    'numbers out of range': [
      service('ports: [{ port: 70000, targetPort: 0.5 }, { name: b, port: 0 }]'),
      'spec.ports[70000].port: must be between 1 and 65535, is 70000',
      'spec.ports[70000].targetPort: must be between 1 and 65535, is 0.5',
      'spec.ports[0].port: must be between 1 and 65535, is 0',
      'spec.ports[70000].name: is required as the Service has several ports',
    ],
    'a number as a text': [
      service('ports: [{ port: 80, targetPort: "8080" }]'),
      'spec.ports[80].targetPort: is a text, not a number: take the quotes away from 8080',
    ],
    'a node port on a ClusterIP': [
      service('ports: [{ port: 80, nodePort: 30080 }]'),
      'spec.ports[80].nodePort: must not be set for a Service of type ClusterIP',
    ],
    'a name that is too long': [
      pod('ports: [{ name: a-very-long-name, containerPort: 80 }]'),
      'spec.containers[a].ports[80].name: must be at most 15 characters: "a-very-long-name"',
    ],
    'a range that ends before it begins': [
      '{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: { podSelector: {}, ingress: [{ ports: [{ port: 90, endPort: 80 }] }] } }',
      'spec.ingress[0].ports[0].endPort: must be at least port (90), is 80',
    ],
    'a backend without a port': [
      '{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: a }, spec: { defaultBackend: { service: { name: a } } } }',
      'spec.defaultBackend.service.port: needs a name or a number',
    ],
  },
});
