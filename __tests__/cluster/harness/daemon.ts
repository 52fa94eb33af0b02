import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync, readFileSync } from 'node:fs';
import type { Scratch } from './scratch';
import { until } from './until';

/** A program that runs until it is stopped: its name, its command line, and how to tell that it is ready. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** @default - ready as soon as it runs */
  readonly ready?: () => Promise<boolean>;
}

/** One process of the control plane; its output goes to `logs/<name>.log`. */
export class Daemon {
  private child: ChildProcess | undefined;

  constructor(
    private readonly program: Program,
    private readonly scratch: Scratch,
  ) {}

  /** Starts the process and waits until it is ready; says what it printed if it is not. */
  async start(): Promise<void> {
    const log = openSync(this.log, 'a');
    const child = spawn(this.program.command, this.program.args, { stdio: ['ignore', log, log] });
    closeSync(log);
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    this.scratch.watch(child);
    await this.untilReady(child);
  }

  /** Stops the process: asks first, and ends it when it takes longer than `patience` milliseconds. */
  async stop(patience = 5000): Promise<void> {
    const child = this.child;
    if (!child || ended(child)) return;
    const exit = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    child.kill('SIGTERM');
    const end = setTimeout(() => child.kill('SIGKILL'), patience);
    await exit;
    clearTimeout(end);
  }

  private get log(): string {
    return this.scratch.path('logs', `${this.program.name}.log`);
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const { name, ready = () => Promise.resolve(true) } = this.program;
    const answered = async () => ended(child) || (await ready());
    const failed = await until(answered, { what: `${name} is ready`, seconds: 90 }).then(
      () => ended(child),
      () => true,
    );
    if (!failed) return;
    const printed = readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    throw new Error(`${name} did not become ready. It printed last:\n${printed}`);
  }
}

function ended(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
