// The player on a reading page: it remembers its place and speed, starts at any section, and marks
// the sentence being read. Without this file the player still plays, and the links to sections
// still open the sound at their place.
"use strict";
(() => {
  const box = document.querySelector("[data-player]");
  if (!box) return;
  const audio = box.querySelector("audio");
  const controls = box.querySelector("[data-controls]");
  const remembered = box.querySelector("[data-remembered]");
  const rate = controls.querySelector("select");
  const follow = controls.querySelector("input");
  const PLACE = "place:" + box.dataset.player;
  const RATE = "rate:" + rate.value; // a speed chosen here gives way to another reading preference
  const SAVE_EVERY = 2; // seconds of sound

  // A browser may refuse to keep anything: then nothing is remembered, and all else works.
  const kept = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* not kept */ } },
    drop: (key) => { try { localStorage.removeItem(key); } catch { /* was not kept */ } },
  };

  // --- Place -----------------------------------------------------------------------------------
  let wanted = Number(kept.get(PLACE)) || 0; // where to begin once the length is known
  let saved = wanted;

  const clockTime = (seconds) => {
    const whole = Math.floor(seconds);
    const parts = [Math.floor(whole / 60), whole % 60];
    return parts.map((part) => String(part).padStart(2, "0")).join(":");
  };
  const save = () => {
    if (audio.readyState === 0 || audio.ended) return;
    saved = audio.currentTime;
    kept.set(PLACE, saved.toFixed(1));
  };
  const goTo = (seconds) => {
    remembered.hidden = true;
    if (audio.readyState > 0) audio.currentTime = seconds;
    else wanted = seconds;
  };

  if (wanted > 0) {
    remembered.querySelector("[data-place]").textContent = clockTime(wanted);
    remembered.hidden = false;
  }
  remembered.querySelector("button").addEventListener("click", () => {
    kept.drop(PLACE);
    goTo(0);
    audio.focus();
  });
  audio.addEventListener("loadedmetadata", () => {
    if (wanted > 0 && wanted < audio.duration) audio.currentTime = wanted;
    wanted = 0;
  });
  audio.addEventListener("timeupdate", () => {
    if (Math.abs(audio.currentTime - saved) >= SAVE_EVERY && wanted === 0) save();
  });
  audio.addEventListener("pause", save);
  audio.addEventListener("ended", () => kept.drop(PLACE));
  window.addEventListener("pagehide", save);

  // --- Speed -----------------------------------------------------------------------------------
  const setRate = () => {
    audio.preservesPitch = true;
    audio.defaultPlaybackRate = audio.playbackRate = Number(rate.value);
    kept.set(RATE, rate.value);
  };
  if ([...rate.options].some((option) => option.value === kept.get(RATE))) {
    rate.value = kept.get(RATE);
    setRate();
  }
  rate.addEventListener("change", setRate);
  follow.checked = kept.get("follow") === "yes";
  follow.addEventListener("change", () => kept.set("follow", follow.checked ? "yes" : "no"));
  controls.hidden = false;

  // --- From a section on -------------------------------------------------------------------------
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-seek]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(Number(link.dataset.seek));
    audio.play();
    audio.focus({ preventScroll: true }); // Space pauses what was just started
  });

  // --- The sentence being read -------------------------------------------------------------------
  const painter = window.Highlight && CSS.highlights ? CSS.highlights : null;
  let sentences = null; // [[block, text, start, end], …] of this page
  let shown = -1;

  const load = async () => {
    if (sentences) return;
    sentences = [];
    try {
      const answer = await fetch(box.dataset.timings);
      if (answer.ok) sentences = await answer.json();
    } catch { /* without a network nothing is marked */ }
  };
  const clear = () => {
    document.querySelectorAll(".spoken").forEach((one) => one.classList.remove("spoken"));
    if (painter) painter.delete("spoken");
  };
  // Where a sentence stands: blanks count as one, for markup has line ends where speech has none.
  const rangeOf = (block, text, occurrence) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const places = [];
    let plain = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.data.length; at += 1) {
        const blank = /\s/.test(node.data[at]);
        if (blank && plain.endsWith(" ")) continue;
        plain += blank ? " " : node.data[at];
        places.push([node, at]);
      }
    }
    const words = text.replace(/\s+/g, " ").trim();
    let found = -1;
    for (let turn = 0; turn <= occurrence; turn += 1) found = plain.indexOf(words, found + 1);
    if (found < 0 || !words) return null;
    const range = document.createRange();
    range.setStart(...places[found]);
    const [node, at] = places[found + words.length - 1];
    range.setEnd(node, at + 1);
    return range;
  };
  const bringIntoView = (block) => {
    const { top, bottom } = block.getBoundingClientRect();
    if (!follow.checked || (top >= 0 && bottom <= window.innerHeight)) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    block.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
  };
  const show = (number) => {
    if (number === shown) return;
    shown = number;
    clear();
    if (number < 0) return;
    const [id, text] = sentences[number];
    const block = document.getElementById(id);
    if (!block) return;
    block.classList.add("spoken");
    const before = sentences.slice(0, number);
    const range = rangeOf(block, text, before.filter((one) => one[0] === id && one[1] === text).length);
    if (painter && range) painter.set("spoken", new Highlight(range));
    bringIntoView(block);
  };
  const mark = () => {
    const now = audio.currentTime;
    if (sentences) show(sentences.findIndex((one) => now >= one[2] && now < one[3]));
  };
  audio.addEventListener("play", load);
  audio.addEventListener("timeupdate", mark);
  audio.addEventListener("ended", () => show(-1));
})();
