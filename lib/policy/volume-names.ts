import { mapsAt, textAt } from '../manifest/fields';
import { oncePer } from '../manifest/once-per';
import type { DescribedPod } from '../manifest/pods';

/** The names of what the containers of a pod may mount: its volumes, and the claims that its StatefulSet makes for it. */
export const volumeNamesOf = oncePer(({ resource, spec }: DescribedPod): ReadonlySet<unknown> => {
  const names = new Set<unknown>();
  for (const volume of mapsAt(spec, 'volumes')) names.add(textAt(volume, 'name'));
  for (const claim of mapsAt(resource.object, 'spec', 'volumeClaimTemplates')) {
    names.add(textAt(claim, 'metadata', 'name'));
  }
  return names;
});
