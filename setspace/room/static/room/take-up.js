// Puts the beginning of another question into the box, and the person's own words back when they like.

let own = null;

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-put-back]")) putBack();
});
document.addEventListener("settled", ({ target }) => own?.field === target && forget());

/** In place of what stands there, with the caret behind it. The browser's own undo takes it back, too. */
export function take(field, words) {
  own ??= { field, text: field.value, from: field.selectionStart, until: field.selectionEnd };
  write(field, words);
  const back = document.querySelector("[data-take-back]");
  if (back) back.hidden = !own.text.trim();
}

function putBack() {
  if (!own) return;
  const { field, text, from, until } = own;
  write(field, text);
  field.setSelectionRange(from, until);
  forget();
}

function forget() {
  own = null;
  const back = document.querySelector("[data-take-back]");
  if (back) back.hidden = true;
}

function write(field, words) {
  field.focus({ preventScroll: true });
  field.select();
  // The one way to write that every browser's undo knows. Where it is gone, the button alone takes it back.
  if (document.execCommand?.("insertText", false, words)) return;
  field.setRangeText(words, 0, field.value.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
