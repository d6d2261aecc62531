// What the browser does with a message of this site while no page of it is open.
self.addEventListener("push", (event) => {
  if (!event.data) return;
  const { title, body, url, tag } = event.data.json();
  // The same message sent again takes the place of the first, without a second sound.
  const options = { body, tag, renotify: false, data: { url }, lang: /[ก-๛]/.test(title) ? "th" : "en" };
  event.waitUntil(self.registration.showNotification(title, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});
