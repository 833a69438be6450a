// A quiet word stays on the screen for twenty seconds, is said once, and stands with the notes from then on.
import { say } from "./announcer.js";

const SHOWN = 20_000;

let later = 0;

export function start() {
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-quiet-shut]")) putAway(target.closest("[data-quiet]"));
  });
  refresh();
}

/** After the page has changed: show a new word for a while, and leave an old one away. */
export function refresh() {
  const word = document.querySelector("[data-quiet]");
  if (!word) return;
  const key = `quiet ${word.dataset.quiet}`;
  const first = sessionStorage.getItem(key) === null;
  if (first) {
    sessionStorage.setItem(key, String(Date.now() + SHOWN));
    say(`${word.dataset.from}, just to you. ${word.querySelector("[data-quiet-text]").textContent}`, true);
  }
  word.querySelector("[data-quiet-shut]").hidden = false;
  const left = Number(sessionStorage.getItem(key)) - Date.now();
  clearTimeout(later);
  word.hidden = left <= 0;
  if (left > 0) later = setTimeout(() => putAway(word), left);
}

function putAway(word) {
  sessionStorage.setItem(`quiet ${word.dataset.quiet}`, "0");
  word.hidden = true;
}
