import { memoize } from './memoize';

/** The parts of an image's name that say which one it is. */
export interface ImageVersion {
  /** Such as `1.27.3`. */
  readonly tag?: string;
  /** Such as `sha256:…`: the content itself. */
  readonly digest?: string;
}

/** Which version an image's name such as `ghcr.io/acme/shop:1.4.2@sha256:…` asks for. */
export const imageVersion = memoize((image): ImageVersion => {
  const [name = '', digest] = image.split('@', 2);
  const [, tag] = /:([^:/]+)$/.exec(name) ?? [];
  return { tag, digest };
});

/** The name of an image without its version: `ghcr.io/acme/shop`. */
export function imageName(image: string): string {
  return image.split('@', 1)[0]!.replace(/:[^:/]+$/, '');
}
