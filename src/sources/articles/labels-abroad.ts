/** What pages in other languages than English write around a story, in the notation of `phrase-notation.ts`. */

/** At the start of a line, or after a label of a few words, before a link to another page. */
export const pointersAbroad = `
  lire {aussi/également} | à {lire/voir} {aussi/également}
  {lea/lee/leer/leé} también | te puede interesar | ver también
  leia {mais/também} | saiba mais | veja {mais/também}
  {lesen sie/lies} {auch/mehr} | mehr zum thema | siehe auch
  leggi anche
  lees ook
  läs {mer/också} | les også | læs også
  baca juga
  czytaj {również/także/też/więcej} | zobacz {również/także/też}
  čtěte také
  читайте {еще/ещё/также} | читати також
  اقرأ أيضا
  関連記事
  延伸阅读 | 相关阅读
`;

/** A heading under which there are only links to other pages. */
export const listHeadingsAbroad = `
  article(s) {connexes/liés/similaire/similaires} | les plus lus | {à/a} lire {aussi/également}
  sur le même {sujet/thème}
  {artículos/entradas/noticias/notas} relacionad{a/o}s | lo más {leído/visto} | te puede interesar
  {artigos/conteúdo(s)/matérias/notícias/posts} relacionad{a/o}s | leia {mais/também}
  mais lidas | veja {mais/também}
  {verwandte/weitere/ähnliche} {artikel/beiträge/themen} | das könnte {dich/sie} auch interessieren
  mehr zum thema | meistgelesen
  articoli correlati | leggi anche | potrebbe(ro) interessart{e/i}
  gerelateerde {artikelen/berichten} | lees ook
  {artikel/berita} terkait | baca juga
  podobne {artykuły/wpisy}
  {другие/похожие} {записи/материалы/новости/статьи} | по теме | читайте {еще/ещё/также}
  関連{ニュース/記事}
  相关{文章/新闻/阅读}
  اقرأ أيضا
`;

/** A heading after which the article is over. */
export const lastHeadingsAbroad = `
  [#] commentaire(s) [#/\\(#] | laisser un commentaire | à propos de l'auteur
  [#] comentario(s) [#/\\(#] | deja {un comentario/una respuesta} | sobre {el/la} autor(a)
  [#] comentário(s) [#/\\(#] | deixe {seu comentário/um comentário/uma resposta} | sobre {a/o} autor(a)
  [#] kommentar(e) [#/\\(#] | schreibe einen kommentar | über {den autor/die autorin}
  [#] commenti [#/\\(#] | lascia un commento | l'autore
  [#] reacties [#/\\(#]
  [#] komentar(z/ze) [#/\\(#]
  [#] комментари{ев/и/й/я} [#/\\(#]
  [#] {コメント/评论/التعليقات} [#/\\(#]
`;

/** A whole block that says nothing of the story. */
export const labelsAbroad = `
  {tempo de leitura/tempo di lettura/temps de lecture/tiempo de lectura}…20
  {lesedauer/lesezeit/leestijd}…20
  {partager/compartir/compartilhar/compartilhe/teilen/condividi/delen/поделиться} […30]
  {シェア/シェアする/分享/شارك} […30]
  continua {depois/después/dopo} …30
  publicité | publicidad(e) | anzeige | werbung | pubblicità | reklam(a/e) | iklan
  {реклама/広告/广告/إعلان}
`;
