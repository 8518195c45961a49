<?php
/**
 * Takes what a <form method="post" enctype="multipart/form-data"> with <taafi-form> in it sends. Plain PHP 8, no framework.
 *
 * What to know about names: PHP writes an underscore for each dot, so that the entry birthDate.calendar is
 * $_POST['birthDate_calendar']; several values of one name arrive as a list only because host-form.js ends their name
 * in []. One alone is a text: (array) makes a list of both.
 *
 * The kit has checked the answers in the browser, which anybody can go round: everything is checked again here.
 */
declare(strict_types=1);

/** A folder that the web server does not serve. */
$folder = getenv('VISITS_FOLDER') ?: dirname(__DIR__) . '/visits';

const LARGEST_FILE = 10_000_000;
const ENDINGS = ['image/jpeg' => 'jpg', 'image/png' => 'png', 'application/pdf' => 'pdf'];

/** Ends with a status and a sentence. Nothing that was typed is repeated: it could be a script. */
function refuse(int $status, string $sentence): never
{
    http_response_code($status);
    header('Content-Type: text/plain; charset=utf-8');
    echo $sentence;
    exit;
}

/** One line of text, or nothing. */
function text_of(string $name, int $longest = 200): string
{
    $value = $_POST[$name] ?? '';
    if (!is_string($value) || !mb_check_encoding($value, 'UTF-8') || mb_strlen($value) > $longest) {
        refuse(422, 'لم تُقبل إحدى الإجابات. One of the answers was not accepted.');
    }
    return trim($value);
}

/** The files of one name, be there one or several. */
function files_of(string $name): array
{
    $given = $_FILES[$name] ?? null;
    if ($given === null) {
        return [];
    }
    $files = [];
    foreach ((array) $given['tmp_name'] as $index => $path) {
        $error = ((array) $given['error'])[$index];
        if ($error === UPLOAD_ERR_NO_FILE) {
            continue;
        }
        $files[] = ['path' => $path, 'name' => ((array) $given['name'])[$index], 'error' => $error, 'size' => ((array) $given['size'])[$index]];
    }
    return $files;
}

if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'POST') {
    header('Allow: POST');
    refuse(405, 'POST');
}
// Only pages of this site may post here. Browsers say where a page is from; a page cannot change that.
if (!in_array($_SERVER['HTTP_SEC_FETCH_SITE'] ?? 'same-origin', ['same-origin', 'none'], true)) {
    refuse(403, 'Another site.');
}
// What is over post_max_size arrives as nothing at all.
if ($_POST === []) {
    refuse(413, 'الملفات كبيرة. The files are too large.');
}

$needs = array_values(array_intersect(['rent', 'work', 'study'], (array) ($_POST['needs'] ?? [])));
$visit = [
    'receivedAt' => gmdate('Y-m-d\TH:i:s\Z'),
    'fullName' => text_of('fullName'),
    // Always a date of the Gregorian calendar; the other entry says in which one it was typed.
    'birthDate' => text_of('birthDate', 10),
    'birthDateCalendar' => text_of('birthDate_calendar', 20),
    'needs' => $needs,
    'letters' => [],
];
[$year, $month, $day] = array_map('intval', explode('-', $visit['birthDate'] . '-0-0-0'));
if ($visit['fullName'] === '' || $needs === [] || !checkdate($month, $day, $year)) {
    refuse(422, 'لم تكتمل الإجابات. The answers are not complete.');
}

$id = bin2hex(random_bytes(8));
if (!is_dir($folder) && !mkdir($folder, 0700, true)) {
    refuse(503, 'تعذر الحفظ الآن. It cannot be kept now.');
}
$files = array_slice(files_of('letters'), 0, 2);
foreach ($files as $index => $file) {
    // What a file is, its bytes say, not its name.
    $type = $file['error'] === UPLOAD_ERR_OK ? (new finfo(FILEINFO_MIME_TYPE))->file($file['path']) : '';
    if ($file['size'] > LARGEST_FILE || !isset(ENDINGS[$type])) {
        refuse(415, 'لم يُقبل أحد الملفات. One of the files was not accepted.');
    }
    $files[$index]['ending'] = ENDINGS[$type];
}
foreach ($files as $index => $file) {
    // A name of our own: the one that was given is only kept as a text.
    $kept = "$id-$index." . $file['ending'];
    if (!move_uploaded_file($file['path'], "$folder/$kept")) {
        refuse(503, 'تعذر الحفظ الآن. It cannot be kept now.');
    }
    $visit['letters'][] = ['file' => $kept, 'name' => mb_scrub((string) $file['name'], 'UTF-8')];
}
$json = json_encode($visit, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
// Nobody is told «received» before it is there.
if (file_put_contents("$folder/$id.json", $json, LOCK_EX) !== strlen($json)) {
    refuse(503, 'تعذر الحفظ الآن. It cannot be kept now.');
}
// After a redirect, loading the page again sends nothing again.
header('Location: thanks.html', true, 303);
