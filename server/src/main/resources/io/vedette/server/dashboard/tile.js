// One camera in the grid.

import { serverNow } from './api.js';
import { Activity } from './activity.js';
import { Picture } from './picture.js';
import { known, refresh } from './snapshots.js';
import { lasting, statusOf, trouble } from './status.js';
import { counts, millis, rate } from './words.js';

const STAYS_MILLIS = 10000;
const template = document.querySelector('#tile');

export class Tile {
  element;
  activity = new Activity();
  camera;
  status;
  visible = false;
  #picture;
  #settled = false;
  #rank = null;
  #rankedAt = 0;

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
    this.status = statusOf(camera, this.activity);
    const { kind, text } = this.status;
    this.#text('.name', camera.id);
    this.#text('.state', kind === 'live' ? text : `${text} ${lasting(this.status)}`.trim()).className = `state ${kind}`;
    this.element.querySelector('button').className = `tile ${kind}`;
    this.#picture.veil(veil(this.status, this.pair));
    this.#text('.fps', this.#framesPerSecond());
    this.#text('.latency', this.#latency());
    if (kind !== 'live') {
      this.#text('.seen', this.status.next);
    }
  }

  /** Where it stands: trouble comes to the front at once, and goes back a while after it is over. */
  get rank() {
    const rank = trouble(this.status);
    if (this.#rank === null || rank < this.#rank || serverNow() - this.#rankedAt > STAYS_MILLIS) {
      this.#rank = rank;
    }
    if (rank <= this.#rank) {
      this.#rankedAt = serverNow();
    }
    return this.#rank;
  }

  /** Asks for a newer picture if there can be one. */
  async refresh() {
    const { id } = this.camera;
    const { recently } = this.activity.seen;
    if (!this.activity.seen.ever || (!recently && this.#settled)) {
      return;
    }
    await refresh(id);
    this.#settled = !recently;
    const { pair } = this;
    if (pair) {
      await this.#picture.show(id, pair);
      if (this.status.kind === 'live') {
        this.#seen(pair.result);
      }
      this.update(this.camera);
    }
  }

  #framesPerSecond() {
    const { framesPerSecond } = this.activity;
    return framesPerSecond === null ? '' : `${rate(framesPerSecond)} fps`;
  }

  #latency() {
    const shown = this.pair && this.status.kind === 'live';
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
export function veil(status, pair) {
  if (status.kind === 'live') {
    return pair ? '' : 'Waiting for its picture.';
  }
  if (status.state === 'connecting') {
    return pair ? 'Connecting.' : 'Waiting for its first picture.';
  }
  return status.why || `${status.text[0].toUpperCase()}${status.text.slice(1)}.`;
}
