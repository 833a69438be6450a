// The one voice of the room: few things are said, politely, and those that come together are joined.
const PAUSE = 500;
const FIVE = 5 * 60_000;
const ONE = 60_000;
const LONG = 6 * 60_000; // a stage that is no longer than this has only just begun when five minutes are left

let voice;
let wanted = "all";
let before;
let waiting = [];
let later = 0;
const said = new Set();

export function start(announcements) {
  voice = document.getElementById("announcer");
  wanted = announcements || "all";
  before = facts();
  setInterval(sayTimeLeft, 1_000);
}

/** From now on: all, the stages alone, or none. */
export function want(announcements) {
  wanted = announcements;
}

/** Say something to this person. Stage changes are for those too who want little. */
export function say(text, isStage = false) {
  if (wanted === "none" || (wanted === "stages" && !isStage)) return;
  if ("covered" in document.documentElement.dataset) return;
  waiting.push(text);
  clearTimeout(later);
  later = setTimeout(() => {
    voice.textContent = waiting.join(" ");
    waiting = [];
  }, PAUSE);
}

/** After the page has changed: what of it is to be heard. With `quietly`, the stage alone. */
export function sayWhatChanged(quietly = false) {
  const now = facts();
  if (now.visit !== before.visit) say(turn(now) + stage(now), true);
  else if (now.visit && now.isHeld !== before.isHeld) say(now.isHeld ? now.heldWords : "The clock is running.");
  if (now.asked && now.asked !== before.asked) say(now.asked);
  if (now.given && now.given !== before.given) say(now.given);
  if (!quietly) {
    sayPlace(now);
    if (!now.isHushed) sayComings(now);
  }
  before = now;
}

function facts() {
  const timer = document.getElementById("clock");
  const heading = document.getElementById("phase-h")?.textContent;
  const tiles = [...document.querySelectorAll(".tile[data-name]:not([data-you])")];
  const isQuiet = document.querySelector(".dock__cue")?.textContent === "Nobody has the floor.";
  return {
    visit: timer ? timer.dataset.visit : heading,
    title: timer ? timer.dataset.title : heading,
    isHeld: Boolean(timer) && "heldLeft" in timer.dataset,
    heldWords: timer?.dataset.heldWords ?? "The clock is held.",
    turnOf: document.querySelector(".room__phases[data-turn-of]")?.dataset.turnOf ?? "",
    isYours: document.querySelector(".room__issue[data-yours]") !== null,
    minutes: timer?.dataset.length ? Math.round(Number(timer.dataset.length) / ONE) : 0,
    place: document.querySelector(".queue [data-you]")?.dataset.you,
    asked: document.querySelector("[data-asked]")?.textContent ?? "",
    given: document.querySelector("[data-given]")?.textContent ?? "",
    here: new Map(tiles.map((tile) => [tile.dataset.name, "present" in tile.dataset])),
    isHushed: isQuiet || document.getElementById("queue-h") !== null,
  };
}

/** Whose turn it is, where another one begins. */
function turn({ turnOf, isYours }) {
  if (!turnOf || turnOf === before.turnOf) return "";
  return isYours ? "Your turn. " : `${turnOf}’s turn. `;
}

function stage({ title, minutes }) {
  return minutes ? `${title}. ${minutes} ${minutes === 1 ? "minute" : "minutes"}.` : `${title}.`;
}

function sayPlace(now) {
  if (now.place === before.place) return;
  if (now.place === "now") say("It’s your turn.");
  if (now.place === "next") say("You’re next.");
}

function sayComings(now) {
  for (const [name, isHere] of now.here) {
    if (!before.here.has(name) || before.here.get(name) === isHere) continue;
    say(isHere ? `${name} has joined.` : `${name} has left.`);
  }
}

function sayTimeLeft() {
  const timer = document.querySelector("set-timer");
  if (!timer || timer.isHeld) return;
  const { length, visit } = timer.dataset;
  const concerned = "exact" in timer.dataset || "speaker" in timer.dataset;
  if ("open" in timer.dataset && Number(length) > LONG) sayOnce(timer.left, FIVE, `${visit} five`, "About 5 minutes left.");
  if (concerned && Number(length) > 2 * ONE) sayOnce(timer.left, ONE, `${visit} one`, "About 1 minute left.");
}

function sayOnce(left, mark, key, text) {
  if (left > mark || left < mark - 5_000 || said.has(key)) return;
  said.add(key);
  say(text);
}
