import type { Surroundings } from './surroundings';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the output may look like. `FORCE_COLOR` wins over `NO_COLOR`, as it does for node itself; without either, terminals
 * get colors.
 *
 * @param columns of the terminal; some say 0 when they do not know
 */
export function terminalOf(
  env: Environment,
  { isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number },
): Pick<Surroundings, 'colored' | 'unicode' | 'width'> {
  const isDumb = env.TERM === 'dumb';
  return {
    colored: forced(env) ?? (isTTY === true && !env.NO_COLOR && !isDumb),
    unicode: !isDumb && isUnicode(env.LC_ALL || env.LC_CTYPE || env.LANG),
    width: columns || undefined,
  };
}

function forced({ FORCE_COLOR: word }: Environment): boolean | undefined {
  return word === undefined || word === '' ? undefined : !/^(0|false)$/.test(word);
}

/** Whether a locale such as `de_DE.UTF-8` can show any character; systems that name none can. */
function isUnicode(locale: string | undefined): boolean {
  return !locale || /utf-?8/i.test(locale);
}
