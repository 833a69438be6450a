// Ways to begin: the one that is chosen goes into the box of a question that somebody holds. Nothing is sent.
import { take } from "./take-up.js";

export function start() {
  document.addEventListener("click", ({ target }) => {
    const stem = target.closest("[data-stem]")?.dataset.stem;
    const field = document.getElementById("compose-text");
    if (!stem || !field) return;
    document.getElementById("bank-sheet").hidePopover();
    field.closest("details")?.setAttribute("open", "");
    take(field, stem);
  });
}
