// Forms become commands. What was typed stays until the server has said yes; a no is said beside the form.
import { drop } from "./drafts.js";
import { markSent } from "./morph.js";

const NUMBERS = new Set(["seen", "minutes", "alive", "value", "wording", "confidence"]);

export function start(stream) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-command]")) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") !== "true") send(stream, form, event.submitter);
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

async function send(stream, form, submitter) {
  const sent = new Map([...form.elements].map((field) => [field, field.value]));
  form.setAttribute("aria-busy", "true");
  refuse(form, "");
  const answer = await stream.ask(commandOf(form, submitter));
  form.removeAttribute("aria-busy");
  if (answer.t === "refused") return refuse(form, answer.words);
  const isSame = [...sent].every(([field, value]) => field.value === value);
  if (isSame) settle(form);
}

/** The command happened: the form is the server's again. */
function settle(form) {
  drop(form);
  markSent(form);
  if (form.matches("[data-clear]")) clear(form);
  if (form.matches("[data-shut]")) shut(form);
}

function clear(form) {
  form.reset();
  for (const field of form.elements) field.dispatchEvent(new Event("settled", { bubbles: true }));
}

function shut(form) {
  form.closest("details")?.removeAttribute("open");
  const sheet = form.closest("[popover]");
  if (sheet?.matches(":popover-open")) sheet.hidePopover();
}

/** Say a refusal beside its form, to eyes and to ears; nothing takes the focus away. */
function refuse(form, words) {
  let place = form.querySelector("[data-refusal]") ?? form.closest("section")?.querySelector("[data-refusal]");
  if (!place && words) place = form.insertAdjacentElement("afterbegin", blank());
  if (!place) return;
  place.hidden = !words;
  place.toggleAttribute("data-shown", Boolean(words));
  place.querySelector("[data-refusal-words]").textContent = words;
  if (words) form.dispatchEvent(new CustomEvent("refused", { bubbles: true, detail: words }));
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
  if (name === "moved") return value === "true";
  return NUMBERS.has(name) ? Number(value) : value;
}
