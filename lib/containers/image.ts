/** `[registry/]path[:tag][@digest]`, as container runtimes read it (distribution/reference). */
const REFERENCE =
  /^(?:(?<registry>localhost(?::\d+)?|[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?::\d+)?|[a-zA-Z0-9-]+:\d+)\/)?(?<path>[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)(?<version>(?::[\w][\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?)$/;

/** What is wrong with an image reference. */
export function imageProblem(image: unknown): string | undefined {
  if (typeof image !== 'string' || image === '')
    return `image is ${image === '' ? 'empty' : String(image)}: name the image with a tag`;
  const version = REFERENCE.exec(image)?.groups?.version;
  if (version === '')
    return `image '${image}' has no tag, so it would change by itself: add one, such as '${image}:1.2.3'`;
  return version !== undefined
    ? undefined
    : `image '${image}' is no image reference: write it like 'registry.example.com/team/app:1.2.3'`;
}

/** The image as an environment pulls it: from its mirror, if it has one for the image's registry. */
export function pulledFrom(image: string, mirrors: string | Readonly<Record<string, string>> | undefined): string {
  const { registry = 'docker.io', path = image, version = '' } = REFERENCE.exec(image)?.groups ?? {};
  const mirror = typeof mirrors === 'string' ? mirrors : mirrors?.[registry];
  if (mirror === undefined) return image;
  const official = registry === 'docker.io' && !path.includes('/');
  return `${mirror}/${official ? 'library/' : ''}${path}${version}`;
}
