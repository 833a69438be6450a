// The question coach: what is typed is read by our own server after half a second of quiet, and answered to this
// page alone. It names one thing and offers two ways; asking as it is is one press, and nothing is ever held up.
import { say } from "./announcer.js";
import { toast } from "./toast.js";
import { take } from "./take-up.js";

const QUIET = 500;
const LATER = 1_500; // more, before a cue that half a sentence may only seem to have
const LEAST = 3; // letters
const MOST = 10_000;
const BEFORE = 12; // letters of the question in front of the words that are underlined
const AFTER = 60;
const SHOWN = 90;
const OFF = "The coach is off, for you alone. Your account page turns it on again.";
const NOT_OFF = "That did not reach the server. Press again to turn the coach off.";

let stream;
let openKey = "";
let room = "";
let later = 0;
let asked = { n: 0, text: "", stage: "" };
let shutOff = null; // the place whose coach this person has just turned off
const announced = new Set();

export function start(toServer, given) {
  stream = toServer;
  openKey = `setspace coach ${given.person}`;
  room = given.room;
  document.addEventListener("input", ({ target }) => target === field() && wait());
  document.addEventListener("settled", ({ target }) => target === field() && settle());
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-coach-start]");
    if (button) take(field(), button.dataset.coachStart);
  });
  document.addEventListener("submit", turnOff);
  stream.addEventListener("reading", ({ detail }) => hear(detail));
  stream.addEventListener("open", ask);
  stream.addEventListener("shut", () => clearTimeout(later));
}

/** After the page has changed: another stage reads otherwise, and sends or keeps. */
export function refresh() {
  const here = place();
  if (!here) return;
  if (!here.hidden) nameWays(here);
  if (stage() !== asked.stage) ask();
}

function wait() {
  clearTimeout(later);
  if (field().value.trim().length < LEAST) return hide();
  later = setTimeout(ask, QUIET);
}

function ask() {
  clearTimeout(later);
  const text = field()?.value ?? "";
  if (!place() || text.trim().length < LEAST || text.length > MOST) return hide();
  asked = { n: asked.n + 1, text, stage: stage() };
  stream.read(asked.n, text);
}

function hear({ n, cue, stems, is_open: isOpen }) {
  if (n !== asked.n || field()?.value !== asked.text || !place()) return;
  clearTimeout(later);
  if (!cue) return isOpen && saysOpen() ? showOpen() : hide();
  if (cue.is_early) later = setTimeout(() => show(cue, stems), LATER);
  else show(cue, stems);
}

function show(cue, stems) {
  const here = place();
  if (!here) return;
  const { before, words, after } = parts([...asked.text], cue);
  const mark = document.createElement("mark");
  mark.textContent = words;
  part(here, "mirror").replaceChildren(before, mark, after);
  part(here, "words").textContent = cue.words;
  part(here, "hint").textContent = stems.filter((one) => !one.start).map((one) => one.words).join(" ");
  part(here, "starts").replaceChildren(...stems.filter((one) => one.start).map(way));
  nameWays(here);
  reveal(here, false);
  announce(`${cue.kind} ${words}`, `“${words}”. ${cue.words} ${stems.map((one) => one.words).join(" Or: ")}`);
}

/** Once for each person and session, whichever of their windows it is said in. */
function saysOpen() {
  return localStorage.getItem(openKey) !== room || asked.text === place().dataset.openText;
}

function showOpen() {
  const here = place();
  localStorage.setItem(openKey, room);
  here.dataset.openText = asked.text;
  part(here, "words").textContent = "This is an open question. Ask it as it is.";
  part(here, "mirror").replaceChildren();
  reveal(here, true);
  announce("open", "This is an open question.");
}

function reveal(here, isOpen) {
  here.classList.toggle("coach--open", isOpen);
  here.hidden = false;
  // In a small window the way to ask stays above the foot, and would cover it.
  if (document.body.classList.contains("companion")) here.scrollIntoView({ block: "nearest" });
}

function hide() {
  clearTimeout(later);
  const here = place(true);
  if (!here) return;
  here.hidden = true;
  for (const name of ["words", "mirror", "hint", "starts"]) part(here, name).replaceChildren();
}

function settle() {
  announced.clear();
  asked = { n: asked.n + 1, text: "", stage: stage() };
  hide();
}

function announce(key, words) {
  if (announced.has(key) || document.activeElement !== field()) return;
  announced.add(key);
  say(words);
}

/** What the question does as it is: it goes out, or it is kept where nothing can go out now. */
function nameWays(here) {
  const button = part(here, "as-is");
  const goesOut = document.querySelector("#r-compose .composer__go [value=send_question]") !== null;
  button.value = goesOut ? "send_question" : "keep_question";
  button.textContent = goesOut ? "Ask it as it is" : "Keep it as it is";
}

function way({ words, start: begins }) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.coachStart = begins;
  button.textContent = words;
  return button;
}

/** The underlined words with a little of what stands around them. The server counts letters, not halves of one. */
function parts(letters, { start: from, end: until }) {
  const before = letters.slice(Math.max(0, from - BEFORE), from).join("");
  const ends = Math.min(letters.length, until + AFTER);
  return {
    before: from > BEFORE ? before.replace(/^\S*/u, "…") : before,
    words: letters.slice(from, Math.min(until, from + SHOWN)).join("") + (until - from > SHOWN ? "…" : ""),
    after: letters.slice(until, ends).join("") + (ends < letters.length ? " …" : ""),
  };
}

async function turnOff(event) {
  const form = event.target;
  if (form.id !== "coach-off") return;
  event.preventDefault();
  const headers = { "X-Requested-With": "fetch" };
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers }).catch(() => null);
  if (!answer?.ok) return toast(NOT_OFF);
  field()?.focus({ preventScroll: true });
  hide();
  shutOff = place();
  toast(OFF);
}

function field() {
  return document.getElementById("compose-text");
}

/** Where the coach speaks, or nothing where it is off. */
function place(evenIfOff = false) {
  const here = document.getElementById("coach");
  return here && (evenIfOff || here !== shutOff) ? here : null;
}

function stage() {
  return document.querySelector("form[data-coach]")?.dataset.coach ?? "";
}

function part(here, name) {
  return here.querySelector(`[data-coach-${name}]`);
}
