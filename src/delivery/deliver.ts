/** Sends the parts of one planned delivery in order. What stands is not sent again, and what cannot be sent costs the rest nothing. */
import { ArchiveError } from '../archive/archive-error.ts';
import { type DeliveryIdentity, deliveryKey, finishDelivery, getDelivery } from '../archive/deliveries.ts';
import { markFailed, markStanding, type PartRecord, partsOf } from '../archive/parts.ts';
import type { Outcome } from '../archive/tables.ts';
import { PlatformError } from '../chat/platform.ts';
import { type DeliverOptions, type Destination, type Sent, sendPart } from './send-part.ts';

/**
 * Posts what the channel has not got yet.
 * @returns Undefined where it was told to stop before the end.
 * @throws PlatformError where the channel takes nothing now; what was left goes with the next call. ArchiveError, `not-found`
 *   where it is not planned, as where its edition was made anew meanwhile, `taken` where another process took it over.
 */
export const deliver = async (delivery: DeliveryIdentity, delivering: DeliverOptions): Promise<Outcome | undefined> => {
  const { archive, holding, clock } = delivering;
  const known = await getDelivery(archive, delivery);
  if (known === undefined) {
    const { edition, channel } = delivery;
    throw new ArchiveError('not-found', `The edition of ${edition} is not planned for ${channel} any more.`);
  }
  if (known.outcome !== undefined) return known.outcome;
  const outcome = await sendAll(delivery, delivering);
  if (outcome === undefined) return undefined;
  const [key, at] = [deliveryKey(delivery), clock.now().toISOString()];
  await holding.keep(key, ledger => finishDelivery(ledger, key, outcome, at));
  return outcome;
};

const sendAll = async (delivery: DeliveryIdentity, delivering: DeliverOptions): Promise<Outcome | undefined> => {
  let thread: string | undefined;
  for (const part of await partsOf(delivering.archive, deliveryKey(delivery))) {
    if (delivering.stopping.aborted) return undefined;
    // Without a parent there is no thread for the replies.
    if (part.place === 'reply' && thread === undefined) return 'failed';
    if (part.state === 'posted') thread = part.thread;
    if (part.state === 'posted' || part.state === 'failed') continue;
    const sent = await settle(part, { delivery, thread }, delivering);
    if (sent === 'stopped') return undefined;
    if (sent === 'superseded') return 'superseded';
    if (sent !== 'failed') thread = sent.thread;
  }
  return thread === undefined ? 'failed' : 'posted';
};

/** Sends one part and keeps what became of it. */
const settle = async (
  part: PartRecord,
  destination: Destination,
  delivering: DeliverOptions,
): Promise<Sent | 'failed'> => {
  const { holding, clock, logger } = delivering;
  const identity = { key: deliveryKey(destination.delivery), ordinal: part.ordinal };
  const at = () => clock.now().toISOString();
  try {
    const sent = await sendPart(part, destination, delivering);
    if (typeof sent === 'string') return sent;
    await holding.keep(identity.key, ledger => markStanding(ledger, identity, sent, at()));
    if (sent.note !== undefined) logger.warn(identity, sent.note);
    return sent;
  } catch (error) {
    if (!(error instanceof PlatformError && isOfThePart(error))) throw error;
    await holding.keep(identity.key, ledger => markFailed(ledger, identity, error.message, at()));
    logger.error({ ...identity, err: error }, 'A part is left out.');
    return 'failed';
  }
};

/** Whether an error concerns this part alone, so that the others are posted. */
const isOfThePart = ({ code }: PlatformError): boolean => code === 'refused' || code === 'unreadable';
