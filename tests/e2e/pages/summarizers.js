// A browser without a Summarizer of its own, or with one (data-native).
delete globalThis.Summarizer;
if ('native' in document.currentScript.dataset) globalThis.Summarizer = class Native {};
