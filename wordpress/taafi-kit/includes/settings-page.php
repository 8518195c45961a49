<?php
/**
 * Settings → taafi-kit.
 *
 * @package taafi-kit
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_menu',
	static function () {
		add_options_page( 'taafi-kit', 'taafi-kit', 'manage_options', 'taafi-kit', 'taafi_kit_settings_page' );
	}
);

add_action(
	'admin_init',
	static function () {
		register_setting(
			'taafi_kit',
			TAAFI_KIT_OPTION,
			array(
				'type'              => 'array',
				'sanitize_callback' => 'taafi_kit_sanitize_settings',
				'show_in_rest'      => false,
				'default'           => array(),
			)
		);
	}
);

add_filter(
	'plugin_action_links_' . plugin_basename( TAAFI_KIT_FILE ),
	static function ( $links ) {
		$address = esc_url( admin_url( 'options-general.php?page=taafi-kit' ) );
		return array_merge( array( "<a href=\"$address\">" . esc_html( taafi_kit_text( 'settings' ) ) . '</a>' ), $links );
	}
);

/** The page itself. */
function taafi_kit_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$settings = taafi_kit_settings();
	$language = taafi_kit_language();
	?>
	<div class="wrap" lang="<?php echo esc_attr( $language ); ?>" dir="<?php echo 'ar' === $language ? 'rtl' : 'ltr'; ?>">
		<h1>taafi-kit</h1>
		<p><?php echo esc_html( taafi_kit_text( 'intro' ) ); ?></p>
		<?php foreach ( taafi_kit_warnings( $settings ) as $warning ) : ?>
			<div class="notice notice-warning inline"><p><?php echo esc_html( $warning ); ?></p></div>
		<?php endforeach; ?>
		<form method="post" action="options.php">
			<?php settings_fields( 'taafi_kit' ); ?>
			<table class="form-table" role="presentation">
				<?php
				taafi_kit_text_row( 'receiver', $settings['receiver'], 'https://forms.example.org/' );
				taafi_kit_text_row( 'association', $settings['association'], 'https://forms.example.org/packs/taafi/association.json' );
				?>
				<tr>
					<th scope="row"><label for="taafi-kit-origins"><?php echo esc_html( taafi_kit_text( 'origins' ) ); ?></label></th>
					<td>
						<textarea id="taafi-kit-origins" name="taafi_kit[origins]" rows="3" class="large-text code" dir="ltr" aria-describedby="taafi-kit-origins-help"><?php echo esc_textarea( $settings['origins'] ); ?></textarea>
						<p class="description" id="taafi-kit-origins-help"><?php echo esc_html( taafi_kit_text( 'origins_help' ) ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><?php echo esc_html( taafi_kit_text( 'source' ) ); ?></th>
					<td>
						<fieldset>
							<legend class="screen-reader-text"><?php echo esc_html( taafi_kit_text( 'source' ) ); ?></legend>
							<?php foreach ( array( 'plugin', 'receiver' ) as $source ) : ?>
								<p><label><input type="radio" name="taafi_kit[source]" value="<?php echo esc_attr( $source ); ?>" <?php checked( $settings['source'], $source ); ?>>
									<?php echo esc_html( taafi_kit_text( "source_$source" ) ); ?></label></p>
							<?php endforeach; ?>
						</fieldset>
					</td>
				</tr>
				<?php taafi_kit_text_row( 'integrity', $settings['integrity'], 'sha384-…', 'text' ); ?>
			</table>
			<?php submit_button( taafi_kit_text( 'save' ) ); ?>
		</form>
		<?php taafi_kit_receiver_section( $settings ); ?>
		<h2><?php echo esc_html( taafi_kit_text( 'use' ) ); ?></h2>
		<p><?php echo esc_html( taafi_kit_text( 'use_help' ) ); ?></p>
		<table class="widefat striped">
			<thead><tr>
				<th scope="col"><?php echo esc_html( taafi_kit_text( 'use_for' ) ); ?></th>
				<th scope="col"><?php echo esc_html( taafi_kit_text( 'use_shortcode' ) ); ?></th>
			</tr></thead>
			<tbody>
			<?php foreach ( taafi_kit_elements() as $tag => $element ) : ?>
				<tr>
					<th scope="row"><?php echo esc_html( $element['title'][ $language ] ); ?><p class="description"><?php echo esc_html( $element['about'][ $language ] ); ?></p></th>
					<td><code dir="ltr"><?php echo esc_html( taafi_kit_example( $tag, $element ) ); ?></code></td>
				</tr>
			<?php endforeach; ?>
			</tbody>
		</table>
	</div>
	<?php
}

/**
 * A row with one line of text.
 *
 * @param string $name    Of the setting.
 * @param string $value   That is kept.
 * @param string $example Shown while there is none.
 * @param string $type    Of the input.
 */
function taafi_kit_text_row( $name, $value, $example, $type = 'url' ) {
	$id = "taafi-kit-$name";
	?>
	<tr>
		<th scope="row"><label for="<?php echo esc_attr( $id ); ?>"><?php echo esc_html( taafi_kit_text( $name ) ); ?></label></th>
		<td>
			<input type="<?php echo esc_attr( $type ); ?>" id="<?php echo esc_attr( $id ); ?>" name="taafi_kit[<?php echo esc_attr( $name ); ?>]" value="<?php echo esc_attr( $value ); ?>"
				class="large-text code" dir="ltr" placeholder="<?php echo esc_attr( $example ); ?>" aria-describedby="<?php echo esc_attr( $id ); ?>-help">
			<p class="description" id="<?php echo esc_attr( $id ); ?>-help"><?php echo esc_html( taafi_kit_text( "{$name}_help" ) ); ?></p>
		</td>
	</tr>
	<?php
}

/**
 * What is to be done at the receiver.
 *
 * @param array $settings As they are kept.
 */
function taafi_kit_receiver_section( array $settings ) {
	?>
	<h2><?php echo esc_html( taafi_kit_text( 'at_receiver' ) ); ?></h2>
	<p><label for="taafi-kit-line"><?php echo esc_html( taafi_kit_text( 'at_receiver_help' ) ); ?></label></p>
	<p><input type="text" id="taafi-kit-line" class="large-text code" dir="ltr" readonly value="<?php echo esc_attr( 'TAAFI_ORIGINS=' . taafi_kit_own_origin() ); ?>"></p>
	<p class="description"><?php echo esc_html( taafi_kit_text( 'at_receiver_more' ) ); ?></p>
	<?php if ( '' !== $settings['receiver'] ) : ?>
		<p><a href="<?php echo esc_url( $settings['receiver'] . 'api/health' ); ?>" rel="noreferrer"><?php echo esc_html( taafi_kit_text( 'at_receiver_health' ) ); ?></a></p>
	<?php endif; ?>
	<?php
}

/**
 * What keeps forms from working, or people from being safe, in sentences.
 *
 * @param array $settings As they are kept.
 * @return string[]
 */
function taafi_kit_warnings( array $settings ) {
	$warnings = array();
	if ( '' === $settings['receiver'] ) {
		$warnings[] = taafi_kit_text( 'warn_no_receiver' );
	}
	if ( ! taafi_kit_is_local( home_url( '/' ) ) && 0 !== strpos( taafi_kit_own_origin(), 'https:' ) ) {
		$warnings[] = taafi_kit_text( 'warn_site_https' );
	}
	return $warnings;
}

/**
 * A shortcode to copy.
 *
 * @param string $tag     Of the element.
 * @param array  $element What is known of it.
 */
function taafi_kit_example( $tag, array $element ) {
	$name     = str_replace( '-', '_', $tag );
	$examples = array(
		'definition' => 'definition="https://forms.example.org/forms/visit.json"',
		'name'       => 'name="signature"',
	);
	$needs    = array_intersect_key( $examples, array_flip( $element['needs'] ) );
	return '[' . implode( ' ', array_merge( array( $name ), $needs ) ) . "][/$name]";
}
