/** Faults that a test has laid down for calls to come. */
import type { Fault } from '../contract.ts';

export interface Faults {
  add(method: string, fault: Fault, at: { readonly call: number; readonly times: number }): void;
  /** The fault of this call, where there is one. */
  take(method: string): Fault | undefined;
}

export const createFaults = (): Faults => {
  const laid: { readonly method: string; readonly fault: Fault; wait: number; left: number }[] = [];
  return {
    add: (method, fault, { call, times }) => void laid.push({ method, fault, wait: call - 1, left: times }),
    take(method) {
      const mine = laid.filter(one => (one.method === method || one.method === '*') && one.left > 0);
      const due = mine.find(one => one.wait === 0);
      for (const one of mine) if (one.wait > 0) one.wait -= 1;
      if (due !== undefined) due.left -= 1;
      return due?.fault;
    },
  };
};
