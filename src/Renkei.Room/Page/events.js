const kinds = [
  "message",
  "messageUpdated",
  "messageDeleted",
  "privateCard",
  "toast",
  "typing",
  "clock",
  "trouble",
  "bot",
  "wire",
  "lesson",
  "people",
  "reset",
];

/**
 * Listens to the room. The browser reconnects by itself and sends Last-Event-ID.
 * @param {(kind: string, data: object) => void} onEvent
 * @param {(connected: boolean) => void} onConnection called whenever the connection is made or lost
 * @returns {() => void} stops listening
 */
export function listen(onEvent, onConnection) {
  const source = new EventSource("/room/api/events");
  for (const kind of kinds) source.addEventListener(kind, (event) => onEvent(kind, JSON.parse(event.data || "{}")));
  source.addEventListener("open", () => onConnection(true));
  source.addEventListener("error", () => onConnection(false));
  return () => source.close();
}
