import { describe, expect, it } from 'vitest';
import { digest } from './digest.ts';

describe('run --sample, the demo', () => {
  it('shows the edition as a thread, then two look-ups, and ends where nobody can type', async () => {
    const run = await digest(['run', '--sample']);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^Engineering @ Scale — 2026-04-01\n/);
    expect(run.stdout).toContain('│ Patterns Across Companies');
    expect(run.stdout).toContain('/digest company:cloudflare\n');
    expect(run.stdout).toContain('3 entries for company:cloudflare');
    expect(run.stdout).toContain('/digest theme:"zero trust"\n');
    expect(run.stdout).toMatch(/\d+ entr(y|ies) for theme:"zero trust"/);
  });

  it.each(['Pacific/Honolulu', 'Pacific/Kiritimati'])('is the same where it is another day, in %s', async zone => {
    const run = await digest(['run', '--sample'], { env: { TZ: zone } });
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^Engineering @ Scale — 2026-04-01\n/);
    expect(run.stderr).toContain('18 deep dives');
  });
});
