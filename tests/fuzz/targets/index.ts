/** The targets by name. */
import type { Target, TargetName } from '../target.ts';

export const openTarget = async (name: TargetName): Promise<Target> => openers[name]();

const openers: Readonly<Record<TargetName, () => Promise<Target>>> = {
  feeds: async () => (await import('./feeds.ts')).feedTarget(),
  pages: async () => (await import('./pages.ts')).pageTarget(),
  queries: async () => (await import('./queries.ts')).queryTarget(),
  renderers: async () => (await import('./renderers.ts')).rendererTarget(),
  http: async () => (await import('./http.ts')).httpTarget(),
};
