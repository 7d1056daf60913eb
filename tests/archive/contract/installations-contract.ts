/** Where the app is installed, with its tokens; what was heard; and the channels of a workspace that removed the app. */
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deliveryKey, getDelivery, planDeliveries, postponeDelivery } from '../../../src/archive/deliveries.ts';
import { createHeard } from '../../../src/archive/heard.ts';
import {
  beginRefreshing,
  changeInstallation,
  checkKeys,
  encryptAnew,
  endRefreshing,
  getInstallation,
  type InstalledWorkspace,
  installedWorkspaces,
  removeInstallation,
  type SavedInstallation,
  type SecretArchive,
  saveInstallation,
} from '../../../src/archive/installations.ts';
import type { SealingKeys } from '../../../src/archive/sealed.ts';
import {
  getSubscription,
  markTold,
  saveSubscription,
  suspendSubscription,
} from '../../../src/archive/subscriptions.ts';
import { resumeWorkspace, suspendWorkspace } from '../../../src/archive/uninstalled.ts';
import { aSubscription } from '../../delivery/a-subscription.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const acme: InstalledWorkspace = { platform: 'slack', workspace: 'T1ACME' };
const globex: InstalledWorkspace = { platform: 'slack', workspace: 'T0GLOBEX' };
const [current, former, foreign] = [randomBytes(32), randomBytes(32), randomBytes(32)];

const at = '2026-04-01T09:00:00.000Z';
const later = '2026-04-02T09:00:00.000Z';

export const installationsContract = (createPlace: CreatePlace): void => {
  describe('its installations', () => {
    const archive = archiveForEach(createPlace);
    const withKeys = (...keys: SealingKeys): SecretArchive => ({ archive: archive(), keys });
    const save = (workspace = acme, secret = 'xoxb-1', keys: SealingKeys = [current]) =>
      saveInstallation(withKeys(...keys), workspace, secret, at);
    const saved = async (workspace = acme): Promise<SavedInstallation> => {
      const installation = await getInstallation(withKeys(current), workspace);
      if (installation === undefined) throw new Error('nothing is installed');
      return installation;
    };
    const rowOf = ({ workspace }: InstalledWorkspace) =>
      archive().db.selectFrom('installations').selectAll().where('workspace', '=', workspace).executeTakeFirstOrThrow();

    it('are kept each with its secret, which nothing in the database shows', async () => {
      await save(acme, 'xoxb-acme');
      await save(globex, 'xoxb-globex');
      expect(await saved(acme)).toEqual({ ...acme, secret: 'xoxb-acme', revision: 1, installedAt: at });
      expect(await saved(globex)).toMatchObject({ secret: 'xoxb-globex' });
      expect(await getInstallation(withKeys(current), { ...acme, workspace: 'T3' })).toBeUndefined();
      const rows = await archive().db.selectFrom('installations').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain('xoxb');
    });

    it('are listed as they were installed', async () => {
      await save(acme);
      await saveInstallation(withKeys(current), globex, 'xoxb-1', '2026-03-31T00:00:00Z');
      await save({ platform: 'discord', workspace: '1' });
      expect(await installedWorkspaces(archive(), 'slack')).toEqual([globex.workspace, acme.workspace]);
    });

    it('take the place of what was kept before', async () => {
      await save();
      await saveInstallation(withKeys(current), acme, 'xoxb-2', later);
      expect(await saved()).toEqual({ ...acme, secret: 'xoxb-2', revision: 2, installedAt: later });
    });

    it('cannot be read as those of another workspace', async () => {
      await save(acme);
      await save(globex);
      const { installation } = await rowOf(acme);
      await archive()
        .db.updateTable('installations')
        .set({ installation })
        .where('workspace', '=', globex.workspace)
        .execute();
      await expect(saved(globex)).rejects.toMatchObject({ code: 'corrupt' });
    });

    it('are encrypted anew with the first key once they are read, and are the same revision', async () => {
      await save(acme, 'xoxb-1', [former]);
      expect(await getInstallation(withKeys(current, former), acme)).toMatchObject({ secret: 'xoxb-1', revision: 1 });
      expect(await saved()).toMatchObject({ secret: 'xoxb-1', revision: 1 });
      await expect(getInstallation(withKeys(former), acme)).rejects.toMatchObject({ code: 'wrong-key' });
    });

    it('are encrypted anew with the first key all at once, where that is asked for', async () => {
      await save(acme, 'xoxb-1', [former]);
      await save(globex, 'xoxb-2', [current]);
      const before = await rowOf(globex);
      await encryptAnew(withKeys(current, former));
      await checkKeys(withKeys(current));
      expect(await rowOf(globex)).toEqual(before);
      expect(await saved(acme)).toMatchObject({ secret: 'xoxb-1' });
    });

    it('are left as they are where the key is another, and it is known before anything is done', async () => {
      await save(acme, 'xoxb-1', [former]);
      await save(globex);
      const before = await rowOf(acme);
      await expect(getInstallation(withKeys(current), acme)).rejects.toMatchObject({ code: 'wrong-key' });
      await expect(checkKeys(withKeys(current, foreign))).rejects.toMatchObject({
        code: 'wrong-key',
        message: expect.stringContaining(acme.workspace),
      });
      await checkKeys(withKeys(current, former));
      expect(await rowOf(acme)).toEqual(before);
    });

    it('have nothing to check where there are none', async () => {
      await expect(checkKeys(withKeys(foreign))).resolves.toBeUndefined();
    });

    it('are changed by whoever knows how they are, once', async () => {
      await save();
      const before = await saved();
      const changes = ['xoxb-2', 'xoxb-3'].map(secret => changeInstallation(withKeys(current), before, secret, later));
      expect((await Promise.all(changes)).toSorted()).toEqual([false, true]);
      const after = await saved();
      expect(after).toMatchObject({ revision: 2, installedAt: at });
      expect(await changeInstallation(withKeys(current), after, 'xoxb-4', later)).toBe(true);
    });

    it('are not brought back by a change once they are removed, and not removed once they were made anew', async () => {
      await save();
      const before = await saved();
      await save(acme, 'xoxb-2');
      expect(await removeInstallation(archive(), before)).toBe(false);
      const anew = await saved();
      expect(await removeInstallation(archive(), anew)).toBe(true);
      expect(await removeInstallation(archive(), anew)).toBe(false);
      expect(await changeInstallation(withKeys(current), anew, 'xoxb-3', later)).toBe(false);
      expect(await getInstallation(withKeys(current), acme)).toBeUndefined();
    });

    it('have their tokens renewed by one process at a time, and by the next where that one died', async () => {
      await save();
      const one = await saved();
      const begun = Array.from({ length: 5 }, () => beginRefreshing(archive(), one, 60_000));
      expect((await Promise.all(begun)).filter(Boolean)).toHaveLength(1);
      await endRefreshing(archive(), one);
      expect(await beginRefreshing(archive(), one, -1)).toBe(true);
      expect(await beginRefreshing(archive(), one, 60_000)).toBe(true);
      expect(await beginRefreshing(archive(), one, 60_000)).toBe(false);
    });

    it('have tokens of a new revision renewed, whoever was about those before', async () => {
      await save();
      const before = await saved();
      await beginRefreshing(archive(), before, 60_000);
      await changeInstallation(withKeys(current), before, 'xoxb-2', later);
      expect(await beginRefreshing(archive(), before, 60_000)).toBe(false);
      expect(await beginRefreshing(archive(), await saved(), 60_000)).toBe(true);
    });
  });

  describe('what it heard', () => {
    const archive = archiveForEach(createPlace);

    it('is first once, in whichever process it is heard', async () => {
      const processes = Array.from({ length: 4 }, () => createHeard(archive(), 60_000));
      const told = await Promise.all(processes.map(({ isFirst }) => isFirst('trigger 1')));
      expect(told.filter(Boolean)).toHaveLength(1);
      expect(await processes[0]?.isFirst('trigger 2')).toBe(true);
    });

    it('is first again once it was forgotten', async () => {
      const { isFirst, forget } = createHeard(archive(), 60_000);
      await isFirst('trigger 1');
      await forget('trigger 1');
      expect(await isFirst('trigger 1')).toBe(true);
    });

    it('is not shown by the database: an id may hold an address to which whoever has it may post', async () => {
      const id = `share T1 https://hooks.slack.com/commands/T1/2/${randomUUID()}`;
      await createHeard(archive(), 60_000).isFirst(id);
      const rows = await archive().db.selectFrom('heard').select('id').execute();
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain('hooks');
    });

    it('is not kept for ever', async () => {
      await createHeard(archive(), -1).isFirst('of old');
      const { isFirst } = createHeard(archive(), 60_000);
      await isFirst('of late');
      expect(await archive().db.selectFrom('heard').select('id').execute()).toHaveLength(1);
      expect(await isFirst('of late')).toBe(false);
    });
  });

  describe('its channels of a workspace that removed the app', () => {
    const archive = archiveForEach(createPlace);
    const subscribe = async (workspace: string, channel: string): Promise<void> => {
      await saveSubscription(archive(), aSubscription({ workspace, channel }), '2026-01-01T00:00:00Z');
    };
    const suspensionOf = async (workspace: string, channel: string) =>
      (await getSubscription(archive(), { platform: 'slack', workspace, channel }))?.suspension;

    it('are suspended with a reason, of which nobody is told, and those of others are not', async () => {
      await subscribe(acme.workspace, 'C1');
      await subscribe(acme.workspace, 'C2');
      await subscribe(globex.workspace, 'C1');
      expect(await suspendWorkspace(archive(), acme, at)).toBe(2);
      expect(await suspensionOf(acme.workspace, 'C1')).toEqual({
        since: at,
        reason: expect.stringMatching(/removed from the workspace: install it/),
      });
      expect(await suspensionOf(globex.workspace, 'C1')).toBeUndefined();
      expect(await markTold(archive(), { ...acme, channel: 'C2' }, later)).toBe(false);
    });

    it('go on once the app is back, and what waits for them is tried at once', async () => {
      await subscribe(acme.workspace, 'C1');
      const identity = { ...acme, channel: 'C1', edition: '2026-04-01' };
      const parts = [{ place: 'parent', payload: 'Parent' }] as const;
      await planDeliveries(archive(), [{ edition: identity.edition, parts, channels: [identity] }], at);
      await suspendWorkspace(archive(), acme, at);
      await postponeDelivery(archive(), deliveryKey(identity), { problem: 'It is revoked.', retryAt: later });
      expect(await resumeWorkspace(archive(), acme)).toBe(1);
      expect(await suspensionOf(acme.workspace, 'C1')).toBeUndefined();
      expect(await getDelivery(archive(), identity)).not.toHaveProperty('retryAt');
    });

    it('stay suspended where they were for a reason of their own', async () => {
      await subscribe(acme.workspace, 'C1');
      await suspendSubscription(archive(), { ...acme, channel: 'C1' }, 'It is archived.', at);
      expect(await suspendWorkspace(archive(), acme, later)).toBe(0);
      expect(await resumeWorkspace(archive(), acme)).toBe(0);
      expect(await suspensionOf(acme.workspace, 'C1')).toEqual({ since: at, reason: 'It is archived.' });
    });
  });
};
