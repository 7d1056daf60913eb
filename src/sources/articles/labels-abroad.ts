/** How sites in other languages than English label what is not the story: links to other pages, comments, time to read. */

/** "Lire aussi …", "Читайте также …": at the start of a line, or after a label of a few words, before a link. */
export const pointerAbroad =
  /^.{0,40}?(?:lire (?:aussi|également)|à (?:lire|voir) (?:aussi|également)|l[eé]e?[ar]? también|ver también|te puede interesar|leia (?:também|mais)|veja (?:também|mais)|saiba mais|(?:lesen sie|lies) (?:auch|mehr)|siehe auch|mehr zum thema|leggi anche|lees ook|läs (?:också|mer)|les også|læs også|baca juga|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|čtěte také|читайте (?:также|ещё|еще)|читати також|اقرأ أيضا|関連記事|相关阅读|延伸阅读)/iu;

/** A heading under which there are only links to other pages. */
export const listHeadingAbroad =
  /^[^\p{L}\p{N}]*(?:articles? (?:similaires?|liés|connexes)|sur le même (?:sujet|thème)|(?:à|a) lire (?:aussi|également)|les plus lus|(?:artículos|noticias|notas|entradas) relacionad[ao]s|te puede interesar|lo más (?:leído|visto)|(?:artigos|notícias|matérias|posts|conteúdos?) relacionad[ao]s|leia (?:também|mais)|veja (?:também|mais)|mais lidas|(?:ähnliche|weitere|verwandte) (?:beiträge|artikel|themen)|das könnte (?:sie|dich) auch interessieren|mehr zum thema|meistgelesen|articoli correlati|potrebbe(?:ro)? interessart[ie]|leggi anche|gerelateerde (?:artikelen|berichten)|lees ook|(?:berita|artikel) terkait|baca juga|podobne (?:artykuły|wpisy)|(?:похожие|другие) (?:статьи|новости|материалы|записи)|читайте (?:также|ещё|еще)|по теме|関連(?:記事|ニュース)|相关(?:阅读|文章|新闻)|اقرأ أيضا)[^\p{L}\p{N}]*$/iu;

/** A heading after which the article is over. */
export const lastHeadingAbroad =
  /^[^\p{L}\p{N}]*(?:(?:\d+ )?(?:commentaires?|comentarios?|comentários?|kommentare?|commenti|reacties|komentar(?:ze)?|комментари(?:й|я|и|ев)|コメント|评论|التعليقات)(?: \(?\d+\)?)?|laisser un commentaire|deja (?:un comentario|una respuesta)|deixe (?:um comentário|uma resposta|seu comentário)|schreibe einen kommentar|lascia un commento|(?:à propos de l['’]auteur|sobre (?:el|la|o|a) autora?|über (?:den autor|die autorin)|l['’]autore))[^\p{L}\p{N}]*$/iu;

/** A whole block that says nothing of the story. */
export const labelAbroad =
  /^[^\p{L}\p{N}]*(?:(?:temps de lecture|tiempo de lectura|tempo d[ei] le(?:itura|ttura)|lese(?:zeit|dauer)|leestijd)\b.{0,20}|(?:partager|compartir|compartilhar|compartilhe|teilen|condividi|delen|поделиться|シェア(?:する)?|分享|شارك)(?: .{0,30})?|continua (?:depois|después|dopo) .{0,30}|(?:publicité|publicidade?|anzeige|werbung|pubblicità|reklam[ae]?|реклама|広告|广告|إعلان))[^\p{L}\p{N}]*$/iu;
