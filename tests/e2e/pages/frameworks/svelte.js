// An article that Svelte hydrates.
/* global HYDRATION_MS, STORY, TITLE */
import { hydrate } from 'svelte';
import Article from './Article.svelte';

setTimeout(() => {
  hydrate(Article, { target: document.querySelector('#app'), props: { title: TITLE, story: STORY } });
  window.ready = true;
}, HYDRATION_MS);
