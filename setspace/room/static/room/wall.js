// The big clock on a second screen: it listens to the room and shows the time; nobody types here.
import * as announcer from "./announcer.js";
import * as chime from "./chime.js";
import * as line from "./line.js";
import { morph } from "./morph.js";
import * as settings from "./settings.js";
import * as smallWindow from "./small-window.js";
import { Stream } from "./stream.js";
import * as tick from "./tick.js";
import * as time from "./time.js";
import * as timer from "./set-timer.js";

const STILL = 4_000;
const DIGITS = "setspace wall";
const given = document.body.dataset;
let number = Number(given.number);
let later = 0;

time.start(Number(given.now), Number(given.rate));
timer.start();
tick.start(given.ticks);
tick.everySecond(timer.redraw);
announcer.start("none");
settings.start({ ...given, announcements: "none" });
chime.start();
smallWindow.start();
digits();
fullScreen();
darkness();
sound();
document.querySelector("[data-wall-controls]").hidden = false;

const stream = new Stream(given.stream);
line.start(stream);
stream.addEventListener("view", ({ detail }) => view(detail));
stream.addEventListener("shut", () => delete given.live);

function view(message) {
  if (message.number < number) return;
  number = message.number;
  time.heard(message.now, message.rate);
  const html = message.regions.wall;
  if (html !== undefined) morph(document.getElementById("r-wall"), html);
  timer.redraw();
  given.live = "";
}

function digits() {
  const button = document.querySelector("[data-digits]");
  const show = (isOn) => {
    given.wall = isOn ? "digits" : "ring";
    button.setAttribute("aria-pressed", String(isOn));
    localStorage.setItem(DIGITS, given.wall);
  };
  show(localStorage.getItem(DIGITS) === "digits");
  button.addEventListener("click", () => show(given.wall !== "digits"));
}

function fullScreen() {
  const button = document.querySelector("[data-full]");
  const page = document.documentElement;
  if (!document.fullscreenEnabled) return void (button.hidden = true);
  button.addEventListener("click", () =>
    document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen(),
  );
  document.addEventListener("fullscreenchange", () => {
    button.setAttribute("aria-pressed", String(Boolean(document.fullscreenElement)));
    stir();
  });
  for (const move of ["pointermove", "keydown", "focusin"]) document.addEventListener(move, stir);
}

/** In full screen the controls go away while nobody moves, unless somebody is on them. */
function stir() {
  clearTimeout(later);
  document.body.classList.remove("is-still");
  later = setTimeout(() => {
    document.body.classList.toggle("is-still", Boolean(document.fullscreenElement));
  }, STILL);
}

function darkness() {
  const button = document.querySelector("[data-dark]");
  const page = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (page.dataset.theme ? page.dataset.theme === "dark" : device.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  device.addEventListener("change", show);
  button.addEventListener("click", () => {
    page.dataset.theme = isDark() ? "light" : "dark";
    show();
  });
  show();
}

/** Sound is on when it is wanted and the browser lets it be heard: after a press on this page. */
function sound() {
  const button = document.querySelector("[data-sound]");
  const show = () => button.setAttribute("aria-pressed", String(settings.wants("chime") && chime.isAwake()));
  button.addEventListener("click", async () => {
    const isOn = button.getAttribute("aria-pressed") === "true";
    settings.want("chime", !isOn);
    if (!isOn) await chime.ring();
    show();
  });
  tick.everySecond(show);
  show();
}
