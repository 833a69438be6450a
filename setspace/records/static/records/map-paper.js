// One button: the browser's own way to print.
const button = document.querySelector("[data-print]");
button.hidden = false;
document.querySelector("[data-without-print]").hidden = true;
button.addEventListener("click", () => print());
