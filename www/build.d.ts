/** What the build makes of a style sheet that a module imports: its minified text. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** The languages in `labels` besides English, for a regular expression: in small letters, between bars, a tag before those that it begins with. */
declare const LABEL_LANGUAGES: string;
/** The codes of the language packs, between spaces. */
declare const PACK_LANGUAGES: string;
