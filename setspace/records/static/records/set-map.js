// Drawing a map by mouse, finger and keyboard. Every act is one of the forms on the page, sent for the person.
import { draggable } from "./map-drag.js";
import { ask, say, told, token } from "./map-page.js";

const PAUSE_MS = 800;
const DRAWN = ["map-errors", "map-bar", "map-drawing", "map-list"]; // all but the form that is typed in
const WAYS = { ArrowUp: "nearer", ArrowDown: "further", ArrowLeft: "anticlockwise", ArrowRight: "clockwise" };

class SetMap extends HTMLElement {
  #pause = 0;
  #begun = null; // the one of two between whom a tie is drawn

  connectedCallback() {
    draggable(this, (key, x, y) => this.#act(key, "place/", { x, y }));
    this.addEventListener("click", (event) => this.#pressed(event));
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("submit", (event) => this.#submit(event));
    this.addEventListener("input", ({ target }) => this.#typed(target));
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.#save());
    this.dataset.ready = "";
    this.#dress();
    this.#centre();
  }

  /** On a screen that is narrower than the map, whoever drew it is in the middle. */
  #centre() {
    const scroll = this.querySelector("#map-drawing");
    scroll.scrollLeft = (scroll.scrollWidth - scroll.clientWidth) / 2;
  }

  #ask(address, more = {}) {
    this.#save();
    return ask(address, {
      ...more,
      after: (page, url) => {
        this.#dress();
        // What came of an earlier press does not take the place of what to press now.
        if (!this.#begun) say(told(page) || " ");
        more.after?.(page, url);
      },
    });
  }

  /** One press about somebody. */
  #act(key, what, values = {}) {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", token());
    for (const [name, value] of Object.entries(values)) body.set(name, value);
    return this.#ask(`${this.dataset.place}${key}/${what}`, { body });
  }

  #pressed(event) {
    if (event.target.closest("button[data-tying]")) return this.#tying(!this.#isTying);
    const node = event.target.closest(".node");
    if (node && this.#isTying) {
      event.preventDefault();
      return this.#tie(node);
    }
    const link = event.target.closest("a.node, #map-list a, a[data-add]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
    event.preventDefault();
    const address = link.getAttribute("href").split("#")[0];
    return this.#ask(address, { after: () => this.#goToForm(link, event) });
  }

  /** Whoever came by keyboard, from the list or on a narrow screen goes on in the form. */
  #goToForm(link, event) {
    const isBeside = link.matches("a.node") && event.detail > 0 && matchMedia("(min-width: 72rem)").matches;
    if (link.matches("[data-add]")) this.querySelector("#map-name").focus();
    else if (!isBeside) this.querySelector("#who-h").focus();
  }

  #key(event) {
    if (event.key === "Escape" && this.#isTying) return this.#tying(false);
    const node = event.target.closest("a.node");
    if (!node || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const { key } = node.dataset;
    if (WAYS[event.key]) {
      event.preventDefault();
      return this.#act(key, "place/", { way: WAYS[event.key] });
    }
    if (event.key === "Delete") return this.#act(key, "removal/").then(() => this.querySelector("a.node")?.focus());
    if (event.key === "t" || event.key === "T") {
      this.#tying(true);
      return this.#tie(node);
    }
    return undefined;
  }

  get #isTying() {
    return "isTying" in this.dataset;
  }

  #tying(isOn) {
    this.toggleAttribute("data-is-tying", isOn);
    this.#begun = null;
    this.#dress();
    say(isOn ? "Press the two between whom there is a tie." : " ");
  }

  async #tie(node) {
    const { key } = node.dataset;
    if (!this.#begun) {
      this.#begun = key;
      this.#dress();
      say(`From ${node.dataset.name ?? "you"}. Now the other one.`);
      return;
    }
    const [one, other] = this.#begun === "me" ? [key, "me"] : [this.#begun, key];
    this.#begun = null;
    if (one === other) return this.#tying(true);
    await this.#act(one, "ties/", { other });
    say(`${this.querySelector("[data-said]").textContent} Press the two again for another kind of tie.`);
    this.querySelector(`#on-map-${key}`)?.focus({ preventScroll: true });
  }

  /** What only a page with script shows, on whatever has just been drawn anew. */
  #dress() {
    const button = this.querySelector("button[data-tying]");
    button.hidden = this.querySelectorAll("a.node").length === 0;
    button.setAttribute("aria-pressed", String(this.#isTying));
    for (const one of this.querySelectorAll(".node")) {
      one.classList.toggle("is-begun", one.dataset.key === this.#begun);
    }
  }

  #submit(event) {
    const { target: form, submitter } = event;
    event.preventDefault();
    clearTimeout(this.#pause);
    this.#pause = 0;
    const address = submitter?.hasAttribute("formaction") ? submitter.formAction : form.action;
    this.#ask(address, { body: new FormData(form, submitter) });
  }

  /** What is typed is saved after a moment without a key, what is chosen at once. */
  #typed(field) {
    if (!field.closest(".mapside")) return;
    clearTimeout(this.#pause);
    const isChosen = field.matches("select, [type=radio]");
    this.#pause = setTimeout(() => this.#save(field), isChosen ? 0 : PAUSE_MS);
  }

  #save(field) {
    if (!this.#pause) return;
    clearTimeout(this.#pause);
    this.#pause = 0;
    const form = this.querySelector(".mapside");
    const body = new FormData(form);
    body.set("later", "1");
    // A tie that is drawn here gets a question of its own, which the form has to show.
    const regions = field?.name === "other" ? undefined : DRAWN;
    ask(form.action, {
      body,
      regions,
      after: (page, url) => {
        if (form.isConnected) form.action = url;
        this.#dress();
        say(page.querySelector("[data-error-summary]") ? "Not saved yet." : "Saved, for you alone.");
      },
    });
  }
}

customElements.define("set-map", SetMap);
