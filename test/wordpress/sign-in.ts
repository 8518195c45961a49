import type { Page } from 'puppeteer-core';

/** Signs in as the administrator of a WordPress of these tests. */
export async function signIn(page: Page, url: string): Promise<void> {
  // Pages of the administration are made of a hundred files, and PHP in WebAssembly is not fast.
  page.setDefaultTimeout(120_000);
  page.setDefaultNavigationTimeout(120_000);
  await page.goto(`${url}/wp-login.php`);
  await page.$eval('#user_login', (input) => {
    (input as HTMLInputElement).value = 'admin';
  });
  await page.$eval('#user_pass', (input) => {
    (input as HTMLInputElement).value = 'password';
  });
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
}
