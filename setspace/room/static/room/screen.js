// Small things about this one screen: just faces, the time of day, what needs script at all.
import * as time from "./time.js";

const FACES = "setspace just faces";

export function start() {
  for (const element of document.querySelectorAll("[data-without-script]")) element.hidden = true;
  justFaces();
  refresh();
  setInterval(refresh, 1_000);
}

/** What the server does not send, because it would differ from one moment to the next. */
export function refresh() {
  for (const element of document.querySelectorAll("[data-time-now]")) {
    const text = `${timeOfDay(element.dataset.zone)}, `;
    if (element.textContent !== text) element.textContent = text;
  }
  const count = document.querySelector("[data-asked-count]");
  const ahead = document.querySelector("[data-turns-ahead]");
  if (ahead) tellAhead(ahead, document.querySelectorAll("[data-turn-ahead]").length);
  if (count) write(count, document.querySelectorAll("#r-asked .asked > li").length);
}

function write(count, n) {
  const text = n ? `${n} ${n === 1 ? "question" : "questions"} asked so far` : "Questions asked so far";
  if (count.textContent !== text) count.textContent = text;
}

function tellAhead(place, n) {
  place.hidden = n === 0;
  const text = n === 1 ? "1 turn is still to come." : `${n} turns are still to come.`;
  if (place.textContent !== text) place.textContent = text;
}

function timeOfDay(timeZone) {
  return new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", timeZone }).format(time.now());
}

function justFaces() {
  const button = document.querySelector("[data-just-faces]");
  if (!button) return;
  const show = (isOn) => {
    document.body.classList.toggle("is-faces", isOn);
    button.setAttribute("aria-pressed", String(isOn));
    localStorage.setItem(FACES, isOn ? "on" : "off");
  };
  button.hidden = false;
  show(localStorage.getItem(FACES) === "on");
  button.addEventListener("click", () => show(button.getAttribute("aria-pressed") !== "true"));
}
