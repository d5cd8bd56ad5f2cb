
'use strict';
(() => {
  const root = document.documentElement;
  const stored = { get: () => { try { return localStorage.getItem('theme'); } catch { return null; } },
    set: value => { try { localStorage.setItem('theme', value); } catch { /* not kept */ } } };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const button = document.createElement('button');
  button.className = 'theme';
  button.type = 'button';
  const isDark = () => (root.dataset.theme || (dark.matches ? 'dark' : 'light')) === 'dark';
  const label = () => { button.textContent = isDark() ? 'Light' : 'Dark'; button.setAttribute('aria-label', button.textContent + ' page'); };
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    stored.set(root.dataset.theme);
    label();
  });
  if (['light', 'dark'].includes(stored.get())) root.dataset.theme = stored.get();
  dark.addEventListener('change', label);
  label();
  document.querySelector('.skip').after(button);

  for (const box of document.querySelectorAll('.copy')) {
    const code = box.querySelector('code');
    const copy = document.createElement('button');
    copy.type = 'button';
    copy.textContent = 'Copy';
    copy.setAttribute('aria-live', 'polite');
    copy.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        copy.textContent = 'Copied';
        setTimeout(() => { copy.textContent = 'Copy'; }, 2000);
      } catch {
        getSelection().selectAllChildren(code);
        copy.textContent = 'Selected';
      }
    });
    box.classList.add('able');
    box.append(copy);
  }

  const links = new Map();
  for (const link of document.querySelectorAll('.side .toc a')) links.set(link.hash.slice(1), link);
  const headings = [...document.querySelectorAll('h2[id], h3[id]')];
  let current = null;
  const mark = () => {
    let here = null;
    for (const heading of headings) if (heading.getBoundingClientRect().top < innerHeight / 3) here = heading;
    const link = here && links.get(here.id);
    if (link === current) return;
    if (current) current.removeAttribute('aria-current');
    if (link) link.setAttribute('aria-current', 'true');
    current = link;
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
})();
