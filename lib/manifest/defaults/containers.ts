import type { Fields } from '../fields';
import { type Defaults, fill } from './fill';
import { imagePullPolicy } from './image-pull-policy';

/**
 * Containers and what is in them.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go
 */
export const CONTAINERS: Readonly<Record<string, Defaults>> = {
  'core.v1.Container': container,
  'core.v1.EphemeralContainer': container,
  'core.v1.ContainerPort': { protocol: 'TCP' },
  'core.v1.Probe': { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
  'core.v1.HTTPGetAction': { path: '/', scheme: 'HTTP' },
  'core.v1.GRPCAction': { service: '' },
  'core.v1.ObjectFieldSelector': { apiVersion: 'v1' },
  'core.v1.FileKeySelector': { optional: false },
};

function container(object: Fields): Fields {
  return fill(object, {
    imagePullPolicy: imagePullPolicy(object.image),
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  });
}
