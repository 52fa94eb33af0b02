import { noHostPath } from '../../../lib/policy/rules/no-host-path';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(
  noHostPath,
  {
    accepts: {
      'other volumes': container(
        'image: web',
        'volumes: [{ name: tmp, emptyDir: {} }, { name: none, hostPath: null }]',
      ),
    },
    rejects: {
      'a path of the node': [
        container('image: web', 'volumes: [{ name: logs, hostPath: { path: /var/log } }]'),
        'spec.volumes[logs].hostPath: the pod mounts /var/log of the node',
      ],
      'one without a path': [
        container('image: web', 'volumes: [{ hostPath: {} }]'),
        'spec.volumes[0].hostPath: the pod mounts a path of the node',
      ],
    },
  },
  { podSecurity: 'baseline' },
);
