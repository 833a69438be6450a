// The room's socket. Commands keep their id until the server has answered, and go out again unchanged after
// every reconnection, so that none is lost and none happens twice.
import * as time from "./time.js";

const BEAT = 5_000; // a sign of life, and of its answer
const SILENCE = 2 * BEAT + 1_000; // two answers missed: the line is dead, whatever the browser says
const STALE = 10_000; // a press that waited longer may no longer be meant
const PRESSES = new Set([
  "next_stage",
  "back",
  "add_minutes",
  "pause",
  "go_on",
  "call_break",
  "give_time",
  "agree",
  "undo",
  "decide_later",
  "agree_to_observer",
  "give_floor",
  "show",
  "stand_in",
  "hand_over",
  "end",
  "close",
]);
const FIRST = 3_000;
const LONGEST = 30_000;
const FINAL = { 4401: "signed_out", 4403: "taken_away" };

export class Stream extends EventTarget {
  constructor(path) {
    super();
    this.url = new URL(path, location.href.replace(/^http/, "ws")).href;
    this.waiting = new Map();
    this.tries = 0;
    this.heard = 0;
    this.wall = Date.now();
    this.connect();
    setInterval(() => this.beat(), BEAT);
    setInterval(() => this.watch(), 1_000);
    addEventListener("online", () => this.wake());
    addEventListener("pagehide", () => this.leave());
    addEventListener("pageshow", () => (this.hasLeft = false));
    document.addEventListener("visibilitychange", () => (document.hidden ? this.ping() : this.wake()));
  }

  /** Ask for something. Resolves with the server's answer, however often the line breaks before. */
  ask(command) {
    const id = crypto.randomUUID ? crypto.randomUUID() : uuid();
    return new Promise((resolve) => {
      const pressed = isPress(command.kind) ? Math.round(time.now()) : undefined; // so that it cannot come too late
      const message = JSON.stringify({ id, command, pressed });
      const asked = { message, resolve, kind: command.kind, at: Date.now() };
      this.waiting.set(id, asked);
      if (this.isOpen) this.socket.send(asked.message);
    });
  }

  /** Have a text read for this page alone. It is not asked again: what is typed next is read anew. */
  read(n, text) {
    if (this.isOpen) this.socket.send(JSON.stringify({ t: "read", n, text }));
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  connect() {
    clearTimeout(this.later);
    const socket = (this.socket = new WebSocket(this.url));
    socket.onopen = () => this.opened(socket);
    socket.onmessage = (event) => socket === this.socket && this.hear(JSON.parse(event.data));
    socket.onclose = (event) => socket === this.socket && this.closed(event.code);
  }

  opened(socket) {
    this.tries = 0;
    this.heard = performance.now();
    for (let n = 0; n < 8; n++) setTimeout(() => socket === this.socket && this.ping(), n * 120);
    this.dropStale();
    for (const { message } of this.waiting.values()) socket.send(message);
    this.tell("open");
  }

  /** What was typed goes out however late; a mere press does not, for the room has moved on meanwhile. */
  dropStale() {
    for (const [id, { kind, at }] of this.waiting) {
      if (isPress(kind) && Date.now() - at > STALE) this.answer({ t: "dropped", id });
    }
  }

  hear(message) {
    this.heard = performance.now();
    this.tell("heard");
    if (message.t === "pong") time.sample(message.c, message.s, performance.now());
    else if (message.t === "view" || message.t === "reading") this.tell(message.t, message);
    else if (message.t === "ack" || message.t === "refused") this.answer(message);
  }

  answer(message) {
    const asked = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    asked?.resolve(message);
  }

  closed(code) {
    if (FINAL[code]) return this.tell("final", FINAL[code]);
    this.tell("shut");
    const longest = Math.min(LONGEST, FIRST * 2 ** this.tries++);
    this.later = setTimeout(() => this.connect(), Math.random() * longest);
  }

  beat() {
    if (this.isOpen) this.ping();
  }

  /** Nothing is sent after this: a page that goes away is hidden, too, but that is no sign of life. */
  leave() {
    if (this.isOpen) this.socket.send(JSON.stringify({ t: "bye" }));
    this.hasLeft = true;
  }

  ping() {
    if (!this.isOpen || this.hasLeft) return;
    this.socket.send(JSON.stringify({ t: "ping", c: performance.now(), hidden: document.hidden }));
  }

  /** A second of the wall that took far longer was sleep. */
  watch() {
    const wall = Date.now();
    const gap = wall - this.wall;
    this.wall = wall;
    if (Math.abs(gap) > 10_000) this.wake(true);
    else if (this.isOpen && performance.now() - this.heard > SILENCE) this.again();
  }

  /** Ask for the present: over the line if it lives, over a new one if it may have died meanwhile. */
  wake(slept = false) {
    if (slept) time.forget();
    if (slept || !this.isOpen || performance.now() - this.heard > BEAT + 2_000) this.again();
    else this.ping();
  }

  again() {
    if (this.isOver || this.socket.readyState === WebSocket.CONNECTING) return;
    this.socket.onclose = null;
    this.socket.close();
    this.tell("shut");
    this.connect();
  }

  tell(type, detail) {
    if (type === "final") this.isOver = true;
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** Whether a command is a mere press, which is dropped when it has waited for ten seconds. */
export function isPress(kind) {
  return PRESSES.has(kind);
}

/** For pages that are served without https, where the browser makes no UUID. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
