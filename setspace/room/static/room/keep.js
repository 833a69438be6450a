// What was pressed keeps its place until the pointer goes elsewhere, so that a second press, meant for it, hits
// nothing that has moved there. A row that is gone stands still meanwhile, and answers to nothing.
const MOMENT = 600; // in which a finger that presses twice has done so
const SETTLING = 2_000; // in which what a press changes has arrived; what comes later is no reason to move the page
const ONE_STEP = "[data-once]"; // what goes a step further at each press: of a double press one half counts

let pressed = null; // the box in which something was pressed, what it stood in, and the rows that are gone
let last = { place: null, at: -MOMENT };

export function start() {
  addEventListener("click", count, true);
  addEventListener("click", take);
  addEventListener("pointermove", (event) => event.pointerType !== "touch" && leave(event), { passive: true });
  addEventListener("wheel", letGo, { passive: true });
}

/** While a part of the page changes, what was pressed stays where it is, if the page can be moved for it. */
export function steadily(change) {
  const anchor = pressed?.anchor;
  const before = anchor?.getBoundingClientRect().top;
  const [list, place] = [pressed?.row?.parentElement, placeOf(pressed?.row)];
  change();
  if (list?.isConnected && pressed?.gone.has(pressed.row)) putBack(pressed.row, list, place);
  if (!anchor?.isConnected || !anchor.checkVisibility() || performance.now() - pressed?.at > SETTLING) return;
  const moved = anchor.getBoundingClientRect().top - before;
  if (Math.abs(moved) >= 1) scroller(anchor).scrollTop += moved;
}

/** Whether a row that is to go away has to stand still, because it has just been pressed. */
export function isKept(node) {
  if (!pressed?.row || !(node instanceof Element) || !node.contains(pressed.row)) return false;
  node.inert = true;
  pressed.gone.add(node);
  return true;
}

/** The page has become another: nothing of the one before is kept. */
export function letGo() {
  for (const node of pressed?.gone ?? []) if (node.inert) node.remove();
  pressed = null;
}

/** A little later, if the pointer may still press again; for what would uncover something else under it. */
export function afterwards(place, act) {
  if (pressed?.around === place) setTimeout(act, MOMENT);
  else act();
}

function count(event) {
  const place = event.target.closest(ONE_STEP);
  if (place && isSecondHalf(event, place)) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  last = { place, at: event.timeStamp };
}

/** Browsers count the clicks of a mouse, but not those of a finger. */
function isSecondHalf(event, place) {
  if (event.pointerType !== "touch") return event.detail > 1;
  return place === last.place && event.timeStamp - last.at < MOMENT;
}

function take(event) {
  leave(event);
  const control = event.detail && event.target.closest("form[data-command] button");
  if (!control || pressed?.gone.size) return;
  const slot = control.closest("[data-slot]"); // what comes in its place has the same box
  pressed = {
    at: event.timeStamp,
    box: control.getBoundingClientRect(),
    row: slot ? null : control.closest("li"),
    anchor: slot ?? control,
    around: control.closest("details, [popover]"),
    gone: new Set(),
  };
}

function leave({ clientX: x, clientY: y }) {
  if (!pressed) return;
  const { top, bottom, left, right } = pressed.box;
  if (x < left || x > right || y < top || y > bottom) letGo();
}

function placeOf(row) {
  return row ? [...row.parentElement.children].indexOf(row) : 0;
}

/** Morphing puts the rows that stay before the one that has the focus. */
function putBack(row, list, place) {
  const others = [...list.children].filter((one) => one !== row);
  if (list.children[place] !== row) list.insertBefore(row, others[place] ?? null);
}

function scroller(element) {
  let one = element.parentElement;
  while (one && !(one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY))) {
    one = one.parentElement;
  }
  return one ?? document.scrollingElement;
}
