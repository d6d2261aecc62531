// A browser that can show messages of this site offers it: the part with data-push-key appears,
// and its button asks the browser, notes the answer in the form and sends the form.
// Without this file, or in a browser that cannot, nothing appears and everything else works.
const part = document.querySelector("[data-push-key]");

function bytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

// The worker's own folder is its whole realm: no page is under it, so it is never "ready" for one.
function active(registration) {
  const worker = registration.installing || registration.waiting || registration.active;
  return new Promise((done) => {
    if (worker.state === "activated") done();
    worker.addEventListener("statechange", () => worker.state === "activated" && done());
  });
}

async function ask() {
  const registration = await navigator.serviceWorker.register(part.dataset.pushWorker);
  await active(registration);
  return registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(part.dataset.pushKey),
  });
}

if (part && "serviceWorker" in navigator && "PushManager" in window) {
  const button = part.querySelector("button");
  const field = part.querySelector("input[name=push]");
  const trouble = part.querySelector("[role=status]");
  part.hidden = false;
  button.addEventListener("click", async (event) => {
    if (field.value) return;
    event.preventDefault();
    try {
      field.value = JSON.stringify(await ask());
      button.click();
    } catch {
      trouble.textContent = part.dataset.pushRefused;
    }
  });
}
