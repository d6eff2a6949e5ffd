/**
 * Reads the command line that the Prisma CLI gives to its schema engine.
 *
 * @param {readonly string[]} argv arguments after the program name
 * @returns {{ datamodels: string[], datasource: { url?: string, shadowDatabaseUrl?: string },
 *   command: string | undefined, versionOnly: boolean }}
 */
export function readArguments(argv) {
  const read = { datamodels: [], datasource: {}, command: undefined, versionOnly: false };
  const words = [...argv];
  while (words.length > 0) {
    const word = words.shift();
    if (word === "--datamodels" || word === "-d") read.datamodels.push(words.shift());
    else if (word === "--datasource") read.datasource = JSON.parse(words.shift());
    else if (word === "--enabled-preview-features" || word === "--extension-types") words.shift();
    else if (word === "cli") read.command = words.shift();
    else if (word === "--version" || word === "-v") read.versionOnly = true;
  }
  return read;
}
