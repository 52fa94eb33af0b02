import { evaluatePodSecurity } from '../../../lib/manifest/pod-security/evaluate';
import { podOf } from '../../../lib/manifest/pods';

const pod = podOf({
  object: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      template: {
        spec: {
          hostNetwork: true,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [{ name: 'web', securityContext: { allowPrivilegeEscalation: false } }],
        },
      },
    },
  },
  origin: { file: 'web.yaml', document: 0 },
})!;

test('each level asks for what it names, with the place and the container', () => {
  const hostNetwork = {
    check: 'no-host-namespaces',
    path: 'spec.template.spec.hostNetwork',
    message: "the pod shares the node's namespace: hostNetwork is true",
  };

  expect(evaluatePodSecurity(pod, 'privileged', '1.33')).toEqual([]);
  expect(evaluatePodSecurity(pod, 'baseline', '1.33')).toEqual([hostNetwork]);
  expect(evaluatePodSecurity(pod, 'restricted', '1.33')).toEqual([
    hostNetwork,
    {
      check: 'drop-all-capabilities',
      path: 'spec.template.spec.containers[web].securityContext.capabilities.drop',
      message: 'web does not drop ALL capabilities',
      container: 'web',
    },
  ]);
});
