// What Prototype.js 1.6 and MooTools 1.4 put in the place of built-ins, as far as newer code trips over it.
(() => {
  const toArray = function () {
    return [].slice.call(this);
  };
  Array.from = (list) => (list ? [].slice.call(list) : []);
  Object.assign(Array.prototype, {
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
  });
  Object.assign(Function.prototype, {
    bind(self, args) {
      return () => this.apply(self, args ?? []);
    },
  });
  Object.assign(HTMLElement.prototype, {
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
  });
  window.Event = function () {
    throw new TypeError('MooTools has another one');
  };
  Object.prototype.each = function () {};
})();
