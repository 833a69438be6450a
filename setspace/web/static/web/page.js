// After a form comes back with something to put right, the list of it takes focus: nothing else ever does.
document.querySelector("[data-error-summary]")?.focus();
// What was typed in a room and not sent stays in this tab until then, and no longer than the person does.
for (const form of document.querySelectorAll('form[action*="sign-out"]')) {
  form.addEventListener("submit", () => sessionStorage.clear());
}
