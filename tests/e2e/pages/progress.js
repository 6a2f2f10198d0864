// Handlers of the page's own that fail: what a driver's script throws is not reported to the page in every engine.
globalThis.heard = [];
globalThis.reported = [];
addEventListener('error', ({ message }) => globalThis.reported.push(message));
globalThis.failing = (monitor) => {
  monitor.ondownloadprogress = () => {
    globalThis.heard.push('handler');
    throw new Error('handler failed');
  };
  monitor.addEventListener('downloadprogress', () => {
    globalThis.heard.push('listener');
    throw new Error('listener failed');
  });
};
