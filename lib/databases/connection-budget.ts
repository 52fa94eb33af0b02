import type { Client } from '../network/connection';

/** What is left for a superuser and an exporter: as many as PostgreSQL's `superuser_reserved_connections`. */
const RESERVED = 3;

/**
 * Adds up the connections that clients may open, in as many pods as run at once, one more of an update included. Pods that
 * are ending are not counted.
 */
export class ConnectionBudget {
  private readonly clients: Client[] = [];

  constructor(private readonly maxConnections: number) {}

  public add(client: Client): void {
    this.clients.push(client);
  }

  /** What is wrong: clients that together may open more than there are. */
  public problems(): string[] {
    const shares = this.clients
      .map(({ id, pods, options }) => ({ id, pods, each: options.connectionsPerPod ?? 0 }))
      .filter(({ each }) => each > 0);
    const total = shares.reduce((sum, { pods, each }) => sum + pods * each, 0);
    if (total + RESERVED <= this.maxConnections) return [];
    const list = shares
      .map(({ id, pods, each }) => `${id} ${pods} ${pods === 1 ? 'pod' : 'pods'} × ${each}`)
      .join(', ');
    return [
      `clients may open ${total} connections (${list}), but of maxConnections (${this.maxConnections}) ${RESERVED} are reserved: ` +
        'lower connectionsPerPod or scale.max, or raise maxConnections',
    ];
  }
}
