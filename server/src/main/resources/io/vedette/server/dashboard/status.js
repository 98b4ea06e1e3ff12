// How a camera does, in words: what the server says of it, and what this page sees of it itself.

import { serverNow } from './api.js';
import { age } from './words.js';

/** From the most to the least trouble. Cameras and their counts are shown in this order. */
const STATES = {
  refused: { kind: 'bad', text: 'refused' },
  unreachable: { kind: 'bad', text: 'unreachable' },
  unsupported: { kind: 'bad', text: 'cannot be watched' },
  stalled: { kind: 'bad', text: 'stalled' },
  silent: { kind: 'bad', text: 'silent' },
  unknown: { kind: 'doubt', text: 'unknown' },
  connecting: { kind: 'idle', text: 'connecting' },
  live: { kind: 'live', text: 'live' },
  ended: { kind: 'idle', text: 'played to the end' },
  disabled: { kind: 'off', text: 'switched off' },
};
const ORDER = Object.keys(STATES);

const CAUSES = {
  'host-unknown': 'Its host name is not known.',
  'connection-refused': 'Nothing listens at its port.',
  'no-answer': 'It does not answer.',
  'tls-failed': 'Its TLS certificate is not accepted.',
  'authentication-failed': 'It wants another user or password.',
  'not-found': 'It has no such stream.',
  'request-refused': 'It refuses the stream.',
  'secret-missing': 'The secret that its uri refers to is missing.',
  'no-video': 'It has no video.',
  'codec-unsupported': 'Its video codec is not known.',
  'no-packets': 'It sends nothing.',
  'no-pictures': 'No picture can be made of what it sends.',
  'frozen-picture': 'It shows the same picture all the time.',
  'stream-ended': 'It broke off.',
  'stream-corrupt': 'What it sends is broken.',
  'hung': 'Reading it does not return.',
  'settings-invalid': 'What the list says of it is wrong.',
};

/**
 * {state, kind: live | bad | doubt | idle | off, text, why, since, next, frozen}: `why` is a
 * sentence, empty where nothing is wrong.
 */
export function statusOf(camera, activity) {
  const { status } = camera;
  const seen = activity.seen;
  if (status.state === 'unknown' && !status.lastKnown && seen.recently) {
    return shown('live', {}, 'Frames come, but no job tells how it does.');
  }
  if (status.state === 'live' && seen.ever && !seen.recently) {
    return shown('silent', { since: seen.at }, 'It was live, but no frames come.');
  }
  return shown(status.state, status, CAUSES[status.cause] ?? status.message ?? '');
}

function shown(state, status, why) {
  const { kind, text } = STATES[state] ?? STATES.unknown;
  return {
    state, kind, text, why, since: status.since, next: next(status), attempt: status.attempt ?? 0,
    frozen: status.cause === 'frozen-picture',
  };
}

/** Of attempts that fail alike only some are told, so the one that was announced may be over. */
function next({ nextAttemptAt, attempt }) {
  if (!nextAttemptAt) {
    return '';
  }
  const seconds = (Date.parse(nextAttemptAt) - serverNow()) / 1000;
  const failed = attempt > 1 ? `${attempt} failed, ` : '';
  return failed + (seconds >= 1 ? `next attempt in ${age(seconds)}` : 'trying again');
}

/** "for 5 min", or nothing. */
export function lasting({ since }) {
  return since ? `for ${age((serverNow() - Date.parse(since)) / 1000)}` : '';
}

/** Smaller is more trouble. */
export function trouble({ state }) {
  const place = ORDER.indexOf(state);
  return place < 0 ? ORDER.indexOf('unknown') : place;
}

export function isTrouble({ kind }) {
  return kind === 'bad' || kind === 'doubt';
}

/** "4 live, 1 unreachable": live ones first, then the most trouble. */
export function summary(statuses) {
  const counts = new Map();
  for (const { state } of statuses) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const live = counts.get('live') ?? 0;
  counts.delete('live');
  return [
    { state: 'live', kind: 'live', text: `${live} live` },
    ...[...counts]
      .sort(([a], [b]) => trouble({ state: a }) - trouble({ state: b }))
      .map(([state, count]) => ({
        state, kind: STATES[state]?.kind ?? 'doubt', text: `${count} ${STATES[state]?.text ?? state}`,
      })),
  ];
}
