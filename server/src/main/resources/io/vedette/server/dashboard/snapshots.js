// The newest picture of each camera together with what was seen in that very picture.

import { changed } from './api.js';

const KEEP_OLD_MILLIS = 10000;
const ATTEMPTS = 3;
const pairs = new Map();

/** The last whole pair of a camera: {etag, url, result}. */
export function known(camera) {
  return pairs.get(camera);
}

/**
 * Asks for a newer pair. Picture and result come from two answers and count only when both are of
 * the same frame; else a newer picture came between them, and both are asked for again.
 */
export async function refresh(camera) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await tried(camera)) {
      return;
    }
  }
}

/** True unless the two answers were of two frames. */
async function tried(camera) {
  const path = `/api/v1/cameras/${encodeURIComponent(camera)}/snapshot`;
  const old = pairs.get(camera);
  const picture = await changed(`${path}.jpg`, old?.etag);
  if (!picture) {
    return true;
  }
  const etag = picture.headers.get('ETag');
  const [jpeg, seen] = await Promise.all([picture.blob(), changed(`${path}.json`)]);
  if (!seen || seen.headers.get('ETag') !== etag) {
    return false;
  }
  const pair = { etag, url: URL.createObjectURL(jpeg), result: await seen.json() };
  pairs.set(camera, pair);
  forget(old);
  return true;
}

/** Keeps nothing of cameras that are gone. */
export function retain(cameras) {
  for (const [camera, pair] of pairs) {
    if (!cameras.has(camera)) {
      pairs.delete(camera);
      forget(pair);
    }
  }
}

function forget(pair) {
  if (pair) {
    setTimeout(() => URL.revokeObjectURL(pair.url), KEEP_OLD_MILLIS);
  }
}
