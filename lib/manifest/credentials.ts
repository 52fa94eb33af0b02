import { memoize } from './memoize';

/** Values whose form alone tells what they are. Lengths have bounds, so that long texts are read in one go. */
const FORMS: readonly (readonly [form: RegExp, what: string])[] = [
  [/-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY-----/, 'a private key'],
  [/\bAGE-SECRET-KEY-1[A-Z0-9]{50,60}\b/, 'a private key'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, 'an access key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_\w{60}/, 'a token of GitHub'],
  [/\bglpat-[\w-]{20}/, 'a token of GitLab'],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10}|hooks\.slack\.com\/services\/T\w{5,15}\/B\w{5,15}\/\w{16}/, 'a token of Slack'],
  [/\b[rs]k_(?:live|test)_[A-Za-z0-9]{16}/, 'a key of Stripe'],
  [/\bAIza[\w-]{35}/, 'a key of Google'],
  [/\bnpm_[A-Za-z0-9]{36}\b/, 'a token of npm'],
  [/\bSG\.[\w-]{16,64}\.[\w-]{16,64}/, 'a key of SendGrid'],
  [/\bsk-(?:proj|ant)-[\w-]{20}/, 'a key of an AI service'],
  [/\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10}/, 'a JSON Web Token'],
];

/** No text of any form is shorter; most values are. */
const SHORTEST_FORM = 15;

/** Any of them, as most texts have none. */
const ANY_FORM = new RegExp(FORMS.map(([form]) => form.source).join('|'));

/** A URL with a password: `postgres://shop:hunter2@db/shop`. */
const URL_WITH_PASSWORD = /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:@/'"]{0,100}:([^\s@/'"]{1,200})@/gi;

/** A password among other words: `host=db password=hunter2`, `--password hunter2`. */
const WORD_WITH_PASSWORD = /(?:^|[\s;&"'-])(?:password|passwd|pwd)(?:=|(?<=--\w{3,8})\s+)["']?([^\s;&"'(),]{1,200})/gi;

/** What a program calls a value: `settings.password`. */
const PROPERTY = /^[a-z_]\w*(?:\.\w+)+$/i;

/** What stands for a value that comes from elsewhere: `$(PASSWORD)`, `${PASSWORD}`, `<password>`, `{{ … }}`, `%s`, `***`. */
const PLACEHOLDER =
  /^(?:\$|<|\{\{|%\w|\[|\*+$|x{3,}$|\.{3}$|(?:env|file|vault|ref\+\w+|op|arn|sops|secret|secretref):)/i;

/** What is no secret whatever its name. */
const HARMLESS =
  /^(?:[01]|true|false|yes|no|on|off|none|null|nil|undefined|default|enabled|disabled|required|optional|string|str|text|[a-z][a-z0-9+.-]*:\/\/.*|(?:~|\.{0,2})\/[\w./-]*)$/i;

/** The credential that a text holds, such as `a private key`, judged by its form; `undefined` if none is seen. */
export function credentialIn(text: string): string | undefined {
  if (text.length >= SHORTEST_FORM && ANY_FORM.test(text)) return FORMS.find(([pattern]) => pattern.test(text))?.[1];
  if (text.includes('://') && holds(text, URL_WITH_PASSWORD)) return 'a URL with a password';
  return mayHoldPassword(text) && holds(text, WORD_WITH_PASSWORD) ? 'a password' : undefined;
}

/** Most texts have none of the signs that stand before a password, which are found sooner than its words. */
function mayHoldPassword(text: string): boolean {
  return (text.includes('=') || text.includes('--')) && /passw|pwd/i.test(text);
}

/** Whether a name says that its value is a secret, and the value is one and no reference to it. */
export function isCredential(name: string, value: string): boolean {
  const kind = secretWord(name);
  if (kind === undefined) return false;
  const text = value.trim();
  if (text === '' || PLACEHOLDER.test(text) || HARMLESS.test(text)) return false;
  return kind === 'password' || !/^\d{1,9}$/.test(text);
}

/**
 * The credential of a line such as `spring.datasource.password=hunter2` or `apiKey: "4f9a…"`; `undefined` for a line
 * without one. In programs names mean other things too.
 */
export function credentialOfLine(line: string): string | undefined {
  if (line.length > 1000 || !mayNameSecret(line)) return undefined;
  const match =
    /^[ \t]*(?:export |- )?["']?([A-Za-z][\w.-]*)["']?[ \t]*[:=][ \t]*(["']?)([^\s"'`(){}[\]<>$,;]+)\2[,;]?[ \t\r]*$/.exec(
      line,
    );
  const [, name = '', quote, value = ''] = match ?? [];
  if (!isCredential(name, value)) return undefined;
  const isValue =
    secretWord(name) === 'password' ? quote !== '' || !/^[a-z_]+(?:\.\w+)+$/i.test(value) : looksRandom(value);
  return isValue ? value : undefined;
}

/** A value that is as unlike a word as secrets are, for texts in which names have other meanings too. */
export function looksRandom(value: string): boolean {
  return value.length >= 8 && /\d/.test(value) && /[a-z]/i.test(value) && !PROPERTY.test(value);
}

/** Whether a text may have a name in it that says that its value is a secret: every such name has one of these words. */
export function mayNameSecret(text: string): boolean {
  return /pass|pwd|secret|token|key|cookie/i.test(text);
}

/** The last two words of other names of secrets: `AZURE_STORAGE_KEY`, `SECRET_KEY_BASE`, `RABBITMQ_ERLANG_COOKIE`. */
const ENDS =
  /^(?:(?:api|app|secret|private|access|account|storage|encryption|fernet|signing|master|session|auth|hmac) key|key base|erlang cookie)$/;

/** What a name that ends like this says of its value: `DB_PASSWORD`, `apiKey`; not `PASSWORD_FILE` or `TOKEN_TTL`. */
export const secretWord = memoize((name): 'password' | 'secret' | undefined => {
  if (!mayNameSecret(name)) return undefined;
  const words = name
    .replace(/[^a-z]+$/i, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const [last = '', before = '', first = ''] = [words.at(-1), words.at(-2), words[0]];
  if (/^(?:enable|enabled|use|require|allow|disable|has|is|skip|show|hide|no|reset|max|min)$/.test(first))
    return undefined;
  if (/^(?:\w*password|passwd|pass|pwd|passphrase)$/.test(last)) return 'password';
  if (/^(?:token|apikey|secretkey|privatekey|authtoken)$/.test(last)) return 'secret';
  if (last === 'secret') {
    return /^(?:tls|pull|cert|certificate|registry|ca|existing)$/.test(before) ? undefined : 'secret';
  }
  return ENDS.test(`${before} ${last}`) ? 'secret' : undefined;
});

function holds(text: string, pattern: RegExp): boolean {
  return [...text.matchAll(pattern)].some(
    ([, value = '']) => !PLACEHOLDER.test(value) && !HARMLESS.test(value) && !PROPERTY.test(value),
  );
}
