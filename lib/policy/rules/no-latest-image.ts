import { checkImages } from '../images';
import { PRODUCTION_ERROR, type Rule } from '../rule';

/** A warning in development, where images may come from the same machine. */
export const noLatestImage: Rule = {
  id: 'no-latest-image',
  severity: PRODUCTION_ERROR,
  group: 'images',
  what: 'An image must have a tag other than latest, or a digest.',
  why: 'Nobody can tell which version runs: two pods of one workload may run different ones, and there is nothing to go back to.',
  remedy: 'name the version, as in nginx:1.29.3, or the content, as in nginx@sha256:…',
  link: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  ...checkImages((tag, image) => {
    if (tag === undefined) return `has the image ${image}, without a tag`;
    return tag === 'latest' ? `has the image ${image}` : undefined;
  }),
};
