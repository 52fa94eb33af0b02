import { noIdenticalProbes } from '../../../lib/policy/rules/no-identical-probes';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(noIdenticalProbes, {
  accepts: {
    'different questions': container(
      'livenessProbe: { httpGet: { path: /healthz, port: 80 } }, readinessProbe: { httpGet: { path: /readyz, port: 80 } }',
    ),
    'more patience': container(
      'livenessProbe: { exec: { command: [ask] }, failureThreshold: 6 }, readinessProbe: { exec: { command: [ask] } }',
    ),
    'one probe alone': container('readinessProbe: { httpGet: { port: 80 } }'),
  },
  rejects: {
    'the same question': [
      container(
        'livenessProbe: { httpGet: { path: /, port: 80 } }, readinessProbe: { httpGet: { port: 80, path: / } }',
      ),
      'spec.containers[web].livenessProbe: web is killed after 30 s by the question that says whether it is ready',
    ],
    'less patience': [
      container('livenessProbe: { grpc: { port: 80 }, periodSeconds: 5 }, readinessProbe: { grpc: { port: 80 } }'),
      'spec.containers[web].livenessProbe: web is killed after 15 s by the question that says whether it is ready',
    ],
  },
});
