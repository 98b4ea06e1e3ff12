// What this page sees of a camera, from what the camera list says of it over time.

import { serverNow } from './api.js';

const LIVE_SECONDS = 5;
const SAMPLES_SECONDS = 12;

export class Activity {
  #samples = [];
  #changedAt = 0;
  #last = null;

  /** Takes what the list says now. */
  update(camera) {
    const frame = camera.lastFrameAt;
    if (frame !== this.#last?.lastFrameAt) {
      // the first answer says nothing about when the frame came
      this.#changedAt = this.#last ? serverNow() : 0;
      this.#sample(camera);
    }
    this.#last = camera;
  }

  #sample({ lastFrameAt, lastSequence }) {
    const sample = { at: Date.parse(lastFrameAt) / 1000, sequence: lastSequence };
    const before = this.#samples.at(-1);
    if (before && (sample.sequence <= before.sequence || sample.at <= before.at)) {
      this.#samples = [];
    }
    this.#samples.push(sample);
    this.#samples = this.#samples.filter(({ at }) => at >= sample.at - SAMPLES_SECONDS);
  }

  /** {ever, recently, at}: whether frames came, and since when there are none. */
  get seen() {
    const camera = this.#last;
    if (!camera.lastFrameAt) {
      return { ever: false, recently: false, at: null };
    }
    // a file may have been captured long ago and arrive now
    const at = Math.max(Date.parse(camera.lastFrameAt), this.#changedAt);
    const patience = Math.max(LIVE_SECONDS, 3 / (camera.framesPerSecond ?? 1));
    return { ever: true, recently: serverNow() - at <= 1000 * patience, at: new Date(at).toISOString() };
  }

  /** Frames that the camera gives per second; null while nobody can tell. */
  get framesPerSecond() {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    const known = first && last.at - first.at >= 1 && this.seen.recently;
    return known ? (last.sequence - first.sequence) / (last.at - first.at) : null;
  }
}
