// The room's page. It works without this file; with it, everybody sees the same moment without loading again.
import * as announcer from "./announcer.js";
import * as coach from "./coach.js";
import * as commands from "./commands.js";
import * as drafts from "./drafts.js";
import * as keys from "./keys.js";
import * as line from "./line.js";
import { morph } from "./morph.js";
import * as newest from "./newest.js";
import * as notes from "./notes.js";
import * as screen from "./screen.js";
import { Stream } from "./stream.js";
import * as timer from "./set-timer.js";
import * as time from "./time.js";

const given = document.body.dataset;
let number = Number(given.number);
let isFirst = true;
let visit = stage();

time.start(Number(given.now), Number(given.rate));
timer.start();

drafts.start(given);
notes.start(given);
announcer.start(given.announcements);
keys.start();
coach.start();
screen.start();
newest.start(show);

const stream = new Stream(given.stream);
line.start(stream);
commands.start(stream);
stream.addEventListener("open", () => (isFirst = true));
stream.addEventListener("shut", () => delete given.live);
stream.addEventListener("view", ({ detail }) => view(detail));
document.addEventListener("refused", ({ detail }) => announcer.say(detail, true));

/** Show a moment of the room, unless a newer one is on the screen already. */
function view(message) {
  if (message.number < number) return;
  number = message.number;
  time.heard(message.now, message.rate);
  for (const [name, html] of Object.entries(message.regions)) {
    if (!newest.waits(name, html)) show(name, html);
  }
  timer.redraw();
  if (stage() !== visit) turnThePage();
  screen.refresh();
  announcer.sayWhatChanged(isFirst);
  isFirst = false;
  given.live = "";
}

function show(name, html) {
  const region = document.getElementById(`r-${name}`);
  if (!region) return;
  const hadFocus = region.contains(document.activeElement);
  morph(region, html);
  drafts.restore(region);
  if (hadFocus && document.activeElement === document.body) keepFocus(region);
}

function stage() {
  return document.querySelector("set-timer")?.dataset.visit;
}

/** A stage has begun: what was opened or refused in the one before it is put away. */
function turnThePage() {
  visit = stage();
  commands.forgetRefusals();
  for (const opened of document.querySelectorAll("details[data-stage][open]")) {
    if (!opened.contains(document.activeElement)) opened.removeAttribute("open");
  }
}

/** The control that was pressed is gone: whoever pressed it stays in its place. */
function keepFocus(region) {
  const place = region.firstElementChild ?? region.closest("[tabindex]");
  if (!place) return;
  if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
}
