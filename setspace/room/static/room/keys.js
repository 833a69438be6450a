// N next, B bring in, + one more minute, / notes. Off until turned on, and silent while somebody types.
const KEY = "setspace keys";
const AGAIN = 800; // the same key again so soon was not meant

let last = { key: "", at: 0 };

export function start() {
  const button = document.querySelector("[data-keys]");
  if (!button) return;
  button.hidden = false;
  show(button, localStorage.getItem(KEY) === "on");
  button.addEventListener("click", () => show(button, button.getAttribute("aria-pressed") !== "true"));
  document.addEventListener("keydown", (event) => button.getAttribute("aria-pressed") === "true" && press(event));
}

function show(button, isOn) {
  localStorage.setItem(KEY, isOn ? "on" : "off");
  button.setAttribute("aria-pressed", String(isOn));
  button.querySelector("span").textContent = isOn ? "Keys on" : "Keys off";
  document.querySelector("[data-keys-shown]").hidden = !isOn;
  document.getElementById("r-cue").hidden = isOn;
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (event.target.closest("input, textarea, select, [contenteditable], [popover]:popover-open")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("notes")?.focus();
    return;
  }
  const wanted = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!wanted) return;
  event.preventDefault();
  if (event.key !== last.key || event.timeStamp - last.at >= AGAIN) wanted.click();
  last = { key: event.key, at: event.timeStamp };
}
