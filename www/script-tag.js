/** The script tags of the page that are the widget's, with their `data-` attributes. */

/**
 * That of the script at `url`. A module's address is the one after redirects, which the tag does not know: so all whose
 * address names the widget.
 *
 * @param {string} url
 * @returns {HTMLScriptElement[]} on a server none
 */
export const tagsOf = (url) => [...(globalThis.document?.scripts ?? [])].filter(({ src }) => src === url || /nutgraf/.test(src));
