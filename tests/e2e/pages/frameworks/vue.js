// An article that Vue hydrates.
/* global HYDRATION_MS, STORY, TITLE */
import { createSSRApp, h, reactive } from 'vue';

const state = reactive({ version: 0, title: TITLE, lines: STORY });
window.change = (next) => Object.assign(state, next);

setTimeout(() => {
  const render = () => h('article', { key: state.version }, [h('h1', state.title), ...state.lines.map((line, at) => h('p', { key: at }, line))]);
  createSSRApp({ render }).mount('#app');
  window.ready = true;
}, HYDRATION_MS);
