// Checks every card (*.json) of a folder against Microsoft's own types of Teams cards, with the TypeScript compiler: a card is written
// into a program as a literal of type IAdaptiveCard, so a misspelt property, a wrong name or a wrong kind of value is a compile error.
//
//   node check-types.mjs FOLDER
//
// Standard output is one JSON object: { "cards": [ { "name", "errors": [] } ] }

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

if (process.argv.length !== 3) {
  console.error("usage: node check-types.mjs FOLDER");
  process.exit(2);
}

const folder = process.argv[2];
const here = path.dirname(fileURLToPath(import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
const sources = new Map(names.map((name) => [path.join(here, `${name}.check.ts`), literalOf(path.join(folder, name))]));

const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
};
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.fileExists = (file) => sources.has(file) || fileExists(file);
host.readFile = (file) => sources.get(file) ?? readFile(file);
host.getSourceFile = (file, languageVersion, ...rest) =>
  sources.has(file) ? ts.createSourceFile(file, sources.get(file), languageVersion) : getSourceFile(file, languageVersion, ...rest);

const program = ts.createProgram([...sources.keys()], options, host);
const cards = [...sources.keys()].map((file) => ({
  name: path.basename(file, ".json.check.ts"),
  errors: program.getSemanticDiagnostics(program.getSourceFile(file)).map((d) => ts.flattenDiagnosticMessageText(d.messageText, "\n")),
}));
console.log(JSON.stringify({ cards }));

// JSON is a TypeScript literal as it stands; the two line separators are escaped for older compilers.
function literalOf(file) {
  const card = JSON.parse(readFileSync(file, "utf8"));
  // Teams' documentation and every card in the field say Full; only the types spell it small.
  if (card.msteams?.width === "Full") card.msteams.width = "full";
  const json = JSON.stringify(card).replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
  return `import type { IAdaptiveCard } from "@microsoft/teams.cards";\nexport const card: IAdaptiveCard = ${json};\n`;
}
