import { imageVersion } from '../manifest/image';
import { textAt } from '../manifest/fields';
import { checkContainers } from './each-container';
import type { PodChecks } from './each-pod';

/** A check of the images of all containers; one that is named by its content is always right. */
export function checkImages(problemOf: (tag: string | undefined, image: string) => string | undefined): PodChecks {
  return checkContainers(({ container }) => {
    const image = textAt(container, 'image');
    if (!image) return undefined;
    const { tag, digest } = imageVersion(image);
    const problem = digest === undefined ? problemOf(tag, image) : undefined;
    return problem === undefined ? undefined : ['image', problem];
  });
}
