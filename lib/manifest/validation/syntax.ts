import { memoize } from '../memoize';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SERVICE_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const WILDCARD = /^\*(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/;
const WORD = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const WORDS = 'must be letters, digits, "-", "_" and ".", with a letter or digit at both ends';
const VARIABLE = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** Says what is wrong with a text, or nothing. */
export type Syntax = (text: string) => string | undefined;

/** One part of a DNS name: `web-1`. */
export const dnsLabel: Syntax = (text) =>
  written(text, 63, LABEL, 'must be lower-case letters, digits and "-", with a letter or digit at both ends');

/** The name of a Service before Kubernetes 1.36, which begins with a letter. */
export const serviceLabel: Syntax = (text) =>
  written(
    text,
    63,
    SERVICE_LABEL,
    'must be lower-case letters, digits and "-", begin with a letter and end with a letter or digit',
  );

/** A DNS name: `web.example.com`. */
export const dnsName: Syntax = (text) =>
  written(
    text,
    253,
    SUBDOMAIN,
    'must be lower-case letters, digits, "-" and ".", with a letter or digit at the ends of each part',
  );

/** A DNS name, or one whose first part is `*`. */
export const wildcardDnsName: Syntax = (text) =>
  text.includes('*')
    ? written(text, 253, WILDCARD, 'must be a DNS name, with "*" as its whole first part at most')
    : dnsName(text);

/** A name that may be part of a URL. */
export const pathSegment: Syntax = (text) => {
  if (text === '.' || text === '..') return `must not be "${text}"`;
  return /[/%]/.test(text) ? `must not contain "/" or "%": ${shown(text)}` : undefined;
};

/** A key of a label: `app` or `example.com/app`. There are few, in many places. */
export const qualifiedName: Syntax = memoize((text) => {
  const slash = text.indexOf('/');
  const name = text.slice(slash + 1);
  if (name.includes('/')) return `must have one "/" at most: ${shown(text)}`;
  if (slash >= 0 && dnsName(text.slice(0, slash)) !== undefined)
    return `must have a DNS name before the "/": ${shown(text)}`;
  return written(name, 63, WORD, WORDS, text);
});

/** A value of a label. */
export const labelValue: Syntax = (text) => (text === '' ? undefined : written(text, 63, WORD, WORDS));

/** A name of a container's port. */
export const portName: Syntax = (text) => {
  const lower = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text) && /[a-z]/.test(text) && !text.includes('--');
  if (text.length > 15) return `must be at most 15 characters: ${shown(text)}`;
  return lower
    ? undefined
    : `must be lower-case letters, digits and single "-", with a letter among them: ${shown(text)}`;
};

/** A name of a variable before Kubernetes 1.32. */
export const variableName: Syntax = (text) => {
  const dots = text === '.' || text.startsWith('..');
  return dots
    ? `must not begin with "..": ${shown(text)}`
    : written(text, Infinity, VARIABLE, 'must be letters, digits, "_", "-" and ".", and not begin with a digit');
};

/** A name of a variable from Kubernetes 1.32 on: nearly anything. */
export const relaxedVariableName: Syntax = (text) =>
  /^[\x20-\x3c\x3e-\x7e]+$/.test(text)
    ? undefined
    : `must be printable ASCII characters other than "=": ${shown(text)}`;

/** A key of a ConfigMap or Secret. */
export const configKey: Syntax = (text) => {
  if (text === '.' || text.startsWith('..')) return `must not begin with "..": ${shown(text)}`;
  return written(text, 253, /^[-._a-zA-Z0-9]+$/, 'must be letters, digits, "-", "_" and "."');
};

/** A domain in which a pod looks for names; a part may begin with "_". */
export const searchPath: Syntax = (text) =>
  text === '.'
    ? undefined
    : written(
        text.replace(/\.$/, ''),
        Infinity,
        /^(?=.{1,253}$)_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/,
        'must be a DNS name',
      );

/** `example.com/name`. */
export const prefixedName: Syntax = (text) => {
  const [domain = '', ...rest] = text.split('/');
  const named = rest.length > 0 && rest.join('/') !== '' && dnsName(domain) === undefined;
  return named && text.length <= 63 ? undefined : `must be like example.com/name: ${shown(text)}`;
};

/** A number of a port. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}

/** A text in quotes, shortened. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** Says what is wrong with a text, or with a part of the one that is shown. */
function written(text: string, most: number, pattern: RegExp, wanted: string, all = text): string | undefined {
  if (text.length > most) return `must be at most ${most} characters, has ${text.length}: ${shown(text)}`;
  return pattern.test(text) ? undefined : `${wanted}: ${shown(all)}`;
}
