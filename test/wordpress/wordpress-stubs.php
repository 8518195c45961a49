<?php
/**
 * As much of WordPress as the plugin calls, for tests that have no WordPress: it keeps what it is told and does nothing.
 * What is escaped is escaped more strictly than WordPress does. `npm run test:wordpress` has the real one.
 */

define('ABSPATH', '/site/');

$stub = (object) ['options' => [], 'filters' => [], 'shortcodes' => [], 'blocks' => [], 'modules' => [], 'errors' => [], 'scripts' => [], 'can' => [], 'locale' => 'en_US', 'policy' => '', 'pages' => []];

function add_action($name, $callback) { global $stub; $stub->filters[$name][] = $callback; }
function add_filter($name, $callback) { add_action($name, $callback); }
function do_action($name) { global $stub; foreach ($stub->filters[$name] ?? [] as $callback) { $callback(); } }
function apply_filters($name, $value, ...$more) { global $stub; foreach ($stub->filters[$name] ?? [] as $callback) { $value = $callback($value, ...$more); } return $value; }
function add_shortcode($name, $callback) { global $stub; $stub->shortcodes[$name] = $callback; }
function register_block_type($folder, $more) { global $stub; $stub->blocks[json_decode(file_get_contents("$folder/block.json"), true)['name']] = $more; }
function wp_register_script($id, $address) { global $stub; $stub->scripts[$id] = $address; }
function wp_enqueue_script_module($id, $address, $needs = [], $version = false) { global $stub; $stub->modules[$id] = [$address, $needs, $version]; }
function get_option($name, $usual = false) { global $stub; return $stub->options[$name] ?? $usual; }
function update_option($name, $value) { global $stub; $stub->options[$name] = $value; }
function delete_option($name) { global $stub; unset($stub->options[$name]); }
function register_setting($group, $name, $more) { global $stub; $stub->settings[$name] = $more; }
function add_settings_error($setting, $code, $message) { global $stub; $stub->errors[] = $message; }
function add_options_page($title, $menu, $capability, $slug, $callback) { global $stub; $stub->pages[$slug] = [$capability, $callback]; }
function wp_add_privacy_policy_content($name, $text) { global $stub; $stub->policy = $text; }
function current_user_can($capability) { global $stub; return in_array($capability, $stub->can, true); }
function determine_locale() { global $stub; return $stub->locale; }
function is_admin() { return true; }
function is_multisite() { return false; }
function home_url($path = '') { return "https://site.example$path"; }
function admin_url($path = '') { return home_url("/wp-admin/$path"); }
function plugins_url($path, $file) { return home_url("/wp-content/plugins/taafi-kit/$path"); }
function plugin_basename($file) { return 'taafi-kit/taafi-kit.php'; }
function wp_parse_url($address, $part = -1) { return parse_url($address, $part); }
function trailingslashit($text) { return rtrim($text, '/') . '/'; }
function esc_html($text) { return htmlspecialchars($text, ENT_QUOTES); }
function esc_attr($text) { return esc_html($text); }
function esc_textarea($text) { return esc_html($text); }
function esc_url_raw($text, $schemes) { return preg_match('#^(https?://|/)[^\s"\'<>]*$#i', $text) ? $text : ''; }
function esc_url($text, $schemes = []) { return esc_html(esc_url_raw($text, $schemes)); }
function sanitize_textarea_field($text) { return strip_tags($text); }
function sanitize_html_class($text) { return preg_replace('/[^A-Za-z0-9_-]/', '', $text); }
function wp_check_invalid_utf8($text) { return mb_check_encoding($text, 'UTF-8') ? $text : ''; }
function wp_kses_allowed_html($context) { return ['p' => ['style' => true], 'a' => ['href' => true]]; }
function wp_kses($html, $allowed) { return isset($allowed['p']['style']) ? 'styles are allowed' : strip_tags($html, ['p']); }
function wp_strip_all_tags($html) { return strip_tags($html); }
function force_balance_tags($html) { return $html; }
function get_block_wrapper_attributes() { return 'class="wp-block-taafi-kit-form"'; }
function settings_fields($group) { echo '<input type="hidden" name="nonce">'; }
function submit_button() { echo '<button>'; }
function checked($one, $two) { echo $one === $two ? 'checked' : ''; }
