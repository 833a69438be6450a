// <set-timer>: the ring empties, minutes are shown until the last two, and nothing ever turns red.
import * as time from "./time.js";

const MINUTE = 60_000;
const TIMERS = new Set();

class SetTimer extends HTMLElement {
  static observedAttributes = ["data-ends-at", "data-held-left", "data-length"];

  connectedCallback() {
    TIMERS.add(this);
    this.draw();
  }

  disconnectedCallback() {
    TIMERS.delete(this);
    clearTimeout(this.next);
    if (!TIMERS.size) for (const mini of document.querySelectorAll("[data-clock-mini]")) write(mini, "");
  }

  attributeChangedCallback() {
    if (this.isConnected) this.draw();
  }

  get left() {
    return this.isHeld ? Number(this.dataset.heldLeft) : Number(this.dataset.endsAt) - time.now();
  }

  get isHeld() {
    return "heldLeft" in this.dataset;
  }

  /** For a window's title: whole minutes, which stay right where seconds would not. */
  get brief() {
    if (this.isHeld) return "Clock held";
    const minutes = this.left / MINUTE;
    return minutes <= 0 ? `+${Math.floor(-minutes)}` : `${Math.max(1, Math.round(minutes))} min`;
  }

  draw() {
    clearTimeout(this.next);
    const left = this.left;
    const face = "exact" in this.dataset ? exact(left) : calm(left);
    write(this.querySelector(".timer__num"), face);
    write(this.querySelector("[role=timer]"), this.words(left));
    const share = Math.max(0, Math.min(1, left / Number(this.dataset.length)));
    const ring = this.querySelector(".timer__left");
    ring?.setAttribute("stroke-dasharray", `${(share * 100).toFixed(1)} 100`);
    ring?.toggleAttribute("hidden", share === 0);
    for (const mini of document.querySelectorAll("[data-clock-mini]")) write(mini, this.mini(left, face));
    if (!this.isHeld) this.next = setTimeout(() => this.draw(), Math.max(100, time.here(untilNextSecond(left))));
  }

  words(left) {
    if (this.isHeld) return "The clock is held";
    if (left <= 0) return "exact" in this.dataset ? "The time is over" : `${this.dataset.leader} will move us on`;
    const isLong = Number(this.dataset.length) > 2 * MINUTE;
    if (left < 2 * MINUTE && isLong && !("exact" in this.dataset)) return "Time to draw together";
    return about(left);
  }

  mini(left, face) {
    if (this.isHeld) return "Clock held";
    if (left <= 0) return face;
    return left < 2 * MINUTE || "exact" in this.dataset ? `${face} left` : `${face} min left`;
  }
}

/** From now on the page's timers run. The server's time must be known. */
export function start() {
  customElements.define("set-timer", SetTimer);
}

/** Look at the clock again, all of it. */
export function redraw() {
  for (const timer of TIMERS) timer.draw();
}

/** 11, then 1:40, then +1. */
function calm(left) {
  if (left <= -MINUTE) return `+${Math.floor(-left / MINUTE)}`;
  if (left <= 0) return "0:00";
  return left < 2 * MINUTE ? minutesAndSeconds(left) : String(Math.round(left / MINUTE));
}

/** 11:20, then +0:40. */
function exact(left) {
  return left > 0 ? minutesAndSeconds(left) : `+${minutesAndSeconds(-left - 999)}`; // whole seconds that are over
}

function minutesAndSeconds(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function about(left) {
  const minutes = Math.max(1, Math.round(left / MINUTE));
  return `About ${minutes} ${minutes === 1 ? "minute" : "minutes"} left`;
}

/** Shortly after the second in which the number changes. */
function untilNextSecond(left) {
  return (((left % 1000) + 1000) % 1000) + 5;
}

function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

