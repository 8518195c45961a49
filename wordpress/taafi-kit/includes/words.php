<?php
/**
 * Every sentence of the plugin, in Arabic and in English.
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

/**
 * A sentence in the language of who reads it: Arabic where WordPress speaks Arabic to him, English everywhere else.
 *
 * @param string $key  Its name in languages/ar.php and languages/en.php.
 * @param mixed  ...$values For the %s in it.
 */
function taafi_kit_text( $key, ...$values ) {
	static $words = array();
	$language     = taafi_kit_language();
	if ( ! isset( $words[ $language ] ) ) {
		$words[ $language ] = require dirname( TAAFI_KIT_FILE ) . "/languages/$language.php";
	}
	return vsprintf( $words[ $language ][ $key ], $values );
}

/** Returns `ar` or `en`. */
function taafi_kit_language() {
	return 0 === strpos( determine_locale(), 'ar' ) ? 'ar' : 'en';
}
