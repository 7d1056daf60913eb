/** Embeds and their limits: https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
import { z } from 'zod';
import { fault } from './form.ts';

/** Of all texts of all embeds of one message together. */
const totalCharacters = 6_000;

const webAddress = z
  .string()
  .max(2_048)
  .refine(text => URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol), {
    message: 'Scheme must be one of ("http", "https").',
    params: { code: 'URL_TYPE_INVALID_SCHEME' },
  });
const text = (limit: number) =>
  z
    .string()
    .max(limit)
    .refine(value => value.trim() !== '', {
      message: 'This field is required',
      params: { code: 'BASE_TYPE_REQUIRED' },
    });
const image = z.object({ url: webAddress }).nullish();

const embed = z.object({
  title: z.string().max(256).nullish(),
  description: z.string().max(4_096).nullish(),
  url: webAddress.nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  color: z.int().min(0).max(0xffffff).nullish(),
  footer: z.object({ text: text(2_048), icon_url: webAddress.nullish() }).nullish(),
  image,
  thumbnail: image,
  author: z.object({ name: text(256), url: webAddress.nullish(), icon_url: webAddress.nullish() }).nullish(),
  fields: z
    .array(z.object({ name: text(256), value: text(1_024), inline: z.boolean().nullish() }))
    .max(25)
    .nullish(),
});

export const embeds = z
  .array(embed)
  .max(10)
  .superRefine((all, context) => {
    const characters = all.flatMap(textsOf).reduce((sum, one) => sum + one.trim().length, 0);
    if (characters <= totalCharacters) return;
    context.addIssue(fault('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${totalCharacters}`));
  });

/** What counts towards the total: title, description, field names and values, footer and author. */
const textsOf = (one: z.infer<typeof embed>): readonly string[] => [
  one.title ?? '',
  one.description ?? '',
  one.footer?.text ?? '',
  one.author?.name ?? '',
  ...(one.fields ?? []).flatMap(field => [field.name, field.value]),
];
