import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, decodeText } from '../../../src/sources/text/decode.ts';
import { encodeAs, utf16, utf32 } from '../encode-as.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const feed = (text: string, encoding?: string) =>
  `${encoding === undefined ? '' : `<?xml version="1.0" encoding="${encoding}"?>`}<rss><channel><title>${text}</title></channel></rss>`;

const russian = 'Как мы перенесли хранилище данных на новые серверы без остановки';
const japanese = '分散システムの障害から学んだことをまとめました。データベースの移行について';
const chinese = '我们如何把数据库迁移到新的集群上，而且没有停机时间';
const taiwanese = '我們如何把資料庫遷移到新的叢集，而且沒有停機時間';
const german = 'Größe und Übermaß: über Ärger mit Überläufen in der Straße';

describe('declared encodings', () => {
  it.each([
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['iso-8859-5', russian],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['gb2312', chinese],
    ['gb18030', chinese],
    ['big5', taiwanese],
    ['iso-8859-1', german],
    ['windows-1252', '“Quoted” – it’s 5 €'],
    ['iso-8859-15', '5 € für Gebühren'],
    ['iso-8859-2', 'Zażółć gęślą jaźń'],
    ['windows-1250', 'Zażółć gęślą jaźń'],
    ['euc-kr', '분산 시스템의 장애에서 배운 것'],
  ])('%s is read from the XML declaration', (encoding, text) => {
    const document = feed(text, encoding);
    expect(decodeText(encodeAs(document, encoding))).toBe(document);
  });

  it('the charset of the HTTP header wins over the XML declaration', () => {
    const document = feed(russian, 'iso-8859-1');
    expect(decodeText(encodeAs(document, 'koi8-r'), "application/xml; charset='KOI8-R'")).toBe(document);
  });

  it('a blank line before the declaration does not hide it', () => {
    const document = `\n\n${feed(russian, 'windows-1251')}`;
    expect(decodeText(encodeAs(document, 'windows-1251'))).toBe(document);
  });

  it('a label that no one knows is passed over', () => {
    const document = feed(russian, 'windows-1251');
    expect(decodeText(encodeAs(document, 'windows-1251'), 'text/xml; charset=bogus')).toBe(document);
  });

  it('iso-2022-jp is read though its bytes are all ASCII', () => {
    const bytes = Uint8Array.from([
      ...utf8('<rss>'),
      0x1b,
      0x24,
      0x42,
      0x46,
      0x7c,
      0x1b,
      0x28,
      0x42,
      ...utf8('</rss>'),
    ]);
    expect(decodeText(bytes, 'text/xml; charset=ISO-2022-JP')).toBe('<rss>日</rss>');
  });
});

describe('declarations that lie', () => {
  it.each(['windows-1251', 'iso-8859-1', 'gb2312', 'utf-16', 'us-ascii'])(
    'UTF-8 bytes declared %s are not converted twice',
    encoding => {
      const document = feed(`Café ${russian}`, encoding);
      expect(decodeText(utf8(document))).toBe(document);
      expect(decodeText(utf8(document), `text/xml; charset=${encoding}`)).toBe(document);
    },
  );

  it('windows-1252 bytes declared UTF-8 are not turned into replacement characters', () => {
    const document = feed('Résumé of the café’s “menu”', 'utf-8');
    expect(decodeText(encodeAs(document, 'windows-1252'), 'text/xml; charset=utf-8')).toBe(document);
  });

  it('one stray byte does not turn a UTF-8 feed into another encoding', () => {
    const bytes = Uint8Array.from([...utf8(feed(russian)), 0xf1]);
    expect(decodeText(bytes)).toBe(`${feed(russian)}\ufffd`);
  });

  it('a text about the replacement character is still UTF-8', () => {
    expect(decodeText(utf8('<rss>\ufffd</rss>'))).toBe('<rss>\ufffd</rss>');
  });
});

describe('undeclared encodings', () => {
  it.each([
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['gb18030', chinese],
    ['big5', taiwanese],
    ['windows-1252', german],
  ])('%s is told from the text', (encoding, text) => {
    expect(decodeText(encodeAs(feed(text), encoding))).toBe(feed(text));
  });

  it('the US-ASCII default of text/xml is not applied', () => {
    expect(decodeText(utf8(feed('naïve')), 'text/xml')).toBe(feed('naïve'));
  });
});

describe('Unicode forms', () => {
  const text = '<rss>naïve 🚀</rss>';
  it.each([
    ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(text)])],
    ['UTF-16LE with its mark', Uint8Array.from([0xff, 0xfe, ...utf16(text, true)])],
    ['UTF-16BE with its mark', Uint8Array.from([0xfe, 0xff, ...utf16(text, false)])],
    ['UTF-32LE with its mark', Uint8Array.from([0xff, 0xfe, 0, 0, ...utf32(text, true)])],
    ['UTF-32BE with its mark', Uint8Array.from([0, 0, 0xfe, 0xff, ...utf32(text, false)])],
    ['UTF-16LE without', utf16(text, true)],
    ['UTF-16BE without', utf16(text, false)],
    ['UTF-32LE without', utf32(text, true)],
    ['UTF-32BE without', utf32(text, false)],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('a byte order mark wins over the HTTP header', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(text)]);
    expect(decodeText(bytes, 'text/xml; charset=windows-1251')).toBe(text);
  });

  it('a character out of range in UTF-32 is replaced, not thrown', () => {
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0, 0, 0xff, 0xff, 0xff, 0x7f, 0x41, 0, 0, 0]))).toBe('\ufffdA');
  });
});

it('C1 controls are the windows-1252 characters that they were meant to be', () => {
  expect(decodeText(utf8('don\u0092t \u0093so\u0094'))).toBe('don’t “so”');
});

describe('damaged and mixed UTF-8', () => {
  const windows1252 = (text: string) => encodeAs(text, 'windows-1252');

  it('a text that is cut in the middle of a character stays UTF-8', () => {
    expect(decodeText(utf8('<rss>Größe').subarray(0, -2))).toBe('<rss>Grö\ufffd');
  });

  it('words in windows-1252 between words in UTF-8 are read as what they are', () => {
    const bytes = Uint8Array.from([...utf8('Größe, '), ...windows1252('“naïve” – '), ...utf8('and Überall')]);
    expect(decodeText(bytes)).toBe('Größe, “naïve” – and Überall');
  });

  it('what lost some of its bytes stays broken: nobody knows what it was', () => {
    expect(decode(Uint8Array.from([...utf8('Größe und д'), 0xd0, ...utf8('д; größer')]))).toEqual({
      text: 'Größe und д\ufffdд; größer',
      flaws: ['undecodable-bytes'],
    });
  });

  it('any words in windows-1252 between words in UTF-8 are found', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abéñö ç'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(word, stray => {
        const bytes = Uint8Array.from([...utf8('ä ä ä ä ä ä ä '), ...windows1252(stray), ...utf8(' ä ä')]);
        expect(decodeText(bytes)).toBe(`ä ä ä ä ä ä ä ${stray} ä ä`);
      }),
      { seed: 20261130, numRuns: 100 },
    );
  });
});
