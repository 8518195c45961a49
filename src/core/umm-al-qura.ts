/*
 * The months of the Umm al-Qura calendar, 1300 to 1600 AH, the official one of Saudi Arabia. A table, because
 * no formula gives it, and our own, because Android formats it wrongly and engines differ in what they call
 * it. Printed by scripts/make-umalqura.js; every month is compared with Intl in the tests.
 */

/** The years of the table, both included. */
export const FIRST_YEAR = 1300;
export const LAST_YEAR = 1600;

/** Three hexadecimal digits a year, Muharram first: a set bit is a month of 30 days, the others have 29. */
export const MONTHS =
  'aaad54ec96d46ea36caad5556a9792ba95d4ada55cd2d69574ab54b6a5ad4aea4f51768b6a5ad52d695b49da4dd26d955ac' +
  '9b62baa5b52ba956caae92f49762b6956acaba4bd25d92dc96d54daa5b52ba55b49b655729754b6a3752b6556aaab52bc95' +
  'd4ada55caad69574ab94baa5b52b6a5752768b745b5555a95b49da4dd26e936aaad54db25d52da95b4aba55b49b64b715b4' +
  'ab5a55d25e92ec96d4ae996b4aba93d49da4db2ab94baa5b52ba95b2ab5555c4bd23d91da95b4ab5a56d2b693b49b6556a9' +
  '754b6a56caad555b29b92ba95d4ada55aaab595749764baa5b52b6a56e4db25b52b6a5ad2ae92f49764b6a56acad655d49d' +
  'a4dd16d955aa5b52da95b4ad5956ca6e4aea4f52b6956aaab54bd25d92ea96d4ada95b4aba55b29b54d6a97547693749b55' +
  '56aa6b52ba8bd46da35caad64db26b94baa5b52b695751768b725b52b5655b49da4ed16d8b6aa6d52da95d4ada95b4ab653' +
  '729762ba95b2ab5555b25d92ec96d2ae956b4aba55d29d54daa9b54baa3b49ba4daaaad52da95d45ea2ec9ad556b26b94ba' +
  'a5d52da95b52ba8bb45b92da95ab4ada4ed16e8b6a56d535695d4ada8dd46da55b29d62bb15b4ab955aaaae92ec8f527695' +
  '6aaad655d29d';
