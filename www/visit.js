/** Takes the reader to a place in the article, with a way back for as long as the summary is out of sight. */
import { clearHighlight, highlight } from './highlight.js';
import { scrollToCentre } from './scroll.js';

/**
 * @param {import('./panel.js').Shown} shown
 * @param {Element} item is the current one meanwhile
 * @param {HTMLElement} control that the reader used, and comes back to
 * @param {Range[]} ranges to highlight
 * @param {Range} target the one to scroll to
 */
export const visit = ({ host, frame: { back } }, item, control, ranges, target) => {
  const goBack = () => {
    control.focus({ preventScroll: true });
    scrollToCentre(host.getBoundingClientRect().height > innerHeight ? item : host);
  };
  const observer = new IntersectionObserver(([entry]) => {
    back.hidden = entry.isIntersecting;
    if (!back.isConnected) return;
    if (back.hidden) back.hidePopover?.();
    else back.showPopover?.();
  });
  const onescape = () => {
    if (host.matches(':focus-within')) goBack();
  };
  highlight(host, ranges, target, onescape, () => {
    item.removeAttribute('aria-current');
    observer.disconnect();
    if (back.isConnected) back.hidePopover?.();
    back.hidden = true;
    back.onclick = null;
  });
  item.setAttribute('aria-current', 'true');
  back.onclick = () => {
    goBack();
    clearHighlight(host);
  };
  observer.observe(item);
};
