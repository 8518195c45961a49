<?php
/**
 * Which addresses forms may be loaded from and sent to.
 *
 * Who writes pages is not always who answers for them. A form that looks like the charity's and sends elsewhere would be
 * worse than a link, so that only an administrator says where answers may go.
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

/**
 * Scheme, host and port of an address as a browser tells them; empty where it has none.
 *
 * @param string $address An absolute address.
 */
function taafi_kit_origin( $address ) {
	$parts  = wp_parse_url( $address );
	$scheme = strtolower( $parts['scheme'] ?? '' );
	$host   = strtolower( $parts['host'] ?? '' );
	if ( '' === $host || ! in_array( $scheme, array( 'http', 'https' ), true ) ) {
		return '';
	}
	$usual = array(
		'http'  => 80,
		'https' => 443,
	);
	$port  = $parts['port'] ?? $usual[ $scheme ];
	return "$scheme://$host" . ( $port === $usual[ $scheme ] ? '' : ":$port" );
}

/** The origin of this site, which the receiver has to know. */
function taafi_kit_own_origin() {
	return taafi_kit_origin( home_url( '/' ) );
}

/** Origins that a page may name: this site, the receiver of the settings, and those beside it. */
function taafi_kit_allowed_origins() {
	$settings = taafi_kit_settings();
	$allowed  = array( taafi_kit_own_origin(), taafi_kit_origin( $settings['receiver'] ) );
	foreach ( preg_split( '/\s+/', $settings['origins'], -1, PREG_SPLIT_NO_EMPTY ) as $origin ) {
		$allowed[] = taafi_kit_origin( $origin );
	}
	return array_values( array_unique( array_filter( $allowed ) ) );
}

/**
 * Whether a person on this machine alone uses it: browsers trust such addresses without https.
 *
 * @param string $address An absolute address.
 */
function taafi_kit_is_local( $address ) {
	$host = strtolower( (string) wp_parse_url( $address, PHP_URL_HOST ) );
	return in_array( $host, array( 'localhost', '127.0.0.1', '[::1]' ), true ) || '.localhost' === substr( $host, -10 );
}

/**
 * Whether an address is one that an attribute can have: of a scheme that is safe, or a path of this site.
 *
 * @param string $address As it was written.
 */
function taafi_kit_is_address( $address ) {
	if ( preg_match( '/[\x00-\x20\x7f\\\\]/', $address ) ) {
		return false;
	}
	$is_path = '/' === substr( $address, 0, 1 ) && '//' !== substr( $address, 0, 2 );
	return $is_path || '' !== taafi_kit_origin( $address );
}

/**
 * Whether a form may be loaded from an address, or send there.
 *
 * @param string $address One that taafi_kit_is_address() accepts.
 */
function taafi_kit_is_allowed( $address ) {
	return '/' === $address[0] || in_array( taafi_kit_origin( $address ), taafi_kit_allowed_origins(), true );
}
