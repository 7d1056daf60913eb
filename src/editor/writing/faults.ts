/** Faults: what no sentence of a digest may be or have, wherever it stands. Each has a name for a person to read. */
import { anyOf, openingWith } from '../language/phrases.ts';

export interface Fault {
  readonly name: string;
  readonly patterns: readonly RegExp[];
}

export const faults: readonly Fault[] = [
  { name: 'does not open like a sentence', patterns: [/^[^\p{Lu}\p{N}“"‘\p{Lo}]/u, /^\p{N}+\p{Lu}/u] },
  { name: 'asks', patterns: [/\?/] },
  { name: 'does not end like a sentence', patterns: [/[^.!…)\]”"'’]$/u, /(?:\.\.\.|…)[)\]”"'’]*$/, /[^.!?…][)\]]$/] },
  {
    name: 'ends on an abbreviation',
    patterns: [/[\s(](?:etc|inc|ltd|corp|co|al|vs|[ap]\.m|(?:\p{L}\.)*\p{Lu})\.[)\]”"'’]*$/iu],
  },
  {
    name: 'opens on a label',
    patterns: [
      /^(?:\d{1,2}:\d\d|\d{4}-\w\w(?:-\w\w)?)\b[^.;]{0,30}: /,
      /^\p{Lu}[\p{L} ]{2,30} [-–—] \p{Lu}/u,
      /^(?:\p{N}{1,3}[.)]\s|\p{Lu}[.)]\s|step \d)/iu,
      /^(?:tip|note|warning|update|edit|tl;dr|disclaimer|caption|figure|source|photo|credits?)\s*(?:[#\d]+\s*)?[:.—–-]/i,
    ],
  },
  {
    name: 'leads to what follows',
    patterns: [
      anyOf(
        `as follows|the following|following is|following are|following example*|following section*|following step*`,
      ),
      /\b(?:one|two|three|four|five|several|a few) (?:problems?|issues?|questions?|challenges?|lessons?|things?|conditions?)(?: [\w’'-]+){0,4}\.$/i,
      /\b(?:for|in|these) (?:two|three|four|five|several|many|a few) (?:reasons|ways|steps|parts|stages|phases|things|claims|questions|rules)\.$/i,
    ],
  },
  {
    name: 'points to a figure',
    patterns: [
      /\b(?:figures?|fig\.|tables?|listings?|snippets?|screenshots?|diagrams?|charts?|appendix|footnote|chapters?|equations?) (?:\d|above|below|shows?|shown|illustrates?|depicts?)/i,
      anyOf(
        `shown here|pictured here|in the figure|in the table|in the diagram|in the chart|in the screenshot|in the image|image above|image below|video above|video below`,
      ),
    ],
  },
  {
    name: 'points elsewhere in the text',
    patterns: [
      anyOf(
        `see above|see below|described above|described below|described earlier|described here|shown above|shown below|shown earlier|discussed above|discussed earlier
         mentioned above|mentioned earlier|mentioned previously|mentioned before|listed above|listed below|outlined above|outlined below|explained above|explained earlier
         defined above|covered earlier|covered above|introduced earlier|introduced above|noted above|noted earlier|detailed below|stated above|presented above
         from above|from before|from earlier|above example|example above|example earlier|as above|as before|as seen in|as shown in|as seen above|the example where|listed at the end|at the end of this|at the time of writing
         see the|see our|see also|see section|see chapter|see details|see more|see notes|see fig*|more details|more detail|further details|more information|more on this|more on that|details can be
         read on|read more|link above|link below|links above|links below|link here|links here|here is how|here is what|here is why|here is a|here is an|here is the
         as you can see|as we saw|as we said|as we discussed|as we mentioned|as we noted|as i said|as i mentioned|as you know|as we will see|as we have seen`,
      ),
      /\b(?:above|below)[.,;)]/i,
      /\b(?:previous|preceding|earlier|following|next|last) (?:sections?|paragraphs?|chapters?|posts?|articles?|examples?)\b/i,
    ],
  },
  {
    name: 'speaks of the article',
    patterns: [
      openingWith(`we saw|we have seen|we've seen|as we saw|in this section|in the next section|this section`),
      anyOf(
        `round-up|roundup|what follows|every week we|every month we|each week we|each month we|we round up|we rounded up|this post|this blog|this article|this series|this chapter|this essay|this tutorial|this guide|this walkthrough
         this write-up|this talk|this presentation|this episode|this newsletter|this book|this page|today's post|today's article|the blog post|our blog post|my blog post
         the article|our article|this part|this case study|we want to share|we would like to share|i want to share|let's|let me|let us`,
      ),
      /\bthe (?:presentation|talk|session|episode|paper|post|speaker) (?:deals|covers|describes|discusses|shows|opens|begins|closes|ends)\b/i,
      /\b(?:we|i)(?:[’']ll| will| are going to|[’']re going to| am going to|[’']m going to) (?:also |now |then |first |briefly )?(?:look|discuss|explore|show|walk|cover|describe|explain|talk|dive|focus|share|see|learn|tell|introduce|present|examine|detail|outline|try|take a)\b/i,
    ],
  },
  {
    name: 'calls to action',
    patterns: [
      anyOf(
        `subscribe|sign up|sign in|click here|click on|click the|download it|download the|download your|check out|check it out|stay tuned|join us|join our|follow us|follow me
         follow along|follow the steps|follow the instructions|follow the link*|contact us|reach out to us|get in touch|feel free|try it|try out|give it a try|give it a spin
         learn more|find out more|find out how|visit the|visit our|visit us|apply now|apply today|we are hiring|open positions|our careers|let us know|tell us|drop us|comment below
         file a bug|file bugs|file an issue|file issues|pull requests are welcome|help is welcome|contributions are welcome|questions ~ are welcome|register now|register today|register for
         get started|buy now|order now|pre-order|coupon*|promo code*|limited time|free trial|watch the video|listen to the episode|star us|before you try`,
      ),
    ],
  },
  {
    name: 'greets or thanks',
    patterns: [
      anyOf(
        `thanks to|thank you|thanks for|thanks so|many thanks|special thanks|thankful|grateful|kudos|shout-out|shoutout|congratulations|welcome to|happy new|happy reading|happy coding
         happy hacking|cheers|hi all|hi everyone|hello everyone|hope this|hope that you|hope you|enjoy reading|enjoyed reading|enjoyed this|without further ado|is welcome`,
      ),
    ],
  },
  {
    name: 'announces itself',
    patterns: [
      anyOf(
        `excited to|thrilled to|thrilled with|proud to|happy to|pleased to|delighted to|glad to|honored to|honoured to|eager to share|humbled|so excited|very excited|can not wait
         could not be happier|could not be more|look forward to|looking forward to`,
      ),
    ],
  },
  {
    name: 'is advertising',
    patterns: [
      anyOf(
        `world-class|best-in-class|cutting-edge|game-chang*|game chang*|revolutionary|revolutioniz*|revolutionis*|unparalleled|next-level|supercharge*|unlock the power|unlock the potential
         unlock the full|unlock the value|next level|delightful|effortless|effortlessly|blazing*|magical*|award-winning|industry-leading|thought leader*|synerg*|passionate about|exciting|inspiring`,
      ),
    ],
  },
  {
    name: 'is a byline or a credit',
    patterns: [
      /^(?:by|posted|written|published|updated|originally|photo|image|illustration|cover|credits?|edited|reviewed|translated|guest post|editor[’']s note|©|copyright)\b[^.]{0,80}(?:\bby\b|\bon\b|\d{4}|:)/i,
      /\((?:credit|photo|image|source|illustration|courtesy)\b[^)]*\)/i,
      anyOf(
        `all rights reserved|originally published|originally appeared|first published ~ on|first appeared|min read|minute read|minutes read`,
      ),
      /\bis an? (?:[\w-]+ ){0,4}(?:engineer|manager|director|developer|architect|scientist|writer|author|editor|researcher|president|evangelist|advocate|journalist) (?:at|for|on|in|with|from|based|who)\b/i,
      anyOf(`since joining`),
    ],
  },
  {
    name: 'is code or an address',
    patterns: [
      /https?:|www\.|[{}\\`]|=>|\(\)|;$|(?:^|\s)\$\s|&&|\|\||==|\s\*\s|\w\*\(|::\w|--\w|@\w/,
      /<\/?\w[^<>]*>|\w\/\w+\/|(?:^|\s)[.~]\/\w|\w\(\w*\)\.|\.\.\s|[^\s\w.,;:'"’“”()—–-]{3}/,
    ],
  },
  {
    name: 'is an author’s aside',
    patterns: [
      anyOf(
        `i joined|i was a|i was an|i was the|i am a|i am an|i was born|my name|my career|my first|my job|my boss|my wife|my husband|my friend*|my internship|my team had
         i have always|i have been|i have worked|i have never|i've been|i've always|i remember|i love|i guess|i hope|i promise|i confess|i must admit|i digress|i figured
         by the way|fun fact|just kidding|spoiler*|long story short|to be honest|needless to say|you guessed|trust me|believe it or not|believe me|for the purposes of|for the sake of`,
      ),
    ],
  },
  {
    name: 'supposes',
    patterns: [
      openingWith(
        `imagine|suppose|consider|picture|say|assume|think of|recall|remember|note that|notice|keep in mind|bear in mind|for example|for instance|e.g.|let|to illustrate|to give you
         to put|to demonstrate|to recap|to summarize|to summarise|to be clear|to be fair|take care|take a|take the|take this`,
      ),
      anyOf(
        `let's say|might be wondering|may be wondering|you'll see|you'll notice|you will see|you will notice|you might think|you might ask|you might wonder
         if you are interested|if you are curious|if you are wondering|if you are reading`,
      ),
    ],
  },
  {
    name: 'instructs',
    patterns: [
      /^(?:(?:first|next|then|now|finally|so),? )?(?:ask|open|click|run|choose|navigate|install|create|select|enter|type|copy|paste|add|go to|head (?:over|to)|make sure|ensure that you|be sure|configure|set up|launch|press|scroll|tap|save|delete|enable|disable|update|replace the|change the|follow|check|see|read|watch|visit|listen|browse|explore|learn|discover|meet|try|get|grab|stay|please|don[’']?t|come|share|start|look|find|sign|log in|repeat|respect) (?!is\b|are\b|was\b|were\b|has\b|have\b|had\b|can\b|will\b)/i,
    ],
  },
];
