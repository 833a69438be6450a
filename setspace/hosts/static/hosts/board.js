// What is asked of a card opens beside the board, or over it on a phone, and the board stays where it is.
// Without this, each is a page of its own that begins there.
const narrow = matchMedia("(max-width: 52rem)");
const forming = () => document.querySelector(".forming");
const panel = () => document.querySelector(".why");

// A sheet lies over the board: nothing behind it can be reached while it is open.
function cover() {
  const covered = narrow.matches && panel() !== null;
  for (const one of document.querySelectorAll("body > *, main > :not(.forming), .board")) {
    if (!one.contains(forming()) && one !== forming()) one.inert = covered;
  }
  if (covered) {
    panel().setAttribute("role", "dialog");
    panel().setAttribute("aria-modal", "true");
  } else {
    panel()?.removeAttribute("role");
    panel()?.removeAttribute("aria-modal");
  }
}

async function show(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  forming().replaceWith(document.adoptNode(page.querySelector(".forming")));
  history.replaceState(null, "", address);
  cover();
  (panel() ?? document.getElementById(new URL(address).hash.slice(1)))?.focus({ preventScroll: narrow.matches });
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-panel]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    await show(link.href);
  } catch {
    location.assign(link.href);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") panel()?.querySelector(".why__shut").click();
});

narrow.addEventListener("change", cover);
cover();
