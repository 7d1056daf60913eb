/** The blogs that are read unless the operator says otherwise, named as readers know them. */
import type { Source } from '../edition/source.ts';

const netflix: Omit<Source, 'name'> = {
  company: 'Netflix',
  site: 'https://netflixtechblog.com',
  feeds: ['https://netflixtechblog.com/feed', 'https://medium.com/feed/netflix-techblog'],
};

export const catalogue: readonly Source[] = [
  {
    name: 'Airbnb Engineering',
    company: 'Airbnb',
    site: 'https://medium.com/airbnb-engineering',
    feeds: ['https://medium.com/feed/airbnb-engineering'],
  },
  {
    name: 'Amazon AWS AI Blog',
    company: 'Amazon Web Services',
    site: 'https://aws.amazon.com/blogs/machine-learning/',
    feeds: ['https://aws.amazon.com/blogs/machine-learning/feed/'],
  },
  {
    name: 'AWS Architecture Blog',
    company: 'Amazon Web Services',
    site: 'https://aws.amazon.com/blogs/architecture/',
    feeds: ['https://aws.amazon.com/blogs/architecture/feed/'],
  },
  {
    name: 'AWS Open Source Blog',
    company: 'Amazon Web Services',
    site: 'https://aws.amazon.com/blogs/opensource/',
    feeds: ['https://aws.amazon.com/blogs/opensource/feed/'],
  },
  {
    name: 'BrettTerpstra.com',
    company: 'Brett Terpstra',
    site: 'https://brettterpstra.com',
    feeds: ['https://brett.trpstra.net/brettterpstra', 'https://brettterpstra.com/atom.xml'],
  },
  {
    name: 'ByteByteGo',
    company: 'ByteByteGo',
    site: 'https://blog.bytebytego.com',
    feeds: ['https://blog.bytebytego.com/feed'],
    aggregator: true,
  },
  {
    name: 'CloudFlare',
    company: 'Cloudflare',
    site: 'https://blog.cloudflare.com',
    feeds: ['https://blog.cloudflare.com/rss/'],
  },
  {
    name: 'Dropbox Tech Blog',
    company: 'Dropbox',
    site: 'https://dropbox.tech',
    feeds: ['https://dropbox.tech/feed'],
  },
  {
    name: 'Facebook Code',
    company: 'Meta',
    site: 'https://engineering.fb.com',
    feeds: ['https://engineering.fb.com/feed/'],
  },
  {
    name: 'GitHub Engineering',
    company: 'GitHub',
    site: 'https://github.blog/engineering/',
    feeds: ['https://github.blog/engineering/feed/'],
  },
  {
    name: 'Google AI Blog',
    company: 'Google',
    site: 'https://research.google/blog/',
    feeds: ['https://research.google/blog/rss/'],
  },
  {
    name: 'Google DeepMind',
    company: 'Google DeepMind',
    site: 'https://deepmind.google/blog/',
    feeds: ['https://deepmind.google/blog/rss.xml'],
  },
  {
    name: 'Google Open Source Blog',
    company: 'Google',
    site: 'https://opensource.googleblog.com',
    feeds: ['https://opensource.googleblog.com/feeds/posts/default'],
  },
  {
    name: 'HashiCorp Blog',
    company: 'HashiCorp',
    site: 'https://www.hashicorp.com/blog',
    feeds: ['https://www.hashicorp.com/blog/feed.xml'],
  },
  {
    name: 'InfoQ',
    company: 'InfoQ',
    site: 'https://www.infoq.com',
    feeds: ['https://feed.infoq.com'],
    aggregator: true,
  },
  {
    name: 'Spotify Engineering',
    company: 'Spotify',
    site: 'https://engineering.atspotify.com',
    feeds: ['https://engineering.atspotify.com/feed/'],
  },
  {
    name: 'Microsoft Research',
    company: 'Microsoft',
    site: 'https://www.microsoft.com/en-us/research/blog/',
    feeds: ['https://www.microsoft.com/en-us/research/feed/'],
  },
  {
    name: 'Mozilla Hacks',
    company: 'Mozilla',
    site: 'https://hacks.mozilla.org',
    feeds: ['https://hacks.mozilla.org/feed/'],
  },
  { name: 'Netflix Tech Blog', ...netflix },
  {
    name: 'NVIDIA Blog',
    company: 'NVIDIA',
    site: 'https://blogs.nvidia.com',
    feeds: ['https://blogs.nvidia.com/feed/'],
  },
  {
    name: "O'Reilly Radar",
    company: "O'Reilly",
    site: 'https://www.oreilly.com/radar/',
    feeds: ['https://www.oreilly.com/radar/feed/index.xml'],
  },
  {
    name: 'OpenAI Blog',
    company: 'OpenAI',
    site: 'https://openai.com/news/',
    feeds: ['https://openai.com/news/rss.xml'],
  },
  {
    name: 'SoundCloud Backstage Blog',
    company: 'SoundCloud',
    site: 'https://developers.soundcloud.com/blog',
    feeds: ['https://developers.soundcloud.com/blog/blog.rss', 'https://developers.soundcloud.com/blog.rss'],
  },
  {
    name: 'Stripe Blog',
    company: 'Stripe',
    site: 'https://stripe.com/blog',
    feeds: ['https://stripe.com/blog/feed.rss'],
  },
  {
    name: 'The Batch | DeepLearning.AI | AI News & Insights',
    company: 'DeepLearning.AI',
    site: 'https://www.deeplearning.ai/the-batch/',
    feeds: [],
    page: {
      kind: 'links',
      url: 'https://www.deeplearning.ai/the-batch/',
      selector: 'a[href*="/the-batch/issue-"]',
      // An issue shows its date as a tag, "Mar 27, 2026".
      date: 'a[href*="/the-batch/tag/"]',
    },
    aggregator: true,
  },
  {
    name: 'The Dropbox Blog',
    company: 'Dropbox',
    site: 'https://blog.dropbox.com',
    feeds: ['https://blog.dropbox.com/feed/'],
  },
  {
    name: 'The GitHub Blog',
    company: 'GitHub',
    site: 'https://github.blog',
    feeds: ['https://github.blog/feed/'],
  },
  { name: 'The Netflix Tech Blog', ...netflix },
  {
    name: 'The Official Microsoft Blog',
    company: 'Microsoft',
    site: 'https://blogs.microsoft.com',
    feeds: ['https://blogs.microsoft.com/feed/'],
  },
  {
    name: 'Vercel Blog',
    company: 'Vercel',
    site: 'https://vercel.com/blog',
    feeds: ['https://vercel.com/atom'],
  },
  {
    name: 'Yelp Engineering and Product Blog',
    company: 'Yelp',
    site: 'https://engineeringblog.yelp.com',
    feeds: ['https://engineeringblog.yelp.com/feed.xml'],
  },
];
