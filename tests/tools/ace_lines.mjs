// DAISY Ace for many books with one start of the browser: a line with a book's path comes in, a line
// of JSON goes out, [{impact, rule, where, what}, …].
//
//   PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium node tests/tools/ace_lines.mjs .test-tools/node_modules
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import readline from "node:readline";

const require = createRequire(path.resolve(process.argv[2], "x.js"));
const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");

// Ace opens and closes a browser for every book; one serves them all.
const browser = { ...runner, launch: async () => {}, close: async () => {} };
const base = tmpdir();
const answer = process.stdout.write.bind(process.stdout);
// Without a folder for its report Ace prints all of it.
process.stdout.write = () => true;

function findings(report) {
  return report.assertions.flatMap((subject) =>
    subject.assertions.map((one) => ({
      impact: one["earl:test"]["earl:impact"],
      rule: one["earl:test"]["dct:title"],
      where: subject["earl:testSubject"].url,
      what: one["earl:result"]["dct:description"],
    })),
  );
}

async function check(book) {
  const folder = mkdtempSync(path.join(base, "ace-"));
  // Ace leaves the unpacked book where temporary files go until it ends.
  process.env.TMPDIR = folder;
  const options = { cwd: process.cwd(), tmpdir: folder, silent: true, lang: "en" };
  try {
    const [, report] = await ace(book, options, browser);
    return findings(report);
  } catch (error) {
    return [{ impact: "critical", rule: "ace", where: book, what: String(error) }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runner.launch();
for await (const line of readline.createInterface({ input: process.stdin })) {
  answer(`${JSON.stringify(await check(line))}\n`);
}
await runner.close();
