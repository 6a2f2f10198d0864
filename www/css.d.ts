/** What the build makes of a style sheet that a module imports: its minified text. */
declare module '*.css' {
  const text: string;
  export default text;
}
