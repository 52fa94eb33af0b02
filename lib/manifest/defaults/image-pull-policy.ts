const DOMAIN =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::\d+)?$/;
const PATH = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const REFERENCE =
  /^(?<name>[^@]*?)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$/;

const IDENTIFIER = /^[a-f0-9]{64}$/;
const LONGEST = 255;

/** Where an image without a folder is. */
const LIBRARY = 'library/';

/**
 * When an image is pulled if nobody says so: `Always` for the tag `latest` and for no tag at all. A name that is none is
 * not an error here.
 * https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting
 */
export function imagePullPolicy(image: unknown): 'Always' | 'IfNotPresent' {
  const { name = '', tag, digest } = REFERENCE.exec(typeof image === 'string' ? image : '')?.groups ?? {};
  if (!isName(name) || IDENTIFIER.test(String(image))) return 'IfNotPresent';
  return tag === 'latest' || (tag === undefined && digest === undefined) ? 'Always' : 'IfNotPresent';
}

/** The first part is a registry if it looks like a host; otherwise it is part of the path. */
function isName(name: string): boolean {
  const slash = name.indexOf('/');
  const host = name.slice(0, Math.max(slash, 0));
  const isHost = /[.:]/.test(host) || host === 'localhost' || host.toLowerCase() !== host;
  const path = isHost ? name.slice(slash + 1) : slash < 0 ? LIBRARY + name : name;
  return PATH.test(path) && path.length <= LONGEST && (!isHost || DOMAIN.test(host));
}
