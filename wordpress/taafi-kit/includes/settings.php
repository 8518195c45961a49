<?php
/**
 * The one option of the plugin, and what may be in it.
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

/** The settings, with what is usual for those that nobody has set. */
function taafi_kit_settings() {
	$usual = array(
		'receiver'    => '',
		'association' => '',
		'origins'     => '',
		'source'      => 'plugin',
		'integrity'   => '',
	);
	$kept  = get_option( TAAFI_KIT_OPTION, array() );
	return array_merge( $usual, is_array( $kept ) ? array_intersect_key( $kept, $usual ) : array() );
}

/**
 * Makes of what was sent what is kept. Where an entry is wrong the one before stays, and the person is told why.
 *
 * @param mixed $given As it was posted.
 */
function taafi_kit_sanitize_settings( $given ) {
	$before = taafi_kit_settings();
	$given  = is_array( $given ) ? $given : array();
	$text   = static function ( $name ) use ( $given, $before ) {
		if ( ! array_key_exists( $name, $given ) ) {
			return $before[ $name ];
		}
		return is_string( $given[ $name ] ) ? trim( sanitize_textarea_field( $given[ $name ] ) ) : '';
	};

	$receiver = $text( 'receiver' );
	$fault    = '' === $receiver ? '' : taafi_kit_base_fault( $receiver );
	if ( '' !== $fault ) {
		taafi_kit_complain( 'receiver', $fault, $receiver );
		$receiver = $before['receiver'];
	}

	$association = $text( 'association' );
	$fault       = '' === $association ? '' : taafi_kit_address_fault( $association );
	if ( '' !== $fault ) {
		taafi_kit_complain( 'association', $fault, $association );
		$association = $before['association'];
	}

	$origins = array();
	foreach ( preg_split( '/[\s,]+/', $text( 'origins' ), -1, PREG_SPLIT_NO_EMPTY ) as $origin ) {
		$fault = taafi_kit_base_fault( $origin );
		if ( '' === $fault ) {
			$origins[] = taafi_kit_origin( $origin );
		} else {
			taafi_kit_complain( 'origins', $fault, $origin );
		}
	}

	$integrity = $text( 'integrity' );
	if ( '' !== $integrity && ! preg_match( '#^sha(256|384|512)-[A-Za-z0-9+/]{43,86}={0,2}$#', $integrity ) ) {
		taafi_kit_complain( 'integrity', 'fault_integrity', $integrity );
		$integrity = $before['integrity'];
	}

	$source = $text( 'source' );
	if ( 'receiver' === $source && '' === $receiver ) {
		taafi_kit_complain( 'source', 'fault_source', '' );
		$source = 'plugin';
	}

	return array(
		'receiver'    => '' === $receiver ? '' : trailingslashit( esc_url_raw( $receiver, array( 'http', 'https' ) ) ),
		'association' => '' === $association ? '' : esc_url_raw( $association, array( 'http', 'https' ) ),
		'origins'     => implode( "\n", array_unique( $origins ) ),
		'source'      => 'receiver' === $source ? 'receiver' : 'plugin',
		'integrity'   => $integrity,
	);
}

/**
 * What is wrong with an absolute address that forms use, as the name of a sentence; empty where nothing is.
 *
 * @param string $address As it was written.
 */
function taafi_kit_address_fault( $address ) {
	if ( '/' === substr( $address, 0, 1 ) && taafi_kit_is_address( $address ) ) {
		return '';
	}
	if ( ! taafi_kit_is_address( $address ) ) {
		return 'fault_address';
	}
	$parts = wp_parse_url( $address );
	if ( isset( $parts['user'] ) || isset( $parts['pass'] ) ) {
		return 'fault_password';
	}
	$is_plain = 'http' === strtolower( $parts['scheme'] );
	return $is_plain && ! taafi_kit_is_local( $address ) ? 'fault_https' : '';
}

/**
 * The same for an address under which others stand.
 *
 * @param string $address As it was written.
 */
function taafi_kit_base_fault( $address ) {
	if ( '/' === substr( $address, 0, 1 ) ) {
		return 'fault_address';
	}
	$fault = taafi_kit_address_fault( $address );
	$parts = wp_parse_url( $address );
	return '' === $fault && ( isset( $parts['query'] ) || isset( $parts['fragment'] ) ) ? 'fault_query' : $fault;
}

/**
 * Tells the person what was not kept.
 *
 * @param string $name  Of the setting.
 * @param string $fault Name of the sentence.
 * @param string $value What was wrong.
 */
function taafi_kit_complain( $name, $fault, $value ) {
	if ( function_exists( 'add_settings_error' ) ) {
		$message = taafi_kit_text( 'fault', taafi_kit_text( $name ), taafi_kit_text( $fault ) );
		add_settings_error(
			TAAFI_KIT_OPTION,
			"taafi_kit_$name",
			esc_html( $message ) . ( '' === $value ? '' : ' <code dir="ltr">' . esc_html( $value ) . '</code>' )
		);
	}
}
