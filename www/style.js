/** How the panel looks; the button's look is in template.js. */

const LINE = 'var(--nutgraf-border,#80808052)';
const ACCENT = 'var(--nutgraf-accent,currentColor)';

/**
 * A closed panel that has been filled keeps its style and layout, out of sight and of reach, so that a slow phone computes
 * them in idle time and not at the click. It overrides what the page says of the part.
 */
const CLOSED = ['display:block', 'visibility:hidden', 'content-visibility:hidden', 'block-size:0', 'min-block-size:0', 'margin-block:0', 'padding-block:0', 'border-block:0', 'overflow:hidden'];

/* Where content-visibility hides what is inside, opening must not change what is inherited: all of it would be styled anew. */
export const CSS = `
[part~=panel][hidden]{${CLOSED.map((rule) => `${rule}!important`).join(';')}}
@supports (content-visibility:hidden){[part~=panel][hidden]>[dir]{visibility:visible}}
ul,ol,dl,dd{margin:0;padding:0;list-style:none}
[part~=item]{display:flex;align-items:start;gap:.25em;margin-inline:-.5em;padding-inline-start:.5em;border-block-start:1px solid ${LINE};cursor:pointer}
[part~=sentence]{flex:1;min-inline-size:0;padding-block:.65em;overflow-wrap:anywhere}
[part~=source]{flex:none;position:relative;inline-size:44px;margin-inline-end:-6px;font-size:inherit;align-self:stretch}
button[part~=source]::before{content:"";position:absolute;inset-block-start:1.15em;inset-inline:0;inline-size:.5em;block-size:.5em;margin-inline:auto;border:solid ${ACCENT};border-width:2px 2px 0 0;transform:translateX(-25%) rotate(45deg);opacity:.55}
[part~=list]:is([dir=rtl],:dir(rtl)) button[part~=source]::before{transform:translateX(25%) rotate(225deg)}
[part~=paragraph]{padding-block:.65em;overflow-wrap:anywhere}
[part~=paragraph] [part~=item]{display:inline;margin:0;padding:0;border:0}
[part~=headline]{font-weight:700}
a[part~=source]{margin:0;color:inherit;text-decoration:none}
a[part~=source]:focus-visible{outline:2px solid ${ACCENT};outline-offset:2px;border-radius:2px}
[part~=entity],[part~=name]{text-decoration:underline;text-decoration-style:dotted;text-decoration-color:#808080e6;text-decoration-thickness:1px;text-underline-offset:.2em}
[part~=note]{unicode-bidi:plaintext;margin:0;padding-block:.6em;font-size:.8125em;opacity:.8}
[part~=paragraph],[part~=entities]:not(:empty),[part~=tools],[part~=why]{margin-inline:-.5em;padding-inline:.5em;border-block-start:1px solid ${LINE}}
[part~=entities]{padding-block:.25em}
[part~=names]{display:flex;gap:.5em;font-size:.875em}
[part~=names] ul{display:flex;flex-wrap:wrap;column-gap:.25em;min-inline-size:0}
[part~=question]{flex:none;inline-size:min(6.5em,28%);padding-block:12px;font-size:.93em;opacity:.75;line-height:20px}
[part~=name]{min-inline-size:44px;padding:.25em .5em;overflow-wrap:anywhere}
[part~=tools]{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25em 1em;padding-block:.5em}
[part~=choices],[part~=actions]{display:flex;flex-wrap:wrap;gap:.5em .75em;font-size:.875em}
[part~=actions]{gap:0;margin-inline:-.6em}
[part~=action]{min-inline-size:44px;padding:.25em .6em;text-decoration:underline;text-decoration-color:#808080b3;text-underline-offset:.25em}
[part~=choice]{display:flex;flex-wrap:wrap;border:1px solid #808080;border-radius:var(--nutgraf-radius,4px)}
[part~=choice] label{position:relative;display:flex;flex:auto;cursor:pointer}
[part~=choice] input{position:absolute;inset:0;margin:0;opacity:0;cursor:pointer}
[part~=option]{display:flex;flex:auto;align-items:center;justify-content:center;box-sizing:border-box;min-inline-size:44px;min-block-size:44px;padding:.25em .75em}
[part~=choice] :first-child [part~=option]{border-start-start-radius:calc(var(--nutgraf-radius,4px) - 1px);border-end-start-radius:calc(var(--nutgraf-radius,4px) - 1px)}
[part~=choice] :last-child [part~=option]{border-start-end-radius:calc(var(--nutgraf-radius,4px) - 1px);border-end-end-radius:calc(var(--nutgraf-radius,4px) - 1px)}
label+label [part~=option]{border-inline-start:1px solid #80808080}
:checked+[part~=option]{background:#80808042;font-weight:700}
:focus-visible+[part~=option]{outline:2px solid ${ACCENT};outline-offset:2px}
[part~=why]{margin-block-end:-.6em}
summary:focus-visible{outline:2px solid ${ACCENT};outline-offset:-2px}
summary{display:flex;align-items:center;gap:.5em;min-block-size:44px;font-size:.875em;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary::before{content:"";flex:none;inline-size:.4em;block-size:.4em;border:solid ${ACCENT};border-width:0 2px 2px 0;transform:rotate(-45deg)}
[dir=rtl] summary::before{transform:rotate(135deg)}
[open]>summary::before{transform:rotate(45deg)}
[part~=reasons]{padding-block-end:.5em;font-size:.875em}
[part~=reasons] p{margin:0 0 .5em}
[part~=reasons] li+li{margin-block-start:1em}
[part~=shares]{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:.3em 1em;align-items:center;margin-block-start:.35em}
[part~=shares] dd{display:grid;grid-template-columns:2.75em minmax(0,1fr);align-items:center;gap:.5em}
[part~=percent]{text-align:end;font-variant-numeric:tabular-nums}
[part~=bar]{block-size:.5em;background:${ACCENT};opacity:.5;border-radius:1px;forced-color-adjust:none}
[part~=stale]:not(:empty){margin-block-end:.75em;padding:.5em .75em;border:1px solid ${LINE};border-radius:var(--nutgraf-radius,4px);background:#80808014}
[part~=update]{padding:.4em 1em;border:1px solid;border-radius:var(--nutgraf-radius,4px)}
[part~=opening]{margin:0;padding-block:.2em .9em;overflow-wrap:anywhere}
[part~=back]{position:fixed;inset:auto 0 max(1rem,env(safe-area-inset-bottom));inline-size:fit-content;max-inline-size:calc(100% - 2rem);block-size:auto;margin:0 auto;padding:.5em 1.25em;border:1px solid;border-radius:22px;background:var(--nutgraf-back-background,Canvas);color:var(--nutgraf-back-color,CanvasText);box-shadow:0 2px 12px rgb(0 0 0/.3);z-index:2147483647}
[aria-current] [part~=sentence],[part~=name][aria-current]{text-decoration:underline;text-decoration-color:var(--nutgraf-highlight,#e0ab00);text-decoration-thickness:.12em;text-underline-offset:.2em}
[aria-current] button[part~=source]::before{opacity:1}
@media (hover:hover){[part~=bullets] [part~=item]:hover{background:#80808014}[part~=item]:hover [part~=source]::before{opacity:1}[part~=paragraph] [part~=item]:hover{background:#80808024}[part~=choice] label:hover [part~=option]{background:#80808024}[part~=back]:hover{background:var(--nutgraf-back-background,Canvas);text-decoration:underline}}
@media (forced-colors:active){[part~=source]::before,[part~=question],[part~=note]{opacity:1!important}:checked+[part~=option]{background:Highlight;color:HighlightText;forced-color-adjust:none}[part~=bar]{background:CanvasText;opacity:1}}
@media print{[part~=tools],[part~=why],[part~=entities],[part~=stale],[part~=back]{display:none!important}[part~=panel]::before{content:attr(aria-label);display:block;margin-block-end:.65em;font-weight:700;unicode-bidi:plaintext}}
`;
