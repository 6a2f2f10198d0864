/**
 * Entity density over what a tagger found, for the peers that find entities but summarize nothing: how often the
 * entities of a sentence are named in the text, over the square root of its length.
 *
 * @param {{ text: string, entities: string[] }[]} sentences
 * @param {number} count
 */
export const densest = (sentences, count) => {
  /** @type {Map<string, number>} */
  const mentions = new Map();
  for (const name of sentences.flatMap(({ entities }) => entities)) mentions.set(name, (mentions.get(name) ?? 0) + 1);
  const scored = sentences.map(({ text, entities }, at) => {
    const weight = [...new Set(entities)].reduce((sum, name) => sum + (mentions.get(name) ?? 0), 0);
    return { at, text, score: weight / Math.sqrt(text.split(/\s+/).length) };
  });
  return scored
    .sort((one, other) => other.score - one.score)
    .slice(0, count)
    .sort((one, other) => one.at - other.at)
    .map(({ text }) => text);
};
