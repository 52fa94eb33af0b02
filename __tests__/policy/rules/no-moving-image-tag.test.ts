import { noMovingImageTag } from '../../../lib/policy/rules/no-moving-image-tag';
import { describeRule } from '../support/describe-rule';
import { container, pod } from '../support/manifests';

describeRule(noMovingImageTag, {
  accepts: {
    'versions of all kinds': pod(
      'containers: [{ image: a:1.29.3 }, { image: a:17-alpine }, { image: a:v2 }, { image: a:2024-05-01 }, { image: a:3f2a1bc }, { image: a:main-3f2a1bc }, { image: a:RELEASE.2025-01-01 }]',
    ),
    'a digest': container('image: nginx:stable@sha256:abc'),
    'latest, which another rule refuses': container('image: nginx:latest'),
  },
  rejects: {
    'a tag without any number': [
      pod('containers: [{ name: a, image: nginx:alpine }, { name: b, image: "localhost:5000/python:bookworm-slim" }]'),
      'spec.containers[a].image: a has the image nginx:alpine, whose tag moves',
      'spec.containers[b].image: b has the image localhost:5000/python:bookworm-slim, whose tag moves',
    ],
    'the latest of something': [
      container('image: shop:17-latest'),
      'spec.containers[web].image: web has the image shop:17-latest, whose tag moves',
    ],
    'a branch': [
      container('image: ghcr.io/acme/shop:main'),
      'spec.containers[web].image: web has the image ghcr.io/acme/shop:main, whose tag moves',
    ],
    'a channel': [
      container('image: nginx:stable'),
      'spec.containers[web].image: web has the image nginx:stable, whose tag moves',
    ],
  },
});
