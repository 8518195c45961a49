import { foldArabic } from '../../characters.js';

/*
 * Given names of Saudi Arabia and its neighbours that are hardly ever anything else, and families of the Kingdom, each with the
 * ways in which it is written in Latin letters. They are compared without marks, with أ إ آ as ا, ى as ي and ة as ه.
 */

const givenNames = `
محمد mohammed mohammad muhammad mohamed muhammed mohamad | احمد ahmed ahmad | محمود mahmoud mahmood | حمد hamad | حامد hamed
حمود hamoud humood | خالد khalid khaled | فهد fahad fahd | سعد saad | سعود saud saoud | سلطان sultan | سلمان salman
سليمان sulaiman suleiman sulayman | سالم salem salim | فيصل faisal faysal | تركي turki | نايف naif nayef | بندر bandar | بدر bader badr
ناصر nasser nasir naser | منصور mansour mansoor | ماجد majed majid | ماجده majida | نواف nawaf | راشد rashed rashid | طلال talal
طارق tariq tareq tarek | وليد waleed walid | ياسر yasser yaser yasir | يوسف yousef yusuf youssef yousif | يعقوب yaqoub yaqub
يونس younis younes | ابراهيم ibrahim ebrahim | اسماعيل ismail ismael | اسحاق ishaq | موسي musa mousa moussa | عيسي issa essa
زكريا zakaria zakariya | يحيي yahya yehia | داود dawood dawoud daoud | هارون haroun harun | ادريس idris idrees | ايوب ayoub ayyub | نوح nouh
ادم adam | عبدالله abdullah abdallah abdulla | عبدالرحمن abdulrahman abdurrahman abdelrahman | عبدالعزيز abdulaziz abdelaziz
عبدالمجيد abdulmajeed abdulmajid | عبدالكريم abdulkarim abdulkareem | عبدالملك abdulmalik abdulmalek | عبداللطيف abdullatif abdullateef
عبدالاله abdulelah abdulilah | عبدالمحسن abdulmohsen abdulmuhsin | عبدالرحيم abdulrahim | عبدالسلام abdulsalam | عبدالهادي abdulhadi
عبدالواحد abdulwahid | عبدالقادر abdulqader abdulkader | عثمان othman osman uthman | عمرو amr | معاذ muath moath muadh | معاويه muawiya
حسين hussein hussain husain | حسان hassan | حمزه hamza hamzah | طه taha | ياسين yassin yaseen | قاسم qasim qassem kassem | جاسم jassim jasim
جابر jaber jabir | جعفر jaafar jafar | جمعان juman | حاتم hatem hatim | حسام hussam hossam | حماد hammad | حميد hamid | خليل khalil
ذياب thiab | راكان rakan | رامي rami | رامز ramez | رضوان radwan ridwan | زياد ziyad ziad | زهير zuhair zuhayr | سامر samer | سامي sami
سطام sattam | سفيان sufyan sufian | سمير samir sameer | سيف saif | شادي shadi | شايع shaya | ضاري dhari | صقر saqr | طلحه talha
عاصم asim assem | عايض ayed ayidh | عبيد obaid ubaid | عدنان adnan | عدي odai uday | عساف assaf | عماد emad imad | عمار ammar | عواد awad
غازي ghazi | غانم ghanem ghanim | غسان ghassan | فارس faris fares | فواز fawaz fawwaz | فوزي fawzi | فايز fayez faiz | فراس firas feras
لافي lafi | لؤي luay loay | مازن mazen mazin | مروان marwan | مسفر misfer mesfer | مشاري mishari meshari | مشعل mishal meshal
مصعب musab mosab | مصطفي mustafa mostafa moustafa | معتز moataz mutaz | معن maan | مقرن muqrin | ممدوح mamdouh | منذر munther monther
مهند muhannad mohanad | نايل | نزار nizar | نضال nidal | هاشم hashim hashem | هاني hani | هشام hisham hesham | هزاع hazza
هيثم haitham haytham | وائل wael wail | اسامه osama usama | انس anas | ايهاب ihab ehab | باسل basel basil | بسام bassam | بكر bakr
بلال bilal belal | تميم tamim tameem | ثامر thamer thamir | ريان rayan rayyan | زيد zaid | شاهر shaher | شعيب shuaib | صهيب suhaib sohaib
ضيدان dhaidan | عقيل aqeel | عكرمه ikrimah | فاطمه fatima fatimah fatma | عائشه aisha aishah ayesha | خديجه khadija khadijah
مريم maryam mariam | زينب zainab zaynab | نوره noura norah nora | نوف nouf nof | ساره sara sarah | ريم reem | ريما reema rima
ريماس remas reemas | ريناد renad rinad | رهف rahaf | رغد raghad | رنا rana | رزان razan | رنيم raneem | روان rawan | روابي rawabi
سلمي salma | سلوي salwa | سميره samira sameera | سميه sumaya sumayyah | سعاد suad souad | سهام siham | سهي suha | سوسن sawsan | صيته seeta
عبير abeer abir | عفاف afaf | علياء alya aliaa | العنود alanoud anoud | غاده ghada | فاتن faten | فوزيه fawzia fawziah | قمره gamra
كوثر kawthar | latifa latifah | لمي lama | لمياء lamia lamya | لولوه lulwa loulwa | لينا lina leena | ليلي layla laila leila | ليان layan
مشاعل mashael | مضاوي madawi | مها maha | منال manal | منيره munira muneera | ميساء maysaa | ميمونه maymouna | نجلاء najla | نجود nujood
نهله nahla | هاجر hajar hajer | هند hind | هنوف hanouf | هيفاء haifa hayfa | هيله haila | وضحي wadha | يارا yara | الجوهره aljawhara jawhara
حوراء hawra | خلود khulood kholoud | خوله khawla | داليا dalia | دانه dana danah | ديما deema dima | ديمه | رباب rabab | زهراء zahra
اروي arwa | اسيل aseel | افنان afnan | الاء alaa | اميره amira ameera | بدريه badriya badria | بلقيس balqis | تالا tala
شيماء shaimaa shayma | صفيه safiya safiyah | فدوي fadwa | مرام maram | ميثاء maitha | نوال nawal | مشبب mushabbab | يزن yazan | جلوي | عجلان | ضرغام | زيدان zidane | صخر | عبدالباقي | عبدالحميد abdulhamid | عبدالرؤوف | عبدالجبار | مفلح mufleh
مناحي manahi | معيض muaid | مسعود masoud masood | مجدي magdi majdi | مدحت medhat | ميرفت mirvat mervat | بهجت bahgat | عصمت ismat
جودت jawdat | صفوت safwat | عبدربه | عبدالغني abdulghani | عبدالحكيم abdulhakim | عبدالرزاق abdulrazzaq abdulrazak | عبدالمنعم abdelmoneim
عبدالفتاح abdelfattah | عبدالوهاب abdulwahab | خضران khadran | جبران jubran gibran | ظافر dhafer | عيدان | غرمان | مترك | محماس | مساعيد
معيوف | ملفي malfi | ناجي naji | نشمي | هذال | هليل | سويلم | شبيب shabib | صنهات | ضاوي | طامي tami | عايد ayed | عبدالعال | عطاالله | علوش
عوضه | فلاج | فيحان | كايد | بتال | بجاد | بدران badran | بريك | بشار bashar | جازع | حسنين | حمدان hamdan | حمدي hamdi | ذعار | رشود
سمران | سياف sayyaf | شلاش | عزام azzam | عكاش | عليان alyan | عنتر | عياد | عيضه | فارع | فتحي fathi | فوزان fawzan | ماطر | محسون | نواس
وجدي wagdi | وضاح | ابتهال ebtehal | ارجوان | اصايل | الهنوف alhanouf | الوليد alwaleed | تماضر tamader | جمانه jumana | جواهره | حصيصه
ديانا | رائفه | رسيل raseel | رشا rasha | رغده | رنده randa | رولا rola | ريتا | ريتاج ritaj | سديم sadeem | سعديه saadia | سلاف
سندس sundus | سوزان | شادن shaden | شاديه shadia | شذي shatha | شريهان | شيهانه shihana | عايده aida | عاتكه | غزيل | فاديه fadia | فطيم
فلوه | كاديا | لجين lujain | لميس lamees | مادلين | ماريه maria | مزون muzoon | مسفره | ميرال | ميس mais | ميسون maysoon | ميلاف
نادين nadine | ناهد nahed | نجلا najla | نوير | هتون | هياء | وسميه
`;

/** Families, as they are written behind a given name and alone. */
const familyNames = `
القحطاني alqahtani qahtani | الشمري alshammari shammari | الحربي alharbi harbi | العتيبي alotaibi otaibi | الدوسري aldossari aldosari dosari
الغامدي alghamdi ghamdi | الزهراني alzahrani zahrani | المطيري almutairi mutairi | الشهراني alshehri alshahri shehri
العنزي alanazi alenezi anazi | السبيعي alsubaie subaie | العسيري alasiri asiri | الخالدي alkhaldi khaldi | الرشيدي alrashidi rashidi
البلوي albalawi balawi | الجهني aljohani aljuhani johani | المالكي almalki malki | الاحمري alahmari ahmari | البقمي albogami bogami
الثقفي althaqafi | الحازمي alhazmi hazmi | الخثعمي alkhathami | الرويلي alruwaili ruwaili | السهلي alsahli sahli
الشهراني alshahrani shahrani | الغنام alghannam | الفيفي alfaifi faifi | القرني alqarni qarni | اللحياني allehyani | المري almarri
الهاجري alhajri hajri | الهذلي alhuthali | اليامي alyami yami | الدواسر | التميمي altamimi tamimi | الحارثي alharthi harthi
السديري alsudairi | الصاعدي alsaedi | النفيعي | الوادعي | الودعاني | الفضلي alfadhli | الظفيري aldhafiri | العازمي alazmi | الصيعري
الكثيري alkathiri | باوزير bawazir | بامحمد | الراجحي alrajhi | السويلم | الشمراني alshamrani shamrani | الأسمري alasmari
العلياني alolayani | الزبيدي alzubaidi | الصبحي alsubhi | المحمدي almohammadi | البيشي albishi | القثامي | الجعيد aljuaid
الطويرقي altuwairqi | العصيمي alosaimi | المزروعي almazrouei | الكعبي alkaabi | النعيمي alnuaimi | البلوشي albalushi | الهلالي alhilali
الجابري aljabri | الحمدان alhamdan | العبدالله alabdullah | العيسى alissa aleissa | الفهد alfahad | الخليفه alkhalifa | المنصور almansour
الصالحي alsalhi | اليوسف alyousef | البراهيم albrahim | العقيل alaqeel | التويجري altuwaijri | الدخيل aldakhil | الربيعه alrabiah
الفوزان alfawzan | العثيمين | الجبرين aljibreen | المقرن almuqrin | باعشن | بازرعه | الغفيلي | الشايع alshaya | الرميح | الخضيري
`;

/** Names that are hardly ever anything else: they are taken for names wherever they stand. */
export const clearNames = listed(givenNames);

export const families = listed(familyNames);

/** The words of a list in which `|` stands between names and blanks between their spellings, folded. */
export function listed(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/[\s|]+/)
      .filter((word) => word !== '')
      .map(foldArabic),
  );
}
