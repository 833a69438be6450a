// Runs beside the page: a hidden window's own timers are slowed down, a worker's are not.
setInterval(() => postMessage(null), 1_000);
