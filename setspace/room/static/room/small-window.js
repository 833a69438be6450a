// The companion in a window of its own beside Zoom or Teams, and the time in every window's title.
import { wants } from "./settings.js";
import { everySecond } from "./tick.js";
import { toast } from "./toast.js";

const NAME = "setspace-companion";
const SIZE = "popup,width=380,height=640";
const SHUT = "Your browser did not open a small window, so the companion opens in a tab. Allow pop-ups for this site, then press again.";

let called; // what this page is called without a clock
let shown;

export function start() {
  for (const link of document.querySelectorAll("[data-companion]")) link.addEventListener("click", open);
  const here = document.querySelector("[data-small-here]");
  if (here) here.hidden = name === NAME;
  shown = called = document.title;
  everySecond(entitle);
  entitle();
}

function open(event) {
  const opened = window.open(event.currentTarget.href, NAME, SIZE);
  if (!opened) return toast(SHUT); // the link itself still leads there
  event.preventDefault();
  opened.focus();
}

/** 11 min, Open questions – Tuesday set: what the task bar has room for comes first. */
function entitle() {
  if (document.title !== shown) return; // the page has become another
  const clock = document.getElementById("clock");
  const isSeen = wants("look") !== "hidden" || "leads" in document.body.dataset;
  const told = [isSeen && clock?.brief, clock?.dataset.title].filter(Boolean).join(", ");
  shown = told ? `${told} – ${called}` : called;
  if (document.title !== shown) document.title = shown;
}
