import type { Mistake } from './arguments'

/** What the program says in a terminal. */
export const COMMAND_LINE = {
  help: (portableFolder: string) => `Broadsheet: a newspaper you put together yourself, on your own desk.

Usage: broadsheet [OPTION]… [FILE]…

  --add ADDRESS      saves the page at an address; may stand there several times
  --import FILE      reads a file into the library: a list of subscriptions (.opml), a page
                     (.html, .txt, .md), or bookmarks and saved pages of another reader
                     (.html, .csv, .json, .zip); a FILE without an option is read likewise
  --hidden           starts without a window and keeps the library up to date; starting
                     Broadsheet again shows the window
  --profile FOLDER   keeps all data in that folder
  --help             shows this and ends
  --version          shows the version and ends

Where a folder “${portableFolder}” stands beside the program, the data is kept in it.
If Broadsheet runs already with the same data, it is shown and given what is asked for here.`,
  seeHelp: 'All options: broadsheet --help',
  mistakes: {
    'unknown-option': given => `There is no option “${given}”.`,
    'no-value': given => `Write a value behind ${given}.`,
    'no-file': given => `There is no file “${given}”.`,
    'file-too-large': given => `“${given}” is larger than 200 MB. Choose a smaller file.`,
    'no-profile': given => `The folder “${given}” cannot be written. Choose another one.`,
  } satisfies Record<Mistake['kind'], (given: string) => string>,
}
