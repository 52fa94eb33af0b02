import { request as plain, type IncomingMessage, type OutgoingHttpHeaders, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';

/** Where an API server listens and how to be let in. */
export interface Connection {
  readonly server: string;
  /** @default - the server is not asked for a certificate that we know (plain HTTP through `kubectl proxy`) */
  readonly ca?: string;
  readonly token?: string;
}

/** What the server said: the status code, the object, and its warnings. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly warnings: readonly string[];
}

/** A request body and its media type. */
export interface Content {
  readonly body: unknown;
  /** @default - application/json */
  readonly type?: string;
}

/** A watch event. */
export interface WatchEvent<T> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: T;
}

/** The Kubernetes API without a client library: requests and watches on paths. */
export class Api {
  constructor(private readonly connection: Connection) {}

  /** Sends one request; an error status is an answer, not an exception. */
  async request<T>(method: string, path: string, content?: Content): Promise<Answer<T>> {
    const response = await this.open(method, path, content);
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk;
    const json = response.headers['content-type']?.startsWith('application/json') ?? false;
    return {
      status: response.statusCode ?? 0,
      body: (json ? JSON.parse(text) : text) as T,
      warnings: warnings(response),
    };
  }

  /** Like `request`, for when only success will do. */
  async get<T>(path: string): Promise<T> {
    const answer = await this.request<T>('GET', path);
    if (answer.status >= 400) throw new Error(`GET ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Calls `on` for every event of a list path until the server closes the stream. */
  async watch<T>(path: string, on: (event: WatchEvent<T>) => void): Promise<void> {
    const response = await this.open('GET', path);
    let rest = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) on(JSON.parse(line) as WatchEvent<T>);
    }
  }

  private open(method: string, path: string, content?: Content): Promise<IncomingMessage> {
    const url = new URL(path, this.connection.server);
    const text = content && JSON.stringify(content.body);
    const headers = this.headers(text, content?.type);
    const options: RequestOptions & { ca?: string } = { method, headers, ca: this.connection.ca };
    return new Promise((resolve, reject) => {
      const request = (url.protocol === 'https:' ? secure : plain)(url, options, resolve);
      request.once('error', reject);
      request.end(text);
    });
  }

  /** The length is said aloud because Node sends a DELETE's body without one, and the server then ignores it. */
  private headers(text: string | undefined, type = 'application/json'): OutgoingHttpHeaders {
    const { token } = this.connection;
    return {
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(text && { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
    };
  }
}

/** `299 - "text"` once or several times in one header. */
function warnings(response: IncomingMessage): string[] {
  const header = [response.headers['warning'] ?? []].flat().join(', ');
  return [...header.matchAll(/299 \S+ ("(?:[^"\\]|\\.)*")/g)].map((match) => JSON.parse(match[1] ?? '""') as string);
}
