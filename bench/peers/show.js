/** Puts the summary of the page's article into the page and notes when it has been painted. @param {(text: string, count: number) => string[]} summarize */
export const show = (summarize) => {
  const article = /** @type {HTMLElement} */ (document.querySelector('article'));
  const list = document.createElement('ul');
  for (const sentence of summarize(article.innerText, 3)) {
    const item = document.createElement('li');
    item.textContent = sentence;
    list.append(item);
  }
  article.prepend(list);
  requestAnimationFrame(() => setTimeout(() => Object.assign(window, { shown: performance.now() })));
};
