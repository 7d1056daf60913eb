import { describe, expect, it } from 'vitest';
import { agreementOfThemes, isSameCompany } from '../../../eval/measures/agreement.ts';

describe('agreement on the company', () => {
  it('takes no notice of case and of the kind of apostrophe', () => {
    expect(isSameCompany('O’Reilly', "O'Reilly")).toBe(true);
    expect(isSameCompany('github', 'GitHub')).toBe(true);
    expect(isSameCompany('AWS', 'HashiCorp')).toBe(false);
  });
});

describe('agreement on the themes', () => {
  it('is whole for the same themes in any order', () => {
    expect(agreementOfThemes(['search', 'databases'], ['databases', 'search'])).toBe(1);
  });

  it('punishes a theme too many as much as one too few', () => {
    expect(agreementOfThemes(['search', 'databases'], ['search'])).toBeCloseTo(2 / 3);
    expect(agreementOfThemes(['search'], ['search', 'databases'])).toBeCloseTo(2 / 3);
  });

  it('is none where no theme is shared, or none given', () => {
    expect(agreementOfThemes(['mcp'], ['search'])).toBe(0);
    expect(agreementOfThemes([], ['search'])).toBe(0);
  });
});
