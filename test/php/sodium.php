<?php
/**
 * The functions of sodium that sign with Ed25519, for a PHP that has none: see sodium.ts. Only for tests.
 *
 * Lengths and errors are those of the real ones.
 */

if (!function_exists('sodium_crypto_sign_detached')) {
    define('SODIUM_CRYPTO_SIGN_BYTES', 64);
    define('SODIUM_CRYPTO_SIGN_SEEDBYTES', 32);
    define('SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES', 32);
    define('SODIUM_CRYPTO_SIGN_SECRETKEYBYTES', 64);
    define('SODIUM_CRYPTO_SIGN_KEYPAIRBYTES', 96);
    define('SODIUM_BASE64_VARIANT_ORIGINAL', 1);
    define('SODIUM_BASE64_VARIANT_ORIGINAL_NO_PADDING', 3);
    define('SODIUM_BASE64_VARIANT_URLSAFE', 5);
    define('SODIUM_BASE64_VARIANT_URLSAFE_NO_PADDING', 7);

    class SodiumException extends Exception
    {
    }

    function taafi_sodium_need(string $bytes, int $length, string $name): void
    {
        if (strlen($bytes) !== $length) {
            throw new SodiumException("$name must be $length bytes long");
        }
    }

    function taafi_sodium_ask(array $question): string
    {
        return base64_decode(post_message_to_js(json_encode($question)), true);
    }

    function sodium_crypto_sign_seed_keypair(string $seed): string
    {
        taafi_sodium_need($seed, 32, 'seed');
        $public = taafi_sodium_ask(['sodium' => 'publicKey', 'seed' => base64_encode($seed)]);
        return $seed . $public . $public;
    }

    function sodium_crypto_sign_keypair(): string
    {
        return sodium_crypto_sign_seed_keypair(random_bytes(32));
    }

    function sodium_crypto_sign_secretkey(string $pair): string
    {
        taafi_sodium_need($pair, 96, 'key pair');
        return substr($pair, 0, 64);
    }

    function sodium_crypto_sign_publickey(string $pair): string
    {
        taafi_sodium_need($pair, 96, 'key pair');
        return substr($pair, 64);
    }

    function sodium_crypto_sign_publickey_from_secretkey(string $secret): string
    {
        taafi_sodium_need($secret, 64, 'secret key');
        return substr($secret, 32);
    }

    function sodium_crypto_sign_detached(string $message, string $secret): string
    {
        taafi_sodium_need($secret, 64, 'secret key');
        return taafi_sodium_ask([
            'sodium' => 'sign',
            'seed' => base64_encode(substr($secret, 0, 32)),
            'message' => base64_encode($message),
        ]);
    }

    function sodium_crypto_sign_verify_detached(string $signature, string $message, string $key): bool
    {
        taafi_sodium_need($signature, 64, 'signature');
        taafi_sodium_need($key, 32, 'public key');
        return 'right' === taafi_sodium_ask([
            'sodium' => 'verify',
            'key' => base64_encode($key),
            'message' => base64_encode($message),
            'signature' => base64_encode($signature),
        ]);
    }

    function sodium_memzero(?string &$secret): void
    {
        $secret = null;
    }

    function sodium_bin2base64(string $bytes, int $variant): string
    {
        $text = base64_encode($bytes);
        $text = $variant & 2 ? rtrim($text, '=') : $text;
        return $variant & 4 ? strtr($text, '+/', '-_') : $text;
    }

    function sodium_base642bin(string $text, int $variant, string $ignore = ''): string
    {
        $text = str_replace(str_split($ignore), '', $text);
        $bytes = base64_decode($variant & 4 ? strtr($text, '-_', '+/') : $text, true);
        if ($bytes === false || sodium_bin2base64($bytes, $variant) !== $text) {
            throw new SodiumException('invalid base64 string');
        }
        return $bytes;
    }

    function sodium_bin2hex(string $bytes): string
    {
        return bin2hex($bytes);
    }

    function sodium_hex2bin(string $text, string $ignore = ''): string
    {
        return hex2bin(str_replace(str_split($ignore), '', $text));
    }
}
