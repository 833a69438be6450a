// Dragging by mouse, pen and finger. While somebody is dragged they and their ties follow the pointer, one
// drawing a frame; where they end is for the server to say.
const LEAST = 4; // pixels: less is a press

/** `drop(key, x, y)` is called with a point in the units of the drawing. */
export function draggable(root, drop) {
  let drag = null;
  let wasDragged = false;

  root.addEventListener("pointerdown", (event) => {
    const node = event.target.closest?.("a.node");
    if (!node || event.button !== 0 || drag) return;
    drag = begun(node, event);
  });

  root.addEventListener("pointermove", (event) => {
    if (event.pointerId !== drag?.pointer) return;
    if (!drag.isMoving && Math.hypot(event.clientX - drag.fromX, event.clientY - drag.fromY) < LEAST) return;
    if (!drag.isMoving) lift(drag);
    drag.x = event.clientX;
    drag.y = event.clientY;
    drag.frame ||= requestAnimationFrame(() => follow(drag));
  });

  for (const kind of ["pointerup", "pointercancel"]) {
    root.addEventListener(kind, (event) => {
      if (event.pointerId !== drag?.pointer) return;
      const ended = drag;
      drag = null;
      if (!ended.isMoving) return;
      cancelAnimationFrame(ended.frame);
      ended.node.classList.remove("is-moving");
      wasDragged = kind === "pointerup";
      setTimeout(() => (wasDragged = false)); // its click comes before
      const at = wasDragged ? inDrawing(ended, event.clientX, event.clientY) : ended.home;
      place(ended, at);
      if (wasDragged) drop(ended.node.dataset.key, at.x, at.y);
    });
  }

  // A finger that drags somebody does not scroll the page.
  root.addEventListener("touchmove", (event) => drag && event.preventDefault(), { passive: false });

  // A link that was dragged is not followed, and the browser does not carry it off.
  root.addEventListener("click", (event) => {
    if (!wasDragged || !event.target.closest?.("a.node")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  root.addEventListener("dragstart", (event) => event.preventDefault());

  return () => Boolean(drag?.isMoving);
}

function begun(node, event) {
  const { e: x, f: y } = node.transform.baseVal[0].matrix;
  return { node, pointer: event.pointerId, fromX: event.clientX, fromY: event.clientY, home: { x, y }, isMoving: false };
}

function lift(drag) {
  const svg = drag.node.ownerSVGElement;
  const { key } = drag.node.dataset;
  drag.isMoving = true;
  drag.toDrawing = svg.getScreenCTM().inverse();
  drag.ties = [...svg.querySelectorAll(".tie")].flatMap((line) => {
    if (line.dataset.one === key) return [[line, "x1", "y1"]];
    return line.dataset.other === key ? [[line, "x2", "y2"]] : [];
  });
  drag.node.classList.add("is-moving");
  drag.node.setPointerCapture(drag.pointer);
  drag.node.focus({ preventScroll: true });
}

function follow(drag) {
  drag.frame = 0;
  place(drag, inDrawing(drag, drag.x, drag.y));
}

/** Where the middle of the dragged is: it keeps its distance to the pointer. */
function inDrawing(drag, clientX, clientY) {
  const { a, d } = drag.toDrawing;
  return { x: drag.home.x + (clientX - drag.fromX) * a, y: drag.home.y + (clientY - drag.fromY) * d };
}

function place(drag, { x, y }) {
  drag.node.transform.baseVal[0].setTranslate(x, y);
  for (const [line, atX, atY] of drag.ties) {
    line[atX].baseVal.value = x;
    line[atY].baseVal.value = y;
  }
}
