// What is said beside a press that waits, because the line is away or says nothing.
import { say } from "./announcer.js";
import { isPress } from "./stream.js";

const PATIENCE = 2_000; // an answer usually comes in a fraction of this
const PRESS = "This waits for the line. After ten seconds it is dropped.";
const WORDS = "This waits for the line, and goes out when it is back.";

/** Beside its form, until the answer is there. Returns what takes it away again. */
export function tellOfWaiting(form, kind, isOpen) {
  const words = isPress(kind) ? PRESS : WORDS;
  let note;
  const later = setTimeout(() => (note = tell(form, words)), isOpen ? PATIENCE : 0);
  return () => {
    clearTimeout(later);
    note?.remove();
  };
}

function tell(form, words) {
  const note = document.createElement("p");
  note.className = "waits";
  note.textContent = words;
  (form.closest("li, .nowcard__go") ?? form).append(note); // below a row of buttons, which all keep their places
  say(words, true);
  return note;
}
