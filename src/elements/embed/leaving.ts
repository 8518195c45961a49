/** Where to go in haste unless the page says another place: the weather. */
const ELSEWHERE = 'https://www.ncm.gov.sa';

/**
 * Leaves the page at once: nothing of it is to be seen before the network is asked, other forms of the kit on it forget
 * what was typed, and another site takes its place in the history.
 *
 * @param address where the page wants people to go; only https counts. The frame has no say in it.
 */
export function leavePage(address: string | null): void {
  document.dispatchEvent(new Event('taafi-leaving'));
  document.body.hidden = true;
  document.body.style.setProperty('display', 'none', 'important');
  document.documentElement.style.setProperty('background', '#fff', 'important');
  // The other site is not told whose page it was.
  const referrer = document.createElement('meta');
  referrer.name = 'referrer';
  referrer.content = 'no-referrer';
  document.head.append(referrer);
  // A browser may keep the page as it is for whoever goes back: he is to find it as it is for anybody who comes.
  addEventListener('pageshow', () => location.reload(), { once: true });
  location.replace(address?.startsWith('https://') ? address : ELSEWHERE);
}
