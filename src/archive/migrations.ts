/** The schema of the archive, in numbered steps that are never changed once released. */
import { type Expression, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The steps that any engine takes. An engine adds its own (`004-text-search`) between them.
 * @param text The type of texts, which are compared by their code points.
 */
export const migrationsFor = (text: 'text' | Expression<string>): Readonly<Record<string, Migration>> => ({
  '001-items': {
    up: async db => {
      await db.schema
        .createTable('items')
        .addColumn('source', text, column => column.notNull())
        .addColumn('feed_id', text, column => column.notNull())
        .addColumn('url', text)
        .addColumn('first_seen', text, column => column.notNull())
        .addColumn('appeared', text)
        .addColumn('item', text, column => column.notNull())
        .addPrimaryKeyConstraint('items_key', ['source', 'feed_id'])
        .execute();
      await db.schema.createIndex('items_url').on('items').column('url').execute();
      await db.schema.createIndex('items_appeared').on('items').column('appeared').execute();
    },
  },
  '002-source-health': {
    up: db =>
      db.schema
        .createTable('source_health')
        .addColumn('source', text, column => column.primaryKey())
        .addColumn('status', text, column => column.notNull())
        .addColumn('items', 'integer', column => column.notNull())
        .addColumn('reason', text)
        .addColumn('code', text)
        .addColumn('since', text)
        .addColumn('checked_at', text, column => column.notNull())
        .execute(),
  },
  '003-editions': {
    up: async db => {
      await db.schema
        .createTable('editions')
        .addColumn('date', text, column => column.primaryKey())
        .addColumn('title', text, column => column.notNull())
        .addColumn('edition', text, column => column.notNull())
        .addColumn('until', text, column => column.notNull())
        .addColumn('built_at', text, column => column.notNull())
        .addColumn('posted_at', text)
        .execute();
      await db.schema
        .createTable('entries')
        .addColumn('key', 'integer', column => column.primaryKey())
        .addColumn('id', text, column => column.notNull())
        .addColumn('edition', text, column => column.notNull().references('editions.date').onDelete('cascade'))
        .addColumn('company', text, column => column.notNull())
        .addColumn('source', text, column => column.notNull())
        .addColumn('url', text, column => column.notNull())
        .addColumn('published', text, column => column.notNull())
        .addColumn('title', text, column => column.notNull())
        .addColumn('body', text, column => column.notNull())
        .addColumn('themes', text, column => column.notNull())
        .addColumn('facets', text, column => column.notNull())
        .addColumn('grounding', text, column => column.notNull())
        .execute();
      await db.schema.createIndex('entries_edition').on('entries').column('edition').execute();
      await db.schema
        .createTable('entry_labels')
        .addColumn('kind', text, column => column.notNull())
        .addColumn('label', text, column => column.notNull())
        .addColumn('entry', 'integer', column => column.notNull().references('entries.key').onDelete('cascade'))
        .addPrimaryKeyConstraint('entry_labels_key', ['kind', 'label', 'entry'])
        .execute();
      await db.schema.createIndex('entry_labels_entry').on('entry_labels').column('entry').execute();
      await db.schema
        .createTable('stories')
        .addColumn('id', text, column => column.notNull())
        .addColumn('edition', text, column => column.notNull().references('editions.date').onDelete('cascade'))
        .addPrimaryKeyConstraint('stories_key', ['id', 'edition'])
        .execute();
      await db.schema.createIndex('stories_edition').on('stories').column('edition').execute();
      await db.schema
        .createTable('words')
        .addColumn('word', text, column => column.primaryKey())
        .execute();
    },
  },
  '005-cache': {
    up: async db => {
      await db.schema
        .createTable('cache')
        .addColumn('namespace', text, column => column.notNull())
        .addColumn('key', text, column => column.notNull())
        .addColumn('value', text, column => column.notNull())
        // Milliseconds since 1970 need more than 32 bits.
        .addColumn('expires_at', 'bigint')
        .addPrimaryKeyConstraint('cache_key', ['namespace', 'key'])
        .execute();
      await db.schema.createIndex('cache_expires_at').on('cache').column('expires_at').execute();
    },
  },
  '006-subscriptions': {
    up: async db => {
      await db.schema
        .createTable('subscriptions')
        .addColumn('platform', text, column => column.notNull())
        .addColumn('workspace', text, column => column.notNull())
        .addColumn('channel', text, column => column.notNull())
        .addColumn('subscription', text, column => column.notNull())
        .addColumn('created_at', text, column => column.notNull())
        .addColumn('saved_at', text, column => column.notNull())
        .addPrimaryKeyConstraint('subscriptions_key', ['platform', 'workspace', 'channel'])
        .execute();
      await db.schema
        .createTable('kept_commands')
        .addColumn('key', text, column => column.primaryKey())
        .addColumn('command', text, column => column.notNull())
        .addColumn('kept_at', text, column => column.notNull())
        .execute();
    },
  },
  '007-deliveries': {
    up: async db => {
      await db.schema
        .createTable('deliveries')
        .addColumn('key', text, column => column.primaryKey())
        .addColumn('platform', text, column => column.notNull())
        .addColumn('workspace', text, column => column.notNull())
        .addColumn('channel', text, column => column.notNull())
        .addColumn('edition', text, column => column.notNull())
        .addColumn('planned_at', text, column => column.notNull())
        .addColumn('finished_at', text)
        .addColumn('problem', text)
        .addColumn('retry_at', text)
        .addUniqueConstraint('deliveries_once', ['platform', 'workspace', 'channel', 'edition'])
        .execute();
      await db.schema.createIndex('deliveries_edition').on('deliveries').column('edition').execute();
      await db.schema
        .createTable('parts')
        .addColumn('delivery', text, column => column.notNull().references('deliveries.key').onDelete('cascade'))
        .addColumn('ordinal', 'integer', column => column.notNull())
        .addColumn('place', text, column => column.notNull())
        .addColumn('payload', text)
        .addColumn('state', text, column => column.notNull())
        .addColumn('message', text)
        .addColumn('thread', text)
        .addColumn('note', text)
        .addColumn('changed_at', text, column => column.notNull())
        .addPrimaryKeyConstraint('parts_key', ['delivery', 'ordinal'])
        .execute();
    },
  },
  '008-plans': {
    up: async db => {
      await db.schema
        .createTable('plans')
        .addColumn('plan', text, column => column.notNull())
        .addColumn('ordinal', 'integer', column => column.notNull())
        .addColumn('place', text, column => column.notNull())
        .addColumn('payload', text, column => column.notNull())
        .addPrimaryKeyConstraint('plans_key', ['plan', 'ordinal'])
        .execute();
      // What was planned before had a plan of its own, whose parts were forgotten once they stood.
      await sql`insert into plans select delivery, ordinal, place, coalesce(payload, 'null') from parts`.execute(db);
      await db.schema.alterTable('parts').dropColumn('payload').execute();
      await db.schema.alterTable('parts').dropColumn('place').execute();
      await db.schema.alterTable('deliveries').addColumn('plan', text).execute();
      await sql`update deliveries set plan = key`.execute(db);
      await db.schema.alterTable('deliveries').addColumn('outcome', text).execute();
      await sql`update deliveries set outcome = 'posted' where finished_at is not null`.execute(db);
      await db.schema
        .alterTable('deliveries')
        .addColumn('attempts', 'integer', column => column.notNull().defaultTo(0))
        .execute();
    },
  },
  '009-suspensions': {
    up: async db => {
      await db.schema.alterTable('subscriptions').addColumn('suspended_at', text).execute();
      await db.schema.alterTable('subscriptions').addColumn('suspended_for', text).execute();
      await db.schema.alterTable('subscriptions').addColumn('told_at', text).execute();
    },
  },
  '010-claims': {
    up: async db => {
      await db.schema.alterTable('deliveries').addColumn('held_by', text).execute();
      // Milliseconds since 1970 need more than 32 bits.
      await db.schema.alterTable('deliveries').addColumn('held_until', 'bigint').execute();
    },
  },
  '011-installations': {
    up: async db => {
      await db.schema
        .createTable('installations')
        .addColumn('platform', text, column => column.notNull())
        .addColumn('workspace', text, column => column.notNull())
        .addColumn('installation', text, column => column.notNull())
        .addColumn('revision', 'integer', column => column.notNull())
        .addColumn('installed_at', text, column => column.notNull())
        .addColumn('changed_at', text, column => column.notNull())
        .addColumn('refreshing_until', 'bigint')
        .addPrimaryKeyConstraint('installations_key', ['platform', 'workspace'])
        .execute();
      await db.schema
        .createTable('heard')
        .addColumn('id', text, column => column.primaryKey())
        .addColumn('heard_until', 'bigint', column => column.notNull())
        .execute();
      await db.schema.createIndex('heard_until').on('heard').column('heard_until').execute();
    },
  },
  '012-paces': {
    up: async db => {
      await db.schema
        .createTable('paces')
        .addColumn('key', text, column => column.primaryKey())
        .addColumn('asked_at', 'bigint', column => column.notNull())
        .addColumn('next_at', 'bigint', column => column.notNull())
        .addColumn('held_until', 'bigint', column => column.notNull())
        .execute();
      // Who takes a delivery looks at the others of its channel that are not finished: few among those of years.
      await db.schema
        .createIndex('deliveries_unfinished')
        .on('deliveries')
        .columns(['platform', 'workspace', 'channel'])
        .where(sql.ref('finished_at'), 'is', null)
        .execute();
    },
  },
  '013-revision': {
    up: async db => {
      await db.schema
        .createTable('revision')
        .addColumn('editions', 'integer', column => column.notNull())
        .execute();
      await sql`insert into revision values (0)`.execute(db);
    },
  },
  '014-decisions': {
    up: async db => {
      await db.schema
        .createTable('decisions')
        .addColumn('edition', text, column => column.notNull().references('editions.date').onDelete('cascade'))
        .addColumn('place', 'integer', column => column.notNull())
        .addColumn('url', text, column => column.notNull())
        .addColumn('decision', text, column => column.notNull())
        .addPrimaryKeyConstraint('decisions_key', ['edition', 'place'])
        .execute();
      await db.schema.createIndex('decisions_url').on('decisions').column('url').execute();
    },
  },
  '015-alerts': {
    up: db =>
      db.schema
        .createTable('alerts')
        .addColumn('key', text, column => column.primaryKey())
        .addColumn('told_at', text, column => column.notNull())
        .execute(),
  },
  '016-corrections': {
    up: async db => {
      await db.schema.alterTable('items').addColumn('moved_to', text).execute();
      await db.schema.createIndex('items_moved_to').on('items').column('moved_to').execute();
      await db.schema.alterTable('entries').addColumn('corrected', text).execute();
    },
  },
  '017-flaws': {
    up: db => db.schema.alterTable('source_health').addColumn('flaws', text).execute(),
  },
});

/** Of SQLite, which compares texts by their code points anyway. */
export const migrations = migrationsFor('text');
