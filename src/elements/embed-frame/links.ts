/**
 * Opens what a link of the form leads to beside the page: in the frame it would take the form's place, and pages of the
 * association refuse to be shown in frames of others.
 */
export function openBeside(event: Event): void {
  const link = event
    .composedPath()
    .find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
  if (link === undefined || link.download !== '' || !/^https?:/.test(link.href)) return;
  if (withoutHash(link.href) === withoutHash(location.href)) return;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

function withoutHash(address: string): string {
  return address.split('#', 1)[0] ?? '';
}
