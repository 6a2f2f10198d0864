/** The widget's shadow tree and its look: the button, and the frame that the panel opens in. */

/*
 * Half-transparent grey stands on light and dark alike, and needs no color-mix(), which browsers have since 2023.
 *
 * While the reader waits, a frame of about the summary's size stands open (60em at a width of 17em, 27em from 33em on), with
 * lines drawn in it: it opens soon enough after the click to be no layout shift, which the summary itself would be on
 * a slow network.
 */
const CSS = `
:host{display:block;box-sizing:border-box;margin-block:var(--nutgraf-spacing,1.25rem);border:1px solid var(--nutgraf-border,#8080807a);border-radius:var(--nutgraf-radius,4px);background:var(--nutgraf-background,#80808014);color:var(--nutgraf-color,inherit);font-family:var(--nutgraf-font,inherit);line-height:1.5;text-align:start}
:host([hidden]),[hidden]{display:none!important}
button{box-sizing:border-box;min-block-size:44px;margin:0;border:0;border-radius:inherit;background:none;color:inherit;font:inherit;text-align:start;cursor:pointer;touch-action:manipulation}
button:focus-visible{outline:2px solid var(--nutgraf-accent,currentColor);outline-offset:2px}
[part~=button]{display:flex;align-items:center;gap:.5em;inline-size:100%;padding:.45em 1em}
[part~=button]::after{content:"";flex:none;inline-size:.5em;block-size:.5em;margin-inline:auto .2em;border:solid var(--nutgraf-accent,currentColor);border-width:0 2px 2px 0;transform:translateY(-25%) rotate(45deg)}
[part~=button].open::after{transform:translateY(25%) rotate(225deg)}
[aria-disabled]{cursor:progress}
.busy{position:relative;margin-block-end:max(24em,85em - 185%)}
.busy::before{content:"";position:absolute;inset:100% 1em auto;block-size:22em;background:repeating-linear-gradient(#0000 0 .9em,#80808024 0 1.5em)}
b{font-weight:700}
[part~=label]{font-size:clamp(.7em,3.9vw,1em)}
[part~=label],[part~=message]{unicode-bidi:plaintext}
[part~=panel]{padding:0 1em .9em}
[part~=message]{margin:0;padding-block:.2em .6em}
[part~=retry]{padding:.4em 1em;border:1px solid;border-radius:var(--nutgraf-radius,4px)}
[part~=status]{position:absolute;inline-size:1px;block-size:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (hover:hover){button:hover{background:#80808024}}
@media (prefers-reduced-motion:no-preference){[part~=button]::after{transition:transform .15s}}
@media print{:host(:not([open])),button{display:none!important}[part~=panel]{padding-block-start:.9em}}
`;

/** @param {string} css */
export const stylesheet = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

/** One for all widgets of the page; made at first use, for a server has no style sheets. @type {CSSStyleSheet} */
let shared;

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [part]
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[T]}
 */
export const element = (tag, part, ...content) => {
  const node = document.createElement(tag);
  if (part) node.setAttribute('part', part);
  node.append(...content);
  return node;
};

/**
 * Gives a node an attribute, or takes it away. Writing what stands there already would make the browser compute the
 * style of all that is inside anew.
 *
 * @param {Element} node @param {string} name @param {string | null} value
 */
export const set = (node, name, value) => {
  if (node.getAttribute(name) === value) return;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
};

/** Likewise for text, which would be laid out anew. @param {Node} node @param {string} words */
export const write = (node, words) => {
  if (node.textContent !== words) node.textContent = words;
};

/** Builds the tree into a shadow root and gives its moving parts. @param {ShadowRoot} root */
export const build = (root) => {
  root.adoptedStyleSheets = [(shared ??= stylesheet(CSS))];
  const lead = document.createTextNode('');
  const call = element('b');
  const button = element('button', 'button', element('span', 'label', lead, call));
  const content = element('div', 'content');
  const slot = element('slot');
  const panel = element('div', 'panel', content, slot);
  const status = element('p', 'status');
  button.type = 'button';
  panel.id = 'panel';
  panel.hidden = true;
  button.setAttribute('aria-controls', 'panel');
  button.setAttribute('aria-expanded', 'false');
  panel.setAttribute('role', 'region');
  status.setAttribute('role', 'status');
  root.append(button, panel, status);
  return { button, lead, call, panel, content, slot, status };
};
