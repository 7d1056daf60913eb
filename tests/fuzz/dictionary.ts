/** What is put into documents: pieces that parsers, renderers and people have stumbled over. */

/** What stands between two spaces or more, or on a line. */
const pieces = (text: string): readonly string[] => text.split(/ {2,}|\n/).filter(piece => piece !== '');

const markup = pieces(`
  <  >  &  "  '  ]]>  <![CDATA[  <!--  -->  <!-->  --!>  <?xml version="1.0"?>  <?php echo 1 ?>  <?xml-stylesheet href="x"?>
  <!DOCTYPE html>  <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>  <!ENTITY f SYSTEM "file:///etc/passwd">  ]>
  <rss>  </rss>  <channel>  </channel>  <item>  </item>  <feed>  </feed>  <entry>  </entry>  <rdf:RDF>  <title>  </title>  <title/>
  <link/>  <link href="  <guid isPermaLink="true">  <content type="xhtml">  <content:encoded>  <urlset>  <url><loc>  <opml>
  <div>  </div>  <p>  </p>  <table>  <td>  <li>  <br>  <h1>  <pre>  <textarea>  <template>  <noscript>  <plaintext>
  <article>  </article>  <main>  <body>  </body>  <html>  </html>  <head>  <math>  <select>  <form>  <frameset>
  <script>alert(1)</script>  <script>  </script>  <style>  <svg onload=alert(1)>  <img src=x onerror=alert(1)>  <base href="//evil.example/">
  <iframe src="//evil.example">  <a href="javascript:alert(1)">  <a href="data:text/html,x">  <meta http-equiv="refresh" content="0;url=//evil.example">
`);

const attributes = pieces(`
  xml:base="a/"  xml:base="http://["  xmlns="http://www.w3.org/2005/Atom"  xmlns:a="urn:b"  type="html"  type="xhtml"  mode="base64"
  href="\u0001javascript:x"  onclick="x"  style="x:expression(1)"  srcset="a 1x, b 2x"  a=  a="  a='  class="comment sidebar"  hidden
`).map(attribute => ` ${attribute}`);

const references = pieces(`
  &amp;  &lt;  &gt;  &quot;  &apos;  &nbsp;  &amp;amp;  &amp;#60;  &#0;  &#x0;  &#xD800;  &#x110000;  &#99999999999;  &#;  &#x;  &;  &a;  &b;
  &NotEqualTilde;  &#8217;  &#x1F600;  &#128;  &copy  &#10;  &#x202e;
`);

const dates = pieces(`
  Wed, 25 Nov 2026 10:00:00 EST  2026-11-25  2026-11-25T10:00:00+99:99  0000-00-00  275760-09-13T00:00:00Z  25/11/2026  -1  1e99
  Thu, 31 Feb 2026 25:61:61 GMT  99999999999999999999  2026-02-30  Sept 31, 26  ٢٠٢٦-١١-٢٥  9999-12-31T23:59:60-14:00
`);

const characters = [
  ...pieces(`
    \0  \u0001  \u0007  \u000b  \u001b[31m  \u007f  \u0085  \u009f  \u00a0  \u00ad  \u200b  \u200d  \u2028  \u202e  \u202c  \u2066  \u2069
    \u061c  \ufeff  \ufffd  \ufffe  \uffff  \u0301  e\u0301\u0301\u0301  \u{e0041}  \u{10ffff}  👩‍👩‍👧‍👦  🏳️‍🌈  é  ß  İ  ﬀ  日本  Привет  مرحبا  ＜  ｜
  `),
  ...[' ', '\t', '\n', '\r', '\r\n\r\n'],
];

const chat = pieces(`
  @everyone  @here  <!channel>  <!here>  <@U12345678>  <@&123456789012345678>  <#C12345678>  <https://evil.example|good.example>
  [good](https://evil.example)  **bold**  *  _  ~~  \`  \`\`\`  >>>  #  ||  \\  |  <t:0:R>  :smile:  <:a:123456789012345678>  -#  ![x](https://evil.example)
`);

const addresses = pieces(`
  http://a/  https://b.example/c?d=e&f=g#h  http://[::1]/  http://169.254.169.254/  javascript:alert(1)  data:text/html,x  file:///etc/passwd
  //evil.example  http://user:pass@a/  http://a b/  http://xn--/  http://a%00b/  mailto:a@b  https:/a  https://evil.example?x=y|good.example
  http://a/\u202etxt.exe  http://a/'onclick='x  https://a.example/)<>"
`);

const json = pieces(`
  {  }  [  ]  ,  :  null  {"items":[  "id":  "\\ud800"  "\\u0000"  1e400  -0  "__proto__":  "version":"https://jsonfeed.org/version/1.1"
`);

const numbers = [...pieces('0  -1  4294967296  9007199254740993  NaN  Infinity  1e308  00  0x10'), '9'.repeat(400)];

const queries = pieces(`
  company:  theme:  source:  after:  before:  date:  "  today  monday  company:"  -  OR  (  )  \\"  theme:zero-trust  after:2026-03-01
`);

/** By what they are good for; each kind is drawn as often as another. */
export const dictionary: readonly (readonly string[])[] = [
  ...[markup, attributes, references, dates, characters, chat, addresses, json, numbers, queries],
];

/** Encodings that documents claim to be in. */
export const encodings: readonly string[] = pieces(`
  utf-8  utf-16  utf-16le  utf-32  utf-7  iso-8859-1  windows-1252  windows-1251  koi8-r  shift_jis  euc-jp  iso-2022-jp  gb18030  big5
  us-ascii  x-user-defined  replacement  none
`);

/** What servers say that they send; nothing, now and then. */
export const contentTypes: readonly string[] = [
  '',
  ...pieces(`
    application/rss+xml  application/atom+xml; charset=utf-8  text/xml  text/html; charset=windows-1251  application/feed+json
    text/plain; charset=utf-16  application/xml; charset="koi8-r"  image/png  ;;;charset==
  `),
  `text/xml; charset=${'x'.repeat(2000)}`,
];
