importScripts('./nutgraf.standalone.js');
onmessage = async ({ data, ports: [port] }) => {
  const summarizer = await nutgraf.Summarizer.create({ type: 'tldr', format: 'plain-text', length: 'short' });
  port.postMessage(await summarizer.summarize(data));
};
