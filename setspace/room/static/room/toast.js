// A short word at the foot of the page, for eyes and ears, that goes away by itself.
import { say } from "./announcer.js";

const SHOWN = 10_000;
let later = 0;

export function toast(words) {
  let place = document.getElementById("toast");
  if (!place) {
    place = document.createElement("p");
    place.id = "toast";
    place.className = "toast room__toast";
    document.body.append(place);
  }
  place.textContent = words;
  place.hidden = false;
  clearTimeout(later);
  later = setTimeout(() => (place.hidden = true), SHOWN);
  say(words, true);
}
