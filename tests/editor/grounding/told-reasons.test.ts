import { describe, expect, it } from 'vitest';
import { checkGrounding } from '../../../src/editor/grounding.ts';

const article = `The harbour office keeps its tide tables on paper.
Pilots distrust the electronic display, as it freezes in heavy rain.
The display was bought from a bankrupt shipyard.
Two buoys drifted away during the January storm.
Nobody noticed for a week, which cost the office a fine.
The lighthouse lamp was exchanged in spring.
Its wiring had corroded behind the panels.
A crane was sold to a museum.
The quay can therefore be cleared of its rails.
Fishermen asked for a cheaper berth near the market hall.
The council refused the request in June.
Ferries leave every forty minutes in summer.
Passengers complained about the benches in the waiting room.
The new gangway folds twice.
A rigid one would have been lighter to carry in a storm.`;

const isSupported = (sentence: string): boolean => checkGrounding(sentence, article).supported;

describe('a reason that the article tells of', () => {
  it('holds where it stands with its effect', () => {
    expect(isSupported('Pilots distrust the electronic display because it freezes in heavy rain.')).toBe(true);
  });

  it('holds where it stands beside its effect, joined to it by nothing', () => {
    expect(isSupported('The lighthouse lamp was exchanged because its wiring had corroded.')).toBe(true);
  });

  it('is none of what is told far away', () => {
    expect(isSupported('Ferries leave every forty minutes because two buoys drifted away.')).toBe(false);
  });

  it('is none of what has a reason of its own there', () => {
    expect(isSupported('Pilots distrust the electronic display because it was bought from a bankrupt shipyard.')).toBe(
      false,
    );
  });

  it('is none where it follows from what it is said to bring about', () => {
    expect(isSupported('A crane was sold to a museum because the quay can be cleared of its rails.')).toBe(false);
    expect(isSupported('The quay can be cleared of its rails because a crane was sold to a museum.')).toBe(true);
  });

  it('may be told of more fully elsewhere, where the effect has part of it', () => {
    expect(isSupported('Since the electronic display freezes in rain, pilots distrust it.')).toBe(true);
  });

  it('is none where it is only what would have been', () => {
    expect(isSupported('The new gangway folds twice because it is lighter to carry in a storm.')).toBe(false);
    expect(isSupported('The new gangway folds twice since a rigid one would have been lighter to carry.')).toBe(true);
  });

  it('is there too where something is brought about by it', () => {
    expect(isSupported('The office was brought a fine by the week in which nobody noticed.')).toBe(true);
    expect(
      isSupported('Fishermen asked for a cheaper berth, driven by the steep fuel taxes that traders levied.'),
    ).toBe(false);
    expect(isSupported('Dreading sharks, fishermen asked for a cheaper berth near the market hall.')).toBe(false);
  });

  it('brings about nothing that is told far away', () => {
    expect(isSupported('The tide tables are kept on paper, which made passengers complain about the benches.')).toBe(
      false,
    );
  });
});
