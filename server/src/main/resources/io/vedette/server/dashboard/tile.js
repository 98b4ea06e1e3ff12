// One camera in the grid.

import { Activity } from './activity.js';
import { Picture } from './picture.js';
import { known, refresh } from './snapshots.js';
import { counts, millis, rate } from './words.js';

const template = document.querySelector('#tile');

export class Tile {
  element;
  activity = new Activity();
  camera;
  visible = false;
  #picture;
  #settled = false;

  constructor(open) {
    this.element = template.content.firstElementChild.cloneNode(true);
    this.#picture = new Picture(this.element.querySelector('.picture'));
    this.element.querySelector('button').addEventListener('click', () => open(this));
  }

  get pair() {
    return known(this.camera.id);
  }

  /** Takes what the camera list says. */
  update(camera) {
    this.camera = camera;
    this.activity.update(camera);
    const { kind, text } = this.activity.state;
    this.#text('.name', camera.id);
    this.#text('.state', text).className = `state ${kind}`;
    this.element.querySelector('button').classList.toggle('stale', kind === 'stale');
    this.#picture.veil(veil(kind, text, this.pair));
    this.#text('.fps', this.#framesPerSecond());
    this.#text('.latency', this.#latency());
  }

  /** Asks for a newer picture if there can be one. */
  async refresh() {
    const { id } = this.camera;
    const { kind } = this.activity.state;
    if (kind === 'never' || (kind !== 'live' && this.#settled)) {
      return;
    }
    await refresh(id);
    this.#settled = kind !== 'live';
    const { pair } = this;
    if (pair) {
      await this.#picture.show(id, pair);
      this.#seen(pair.result);
      this.update(this.camera);
    }
  }

  #framesPerSecond() {
    const { framesPerSecond } = this.activity;
    return framesPerSecond === null ? '' : `${rate(framesPerSecond)} fps`;
  }

  #latency() {
    const shown = this.pair && this.activity.state.kind === 'live';
    return shown ? millis(this.pair.result.latencyMs.total) : '';
  }

  #seen(result) {
    const element = this.#text('.seen', '');
    const seen = counts(result.detections);
    if (seen.length === 0) {
      element.textContent = 'nothing seen';
    }
    seen.forEach(([label, count], index) => {
      const number = document.createElement('b');
      number.textContent = count;
      element.append(index ? ' · ' : '', number, ` ${label}`);
    });
  }

  #text(selector, text) {
    const element = this.element.querySelector(selector);
    if (element.textContent !== text) {
      element.textContent = text;
    }
    return element;
  }
}

/** What stands above a picture that is not of now. */
export function veil(kind, text, pair) {
  if (kind === 'live') {
    return pair ? '' : 'waiting for its picture';
  }
  return kind === 'never' ? 'waiting for its first frame' : text;
}
