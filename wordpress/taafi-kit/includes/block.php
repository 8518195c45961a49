<?php
/**
 * One block for all elements; which one is an attribute, chosen as a variation.
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	static function () {
		$folder = dirname( TAAFI_KIT_FILE );
		wp_register_script( 'taafi-kit-elements', plugins_url( 'made/elements.js', TAAFI_KIT_FILE ), array(), basename( taafi_kit()['folder'] ), true );
		wp_register_script(
			'taafi-kit-editor',
			plugins_url( 'block/editor.js', TAAFI_KIT_FILE ),
			array( 'taafi-kit-elements', 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
			(string) filemtime( "$folder/block/editor.js" ),
			true
		);
		register_block_type( "$folder/block", array( 'render_callback' => 'taafi_kit_render_block' ) );
	}
);

/**
 * What visitors get of a block.
 *
 * @param array  $attributes `element`, the tag, and `settings`, its attributes.
 * @param string $content    The blocks within, already rendered.
 */
function taafi_kit_render_block( array $attributes, $content ) {
	$tag = $attributes['element'] ?? 'taafi-form';
	if ( ! is_string( $tag ) || ! isset( taafi_kit_elements()[ $tag ] ) ) {
		return '';
	}
	$settings = is_array( $attributes['settings'] ?? null ) ? $attributes['settings'] : array();
	return '<div ' . get_block_wrapper_attributes() . '>' . taafi_kit_element( $tag, $settings, $content ) . '</div>';
}
