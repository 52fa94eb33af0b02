import { restrictedVolumeTypes } from '../../../lib/policy/rules/restricted-volume-types';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(restrictedVolumeTypes, {
  accepts: {
    'the core types': container(
      'image: web',
      'volumes: [{ name: a, emptyDir: {} }, { name: b, secret: {} }, { name: c, persistentVolumeClaim: {} }, { name: d, image: {} }]',
    ),
    'a volume without a type, which is an emptyDir': container('image: web', 'volumes: [{ name: a }]'),
    'what no-host-path says already': container('image: web', 'volumes: [{ name: a, hostPath: { path: / } }]'),
  },
  rejects: {
    'a type that bypasses claims': [
      container('image: web', 'volumes: [{ name: data, nfs: { server: files } }]'),
      'spec.volumes[data].nfs: the volume is of type nfs',
    ],
  },
});

describeRule(
  restrictedVolumeTypes,
  {
    accepts: {
      'anything at the level baseline': container('image: web', 'volumes: [{ name: data, nfs: { server: files } }]'),
    },
  },
  { podSecurity: 'baseline' },
);
