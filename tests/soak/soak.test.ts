/** Days of the whole bot in seconds; `npm run soak` does a month of it, with more channels and kills. */
import { describe, expect, it } from 'vitest';
import { breachesIn, reportText } from './report.ts';
import { soak } from './soak.ts';

describe('a bot that runs for days, amid requests that fail, and is killed', () => {
  it('brings each edition to each channel once, and tells each post once', async () => {
    const report = await soak({ seed: 5, days: 2, channels: 4, kills: 1, fail: 0.05, speed: 30 });
    console.log(reportText(report));
    expect(breachesIn(report)).toEqual([]);
    // Else nothing was proved.
    expect(report.editions).toBe(2);
    expect(report.stories).toBeGreaterThan(8);
    expect(report.messages).toBeGreaterThan(20);
    expect(report.faults.size).toBeGreaterThan(2);
  });
});
