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
    const area = { left, top, right: left + result.width * scale };
    result.detections.forEach((detection, rank) => {
      const { box } = detection;
      const placed = {
        x: left + box.x * scale, y: top + box.y * scale, width: box.width * scale, height: box.height * scale,
      };
      outline(context, placed, colour(detection.label), width);
      if (rank < LABELLED) {
        label(context, placed, detection, area, width);
      }
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

function label(context, box, detection, area, width) {
  const size = width > 600 ? 14 : 11;
  context.font = `600 ${size}px system-ui, sans-serif`;
  const track = detection.track === undefined ? '' : ` #${detection.track}`;
  const text = `${detection.label}${track} ${percent(detection.confidence)}`;
  const wide = context.measureText(text).width + 8;
  const high = size + 5;
  const x = Math.max(area.left, Math.min(box.x - 1, area.right - wide));
  const y = box.y - high >= area.top ? box.y - high : box.y;
  context.fillStyle = colour(detection.label);
  context.fillRect(x, y, wide, high);
  context.fillStyle = TEXT;
  context.textBaseline = 'middle';
  context.fillText(text, x + 4, y + high / 2 + .5);
}

/** The same for a label everywhere and always. */
export function colour(label) {
  let hash = 0;
  for (const character of label) {
    hash = (hash * 31 + character.codePointAt(0)) >>> 0;
  }
  return COLOURS[hash % COLOURS.length];
}
