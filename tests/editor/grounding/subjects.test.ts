import { describe, expect, it } from 'vitest';
import { checkGrounding } from '../../../src/editor/grounding.ts';

const article = `The harbour master signs the sailing permit, and the pilot inspects the steering gear.
A clerk stamps the cargo list once a day.
The registrar checks the seal and files a copy.
Captains that carry spare cables for winter storms pay less.
The quay office lends lanterns to small boats.
Tugs bring large barges to the inner basin.
Prizes were given for speed and for care. The new distinction honours a crew that saved a life. A silver anchor went to the youngest captain.
Each boat asks the harbour board for a pass. The toll house verifies the seal, and copies the number into its book.
A berth for ferries admits nothing but boats with a pass, while a fishing berth welcomes everybody.`;

const isSupported = (sentence: string): boolean => checkGrounding(sentence, article).supported;

describe('who does a thing', () => {
  it('is who does it in the article', () => {
    expect(isSupported('The harbour master signs the sailing permit.')).toBe(true);
    expect(isSupported('The pilot inspects the steering gear.')).toBe(true);
  });

  it('is nobody who does something else there', () => {
    expect(isSupported('The clerk signs the sailing permit.')).toBe(false);
    expect(isSupported('The harbour master inspects the steering gear.')).toBe(false);
  });

  it('is not what it is done to', () => {
    expect(isSupported('The seal checks the registrar and files a copy.')).toBe(false);
  });

  it('may be told in a relative clause', () => {
    expect(isSupported('Captains pay less if they carry spare cables for winter storms.')).toBe(true);
    expect(isSupported('Tugs, which carry spare cables for winter storms, pay less.')).toBe(false);
  });

  it('is not what is named after who does it', () => {
    expect(isSupported('The silver anchor honours a crew that saved a life.')).toBe(false);
    expect(isSupported('A prize for care honours a crew that saved a life.')).toBe(true);
  });

  it('is not its rival', () => {
    expect(isSupported('A ferry berth admits only boats with a pass.')).toBe(true);
    expect(isSupported('A fishing berth admits only boats with a pass.')).toBe(false);
  });

  it('is who did the deed before it in the same clause', () => {
    expect(isSupported('The pilot verifies the seal.')).toBe(false);
    expect(isSupported('The toll house copies the number into its book.')).toBe(true);
  });

  it('may have another name that means the same', () => {
    expect(isSupported('Skippers that carry spare cables for winter storms pay less.')).toBe(true);
  });
});
