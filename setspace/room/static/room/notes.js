// Private notes are kept as they are written, a moment after the last key. They never pass the room's socket.
const PAUSE = 800;

export function start({ room, person }) {
  const form = document.querySelector("[data-notes]");
  if (!form) return;
  const text = form.querySelector("[data-notes-text]");
  const draft = `draft ${person} ${room} notes`;
  const kept = sessionStorage.getItem(draft);
  let later = 0;
  if (kept !== null && kept !== text.value) {
    text.value = kept;
    save();
  }
  text.addEventListener("input", () => {
    sessionStorage.setItem(draft, text.value);
    said(form, "Not kept yet");
    clearTimeout(later);
    later = setTimeout(save, PAUSE);
  });
  text.addEventListener("blur", () => sessionStorage.getItem(draft) !== null && save());
  addEventListener("online", () => sessionStorage.getItem(draft) !== null && save());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });

  async function save() {
    clearTimeout(later);
    const sent = text.value;
    const isKept = await post(form);
    said(form, isKept ? "Kept. Only you see them here." : "Not kept yet. They are safe on this page.");
    if (isKept && text.value === sent) sessionStorage.removeItem(draft);
    if (!isKept) later = setTimeout(save, 5_000);
  }
}

/** A line for later: kept by a press, and the field is free for the next one. */
export function startAssumptions() {
  const form = document.querySelector("[data-assumption]");
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const field = form.elements.text;
    if (!field.value.trim()) return;
    const isKept = await post(form);
    form.querySelector("[data-assumption-said]").textContent = isKept
      ? "Kept. Only you. It waits under Reflections, Double loop."
      : "Not kept yet. It is safe on this page.";
    if (isKept) field.value = "";
  });
}

async function post(form) {
  try {
    const headers = { "X-Requested-With": "fetch" };
    return (await fetch(form.action, { method: "POST", body: new FormData(form), headers })).ok;
  } catch {
    return false;
  }
}

function said(form, text) {
  form.querySelector("[data-notes-said]").textContent = text;
}
