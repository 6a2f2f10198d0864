/** What is said of <nut-graf> for editors and catalogues, by the analyzer of custom-elements.dev; scripts/package-files.mjs runs it. */
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** The module as the package has it, without what is private to it. */
const asPackaged = {
  name: 'as-packaged',
  /** @param {{ customElementsManifest: any }} analysis */
  packageLinkPhase({ customElementsManifest }) {
    customElementsManifest.readme = 'README.md';
    for (const module of customElementsManifest.modules) {
      module.path = 'dist/modules/element.js';
      for (const exported of module.exports) exported.declaration.module = module.path;
      for (const { members = [], superclass } of module.declarations) {
        if (superclass) delete superclass.module;
        const isPublic = (/** @type {{ name: string, privacy?: string }} */ { name, privacy }) => privacy !== 'private' && !name.endsWith('Callback');
        members.splice(0, members.length, ...members.filter(isPublic));
      }
    }
  },
};

export default {
  globs: ['www/element.js'],
  outdir: 'www/dist',
  packagejson: false,
  plugins: [asPackaged, customElementVsCodePlugin({ outdir: 'www/dist', htmlFileName: 'html-custom-data.json', cssFileName: null, hideLogs: true })],
};
