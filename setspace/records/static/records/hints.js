// When something that is typed may point to somebody, whoever types it is told, under the field, and nobody else.
// Our own server reads the text and forgets it. Nothing is ever held up, and nothing depends on this file.
const QUIET = 900;
const LEAST = 6; // letters
const MOST = 20_000;

const address = document.querySelector("[data-hints]").dataset.hints;
const waits = new WeakMap();
const told = new Map(); // by the id of a field: what was read there, and what was said about it
let isWatching = false;

document.addEventListener("input", ({ target }) => {
  if (!isRead(target)) return;
  clearTimeout(waits.get(target));
  waits.set(target, setTimeout(ask, QUIET, target));
});

function isRead(field) {
  return field.id !== "" && (field.localName === "textarea" || field.matches("input.input:is([type=text], :not([type]))"));
}

async function ask(field) {
  const text = field.value;
  if (text.trim().length < LEAST || text.length > MOST) return show(field, text, "");
  const body = new FormData();
  body.set("text", text);
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "");
  try {
    const answer = await fetch(address, { method: "POST", body });
    if (!answer.ok || answer.redirected) return;
    const { says } = await answer.json();
    if (field.value === text) show(field, text, says);
  } catch {
    // Without a line nothing is said.
  }
}

function show(field, text, says) {
  told.set(field.id, { text, says });
  place(field, says);
  if (says && !isWatching) watch();
}

function place(field, says) {
  const id = `${field.id}-hinted`;
  let here = document.getElementById(id);
  if (!says) return here?.remove();
  if (!here) {
    here = document.createElement("p");
    here.id = id;
    here.className = "hinted";
    here.setAttribute("role", "status");
    field.after(here);
  }
  const whose = document.createElement("b");
  whose.textContent = "Only you see this.";
  if (!here.textContent.endsWith(says)) here.replaceChildren(whose, ` ${says}`);
}

/** A room that changes draws its fields anew: a hint stays as long as what it is about, and no longer. */
function watch() {
  isWatching = true;
  new MutationObserver(() => {
    for (const [id, { text, says }] of told) {
      const field = document.getElementById(id);
      if (!says || field?.value === text) {
        if (says && !document.getElementById(`${id}-hinted`)) place(field, says);
      } else {
        told.delete(id);
        document.getElementById(`${id}-hinted`)?.remove();
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
}
