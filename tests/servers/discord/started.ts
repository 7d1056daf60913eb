/** A loopback Discord with a guild, a channel and a person, and the real client and REST against it; closed after each test. */
import { Client, DiscordAPIError, Events, GatewayIntentBits, type Interaction, REST, Routes } from 'discord.js';
import { afterEach } from 'vitest';
import { type DiscordOptions, type DiscordServer, startDiscord } from './server.ts';

const running: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.close();
});

export async function start(options?: DiscordOptions) {
  const server = await startDiscord(options);
  running.push(server);
  const guild = server.addGuild();
  const channel = server.addChannel(guild, { name: 'engineering' });
  const rest = new REST({ api: server.api, retries: 0 }).setToken(server.token);
  return { server, guild, channel, rest, ada: server.addPerson(guild) };
}

/** The real client, not yet logged in. */
export function createClient(
  server: DiscordServer,
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds],
) {
  const client = new Client({ intents, rest: { api: server.api, retries: 0 } });
  running.push({ close: () => client.destroy() });
  return client;
}

/** The real client, up and told of its guilds. What `answer` fails with is left to what the person sees of it. */
export async function connect(
  server: DiscordServer,
  answer: (interaction: Interaction) => Promise<unknown> = async () => {},
) {
  const client = createClient(server);
  client.on(Events.InteractionCreate, interaction => void answer(interaction).catch(() => {}));
  const ready = new Promise(resolve => client.once(Events.ClientReady, resolve));
  await client.login(server.token);
  await ready;
  return client;
}

/** What a call was refused with. */
export async function refused(call: Promise<unknown>): Promise<DiscordAPIError> {
  const error: unknown = await call.then(
    () => new Error('nothing was refused'),
    reason => reason,
  );
  if (error instanceof DiscordAPIError) return error;
  throw error;
}

/** Discord's code of a refusal. */
export const codeOf = async (call: Promise<unknown>) => (await refused(call)).code;

export interface Known {
  readonly id: string;
  readonly [name: string]: unknown;
}

/** An answer that has an id. */
export function known(value: unknown): Known {
  if (typeof value !== 'object' || value === null || !('id' in value)) throw new TypeError('no object with an id');
  return { ...value, id: String(value.id) };
}

export const send = async (rest: REST, channelId: string, body: object): Promise<Known> =>
  known(await rest.post(Routes.channelMessages(channelId), { body }));
