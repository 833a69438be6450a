// Asks the server one thing after the other and puts what changed into the page: the same pages and forms
// that serve without script, and no second way to anything.
const REGIONS = ["map-errors", "map-bar", "map-drawing", "map-list", "map-side"];
const AGAIN_MS = 2000;

let queue = Promise.resolve();

/** Send a form, or open a page. What comes back stands in all regions, or in those that are named. */
export function ask(address, { body, regions = REGIONS, after = () => {} } = {}) {
  queue = queue.then(async () => {
    const answer = await fetched(address, body);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("map-drawing")) {
      location.assign(answer.url); // signed out, or the map is gone: that page says so
      return;
    }
    put(page, regions);
    history.replaceState(null, "", answer.url);
    after(page, answer.url);
  });
  return queue;
}

/** Until the line is back: what was drawn meanwhile waits its turn. */
async function fetched(address, body) {
  for (;;) {
    try {
      return await fetch(address, { method: body ? "POST" : "GET", body, keepalive: true });
    } catch {
      say("No connection. Leave this page open: what you draw is sent when it is back.");
      await new Promise((done) => setTimeout(done, AGAIN_MS));
    }
  }
}

export function say(words) {
  const said = document.querySelector("[data-said]");
  if (said.textContent !== words) said.textContent = words;
}

/** What the server has to say about what was done. */
export function told(page) {
  return [...page.querySelectorAll("#map-messages .notice")].map((one) => one.textContent.trim()).join(" ");
}

export function token() {
  return document.querySelector("#map-side [name=csrfmiddlewaretoken]").value;
}

function put(page, regions) {
  const back = wayTo(document.activeElement);
  const open = [...document.querySelectorAll("#map-side details[open]")].map((one) => one.dataset.more);
  for (const id of regions) {
    document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
  }
  for (const one of open) document.querySelector(`#map-side details[data-more="${one}"]`)?.setAttribute("open", "");
  if (document.activeElement === document.body) document.querySelector(back)?.focus({ preventScroll: true });
  document.querySelector("#map-errors [data-error-summary]")?.focus();
}

/** How to find an element again once it has been drawn anew. */
function wayTo(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.name) return `[name="${element.name}"][value="${element.value}"]`;
  if (element.matches("a[href]")) return `a[href="${element.getAttribute("href")}"]`;
  const form = element.closest("form")?.getAttribute("action");
  return form ? `form[action="${form}"] button, #who-h` : "#who-h";
}
