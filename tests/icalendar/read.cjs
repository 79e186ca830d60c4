// Reads a JSON array of iCalendar texts from standard input; prints what the parser makes of each, as a JSON array.
const ICAL = require("ical.js");

const text = (component, name) => component.getFirstPropertyValue(name) ?? null;

const person = (property) => ({
  address: property.getFirstValue(),
  name: property.getParameter("cn") ?? null,
  role: property.getParameter("role") ?? null,
  rsvp: property.getParameter("rsvp") ?? null,
  partstat: property.getParameter("partstat") ?? null,
});

function read(source) {
  const calendar = new ICAL.Component(ICAL.parse(source));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
  const events = calendar.getAllSubcomponents("vevent");
  const event = events[0];
  const instant = (name) => {
    const time = event.getFirstPropertyValue(name);
    if (event.getFirstProperty(name).getParameter("tzid") === zone.tzid) time.zone = zone;
    return new Date(time.toUnixTime() * 1000).toISOString();
  };
  return {
    version: text(calendar, "version"),
    method: text(calendar, "method"),
    events: events.length,
    zone: zone.tzid,
    uid: text(event, "uid"),
    sequence: text(event, "sequence"),
    status: text(event, "status"),
    stamp: instant("dtstamp"),
    start: instant("dtstart"),
    end: instant("dtend"),
    summary: text(event, "summary"),
    location: text(event, "location"),
    description: text(event, "description"),
    url: text(event, "url"),
    organizer: person(event.getFirstProperty("organizer")),
    attendees: event.getAllProperties("attendee").map(person),
  };
}

let input = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (chunk) => (input += chunk));
process.stdin.on("end", () => process.stdout.write(JSON.stringify(JSON.parse(input).map(read))));
