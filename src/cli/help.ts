/** What `taafi help` says. */
export const help = `taafi: forms from JSON, and the receiver that takes what they send

  taafi serve                    the receiver, until Ctrl+C
  taafi export [options]         what was received, oldest first
    --form <id>                  only this form; CSV needs it where there are several
    --format json|csv            json where nothing is said; in CSV an apostrophe before
                                 digits says that they are a text, as in a spreadsheet
    --out <file>                 into a file that only you may read, not to the terminal
    --referrals                  the questions to the officer, not the requests
  taafi check <file.json> …      what is wrong with form definitions, with line and column
    --language ar|en             English where nothing is said
  taafi schema <file.json>       the answers of a form as JSON Schema 2020-12;
                                 the rules it cannot state go to stderr
  taafi verify <receipt.json> [attachment …]
                                 whether a receipt is genuine, without any connection;
                                 attachments are compared with those it names
    --keys <public-keys.json>    the association's public keys, as api/keys gives them;
                                 those in TAAFI_DATA where nothing is said
    --language ar|en             that of the receipt where nothing is said
  taafi verify --stored          whether all that is kept is as it was sealed
  taafi keys                     the public keys
    --rotate                     a new key from now on; restart the receiver then
  taafi help
  taafi --version

Settings of the environment
  TAAFI_DATA        folder of all that is kept            ./data
  PORT              port of the receiver                  8080
  HOST              address it listens at                 0.0.0.0, so that a phone in the same network
                                                          can try it; 127.0.0.1 behind a proxy
  TAAFI_ORIGINS     other sites that may embed forms,     none
                    as https://example.org,https://…
  TAAFI_TRUST_PROXY yes where a proxy sets                no
                    X-Forwarded-For, -Host and -Proto

Exit codes: 0 done, 1 something is wrong with a file or the data, 2 called wrongly.
`;
