// Forms become commands. What was typed stays until the server has said yes; a no is said beside the form.
import { drop } from "./drafts.js";
import { afterwards } from "./keep.js";
import { isTyped, markSent } from "./morph.js";
import { toast } from "./toast.js";
import { tellOfWaiting } from "./waits.js";

const NUMBERS = new Set(["seen", "minutes", "alive", "value", "wording", "confidence"]);
const JUST_NOW = 1_000; // in which a second press still belongs to the one that has emptied the form
const cleared = new WeakMap(); // form -> when it was emptied, because what stood there was sent
const UNSAVED = "Save your words first, then say that they may go out.";
const TOO_LATE = "That press did not reach the room. Press again if you still want it.";

export function start(stream) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-command]")) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") !== "true" && !isSentAgain(form)) send(stream, form, event.submitter);
  });
}

/** The fields of a form as the command they mean. */
export function commandOf(form, submitter) {
  const data = new FormData(form, submitter);
  const command = {};
  for (const [name, value] of data) if (name !== "csrfmiddlewaretoken") command[name] = meant(name, value);
  for (const field of form.elements) {
    if (field.type === "radio" && !(field.name in command)) command[field.name] = meant(field.name, "");
  }
  if (command.kind === "order_holders") command.order = data.getAll("order");
  return command;
}

/** What was refused in a stage that has passed need not be read any more. */
export function forgetRefusals() {
  for (const place of document.querySelectorAll("[data-refusal]")) {
    const form = place.closest("form");
    if (!form || ![...form.elements].some(isTyped)) tell(place, "");
  }
}

async function send(stream, form, submitter) {
  const command = commandOf(form, submitter);
  if (command.kind === "approve_part" && isUnsaved(form.closest(".part"))) return refuse(form, UNSAVED);
  const around = form.closest("details, [popover]");
  const sent = new Map([...form.elements].map((field) => [field, field.value]));
  form.setAttribute("aria-busy", "true");
  refuse(form, "");
  const toldEnough = tellOfWaiting(form, command.kind, stream.isOpen);
  const answer = await stream.ask(command);
  toldEnough();
  form.removeAttribute("aria-busy");
  if (answer.t === "dropped") return toast(TOO_LATE);
  if (answer.t === "refused") return refuse(form, answer.words);
  forgetRefusals();
  const isSame = [...sent].every(([field, value]) => field.value === value);
  if (isSame) settle(form);
  if (isSame && around && form.matches("[data-shut]")) putAway(form, around);
}

/** Whether words stand here that the server does not have yet. What is folded away is opened to be seen. */
function isUnsaved(part) {
  const fields = [...part.querySelectorAll("input, textarea, select")];
  const unsaved = fields.filter((field) => isTyped(field) && isChanged(field));
  for (const field of unsaved) field.closest("details")?.setAttribute("open", "");
  return unsaved.length > 0;
}

function isChanged(field) {
  if (field.localName !== "select") return field.value !== field.defaultValue;
  const rendered = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(0, rendered);
}

/** Whether this is the second half of a press: what stood in the form has just been sent, and nothing came since. */
function isSentAgain(form) {
  const isFresh = performance.now() - (cleared.get(form) ?? -JUST_NOW) < JUST_NOW;
  return isFresh && ![...form.elements].some((field) => isTyped(field) && isChanged(field));
}

/** The command happened: the form is the server's again. */
function settle(form) {
  drop(form);
  markSent(form);
  if (form.matches("[data-clear]")) clear(form);
}

function clear(form) {
  form.reset();
  cleared.set(form, performance.now());
  for (const field of form.elements) field.dispatchEvent(new Event("settled", { bubbles: true }));
}

/** What is folded or closed uncovers what lies under it: not while a second press may still come. */
function putAway(form, around) {
  form.setAttribute("aria-busy", "true");
  afterwards(around, () => {
    form.removeAttribute("aria-busy");
    if (around.localName === "details") fold(around);
    else if (around.matches(":popover-open")) around.hidePopover();
  });
}

function fold(details) {
  if (details.contains(document.activeElement)) details.querySelector("summary").focus({ preventScroll: true });
  details.removeAttribute("open");
}

/** Say a refusal beside its form, to eyes and to ears; nothing takes the focus away. */
function refuse(form, words) {
  let place = form.querySelector("[data-refusal]") ?? form.closest("section")?.querySelector("[data-refusal]");
  if (!place && words) place = form.insertAdjacentElement("afterbegin", blank());
  if (!place) return;
  tell(place, words);
  if (words) form.dispatchEvent(new CustomEvent("refused", { bubbles: true, detail: words }));
}

function tell(place, words) {
  place.hidden = !words;
  place.toggleAttribute("data-shown", Boolean(words));
  place.querySelector("[data-refusal-words]").textContent = words;
}

function blank() {
  const place = document.createElement("p");
  place.className = "error-message refusal";
  place.setAttribute("data-refusal", "");
  place.append(document.createElement("span"));
  place.firstChild.setAttribute("data-refusal-words", "");
  return place;
}

function meant(name, value) {
  if (name === "moved" || name === "yes" || name === "wanted") return value === "true";
  return NUMBERS.has(name) ? Number(value) : value;
}
