// The first script of every page under test: keeps what the page complains about, for the harness to read.
(() => {
  /** @type {string[]} */
  const log = [];
  const witness = { log, persisted: false };
  Object.defineProperty(window, 'witness', { value: witness });
  // Whether the page came out of the back/forward cache.
  addEventListener('pageshow', ({ persisted }) => {
    witness.persisted = persisted;
  });
  for (const level of /** @type {const} */ (['error', 'warn'])) {
    const original = console[level];
    console[level] = (...args) => {
      log.push(`console.${level}: ${args.join(' ')}`);
      original.apply(console, args);
    };
  }
  addEventListener(
    'error',
    (event) => {
      const { target } = event;
      log.push(
        target instanceof Element
          ? `error: <${target.localName}> could not load ${target.getAttribute('src') ?? target.getAttribute('href')}`
          : `error: ${event.message}`,
      );
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => log.push(`unhandled rejection: ${reason}`));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    log.push(`policy: ${effectiveDirective} ${blockedURI}`),
  );
})();
