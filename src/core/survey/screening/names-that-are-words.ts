import { listed } from './given-names.js';

/*
 * Names that are words as well, by what else they may be: where they stand, and what stands behind them, tells the two apart.
 */

/** Words that are seldom used without «ال» or a suffix; alone behind a post or a verb they are names. */
export const rareWords = listed(`
عمر omar umar | ناديه nadia | وسام wissam | هدي huda hoda | مني mona muna | سهيل suhail | ليث laith
اثير atheer | اريج areej | بسام | رؤي roaa ruaa | سناء sana | ضحي duha | عفراء | غيداء | لبني lubna
مزنه muzna | نسرين nasreen | نسيبه | هاله | هديل hadeel | ندي nada | عايشه | شيخه sheikha shaikha
نهي noha nuha | يسري yusra | جنين jenin
علوي alawi | مفرح
`);

/** Nouns: «أمل», «نور», «وفاء». What somebody hopes for, gives or feels may be named by them. */
export const nouns = listed(`
امل amal | امال amaal | علا ola | نور noor nour | جمال jamal | صلاح salah | احسان ihsan | حسني hosni | رضا reda rida
رشاد rashad | زين zain zein | زينه zeina | صبري sabri | عوض | ايمان iman eman | جلال jalal | كمال kamal
فضل fadl | نصر nasr | وعد waad | هبه hiba heba | بسمه basma | فرح farah | فجر fajr | شمس shams | شوق shouq
شهد shahad shahd | وفاء wafa wafaa | نجاح najah | نعيم naeem | رحمه rahma | رياض riad | حنان hanan
سماح samah | سمر samar | قمر qamar | غلا ghala | هيا haya | هلا hala | ابتسام ebtisam | بشاير bashayer
ضيف daif | فيض | غيث ghaith | سند sanad | عطا ata | عطيه atiyah | احلام ahlam | افراح afrah | اماني amani
امان | انعام inaam | جود joud | جوهر | حياه hayat | رؤيه | ريحانه rayhana | زهره | سحر sahar | صفاء safa safaa
عهد ahd | نجوي najwa | وداد | ورد ward | ياسمين yasmin yasmine | نداء | فوز | سلام salam | اسلام islam
جهاد jihad | حلمي helmi | حكمت | خلف khalaf | ربيع rabee | سراج siraj | فلاح falah | شروق shorouq | طرفه tarfa
عهود ohoud | غدير ghadeer | ميعاد meaad | وجدان wijdan | جواهر jawaher | جوري joury joori | حصه hessa hissa
دعاء duaa doaa | اسماء asma asmaa | انوار anwar | ايه ayah | بدور bodour budoor | بشري bushra | بيان bayan
تهاني tahani | جنان jinan | صباح sabah | ملاك malak | ورود wurood | رقيه ruqaya ruqayyah | منتهي muntaha
هناء hanaa | دلال dalal | لين leen
مطر matar | شهاب shihab | هلال hilal | عمران imran omran | ازهار azhar | طيف | همس | شموخ
فردوس firdous | كوكب | ليال layal | هدايه | وجد | ولاء walaa | مهره muhra | عواطف awatif | صبا saba
تيسير tayseer | ذكري thikra | شوقي shawqi | تغريد taghreed | لطفي lutfi | ثريا thuraya | عزت ezzat | وسن
كرم karam | بركه barakah | اخلاص ikhlas | اعتدال | انتصار intisar | عزه azza | حجاب | خميس | خضر | عوده
ميار mayar | يمني yumna | نجاه | مرعي mari | رافت raafat | عفت effat
`);

/** What may be said of a person or a thing: «الموظف عادل». With them «علي», which stands for «على» and «عليّ», and «يزيد». */
export const adjectives = listed(`
سعيد saeed said sayeed | سعيده saeeda | كريم kareem karim | كريمه karima | جميل jameel jamil | جميله jamila
عادل adel adil | عدل | صالح saleh salih | صالحه saleha | حسن | حسنه | علي ali | امين ameen amin | امينه
شريف sharif shareef | شريفه | رضي radi | رشيد rasheed | حكيم hakeem hakim | لطيف lateef latif | لطيفه
حبيب habib habeeb | عزيز aziz | مبارك mubarak | مباركه | موفق muwaffaq | ماهر maher mahir | متعب
مساعد musaed | مطلق mutlaq | محبوب | مؤيد | نادر nader nadir | نبيل nabil nabeel | نبيله | وسيم waseem wasim
يزيد yazeed yazid | شاكر shaker shakir | صابر saber sabir | عامر amer amir | ايمن ayman aiman | باسم basem
حازم hazem hazim | هادي hadi | نعيمه | رائد raed | رائده | ثابت thabet | ساهر saher | سهل sahl | راضي radhi
حسيب haseeb | مقبل muqbil | مفرح mufreh | مناور | غالي ghali | غاليه | عاطف atef | عاطفه | اكرم akram
اشرف ashraf | امجد amjad | انور | اسعد asaad | ساميه samia | فريده farida | فهيم faheem | دخيل dakhil
زايد zayed zaid | سليم saleem | كساب kassab | ماضي madi | مجاهد mujahid | محسن mohsen muhsin
مرزوق marzouq marzouk | حسناء hasnaa | عاليه alia | عزيزه aziza | حليمه halima | شافي shafi | امنه amna amina
وديع wadie | فايزه faiza
طاهر taher tahir | فريد fareed farid | منير munir muneer | كامل kamel kamil | قاسي | شجاع | مصلح musleh
مرضي murdhi | فرحان farhan | بشير bashir basheer | صادق sadiq sadeq | مخلص mukhlis | فاضل fadel fadil
معجب mujeb | مفيد mufid | مهدي mahdi | ساجده | ناصح | واثق wathiq | هادف | وافي | ناجح najeh | مريح | خاطر
شهير | شهيره | مؤمن moamen | مومن | سارح | زاهر zaher | زكيه zakia
`);

/** Families that are adjectives as well: «المسجد الشريف», «الحل السلمي». */
export const familyAdjectives = listed(`
الشهري | الشريف alsharif | السلمي alsulami | العمري alamri alomari | المهنا almuhanna | الكريم | الصالح alsaleh | السلطان alsultan | السعيد alsaeed
`);

/** What has ى at its end as a name, and with ي is another word: «مني», «يسري», «ليلي». */
export const endsInAlef = listed(`
ليلى سلمى منى ندى لمى سهى ضحى هدى نهى لبنى يسرى منتهى رؤى ذكرى بشرى نجوى
`);
