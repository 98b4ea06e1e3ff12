// Asks the server. Every answer also tells the server's clock, which may not be this machine's.

const TIMEOUT_MILLIS = 8000;
let clockOffset = 0;

/** The server's time in milliseconds, to about a second. */
export function serverNow() {
  return Date.now() + clockOffset;
}

/** The answer as JSON; throws an Error that says why there is none. */
export async function json(path) {
  const response = await ask(path);
  if (!response.ok) {
    throw new Error(await reason(response));
  }
  return response.json();
}

/** What is new about a path since an ETag; null when nothing is, or when there is nothing yet. */
export async function changed(path, etag) {
  const response = await ask(path, etag ? { 'If-None-Match': etag } : {});
  if (response.status === 304 || response.status === 404) {
    return null;
  }
  if (!response.ok) {
    throw new Error(await reason(response));
  }
  return response;
}

async function ask(path, headers = {}) {
  const signal = AbortSignal.timeout(TIMEOUT_MILLIS);
  const response = await fetch(path, { headers, cache: 'no-store', signal });
  const date = Date.parse(response.headers.get('Date'));
  if (Number.isFinite(date)) {
    const offset = date + 500 - Date.now();
    if (Math.abs(offset - clockOffset) > 1500) {
      clockOffset = offset;
    }
  }
  return response;
}

async function reason(response) {
  try {
    return (await response.json()).detail;
  } catch {
    return `The server answered ${response.status}.`;
  }
}
