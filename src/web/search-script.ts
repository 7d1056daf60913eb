/**
 * The one script of the site, without which all of it works as well: on the page of the search it finds as one types, and `/`
 * leads to the field from anywhere.
 */
export const searchScript = `
const results = document.getElementById('results');
const told = document.getElementById('told');
const field = document.querySelector('input[type=search]');

document.addEventListener('keydown', event => {
  const isTyping = event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey || !field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

if (field && results) {
  let asked = field.defaultValue.trim();
  let waiting;
  let asking;
  const find = async () => {
    clearTimeout(waiting);
    const words = field.value.trim();
    if (words === asked) return;
    asked = words;
    asking?.abort();
    asking = new AbortController();
    const address = new URL(field.form.action);
    if (words !== '') address.searchParams.set('q', words);
    const part = new URL(address);
    part.searchParams.set('part', 'results');
    results.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(part, { signal: asking.signal });
      const text = await answer.text();
      if (words !== asked) return;
      if (answer.headers.get('content-type')?.startsWith('text/html')) results.innerHTML = text;
      else results.textContent = text;
      history.replaceState(null, '', address);
      document.title = document.title.replace(/^.*(?=Search · )/, () => (words === '' ? '' : words + ' · '));
      told.textContent = results.querySelector('h2')?.textContent ?? text;
    } catch (error) {
      if (words !== asked) return;
      asked = undefined;
      results.textContent = told.textContent = 'The archive does not answer. Press Enter to try again.';
    }
    results.removeAttribute('aria-busy');
  };
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, 120);
  });
  field.form.addEventListener('submit', event => {
    event.preventDefault();
    find();
  });
  if (field.value === '') field.focus();
  else if (field.value !== field.defaultValue) find();
}
`;
