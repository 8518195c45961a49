import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { browserOfThisFile } from '../journey/browser.js';
import { FormPage } from '../journey/form-page.js';
import { makePapers } from '../journey/papers.js';
import { startReceiverProgram } from '../journey/receiver-program.js';
import { visitAnswers, visitForm } from '../journey/visit-form.js';
import { until } from '../journey/waiting.js';
import { watch } from '../journey/witness.js';
import { executableIn, runs } from './executable.js';
import { hostileTexts } from './hostile-texts.js';
import type { Wordpress } from './real-wordpress.js';
import { phpText, phpValue, startWordpress, wordpressVersions } from './real-wordpress.js';
import { signIn } from './sign-in.js';

/** What is used of the global of WordPress's editor, which has no types here. */
interface WordPress {
  readonly blocks: {
    createBlock(name: string, attributes: object, inner?: readonly object[]): object;
    getBlockType(name: string): { readonly title: string };
    getBlockVariations(
      name: string,
    ): readonly { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> }[];
    serialize(blocks: readonly object[]): string;
  };
  readonly data: {
    dispatch(store: 'core/editor'): { editPost(post: object): void; savePost(): Promise<unknown> };
    dispatch(store: 'core/block-editor'): { insertBlocks(block: object): void };
    select(store: 'core/editor'): { getPermalink(): string; getCurrentPostId(): number };
  };
}

const open = browserOfThisFile();

/** Settings that nobody has set. */
const nothing = { receiver: '', association: '', origins: '', source: 'plugin', integrity: '' };

for (const [build, version] of Object.entries(wordpressVersions)) {
  describe(`the plugin in WordPress ${version}`, () => {
    const ends: (() => Promise<void>)[] = [];
    let wordpress: Wordpress;

    before(async () => {
      wordpress = await startWordpress({ after: (end) => ends.push(end) }, build);
    });

    after(async () => {
      for (const end of ends.reverse()) await end();
    });

    /** Sets what the settings page would, and gives what is kept. */
    const set = (settings: Record<string, unknown>) =>
      wordpress.within<Record<string, string>>(
        `update_option('taafi_kit', taafi_kit_sanitize_settings(${phpValue({ ...nothing, ...settings })})); return taafi_kit_settings();`,
      );

    it('is active, and has put nothing into the database', async () => {
      const told = await wordpress.within<{ active: boolean; tables: string[]; options: string[] }>(`
        $database = new PDO('sqlite:' . WP_CONTENT_DIR . '/database/.ht.sqlite');
        $found = static fn($query) => $database->query($query)->fetchAll(PDO::FETCH_COLUMN);
        return [
          'active' => is_plugin_active('taafi-kit/taafi-kit.php'),
          'tables' => $found("SELECT name FROM sqlite_master WHERE name LIKE '%taafi%'"),
          'options' => $found("SELECT option_name FROM wp_options WHERE option_name LIKE '%taafi%'"),
        ];`);
      assert.deepEqual(told, { active: true, tables: [], options: [] });
      assert.doesNotMatch(wordpress.errors(), /taafi/);
    });

    it('lets nothing that could run into a page, whatever is written into any attribute of any element', async (test) => {
      await set({ receiver: 'https://forms.example.org/' });
      const pieces = await wordpress.within<string[]>(
        `
        $html = [];
        foreach (taafi_kit_elements() as $tag => $element) {
          foreach (array_merge(array_column($element['attributes'], 'name'), ['id', 'class', 'onclick', 'style']) as $name) {
            foreach (${phpValue(hostileTexts)} as $text) {
              $html[] = taafi_kit_element($tag, [$name => $text], '');
            }
          }
          foreach (${phpValue(hostileTexts)} as $text) {
            $html[] = taafi_kit_element($tag, [$text => $text], '');
            $html[] = taafi_kit_element($tag, [$text], '');
            $html[] = taafi_kit_element($tag, [], $text);
          }
        }
        return $html;`,
        'visitor',
      );
      assert.ok(pieces.length > 60 * hostileTexts.length, `only ${pieces.length} pieces`);
      const page = await open(test, { width: 800 });
      const allowed = [new URL(wordpress.url).origin, 'https://forms.example.org'];
      assert.deepEqual(await executableIn(page, pieces, allowed), []);
      assert.equal(await runs(page, [...new Set(pieces)]), false);
      // What an editor is told about such attributes is text as well.
      const notes = await wordpress.within<string[]>(
        `return array_map(static fn($text) => taafi_kit_element('taafi-form', [$text => $text, 'receiver' => $text], $text), ${phpValue(hostileTexts)});`,
      );
      assert.ok(notes.every((html) => html.includes('taafi-kit-note')));
      assert.deepEqual(await executableIn(page, notes, allowed), []);
      assert.equal(await runs(page, notes), false);
    });

    it('lets nothing of it through shortcodes and blocks, as contributors write them', async (test) => {
      const page = await open(test, { width: 800 });
      const pieces = await wordpress.within<string[]>(
        `
        $html = [];
        foreach (${phpValue(hostileTexts)} as $text) {
          foreach (["[taafi_form class=\\"{$text}\\"]", "[taafi_form class='{$text}' name='{$text}']", "[taafi_form {$text}]", "[taafi_form definition={$text}]"] as $begun) {
            $html[] = '<taafi-none>' . apply_filters('the_content', wp_kses_post("{$begun}{$text}[/taafi_form]")) . '</taafi-none>';
          }
          $block = ['element' => 'taafi-form', 'settings' => ['definition' => $text, 'name' => $text, $text => $text], 'anchor' => $text, 'className' => $text, 'align' => $text];
          $html[] = '<taafi-none>' . do_blocks(wp_kses_post('<!-- wp:taafi-kit/form ' . serialize_block_attributes($block) . " -->{$text}<!-- /wp:taafi-kit/form -->")) . '</taafi-none>';
          $html[] = '<taafi-none>' . do_blocks('<!-- wp:taafi-kit/form ' . serialize_block_attributes(['element' => $text, 'settings' => $text]) . " /-->") . '</taafi-none>';
        }
        return $html;`,
        'visitor',
      );
      const found = await executableIn(page, pieces, [wordpress.url, 'https://forms.example.org']);
      assert.deepEqual(
        found.filter((fault) => !fault.startsWith('not exactly one element of the kit in ')),
        [],
      );
      assert.equal(await runs(page, pieces), false);
    });

    it('takes attributes as the manifest has them, and those that are missing from the settings', async () => {
      await set({ receiver: 'https://forms.example.org', association: 'https://forms.example.org/a.json' });
      const html = await wordpress.within<string[]>(
        `return array_map('do_shortcode', [
          '[taafi_form definition="/forms/visit.json" lang="ar" disabled name="aid" declaration_page="/sign/"]<p>اتصل: <a href="tel:0130000000">0130000000</a></p>[/taafi_form]',
          '[taafi_receipt_check][/taafi_receipt_check]',
          '[taafi_status_tracker exit="" factor-digits="4" form="https://other.example/new"]هاتف[/taafi_status_tracker]',
        ]);`,
        'visitor',
      );
      assert.equal(
        html[0],
        '<taafi-form definition="/forms/visit.json" lang="ar" disabled name="aid" declaration-page="/sign/" receiver="https://forms.example.org/" association="https://forms.example.org/a.json"><p>اتصل: <a href="tel:0130000000">0130000000</a></p></taafi-form>',
      );
      assert.match(
        html[1] ?? '',
        /^<taafi-receipt-check keys="https:\/\/forms.example.org\/api\/keys"><p>[^<]+<\/p><\/taafi-receipt-check>$/,
      );
      assert.equal(
        html[2],
        '<taafi-status-tracker exit="" factor-digits="4" form="https://other.example/new" receiver="https://forms.example.org/">هاتف</taafi-status-tracker>',
      );
    });

    it('tells who edits the page what is wrong with it, and visitors nothing', async () => {
      await set({ receiver: 'https://forms.example.org/', origins: 'https://second.example.org/' });
      const written = `[taafi_form defnition="/x.json" receiver="https://evil.example/" lang="fr"]`;
      const told = await wordpress.within<string>(`return do_shortcode(${phpText(written)});`);
      assert.match(told, /It has no attribute &quot;defnition&quot;\. It has: definition, receiver/);
      assert.match(told, /It needs the attribute &quot;definition&quot;/);
      assert.match(
        told,
        /&quot;receiver&quot; was left out: forms may not use https:\/\/evil\.example\. An administrator can allow it/,
      );
      assert.match(told, /&quot;lang&quot; can be: ar, en/);
      // The receiver of the settings takes the place of one that is not allowed.
      assert.match(told, /<taafi-form receiver="https:\/\/forms\.example\.org\/">/);
      const shown = await wordpress.within<string>(`return do_shortcode(${phpText(written)});`, 'visitor');
      assert.match(shown, /^<taafi-form receiver="https:\/\/forms\.example\.org\/"><p>/);
      const second = '[taafi_form definition="https://second.example.org/x.json"][/taafi_form]';
      assert.match(
        await wordpress.within<string>(`return do_shortcode(${phpText(second)});`),
        /^<taafi-form definition="https:\/\/second\.example\.org\/x\.json"/,
      );
    });

    it('keeps settings that work, and says of others what is wrong and how to mend it', async () => {
      type Judged = { kept: Record<string, string>; told: string[] };
      const judge = (all: readonly Record<string, unknown>[]) =>
        wordpress.within<Judged[]>(`
          delete_option('taafi_kit');
          $judged = [];
          foreach (${phpValue(all)} as $settings) {
            $GLOBALS['wp_settings_errors'] = [];
            $kept = taafi_kit_sanitize_settings($settings);
            $judged[] = ['kept' => $kept, 'told' => array_column(get_settings_errors('taafi_kit'), 'message')];
          }
          return $judged;`);
      const whole = {
        receiver: ' https://Forms.example.org ',
        association: '/association.json',
        origins: 'https://b.example, https://c.example:8443/x\nhttps://b.example',
        source: 'receiver',
        integrity: `sha384-${'A'.repeat(64)}`,
        other: 'is not ours',
      };
      const [fine, local] = await judge([whole, { receiver: 'http://localhost:8080' }]);
      assert.deepEqual(fine, {
        kept: {
          receiver: 'https://Forms.example.org/',
          association: '/association.json',
          origins: 'https://b.example\nhttps://c.example:8443',
          source: 'receiver',
          integrity: `sha384-${'A'.repeat(64)}`,
        },
        told: [],
      });
      assert.equal(local?.kept.receiver, 'http://localhost:8080/');
      const wrong: [Record<string, unknown>, RegExp][] = [
        [{ receiver: 'http://forms.example.org' }, /has to begin with https:\/\//],
        [{ receiver: 'forms.example.org' }, /whole address/],
        [{ receiver: 'ftp://forms.example.org' }, /whole address/],
        [{ receiver: 'javascript:alert(1)' }, /whole address/],
        [{ receiver: '/forms' }, /whole address/],
        [{ receiver: 'https://me:secret@forms.example.org' }, /name and password/],
        [{ receiver: 'https://forms.example.org/?a=1' }, /what follows \?/],
        [{ association: 'http://forms.example.org/a.json' }, /has to begin with https/],
        [{ origins: '*' }, /whole address/],
        [{ integrity: 'md5-abc' }, /sha256-, sha384-/],
        [{ source: 'receiver' }, /address of the receiver first/],
      ];
      const faulty = await judge(wrong.map(([settings]) => settings));
      for (const [index, { kept, told }] of faulty.entries()) {
        const [settings, sentence] = wrong[index] ?? [{}, /./];
        assert.deepEqual(kept, nothing, JSON.stringify(settings));
        assert.match(told.join(), sentence);
      }
      const hostile = [...hostileTexts, null, 7, ['x'], { receiver: 'x' }];
      const survived = await judge(
        hostile.map((text) => Object.fromEntries(Object.keys(nothing).map((name) => [name, text]))),
      );
      for (const { kept, told } of survived) {
        assert.doesNotMatch(Object.values(kept).join(), /[<"']|evil\.example@|^javascript/i);
        assert.doesNotMatch(told.join(), /<(?!\/?code)/);
      }
    });

    it('has a settings page for who may manage options, with the line for the receiver to copy', async (test) => {
      await set({ receiver: '', association: '' });
      const page = await open(test, { width: 1280 });
      const witness = await watch(page);
      await signIn(page, wordpress.url);
      await page.goto(`${wordpress.url}/wp-admin/options-general.php?page=taafi-kit`);
      assert.equal(
        await page.$eval('#taafi-kit-line', (line) => (line as HTMLInputElement).value),
        `TAAFI_ORIGINS=${wordpress.url}`,
      );
      const send = async (address: string) => {
        await page.$eval('#taafi-kit-receiver', (input) => ((input as HTMLInputElement).value = ''));
        await page.type('#taafi-kit-receiver', address);
        await Promise.all([page.waitForNavigation(), page.click('#submit')]);
        return page.$eval('#wpbody', (body) => body.textContent);
      };
      assert.match(
        await send('http://forms.example.org'),
        /was not changed: the address has to begin with https/,
      );
      assert.match(await send('https://forms.example.org'), /Settings saved\./);
      assert.equal(
        await wordpress.within<string>("return taafi_kit_settings()['receiver'];"),
        'https://forms.example.org/',
      );
      // Nothing inline of ours: what there is would be in the page's own part.
      assert.equal(
        await page.$$eval(
          '#wpbody-content .wrap script, #wpbody-content .wrap style, #wpbody-content .wrap [style], #wpbody-content .wrap [onclick]',
          ({ length }) => length,
        ),
        0,
      );
      const refused = await page.evaluate(async () => {
        const body = new URLSearchParams({
          option_page: 'taafi_kit',
          action: 'update',
          'taafi_kit[receiver]': 'https://evil.example/',
        });
        return (await fetch('options.php', { method: 'POST', body })).status;
      });
      assert.equal(refused, 403, 'without its nonce nothing is kept');
      assert.deepEqual(
        witness.complaints.filter(
          (complaint) => complaint.includes('taafi') && !complaint.includes('options.php'),
        ),
        [],
      );
      await wordpress.within("get_user_by('login', 'admin')->set_role('editor'); return true;");
      const denied = await page.goto(`${wordpress.url}/wp-admin/options-general.php?page=taafi-kit`);
      assert.equal(denied?.status(), 403);
      await wordpress.within("get_user_by('login', 'admin')->set_role('administrator'); return true;");
    });

    it('suggests a text for the privacy page, and speaks Arabic to who reads Arabic', async (test) => {
      await set({ receiver: 'https://forms.example.org/' });
      const page = await open(test, { width: 1280 });
      await signIn(page, wordpress.url);
      await page.goto(`${wordpress.url}/wp-admin/options-privacy.php?tab=policyguide`);
      assert.match(
        await page.$eval('body', (body) => body.textContent),
        /It is received and kept by https:\/\/forms\.example\.org\//,
      );
      await wordpress.within(
        "update_user_meta(get_user_by('login', 'admin')->ID, 'locale', 'ar'); return true;",
      );
      await page.goto(`${wordpress.url}/wp-admin/options-general.php?page=taafi-kit`);
      assert.equal(await page.$eval('.wrap', (wrap) => getComputedStyle(wrap).direction), 'rtl');
      assert.match(await page.$eval('.wrap', (wrap) => wrap.textContent), /عنوان المستقبِل/);
      await wordpress.within("delete_user_meta(get_user_by('login', 'admin')->ID, 'locale'); return true;");
    });

    for (const [way, content] of Object.entries({
      shortcode: (definition: string) =>
        `<!-- wp:shortcode -->[taafi_form definition="${definition}" lang="ar"]<p>اتصل بنا</p>[/taafi_form]<!-- /wp:shortcode -->`,
      block: (definition: string) =>
        `<!-- wp:taafi-kit/form {"settings":{"definition":"${definition}","lang":"ar"}} --><!-- wp:paragraph --><p>اتصل بنا</p><!-- /wp:paragraph --><!-- /wp:taafi-kit/form -->`,
    })) {
      it(`a form of a ${way} is filled in and received, under a content policy that lets no inline script run`, async (test) => {
        const receiver = await startReceiverProgram(test, { TAAFI_ORIGINS: wordpress.url });
        receiver.putForm('visit', visitForm);
        await set({ receiver: receiver.url });
        const address = await wordpress.publish(
          `طلب زيارة ${way}`,
          content(`${receiver.url}/forms/visit.json`),
        );
        wordpress.headers = {
          'content-security-policy': `default-src 'self'; connect-src 'self' ${receiver.url}; img-src 'self' data: blob:; require-trusted-types-for 'script'; trusted-types lit-html`,
        };
        test.after(() => {
          wordpress.headers = {};
        });
        const page = await open(test, { width: 360, height: 740 });
        const witness = await watch(page);
        const form = await FormPage.open(page, address, 'taafi-form');
        await form.fill(visitAnswers);
        await form.goOn('papers');
        const { path = '' } = (await makePapers(test, page, ['خطاب.png'])).get('خطاب.png') ?? {};
        await form.attach('letter', path);
        await form.fill(visitAnswers);
        await form.goOn('review');
        await form.pressMain();
        await form.isAt('receipt');
        const [request, ...others] = await receiver.requests();
        assert.equal(others.length, 0);
        assert.equal(request?.answers.fullName, visitAnswers.fullName);
        const origins = new Set(
          witness.urls.filter((url) => !/^(data|blob):/.test(url)).map((url) => new URL(url).origin),
        );
        assert.deepEqual([...origins].sort(), [new URL(receiver.url).origin, wordpress.url].sort());
        assert.deepEqual(
          witness.complaints.filter((complaint) => complaint.includes('taafi-kit')),
          [],
        );
      });
    }

    it('adds to a page its one script, with integrity, and nothing inline; to pages without a form nothing', async (test) => {
      await set({ receiver: 'https://forms.example.org/' });
      const form = '[taafi_form definition="/forms/visit.json"]<p>اتصل بنا</p>[/taafi_form]';
      const [plain, one, two] = await Promise.all(
        [
          ['plain', '<!-- wp:paragraph --><p>نص</p><!-- /wp:paragraph -->'],
          [
            'one',
            `<!-- wp:paragraph --><p>نص</p><!-- /wp:paragraph --><!-- wp:shortcode -->${form}<!-- /wp:shortcode -->`,
          ],
          [
            'two',
            `<!-- wp:paragraph --><p>نص</p><!-- /wp:paragraph --><!-- wp:shortcode -->${form}<!-- /wp:shortcode --><!-- wp:taafi-kit/form {"element":"taafi-status-tracker"} /-->`,
          ],
        ].map(async ([title = '', content = '']) =>
          (await fetch(await wordpress.publish(title, content))).text(),
        ),
      );
      const page = await open(test, { width: 800 });
      const told = await page.evaluate(
        (pages) =>
          pages.map((html) => {
            const parsed = new DOMParser().parseFromString(html ?? '', 'text/html');
            const scripts = Array.from(parsed.scripts);
            return {
              kit: scripts
                .filter(({ src }) => src.includes('/taafi-kit/'))
                .map(({ src, type, integrity, crossOrigin }) => ({
                  file: src.slice(src.lastIndexOf('/') + 1),
                  type,
                  integrity: integrity.slice(0, 7),
                  crossOrigin,
                })),
              inline: scripts.filter(({ src }) => src === '').map(({ id, type }) => `${type} ${id}`),
              styles: parsed.querySelectorAll('style').length,
              linked: parsed.querySelectorAll('link[href*="taafi"]').length,
            };
          }),
        [plain, one, two],
      );
      const module = { type: 'module', integrity: 'sha384-', crossOrigin: 'anonymous' };
      assert.deepEqual(told[0]?.kit, []);
      assert.deepEqual(told[1]?.kit, [{ file: 'taafi.js', ...module }]);
      const sorted = told[2]?.kit.sort((a, b) => (a.file > b.file ? 1 : -1));
      assert.deepEqual(sorted, [
        { file: 'taafi-status-tracker.js', ...module },
        { file: 'taafi.js', ...module },
      ]);
      for (const [index, { inline, styles, linked }] of told.entries()) {
        assert.deepEqual(inline, told[0]?.inline, `inline scripts of page ${index}`);
        assert.equal(linked, 0);
        // The shortcode's own block may bring a style of WordPress; ours brings none.
        assert.ok(styles <= (told[0]?.styles ?? 0) + 1);
      }
      test.diagnostic(`inline scripts of WordPress ${version} itself: ${told[0]?.inline.join(', ')}`);
    });

    it('can load the kit from the receiver, whose file must be the one that was named', async (test) => {
      const receiver = await startReceiverProgram(test, { TAAFI_ORIGINS: wordpress.url });
      receiver.putForm('visit', visitForm);
      const bytes = await (await fetch(`${receiver.url}/taafi.js`)).arrayBuffer();
      const hash = Buffer.from(await crypto.subtle.digest('SHA-384', bytes)).toString('base64');
      const address = await wordpress.publish(
        'من المستقبل',
        `[taafi_form definition="${receiver.url}/forms/visit.json"]<p>اتصل بنا</p>[/taafi_form]`,
      );
      await set({ receiver: receiver.url, source: 'receiver', integrity: `sha384-${hash}` });
      const page = await open(test, { width: 360 });
      await FormPage.open(page, address, 'taafi-form');
      await set({ receiver: receiver.url, source: 'receiver', integrity: `sha384-${'A'.repeat(64)}` });
      await page.goto(address, { waitUntil: 'networkidle0' });
      assert.equal(await page.$eval('taafi-form p', (words) => words.checkVisibility()), true);
      assert.equal(await page.evaluate(() => customElements.get('taafi-form') === undefined), true);
    });

    // The editor of 6.7-alpha did not open in this PHP within two minutes: what it does with the block is not known.
    const editor = { skip: build !== 'wp-6.5' };
    it(
      'has a block that shows in the editor what it will be, and does not run the form there',
      editor,
      async (test) => {
        await set({ receiver: 'https://forms.example.org/' });
        const page = await open(test, { width: 1280, height: 900 });
        const witness = await watch(page);
        await signIn(page, wordpress.url);
        await page.goto(`${wordpress.url}/wp-admin/post-new.php?post_type=page`, {
          waitUntil: 'domcontentloaded',
        });
        await page.waitForFunction(
          'globalThis.wp?.blocks?.getBlockType("taafi-kit/form") && wp.data.select("core/editor").getCurrentPostId()',
        );
        const made = await page.evaluate(async () => {
          const { wp } = globalThis as unknown as { readonly wp: WordPress };
          const { createBlock, getBlockType, getBlockVariations, serialize } = wp.blocks;
          const tracker = getBlockVariations('taafi-kit/form').find(
            ({ name }) => name === 'taafi-status-tracker',
          );
          const block = createBlock(
            'taafi-kit/form',
            { ...tracker?.attributes, settings: { form: '/new/' } },
            [createBlock('core/paragraph', { content: 'اتصل بنا' })],
          );
          wp.data.dispatch('core/editor').editPost({ title: 'متابعة' });
          wp.data.dispatch('core/block-editor').insertBlocks(block);
          await wp.data.dispatch('core/editor').savePost();
          return {
            title: getBlockType('taafi-kit/form').title,
            variations: getBlockVariations('taafi-kit/form').length,
            saved: serialize([block]),
            shown: wp.data.select('core/editor').getPermalink(),
            id: wp.data.select('core/editor').getCurrentPostId(),
          };
        });
        assert.equal(made.title, 'taafi-kit form');
        assert.equal(made.variations, 9);
        assert.match(
          made.saved,
          /^<!-- wp:taafi-kit\/form \{"element":"taafi-status-tracker","settings":\{"form":"\/new\/"\}\} -->/,
        );
        const preview = async () => {
          const texts = page
            .frames()
            .map((frame) => frame.$eval('.taafi-kit-preview', (one) => one.textContent).catch(() => ''));
          return (await Promise.all(texts)).join('');
        };
        await until(
          async () => /Status tracker.*Page for a new request: \/new\/.*اتصل بنا/s.test(await preview()),
          async () => `the editor shows what the block will be: ${await preview()}`,
        );
        for (const frame of page.frames()) {
          assert.equal(
            await frame.evaluate(() => customElements.get('taafi-status-tracker') === undefined),
            true,
          );
        }
        assert.deepEqual(
          witness.complaints.filter((complaint) => complaint.includes('taafi')),
          [],
        );
        const html = await wordpress.within<string>(
          `return do_blocks(get_post(${made.id})->post_content);`,
          'visitor',
        );
        assert.match(
          html,
          /<div class="wp-block-taafi-kit-form"><taafi-status-tracker form="\/new\/" receiver="https:\/\/forms\.example\.org\/">\s*<p>اتصل بنا<\/p>\s*<\/taafi-status-tracker><\/div>/,
        );
      },
    );

    it('leaves nothing behind when it is removed', async () => {
      await set({ receiver: 'https://forms.example.org/' });
      const left = await wordpress.within<number>(`
        deactivate_plugins('taafi-kit/taafi-kit.php');
        uninstall_plugin('taafi-kit/taafi-kit.php');
        $database = new PDO('sqlite:' . WP_CONTENT_DIR . '/database/.ht.sqlite');
        $query = "SELECT COUNT(*) FROM wp_options WHERE option_name LIKE '%taafi%' AND option_name NOT LIKE '%transient%'";
        return (int) $database->query($query)->fetchColumn();`);
      assert.equal(left, 0);
      assert.doesNotMatch(wordpress.errors(), /taafi/);
    });
  });
}
