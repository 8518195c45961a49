<?php
/**
 * A partner's page that refers a person to the association's form. PHP 8 with sodium, which comes with it.
 *
 * The key is the file that `taafi partner add` wrote. Keep it where your pages cannot be asked for it.
 */

declare(strict_types=1);

/** One part of a token. */
function encoded(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

/** The bytes of a part. */
function decoded(string $part): string
{
    return base64_decode(strtr($part, '-_', '+/'));
}

/**
 * A referral: good for a day and for one request.
 *
 * @param array{kid: string, d: string} $key     the key file
 * @param string                        $id      your own name for it, and never the person's
 * @param array<string, mixed>          $answers what you know of him, by the names of the form's fields
 */
function referral(array $key, string $id, string $form, array $answers): string
{
    $now = time();
    $header = ['alg' => 'EdDSA', 'typ' => 'taafi-referral+jwt', 'kid' => $key['kid']];
    $claims = [
        'iss' => $key['kid'],
        'jti' => $id,
        'iat' => $now,
        'exp' => $now + 24 * 3600,
        'form' => $form,
        'answers' => (object) $answers,
    ];
    $flags = JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR;
    $text = encoded(json_encode($header, $flags)) . '.' . encoded(json_encode($claims, $flags));
    $pair = sodium_crypto_sign_seed_keypair(decoded($key['d']));
    $signature = sodium_crypto_sign_detached($text, sodium_crypto_sign_secretkey($pair));
    return $text . '.' . encoded($signature);
}

$receiver = getenv('RECEIVER') ?: 'http://localhost:8080';
$key = json_decode(file_get_contents(getenv('PARTNER_KEY') ?: __DIR__ . '/key.json'), true, 8, JSON_THROW_ON_ERROR);

// What your own system knows of the person who is signed in.
$person = ['firstName' => 'سالم', 'familyName' => 'المثالي', 'mobile' => '0501234567'];
$token = referral($key, encoded(random_bytes(16)), 'support-request', $person);

header('Content-Type: text/html; charset=utf-8');
header('Cache-Control: no-store');
// Not `no-referrer`: the receiver must be told which site the form was posted from.
header('Referrer-Policy: strict-origin');
?>
<!doctype html>
<html lang="ar" dir="rtl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>خدماتنا</title>
<h1>طلب الدعم من جمعية تعافي</h1>
<p>ننقلك إلى نموذج الجمعية، وتراجع هناك ما كتبناه عنك قبل أن يُستخدم.</p>
<form method="post" action="<?= htmlspecialchars($receiver) ?>/refer/support-request">
  <input type="hidden" name="referral" value="<?= htmlspecialchars($token) ?>">
  <button>انتقل إلى النموذج</button>
</form>
</html>
