import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/sources/articles/dom.ts';

describe('the nodes of a page', () => {
  it('have no room for listeners, whichever linkedom is installed', () => {
    const { body } = parsePage('<p>text</p>');
    const listen = (node: unknown): unknown =>
      node instanceof Object && 'addEventListener' in node && typeof node.addEventListener === 'function'
        ? node.addEventListener('click', () => {})
        : undefined;
    expect(() => listen(body)).toThrow(TypeError);
    expect(() => listen(body.firstChild)).toThrow(TypeError);
  });
});
