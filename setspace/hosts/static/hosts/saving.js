// What is typed is saved while it is typed, so that closing the browser loses nothing.
const PAUSE_MS = 800;
const form = document.querySelector("form[data-saves]");
const said = document.querySelector("[data-saved]");
let pause = 0;
let saving = Promise.resolve();

async function send() {
  const body = new FormData(form);
  body.set("later", "1");
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { "X-Requested-With": "fetch" },
      keepalive: true,
    });
    if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
    const told = await answer.json();
    const { saved, address, opened } = told;
    if (said.textContent !== saved) said.textContent = saved;
    form.action = address;
    // What is stored now is no change of this page any more: another may change it, and this one lets it stand.
    if (opened) form.elements.opened.value = opened;
    form.dispatchEvent(new CustomEvent("saved", { detail: told }));
  } catch {
    said.textContent = "Not saved yet";
  }
}

// One after the other: what was typed later must arrive later.
function save() {
  clearTimeout(pause);
  pause = 0;
  saving = saving.then(send);
}

form?.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(save, PAUSE_MS);
});

document.addEventListener("visibilitychange", () => {
  if (form && pause && document.visibilityState === "hidden") save();
});

// What was typed without a line is saved as soon as there is one.
addEventListener("online", () => {
  if (form) save();
});

form?.addEventListener("submit", async (event) => {
  const { submitter } = event;
  // The browser would leave for a page that says so, and what was typed would be gone.
  if (!navigator.onLine) {
    event.preventDefault();
    said.textContent = "No connection yet";
    return;
  }
  clearTimeout(pause);
  pause = 0;
  if (form.dataset.saves === "settled") return;
  event.preventDefault();
  await saving;
  form.dataset.saves = "settled";
  setTimeout(() => form.requestSubmit(submitter)); // a form that is being submitted takes no second request
});

// Whoever comes back with the browser's own button finds a form that saves again.
addEventListener("pageshow", () => {
  if (form) form.dataset.saves = "";
});
