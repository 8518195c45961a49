<?php
/**
 * A suggestion for the site's privacy page.
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_init',
	static function () {
		if ( function_exists( 'wp_add_privacy_policy_content' ) ) {
			$receiver = taafi_kit_settings()['receiver'];
			$receiver = '' === $receiver ? taafi_kit_text( 'privacy_receiver' ) : $receiver;
			wp_add_privacy_policy_content(
				'taafi-kit',
				'<p>' . esc_html( taafi_kit_text( 'privacy_what' ) ) . '</p><p>' . esc_html( taafi_kit_text( 'privacy_where', $receiver ) )
					. '</p><p>' . esc_html( taafi_kit_text( 'privacy_device' ) ) . '</p>'
			);
		}
	}
);
