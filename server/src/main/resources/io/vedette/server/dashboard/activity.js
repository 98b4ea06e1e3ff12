// What a camera does, from what the camera list says of it over time.

import { serverNow } from './api.js';
import { age } from './words.js';

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

  /** {kind: live | stale | never | off, text}. */
  get state() {
    const camera = this.#last;
    if (camera.enabled === false) {
      return { kind: 'off', text: 'switched off' };
    }
    if (!camera.lastFrameAt) {
      return { kind: 'never', text: 'never seen' };
    }
    const seconds = this.#silentSeconds();
    const patience = Math.max(LIVE_SECONDS, 3 / (camera.framesPerSecond ?? 1));
    return seconds <= patience
      ? { kind: 'live', text: 'live' }
      : { kind: 'stale', text: `no frames for ${age(seconds)}` };
  }

  /** A file may have been captured long ago and arrive now. */
  #silentSeconds() {
    const captured = serverNow() - Date.parse(this.#last.lastFrameAt);
    return Math.max(0, Math.min(captured, serverNow() - this.#changedAt)) / 1000;
  }

  /** Frames that the camera gives per second; null while nobody can tell. */
  get framesPerSecond() {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    const known = first && last.at - first.at >= 1 && this.state.kind === 'live';
    return known ? (last.sequence - first.sequence) / (last.at - first.at) : null;
  }
}
