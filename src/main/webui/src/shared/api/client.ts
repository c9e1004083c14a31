import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './contract';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** A refusal in the service's own words, which are shown as they are. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  get status() {
    return this.problem.status;
  }

  is(code: string) {
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

let answeredAt = Date.now();

/** When the service last heard of this page: what the session's idle time is reckoned from. */
export const lastAnsweredAt = () => answeredAt;

const heard: Middleware = {
  onResponse() {
    answeredAt = Date.now();
  },
};

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  fetch: (request) => globalThis.fetch(request),
});
api.use(acceptLanguage, heard);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer, or the refusal as an error. */
export async function answer<T>(asking: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asking;
  if (!response.ok) {
    throw new ProblemError(isProblem(error) ? error : unexplained(response.status));
  }
  return data as T;
}

/** What a record is changed by: the version that is seen. */
export const ifMatch = (version: number) => ({ header: { 'If-Match': `"${String(version)}"` } });

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'type' in error && 'detail' in error;
}

function unexplained(status: number): Problem {
  return { type: 'about:blank', title: String(status), status, detail: `${String(status)}` };
}

/** One form that is sent is one key, however often it is clicked; getRandomValues works without TLS, too. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
