// Prints the holidays of the published list as JSON lines: day, tab, name.
const { holidays } = require("@holiday-jp/holiday_jp");

for (const [day, { name }] of Object.entries(holidays)) {
  console.log(`${day}\t${name}`);
}
