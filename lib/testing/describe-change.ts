import { ManifestError } from '../manifest/manifest-error';
import { type Manifest, parseManifest } from '../manifest/parse-manifest';
import { makePlan } from '../plan/make-plan';
import { textReport } from '../plan/report/text';

/**
 * What applying the rendered files would do to clusters that have the committed ones, in words. Nothing is said of
 * files that are not there yet, or that can't be read.
 */
export function describeChange(
  committed: ReadonlyMap<string, string>,
  rendered: ReadonlyMap<string, string>,
): readonly string[] {
  if (committed.size === 0) return [];
  try {
    const [before, after] = [committed, rendered].map((files) =>
      [...files].map(([path, text]) => parseManifest(text, path)),
    );
    const names = new Set([...before!, ...after!].map(({ header }) => header.environment));
    const plans = [...names].toSorted().map((name) => {
      const [old, current] = [before!, after!].map((side) => side.filter(({ header }) => header.environment === name));
      const kubernetes = [...current!, ...old!].find(({ header }) => header.kubernetes)?.header.kubernetes ?? '';
      const options = { apply: 'either', target: 'kubectl', kubernetes, assume: {} } as const;
      return makePlan(resourcesOf(old!), resourcesOf(current!), options, name);
    });
    return [
      textReport(plans, { before: 'committed', after: 'rendered', colored: false, showNoEffect: false }).trimEnd(),
    ];
  } catch (error) {
    if (error instanceof ManifestError) return [];
    throw error;
  }
}

function resourcesOf(manifests: readonly Manifest[]) {
  return manifests.flatMap(({ resources }) => resources);
}
