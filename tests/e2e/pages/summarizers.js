// A browser without a Summarizer of its own, or with one (data-native: its availability).
delete globalThis.Summarizer;
{
  const { native } = document.currentScript.dataset;
  if (native) globalThis.Summarizer = class Native {
    static availability = async () => native;
  };
}
