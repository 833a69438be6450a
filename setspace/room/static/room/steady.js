// A second press at the same place, meant for what stood there, does not hit what has moved under the pointer.
const MOMENT = 700;
const NEAR = 40;
let last = { at: -MOMENT };

export function start() {
  addEventListener("click", steady, true);
}

function steady(event) {
  const control = event.target.closest("button, a, summary, label");
  if (!control || !event.detail) return; // the keyboard stays with what it is on
  const at = event.timeStamp;
  const { clientX: x, clientY: y } = event;
  const isAgain = at - last.at < MOMENT && Math.hypot(x - last.x, y - last.y) < NEAR;
  if (isAgain && control !== last.control && (!last.control.isConnected || hasMoved())) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  last = { at, x, y, control, box: control.getBoundingClientRect() };
}

/** Whether what was pressed is no longer where it was pressed. */
function hasMoved() {
  const box = last.control.getBoundingClientRect();
  return Math.abs(box.top - last.box.top) > 4 || Math.abs(box.left - last.box.left) > 4;
}
