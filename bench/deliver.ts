/** Delivery: how near to the vendors' limits many channels are served, and what it takes to plan for thousands. */
import { measurePace } from './deliver-pace.ts';
import { measurePlanning } from './deliver-planning.ts';

/** Prints two tables; sets the exit code where a limit is missed. */
export const run = async (): Promise<void> => {
  await measurePace();
  await measurePlanning();
};
