/** Sentences that keep to the words of their article but for a denial, and those that only look as if they did. */
import { describe, expect, it } from 'vitest';
import { groundingOf } from '../../../src/editor/grounding.ts';

const check = groundingOf(`
A parent process may also interpose itself on outgoing calls, in order to add a token that the generated script never gets to see.
The weekly chart complements the hourly alarms that the harbour office already sends instead of replacing them.
A row without a price yields an error and not an invented number, because each answer has to fit a schema.
When two editors write to the same page at the same time, the last one wins. There is no conflict marker, no warning, no merge.
Switches that were never removed are still a source of faults in the ledger.
Pilots cannot keep a passenger's full address for the duration of a voyage.
Even a clerk who signs too quickly cannot hand over more than the harbour allows.
A voyage in which each leg needs the one before gains nothing from a fleet. It merely costs more coal.
Letters of which the sorter is unsure go to a clerk, together with a note. Parcels go to the depot, and the depot is open to all crews.
The forecast speaks of the fog. What will the steamer do to the insurance? Nobody can say, and the forecast least of all. Some rules of the pier are old, and other rules concern the ships.
The crane trusts only the drivers that the foreman has chosen. The buoy tests can separate only ropes of middling strength.
Lamps burn rapeseed oil and nothing else, with no wick, no glass and no chimney. A lantern that has to burn in rain still needs a glass.
The tide tables are printed by the observatory in the capital, and popular tables sell out, while some that nobody bought never did.
Clerks store the weight and the owner of each crate in the ledger, but show them last.
The foreman chooses a rope. The rope then frays.
Equal weight turned out to be the wrong sign, because crates get wet on deck.
Both salted and smoked herring are accepted at the northern gate.
Any one of the inspectors can halt a crate at the northern gate before the crew loads it.
Barrels of spoiled oil on the southern quay have now been removed.
Storing powder on deck, firing a salute, anchoring beside the mole: none of these are possible in the harbour.
The sail is dried so that no stain could be mistaken for a tear. Ten thousand barrels on one pier do not need ten thousand guards.
The pier's log does record the theft together with the hour, so that the owner sees what the thief can't.
`);
const isSupported = (sentence: string): boolean => check(sentence).supported;

describe('a sentence close to the words of its article', () => {
  it.each([
    ['denies what is asserted there', 'A parent process cannot interpose itself on the outgoing calls.'],
    [
      'asserts what something is done instead of',
      'The weekly chart replaces the hourly alarms that the harbour office already sends.',
    ],
    [
      'denies the verb where only a thing is denied',
      'A row without a price does not yield an error, even though each answer has to fit a schema.',
    ],
    [
      'has what is only named because there is none',
      'When two editors write to the same page at the same time, a warning is shown.',
    ],
    [
      'denies in another verb what leads to the same',
      'Letters of which the sorter is unsure are never handed on to a clerk.',
    ],
    ['denies what is done only to just that', 'The crane does not trust the drivers that the foreman has chosen.'],
    ['says that something has ceased', 'Switches that were never removed have ceased to be a source of faults.'],
    ['allows what cannot be', "Pilots may keep a passenger's full address for the duration of a voyage."],
    [
      'allows more than a limit that is set there',
      'A clerk who signs too quickly can hand over more than the harbour allows.',
    ],
    [
      'puts a gain where there is none',
      'A voyage in which each leg needs the one before benefits from a fleet, although it costs more coal.',
    ],
    [
      'denies in the other half of a contrast',
      'The weight and the owner of each crate are stored in the ledger but never shown to anybody.',
    ],
    [
      'prefers something to what is done',
      'The foreman chooses a rope, and the rope is kept whole rather than left to fray.',
    ],
    [
      'has an opposite that no table has',
      'Equal weight turned out to be the right sign, even though crates get wet on deck.',
    ],
    ['denies that something is so yet', 'The northern gate does not yet accept salted or smoked herring.'],
    [
      'denies of each what any can',
      'No single inspector can halt a crate at the northern gate before the crew loads it.',
    ],
    ['keeps what was removed', 'Barrels of spoiled oil on the southern quay have been kept rather than removed.'],
    [
      'allows what is listed as impossible',
      'Crews remain able to store powder on deck, to fire a salute and to anchor beside the mole.',
    ],
    [
      'denies what somebody else cannot',
      "The pier's log does not record the theft or the hour either, which the owner sees.",
    ],
  ])('is refused where it %s', (_, sentence) => {
    expect(isSupported(sentence)).toBe(false);
  });

  it.each([
    ['says what is to be prevented', 'The sail is dried, lest a stain be mistaken for a tear.'],
    ['denies the object instead of the verb', 'Ten thousand barrels on one pier need no ten thousand guards.'],
    ['denies as many', 'Ten thousand barrels on one pier do not require as many guards.'],
    ['keeps the denial', "Pilots are not able to keep a passenger's full address for the duration of a voyage."],
    ['denies that something is limited to what it is open to', 'The depot for parcels is not limited to crews.'],
    ['denies of others what is done only to some', 'The buoy tests cannot separate strong ropes.'],
    ['says of one what nobody does', 'No forecast says what the steamer will do to the insurance.'],
    ['denies that it is so of all', 'Not every rule of the pier is old, as some concern the ships.'],
    ['keeps what a thing is without', 'A row without a price yields an error.'],
    ['denies what something is done instead of', 'The weekly chart does not replace the hourly alarms.'],
    ['says that something is needed where there is none', 'A lantern that burns in rain still needs a glass.'],
  ])('is supported where it %s', (_, sentence) => {
    expect(isSupported(sentence)).toBe(true);
  });
});
