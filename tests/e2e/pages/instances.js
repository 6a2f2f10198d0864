// Counts the instances that the page makes and the summaries they compute; the first `data-traps` instances break.
(() => {
  const traps = Number(document.currentScript.dataset.traps ?? 0);
  const seen = { made: 0, summaries: 0 };
  const { instantiate } = WebAssembly;
  Object.defineProperty(window, 'instances', { value: seen });
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    const exports = { ...instance.exports };
    const breaks = ++seen.made <= traps;
    const { summarizeElement } = exports;
    exports.summarizeElement = (...args) => {
      seen.summaries++;
      if (breaks) throw new WebAssembly.RuntimeError('unreachable');
      return summarizeElement(...args);
    };
    return Object.create(WebAssembly.Instance.prototype, { exports: { value: exports } });
  };
})();
