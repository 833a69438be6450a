// What is said while the connection is away, and what is shown when this person may no longer be here.
import { say } from "./announcer.js";
import { dropAll } from "./drafts.js";

const PATIENCE = 3_000;
const LOST = "We’ve lost touch with the room. Carry on talking. We’ll catch up by ourselves.";
const OVER = {
  taken_away: ["You are no longer in this set", "The facilitator can tell you more."],
  signed_out: ["You have signed out", "Sign in again to come back to the room."],
};
let later = 0;

export function start(stream) {
  stream.addEventListener("shut", lose);
  stream.addEventListener("open", find);
  stream.addEventListener("heard", find);
  addEventListener("offline", lose);
  stream.addEventListener("final", ({ detail }) => leave(detail));
  if (!stream.isOpen) lose();
}

/** However often it is tried again meanwhile, patience runs from the first loss. */
function lose() {
  later ||= setTimeout(() => {
    const line = document.getElementById("lost");
    if (!line.hidden) return;
    line.textContent = LOST;
    line.hidden = false;
    say(LOST, true);
  }, PATIENCE);
}

function find() {
  clearTimeout(later);
  later = 0;
  const line = document.getElementById("lost");
  if (line.hidden) return;
  line.hidden = true;
  line.textContent = "";
  say("We’re back in touch.", true);
}

/** Nothing of the room stays on the screen of somebody who may not see it. */
function leave(why) {
  clearTimeout(later);
  dropAll();
  const [title, text] = OVER[why];
  const main = document.createElement("main");
  const card = document.createElement("div");
  const heading = document.createElement("h1");
  const line = document.createElement("p");
  const way = document.createElement("a");
  main.className = "wrap page";
  card.className = "empty";
  way.className = "btn";
  way.href = "/";
  heading.textContent = title;
  line.textContent = text;
  way.textContent = "Go to your sets";
  card.append(heading, line, way);
  main.append(card);
  document.body.className = "";
  document.body.replaceChildren(main);
  document.title = `${title} – Setspace`;
}
