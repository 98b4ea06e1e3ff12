// One camera, large, with what it saw of late.

import { json, serverNow } from './api.js';
import { colour, Picture } from './picture.js';
import { lasting } from './status.js';
import { veil } from './tile.js';
import { millis, moment, percent, rate, time, whole } from './words.js';

const ROWS = 50;
const CLOCKS = { camera: 'times of the camera', arrival: 'times of arrival', media: 'times of the file' };
const dialog = document.querySelector('#detail');
const picture = new Picture(dialog.querySelector('.picture'));
let tile = null;

export function open(opened) {
  tile = opened;
  picture.clear();
  dialog.querySelector('tbody').replaceChildren();
  dialog.querySelector('.bars').replaceChildren();
  dialog.showModal();
  refresh();
}

dialog.addEventListener('close', () => { tile = null; });
dialog.addEventListener('click', event => {
  if (event.target === dialog) {
    dialog.close(); // the backdrop
  }
});

/** The tile that is shown large; null for none. */
export function shown() {
  return tile;
}

/** Brings everything up to date. */
export async function refresh() {
  const of = tile;
  if (!of) {
    return;
  }
  const { id } = of.camera;
  const { kind, text } = of.status;
  dialog.querySelector('h2').textContent = id;
  const state = dialog.querySelector('.state');
  state.textContent = kind === 'live' ? text : `${text} ${lasting(of.status)}`.trim();
  state.className = `state ${kind}`;
  facts(of);
  await picture.show(id, of.pair);
  picture.veil(veil(of.status, of.pair));
  const query = `camera=${encodeURIComponent(id)}`;
  const from = new Date(serverNow() - 60000).toISOString();
  const [recent, minute] = await Promise.all([
    json(`/api/v1/detections?${query}&limit=${ROWS}`),
    json(`/api/v1/detections/summary?${query}&groupBy=label&bucket=1h&from=${from}`),
  ]);
  if (tile === of) {
    rows(recent.items);
    bars(minute.items);
  }
}

function facts({ camera, activity, status, pair }) {
  const known = [['Source', camera.uri], ...told(camera.status, status)];
  if (camera.width) {
    known.push(['Frame', `${camera.width} × ${camera.height}, number ${whole(camera.lastSequence)}`]);
  }
  if (activity.framesPerSecond !== null) {
    known.push(['Rate', `${rate(activity.framesPerSecond)} frames a second`]);
  }
  if (pair) {
    const { model, latencyMs, capturedAt } = pair.result;
    known.push(['Picture', `taken at ${time(capturedAt)}`]);
    known.push(['Model', `${model.name}, version ${model.version}`]);
    known.push(['Latency', `${millis(latencyMs.total)}, of which inference ${millis(latencyMs.inference)}`]);
  }
  dialog.querySelector('.facts').replaceChildren(
    ...known.flatMap(([name, value]) => [cell('dt', name), cell('dd', value)]));
}

/** What the job tells of the camera, in its own words. */
function told({ message, lastKnown, video }, { why, since, next }) {
  const known = [];
  if (message || why) {
    known.push(['Trouble', message || why]);
  }
  if (lastKnown) {
    known.push(['Last known', lastKnown]);
  }
  if (since) {
    known.push(['Since', moment(since)]);
  }
  if (next) {
    known.push(['Attempts', next]);
  }
  if (video) {
    known.push(['Video', `${video.codec}, ${video.width} × ${video.height}, ${CLOCKS[video.clock]}`]);
  }
  return known;
}

function rows(items) {
  dialog.querySelector('tbody').replaceChildren(...items.map(item => {
    const row = document.createElement('tr');
    row.append(cell('td', time(item.capturedAt)), cell('td', item.label), cell('td', percent(item.confidence), 'number'));
    return row;
  }));
}

/** Over all buckets of the minute, the most frequent label first. */
function bars(items) {
  const byLabel = new Map();
  for (const { label, count } of items) {
    byLabel.set(label, (byLabel.get(label) ?? 0) + count);
  }
  const sorted = [...byLabel].sort((a, b) => b[1] - a[1]).slice(0, 8);
  dialog.querySelector('.bars').replaceChildren(...sorted.map(([label, count]) => {
    const bar = document.createElement('i');
    bar.style.width = `${Math.max(2, 100 * count / sorted[0][1])}%`;
    bar.style.background = colour(label);
    const line = document.createElement('li');
    const room = document.createElement('div');
    room.append(bar);
    line.append(cell('span', label), room, cell('b', whole(count)));
    return line;
  }));
  if (sorted.length === 0) {
    dialog.querySelector('.bars').append(cell('li', 'Nothing was seen.'));
  }
}

function cell(name, text, className = '') {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = className;
  return element;
}
