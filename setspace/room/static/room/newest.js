// New questions never push away what somebody is reading: while the list is hovered or focused they wait.
let held = null;
let show;

export function start(showRegion) {
  show = showRegion;
  document.addEventListener("focusout", () => setTimeout(release, 0));
  document.addEventListener("pointerout", () => setTimeout(release, 0));
}

/** Whether this news of the list has to wait. */
export function waits(name, html) {
  if (name !== "asked") return false;
  const list = document.querySelector("#r-asked [data-newest]");
  const more = list && count(html) - list.querySelectorAll("li").length;
  if (!list || more <= 0 || !isBusy(list)) {
    held = null;
    return false;
  }
  held = html;
  tell(list, more);
  return true;
}

function release() {
  const list = document.querySelector("#r-asked [data-newest]");
  if (held && (!list || !isBusy(list))) showHeld();
}

function showHeld() {
  const html = held;
  held = null;
  document.getElementById("more-asked")?.remove();
  if (html) show("asked", html);
}

/** Somebody reads here, or is on the way to the button that says what is new. */
function isBusy(list) {
  const place = list.parentElement;
  return (matchMedia("(hover: hover)").matches && place.matches(":hover")) || place.matches(":focus-within");
}

function tell(list, more) {
  let button = document.getElementById("more-asked");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.id = "more-asked";
    button.className = "btn btn--sm more";
    button.addEventListener("click", showHeld);
    list.before(button);
  }
  button.textContent = more === 1 ? "1 new question" : `${more} new questions`;
}

function count(html) {
  return new DOMParser().parseFromString(html, "text/html").querySelectorAll("[data-newest] li").length;
}
