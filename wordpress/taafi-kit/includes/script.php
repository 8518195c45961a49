<?php
/**
 * Brings the script of an element to the pages that have one, and to no other.
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

/**
 * To be called while a page is made that has the element.
 *
 * @param string $tag Of an element.
 */
function taafi_kit_enqueue( $tag ) {
	$script = taafi_kit_elements()[ $tag ]['script'];
	// Without a version: pieces of the kit import the first script by its bare address, and `?ver=` would make two of it.
	wp_enqueue_script_module( taafi_kit_script_id( $script ), taafi_kit_script_address( $script ), array(), null );
}

/**
 * Name of a script in WordPress.
 *
 * @param string $script Its path within the kit.
 */
function taafi_kit_script_id( $script ) {
	return 'taafi-kit/' . basename( $script, '.js' );
}

/**
 * Where a script is loaded from.
 *
 * @param string $script Its path within the kit.
 */
function taafi_kit_script_address( $script ) {
	$settings = taafi_kit_settings();
	if ( 'receiver' === $settings['source'] && '' !== $settings['receiver'] ) {
		return $settings['receiver'] . ( 'taafi.js' === $script ? $script : "kit/$script" );
	}
	return plugins_url( taafi_kit()['folder'] . '/' . $script, TAAFI_KIT_FILE );
}

/**
 * What a browser is to find a script to be: `integrity` and `crossorigin`, as attributes of its tag.
 *
 * @param string $script Its path within the kit.
 */
function taafi_kit_script_checks( $script ) {
	$settings = taafi_kit_settings();
	$is_own   = 'plugin' === $settings['source'] || '' === $settings['receiver'];
	// The address of the plugin may be that of another machine, where a site has one for its files.
	$checks = array( 'crossorigin' => 'anonymous' );
	if ( $is_own ) {
		$checks['integrity'] = taafi_kit()['integrity'][ $script ];
	} elseif ( '' !== $settings['integrity'] && 'taafi.js' === $script ) {
		$checks['integrity'] = $settings['integrity'];
	}
	/**
	 * Filters `integrity` and `crossorigin` of a script: an empty array takes both off, where something between
	 * WordPress and the browser rewrites scripts.
	 *
	 * @param array  $checks By the names of the attributes.
	 * @param string $script Path within the kit, such as `taafi.js`.
	 */
	return (array) apply_filters( 'taafi_kit_script_checks', $checks, $script );
}

add_filter(
	'wp_script_attributes',
	static function ( $attributes ) {
		foreach ( taafi_kit()['integrity'] as $script => $integrity ) {
			if ( taafi_kit_script_id( $script ) . '-js-module' === ( $attributes['id'] ?? '' ) ) {
				return array_merge( $attributes, taafi_kit_script_checks( $script ) );
			}
		}
		return $attributes;
	}
);
