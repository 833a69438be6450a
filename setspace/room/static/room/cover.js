// "Someone came in": one press, or Escape twice within a second, covers the whole page with a screen that names
// nothing; one press or Escape brings it back. It all happens in this browser. What was typed stays where it is.
const TWICE = 1_000;
const CALM = 1_000; // an Escape so soon after covering was one of those that covered
const KEPT = "setspace covered";
const NEUTRAL = "Notes";

let cover;
let title = "";
let covered = 0;
let last = -Infinity;

export function start() {
  const openers = document.querySelectorAll("[data-cover]");
  if (!openers.length) return;
  for (const opener of openers) {
    opener.hidden = false;
    opener.addEventListener("click", hide);
  }
  addEventListener("keydown", pressed, true);
  new MutationObserver(hold).observe(document.head, { childList: true, subtree: true, characterData: true });
  new MutationObserver(hold).observe(document.body, { childList: true });
  if (sessionStorage.getItem(KEPT)) hide();
}

export function isCovered() {
  return "covered" in document.documentElement.dataset;
}

function pressed(event) {
  if (event.key !== "Escape" || event.isComposing || event.repeat) return;
  if (isCovered()) {
    event.preventDefault();
    event.stopPropagation();
    if (event.timeStamp - covered > CALM) show();
    return;
  }
  if (event.timeStamp - last <= TWICE) hide(event);
  last = event.timeStamp;
}

function hide(event) {
  if (isCovered()) return;
  covered = event?.timeStamp ?? performance.now();
  title = document.title;
  cover ??= build();
  cover.focused = document.activeElement;
  document.documentElement.dataset.covered = "";
  icon(cover.dataset.icon);
  hold();
  sessionStorage.setItem(KEPT, "yes");
  cover.querySelector("button").focus({ preventScroll: true });
}

/** While the page is covered nothing comes out from under it, whatever happens in the room meanwhile. */
function hold() {
  if (!isCovered()) return;
  if (!cover.isConnected) {
    document.body.append(cover);
    cover.showPopover?.();
  }
  for (const other of document.body.children) if (other !== cover && !other.inert) other.inert = true;
  if (document.title === NEUTRAL) return;
  title = document.title;
  document.title = NEUTRAL;
}

function show() {
  delete document.documentElement.dataset.covered;
  for (const other of document.body.children) other.inert = false;
  document.title = title;
  icon(cover.dataset.before);
  sessionStorage.removeItem(KEPT);
  last = -Infinity;
  cover.hidePopover?.();
  cover.remove();
  cover.focused?.focus?.({ preventScroll: true });
}

function build() {
  const made = document.createElement("div");
  made.id = "cover";
  made.className = "cover";
  made.popover = "manual";
  made.setAttribute("role", "region");
  made.setAttribute("aria-label", NEUTRAL);
  const back = document.createElement("button");
  back.type = "button";
  back.className = "cover__back";
  back.textContent = "Back";
  back.addEventListener("click", show);
  made.append(back);
  made.dataset.icon = document.querySelector("[data-cover]").dataset.cover;
  made.dataset.before = document.querySelector("link[rel=icon]")?.href ?? "";
  return made;
}

function icon(href) {
  const link = document.querySelector("link[rel=icon]");
  if (link && href) link.href = href;
}
