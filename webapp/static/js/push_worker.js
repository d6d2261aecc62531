// What the browser does with a message of this site while no page of it is open.
self.addEventListener("push", (event) => {
  if (!event.data) return;
  const { title, body, url, tag, places = [] } = event.data.json();
  // The same message sent again takes the place of the first, without a second sound.
  const options = { body, tag, renotify: false, lang: /[ก-๛]/.test(title) ? "th" : "en" };
  // A button for each place; the last one is where all is changed or stopped.
  options.actions = places.map(([action, title]) => ({ action, title }));
  options.data = { url, places: Object.fromEntries(places.map(([action, _title, address]) => [action, address])) };
  event.waitUntil(self.registration.showNotification(title, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { url, places } = event.notification.data;
  event.waitUntil(self.clients.openWindow(places[event.action] || url));
});
