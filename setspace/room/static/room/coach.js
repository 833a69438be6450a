// Advice on a question that is still held. It runs here alone, names one thing, and never stands in the way.
const CLOSED = /^(is|are|was|were|do|does|did|have|has|had|can|could|would|should|will)\b/i;
const HINT = /(have you (thought|tried|considered)|why don[’']t you|what if you|how about|wouldn[’']t it)/i;

export function start() {
  document.addEventListener("input", ({ target }) => advise(target));
  document.addEventListener("settled", ({ target }) => advise(target));
  document.addEventListener("click", ({ target }) => target.closest(".coach__starts button") && begin(target));
  for (const field of document.querySelectorAll("[data-coach]")) advise(field);
}

function advise(field) {
  const place = field.dataset?.coach && document.getElementById(field.dataset.coach);
  if (!place) return;
  const text = field.value.trim();
  const found = text.length > 8 ? thought(text) : null;
  place.hidden = !found;
  if (!found) return;
  place.classList.toggle("coach--open", Boolean(found.isOpen));
  const words = place.querySelector("[data-coach-words]");
  if (words.textContent !== found.words) words.textContent = found.words;
}

/** One thing about a question, or nothing while it is too early to say. */
function thought(text) {
  if (HINT.test(text)) return { words: "It hints at an answer. What are you curious about?" };
  if (CLOSED.test(text)) return { words: "It can be answered yes or no. What are you curious about?" };
  if (text.split("?").length > 2) return { words: "These are several questions. Which one matters most?" };
  if (text.split(/\s+/).length > 30) return { words: "It is rather long. What is the heart of it?" };
  return text.endsWith("?") ? { words: "This is an open question. Ask it as it is.", isOpen: true } : null;
}

/** Begin the question anew with this word. */
function begin(button) {
  const field = document.querySelector(`[data-coach="${button.closest(".coach").id}"]`);
  field.value = button.textContent.replace("…", " ");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
