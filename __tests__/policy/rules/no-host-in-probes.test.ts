import { noHostInProbes } from '../../../lib/policy/rules/no-host-in-probes';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(
  noHostInProbes,
  {
    accepts: {
      'a probe of the pod': container('livenessProbe: { httpGet: { port: 80 } }'),
      'an empty host': container('livenessProbe: { tcpSocket: { port: 80, host: "" } }'),
    },
    rejects: {
      'another host, also this one': [
        container(
          'livenessProbe: { httpGet: { host: 127.0.0.1 } }, lifecycle: { preStop: { tcpSocket: { host: db } } }',
        ),
        'spec.containers[web].livenessProbe.httpGet.host: web has the kubelet ask the host 127.0.0.1',
        'spec.containers[web].lifecycle.preStop.tcpSocket.host: web has the kubelet ask the host db',
      ],
    },
  },
  { kubernetes: '1.34', podSecurity: 'baseline' },
);

describeRule(
  noHostInProbes,
  { accepts: { 'a host before 1.34': container('livenessProbe: { httpGet: { host: 127.0.0.1 } }') } },
  { kubernetes: '1.33' },
);
