// Shows one rendition, and shows it again where it stood whenever a template or the briefing has changed.
'use strict';

const PAUSE_MS = 700;
const frame = document.getElementById('proof');
const state = document.getElementById('state');
const buttons = [...document.querySelectorAll('button')];
let version = null;

async function show() {
  const chosen = buttons.find((b) => b.getAttribute('aria-pressed') === 'true');
  const place = frame.contentWindow.scrollY;
  frame.style.width = `${chosen.dataset.width}px`;
  frame.onload = () => frame.contentWindow.scrollTo(0, place);
  frame.src = chosen.dataset.view;
  const subject = await fetch('subject');
  document.getElementById('subject').textContent = subject.ok ? await subject.text() : '';
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    for (const b of buttons) b.setAttribute('aria-pressed', String(b === button));
    show();
  });
}

async function watch() {
  try {
    const now = (await (await fetch('version')).json()).version;
    if (now !== version) {
      version = now;
      await show();
      state.textContent = `shown ${new Date().toLocaleTimeString()}`;
    }
  } catch {
    state.textContent = 'the preview has ended';
  }
  setTimeout(watch, PAUSE_MS);
}

buttons[0].setAttribute('aria-pressed', 'true');
watch();
