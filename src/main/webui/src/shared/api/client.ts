import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './contract';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** Problem details (RFC 9457) as an error. The messages of the service are shown unchanged. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  get status() {
    return this.problem.status;
  }

  hasCode(code: string) {
    return this.problem.type === `/problems/${code}`;
  }
}

let language = 'zh-CN';

export function setRequestLanguage(next: string) {
  language = next;
}

const acceptLanguage: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    return request;
  },
};

let responseAt = Date.now();

/** Time of the last response; the idle timeout of the session counts from here. */
export const lastResponseAt = () => responseAt;

const recordResponseTime: Middleware = {
  onResponse() {
    responseAt = Date.now();
  },
};

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  fetch: (request) => globalThis.fetch(request),
});
api.use(acceptLanguage, recordResponseTime);

interface ApiResponse<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Returns the data of a response; throws a ProblemError for an error response. */
export async function unwrap<T>(request: Promise<ApiResponse<T>>): Promise<T> {
  const { data, error, response } = await request;
  if (!response.ok) {
    throw new ProblemError(isProblem(error) ? error : unknownProblem(response.status));
  }
  return data as T;
}

/** Optimistic locking: the If-Match header with the version that the user has seen. */
export const ifMatch = (version: number) => ({ header: { 'If-Match': `"${String(version)}"` } });

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'type' in error && 'detail' in error;
}

function unknownProblem(status: number): Problem {
  return { type: 'about:blank', title: String(status), status, detail: `${String(status)}` };
}

/** Idempotency key: one per form, however often the user clicks. getRandomValues, unlike randomUUID, works without TLS. */
export function newIdempotencyKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
