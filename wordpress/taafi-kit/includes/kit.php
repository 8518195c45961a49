<?php
/**
 * What the build found in the manifest of the elements: tags, attributes, scripts.
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

/**
 * The kit that this plugin carries: `folder`, `integrity` by script, `elements` by tag.
 */
function taafi_kit() {
	static $kit = null;
	if ( null === $kit ) {
		$kit = require dirname( TAAFI_KIT_FILE ) . '/made/kit.php';
	}
	return $kit;
}

/**
 * The elements by their tags: `title`, `about`, `script`, `needs`, `attributes`.
 */
function taafi_kit_elements() {
	return taafi_kit()['elements'];
}
