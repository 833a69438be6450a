// While somebody types, the server says how the format stands: its sum, its strip, and what does not add up.
const PAUSE = 500; // milliseconds after the last key

const form = document.querySelector("[data-soundness]");
let later = 0;
let newest = 0;

form.addEventListener("input", () => {
  clearTimeout(later);
  later = setTimeout(look, PAUSE);
});

// What was typed before this was here, or what the browser has put back.
if ([...form.elements].some((field) => "defaultValue" in field && field.value !== field.defaultValue)) look();

async function look() {
  const number = ++newest;
  try {
    const answer = await fetch(form.dataset.soundness, { method: "POST", body: new FormData(form) });
    if (answer.ok && number === newest) show(await answer.json());
  } catch {
    // Nothing is lost: saving says the same.
  }
}

/** What stays as it was is left alone, so that a screen reader says only what is new. */
function show({ regions, invalid }) {
  for (const [id, html] of Object.entries(regions)) {
    const region = document.getElementById(id);
    if (region && region.innerHTML.trim() !== html.trim()) region.innerHTML = html;
  }
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
  for (const [id, about] of Object.entries(invalid)) {
    const field = document.getElementById(id);
    field?.setAttribute("aria-invalid", "true");
    field?.setAttribute("aria-describedby", about);
  }
}
