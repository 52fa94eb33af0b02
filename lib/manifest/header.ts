import { formatExternal, parseExternal } from './external';
import type { ExternalReference, Target } from './target';

/** What the comment that opens a rendered file says: whose it is, and what the clusters are that it is for. */
export interface Header extends Partial<Pick<Target, 'kubernetes' | 'preset' | 'podSecurity'>> {
  readonly application?: string;
  readonly environment?: string;
  /** Objects that somebody else creates. */
  readonly external?: readonly ExternalReference[];
  /** The ids of rules that the program has beside the gate's. */
  readonly rules?: readonly string[];
}

type Fact = Exclude<keyof Header, 'external' | 'rules'>;

/** The words of a header, in their order, and what each may be. */
const WORDS: Readonly<Record<string, readonly [field: Fact, allowed: RegExp, such: string]>> = {
  application: ['application', /./, 'a name'],
  environment: ['environment', /./, 'a name'],
  kubernetes: ['kubernetes', /^1\.\d+$/, 'a minor version such as 1.33'],
  preset: ['preset', /^(development|production)$/, 'development or production'],
  'pod-security': ['podSecurity', /^(privileged|baseline|restricted)$/, 'privileged, baseline or restricted'],
};

/** The header of a text, with its line and what is wrong with it; `undefined` for one without. */
export function readHeader(text: string): { header: Header; line: number; problems: readonly string[] } | undefined {
  const opening = /^\uFEFF?(?:[ \t]*(?:#.*|---)?[ \t]*\r?\n)*?# slipway:(.*)/.exec(text.slice(0, 10_000));
  if (!opening) return undefined;
  const header: Record<string, string> = {};
  const external: ExternalReference[] = [];
  const rules: string[] = [];
  const problems: string[] = [];
  for (const word of opening[1]!.trim().split(/\s+/)) {
    const [key = '', value = ''] = word.split(/=(.*)/s);
    const reference = key === 'external' ? parseExternal(value) : undefined;
    if (reference) external.push(reference);
    if (key === 'rule') rules.push(value);
    const known = WORDS[key];
    if (!known) continue;
    const [field, allowed, such] = known;
    if (allowed.test(value)) header[field] = value;
    else problems.push(`the header says ${key}='${value}', which is not ${such}: correct it`);
  }
  return {
    header: { ...header, ...(external.length > 0 && { external }), ...(rules.length > 0 && { rules }) },
    line: opening[0].split('\n').length,
    problems,
  };
}

/** The comment that opens a rendered file, so that its readers know the target without running the program. */
export function formatHeader(header: Header & Required<Pick<Header, Fact>>): string {
  const { external = [], rules = [] } = header;
  const facts = Object.entries(WORDS).map(([word, [field]]) => `${word}=${header[field]}`);
  const own = rules.map((id) => `rule=${id}`);
  const others = [...new Set(external.map(formatExternal))].toSorted().map((text) => `external=${text}`);
  return `# slipway: ${[...facts, ...own, ...others].join(' ')}`;
}
