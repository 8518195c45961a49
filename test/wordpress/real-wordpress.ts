import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lasting } from '../journey/receiver-program.js';
import { filesOf, Php } from '../php/php.js';
import type { PhpSite } from '../php/php-site.js';
import { startPhpSite } from '../php/php-site.js';
import { sodiumFile } from '../php/sodium.js';

/** The script stands outside of what is compiled. */
const { ensureWordpress, wordpressVersions } = (await import(
  new URL('../../../scripts/ensure-wordpress.js', import.meta.url).href
)) as { ensureWordpress(): Promise<string>; wordpressVersions: Readonly<Record<string, string>> };

export { wordpressVersions };

/** The plugin as the build made it. */
export const pluginFolder = fileURLToPath(new URL('../../wordpress/taafi-kit', import.meta.url));

/** A WordPress with the plugin: somebody named `admin` may do everything there, and his password is `password`. */
export interface Wordpress extends PhpSite {
  /** Runs PHP within WordPress, as an administrator or as a visitor, and gives what it returns. */
  within<Value>(code: string, as?: 'admin' | 'visitor'): Promise<Value>;
  /** Publishes a page and gives its address. */
  publish(title: string, content: string): Promise<string>;
}

/** Starts it, installed, with the plugin activated. */
export async function startWordpress(test: Lasting, version: string): Promise<Wordpress> {
  const home = await ensureWordpress();
  const php = await Php.start({
    '/wordpress.zip': readFileSync(join(home, `${version}.zip`)),
    '/sqlite.zip': readFileSync(join(home, 'sqlite.zip')),
  });
  // It brings what it needs of sodium itself.
  php.runtime.unlink(sodiumFile);
  await php.evaluate(`
    foreach (['/wordpress.zip' => '/site', '/sqlite.zip' => '/sqlite'] as $zip => $folder) {
      $archive = new ZipArchive();
      $archive->open($zip);
      $archive->extractTo($folder);
      $archive->close();
      unlink($zip);
    }
    $database = '/sqlite/sqlite-database-integration-main';
    file_put_contents('/site/wp-content/db.php',
      str_replace('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', $database, file_get_contents("$database/db.copy")));
    echo 'true';`);
  const site = await startPhpSite(test, php, join(home, version));
  const constants = {
    WP_HOME: site.url,
    WP_SITEURL: site.url,
    WP_DEBUG: true,
    WP_DEBUG_DISPLAY: false,
    // Nothing is fetched from anywhere, and nothing happens between requests.
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
  };
  const config = php.read('/site/wp-config.php').replace("define( 'WP_DEBUG', false );", '');
  const defined = Object.entries(constants).map(
    ([name, value]) => `define('${name}', ${typeof value === 'string' ? `'${value}'` : value});`,
  );
  php.put({
    '/site/wp-config.php': config.replace('<?php', `<?php ${defined.join(' ')}`),
    ...filesOf(pluginFolder, '/site/wp-content/plugins/taafi-kit'),
  });
  const within = <Value>(code: string, as: 'admin' | 'visitor' = 'admin') =>
    php.evaluate<Value>(`
      $_SERVER['HTTP_HOST'] = '${new URL(site.url).host}';
      require '/site/wp-load.php';
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      // What stands between WordPress and SQLite is older than this PHP.
      set_error_handler(static fn($level, $text, $file) => str_starts_with($file, '/sqlite/'), E_DEPRECATED);
      wp_set_current_user(${as === 'admin' ? "get_user_by('login', 'admin')->ID" : '0'});
      echo json_encode((static function () { ${code} })(), JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);`);
  const wordpress: Wordpress = Object.assign(site, {
    within,
    publish: (title: string, content: string) =>
      within<string>(`
        kses_remove_filters();
        $id = wp_insert_post(wp_slash(['post_type' => 'page', 'post_status' => 'publish',
          'post_title' => ${phpText(title)}, 'post_content' => ${phpText(content)}]));
        return get_permalink($id);`),
  });
  await within(`
    wp_set_password('password', get_user_by('login', 'admin')->ID);
    $fault = activate_plugin('taafi-kit/taafi-kit.php');
    if (is_wp_error($fault)) throw new Exception($fault->get_error_message());
    return true;`);
  return wordpress;
}

/** A text as PHP writes it, whatever is in it. */
export const phpText = (text: string) => `base64_decode('${Buffer.from(text).toString('base64')}')`;

/** Any value of JSON, as PHP has it. */
export const phpValue = (value: unknown) => `json_decode(${phpText(JSON.stringify(value))}, true)`;
