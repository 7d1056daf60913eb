/**
 * What a page says to a model and to no reader, in other languages. The tables for Latin letters are matched on
 * `latinSpelling`, hence without accents; the others on `plainSpelling`.
 */
import { phraseSource } from '../../edition/phrase-notation.ts';

const latin = `
  {ignorier(e/en/t)/missachte(n)/vergiss/vergesst/vergessen sie/beachte(n) [sie] nicht/verwirf/ubergehe(n)/ignoriere} [sie/bitte] [bitte] [alle/samtliche/jede] [deine/ihre/die/diese] [bisherigen/vorherigen/vorigen/vorhergehenden/fruheren/obigen/vorangegangenen/bisherige/vorherige/ursprunglichen] [system] {anweisung(en)/instruktion(en)/befehle/vorgaben/regeln/anleitungen/prompts/systemanweisungen}
  {du bist/sie sind} [jetzt/nun/ab jetzt/ab sofort] {ein(e)/kein(e)/der/die/das} [*] [*] {assistent/assistentin/ki/sprachmodell/ki-modell/ki-assistent/chatbot}
  {wenn/falls/sobald} {du/sie} …40{zusammenfasst/zusammenfassen/zusammenfassung schreibst/zusammenfassung schreiben}
  {deine/ihre/jede/alle/die/eine} {zusammenfassung(en)/antwort} [dieses …20] {muss/mussen/soll/sollen/sollte/sollten/hat/haben} …60{enthalten/nennen/erwahnen/lauten/beginnen/enden/sein/aufnehmen/wiedergeben/auffordern}
  {fur/an} [alle/die/jede] {ki-(modelle/assistenten/systeme/agenten/modell/assistent)/sprachmodelle/sprachmodell/ki/kis/zusammenfassungsdienste}
  {antworte(n)/antworten sie} [sie/nur/ausschliesslich/bitte/jetzt] [nur/ausschliesslich] {mit/auf}
  {schreib(e)/nimm/fuge/gib/nenne/erwahne/verlinke} …60{in deine zusammenfassung/in deiner zusammenfassung/in die zusammenfassung/in der zusammenfassung/in deine antwort/wortlich aus/wortlich wieder}
  {gib/zeige/verrate/nenne} [mir/uns] [deine/deinen/den] {systemprompt/system-prompt/systemanweisung(en)/anweisungen/prompt}

  {ignore(z/r)/oublie(z/r)/ne tiens pas compte/ne tenez pas compte/ne suivez pas/ne suis pas/neglige(z/r)/fais abstraction/faites abstraction} [de/d'] [toute(s)/tous/l'ensemble] [de] [les/des/vos/tes/ces/de vos/de tes] {instructions/consignes/directives/regles/ordres} [precedentes/anterieures/ci-dessus/systeme]
  {tu es/vous etes} [maintenant/desormais/un] [un/une/l'] {assistant(e)/modele de langage/ia/intelligence artificielle/chatbot/robot}
  {si vous etes/si tu es} {un/une} {ia/modele/assistant/intelligence artificielle/robot/modele de langage}
  {en/lorsque vous/quand vous/quand tu/lorsque tu/si vous/si tu} {resumant/resumez/resumes} {cet article/cette page/ce texte/ce billet/le/la/l'article}
  {votre/ton/ta/tout/chaque/le} {resume/reponse/synthese} [de] [cet article/ce texte/cette page] {doit/devra/doivent} …60{contenir/mentionner/inclure/commencer/finir/etre/citer/se terminer/comporter/inviter/dire}
  {repondez/reponds} [uniquement/seulement/toujours/maintenant] {par/avec/en}
  {message/note/avis/instruction(s)/attention} {a/aux/pour} [l'] [attention] [des/de] [toutes/tous] [les] {ia/modeles/assistants/agents/intelligences artificielles/modeles de langage/robots}
  {revele(z)/affiche(z)/montre(z)/repete(z)} [moi/-moi] {vos/tes/ton/votre} {instructions/prompt/invite systeme/consignes}

  {ignora/ignore/ignorad/ignoren/olvida/olvide/olviden/haz caso omiso/haga caso omiso/descarta/descarte/desobedece} [de/por completo] [todas/todo/cualquier] [de] [las/tus/sus/estas/los] {instrucciones/ordenes/reglas/indicaciones/directrices} [anteriores/previas/precedentes/del sistema]
  {eres/usted es/ahora eres} [ahora] {un/una} [*] {asistente/modelo/ia/inteligencia artificial/chatbot/robot/modelo de lenguaje}
  {si eres/si usted es} {un/una} {ia/modelo/asistente/inteligencia artificial/robot}
  {al/cuando} {resumir/resumas/resuma} {este/esta/el/la} {articulo/pagina/texto/entrada/publicacion}
  {tu/su/todo/cada/el} {resumen/respuesta} [de] [este articulo/este texto/esta pagina] {debe/debera/tiene que/deben} …60{contener/mencionar/incluir/empezar/terminar/ser/citar/decir/invitar}
  {responde/responda/contesta} [solo/unicamente/solamente/siempre/ahora] {con/en}
  {mensaje/nota/aviso/instrucciones/atencion} {para/a} [todos/todas] [los/las] {ia/ias/modelos/asistentes/agentes/modelos de lenguaje/inteligencias artificiales}
  {revela/revele/muestra/muestre/repite} {tus/sus/tu/su} {instrucciones/prompt/mensaje del sistema}

  {ignora/ignorate/ignorare/ignori/dimentica/dimenticate/trascura/non seguire} [tutte/tutti/ogni] [le/i/tue/vostre] [tue/tuoi/sue] [precedenti] {istruzioni/indicazioni/regole/direttive/ordini} [precedenti/sopra/di sistema]
  {sei/ora sei/lei e} [ora/adesso] {un/una/un'} [*] {assistente/modello/ia/intelligenza artificiale/chatbot/modello linguistico}
  {quando/se} {riassumi/riassumete/riassume/riassumerai} {questo/quest'/questa/l'} [*]
  {nel riassumere/riassumendo} {questo/quest'/questa/l'} [*]
  {il tuo/il vostro/ogni/la tua} {riassunto/sintesi/risposta} …30{deve/dovra/devono} …60{contenere/menzionare/includere/iniziare/finire/essere/citare/dire/invitare}
  {rispondi/rispondete} [solo/soltanto/sempre/ora] {con/in}
  {messaggio/nota/avviso/istruzioni} per [tutti/tutte] [gli/le/i] {ia/modelli/assistenti/agenti/modelli linguistici/intelligenze artificiali}

  {ignore/ignora/ignorem/esqueca/esquece/esquecam/desconsidere/desconsidera} [todas/todos/quaisquer] [as/os/suas/tuas] [suas] {instrucoes/ordens/regras/orientacoes/diretrizes} [anteriores/previas/acima/do sistema]
  {voce e/tu es/voce agora e} [agora] {um/uma} [*] {assistente/modelo/ia/inteligencia artificial/chatbot/modelo de linguagem}
  {ao/quando} {resumir/resumires} {este/esta/o/a} {artigo/pagina/texto/postagem}
  {seu/teu/todo/cada/o/a sua/sua} {resumo/resposta} [deste artigo/deste texto] {deve/devera/tem que/devem} …60{conter/mencionar/incluir/comecar/terminar/ser/citar/dizer/convidar}
  {responda/responde} [apenas/somente/so/sempre/agora] {com/em}
  {mensagem/nota/aviso/instrucoes} {para/a} [todos/todas] [os/as] {ia/ias/modelos/assistentes/agentes/modelos de linguagem}

  {negeer/vergeet/sla} [alle/al] [je/uw/de] [vorige/voorgaande/eerdere/bovenstaande] {instructies/opdrachten/aanwijzingen/regels}
  {je bent/u bent} [nu] een [*] {assistent/taalmodel/ai/chatbot}
  {zignoruj/ignoruj/zapomnij} [o] [wszystkie/wszystkich] [twoje/swoje] [poprzednie/poprzednich/wczesniejsze/powyzsze] {instrukcje/instrukcjach/polecenia/poleceniach/zasady}
  {ignorera/glom/strunta i} [alla] [dina] {tidigare/foregaende/ovanstaende} {instruktioner/anvisningar/regler}
  {ignorer/glem} [alle] [dine] {tidligere/foregaende/ovenstaende} {instruktioner/instruksjoner/instrukser}
  {onceki/yukaridaki/tum onceki} [tum] {talimatlari/yonergeleri/komutlari} [*] {yok say/unut/gormezden gel/dikkate alma}
  {abaikan/lupakan} [semua] {instruksi/perintah} {sebelumnya/di atas}
  {bo qua/quen} [tat ca/moi] [cac] {huong dan/chi thi/lenh} {truoc/truoc do/o tren}
  {ignoruj/zapomen} [vsechny] [predchozi/predesle] {instrukce/pokyny}
  {hagyd figyelmen kivul/felejtsd el} [az] [osszes] [korabbi/elozo] {utasitas(t/okat)/utasitasokat}
  {ignora(ti)/uita(ti)} [toate] [instructiunile] {instructiunile/regulile} {anterioare/precedente/de mai sus}
  {unohda/ohita/jata huomiotta} [kaikki] {aiemmat/edelliset/aikaisemmat} {ohjeet/maaraykset}
`;

const letter = String.raw`[\p{L}\p{N}]`;

/** On `latinSpelling`. */
export const latinAddress: readonly RegExp[] = [
  new RegExp(`(?<!${letter})${phraseSource(latin)}(?!(?<=${letter})${letter})`, 'giu'),
];

/** On `plainSpelling`; scripts without spaces know no bounds of words. */
export const nativeAddress: readonly RegExp[] = [
  // Russian, Ukrainian, Bulgarian.
  /(?:про|и)?игнорир(?:уй(?:те)?|овать)[^.!?\n]{0,40}(?:инструкци|указани|команд|правил)|(?:забудь(?:те)?|отбрось(?:те)?|не следуй(?:те)?)[^.!?\n]{0,40}(?:инструкци|указани|правил)|(?:ты|вы)(?: теперь| —| -)+[^.!?\n]{0,30}(?:ассистент|помощник|языковая модель|искусственн|нейросеть|чат-?бот)|(?:при|когда|если)[^.!?\n]{0,30}(?:составлени|написани|резюмир|пересказ|обобщ|кратк)[^.!?\n]{0,40}(?:стать|текст|страниц)|(?:тво[йея]|ваш[аe]?|любое|каждое) (?:резюме|ответ|пересказ|сводка)[^.!?\n]{0,30}(?:долж(?:ен|но|на|ны)|обязан)|(?:ответь(?:те)?|отвечай(?:те)?|напиши(?:те)?|выведи(?:те)?) (?:только|лишь|ровно|дословно|по-русски|на русском)|(?:языковы[мех]|моделям|нейросет[яи]м?|ии-(?:агент|ассистент|модел))[^.!?\n]{0,40}(?:следует|должны|обязаны|читающ|обрабатыва)|ігноруй(?:те)?[^.!?\n]{0,30}(?:інструкці|вказівк)|пренебрегни[^.!?\n]{0,30}инструкци/gu,
  // Chinese.
  /(?:忽略|无视|無視|忘记|忘記|忽视|忽視|不要遵守|不要理会)[^。！？!?\n]{0,12}(?:指令|指示|提示|说明|說明|规则|規則|命令|要求)|你(?:现在|現在)?是[^。！？\n]{0,12}(?:助手|助理|模型|机器人|機器人|人工智能|ai)|(?:总结|總結|摘要|概括)(?:本文|此文|这篇|這篇|该文|本页)[^。！？\n]{0,20}(?:时|時|请|請|必须|必須|务必|應|应)|(?:你的|您的|所有|任何)(?:摘要|总结|總結|回答|回复|回覆)[^。！？\n]{0,8}(?:必须|必須|应|應|要|只能|需)|(?:只|仅|僅)(?:回答|回复|回覆|输出|輸出)|(?:系统|系統)提示词?[:：是]|(?:泄露|输出|显示|重复)[^。！？\n]{0,6}(?:系统提示|提示词)|(?:ai|人工智能|语言模型|語言模型)(?:助手|模型|代理)?(?:请|請|必须|必須)/gu,
  // Japanese.
  /(?:指示|命令|プロンプト|ルール|指令)[^。！？\n]{0,10}(?:無視|忘れ|従わない)|あなたは[^。！？\n]{0,16}(?:アシスタント|ai|モデル|ボット|人工知能)|(?:要約|まとめ)(?:する|を書く|を作成する|には|の中に|に)[^。！？\n]{0,16}(?:際|とき|時|場合|必ず|含め|記載)|(?:とだけ|のみを?)(?:回答|出力|答え|返信)|システムプロンプト[^。！？\n]{0,8}(?:表示|出力|公開|教え)|(?:ai|言語モデル|アシスタント)(?:の皆様|へ|は必ず|向け)/gu,
  // Korean.
  /(?:지시|명령|프롬프트|규칙|지침)[^.!?\n]{0,12}(?:무시|잊어|따르지)|(?:당신은|너는)[^.!?\n]{0,16}(?:어시스턴트|모델|ai|인공지능|챗봇)|(?:요약|답변)[^.!?\n]{0,16}(?:반드시|포함해야|포함하세요)/gu,
  // Arabic, Persian, Hebrew, Hindi, Greek, Thai.
  /(?:تجاهل|انس|اهمل)[^.!?؟\n]{0,20}(?:التعليمات|الأوامر|الاوامر|القواعد)|(?:دستورات|دستورالعمل)[^.!?؟\n]{0,20}(?:نادیده|فراموش)|(?:התעלם|התעלמי|התעלמו|שכח)[^.!?\n]{0,20}(?:הוראות|ההוראות|הנחיות)|(?:निर्देश|आदेश)[^.!?।\n]{0,20}(?:अनदेखा|नज़रअंदाज|भूल|नजरअंदाज)|(?:αγνόησε|αγνοήστε|ξέχνα|ξεχάστε)[^.!?\n]{0,30}(?:οδηγίες|εντολές|κανόνες)|(?:เพิกเฉย|ละเว้น|ลืม)[^\n]{0,20}(?:คำสั่ง|คำแนะนำ)/gu,
];
