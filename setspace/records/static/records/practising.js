// Something to look at again stands under what was typed, for its writer alone. It holds nothing back.
document.querySelector("form[data-saves]")?.addEventListener("saved", ({ detail }) => {
  for (const [name, words] of Object.entries(detail.hints ?? {})) {
    const hint = document.querySelector(`[data-hint-for="${name}"]`);
    if (hint && hint.textContent !== words) hint.textContent = words;
  }
});
