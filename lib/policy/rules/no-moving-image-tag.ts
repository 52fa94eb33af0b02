import { checkImages } from '../images';
import { PRODUCTION_WARNING, type Rule } from '../rule';

const MOVING =
  /^(main|master|trunk|head|develop|development|dev|edge|nightly|snapshot|canary|stable|mainline|current|lts|release|unstable|testing|staging|production|prod|alpha|beta|rc|next)$/i;

/** Tags that say a branch, a channel or no number at all. That a version has no digest is let pass: a change of it is to be read. */
export const noMovingImageTag: Rule = {
  id: 'no-moving-image-tag',
  severity: PRODUCTION_WARNING,
  group: 'images',
  what: 'The tag of an image must say a version, not a branch or a channel.',
  why: 'Others move the tag: a restarted pod runs something that nobody has tried or reviewed.',
  remedy: 'name the version, as in nginx:1.29.3, or the content, as in nginx@sha256:…',
  link: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  ...checkImages((tag, image) =>
    tag !== undefined && tag !== 'latest' && isMoving(tag) ? `has the image ${image}, whose tag moves` : undefined,
  ),
};

/** Versions and revisions have digits; `alpine` and `bookworm-slim` have none. */
function isMoving(tag: string): boolean {
  return MOVING.test(tag) || !/\d/.test(tag) || /(^|[-._])latest([-._]|$)/i.test(tag);
}
