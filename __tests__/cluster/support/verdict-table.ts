import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Submission } from './submit';

/**
 * One row: an object and what API servers said to it. `{ $repeat: text, $count: n }` stands for a long text. The
 * namespace `restricted` enforces the Pod Security level of that name; without a namespace nothing is enforced.
 */
export interface Row {
  readonly id: string;
  readonly object: Submission;
  /** The first version that rejects it; older ones drop the field that is wrong. @default - every version does */
  readonly since?: string;
  /** Minor version (`1.37`) to the server's message. */
  readonly message?: Readonly<Record<string, string>>;
}

/** The tables, each a file in `verdicts/`. */
export type Table = 'rejected' | 'accepted';

/** The rows of a table. */
export function rows(table: Table): Row[] {
  return parse(readFileSync(file(table), 'utf8')) as Row[];
}

/** The object of a row with its long texts written out. */
export function writtenOut<T>(value: T): T {
  if (Array.isArray(value)) return value.map(writtenOut) as T;
  if (typeof value !== 'object' || value === null) return value;
  if ('$repeat' in value && '$count' in value) return String(value.$repeat).repeat(Number(value.$count)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, writtenOut(entry)])) as T;
}

/** Writes what a server of `minor` says now into the table (`SLIPWAY_VERDICTS=record`). */
export function record(table: Table, minor: string, messages: ReadonlyMap<string, string>): void {
  const heading = readFileSync(file(table), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'));
  const updated = rows(table).map((row) => {
    const message = messages.get(row.id);
    return message ? { ...row, message: { ...row.message, [minor]: message } } : row;
  });
  writeFileSync(
    file(table),
    `${heading.join('\n')}\n${stringify(updated, { aliasDuplicateObjects: false, lineWidth: 0 })}`,
  );
}

function file(table: Table): string {
  return join(__dirname, '../verdicts', `${table}.yaml`);
}
