<?php
/**
 * Plugin Name:       taafi-kit
 * Description:       Accessible Arabic-first forms for charities, as shortcodes and a block. What people send goes to your own receiver and never into WordPress.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * Author:            The taafi-kit authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       taafi-kit
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

define( 'TAAFI_KIT_FILE', __FILE__ );
define( 'TAAFI_KIT_OPTION', 'taafi_kit' );

require_once __DIR__ . '/includes/words.php';
require_once __DIR__ . '/includes/kit.php';
require_once __DIR__ . '/includes/addresses.php';
require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/script.php';
require_once __DIR__ . '/includes/element.php';
require_once __DIR__ . '/includes/shortcodes.php';
require_once __DIR__ . '/includes/block.php';

if ( is_admin() ) {
	require_once __DIR__ . '/includes/settings-page.php';
	require_once __DIR__ . '/includes/privacy.php';
}
