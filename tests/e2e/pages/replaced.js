// What Prototype.js 1.6 and MooTools 1.4 put in the place of built-ins, as far as newer code trips over it.
(() => {
  const toArray = function () {
    return [].slice.call(this);
  };
  /** @type {[object, Record<string, unknown>][]} */
  const replaced = [
    [Array, { from: (list) => (list ? [].slice.call(list) : []) }],
    [
      Array.prototype,
      {
        entries: toArray,
        reduce() {
          return this.length > 1 ? this : this[0];
        },
        first() {
          return this[0];
        },
        flatten: toArray,
        contains(item) {
          return this.indexOf(item) !== -1;
        },
      },
    ],
    [
      Function.prototype,
      {
        bind(self, args) {
          return () => this.apply(self, args ?? []);
        },
      },
    ],
    [
      HTMLElement.prototype,
      {
        remove() {
          this.parentNode.removeChild(this);
          return this;
        },
        hide() {
          this.style.display = 'none';
          return this;
        },
        show() {
          this.style.display = '';
          return this;
        },
        scrollTo() {
          window.scrollTo(0, this.offsetTop);
          return this;
        },
        update(text) {
          this.textContent = text;
          return this;
        },
      },
    ],
    [Object.prototype, { each() {} }],
    [
      window,
      {
        Event() {
          throw new TypeError('MooTools has another one');
        },
      },
    ],
  ];
  const undo = replaced.map(([target, members]) => Object.entries(members).map(([name, value]) => {
    const before = Object.getOwnPropertyDescriptor(target, name);
    target[name] = value;
    return () => (before ? Object.defineProperty(target, name, before) : delete target[name]);
  }));
  // The drivers of the browsers do not get on with such a page.
  window.restore = () => {
    for (const each of undo.flat()) each();
  };
})();
