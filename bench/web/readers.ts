/** The process of the readers, so that nothing but they are in it: does what it is sent, and sends back how long each answer took. */
import { type Load, putLoad } from './load.ts';

process.once('message', async (load: Load) => {
  process.send?.(await putLoad(load), () => process.disconnect());
});
