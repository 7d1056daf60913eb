import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chromium } from '../material.ts';
import { aBrowser } from './a-browser.ts';
import { manyEditions } from './many-editions.ts';

describe.skipIf(!existsSync(chromium))('the search in Chromium (skipped where it is not installed)', () => {
  const { open } = aBrowser(manyEditions(25));

  it('finds as one types: the address follows, the focus stays, and it is told', async () => {
    const { page, complaints } = await open('/search');
    await page.keyboard.type('company:acme');
    await page.getByRole('heading', { name: '25 entries for company:acme' }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('company:acme');
    expect(await page.title()).toBe('company:acme · Search · Engineering @ Scale');
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    expect(await page.getByRole('status').textContent()).toBe('25 entries for company:acme');
    expect(complaints).toEqual([]);
  });

  it('says so where words cannot be looked up, and goes on', async () => {
    const { page } = await open('/search?q=acme');
    const field = page.getByRole('searchbox');
    await field.fill('foo:bar');
    await page.getByRole('heading', { name: 'That cannot be looked up' }).waitFor();
    await field.fill('');
    await page.getByRole('heading', { name: 'What can be asked' }).waitFor();
    expect(page.url()).toMatch(/\/search$/);
  });

  it('shows the answer to what was typed last, however late that to an earlier one comes', async () => {
    const { page } = await open('/search');
    let release = (): void => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    await page.route('**/search?q=acme&*', async route => {
      await held;
      await route.continue().catch(() => {});
    });
    const field = page.getByRole('searchbox');
    const asked = page.waitForRequest('**/search?q=acme&*');
    await field.fill('acme');
    await asked;
    await field.fill('globex');
    await page.getByRole('heading', { name: 'entries for globex' }).waitFor();
    release();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('#results h2').textContent()).toBe('25 entries for globex');
    expect(page.url()).toMatch(/q=globex$/);
  });

  it('asks at once on Enter, and again where the archive did not answer', async () => {
    const { page } = await open('/search');
    await page.route('**/search?q=acme&*', route => route.abort());
    await page.keyboard.type('acme');
    await page.keyboard.press('Enter');
    await page.getByText('Press Enter to try again').first().waitFor();
    await page.unroute('**/search?q=acme&*');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '50 entries for acme' }).waitFor();
  });

  it('is paged', async () => {
    const { page } = await open('/search');
    await page.keyboard.type('acme');
    await page.getByRole('link', { name: 'Next →' }).click();
    await page.getByText('Page 2 of 3').waitFor();
    await page.getByRole('link', { name: 'Next →' }).click();
    await page.getByText('Page 3 of 3').waitFor();
    expect(await page.locator('article').count()).toBe(10);
    await page.getByRole('link', { name: '← Previous' }).click();
    await page.getByText('Page 2 of 3').waitFor();
  });

  it('begins on any page, by the key / as well', async () => {
    const { page } = await open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('a/b acme');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=a%2Fb+acme');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b acme');
  });

  it('works as a form where scripts do not run', async () => {
    const { page } = await open('/', { javaScriptEnabled: false });
    await page.getByRole('searchbox').fill('theme:"zero trust"');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL('**/search?q=*');
    expect(await page.locator('#results h2').textContent()).toBe('25 entries for theme:"zero trust"');
    await page.getByRole('searchbox').fill('acme');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL('**/search?q=acme');
    expect(await page.locator('#results h2').textContent()).toBe('50 entries for acme');
  });
});
