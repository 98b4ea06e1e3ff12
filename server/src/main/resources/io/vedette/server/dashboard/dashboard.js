// The page: once a second it asks for the camera list, and for new pictures of the tiles in sight.

import { json, serverNow } from './api.js';
import * as detail from './detail.js';
import { retain } from './snapshots.js';
import { isTrouble, summary } from './status.js';
import { Tile } from './tile.js';
import { time, whole } from './words.js';

const EVERY_MILLIS = 1000;
const RATE_EVERY_MILLIS = 5000;
const TOGETHER = 6;
const FEW = 4;
const MANY = 16;

const grid = document.querySelector('#cameras');
const notice = document.querySelector('#notice');
const tiles = new Map();
let answeredAt = Date.now();
let ratedAt = 0;
let timer = null;
let running = false;

const sight = new IntersectionObserver(entries => {
  for (const entry of entries) {
    const tile = [...tiles.values()].find(({ element }) => element === entry.target);
    if (tile) {
      tile.visible = entry.isIntersecting;
    }
  }
}, { rootMargin: '200px' });

function show(cameras) {
  const ids = new Set(cameras.map(({ id }) => id));
  for (const [id, tile] of tiles) {
    if (!ids.has(id)) {
      sight.unobserve(tile.element);
      tile.element.remove();
      tiles.delete(id);
    }
  }
  retain(ids);
  for (const camera of cameras) {
    if (!tiles.has(camera.id)) {
      tiles.set(camera.id, new Tile(detail.open));
      tiles.get(camera.id).visible = true;
    }
    tiles.get(camera.id).update(camera);
  }
  arrange([...ids].map(id => tiles.get(id)).sort((a, b) => a.rank - b.rank).map(({ element }) => element));
  document.querySelector('#empty').hidden = cameras.length > 0;
  grid.classList.toggle('few', cameras.length <= FEW);
  grid.classList.toggle('one', cameras.length === 1);
  grid.classList.toggle('many', cameras.length > MANY);
}

/** In this order; elements that stay where they are keep their focus. */
function arrange(elements) {
  elements.forEach((element, index) => {
    if (grid.children[index] !== element) {
      grid.insertBefore(element, grid.children[index] ?? null);
      sight.observe(element);
    }
  });
}

function total() {
  const all = [...tiles.values()];
  const parts = all.length === 0 ? [] : summary(all.map(({ status }) => status));
  document.querySelector('#states').replaceChildren(...parts.map(part));
  const models = new Set(
    all.filter(({ pair }) => pair).map(({ pair: { result: { model } } }) => `${model.name} ${model.version}`));
  document.querySelector('#model').textContent = [...models].sort().join(', ') || '–';
  const troubled = all.filter(({ status }) => isTrouble(status)).length;
  document.title = troubled === 0 ? 'Vedette' : `(${troubled} in trouble) Vedette`;
}

function part({ kind, text }) {
  const element = document.createElement('span');
  element.className = `state ${kind}`;
  element.textContent = text;
  return element;
}

async function pictures() {
  const waiting = [...tiles.values()].filter(tile => tile.visible || tile === detail.shown());
  const workers = Array.from({ length: TOGETHER }, async () => {
    for (let tile = waiting.shift(); tile; tile = waiting.shift()) {
      await tile.refresh();
    }
  });
  const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
}

async function rate() {
  if (Date.now() - ratedAt < RATE_EVERY_MILLIS) {
    return;
  }
  ratedAt = Date.now();
  const from = new Date(serverNow() - 60000).toISOString();
  const minute = await json(`/api/v1/detections/summary?bucket=1h&from=${from}`);
  const seen = minute.items.reduce((sum, { count }) => sum + count, 0);
  document.querySelector('#rate').textContent = whole(seen);
}

function answered() {
  answeredAt = Date.now();
  notice.hidden = true;
  document.body.classList.remove('unknown');
}

function silent(error) {
  const why = error instanceof TypeError || error.name === 'TimeoutError'
    ? 'The server does not answer' : error.message.replace(/\.$/, '');
  const text = `${why}. What you see is of ${time(answeredAt)}; trying again every second.`;
  if (notice.textContent !== text) {
    notice.textContent = text; // is read out when it changes
  }
  notice.hidden = false;
  document.body.classList.add('unknown'); // nobody knows now which cameras are live
}

async function tick() {
  if (running || document.hidden) {
    return;
  }
  running = true;
  clearTimeout(timer);
  const began = Date.now();
  try {
    show((await json('/api/v1/cameras')).items);
    total();
    await pictures();
    await Promise.all([rate(), detail.refresh()]);
    answered();
  } catch (error) {
    silent(error);
  } finally {
    running = false;
    timer = setTimeout(tick, Math.max(100, EVERY_MILLIS - (Date.now() - began)));
  }
}

document.addEventListener('visibilitychange', tick);
tick();
