// Draws every card (*.json) of a folder with the official renderer in headless Chromium and says what the renderer complained about.
//
//   node render.mjs FOLDER [--out FOLDER] [--widths 320,720] [--themes light,dark] [--no-images]
//
// Pictures go to the out folder (the cards' folder when left out) as NAME.WIDTH.THEME.png. Standard output is one JSON object:
//   { "cards": [ { "name", "warnings": [], "cut": [], "texts": [], "markup": [], "images": [] } ] }
// warnings  the renderer's own, elements of Teams with a fallback excepted
// cut       texts that do not fit into a width
// texts     what each text block shows, paragraphs joined by line feeds
// markup    names of the elements Markdown made inside text blocks, p excepted
// CHROMIUM names another browser than /usr/bin/chromium.

import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { hostConfig, styleSheet, themeNames } from "./hostConfig.mjs";

// Known to Teams and not to the renderer, which says so even where a fallback takes over.
const teamsTypes = ["Badge", "Icon", "ProgressBar", "Chart.Donut", "Chart.HorizontalBar.Stacked", "Chart.Line", "Chart.VerticalBar"];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    out: { type: "string" },
    widths: { type: "string", default: "320,720" },
    themes: { type: "string", default: themeNames.join(",") },
    images: { type: "boolean", default: true },
  },
});
if (positionals.length !== 1) {
  console.error("usage: node render.mjs FOLDER [--out FOLDER] [--widths 320,720] [--themes light,dark] [--no-images]");
  process.exit(2);
}

const folder = positionals[0];
const out = options.out ?? folder;
const widths = options.widths.split(",").map(Number);
const themes = options.themes.split(",");
const require = createRequire(import.meta.url);
const scripts = [
  path.join(path.dirname(require.resolve("adaptivecards/package.json")), "dist/adaptivecards.min.js"),
  path.join(path.dirname(require.resolve("markdown-it/package.json")), "dist/markdown-it.min.js"),
];

await mkdir(out, { recursive: true });
const profile = await mkdtemp(path.join(tmpdir(), "renkei-cards-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
  ],
});
try {
  // Pictures of cards are public pages elsewhere; a gallery must not depend on them.
  await browser.route(/^https?:/, (route) => route.abort());
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const cards = [];
  for (const name of names)
    cards.push(await drawCard(path.basename(name, ".json"), JSON.parse(await readFile(path.join(folder, name), "utf8"))));
  console.log(JSON.stringify({ cards }));
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}

async function drawCard(name, card) {
  const result = { name, warnings: [], cut: [], texts: [], markup: [], images: [] };
  for (const width of widths) {
    for (const theme of themes) {
      const drawn = await drawOnce(card, width, theme, path.join(out, `${name}.${width}.${theme}.png`));
      result.warnings = [...new Set([...result.warnings, ...drawn.warnings])];
      result.cut = [...new Set([...result.cut, ...drawn.cut.map((text) => `${width}px: ${text}`)])];
      result.texts = drawn.texts;
      result.markup = drawn.markup;
      result.images.push(...drawn.images);
    }
  }
  return result;
}

// A page of its own for each drawing: the renderer refuses a good lang at every second parse in one page, because the pattern it
// checks with remembers where it stopped.
async function drawOnce(card, width, theme, image) {
  const page = await browser.newPage();
  try {
    await page.setViewportSize({ width: width + 16, height: 600 });
    await page.setContent(`<!doctype html><html lang="ja"><style>${styleSheet(theme)}</style><div id="card"></div></html>`);
    for (const script of scripts) await page.addScriptTag({ path: script });
    const drawn = await page.evaluate(drawInPage, { card, config: hostConfig(theme), teamsTypes });
    if (options.images) {
      await page.locator("body").screenshot({ path: image });
      return { ...drawn, images: [image] };
    }
    return { ...drawn, images: [] };
  } finally {
    await page.close();
  }
}

// Runs in the page.
function drawInPage({ card: json, config, teamsTypes }) {
  const warnings = [];
  const searches = (value) =>
    value !== null && typeof value === "object" && ("choices.data" in value || Object.values(value).some(searches));
  const markdown = window.markdownit();
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };

  const context = new AdaptiveCards.SerializationContext();
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(config);
  card.parse(json, context);
  for (let i = 0; i < context.eventCount; i++) {
    const event = context.getEventAt(i);
    const isTeams =
      event.event === AdaptiveCards.ValidationEvent.UnknownElementType &&
      teamsTypes.some((type) => event.message.endsWith(` ${type}`) || event.message.includes(`"${type}"`));
    if (!isTeams) warnings.push(event.message);
  }
  for (const failure of card.validateProperties().validationEvents) {
    // A choice set that searches has no choices of its own, which this renderer does not know of.
    const isSearch = failure.message.startsWith("An Input.ChoiceSet must have at least one choice") && searches(json);
    if (!isSearch) warnings.push(failure.message);
  }
  if (card.shouldFallback()) warnings.push("The card as a whole falls back to its plain text: an element without fallback is unknown.");

  const drawn = card.render();
  if (!drawn) warnings.push("The renderer drew nothing.");
  else document.getElementById("card").append(drawn);

  const blocks = [...document.querySelectorAll(".ac-textBlock")];
  const textOf = (block) => {
    const paragraphs = [...block.querySelectorAll("p")];
    return paragraphs.length === 0 ? block.textContent : paragraphs.map((paragraph) => paragraph.textContent).join("\n");
  };
  const isCut = (element) => element.scrollWidth > element.clientWidth + 1;
  return {
    warnings: [...new Set(warnings)],
    cut: [...document.querySelectorAll(".ac-textBlock, .ac-richTextBlock, .ac-actionSet, .ac-pushButton, #card")]
      .filter(isCut)
      .map((element) => element.textContent.trim().slice(0, 60)),
    texts: blocks.map(textOf),
    markup: [...new Set(blocks.flatMap((block) => [...block.querySelectorAll("*")].map((element) => element.localName)))].filter(
      (name) => name !== "p",
    ),
  };
}
