<?php
/**
 * English.
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

return array(
	'save'               => 'Save',
	'settings'           => 'Settings',
	'intro'              => 'Forms on your pages, whose answers go to your own receiver. WordPress keeps none of them.',
	'receiver'           => 'Address of the receiver',
	'receiver_help'      => 'Where answers are sent, such as https://forms.example.org/. A page can name another one that you allow below.',
	'association'        => 'Address of the association\'s document',
	'association_help'   => 'Its channels and documents stand under each form. Leave it empty if you have none.',
	'origins'            => 'Other addresses that pages may use',
	'origins_help'       => 'One a line, such as https://other.example.org. Forms are loaded from this site, from the receiver and from these, and sent nowhere else.',
	'source'             => 'Where the kit is loaded from',
	'source_plugin'      => 'From this plugin: nothing is loaded from another site (recommended)',
	'source_receiver'    => 'From the receiver: it is always as new as the receiver',
	'integrity'          => 'Integrity of the receiver\'s taafi.js',
	'integrity_help'     => 'Only where the kit is loaded from the receiver; begins with sha384-. Browsers then run no other script in its place. Change it when you update the receiver.',
	'at_receiver'        => 'At the receiver',
	'at_receiver_help'   => 'Start the receiver with this line among its settings, or it refuses what this site sends:',
	'at_receiver_more'   => 'Where there is such a line already, add the address to it after a comma.',
	'at_receiver_health' => 'Open the receiver: it answers with "ok" when it runs',
	'use'                => 'On a page',
	'use_help'           => 'Add the block "taafi-kit form", or one of these shortcodes. What stands between the two halves is shown until the form is ready, and instead of it if it cannot be: a telephone number, for instance.',
	'use_for'            => 'What for',
	'use_shortcode'      => 'Shortcode',
	'warn_no_receiver'   => 'There is no receiver yet, so that forms cannot send anything. Enter its address below.',
	'warn_site_https'    => 'This site is not opened with https: what people type can be read on the way. Ask your host for a certificate, then change both addresses under Settings → General.',
	'fault'              => '%1$s was not changed: %2$s',
	'fault_address'      => 'write the whole address, beginning with https://',
	'fault_https'        => 'the address has to begin with https://, or what people type can be read on the way.',
	'fault_password'     => 'leave out the name and password: everybody who opens a page could read them.',
	'fault_query'        => 'leave out what follows ? or #.',
	'fault_integrity'    => 'it has to be sha256-, sha384- or sha512- and then the hash in base64.',
	'fault_source'       => 'enter the address of the receiver first.',
	'note'               => 'Only you who edit this site see this note about %s:',
	'unknown'            => 'It has no attribute "%1$s". It has: %2$s.',
	'needs'              => 'It needs the attribute "%s".',
	'needs_receiver'     => 'It has no receiver. Enter its address under Settings → taafi-kit.',
	'bad_address'        => '"%s" has to be an address that begins with https:// or with /.',
	'not_allowed'        => '"%1$s" was left out: forms may not use %2$s. An administrator can allow it under Settings → taafi-kit.',
	'bad_choice'         => '"%1$s" can be: %2$s.',
	'bad_number'         => '"%s" has to be a number.',
	'fallback'           => 'The form is opening. If it does not appear, please load the page again or contact us.',
	'privacy_receiver'   => 'our own server',
	'privacy_what'       => 'Some of our pages have forms. What you fill in is sent only when you press the button to send it, and is not stored in this website.',
	'privacy_where'      => 'It is received and kept by %s. You are told there who sees it, how long it is kept and how you can see, correct or withdraw it.',
	'privacy_device'     => 'These forms set no cookies, keep nothing on your device and contact nobody else.',
);
