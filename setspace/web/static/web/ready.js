// A look at one's own camera and microphone before the day. Nothing of either leaves this page.
const page = document.querySelector("[data-ready]");
const view = page.querySelector("video");
const level = page.querySelector("meter");
const says = page.querySelector("[data-ready-says]");
const begin = page.querySelector("[data-ready-begin]");
const end = page.querySelector("[data-ready-end]");
const LOUDEST = 0.35; // of a voice near a microphone, as a mean over a moment
const NOTES = [523.25, 783.99];

let stream;
let audio;

if (navigator.mediaDevices?.getUserMedia) {
  for (const one of page.querySelectorAll("[data-ready-scripted]")) one.hidden = false;
  for (const one of page.querySelectorAll("[data-ready-plain]")) one.hidden = true;
  begin.addEventListener("click", look);
  end.addEventListener("click", stop);
  page.querySelector("[data-ready-sound]").addEventListener("click", sound);
  addEventListener("pagehide", stop);
}

async function look() {
  stop();
  says.textContent = page.dataset.asking;
  const found = await firstOf([{ video: true, audio: true }, { audio: true }, { video: true }]);
  if (!stream) return tell(found);
  const camera = stream.getVideoTracks()[0];
  const microphone = stream.getAudioTracks()[0];
  view.hidden = !camera;
  view.srcObject = camera ? stream : null;
  level.hidden = !microphone;
  begin.hidden = true;
  end.hidden = false;
  end.focus();
  tell(camera && microphone ? "both" : camera ? "camera" : "microphone");
  if (microphone) listen();
}

/** Take the first that there is; else say why there is none. */
async function firstOf(wishes) {
  let why = "none";
  for (const wish of wishes) {
    try {
      stream = await navigator.mediaDevices.getUserMedia(wish);
      return "";
    } catch (error) {
      if (error.name === "NotAllowedError") return "refused";
      if (error.name === "NotReadableError") why = "busy";
    }
  }
  return why;
}

/** How loud it is, ten times a second, while the microphone is on. */
async function listen() {
  const mine = stream;
  await wake();
  const ear = audio.createAnalyser();
  ear.fftSize = 1024;
  audio.createMediaStreamSource(mine).connect(ear);
  const wave = new Float32Array(ear.fftSize);
  const measure = setInterval(() => {
    if (stream !== mine) return clearInterval(measure);
    ear.getFloatTimeDomainData(wave);
    const loud = Math.sqrt(wave.reduce((sum, one) => sum + one * one, 0) / wave.length);
    level.value = Math.min(1, loud / LOUDEST);
  }, 100);
}

function stop() {
  for (const track of stream?.getTracks() ?? []) track.stop();
  if (stream) tell("stopped");
  const hadFocus = document.activeElement === end;
  stream = undefined;
  view.srcObject = null;
  view.hidden = level.hidden = end.hidden = true;
  begin.hidden = false;
  if (hadFocus) begin.focus();
}

async function sound() {
  await wake();
  for (const [place, pitch] of NOTES.entries()) {
    const at = audio.currentTime + place * 0.35;
    const tone = new OscillatorNode(audio, { frequency: pitch });
    const volume = new GainNode(audio, { gain: 0.2 });
    volume.gain.setValueAtTime(0.2, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 1.5);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 1.5);
  }
}

async function wake() {
  audio ??= new AudioContext();
  if (audio.state === "suspended") await audio.resume();
}

/** The sentences stand in the page, where they can be translated. */
function tell(what) {
  says.textContent = page.querySelector(`[data-ready-word="${what}"]`).textContent;
}
