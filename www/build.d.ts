/** What the build makes of a style sheet that a module imports: its minified text. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** The names of the modules in `dist/labels`, between bars: language tags in small letters, each before those that it begins with. */
declare const LABEL_LANGUAGES: string;
/** The codes of the language packs, between spaces. */
declare const PACK_LANGUAGES: string;
