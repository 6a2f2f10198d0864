/** What `import.meta.url` is for modules: the address of the classic script that runs. A worker's is its own. */
export const scriptUrl = globalThis.document ? /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src : location.href;
