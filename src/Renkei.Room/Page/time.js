const ZONE = "Asia/Tokyo";
const formats = new Map();

function format(language, shape, options) {
  const key = `${language}/${shape}`;
  if (!formats.has(key))
    formats.set(key, new Intl.DateTimeFormat(language === "ja" ? "ja-JP" : "en-GB", { timeZone: ZONE, ...options }));
  return formats.get(key);
}

/** 2026年11月20日(金) 14:00, or Fri, 20 November 2026, 14:00; always Japan time. */
export function longTime(at, language) {
  const date = new Date(at);
  const day = format(language, "day", { year: "numeric", month: "long", day: "numeric", weekday: "short" }).format(
    date,
  );
  return `${day} ${clockTime(date, language)}`;
}

/** 11/20(金) 14:00, for narrow screens. */
export function shortTime(at, language) {
  const day = format(language, "short", { month: "numeric", day: "numeric", weekday: "short" }).format(new Date(at));
  return `${day} ${clockTime(at, language)}`;
}

/** 14:00, Japan time. */
export function clockTime(at, language) {
  return format(language, "time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));
}

/** 14:00:05.123 for the wire view. */
export function preciseTime(at, language) {
  return format(language, "precise", {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    hourCycle: "h23",
  }).format(new Date(at));
}

/** 11月20日(金), or Fri, 20 November; the heading between days. */
export function dayOf(at, language) {
  return format(language, "heading", { month: "long", day: "numeric", weekday: "short" }).format(new Date(at));
}
