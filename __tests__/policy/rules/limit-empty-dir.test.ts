import { limitEmptyDir } from '../../../lib/policy/rules/limit-empty-dir';
import { describeRule } from '../support/describe-rule';
import { container, pod } from '../support/manifests';

describeRule(limitEmptyDir, {
  accepts: {
    'a limit': container('image: web', 'volumes: [{ name: tmp, emptyDir: { sizeLimit: 64Mi } }]'),
    'other volumes': container('image: web', 'volumes: [{ name: a, secret: {} }, { name: b, emptyDir: null }]'),
    'containers that are limited themselves': container(
      'resources: { limits: { ephemeral-storage: 1Gi } }',
      'volumes: [{ name: tmp, emptyDir: {  } }]',
    ),
    'memory that is limited': container(
      'resources: { limits: { memory: 1Gi } }',
      'volumes: [{ name: tmp, emptyDir: { medium: Memory } }]',
    ),
  },
  rejects: {
    none: [
      container('image: web', 'volumes: [{ name: tmp, emptyDir: {  } }]'),
      'spec.volumes[tmp].emptyDir.sizeLimit: the emptyDir tmp has no limit',
    ],
    'memory that is not limited': [
      container(
        'resources: { limits: { ephemeral-storage: 1Gi } }',
        'volumes: [{ name: tmp, emptyDir: { medium: Memory } }]',
      ),
      'spec.volumes[tmp].emptyDir.sizeLimit: the emptyDir tmp has no limit',
    ],
    'one container without a limit': [
      pod(
        'containers: [{ name: a, resources: { limits: { ephemeral-storage: 1Gi } } }, { name: b }], volumes: [{ name: tmp, emptyDir: {  } }]',
      ),
      'spec.volumes[tmp].emptyDir.sizeLimit: the emptyDir tmp has no limit',
    ],
  },
});
