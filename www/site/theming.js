/** The knobs of the theming page: each sets a custom property of the widget below, and all stand in the style sheet to copy. */

const form = /** @type {HTMLFormElement} */ (document.getElementById('knobs'));
const widget = /** @type {HTMLElement} */ (document.querySelector('nut-graf'));
const code = /** @type {HTMLElement} */ (document.getElementById('css'));

/** What somebody has changed. @type {Map<string, string>} */
const changed = new Map();

const show = () => {
  const lines = [...changed].map(([name, value]) => `  ${name}: ${value};`);
  code.textContent = lines.length > 0 ? `nut-graf {\n${lines.join('\n')}\n}` : '/* Nothing changed yet. */';
};

form.addEventListener('input', ({ target }) => {
  const { name, value, dataset } = /** @type {HTMLInputElement} */ (target);
  const set = value && `${value}${dataset.unit ?? ''}`;
  if (set) {
    changed.set(name, set);
    widget.style.setProperty(name, set);
  } else {
    changed.delete(name);
    widget.style.removeProperty(name);
  }
  show();
});

form.addEventListener('reset', () => {
  for (const name of changed.keys()) widget.style.removeProperty(name);
  changed.clear();
  show();
});

show();
