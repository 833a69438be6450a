// The room's page. It works without this file; with it, everybody sees the same moment without loading again.
import * as announcer from "./announcer.js";
import * as bank from "./bank.js";
import * as chime from "./chime.js";
import * as coach from "./coach.js";
import * as cover from "./cover.js";
import * as commands from "./commands.js";
import * as drafts from "./drafts.js";
import * as keep from "./keep.js";
import * as keys from "./keys.js";
import * as line from "./line.js";
import { morph } from "./morph.js";
import * as newest from "./newest.js";
import * as notes from "./notes.js";
import * as quiet from "./quiet.js";
import * as screen from "./screen.js";
import * as settings from "./settings.js";
import * as smallWindow from "./small-window.js";
import { Stream } from "./stream.js";
import * as tick from "./tick.js";
import * as time from "./time.js";
import * as timer from "./set-timer.js";

const given = document.body.dataset;
let number = Number(given.number);
let isFirst = true;
let visit = stage();

time.start(Number(given.now), Number(given.rate));
timer.start();
tick.start(given.ticks);
tick.everySecond(timer.redraw);

drafts.start(given);
notes.start(given);
notes.startAssumptions();
announcer.start(given.announcements);
settings.start(given);
chime.start();
bank.start();
keep.start();
keys.start();
screen.start();
smallWindow.start();
newest.start(show);
quiet.start();
cover.start();

const stream = new Stream(given.stream);
line.start(stream);
commands.start(stream);
coach.start(stream, given);
stream.addEventListener("open", () => (isFirst = true));
stream.addEventListener("shut", () => delete given.live);
stream.addEventListener("view", ({ detail }) => view(detail));
document.addEventListener("refused", ({ detail }) => announcer.say(detail, true));

/** Show a moment of the room, unless a newer one is on the screen already. */
function view(message) {
  if (message.number < number) return;
  number = message.number;
  time.heard(message.now, message.rate);
  keep.steadily(() => showAll(message.regions));
  timer.redraw();
  if (stage() !== visit) turnThePage();
  screen.refresh();
  announcer.sayWhatChanged(isFirst);
  quiet.refresh();
  coach.refresh();
  isFirst = false;
  given.live = given.heard = "";
  changeSeats();
}

function showAll(regions) {
  for (const [name, html] of Object.entries(regions)) if (!newest.waits(name, html)) show(name, html);
}

/** Whose page this is has changed: somebody leads now, or no longer, or may look on. Drafts live on. */
function changeSeats() {
  const seat = document.querySelector("#r-bar [data-seat]")?.dataset.seat;
  if (given.seat && seat && seat !== given.seat) location.reload();
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
  return document.getElementById("clock")?.dataset.visit;
}

/** A stage has begun: what was opened or refused in the one before it is put away. */
function turnThePage() {
  visit = stage();
  commands.forgetRefusals();
  keep.letGo();
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
