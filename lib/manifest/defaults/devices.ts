import type { Fields } from '../fields';
import { type Defaults, fill } from './fill';

/**
 * Devices that pods claim, without the time at which a taint was added.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/resource/v1/defaults.go
 */
export const DEVICES: Readonly<Record<string, Defaults>> = {
  'resource.v1.ExactDeviceRequest': exactCount,
  'resource.v1.DeviceSubRequest': exactCount,
  'resource.v1.DeviceToleration': { operator: 'Equal' },
  'certificates.v1.PodCertificateRequestSpec': { maxExpirationSeconds: 86400 },
};

function exactCount(request: Fields): Fields {
  const typed = fill(request, { allocationMode: 'ExactCount' });
  return fill(typed, { count: typed.allocationMode === 'ExactCount' ? 1 : undefined });
}
