import { foldArabic } from '../characters.js';

/*
 * Given names of Saudi Arabia and its neighbours, and families of the Kingdom, each with the ways in which it is written in
 * Latin letters. They are compared without marks, with أ إ آ as ا, ى as ي and ة as ه.
 */

/** Names that are hardly ever anything else: they are taken for names wherever they stand. */
const clear = `
محمد mohammed mohammad muhammad mohamed muhammed mohamad | احمد ahmed ahmad | محمود mahmoud mahmood | حمد hamad
حامد hamed | حمود hamoud humood | خالد khalid khaled | فهد fahad fahd | سعد saad | سعود saud saoud | سلطان sultan
سلمان salman | سليمان sulaiman suleiman sulayman | سالم salem salim | فيصل faisal faysal | تركي turki
نايف naif nayef | بندر bandar | بدر bader badr | ناصر nasser nasir naser | منصور mansour mansoor | ماجد majed majid
ماجده majida | نواف nawaf | راشد rashed rashid | طلال talal | طارق tariq tareq tarek | وليد waleed walid
ياسر yasser yaser yasir | يوسف yousef yusuf youssef yousif | يعقوب yaqoub yaqub | يونس younis younes
ابراهيم ibrahim ebrahim | اسماعيل ismail ismael | اسحاق ishaq | موسي musa mousa moussa | عيسي issa essa
زكريا zakaria zakariya | يحيي yahya yehia | داود dawood dawoud daoud | هارون haroun harun | ادريس idris idrees
ايوب ayoub ayyub | نوح nouh | ادم adam | عبدالله abdullah abdallah abdulla
عبدالرحمن abdulrahman abdurrahman abdelrahman | عبدالعزيز abdulaziz abdelaziz | عبدالمجيد abdulmajeed abdulmajid
عبدالكريم abdulkarim abdulkareem | عبدالملك abdulmalik abdulmalek | عبداللطيف abdullatif abdullateef
عبدالاله abdulelah abdulilah | عبدالمحسن abdulmohsen abdulmuhsin | عبدالرحيم abdulrahim | عبدالسلام abdulsalam
عبدالهادي abdulhadi | عبدالواحد abdulwahid | عبدالقادر abdulqader abdulkader | عثمان othman osman uthman | عمرو amr
معاذ muath moath muadh | معاويه muawiya | حسين hussein hussain husain | حسان hassan | حمزه hamza hamzah | طه taha
ياسين yassin yaseen | قاسم qasim qassem kassem | جاسم jassim jasim | جابر jaber jabir | جعفر jaafar jafar
جمعان juman | حاتم hatem hatim | حسام hussam hossam | حماد hammad | حميد hamid | خليل khalil | ذياب thiab
راكان rakan | رامي rami | رامز ramez | رضوان radwan ridwan | زياد ziyad ziad | زهير zuhair zuhayr | سامر samer
سامي sami | سطام sattam | سفيان sufyan sufian | سمير samir sameer | سيف saif | شادي shadi | شافي shafi | شايع shaya
ضاري dhari | صقر saqr | طلحه talha | عاصم asim assem | عايض ayed ayidh | عبيد obaid ubaid | عدنان adnan
عدي odai uday | عساف assaf | عماد emad imad | عمار ammar | عواد awad | غازي ghazi | غانم ghanem ghanim | غسان ghassan
فارس faris fares | فواز fawaz fawwaz | فوزي fawzi | فايز fayez faiz | فراس firas feras | لافي lafi | لؤي luay loay
مازن mazen mazin | مروان marwan | مسفر misfer mesfer | مشاري mishari meshari | مشعل mishal meshal | مصعب musab mosab
مصطفي mustafa mostafa moustafa | معتز moataz mutaz | معن maan | مقرن muqrin | ممدوح mamdouh | منذر munther monther
مهند muhannad mohanad | نايل | نزار nizar | نضال nidal | هاشم hashim hashem | هاني hani | هشام hisham hesham
هزاع hazza | هيثم haitham haytham | وائل wael wail | وديع wadie | اسامه osama usama | انس anas | ايهاب ihab ehab
باسل basel basil | بسام bassam | بكر bakr | بلال bilal belal | تميم tamim tameem | ثامر thamer thamir
ريان rayan rayyan | زيد zaid | شاهر shaher | شعيب shuaib | صهيب suhaib sohaib | ضيدان dhaidan | عقيل aqeel
عكرمه ikrimah | فاطمه fatima fatimah fatma | عائشه aisha aishah ayesha | خديجه khadija khadijah | مريم maryam mariam
زينب zainab zaynab | نوره noura norah nora | نوف nouf nof | ساره sara sarah | ريم reem | ريما reema rima
ريماس remas reemas | ريناد renad rinad | رهف rahaf | رغد raghad | رنا rana | رزان razan | رنيم raneem | روان rawan
روابي rawabi | سلمي salma | سلوي salwa | سميره samira sameera | سميه sumaya sumayyah | سعاد suad souad | سهام siham
سهي suha | سوسن sawsan | صيته seeta | عبير abeer abir | عزيزه aziza | عفاف afaf | علياء alya aliaa
العنود alanoud anoud | غاده ghada | فاتن faten | فايزه faiza | فوزيه fawzia fawziah | قمره gamra | كوثر kawthar
latifa latifah | لمي lama | لمياء lamia lamya | لولوه lulwa loulwa | لينا lina leena | ليلي layla laila leila
ليان layan | مشاعل mashael | مضاوي madawi | مها maha | منال manal | منيره munira muneera | ميساء maysaa
ميمونه maymouna | نجلاء najla | نجود nujood | نهله nahla | هاجر hajar hajer | هند hind | هناء hanaa | هنوف hanouf
هيفاء haifa hayfa | هيله haila | وضحي wadha | يارا yara | الجوهره aljawhara jawhara | حليمه halima | حوراء hawra
خلود khulood kholoud | خوله khawla | داليا dalia | دانه dana danah | دلال dalal | ديما deema dima | ديمه | رباب rabab
رقيه ruqaya ruqayyah | زهراء zahra | اروي arwa | اسيل aseel | افنان afnan | الاء alaa | امنه amna amina
اميره amira ameera | بدريه badriya badria | بلقيس balqis | تالا tala | شيماء shaimaa shayma | صفيه safiya safiyah
فدوي fadwa | مرام maram | منتهي muntaha | ميثاء maitha | نوال nawal
`;

/** Names that are words as well: names only behind a title, beside another name or in a chain of them. */
const ambiguous = `
سعيد saeed said sayeed | سعيده saeeda | امل amal | امال amaal | نور noor nour | كريم kareem karim | كريمه karima
جميل jameel jamil | جميله jamila | جمال jamal | عادل adel adil | عدل | صالح saleh salih | صالحه saleha | صلاح salah
حسن | حسنه | احسان ihsan | حسني hosni | علي ali | عمر omar umar | امين ameen amin | امينه | شريف sharif shareef
شريفه | رضا reda rida | رضي radi | رشيد rasheed | رشاد rashad | حكيم hakeem hakim | لطيف lateef latif | لطيفه
حبيب habib habeeb | عزيز aziz | مبارك mubarak | مباركه | موفق muwaffaq | ماهر maher mahir | متعب | مساعد musaed
مطلق mutlaq | محبوب | مؤيد | نادر nader nadir | ناديه nadia | نبيل nabil nabeel | نبيله | وسام wissam
وسيم waseem wasim | يزيد yazeed yazid | زين zain zein | زينه zeina | شاكر shaker shakir | صابر saber sabir
صبري sabri | عامر amer amir | عوض | ايمن ayman aiman | ايمان iman eman | باسم basem | جلال jalal | حازم hazem hazim
كمال kamal | فضل fadl | نصر nasr | هادي hadi | هدي huda hoda | وعد waad | هبه hiba heba | بسمه basma | فرح farah
فجر fajr | شمس shams | شوق shouq | شهد shahad shahd | وفاء wafa wafaa | نجاح najah | نعيم naeem | نعيمه | رحمه rahma
رائد raed | رائده | رياض riyadh riad | حنان hanan | سماح samah | سمر samar | قمر qamar | غلا ghala | هيا haya
هلا hala | علا ola | ابتسام ebtisam | مني mona muna | بشاير bashayer | ضيف daif | ثابت thabet | ساهر saher | فيض
غيث ghaith | سند sanad | سهل sahl | سهيل suhail | راضي radhi | حسيب haseeb | مقبل muqbil | مفرح mufreh | مناور
عطا ata | عطيه atiyah | غالي ghali | غاليه | عاطف atef | عاطفه | اكرم akram | اشرف ashraf | امجد amjad | انور
اسعد asaad | ليث laith | اثير atheer | اريج areej | احلام ahlam | افراح afrah | اماني amani | امان | انعام inaam
بسام | جود joud | جوهر | حياه hayat | رؤي roaa ruaa | رؤيه | ريحانه rayhana | زهره | ساميه samia | سحر sahar
سناء sana | صفاء safa safaa | ضحي duha | عفراء | عهد ahd | غيداء | فريده farida | لبني lubna | مزنه muzna | نجوي najwa
نسرين nasreen | نسيبه | هاله | هديل hadeel | وداد | ورد ward | ياسمين yasmin yasmine | ندي nada | نداء | فوز
فهيم faheem | سلام salam | اسلام islam | جهاد jihad | حلمي helmi | حكمت | خلف khalaf | دخيل dakhil | ربيع rabee
زايد zayed zaid | سراج siraj | سليم saleem | فلاح falah | كساب kassab | ماضي madi | مجاهد mujahid | محسن mohsen muhsin
مرزوق marzouq marzouk | عايشه | شروق shorouq | شيخه sheikha shaikha | طرفه tarfa | عهود ohoud | غدير ghadeer
لين leen | ميعاد meaad | نهي noha nuha | وجدان wijdan | يسري yusra | جواهر jawaher | جوري joury joori
حصه hessa hissa | دعاء duaa doaa | اسماء asma asmaa | انوار anwar | ايه ayah | بدور bodour budoor | بشري bushra
بيان bayan | تهاني tahani | جنان jinan | جنين jenin | حسناء hasnaa | صباح sabah | عاليه alia | ملاك malak
ورود wurood
`;

/** Families, as they are written behind a given name and alone. */
const familyNames = `
القحطاني alqahtani qahtani | الشمري alshammari shammari | الحربي alharbi harbi | العتيبي alotaibi otaibi | الدوسري aldossari aldosari dosari
الغامدي alghamdi ghamdi | الزهراني alzahrani zahrani | المطيري almutairi mutairi | الشهري alshehri alshahri shehri | العنزي alanazi alenezi anazi
السبيعي alsubaie subaie | العسيري alasiri asiri | الخالدي alkhaldi khaldi | الرشيدي alrashidi rashidi | البلوي albalawi balawi | الجهني aljohani aljuhani johani
السلمي alsulami | المالكي almalki malki | الاحمري alahmari ahmari | البقمي albogami bogami | الثقفي althaqafi | الحازمي alhazmi hazmi
الخثعمي alkhathami | الرويلي alruwaili ruwaili | السهلي alsahli sahli | الشريف alsharif | الشهراني alshahrani shahrani | العمري alamri alomari
الغنام alghannam | الفيفي alfaifi faifi | القرني alqarni qarni | اللحياني allehyani | المري almarri | الهاجري alhajri hajri | الهذلي alhuthali
اليامي alyami yami | الدواسر | التميمي altamimi tamimi | الحارثي alharthi harthi | السديري alsudairi | الصاعدي alsaedi | النفيعي | الوادعي | الودعاني
الفضلي alfadhli | الظفيري aldhafiri | العازمي alazmi | الصيعري | الكثيري alkathiri | باوزير bawazir | بامحمد | الراجحي alrajhi | السويلم | المهنا
`;

/** Of the names in Latin letters those that are English or Islamic words as well; the others are clear there. */
const words = new Set([
  'said',
  'ward',
  'islam',
  'jihad',
  'iman',
  'salam',
  'hala',
  'noor',
  'ala',
  'rim',
  'fateh',
  'lean',
]);

const clearNames = setOf(clear);
const ambiguousNames = setOf(ambiguous);
const families = setOf(familyNames);

/** Whether a folded word is a name that is hardly ever anything else, or a family. */
export function isClearName(word: string): boolean {
  const isLatin = /^[a-z]/.test(word);
  return (
    clearNames.has(word) || families.has(word) || (isLatin && ambiguousNames.has(word) && !words.has(word))
  );
}

/** Whether a folded word may be a name. */
export function isName(word: string): boolean {
  return isClearName(word) || ambiguousNames.has(word);
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/[\s|]+/)
      .filter((word) => word !== '')
      .map(foldArabic),
  );
}
