// An answer is read without loading the page again. Without this file the form does the same.
const page = () => document.querySelector("[data-exercise]");

document.addEventListener("submit", async (event) => {
  if (!page()?.contains(event.target)) return;
  event.preventDefault();
  const form = event.target;
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (!answer?.ok) return form.submit();
  show(new DOMParser().parseFromString(await answer.text(), "text/html"));
});

/** What was typed stays, with the caret in it, unless there is something to put right or was until now. */
function show(answered) {
  const read = answered.querySelector("[data-exercise]");
  const hadErrors = page().querySelector("[data-error-summary]") !== null;
  const summary = read.querySelector("[data-error-summary]");
  document.title = answered.title;
  if (!summary && !hadErrors) {
    document.getElementById("feedback").replaceChildren(...read.querySelector("#feedback").childNodes);
    return;
  }
  page().replaceChildren(...read.childNodes);
  (page().querySelector("[data-error-summary]") ?? document.getElementById("feedback")).focus();
}
