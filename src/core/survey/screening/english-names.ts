import { listed } from './given-names.js';

/*
 * Given names of English and of the people who work in the Kingdom, in small letters.
 */

/** Names that are hardly ever anything else. */
export const clearEnglishNames = listed(`
aaron adam alan albert alex alexander alexandra alice allison amanda amy andrea andrew angela anita anna anne annie anthony antonio arthur ashley
barbara ben benjamin beth betty brandon brenda brian bruce carl carlos carol caroline catherine charles charlotte chloe chris christine christopher
claire cynthia daniel danielle david deborah debra dennis diana diane donald donna dorothy douglas edward elena elizabeth ella emily emma eric ethan
eva evelyn fiona gary george gerald gloria gregory hannah harold harry heather helen henry howard ian isaac isabel isabella jacob james jane janet
jason jeff jeffrey jennifer jeremy jerry jessica jim joan joe joel john johnny jonathan jose joseph joshua joyce juan judith judy julia julian julie
justin karen kate katherine kathleen keith kelly kenneth kevin kimberly kyle larry laura lauren leonard leslie lewis liam linda lisa louis lucas lucy
luke margaret maria marie marilyn martha martin mary matthew megan melissa michael michelle mike nancy natalie nathan nicholas nicole noah oliver
olivia oscar pamela patricia patrick paul paula peter philip phillip rachel ralph ravi raymond rebecca rajesh richard robert roger ronald roy russell
ruth ryan samantha samuel sandra sanjay scott sean sharon shirley simon sophia sophie stephanie stephen steve steven stuart susan suresh teresa
theresa thomas tim timothy tom tony tracy tyler vanessa veronica victoria vincent virginia walter wendy wayne william zachary smith johnson
aisyah priya anjali deepak sunil vijay anil rahul sithara grace-ann roberto fernando maricel jocelyn rosario lorna analyn jomar rowena
`);

/** Names that are English words as well: names only with a capital, and where something says so. */
export const englishNameWords = listed(`
will mark rose may hope grace faith joy bill bob frank jack rob art drew grant chase dawn april june august ivy lily amber ruby pearl charity christian
dean earl guy max nick pat pete ray rich sue terry victor wade penny angel holly melody miles olive sandy scarlet summer violet autumn crystal daisy
dick don ed gene harmony jade jay jean jewel kay ken kit lance lee leo lou love marina melody merit misty mercy nova patience prudence robin rod
sally sky sonny star stella sterling storm tanner tiffany trinity verity vera wren young brown green baker cook cooper king
`);

/** Of the Arabic names in Latin letters those that are English words or words of faith as well. */
export const latinNameWords = listed('said ward islam jihad iman salam hala noor ala rim fateh lean');
