// After a form comes back with something to put right, the list of it takes focus: nothing else ever does.
document.querySelector("[data-error-summary]")?.focus();
