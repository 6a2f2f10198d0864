/** Where the files are that a page has moved. */

/** The address of a folder, which ends with a slash, as a page means it. @param {string} folder */
export const folderAt = (folder) => new URL(folder, globalThis.document?.baseURI);
