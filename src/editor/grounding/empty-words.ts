/** Empty words: they join and colour a sentence, and say nothing that its article would have to say. */
export const emptyWords: ReadonlySet<string> = new Set(
  `whereas whichever whoever whomever wherever respective respectively slightly fact thus hence moreover furthermore besides
  nevertheless nonetheless accordingly consequently meanwhile namely notably especially particularly mainly largely merely simply
  actually basically essentially effectively naturally obviously clearly evidently apparently presumably possibly probably perhaps
  therefore thereby thereafter elsewhere anyway sake instance example case cases respect regard regarding concerning according
  given based due owing thanks related various certain particular occasional occasionally sometimes overall total exactly precisely
  roughly approximately nearly close greatly considerably significantly substantially highly completely entirely fully partly
  currently presently formerly previously subsequently ultimately eventually finally initially originally typically generally
  plus via per versus lest albeit unlike despite regardless amid among else able unable tend tends tended turn turns
  become becomes became remain remains act acts sort kind type way ways means manner fashion extent degree course matter set
  come comes coming came afterwards beforehand meantime nowadays truly really quite rather fairly pretty somewhat
  two three four five six seven eight nine ten eleven twelve dozen hundred hundreds thousand thousands million millions billion billions
  half third thirds quarter percent fold twice thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
  sixty seventy eighty ninety fourth fifth sixth seventh eighth ninth tenth
  myself yourself himself herself ourselves themselves oneself somebody someone everybody anybody unless whenever except fewer anywhere somewhere everywhere`.split(
    /\s+/,
  ),
);
