// The server's clock, as this page knows it. The device's own clock is never asked for a deadline: only how
// much time has passed since the server last told its time, corrected by the pings with the least round trip.
const SAMPLES = 8;
const JUMP = 1500; // further off than this, the clock is set; nearer, it is led there gently
const LEAD = 0.1; // how many milliseconds it may be led in one

let rate = 1;
let shown = 0; // server's milliseconds minus this page's, times the rate
let wanted = 0;
let led = performance.now();
let samples = [];

export function start(serverNow, serverRate) {
  rate = Number.isFinite(serverRate) ? serverRate : 1;
  shown = wanted = serverNow - performance.now() * rate;
}

/** The server's time now, in epoch milliseconds. */
export function now() {
  const at = performance.now();
  const step = (at - led) * LEAD * rate;
  led = at;
  const off = wanted - shown;
  shown = Math.abs(off) <= step || Math.abs(off) > JUMP * rate ? wanted : shown + Math.sign(off) * step;
  return shown + at * rate;
}

/** How long a stretch of the server's time takes here, in milliseconds. */
export function here(serverMs) {
  return serverMs / rate;
}

/** One ping came back: sent and received in this page's milliseconds, told in the server's. */
export function sample(sent, told, received) {
  samples.push({ trip: received - sent, offset: told - ((sent + received) / 2) * rate });
  samples = samples.slice(-SAMPLES);
  wanted = samples.reduce((best, one) => (one.trip < best.trip ? one : best)).offset;
}

/** After sleep nothing that was measured before counts. */
export function forget() {
  samples = [];
}

/**
 * Without a ping yet, a message's own time is better than a clock that has slept. A rehearsal's clock stands until
 * it is started: what was measured of it before says nothing of it now.
 */
export function heard(serverNow, serverRate) {
  if (serverRate !== rate) {
    forget();
    start(serverNow, serverRate);
  }
  if (!samples.length) wanted = serverNow - performance.now() * rate;
}
