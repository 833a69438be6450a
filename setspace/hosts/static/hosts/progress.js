// While a list is brought in, the page looks again each second and shows how far it is. Without this, a link does.
const SECOND = 1000;

async function look() {
  const part = document.querySelector("[data-progress]");
  if (!part) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const newer = page.querySelector("[data-progress]");
      if (!newer) {
        location.reload();
        return;
      }
      const [bar, now] = [part.querySelector("progress"), newer.querySelector("progress")];
      bar.value = now.value;
      part.querySelector(".num").textContent = String(now.value);
    }
  } catch {
    // No connection for a moment: the next look finds it again.
  }
  setTimeout(look, SECOND);
}

setTimeout(look, SECOND);
