/** A dispatcher that logs nothing, is never told to stop and has no luck in its waits; each test overrides what it is about. */
import { pino } from 'pino';
import { createDispatcher, type Dispatcher, type DispatcherOptions } from '../../src/delivery/dispatcher.ts';

type Given = Pick<DispatcherOptions, 'archive' | 'platform' | 'clock'> & Partial<DispatcherOptions>;

export const aDispatcher = (given: Given): Dispatcher =>
  createDispatcher({
    random: () => 0,
    logger: pino({ level: 'silent' }),
    stopping: new AbortController().signal,
    ...given,
  });
