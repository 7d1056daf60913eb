/** Routes by method and path, as the documentation writes them: `/channels/{channel.id}/messages`. */
import type { z } from 'zod';

export interface ApiRequest {
  /** The id (or token) that stands for `{name}` in the path. */
  id(name: string): string;
  readonly query: Readonly<Record<string, string>>;
  /** @throws ApiError 50035 where the body does not fit the form or, where that is at hand, the vendor's own schema. */
  read<Form extends z.ZodType>(form: Form): z.infer<Form>;
}

export interface Reply {
  /** 200 where there is a body and nothing else is said, 204 where there is none. */
  readonly status?: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly handle: (request: ApiRequest) => Reply;
  /** Whether the call needs no bot token, as it carries one of its own in the path. */
  readonly isOpen: boolean;
}

export const route = (method: string, path: string, handle: Route['handle']): Route => ({
  method,
  path,
  handle,
  isOpen: false,
});
export const openRoute = (method: string, path: string, handle: Route['handle']): Route => ({
  method,
  path,
  handle,
  isOpen: true,
});

export interface RouteMatch {
  readonly route: Route;
  readonly ids: ReadonlyMap<string, string>;
}

/** The first route that fits; a plain segment stands before a name only by the order of the list. */
export function matchRoute(routes: readonly Route[], method: string, path: string): RouteMatch | undefined {
  const given = path.split('/');
  for (const one of routes) {
    if (one.method !== method) continue;
    const wanted = one.path.split('/');
    if (wanted.length !== given.length) continue;
    const ids = new Map<string, string>();
    const fits = wanted.every((segment, index) => {
      const value = given[index] ?? '';
      if (!segment.startsWith('{')) return segment === value;
      ids.set(segment.slice(1, -1), value);
      return value !== '';
    });
    if (fits) return { route: one, ids };
  }
  return undefined;
}
