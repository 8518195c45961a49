<?php
/**
 * The tag of an element: nothing gets into it but what the element has, of the kind it has it.
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

/**
 * The HTML of an element, whose script the page then gets.
 *
 * @param string $tag     One of taafi_kit_elements().
 * @param array  $given   Attributes by their names; for those without a value, the names under numbers.
 * @param string $content What is shown until the element is ready, and instead of it if it cannot be.
 */
function taafi_kit_element( $tag, array $given, $content ) {
	list( $attributes, $problems ) = taafi_kit_attributes( $tag, $given );
	foreach ( taafi_kit_elements()[ $tag ]['needs'] as $name ) {
		if ( '' === ( $attributes[ $name ] ?? '' ) ) {
			$problems[] = taafi_kit_text( 'receiver' === $name ? 'needs_receiver' : 'needs', $name );
		}
	}
	$html = "<$tag";
	foreach ( $attributes as $name => $value ) {
		$html .= true === $value ? " $name" : sprintf( ' %s="%s"', $name, taafi_kit_escaped( $tag, $name, $value ) );
	}
	taafi_kit_enqueue( $tag );
	return taafi_kit_note( $tag, $problems ) . $html . '>' . taafi_kit_fallback( $content ) . "</$tag>";
}

/**
 * What of the given attributes the element can have, and sentences about the rest.
 *
 * @param string $tag   One of taafi_kit_elements().
 * @param array  $given As in taafi_kit_element().
 * @return array{0: array<string, string|true>, 1: string[]}
 */
function taafi_kit_attributes( $tag, array $given ) {
	$settings   = taafi_kit_settings();
	$known      = array_column( taafi_kit_elements()[ $tag ]['attributes'], null, 'name' );
	$attributes = array();
	$problems   = array();
	foreach ( $given as $name => $value ) {
		// `[taafi_form disabled]` gives a name without a value, under a number.
		list( $name, $value ) = is_int( $name ) ? array( $value, 'true' ) : array( $name, $value );
		if ( ! is_scalar( $value ) || ! is_string( $name ) ) {
			continue;
		}
		$name  = str_replace( '_', '-', strtolower( $name ) );
		$value = is_bool( $value ) ? ( $value ? 'true' : 'false' ) : trim( wp_check_invalid_utf8( (string) $value ) );
		if ( 'id' === $name || 'class' === $name ) {
			$attributes[ $name ] = taafi_kit_words_of( $value, 'id' === $name );
		} elseif ( ! isset( $known[ $name ] ) ) {
			$problems[] = taafi_kit_text( 'unknown', $name, implode( ', ', array_keys( $known ) ) );
		} elseif ( '' !== $value || 'exit' === $name ) {
			$problem = taafi_kit_value_fault( $known[ $name ], $value );
			if ( '' !== $problem ) {
				$problems[] = $problem;
			} elseif ( 'flag' !== $known[ $name ]['kind'] ) {
				$attributes[ $name ] = $value;
			} elseif ( 'false' !== strtolower( $value ) ) {
				$attributes[ $name ] = true;
			}
		}
	}
	foreach ( array( 'receiver', 'association' ) as $name ) {
		if ( isset( $known[ $name ] ) && ! isset( $attributes[ $name ] ) && '' !== $settings[ $name ] ) {
			$attributes[ $name ] = $settings[ $name ];
		}
	}
	if ( isset( $known['keys'] ) && ! isset( $attributes['keys'] ) && '' !== $settings['receiver'] ) {
		$attributes['keys'] = $settings['receiver'] . 'api/keys';
	}
	return array( array_filter( $attributes, static fn( $value, $name ) => '' !== $value || 'exit' === $name, ARRAY_FILTER_USE_BOTH ), $problems );
}

/**
 * What is wrong with a value, in words; empty where nothing is.
 *
 * @param array  $attribute Of an element.
 * @param string $value     Not empty, but for `exit`.
 */
function taafi_kit_value_fault( array $attribute, $value ) {
	$name = $attribute['name'];
	switch ( $attribute['kind'] ) {
		case 'source':
			if ( ! taafi_kit_is_address( $value ) ) {
				return taafi_kit_text( 'bad_address', $name );
			}
			return taafi_kit_is_allowed( $value ) ? '' : taafi_kit_text( 'not_allowed', $name, taafi_kit_origin( $value ) );
		case 'link':
			return '' === $value || taafi_kit_is_address( $value ) ? '' : taafi_kit_text( 'bad_address', $name );
		case 'choice':
			return in_array( $value, $attribute['values'], true )
				? ''
				: taafi_kit_text( 'bad_choice', $name, implode( ', ', $attribute['values'] ) );
		case 'number':
			return preg_match( '/^\d{1,4}$/', $value ) ? '' : taafi_kit_text( 'bad_number', $name );
		default:
			return '';
	}
}

/**
 * A value as it can stand between double quotes.
 *
 * @param string $tag   Of the element.
 * @param string $name  Of the attribute.
 * @param string $value That has no fault.
 */
function taafi_kit_escaped( $tag, $name, $value ) {
	$kinds      = array_column( taafi_kit_elements()[ $tag ]['attributes'], 'kind', 'name' );
	$is_address = in_array( $kinds[ $name ] ?? '', array( 'source', 'link' ), true );
	return $is_address ? esc_url( $value, array( 'http', 'https' ) ) : esc_attr( $value );
}

/**
 * Names for `id` and `class`: what a style sheet can name without escapes.
 *
 * @param string $value As it was written.
 * @param bool   $one   Whether only one is wanted.
 */
function taafi_kit_words_of( $value, $one ) {
	$names = array_filter( array_map( 'sanitize_html_class', preg_split( '/\s+/', $value ) ) );
	return implode( ' ', $one ? array_slice( $names, 0, 1 ) : $names );
}

/**
 * What is shown until the element is ready: what anybody may write in a post, without styles of its own.
 *
 * @param string $content As it was written.
 */
function taafi_kit_fallback( $content ) {
	$post    = wp_kses_allowed_html( 'post' );
	$allowed = array_map(
		static fn( $attributes ) => is_array( $attributes ) ? array_diff_key( $attributes, array( 'style' => true ) ) : $attributes,
		// A title swallows what follows it, and an object is a page of somebody else.
		array_diff_key( $post, array_flip( array( 'title', 'object' ) ) )
	);
	$html    = trim( force_balance_tags( wp_kses( (string) $content, $allowed ) ) );
	return '' === trim( wp_strip_all_tags( $html ) ) && false === strpos( $html, '<img' )
		? '<p>' . esc_html( taafi_kit_text( 'fallback' ) ) . '</p>'
		: $html;
}

/**
 * Tells who can mend the page what is wrong with it. A visitor is told nothing.
 *
 * @param string   $tag      Of the element.
 * @param string[] $problems Sentences.
 */
function taafi_kit_note( $tag, array $problems ) {
	if ( array() === $problems || ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$lines = implode( '', array_map( static fn( $problem ) => '<li>' . esc_html( $problem ) . '</li>', $problems ) );
	return '<div class="taafi-kit-note" role="note"><p><strong>' . esc_html( taafi_kit_text( 'note', $tag ) ) . "</strong></p><ul>$lines</ul></div>";
}
