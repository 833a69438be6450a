// A soft chime, or a short buzz, when the time of a stage is over and, for those who want it, two minutes before.
import { wants } from "./settings.js";
import { everySecond } from "./tick.js";
import * as time from "./time.js";

const MINUTE = 60_000;
const LATE = 5_000; // a chime that comes later than this tells nothing
const NOTES = [
  [523.25, 0],
  [783.99, 0.35],
];
const FADES = 2.6; // seconds

let audio;
let before;

export function start() {
  for (const press of ["pointerdown", "keydown"]) {
    document.addEventListener(press, () => (wants("chime") || wants("early")) && wake());
  }
  document.querySelector("[data-hear]")?.addEventListener("click", ring);
  everySecond(listen);
}

/** Whether the browser lets this page be heard: only after somebody has pressed something on it. */
export function isAwake() {
  return audio?.state === "running";
}

export async function wake() {
  audio ??= new AudioContext();
  if (audio.state === "suspended") await audio.resume();
}

export async function ring() {
  await wake();
  for (const [pitch, after] of NOTES) strike(pitch, audio.currentTime + after);
}

/** One note of a bell: there at once, then fading. */
function strike(pitch, at) {
  const tone = new OscillatorNode(audio, { type: "sine", frequency: pitch });
  const loudness = new GainNode(audio, { gain: 0 });
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(0.14, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + FADES);
  tone.connect(loudness).connect(audio.destination);
  tone.start(at);
  tone.stop(at + FADES);
}

function listen() {
  const timer = document.querySelector("set-timer");
  if (!timer || timer.isHeld) return void (before = null);
  const now = { visit: timer.dataset.visit, left: timer.left };
  if (before?.visit === now.visit) {
    if (passed(now.left, 0)) tell("chime", now.visit);
    if (passed(now.left, 2 * MINUTE) && Number(timer.dataset.length) > 4 * MINUTE) tell("early", now.visit);
  }
  before = now;
}

function passed(left, mark) {
  return before.left > mark && left <= mark && time.here(mark - left) < LATE;
}

/** Of several windows of one person in one browser, one makes the sound. */
function tell(mark, visit) {
  if ("covered" in document.documentElement.dataset) return;
  const isHeard = wants(mark) && isAwake();
  const isFelt = wants("vibrate") && (mark === "chime" || wants("early"));
  if (!isHeard && !isFelt) return;
  const sound = () => {
    if (isHeard) ring();
    if (isFelt) navigator.vibrate?.(mark === "chime" ? [180, 120, 180] : 120);
    return new Promise((done) => setTimeout(done, LATE));
  };
  if (!navigator.locks) return void sound();
  const name = `setspace ${mark} ${document.body.dataset.room} ${visit}`;
  navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && sound());
}
