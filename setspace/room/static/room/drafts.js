// What was typed and not sent lives through a reload and a lost connection: in this tab, for this person.
import { isTyped, markTyped } from "./morph.js";

let mine = "";

export function start({ room, person }) {
  mine = `draft ${person} ${room} `;
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith("draft ") && !key.startsWith(`draft ${person} `)) sessionStorage.removeItem(key);
  }
  document.addEventListener("input", ({ target }) => {
    markTyped(target);
    if (target.matches("[data-draft]")) keep(target);
  });
  restore(document);
}

/** Put drafts back into the fields of a part of the page, where the server has nothing newer to show. */
export function restore(root) {
  for (const field of root.querySelectorAll("[data-draft]")) {
    const draft = sessionStorage.getItem(mine + field.id);
    if (draft === null || isTyped(field)) continue;
    field.value = draft;
    markTyped(field);
  }
}

export function drop(form) {
  for (const field of form.querySelectorAll("[data-draft]")) sessionStorage.removeItem(mine + field.id);
}

export function dropAll() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("draft ")) sessionStorage.removeItem(key);
}

function keep(field) {
  const before = field.localName === "select" ? null : field.defaultValue;
  if (field.value === before) sessionStorage.removeItem(mine + field.id);
  else sessionStorage.setItem(mine + field.id, field.value);
}
