import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filesOf, lintPhp, Php } from '../php/php.js';
import { hostileTexts } from './hostile-texts.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const made = fileURLToPath(new URL('../../wordpress/taafi-kit', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The scripts stand outside of what is compiled. */
const { zipOf } = (await import(new URL('../../../scripts/zip.js', import.meta.url).href)) as {
  zipOf(files: { path: string; content: Buffer }[]): Buffer;
};

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name: string; readonly description?: string }[];
    }[];
  }[];
}

const manifest = JSON.parse(read('dist/custom-elements.json')) as Manifest;
const described = JSON.parse(read('wordpress/elements.json')) as {
  readonly elements: Readonly<Record<string, { readonly script: string; readonly needs: readonly string[] }>>;
  readonly kinds: Readonly<Record<'source' | 'link' | 'left', readonly string[]>>;
  readonly labels: Readonly<Record<string, { readonly ar: string; readonly en: string }>>;
};
const tags = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .flatMap(({ tagName, attributes = [] }) => (tagName === undefined ? [] : [{ tagName, attributes }]));

describe('the WordPress plugin, without a WordPress', () => {
  it('knows every element of the kit and every attribute, in both languages', () => {
    assert.deepEqual(
      tags.filter(({ tagName }) => described.elements[tagName] === undefined).map(({ tagName }) => tagName),
      [],
      'wordpress/elements.json says nothing of them: name their script and title there',
    );
    const isLeft = (tag: string, name: string) => described.kinds.left.includes(`${tag} ${name}`);
    const missing = tags.flatMap(({ tagName, attributes }) =>
      attributes
        .filter(
          ({ name }) => !isLeft(tagName, name) && !(described.labels[name]?.ar && described.labels[name]?.en),
        )
        .map(({ name }) => name),
    );
    assert.deepEqual(missing, [], 'wordpress/elements.json has no label for them');
  });

  it('treats as an address what the manifest says is one', () => {
    const { source, link } = described.kinds;
    const kinds = [...source, ...link];
    const wrong = tags.flatMap(({ tagName, attributes }) =>
      attributes
        .filter(({ description = '' }) => /^(Base )?address\b|^Where .* leads/i.test(description))
        .filter(({ name }) => !kinds.includes(name) && !kinds.includes(`${tagName} ${name}`))
        .map(({ name }) => `${tagName} ${name}`),
    );
    assert.deepEqual(
      wrong,
      [],
      'wordpress/elements.json does not list them under kinds.source or kinds.link',
    );
  });

  it('compiles, what the build has made included', async () => {
    assert.equal(await lintPhp(filesOf(made)), '');
  });

  it('is a zip that unpacks to the same files, and is the same however often it is made', async () => {
    const php = await Php.start({ '/kit.zip': readFileSync(join(made, '../taafi-kit.zip')) });
    const unpacked = await php.evaluate<Record<string, string>>(`
      $zip = new ZipArchive();
      $zip->open('/kit.zip', ZipArchive::CHECKCONS) === true || throw new Exception('no zip');
      $told = [];
      for ($i = 0; $i < $zip->numFiles; $i++) $told[$zip->getNameIndex($i)] = base64_encode($zip->getFromIndex($i));
      echo json_encode($told);`);
    const files = filesOf(made, 'taafi-kit');
    assert.deepEqual(Object.keys(unpacked).sort(), Object.keys(files).sort());
    for (const [path, content] of Object.entries(files)) {
      assert.equal(unpacked[path], Buffer.from(content).toString('base64'), path);
    }
    const entries = Object.entries(files).map(([path, content]) => ({ path, content: Buffer.from(content) }));
    assert.deepEqual(zipOf(entries.reverse()), readFileSync(join(made, '../taafi-kit.zip')));
  });

  it('carries the version of the kit, asks nobody, keeps no tables, and has nothing inline', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    assert.match(read('wordpress/taafi-kit/taafi-kit.php'), new RegExp(`Version: +${version}\n`));
    assert.match(read('wordpress/taafi-kit/readme.txt'), new RegExp(`Stable tag: ${version}\n`));
    assert.equal(JSON.parse(read('wordpress/taafi-kit/block/block.json')).version, version);
    const sources = phpFiles()
      .map((path) => read(path))
      .join('\n');
    assert.doesNotMatch(
      sources,
      /wp_remote_|file_get_contents|curl_|fsockopen|\$wpdb|dbDelta|setcookie|eval\(/,
    );
    assert.doesNotMatch(sources, /<script|<style|\sstyle=|\son[a-z]+="|wp_add_inline|wp_localize_script/i);
  });

  it('says in Arabic whatever it says in English, and has no sentence that nobody uses', () => {
    const keys = (language: string) =>
      [...read(`wordpress/taafi-kit/languages/${language}.php`).matchAll(/^\t'(\w+)' +=> '(.*)',$/gm)].map(
        ([, key = '', text = '']) => [key, (text.match(/%(\d\$)?s/g) ?? []).length] as const,
      );
    assert.deepEqual(keys('ar'), keys('en'));
    const sources = phpFiles()
      .map((path) => read(path))
      .join('\n');
    const unused = keys('en')
      .map(([key]) => key)
      .filter((key) => !sources.includes(`'${key}'`) && !/_help$|^source_/.test(key));
    assert.deepEqual(unused, []);
  });

  it('does with stand-ins for the functions of WordPress what it should: shortcodes, block, settings, removal', async () => {
    const php = await Php.start({
      ...filesOf(made),
      '/site/stubs.php': readFileSync(join(root, 'test/wordpress/wordpress-stubs.php')),
    });
    const encoded = Buffer.from(JSON.stringify(hostileTexts)).toString('base64');
    const told = await php.evaluate<{
      plain: string;
      block: string;
      unknownBlock: string;
      note: string;
      hostile: string[];
      modules: Record<string, [string, string[], null]>;
      script: Record<string, string>;
      kept: Record<string, string>;
      refused: Record<string, string>;
      errors: string[];
      page: string;
      arabic: string;
      policy: string;
      left: string[];
      capability: string;
    }>(`
      require '/site/stubs.php';
      require '/site/taafi-kit.php';
      foreach (['init', 'admin_menu', 'admin_init'] as $action) do_action($action);
      global $stub;
      $kept = $stub->settings['taafi_kit']['sanitize_callback'](['receiver' => 'https://forms.example.org']);
      update_option('taafi_kit', $kept);
      $refused = taafi_kit_sanitize_settings(['receiver' => 'http://forms.example.org', 'integrity' => 'x']);
      $told = ['kept' => $kept, 'refused' => $refused, 'errors' => $stub->errors];
      $told['plain'] = $stub->shortcodes['taafi_form'](['definition' => '/visit.json', 'disabled', 'bogus' => '1'], '<p>x</p>');
      $told['block'] = $stub->blocks['taafi-kit/form']['render_callback'](['element' => 'taafi-status-tracker', 'settings' => ['factor-digits' => 4]], '');
      $told['unknownBlock'] = $stub->blocks['taafi-kit/form']['render_callback'](['element' => 'script'], '');
      $told['modules'] = $stub->modules;
      $told['script'] = apply_filters('wp_script_attributes', ['id' => 'taafi-kit/taafi-js-module', 'src' => 'x']);
      $stub->can = ['edit_posts', 'manage_options'];
      $told['note'] = $stub->shortcodes['taafi_form'](['bogus' => '1'], '');
      $told['hostile'] = [];
      foreach (taafi_kit_elements() as $tag => $element) {
        foreach (array_merge(array_column($element['attributes'], 'name'), ['id', 'class', 'onclick', '<x']) as $name) {
          foreach (json_decode(base64_decode('${encoded}'), true) as $text) {
            $told['hostile'][] = $stub->shortcodes[str_replace('-', '_', $tag)]([$name => $text, $text => $text, $text], '');
          }
        }
      }
      ob_start(); $stub->pages['taafi-kit'][1](); $told['page'] = ob_get_clean();
      $stub->locale = 'ar';
      ob_start(); $stub->pages['taafi-kit'][1](); $told['arabic'] = ob_get_clean();
      $told['capability'] = $stub->pages['taafi-kit'][0];
      $told['policy'] = $stub->policy;
      define('WP_UNINSTALL_PLUGIN', 'taafi-kit');
      require '/site/uninstall.php';
      $told['left'] = array_keys($stub->options);
      echo json_encode($told, JSON_THROW_ON_ERROR);`);
    assert.equal(
      told.plain,
      '<taafi-form definition="/visit.json" disabled receiver="https://forms.example.org/"><p>x</p></taafi-form>',
    );
    assert.match(
      told.block,
      /^<div class="wp-block-taafi-kit-form"><taafi-status-tracker factor-digits="4" receiver="https:\/\/forms\.example\.org\/"><p>[^<]+<\/p><\/taafi-status-tracker><\/div>$/,
    );
    assert.equal(told.unknownBlock, '');
    assert.match(told.note, /^<div class="taafi-kit-note" role="note">.*no attribute &quot;bogus&quot;/);
    assert.deepEqual(Object.keys(told.modules), ['taafi-kit/taafi', 'taafi-kit/taafi-status-tracker']);
    assert.match(
      told.modules['taafi-kit/taafi']?.[0] ?? '',
      /^https:\/\/site\.example\/wp-content\/plugins\/taafi-kit\/kit\/[0-9a-f]{12}\/taafi\.js$/,
    );
    assert.match(told.script.integrity ?? '', /^sha384-/);
    assert.equal(told.script.crossorigin, 'anonymous');
    assert.equal(told.kept.receiver, 'https://forms.example.org/');
    assert.equal(told.refused.receiver, 'https://forms.example.org/');
    assert.match(told.errors.join(), /has to begin with https:\/\/.*sha256-, sha384-/);
    assert.equal(told.capability, 'manage_options');
    assert.match(told.page, /value="TAAFI_ORIGINS=https:\/\/site\.example"/);
    assert.match(told.arabic, /dir="rtl".*عنوان المستقبِل/s);
    assert.match(told.policy, /<p>.*<\/p>/);
    assert.deepEqual(told.left, []);
    // Only what the plugin itself writes: a tag of the kit, its paragraph, and the note of an editor.
    const shape =
      /^(<div class="taafi-kit-note" role="note"><p><strong>[^<>]*<\/strong><\/p><ul>(<li>[^<>"]*<\/li>)+<\/ul><\/div>)?<(taafi-[a-z-]+)( (id|class|[a-z-]+)="[^"<>]*"| (disabled|required|guard))*><p>[^<>]*<\/p><\/\3>$/;
    for (const html of told.hostile) {
      assert.match(html, shape);
      const [tag = ''] = html.match(/<taafi-[^>]*>/) ?? [];
      for (const [, name = '', value = ''] of tag.matchAll(/ ([^\s="<>]+)="([^"]*)"/g)) {
        assert.doesNotMatch(name, /^on|^style$/);
        if (described.kinds.source.includes(name)) {
          assert.match(value, /^(https:\/\/forms\.example\.org\/|https:\/\/site\.example\/|\/(?!\/))/, html);
        }
        if (described.kinds.link.includes(name) && value !== '')
          assert.match(value, /^(https?:\/\/|\/(?!\/))/, html);
      }
    }
    assert.ok(told.hostile.length > 4000, `${told.hostile.length} of them`);
  });
});

function phpFiles(): string[] {
  return readdirSync(join(root, 'wordpress'), { recursive: true, encoding: 'utf8' })
    .map((path) => `wordpress/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.php'));
}
