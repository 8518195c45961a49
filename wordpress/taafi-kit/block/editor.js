/**
 * The block in the editor: which element, what it is given, and what is shown until it is ready. The form itself does
 * not run here: who edits a page is not to fill it in.
 */
(({ blocks, blockEditor, components, element }, elements) => {
  const { createElement: h, Fragment } = element;
  const { InnerBlocks, InspectorControls, useBlockProps } = blockEditor;
  const { PanelBody, SelectControl, TextControl, ToggleControl } = components;

  const language = document.documentElement.lang.startsWith('ar') ? 'ar' : 'en';
  const words = {
    ar: {
      block: 'نموذج taafi-kit',
      about: 'نموذج تذهب إجاباته إلى المستقبِل الخاص بكم.',
      which: 'أي نموذج',
      usual: 'كالمعتاد',
      missing: 'يلزم:',
      fromSettings: 'إن تُرك فارغًا فمن الإعدادات ← taafi-kit.',
      shownUntil: 'يظهر حتى يجهز النموذج، وبدلًا منه إن تعذّر:',
      call: 'رقم الهاتف أو طريقة أخرى للتواصل',
    },
    en: {
      block: 'taafi-kit form',
      about: 'A form whose answers go to your own receiver.',
      which: 'Which form',
      usual: 'As usual',
      missing: 'Needed:',
      fromSettings: 'Where it is empty, that of Settings → taafi-kit.',
      shownUntil: 'Shown until the form is ready, and instead of it if it cannot be:',
      call: 'A telephone number, or another way to reach you',
    },
  }[language];

  /** What the settings of the site give where a page says nothing. */
  const fromSite = ['receiver', 'association', 'keys'];

  /** The control for one attribute of an element. */
  function control({ name, kind, values = [], label }, settings, set) {
    const shared = { key: name, label: label[language], __nextHasNoMarginBottom: true };
    if (kind === 'flag') {
      return h(ToggleControl, {
        ...shared,
        checked: settings[name] === true,
        onChange: (on) => set(name, on),
      });
    }
    const value = settings[name] ?? '';
    if (kind === 'choice') {
      const options = [
        { value: '', label: words.usual },
        ...values.map((one) => ({ value: one, label: one })),
      ];
      return h(SelectControl, { ...shared, value, options, onChange: (chosen) => set(name, chosen) });
    }
    return h(TextControl, {
      ...shared,
      value,
      type: kind === 'number' ? 'number' : 'text',
      dir: kind === 'text' ? 'auto' : 'ltr',
      help: fromSite.includes(name) ? words.fromSettings : undefined,
      onChange: (text) => set(name, text),
    });
  }

  /** What the page's editor sees in place of the form. */
  function preview({ title, about, attributes, needs }, settings) {
    const given = attributes.filter(({ name }) => (settings[name] ?? '') !== '' && settings[name] !== false);
    const missing = needs.filter((name) => !fromSite.includes(name) && !settings[name]);
    return h(
      'div',
      { className: 'taafi-kit-preview' },
      h('p', { className: 'taafi-kit-preview-title' }, title[language]),
      h('p', { className: 'taafi-kit-preview-about' }, about[language]),
      h(
        'ul',
        { className: 'taafi-kit-preview-facts' },
        given.map(({ name, label }) =>
          h('li', { key: name }, `${label[language]}: `, h('bdi', null, String(settings[name]))),
        ),
        missing.map((name) => {
          const { label } = attributes.find((attribute) => attribute.name === name);
          return h('li', { key: name }, h('strong', null, `${words.missing} ${label[language]}`));
        }),
      ),
      h(
        'div',
        { className: 'taafi-kit-preview-fallback' },
        h('p', null, words.shownUntil),
        h(InnerBlocks, { template: [['core/paragraph', { placeholder: words.call }]] }),
      ),
    );
  }

  function Edit({ attributes, setAttributes }) {
    const shown = elements[attributes.element] ?? elements['taafi-form'];
    const set = (name, value) => {
      const { [name]: _before, ...rest } = attributes.settings;
      setAttributes({ settings: value === '' || value === false ? rest : { ...rest, [name]: value } });
    };
    const choice = h(SelectControl, {
      label: words.which,
      value: attributes.element,
      options: Object.entries(elements).map(([value, { title }]) => ({ value, label: title[language] })),
      onChange: (chosen) => setAttributes({ element: chosen }),
      __nextHasNoMarginBottom: true,
    });
    return h(
      Fragment,
      null,
      h(
        InspectorControls,
        null,
        h(
          PanelBody,
          { title: shown.title[language] },
          choice,
          shown.attributes.map((attribute) => control(attribute, attributes.settings, set)),
        ),
      ),
      h('div', useBlockProps(), preview(shown, attributes.settings)),
    );
  }

  blocks.registerBlockType('taafi-kit/form', {
    title: words.block,
    description: words.about,
    edit: Edit,
    save: () => h(InnerBlocks.Content),
    variations: Object.entries(elements).map(([tag, { title, about }]) => ({
      name: tag,
      title: title[language],
      description: about[language],
      attributes: { element: tag, settings: {} },
      isDefault: tag === 'taafi-form',
      isActive: ['element'],
    })),
  });
})(window.wp, window.taafiKitElements);
