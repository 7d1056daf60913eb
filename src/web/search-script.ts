/** Finds as one types, on the page of the search: the one script of the site, without which the field works as any form. */
export const searchScript = `
const field = document.querySelector('main input[type=search]');
const results = document.getElementById('results');
if (field && results) {
  let asked = field.value;
  let waiting;
  let asking;
  const find = async () => {
    if (field.value === asked) return;
    asked = field.value;
    asking?.abort();
    asking = new AbortController();
    const address = new URL(field.form.action);
    address.searchParams.set('q', asked);
    const shown = new URL(address);
    address.searchParams.set('part', 'results');
    try {
      const answer = await fetch(address, { signal: asking.signal });
      const text = await answer.text();
      results.innerHTML = text;
      history.replaceState(null, '', shown);
    } catch (error) {
      if (error.name !== 'AbortError') results.textContent = 'The archive does not answer. Press Enter to try again.';
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, 120);
  });
}
`;
