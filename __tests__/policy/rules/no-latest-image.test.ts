import { noLatestImage } from '../../../lib/policy/rules/no-latest-image';
import { describeRule } from '../support/describe-rule';
import { container, pod } from '../support/manifests';

describeRule(noLatestImage, {
  accepts: {
    'a version': container('image: nginx:1.29.3'),
    'a registry with a port': container('image: registry:5000/nginx:1.29.3'),
    'a digest': container('image: nginx@sha256:abc'),
    'a digest beside latest': container('image: nginx:latest@sha256:abc'),
    'no image, which the schema asks for': container('command: [a]'),
  },
  rejects: {
    latest: [container('image: nginx:latest'), 'spec.containers[web].image: web has the image nginx:latest'],
    'no tag': [container('image: nginx'), 'spec.containers[web].image: web has the image nginx, without a tag'],
    'a port that looks like a tag': [
      container('image: registry:5000/nginx'),
      'spec.containers[web].image: web has the image registry:5000/nginx, without a tag',
    ],
    'an init container': [
      pod('initContainers: [{ name: init, image: busybox }]'),
      'spec.initContainers[init].image: init has the image busybox, without a tag',
    ],
  },
});
