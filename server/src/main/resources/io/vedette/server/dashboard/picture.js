// A picture with the boxes of its own frame on a canvas above it.

import { described, percent } from './words.js';

const COLOURS = ['#ffb000', '#4cc9f0', '#7ae582', '#ff8fa3', '#c8a2ff', '#f9f871', '#5eead4', '#ffa94d'];
const LABELLED = 12;
const TEXT = '#0b0d10';

export class Picture {
  #image;
  #canvas;
  #veil;
  #pair = null;
  #awaited = null;

  constructor(element) {
    this.#image = element.querySelector('img');
    this.#canvas = element.querySelector('canvas');
    this.#veil = element.querySelector('.veil');
    new ResizeObserver(() => this.#draw()).observe(element);
  }

  /** Shows picture and boxes in the same moment, once the picture is decoded. */
  async show(camera, pair) {
    if (!pair || pair === this.#pair) {
      return;
    }
    this.#awaited = pair;
    const next = new Image();
    next.src = pair.url;
    if (!await decoded(next) || this.#awaited !== pair) {
      return; // no picture, or a newer one came meanwhile
    }
    this.#pair = pair;
    next.alt = described(camera, pair.result);
    this.#image.replaceWith(next);
    this.#image = next;
    this.#draw();
  }

  /** Says something in place of the picture, or above a picture that is no longer true. */
  veil(text) {
    this.#veil.textContent = text;
    this.#veil.classList.toggle('over', this.#image.hasAttribute('src'));
  }

  clear() {
    this.#pair = null;
    this.#awaited = null;
    this.#image.removeAttribute('src');
    this.#image.alt = '';
    this.#draw();
  }

  #draw() {
    const canvas = this.#canvas;
    const { clientWidth: width, clientHeight: height } = canvas;
    const density = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    if (!this.#pair || !this.#image.hasAttribute('src')) {
      return;
    }
    const context = canvas.getContext('2d');
    context.scale(density, density);
    const { result } = this.#pair;
    const scale = Math.min(width / result.width, height / result.height);
    const left = (width - result.width * scale) / 2;
    const top = (height - result.height * scale) / 2;
    const area = { left, top, right: left + result.width * scale, bottom: top + result.height * scale };
    const boxes = result.detections.map(({ box }) => ({
      x: left + box.x * scale, y: top + box.y * scale, width: box.width * scale, height: box.height * scale,
    }));
    boxes.forEach((box, index) => outline(context, box, colour(result.detections[index].label), width));
    const taken = [];
    result.detections.slice(0, LABELLED).forEach((detection, index) => {
      label(context, boxes[index], detection, area, width, taken);
    });
  }
}

async function decoded(image) {
  try {
    await image.decode();
    return true;
  } catch {
    return false;
  }
}

function outline(context, box, colour, width) {
  context.lineJoin = 'round';
  context.strokeStyle = 'rgb(0 0 0 / .55)';
  context.lineWidth = width > 600 ? 5 : 3.5;
  context.strokeRect(box.x, box.y, box.width, box.height);
  context.strokeStyle = colour;
  context.lineWidth = width > 600 ? 3 : 2;
  context.strokeRect(box.x, box.y, box.width, box.height);
}

/** Names a box above, below or inside it, wherever no stronger detection's name is. */
function label(context, box, detection, area, width, taken) {
  const size = width > 600 ? 14 : 11;
  context.font = `600 ${size}px system-ui, sans-serif`;
  const track = detection.track === undefined ? '' : ` #${detection.track}`;
  const sure = width > 260 ? ` ${percent(detection.confidence)}` : '';
  const text = `${detection.label}${track}${sure}`;
  const wide = context.measureText(text).width + 8;
  const high = size + 5;
  const x = Math.max(area.left, Math.min(box.x - 1, area.right - wide));
  const place = [box.y - high, box.y + box.height, box.y]
    .map(y => ({ x, y, wide, high }))
    .find(at => at.y >= area.top && at.y + high <= area.bottom && !taken.some(other => overlap(at, other)));
  if (!place) {
    return;
  }
  taken.push(place);
  context.fillStyle = colour(detection.label);
  context.fillRect(x, place.y, wide, high);
  context.fillStyle = TEXT;
  context.textBaseline = 'middle';
  context.fillText(text, x + 4, place.y + high / 2 + .5);
}

function overlap(a, b) {
  return a.x < b.x + b.wide && b.x < a.x + a.wide && a.y < b.y + b.high && b.y < a.y + a.high;
}

/** The same for a label everywhere and always. */
export function colour(label) {
  let hash = 0;
  for (const character of label) {
    hash = (hash * 31 + character.codePointAt(0)) >>> 0;
  }
  return COLOURS[hash % COLOURS.length];
}
