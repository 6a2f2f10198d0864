// An article that React hydrates, with the rest of the page where WHOLE says so.
/* global HYDRATION_MS, STORY, TITLE, WHOLE */
import { createElement as h, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';

const Article = () => {
  const [{ version, title, lines }, change] = useState({ version: 0, title: TITLE, lines: STORY });
  window.change = (next) => change((state) => ({ ...state, ...next }));
  return h('article', { key: version }, h('h1', null, title), ...lines.map((line, at) => h('p', { key: at }, line)));
};

const Page = () =>
  h(
    'html',
    { lang: 'en' },
    h(
      'head',
      null,
      h('script', { src: '/__witness.js' }),
      h('title', null, 'Test'),
      h('link', { rel: 'icon', href: '/demo/favicon.svg' }),
      h('script', { type: 'module', src: '/dist/nutgraf.js', 'data-auto': 'article' }),
    ),
    h('body', null, h('div', { id: 'app' }, h(Article)), h('script', { type: 'module', src: '/lib/app.js' })),
  );

setTimeout(() => {
  if (WHOLE) hydrateRoot(document, h(Page));
  else hydrateRoot(document.querySelector('#app'), h(Article));
  window.ready = true;
}, HYDRATION_MS);
