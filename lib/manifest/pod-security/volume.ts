import { type Fields, textAt } from '../fields';
import type { DescribedPod } from '../pods';

/** Where a volume is in its object: `spec.template.spec.volumes[data]`. */
export function volumePath({ path }: DescribedPod, volume: Fields, index: number): string {
  return `${path}.volumes[${textAt(volume, 'name') ?? index}]`;
}
