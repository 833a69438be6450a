// Clock and sound: how one person wants to be told the time. Kept in this browser, for this person alone.
import * as announcer from "./announcer.js";

const USUAL = { look: "ring", chime: false, early: false, vibrate: false };

let key = "";
let account = "all";
let mine = { ...USUAL };

export function start({ person, announcements }) {
  key = `setspace clock ${person}`;
  account = announcements || "all";
  mine = { ...USUAL, said: account, ...kept() };
  const sheet = document.getElementById("clock-sheet");
  if (sheet) open(sheet);
  addEventListener("storage", (event) => event.key === key && take(sheet));
  apply();
}

export function wants(name) {
  return mine[name];
}

export function want(name, value) {
  mine = { ...mine, [name]: value };
  const { said, ...rest } = mine;
  localStorage.setItem(key, JSON.stringify(said === account ? rest : mine));
  apply();
}

function open(sheet) {
  for (const opener of document.querySelectorAll("[data-clock-settings]")) opener.hidden = false;
  sheet.querySelector("[data-vibrates]").hidden = !("vibrate" in navigator);
  show(sheet);
  sheet.addEventListener("change", ({ target }) => {
    want(target.name, target.type === "checkbox" ? target.checked : target.value);
  });
}

/** Another window of the same person has chosen something else. */
function take(sheet) {
  mine = { ...USUAL, said: account, ...kept() };
  if (sheet) show(sheet);
  apply();
}

function show(sheet) {
  for (const field of sheet.querySelectorAll("input")) {
    field.checked = field.type === "checkbox" ? mine[field.name] : mine[field.name] === field.value;
  }
}

function apply() {
  document.body.dataset.look = mine.look;
  announcer.want(mine.said);
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}
