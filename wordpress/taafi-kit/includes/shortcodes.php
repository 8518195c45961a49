<?php
/**
 * A shortcode for each element: `[taafi_form definition="…"]…[/taafi_form]`.
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	static function () {
		foreach ( array_keys( taafi_kit_elements() ) as $tag ) {
			add_shortcode(
				str_replace( '-', '_', $tag ),
				static fn( $given, $content = '' ) => taafi_kit_element(
					$tag,
					is_array( $given ) ? $given : array(),
					// A shortcode on lines of its own leaves half a paragraph at each end.
					preg_replace( '#^\s*</p>|<p>\s*$#', '', (string) $content )
				)
			);
		}
	}
);
