/** What of the look of a drawing its copy must bring along: style sheets stay behind. */
const LOOK = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'direction',
] as const;

const MARGIN = 24;
const TITLE_SIZE = 18;
/** Pixels of the picture for each of the page: it may be printed. */
const SHARPNESS = 2;

/** Has the browser save some bytes as a file. */
export function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser may not have begun to read it yet.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * A drawing of the page as a PNG with its title and a line below it, in the colours it has now. The page's content policy must
 * allow pictures from `blob:`.
 * @throws Error where the browser cannot make it
 */
export async function pictureOf(drawing: SVGSVGElement, title: string, below: string): Promise<Blob> {
  const { width, height } = drawing.viewBox.baseVal;
  const around = getComputedStyle(drawing);
  const url = URL.createObjectURL(new Blob([markupOf(drawing)], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    const top = MARGIN + TITLE_SIZE * 1.8;
    canvas.width = (width + 2 * MARGIN) * SHARPNESS;
    canvas.height = (top + height + 2 * MARGIN) * SHARPNESS;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('There is no canvas.');
    context.scale(SHARPNESS, SHARPNESS);
    const root = drawing.closest('.root') ?? drawing;
    context.fillStyle = getComputedStyle(root).backgroundColor;
    context.fillRect(0, 0, width + 2 * MARGIN, top + height + 2 * MARGIN);
    context.drawImage(image, MARGIN, top, width, height);
    context.fillStyle = around.color;
    context.direction = around.direction === 'rtl' ? 'rtl' : 'ltr';
    const start = around.direction === 'rtl' ? width + MARGIN : MARGIN;
    context.font = `700 ${TITLE_SIZE}px ${around.fontFamily}`;
    context.fillText(title, start, MARGIN + TITLE_SIZE, width);
    context.font = `13px ${around.fontFamily}`;
    context.fillText(below, start, top + height + MARGIN, width);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('There is no picture.')) : resolve(blob)),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The drawing as a document of its own. Attributes only: a content policy would have a say in styles. */
function markupOf(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [index, original] of [drawing, ...drawing.querySelectorAll<SVGElement>('*')].entries()) {
    const look = getComputedStyle(original);
    for (const name of LOOK) {
      // A pattern is named by the place it has in this document, and keeps the name it has in its own.
      if (original.getAttribute(name)?.startsWith('url(') === true) continue;
      copies[index]?.setAttribute(name, look.getPropertyValue(name));
    }
  }
  copy.setAttribute('font-family', getComputedStyle(drawing).fontFamily);
  return new XMLSerializer().serializeToString(copy);
}
