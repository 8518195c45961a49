<?php
/**
 * Removes the one option the plugin has. Nothing else of it is in WordPress.
 *
 * @package taafi-kit
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'taafi_kit' );

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $taafi_kit_site ) {
		delete_blog_option( $taafi_kit_site, 'taafi_kit' );
	}
}
