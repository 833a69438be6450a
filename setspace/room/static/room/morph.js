// Puts a region's new HTML in place of the old: what a person is typing, has opened or is reading stays.
import { Idiomorph } from "../vendor/idiomorph.js";
import { isKept } from "./keep.js";

const typed = new WeakSet(); // fields that a person has changed and not sent

export function morph(region, html) {
  Idiomorph.morph(region, html, {
    morphStyle: "innerHTML",
    callbacks: {
      beforeNodeMorphed: (old) => !(old instanceof Element && isOwned(old)),
      beforeNodeRemoved: (old) => !isKept(old),
      beforeAttributeUpdated: (name, element) => !isHeld(name, element),
    },
  });
}

export function isTyped(field) {
  return typed.has(field);
}

/** From here on a field is the person's; with a form, all its fields are the server's again. */
export function markTyped(field) {
  for (const one of together(field)) typed.add(one);
}

export function markSent(form) {
  for (const field of form.elements) typed.delete(field);
}

function isOwned(element) {
  return element.hasAttribute("data-own") || element.hasAttribute("data-shown") || typed.has(element);
}

/** What a person has opened stays open, and a form that waits for its answer goes on waiting. */
function isHeld(name, element) {
  return (name === "open" && element.localName === "details") || name === "aria-busy";
}

/** The radio buttons of one question are one field. */
function together(field) {
  if (field.type !== "radio" || !field.form) return [field];
  return [...field.form.elements].filter((one) => one.name === field.name);
}
