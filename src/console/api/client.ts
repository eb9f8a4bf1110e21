import createClient from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import i18n from 'i18next';
import { passwordChangeRequired, reauthenticationRequired } from '../../words/problem-kinds';
import { ApiProblem, readWait, takenBack } from './problem';
import { prove } from './prove';
import type { paths, components } from './schema';
import { session } from './session';
import { WriteKeys } from './write-keys';

export type Schemas = components['schemas'];

/** A call as the server wants it: in the reader's language, with their token. */
function dress(request: Request): { request: Request; token: string | null } {
  const dressed = request.clone();
  session.lookAgain();
  const state = session.state;
  dressed.headers.set('accept-language', i18n.language);
  if (state.status === 'out') return { request: dressed, token: null };
  dressed.headers.set('authorization', `Bearer ${state.token.accessToken}`);
  return { request: dressed, token: state.token.accessToken };
}

const keys = new WriteKeys(newKey);
const KEY = 'idempotency-key';

/** Every write has a key; those that bring their own keep it. Null for what is no write. */
async function giveKey(request: Request): Promise<string | null> {
  if (request.method === 'GET' || request.headers.has(KEY)) return null;
  const { method, url, headers } = request;
  const said = JSON.stringify([method, url, headers.get('if-match'), await request.clone().text()]);
  request.headers.set(KEY, keys.keyOf(said));
  return said;
}

/**
 * Calls the server. A sign-in that has expired, and a password that a sensitive act wants once more, is asked for over
 * the open page, and the call goes on.
 * @throws ApiProblem for every answer that is not a success, and when nobody answers.
 */
export async function callApi(request: Request): Promise<Response> {
  const said = await giveKey(request);
  try {
    const response = await call(request);
    if (said !== null) keys.answered(said, response.status);
    return response;
  } catch (error) {
    if (said !== null && error instanceof ApiProblem) keys.answered(said, error.status);
    throw error;
  }
}

async function call(request: Request): Promise<Response> {
  const first = dress(request);
  let response = await send(first.request);
  if (response.status === 401 && first.token !== null) {
    session.expire(first.token);
    if (await session.signedInAgain()) response = await send(dress(request).request);
  }
  if (response.ok) return response;
  let problem = await readProblem(response);
  if (problem.slug === reauthenticationRequired.slug) {
    // Who had to sign in meanwhile has given the password with that.
    if (!(await prove.ask()) && !(await isBackIn())) throw takenBack(problem.status);
    response = await send(dress(request).request);
    if (response.ok) return response;
    problem = await readProblem(response);
  }
  if (problem.slug === passwordChangeRequired.slug) session.requirePassword();
  throw problem;
}

/** Whether a sign-in that expired while the password was asked for is good again. */
function isBackIn(): Promise<boolean> | boolean {
  return session.state.status === 'expired' && session.signedInAgain();
}

/** A server that says nothing for this long counts as one that cannot be reached. */
const SILENCE_MS = 30_000;

async function send(request: Request): Promise<Response> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    return await fetch(request, { signal: AbortSignal.any([request.signal, silence.signal]) });
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new ApiProblem(0, null);
  } finally {
    clearTimeout(timer);
  }
}

async function readProblem(response: Response): Promise<ApiProblem> {
  const wait = readWait(response.headers.get('retry-after'), Date.now());
  return new ApiProblem(response.status, await readBody(response), wait);
}

async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** Typed calls, for acts: `await api.POST('/api/desk/next', { body: {} })`. Throws ApiProblem. */
export const api = createClient<paths, 'application/json'>({
  baseUrl: window.location.origin,
  fetch: callApi,
});

/** Typed hooks on the same calls: `$api.useQuery('get', '/api/tickets/{id}', { params: … })`. */
export const $api = createQueries(api);

/** A key for a write that must happen once, however often it is sent; for what outlives the page. */
export function newKey(): string {
  return crypto.randomUUID();
}
