// Contrast in programs that invert a message's colours by themselves. Two ways are common: every colour turned into its
// negative (Windows' and Gmail's full inversion), and light colours made dark with their hue kept (Outlook).
const LEAST = 4.5;

export async function contrastProblems(page, { inverted }) {
  const ways = [['as it is', (c) => c], ...(inverted ? [['as a negative', negative], ['with its lightness turned', turned]] : [])];
  const pairs = await page.evaluate(colourPairs);
  const found = [];
  for (const { text, front, back } of pairs) {
    for (const [way, turn] of ways) {
      const ratio = contrast(turn(front), turn(back));
      if (ratio < LEAST) found.push(`contrast ${ratio.toFixed(2)} ${way}: rgb(${front}) on rgb(${back}): ${text}`);
    }
  }
  return found;
}

// Runs in the page: the colours of every text that is shown, on the nearest background that has one.
function colourPairs() {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const pairs = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    let at = element;
    let back = [255, 255, 255];
    for (; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) { back = colour.slice(0, 3); break; }
    }
    const front = numbers(getComputedStyle(element).color).slice(0, 3);
    pairs.set(`${front}/${back}`, { text: walker.currentNode.data.trim().slice(0, 40), front, back });
  }
  return [...pairs.values()];
}

const negative = (colour) => colour.map((v) => 255 - v);

// lightness L becomes 1 - L in HSL: the same as the negative with its hue turned back by half a circle
function turned(colour) {
  const shift = 255 - Math.max(...colour) - Math.min(...colour);
  return colour.map((v) => v + shift);
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [r, g, b] = colour.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
