/**
 * Loaded into the bot before its own program (`node --import`): gives it the soak's clock for the machine's, in all that
 * tells the time or waits for it, its libraries included. The program itself runs as it is.
 */
import { AsyncResource } from 'node:async_hooks';
import { readdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Socket } from 'node:net';
import timers from 'node:timers';
import promises from 'node:timers/promises';
import { clockSetting } from '../torture/fast-clock.ts';
import { type Answer, type Measure, type Order, order } from './orders.ts';
import { type Alarm, steeredClock } from './steered-clock.ts';

const clock = steeredClock(clockSetting.parse(JSON.parse(process.env.SOAK_CLOCK ?? '{}')));

type Task = (...given: unknown[]) => void;

/** As what `setTimeout` and `setInterval` of Node give. */
class HurriedTimeout {
  readonly #milliseconds: number;
  readonly #ring: () => void;
  #alarm: Alarm;
  #keeps = true;

  constructor(task: Task, milliseconds = 1, given: readonly unknown[] = [], repeats = false) {
    const bound = AsyncResource.bind(() => task(...given));
    this.#milliseconds = Number.isFinite(Number(milliseconds)) ? Math.max(1, Number(milliseconds)) : 1;
    this.#ring = () => {
      if (repeats) this.refresh();
      bound();
    };
    this.#alarm = clock.after(this.#milliseconds, this.#ring);
  }

  ref(): this {
    return this.#keep(true);
  }

  unref(): this {
    return this.#keep(false);
  }

  hasRef(): boolean {
    return this.#keeps;
  }

  refresh(): this {
    this.#alarm.cancel();
    this.#alarm = clock.after(this.#milliseconds, this.#ring);
    return this.#keep(this.#keeps);
  }

  close(): this {
    this.#alarm.cancel();
    return this;
  }

  [Symbol.dispose](): void {
    this.#alarm.cancel();
  }

  #keep(whether: boolean): this {
    this.#keeps = whether;
    this.#alarm.keepsProcess(whether);
    return this;
  }
}

/** In place of `Date`: without arguments, the soak's time. */
const hurriedDate: DateConstructor = new Proxy(Date, {
  construct: (target, given, newTarget) =>
    Reflect.construct(
      target,
      given.length === 0 ? [clock.read()] : given,
      newTarget === hurriedDate ? target : newTarget,
    ),
  apply: () => clock.now().toString(),
  get: (target, name) => (name === 'now' ? () => Math.floor(clock.read()) : Reflect.get(target, name)),
});

const clear = (machines: (timer?: never) => void) => (timer: unknown) => {
  if (timer instanceof HurriedTimeout) timer.close();
  else Reflect.apply(machines, undefined, [timer]);
};

const forTimers = {
  setTimeout: (task: Task, milliseconds?: number, ...given: unknown[]) => new HurriedTimeout(task, milliseconds, given),
  setInterval: (task: Task, milliseconds?: number, ...given: unknown[]) =>
    new HurriedTimeout(task, milliseconds, given, true),
  clearTimeout: clear(clearTimeout),
  clearInterval: clear(clearInterval),
};

/** As that of `node:timers/promises`. */
const wait = async <Value>(
  milliseconds?: number,
  value?: Value,
  { signal, ref = true }: { signal?: AbortSignal; ref?: boolean } = {},
): Promise<Value | undefined> => {
  const { promise, resolve, reject } = Promise.withResolvers<Value | undefined>();
  const abort = (): void => reject(new DOMException('The wait was called off.', 'AbortError'));
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  const timer = new HurriedTimeout(() => resolve(value), milliseconds);
  if (!ref) timer.unref();
  try {
    return await promise;
  } finally {
    timer.close();
    signal?.removeEventListener('abort', abort);
  }
};

const timeout = (milliseconds: number): AbortSignal => {
  const controller = new AbortController();
  const end = (): void => controller.abort(new DOMException('The time is over.', 'TimeoutError'));
  new HurriedTimeout(end, milliseconds).unref();
  return controller.signal;
};

const machinesSocketTimeout = Socket.prototype.setTimeout;
const socketTimeout = function (this: Socket, milliseconds: number, onTimeout?: () => void): Socket {
  const scaled = milliseconds === 0 ? 0 : Math.max(1, milliseconds / clock.setting().speed);
  return machinesSocketTimeout.call(this, scaled, onTimeout);
};

Object.assign(globalThis, { Date: hurriedDate, ...forTimers });
Object.assign(timers, forTimers);
Object.assign(promises, { setTimeout: wait });
Object.assign(AbortSignal, { timeout });
Object.assign(Socket.prototype, { setTimeout: socketTimeout });
syncBuiltinESMExports();

/** What is open in this process by kind, timers and the watching of children aside. */
const handles = (): number =>
  process.getActiveResourcesInfo().filter(kind => kind !== 'Timeout' && kind !== 'Immediate').length;

const measure = (): Measure => {
  // What only a finaliser lets go of is garbage in the second pass.
  for (let pass = 0; pass < 2; pass += 1) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heapUsed, external, handles: handles(), descriptors: readdirSync('/proc/self/fd').length };
};

let sinceLook = performance.eventLoopUtilization();
const look = (): number => {
  const before = sinceLook;
  sinceLook = performance.eventLoopUtilization();
  return performance.eventLoopUtilization(sinceLook, before).utilization;
};

const answerTo = (given: Order): Answer | undefined => {
  switch (given.kind) {
    case 'steer':
      return void clock.steer(given.setting);
    case 'measure':
      return { kind: 'measured', measure: measure() };
    case 'look':
      return { kind: 'looked', atWork: look() };
  }
};

process.on('message', message => {
  const said = answerTo(order.parse(message));
  if (said !== undefined) process.send?.(said);
});
// Whoever soaks it is gone: nobody would end it any more.
process.on('disconnect', () => process.exit(1));
// What it hears from there is no work of the bot's.
process.channel?.unref();
