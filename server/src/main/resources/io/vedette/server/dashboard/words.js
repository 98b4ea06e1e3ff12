// How figures are said to people.

const WHOLE = new Intl.NumberFormat('en');
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 1,
});

export function whole(number) {
  return WHOLE.format(Math.round(number));
}

/** Seconds, as "12 s", "5 min", "3 h" or "2 d". */
export function age(seconds) {
  const steps = [[86400, 'd'], [3600, 'h'], [60, 'min']];
  const step = steps.find(([size]) => seconds >= 2 * size);
  return step ? `${Math.floor(seconds / step[0])} ${step[1]}` : `${Math.max(0, Math.floor(seconds))} s`;
}

export function time(instant) {
  return TIME.format(new Date(instant));
}

/** With its date, unless it is today's. */
export function moment(instant) {
  const at = new Date(instant);
  const today = at.toDateString() === new Date().toDateString();
  return today ? time(at) : at.toLocaleString('en-GB');
}

export function percent(share) {
  return `${Math.round(share * 100)} %`;
}

export function rate(perSecond) {
  return perSecond < 10 ? perSecond.toFixed(1) : whole(perSecond);
}

export function millis(value) {
  return `${value < 10 ? value.toFixed(1) : whole(value)} ms`;
}

/** Pairs of label and count, the most frequent first. */
export function counts(detections) {
  const byLabel = new Map();
  for (const { label } of detections) {
    byLabel.set(label, (byLabel.get(label) ?? 0) + 1);
  }
  return [...byLabel].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** What a picture shows, for those who cannot see it. */
export function described(camera, result) {
  const seen = counts(result.detections).map(([label, count]) => `${count} ${label}`).join(', ');
  return `${camera} at ${time(result.capturedAt)}: ${seen || 'nothing seen'}`;
}
