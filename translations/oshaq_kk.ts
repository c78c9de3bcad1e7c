<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk" sourcelanguage="en">
<context>
    <name>oshaq::Abilities</name>
    <message>
        <source>Kitchen</source>
        <translation>Ас үй</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Тапсырыстар</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Ақша</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Мәзір</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Қызметкерлер</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Есептер</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Баптаулар</translation>
    </message>
    <message>
        <source>Start, finish and void dishes</source>
        <translation>Тағамды бастау, аяқтау және жою</translation>
    </message>
    <message>
        <source>Take an order one step back</source>
        <translation>Тапсырысты бір қадам артқа қайтару</translation>
    </message>
    <message>
        <source>Put an order first</source>
        <translation>Тапсырысты шұғыл ету</translation>
    </message>
    <message>
        <source>Mark a dish as out (86), and as back</source>
        <translation>Тағамды таусылды деп белгілеу және қайтару</translation>
    </message>
    <message>
        <source>See orders</source>
        <translation>Тапсырыстарды көру</translation>
    </message>
    <message>
        <source>Move an order on</source>
        <translation>Тапсырысты ілгері жылжыту</translation>
    </message>
    <message>
        <source>Take orders</source>
        <translation>Тапсырыс қабылдау</translation>
    </message>
    <message>
        <source>Change table, notes and promised time</source>
        <translation>Үстелді, ескертпені және мерзімді өзгерту</translation>
    </message>
    <message>
        <source>Split and join orders</source>
        <translation>Тапсырыстарды бөлу және біріктіру</translation>
    </message>
    <message>
        <source>See who did what to an order</source>
        <translation>Тапсырыспен кім не істегенін көру</translation>
    </message>
    <message>
        <source>Look up guests and their phone numbers</source>
        <translation>Қонақты және телефонын іздеу</translation>
    </message>
    <message>
        <source>Print tickets and receipts</source>
        <translation>Тапсырыстар мен чектерді басып шығару</translation>
    </message>
    <message>
        <source>Take payments</source>
        <translation>Төлем қабылдау</translation>
    </message>
    <message>
        <source>Give money back</source>
        <translation>Ақша қайтару</translation>
    </message>
    <message>
        <source>Correct the state of a payment</source>
        <translation>Төлем күйін түзету</translation>
    </message>
    <message>
        <source>Change dishes and prices</source>
        <translation>Тағамдар мен бағаларды өзгерту</translation>
    </message>
    <message>
        <source>Change categories</source>
        <translation>Санаттарды өзгерту</translation>
    </message>
    <message>
        <source>Import a menu from a file</source>
        <translation>Мәзірді файлдан импорттау</translation>
    </message>
    <message>
        <source>See who works here</source>
        <translation>Мұнда кім жұмыс істейтінін көру</translation>
    </message>
    <message>
        <source>Hire people, change and dismiss them</source>
        <translation>Қызметкерді алу, дерегін өзгерту, жұмыстан шығару</translation>
    </message>
    <message>
        <source>Give PINs and passwords</source>
        <translation>PIN мен құпиясөз беру</translation>
    </message>
    <message>
        <source>See statistics</source>
        <translation>Статистиканы көру</translation>
    </message>
    <message>
        <source>Save orders and reports as files</source>
        <translation>Тапсырыстар мен есептерді файлға сақтау</translation>
    </message>
    <message>
        <source>Read the journal of all changes</source>
        <translation>Барлық өзгерістер журналын оқу</translation>
    </message>
    <message>
        <source>Delete old orders for good</source>
        <translation>Ескі тапсырыстарды біржола жою</translation>
    </message>
    <message>
        <source>Change the settings of the restaurant</source>
        <translation>Мейрамхана баптауларын өзгерту</translation>
    </message>
    <message>
        <source>Set up stations</source>
        <translation>Цехтарды баптау</translation>
    </message>
    <message>
        <source>Set up screens and phones</source>
        <translation>Экрандар мен телефондарды баптау</translation>
    </message>
    <message>
        <source>Set up printers</source>
        <translation>Принтерлерді баптау</translation>
    </message>
    <message>
        <source>Let other programs in</source>
        <translation>Басқа бағдарламаларға рұқсат беру</translation>
    </message>
</context>
<context>
    <name>oshaq::AbilityView</name>
    <message>
        <source>What may be done</source>
        <translation>Не істеуге болады</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Қысқаша</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Иә</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <translation>%1: иә</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Жоқ</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1: жоқ</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Белгісіз</translation>
    </message>
    <message>
        <source>%1: unknown</source>
        <translation>%1: белгісіз</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>«%1» бойынша ештеңе табылмады</translation>
    </message>
    <message>
        <source>What roles may do is not known now</source>
        <translation>Рөлдерге не рұқсат екені қазір белгісіз</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>Asking the site what roles may do…</source>
        <translation>Рөлдерге не рұқсат екені серверден сұралуда…</translation>
    </message>
    <message>
        <source>The site runs another version than this screen and does not say everything.</source>
        <translation>Сервердің нұсқасы бұл экрандікінен басқа, сондықтан ол бәрін хабарламайды.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Рөл</translation>
    </message>
    <message>
        <source>As the site decides it, for people and for screens. Somebody at a screen may do what their role and the screen&apos;s role both allow.</source>
        <translation>Адамдар мен экрандар үшін серверде шешілгендей. Экран алдындағы адам өз рөлі де, экран рөлі де рұқсат еткенді ғана істей алады.</translation>
    </message>
    <message>
        <source>What a role may do</source>
        <translation>Рөлге не рұқсат</translation>
    </message>
</context>
<context>
    <name>oshaq::AcceptSheet</name>
    <message>
        <source>Accept %1</source>
        <translation>Қабылдау: %1</translation>
    </message>
    <message>
        <source>What is the guest promised?</source>
        <translation>Қонаққа қай уақыт уәде етіледі?</translation>
    </message>
    <message>
        <source>No promise</source>
        <translation>Мерзімсіз</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 мин</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Нақты уақытқа</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Уақыты</translation>
    </message>
    <message>
        <source>For example 20:15</source>
        <translation>Мысалы, 20:15</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Кейін</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Қабылдау</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>This is no time of day: write it like 20:15.</source>
        <translation>Бұл уақыт емес: 20:15 сияқты жазыңыз.</translation>
    </message>
</context>
<context>
    <name>oshaq::AddLinesSheet</name>
    <message>
        <source>Keep these dishes for the order?</source>
        <translation>Бұл тағамдар тапсырысқа сақталсын ба?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Сақтамау</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Жалғастыру</translation>
    </message>
    <message>
        <source>Add dishes</source>
        <translation>Тағам қосу</translation>
    </message>
    <message>
        <source>Add to the order</source>
        <translation>Тапсырысқа қосу</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Қосу: %1</translation>
    </message>
    <message>
        <source>so far %1</source>
        <translation>әзірше %1</translation>
    </message>
    <message>
        <source>Add · %1</source>
        <translation>Қосу · %1</translation>
    </message>
    <message>
        <source>First finish the dish that is open: add it, or go back.</source>
        <translation>Алдымен ашық тағамды аяқтаңыз: қосыңыз не артқа қайтыңыз.</translation>
    </message>
    <message>
        <source>“%1” is not on the ticket yet: Enter adds it, Esc clears it.</source>
        <translation>«%1» тапсырысқа әлі қосылмады: Enter қосады, Esc өшіреді.</translation>
    </message>
    <message>
        <source>Choose at least one dish.</source>
        <translation>Кемінде бір тағам таңдаңыз.</translation>
    </message>
    <message>
        <source>Look at the marked dishes.</source>
        <translation>Белгіленген тағамдарды қараңыз.</translation>
    </message>
</context>
<context>
    <name>oshaq::AlarmText</name>
    <message>
        <source>Every screen of %1 is away: nobody there has seen %2 for %3.</source>
        <translation>«%1» цехының барлық экраны байланыста жоқ: онда %2 тапсырысын %3 бойы ешкім көрген жоқ.</translation>
    </message>
    <message>
        <source>Every kitchen screen is away: nobody there has seen %1 for %2.</source>
        <translation>Ас үйдің барлық экраны байланыста жоқ: онда %1 тапсырысын %2 бойы ешкім көрген жоқ.</translation>
    </message>
    <message>
        <source>%1 has been on no kitchen screen for %2: %3.</source>
        <translation>%1 тапсырысы %2 бойы ас үйдің бірде-бір экранында жоқ: %3.</translation>
    </message>
    <message>
        <source>%1 has been on no kitchen screen for %2.</source>
        <translation>%1 тапсырысы %2 бойы ас үйдің бірде-бір экранында жоқ.</translation>
    </message>
    <message>
        <source>1 more ticket is unseen too.</source>
        <translation>Тағы 1 тапсырыс көрінбей тұр.</translation>
    </message>
    <message numerus="yes">
        <source>%n more tickets are unseen too.</source>
        <translation>
            <numerusform>Тағы %n тапсырыс көрінбей тұр.</numerusform>
            <numerusform>Тағы %n тапсырыс көрінбей тұр.</numerusform>
        </translation>
    </message>
    <message>
        <source>No printer prints it: tell the kitchen.</source>
        <translation>Оны басатын принтер жоқ: ас үйге айтыңыз.</translation>
    </message>
    <message>
        <source>It was printed on %1.</source>
        <translation>Басып шығарылды: %1.</translation>
    </message>
    <message>
        <source>%1 does not print it now: tell the kitchen.</source>
        <translation>%1 қазір баспай тұр: ас үйге айтыңыз.</translation>
    </message>
    <message>
        <source>It goes to paper on %1.</source>
        <translation>Басылып жатыр: %1.</translation>
    </message>
    <message>
        <source>%1 did not print it: tell the kitchen.</source>
        <translation>%1 оны баспады: ас үйге айтыңыз.</translation>
    </message>
    <message>
        <source>On no screen</source>
        <extracomment>On a ticket that no kitchen screen shows; %1: stations</extracomment>
        <translation>Экранда жоқ</translation>
    </message>
    <message>
        <source>On no screen: %1</source>
        <translation>Экранда жоқ: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 сағ %2 мин</translation>
    </message>
    <message>
        <source>Silence here</source>
        <translation>Осында үнсіз</translation>
    </message>
</context>
<context>
    <name>oshaq::AllDayPanel</name>
    <message>
        <source>Still to make</source>
        <translation>Әлі жасау керек</translation>
    </message>
    <message>
        <source>ALL-DAY</source>
        <translation>БАРЛЫҒЫ</translation>
    </message>
    <message>
        <source>ALL-DAY · %1</source>
        <translation>БАРЛЫҒЫ · %1</translation>
    </message>
    <message>
        <source>Nothing left to make.</source>
        <translation>Жасайтын ештеңе жоқ.</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>Әзірше белгісіз.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more dishes</source>
        <translation>
            <numerusform>тағы %n тағам</numerusform>
            <numerusform>тағы %n тағам</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>%1 күтуде</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Басқа жерде</translation>
    </message>
    <message>
        <source>Out: %1</source>
        <extracomment>Dishes that cannot be had: &quot;Out: Plov, Nan&quot;</extracomment>
        <translation>Таусылды: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::AllergenEditor</name>
    <message>
        <source>Allergens</source>
        <translation>Аллергендер</translation>
    </message>
    <message>
        <source>Others, with commas between</source>
        <translation>Басқалары, үтірмен бөліп</translation>
    </message>
    <message>
        <source>Other allergens</source>
        <translation>Басқа аллергендер</translation>
    </message>
</context>
<context>
    <name>oshaq::AllergyField</name>
    <message>
        <source>nuts</source>
        <translation>жаңғақ</translation>
    </message>
    <message>
        <source>milk</source>
        <translation>сүт</translation>
    </message>
    <message>
        <source>eggs</source>
        <translation>жұмыртқа</translation>
    </message>
    <message>
        <source>gluten</source>
        <translation>глютен</translation>
    </message>
    <message>
        <source>fish</source>
        <translation>балық</translation>
    </message>
    <message>
        <source>sesame</source>
        <translation>күнжіт</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Аллергия</translation>
    </message>
    <message>
        <source>Common allergies</source>
        <translation>Жиі аллергиялар</translation>
    </message>
</context>
<context>
    <name>oshaq::BackupsSection</name>
    <message>
        <source>How the backups do is not known</source>
        <translation>Сақтық көшірмелердің күйі белгісіз</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Серверден сұралуда</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Сақтық көшірмелер</translation>
    </message>
    <message>
        <source>Copies of everything elsewhere, and whether they can be restored.</source>
        <translation>Барлық деректердің басқа жердегі көшірмелері және оларды қалпына келтіруге бола ма.</translation>
    </message>
</context>
<context>
    <name>oshaq::BankDaySheet</name>
    <message>
        <source>The bank says the same.</source>
        <translation>Банк та соны айтады.</translation>
    </message>
    <message>
        <source>The bank has not been asked about it.</source>
        <translation>Бұл туралы банктен сұралмаған.</translation>
    </message>
    <message>
        <source>It is not decided yet.</source>
        <translation>Әлі шешілмеген.</translation>
    </message>
    <message>
        <source>It is paid here, but the bank has no money of it.</source>
        <translation>Мұнда төленген, бірақ банкте бұл ақша жоқ.</translation>
    </message>
    <message>
        <source>The bank has money that does not count here.</source>
        <translation>Банкте мұнда есепке алынбаған ақша бар.</translation>
    </message>
    <message>
        <source>Another amount was given back at the bank than here.</source>
        <translation>Банкте мұндағыдан басқа сома қайтарылған.</translation>
    </message>
    <message>
        <source>Somebody has to look at it.</source>
        <translation>Мұны біреу қарауы керек.</translation>
    </message>
    <message>
        <source>waits for the bank</source>
        <translation>банкті күтуде</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>төленді</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>тоқтатылды</translation>
    </message>
    <message>
        <source>part of it was given back</source>
        <translation>бір бөлігі қайтарылды</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>қайтарылды</translation>
    </message>
    <message>
        <source>the bank said no</source>
        <translation>банк бас тартты</translation>
    </message>
    <message>
        <source>unknown, checking</source>
        <translation>белгісіз, тексерілуде</translation>
    </message>
    <message>
        <source>Compare with the bank</source>
        <translation>Банкпен салыстыру</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Алдыңғы күн</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Келесі күн</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Айырмалар</translation>
    </message>
    <message>
        <source>All payments</source>
        <translation>Барлық төлем</translation>
    </message>
    <message>
        <source>Which payments are shown</source>
        <translation>Қандай төлемдер көрсетілген</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Бүгін, %1</translation>
    </message>
    <message>
        <source>On the way.</source>
        <translation>Жүктелуде.</translation>
    </message>
    <message>
        <source>Here: %1 paid, %2 given back</source>
        <translation>Мұнда: төленді %1, қайтарылды %2</translation>
    </message>
    <message>
        <source>The bank: %1 paid, %2 given back</source>
        <translation>Банк: төленді %1, қайтарылды %2</translation>
    </message>
    <message>
        <source>1 payment has to be looked at.</source>
        <translation>Бір төлемді қарау керек.</translation>
    </message>
    <message numerus="yes">
        <source>%n payments have to be looked at.</source>
        <translation>
            <numerusform>%n төлемді қарау керек.</numerusform>
            <numerusform>%n төлемді қарау керек.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bank says the same of every payment.</source>
        <translation>Банк әр төлем туралы осыны айтады.</translation>
    </message>
    <message>
        <source>The bank was not asked.</source>
        <translation>Банктен сұралмаған.</translation>
    </message>
    <message>
        <source>The bank is being asked; what it says comes here one by one. Look again in a moment.</source>
        <translation>Банктен сұралуда; жауаптар бірінен соң бірі келеді. Бір минуттан соң қараңыз.</translation>
    </message>
    <message>
        <source>Asking the bank</source>
        <translation>Банктен сұралуда</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>Ask the bank again</source>
        <translation>Банктен қайта сұрау</translation>
    </message>
    <message>
        <source>the bank: %1</source>
        <translation>банк: %1</translation>
    </message>
    <message>
        <source>given back: %1 here, %2 there</source>
        <translation>қайтарылды: мұнда %1, онда %2</translation>
    </message>
    <message>
        <source>The site noted: %1</source>
        <translation>Сервер белгіледі: %1</translation>
    </message>
    <message>
        <source>Nothing was paid through the bank on that day.</source>
        <translation>Бұл күні банк арқылы ештеңе төленбеген.</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Айырма жоқ.</translation>
    </message>
</context>
<context>
    <name>oshaq::BillSplit</name>
    <message>
        <source>Everything</source>
        <translation>Барлығы</translation>
    </message>
    <message>
        <source>Evenly</source>
        <translation>Тең бөлу</translation>
    </message>
    <message>
        <source>By dishes</source>
        <translation>Тағам бойынша</translation>
    </message>
    <message>
        <source>How the bill is shared</source>
        <translation>Шот қалай бөлінеді</translation>
    </message>
    <message>
        <source>guests pay the same</source>
        <translation>қонақ тең төлейді</translation>
    </message>
    <message>
        <source>guests who share the rest</source>
        <translation>қонақ қалғанын бөліседі</translation>
    </message>
    <message>
        <source>Dishes that this guest pays for</source>
        <translation>Осы қонақ төлейтін тағамдар</translation>
    </message>
    <message>
        <source>Choose what the first guest pays for.</source>
        <translation>Бірінші қонақ не үшін төлейтінін таңдаңыз.</translation>
    </message>
    <message>
        <source>Guest %1: choose what they pay for.</source>
        <translation>%1-қонақ: не үшін төлейтінін таңдаңыз.</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>төленді</translation>
    </message>
</context>
<context>
    <name>oshaq::BottomBar</name>
    <message>
        <source>Recall</source>
        <translation>Қайтару</translation>
    </message>
    <message>
        <source>R</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>R</translation>
    </message>
    <message>
        <source>PgUp</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Алдыңғы бет</translation>
    </message>
    <message>
        <source>PgDn</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Келесі бет</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Болдырмау</translation>
    </message>
    <message>
        <source>U</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>U</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>Button: this ticket goes first</extracomment>
        <translation>Шұғыл</translation>
    </message>
    <message>
        <source>P</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>P</translation>
    </message>
    <message>
        <source>Expo view</source>
        <translation>Тарату</translation>
    </message>
    <message>
        <source>E</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>E</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Тағы</translation>
    </message>
    <message>
        <source>M</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>M</translation>
    </message>
    <message>
        <source>86 an item</source>
        <extracomment>Button: mark a dish that cannot be had any more</extracomment>
        <translation>Тағам таусылды</translation>
    </message>
</context>
<context>
    <name>oshaq::BulkSheet</name>
    <message>
        <source>Category</source>
        <translation>Санат</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Preparation, minutes</source>
        <translation>Дайындау, минут</translation>
    </message>
    <message>
        <source>0: the limits of its station.</source>
        <translation>0: цех мерзімдері бойынша.</translation>
    </message>
    <message>
        <source>Sold in steps of</source>
        <translation>Сату қадамы</translation>
    </message>
    <message>
        <source>The step</source>
        <translation>Қадам</translation>
    </message>
    <message>
        <source>When it is sold</source>
        <translation>Қашан сатылады</translation>
    </message>
    <message>
        <source>Add allergens</source>
        <translation>Аллерген қосу</translation>
    </message>
    <message>
        <source>Others to add</source>
        <translation>Басқаларын қосу</translation>
    </message>
    <message>
        <source>Several are separated by commas.</source>
        <translation>Бірнешеуін үтірмен бөліңіз.</translation>
    </message>
    <message>
        <source>Take allergens away</source>
        <translation>Аллергенді алып тастау</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Сатылымда болуы</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Сол күйінде</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Сатылымда</translation>
    </message>
    <message>
        <source>86</source>
        <translation>Таусылды</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Өңдеуді жалғастыру</translation>
    </message>
    <message>
        <source>As it is (%1)</source>
        <translation>Сол күйінде (%1)</translation>
    </message>
    <message>
        <source>As it is (different)</source>
        <translation>Сол күйінде (әртүрлі)</translation>
    </message>
    <message>
        <source>as the category</source>
        <translation>санаттағыдай</translation>
    </message>
    <message>
        <source>As the category has it</source>
        <translation>Санаттағыдай</translation>
    </message>
    <message>
        <source>Another step</source>
        <translation>Басқа қадам</translation>
    </message>
    <message>
        <source>At these times</source>
        <translation>Көрсетілген уақытта</translation>
    </message>
    <message>
        <source>Whole minutes from 0 to %1.</source>
        <translation>Бүтін минут: 0–%1.</translation>
    </message>
    <message>
        <source>A number with at most three places, such as 0.1.</source>
        <translation>Үтірден кейін ең көбі үш таңбалы сан, мысалы 0.1.</translation>
    </message>
    <message>
        <source>Choose at least one day and two different times for each.</source>
        <translation>Әрқайсысына кемінде бір күн және екі түрлі уақыт таңдаңыз.</translation>
    </message>
    <message>
        <source>All are available now.</source>
        <translation>Қазір бәрі сатылымда.</translation>
    </message>
    <message>
        <source>None is available now.</source>
        <translation>Қазір ешқайсысы сатылымда емес.</translation>
    </message>
    <message>
        <source>Now %1 of %2 are available.</source>
        <translation>Қазір сатылымда: %2 ішінен %1.</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Өңдеу: %1</translation>
    </message>
    <message>
        <source>What you chose is not saved.</source>
        <translation>Таңдағаныңыз сақталмады.</translation>
    </message>
    <message>
        <source>The dishes are being changed…</source>
        <translation>Тағамдар өзгертілуде…</translation>
    </message>
    <message>
        <source>At most %1 can change at once.</source>
        <translation>Бір жолда ең көбі %1 өзгереді.</translation>
    </message>
    <message>
        <source>Look at the fields above.</source>
        <translation>Жоғарыдағы өрістерді қараңыз.</translation>
    </message>
    <message>
        <source>Whatever you do not touch stays as it is in each dish.</source>
        <translation>Сіз өзгертпегеннің бәрі әр тағамда сол күйінде қалады.</translation>
    </message>
    <message>
        <source>All of them are so already.</source>
        <translation>Олардың бәрі онсыз да сондай.</translation>
    </message>
    <message>
        <source>1 dish changes</source>
        <translation>1 тағам өзгереді</translation>
    </message>
    <message numerus="yes">
        <source>%n dishes change</source>
        <translation>
            <numerusform>%n тағам өзгереді</numerusform>
            <numerusform>%n тағам өзгереді</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is so already</source>
        <translation>1 онсыз да сондай</translation>
    </message>
    <message numerus="yes">
        <source>%n are so already</source>
        <translation>
            <numerusform>%n онсыз да сондай</numerusform>
            <numerusform>%n онсыз да сондай</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Сақтамау</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Сақтау: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Edit of 1 dish</source>
        <translation>Өңдеу: 1 тағам</translation>
    </message>
    <message numerus="yes">
        <source>Edit of %n dishes</source>
        <translation>
            <numerusform>Өңдеу: %n тағам</numerusform>
            <numerusform>Өңдеу: %n тағам</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oshaq::CatalogPage</name>
    <message>
        <source>The category is saved.</source>
        <translation>Санат сақталды.</translation>
    </message>
    <message>
        <source>The category is on the menu.</source>
        <translation>Санат мәзірге қосылды.</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>Жойылды: %1.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>Сақталды: %1.</translation>
    </message>
    <message>
        <source>%1 is on the menu.</source>
        <translation>Мәзірге қосылды: %1.</translation>
    </message>
    <message>
        <source>Catalog</source>
        <extracomment>Name of a page</extracomment>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>Button after an act: take it back</extracomment>
        <translation>Болдырмау</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Ctrl Shift Z</source>
        <translation>Ctrl Shift Z</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Ctrl N</translation>
    </message>
    <message>
        <source>Search the menu</source>
        <translation>Мәзірден іздеу</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Change prices…</source>
        <translation>Бағаны өзгерту…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Тағы</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Жаңа тағам</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Жаңа санат</translation>
    </message>
    <message>
        <source>Edit category</source>
        <translation>Санатты өңдеу</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Санаттар</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Санат</translation>
    </message>
    <message>
        <source>Dishes</source>
        <translation>Тағамдар</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Edit the chosen dish</source>
        <translation>Таңдалған тағамды өңдеу</translation>
    </message>
    <message>
        <source>Save the dish</source>
        <translation>Тағамды сақтау</translation>
    </message>
    <message>
        <source>86 the chosen dishes, or bring them back</source>
        <translation>Таңдалған тағамдарды таусылды деу немесе қайтару</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Remove the chosen dishes</source>
        <translation>Таңдалған тағамдарды жою</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Көрсеткілер</translation>
    </message>
    <message>
        <source>Move the dish or the category to another place</source>
        <translation>Тағамды не санатты басқа орынға ауыстыру</translation>
    </message>
    <message>
        <source>Edit the category</source>
        <translation>Санатты өңдеу</translation>
    </message>
    <message>
        <source>Undo the last change of the menu</source>
        <translation>Мәзірдің соңғы өзгерісін болдырмау</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Redo it</source>
        <translation>Оны қайталау</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>Болдырылмады: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Қайталанды: %1.</translation>
    </message>
    <message>
        <source>This could not be noted on this screen: %1</source>
        <translation>Бұл экранда жазу мүмкін болмады: %1</translation>
    </message>
    <message>
        <source>%1: available again.</source>
        <translation>%1: қайтадан сатылымда.</translation>
    </message>
    <message>
        <source>%1: 86, back %2.</source>
        <translation>%1: таусылды, қайтады: %2.</translation>
    </message>
    <message>
        <source>%1: 86 until somebody brings it back.</source>
        <translation>%1: таусылды, біреу қайтарғанша.</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>Жою: %1</translation>
    </message>
    <message>
        <source>Removed from the menu: %1.</source>
        <translation>Мәзірден жойылды: %1.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Moved to %1: %2.</source>
        <translation>«%1» санатына ауыстырылды: %2.</translation>
    </message>
    <message>
        <source>Order of dishes</source>
        <translation>Тағамдар реті</translation>
    </message>
    <message>
        <source>The dishes have another order.</source>
        <translation>Тағамдар реті өзгерді.</translation>
    </message>
    <message>
        <source>Order of categories</source>
        <translation>Санаттар реті</translation>
    </message>
    <message>
        <source>The categories have another order.</source>
        <translation>Санаттар реті өзгерді.</translation>
    </message>
    <message>
        <source>menu.csv</source>
        <translation>menu.csv</translation>
    </message>
    <message>
        <source>The menu is in %1.</source>
        <translation>Мәзір файлға сақталды: %1.</translation>
    </message>
    <message>
        <source>%1 could not be written. Take another place.</source>
        <translation>%1 жазылмады. Басқа орын таңдаңыз.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Іздеу</translation>
    </message>
    <message>
        <source>Search %1</source>
        <translation>Іздеу: %1</translation>
    </message>
    <message>
        <source>%1: everything can be read and 86 works; other changes need the site.</source>
        <extracomment>%1 is &quot;Offline since 19:42&quot; or the like</extracomment>
        <translation>%1: бәрін оқуға, «таусылды» деп белгілеуге болады; басқа өзгерістерге сервер керек.</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Болдырмайтын ештеңе жоқ</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>Болдырмау: %1 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Қайталайтын ештеңе жоқ</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>Қайталау: %1 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Болдырмау: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Қайталау: %1</translation>
    </message>
    <message>
        <source>The menu is on its way</source>
        <translation>Мәзір жүктелуде</translation>
    </message>
    <message>
        <source>It comes from the site as soon as that answers.</source>
        <translation>Сервер жауап бергенде, осында шығады.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ештеңе табылмады</translation>
    </message>
    <message>
        <source>No dish has these words in its name, description, category or external id.</source>
        <translation>Ешбір тағамның атауында, сипаттамасында, санатында не сыртқы ID-інде мұндай сөз жоқ.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Іздеуді тазалау</translation>
    </message>
    <message>
        <source>%1 has no dishes yet</source>
        <translation>«%1» санатында әзірше тағам жоқ</translation>
    </message>
    <message>
        <source>Drag dishes onto the category, or make a new one.</source>
        <translation>Тағамдарды санатқа сүйреп апарыңыз немесе жаңасын жасаңыз.</translation>
    </message>
    <message>
        <source>The menu is empty</source>
        <translation>Мәзір бос</translation>
    </message>
    <message>
        <source>Take it from a spreadsheet file, or make the first dish yourself with Ctrl+N.</source>
        <translation>Оны кесте файлынан алыңыз немесе бірінші тағамды өзіңіз жасаңыз: Ctrl+N.</translation>
    </message>
    <message>
        <source>Make the first category and its first dish.</source>
        <translation>Бірінші санатты және оның бірінші тағамын жасаңыз.</translation>
    </message>
    <message>
        <source>Import a menu…</source>
        <translation>Мәзір импорты…</translation>
    </message>
</context>
<context>
    <name>oshaq::CatalogText</name>
    <message>
        <source>tomorrow %1</source>
        <translation>ертең %1</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Сатылымда</translation>
    </message>
    <message>
        <source>86 · back %1</source>
        <extracomment>86: the trade&apos;s word for what is out</extracomment>
        <translation>Таусылды · қайтады: %1</translation>
    </message>
    <message>
        <source>86 · out</source>
        <translation>Таусылды · мерзімсіз</translation>
    </message>
    <message>
        <source>Not sold now · from %1</source>
        <translation>Қазір сатылмайды · басталуы %1</translation>
    </message>
    <message>
        <source>Not sold now</source>
        <translation>Қазір сатылмайды</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>күн сайын</translation>
    </message>
    <message>
        <source>always</source>
        <translation>әрқашан</translation>
    </message>
    <message>
        <source>portion · step %1</source>
        <translation>порция · қадам %1</translation>
    </message>
    <message>
        <source>weight · step %1</source>
        <translation>салмақ · қадам %1</translation>
    </message>
    <message>
        <source>optional, one</source>
        <translation>міндетті емес, біреуі</translation>
    </message>
    <message>
        <source>optional, up to %1</source>
        <translation>міндетті емес, ең көбі %1</translation>
    </message>
    <message>
        <source>required, one</source>
        <translation>міндетті, біреуі</translation>
    </message>
    <message>
        <source>required, exactly %1</source>
        <translation>міндетті, дәл %1</translation>
    </message>
    <message>
        <source>required, %1 to %2</source>
        <translation>міндетті, %1–%2</translation>
    </message>
    <message>
        <source>gluten</source>
        <translation>глютен</translation>
    </message>
    <message>
        <source>eggs</source>
        <translation>жұмыртқа</translation>
    </message>
    <message>
        <source>milk</source>
        <translation>сүт</translation>
    </message>
    <message>
        <source>nuts</source>
        <translation>жаңғақ</translation>
    </message>
    <message>
        <source>peanuts</source>
        <translation>жержаңғақ</translation>
    </message>
    <message>
        <source>sesame</source>
        <translation>күнжіт</translation>
    </message>
    <message>
        <source>soya</source>
        <translation>соя</translation>
    </message>
    <message>
        <source>fish</source>
        <translation>балық</translation>
    </message>
    <message>
        <source>crustaceans</source>
        <translation>шаянтәрізділер</translation>
    </message>
    <message>
        <source>molluscs</source>
        <translation>моллюскілер</translation>
    </message>
    <message>
        <source>celery</source>
        <translation>балдыркөк</translation>
    </message>
    <message>
        <source>mustard</source>
        <translation>қыша</translation>
    </message>
    <message>
        <source>lupin</source>
        <translation>бөрібұршақ</translation>
    </message>
    <message>
        <source>sulphites</source>
        <translation>сульфиттер</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Атауы</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Бағасы</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>Қалай сатылады</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Санат</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Сипаттамасы</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Дайындау</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Таңдаулар</translation>
    </message>
    <message>
        <source>Allergens</source>
        <translation>Аллергендер</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Қашан сатылады</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Сыртқы ID</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>бос</translation>
    </message>
    <message>
        <source>as its category</source>
        <translation>санаттағыдай</translation>
    </message>
    <message>
        <source>as its station</source>
        <translation>цехтағыдай</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>none</source>
        <translation>жоқ</translation>
    </message>
    <message>
        <source>none declared</source>
        <translation>көрсетілмеген</translation>
    </message>
    <message>
        <source>This cannot be empty.</source>
        <translation>Бұл өріс бос болмауы керек.</translation>
    </message>
    <message>
        <source>At most %1 letters.</source>
        <translation>Ең көбі %1 әріп.</translation>
    </message>
    <message>
        <source>Type an amount of money, such as 3600.</source>
        <translation>Соманы теріңіз, мысалы 3600.</translation>
    </message>
    <message>
        <source>That is too much.</source>
        <translation>Бұл тым көп.</translation>
    </message>
    <message>
        <source>Type a quantity above 0, such as 0.1.</source>
        <translation>Нөлден үлкен мөлшер теріңіз, мысалы 0.1.</translation>
    </message>
    <message>
        <source>Type whole minutes, at most %1.</source>
        <translation>Бүтін минут теріңіз, ең көбі %1.</translation>
    </message>
    <message>
        <source>Give the group a name.</source>
        <translation>Топқа атау беріңіз.</translation>
    </message>
    <message>
        <source>A group needs at least one option.</source>
        <translation>Топта кемінде бір таңдау болуы керек.</translation>
    </message>
    <message>
        <source>There is another group of this name.</source>
        <translation>Мұндай атаулы топ бар.</translation>
    </message>
    <message>
        <source>So many cannot be chosen from these options.</source>
        <translation>Бұл таңдаулардан сонша алуға болмайды.</translation>
    </message>
    <message>
        <source>Give the option a name.</source>
        <translation>Таңдауға атау беріңіз.</translation>
    </message>
    <message>
        <source>The group has this option already.</source>
        <translation>Топта мұндай таңдау бар.</translation>
    </message>
    <message>
        <source>Type an amount of money, or leave it empty.</source>
        <translation>Соманы теріңіз немесе бос қалдырыңыз.</translation>
    </message>
    <message>
        <source>An allergen has no semicolon.</source>
        <translation>Аллергенде нүктелі үтір болмайды.</translation>
    </message>
    <message>
        <source>Choose at least one day, and an end that is not the beginning.</source>
        <translation>Кемінде бір күн таңдаңыз, соңы басынан бөлек болсын.</translation>
    </message>
    <message>
        <source>At most %1 times.</source>
        <translation>Ең көбі %1 уақыт аралығы.</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 тағам</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n тағам</numerusform>
            <numerusform>%n тағам</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody removed it from the menu meanwhile.</source>
        <translation>Осы арада біреу мұны мәзірден жойды.</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile: nothing was changed here.</source>
        <translation>Осы арада мұны басқа біреу өзгертті: мұнда ештеңе өзгермеді.</translation>
    </message>
    <message>
        <source>The menu has one of this name already.</source>
        <translation>Мәзірде мұндай атау бар.</translation>
    </message>
    <message>
        <source>The category still has items: move them first.</source>
        <translation>Санатта әлі тағам бар: алдымен оларды ауыстырыңыз.</translation>
    </message>
    <message>
        <source>The file is too large for the site.</source>
        <translation>Файл сервер үшін тым үлкен.</translation>
    </message>
    <message>
        <source>The site cannot read this picture. Take a PNG, a JPEG or a WebP file.</source>
        <translation>Сервер бұл суретті оқи алмайды. PNG, JPEG не WebP файлын алыңыз.</translation>
    </message>
</context>
<context>
    <name>oshaq::CategoryList</name>
    <message>
        <source>All</source>
        <translation>Барлығы</translation>
    </message>
</context>
<context>
    <name>oshaq::CategorySheet</name>
    <message>
        <source>Another category has this name.</source>
        <translation>Мұндай атаулы басқа санат бар.</translation>
    </message>
    <message>
        <source>No dish is in %1.</source>
        <translation>«%1» санатында тағам жоқ.</translation>
    </message>
    <message>
        <source>%1 has %2. They go to another category; undo brings all of it back.</source>
        <translation>%1: %2. Бәрі басқа санатқа ауысады; болдырмау бәрін қайтарады.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Жою</translation>
    </message>
    <message>
        <source>Move and remove</source>
        <translation>Ауыстырып, жою</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Иә, жою</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Өңдеуді жалғастыру</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Сақтамау</translation>
    </message>
    <message>
        <source>Add category</source>
        <translation>Санат қосу</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation>Өзгерістеріңіз сақталмады.</translation>
    </message>
    <message>
        <source>There is no other category that its dishes could go to.</source>
        <translation>Тағамдарын көшіретін басқа санат жоқ.</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Жаңа санат</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Атауы</translation>
    </message>
    <message>
        <source>Its dishes are sold by</source>
        <translation>Тағамдардың сату қадамы</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>none</source>
        <translation>жоқ</translation>
    </message>
    <message>
        <source>the first one: %1</source>
        <translation>біріншісі: %1</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Сатылады</translation>
    </message>
    <message>
        <source>Move its dishes to</source>
        <translation>Тағамдары көшетін санат</translation>
    </message>
    <message>
        <source>New category %1</source>
        <translation>Жаңа санат: %1</translation>
    </message>
    <message>
        <source>Changes of %1</source>
        <translation>Өзгерістер: %1</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>Жойылды: %1</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Атауы: %1</translation>
    </message>
    <message>
        <source>Sold: %1</source>
        <translation>Сатылады: %1</translation>
    </message>
    <message>
        <source>another station</source>
        <translation>басқа цех</translation>
    </message>
    <message>
        <source>Somebody else changed this category meanwhile. Save again to have it as it stands here.</source>
        <translation>Бұл санатты осы арада басқа біреу өзгертті. Мұндағыдай қалуы үшін қайта сақтаңыз.</translation>
    </message>
    <message>
        <source>Somebody else changed this category meanwhile (%1). Save again to have it as it stands here.</source>
        <translation>Бұл санатты осы арада басқа біреу өзгертті (%1). Мұндағыдай қалуы үшін қайта сақтаңыз.</translation>
    </message>
</context>
<context>
    <name>oshaq::ChartBuilder</name>
    <message>
        <source>Number</source>
        <translation>Саны</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Түсім</translation>
    </message>
    <message>
        <source>By station</source>
        <translation>Цех бойынша</translation>
    </message>
    <message>
        <source>By dish</source>
        <translation>Тағам бойынша</translation>
    </message>
    <message>
        <source>Who took them</source>
        <translation>Кім қабылдады</translation>
    </message>
    <message>
        <source>How they went out</source>
        <translation>Қалай берілді</translation>
    </message>
    <message>
        <source>Top dishes</source>
        <translation>Танымал тағамдар</translation>
    </message>
    <message>
        <source>Orders by hour and weekday</source>
        <translation>Сағат пен апта күні бойынша тапсырыстар</translation>
    </message>
    <message>
        <source>Late dishes</source>
        <translation>Кешіккен тағамдар</translation>
    </message>
    <message>
        <source>Average check</source>
        <translation>Орташа чек</translation>
    </message>
    <message>
        <source>Sales by category</source>
        <translation>Санаттар бойынша сатылым</translation>
    </message>
    <message>
        <source>Preparation time</source>
        <translation>Дайындау уақыты</translation>
    </message>
    <message>
        <source>Where orders come from</source>
        <translation>Тапсырыстар қайдан түсті</translation>
    </message>
    <message>
        <source>Until an order is on a screen</source>
        <translation>Тапсырыс экранға шыққанша</translation>
    </message>
    <message>
        <source>Cancelled, and why</source>
        <translation>Жойылғандар және себептері</translation>
    </message>
    <message>
        <source>Nothing to show in these days.</source>
        <translation>Бұл күндер бойынша көрсететін ештеңе жоқ.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n rows. The most: %2, %3.</source>
        <extracomment>A chart for people who hear it: its title, how many rows its table has, its largest entry with its figure</extracomment>
        <translation>
            <numerusform>%1, %n жол. Ең көбі: %2, %3.</numerusform>
            <numerusform>%1, %n жол. Ең көбі: %2, %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Average check by day</source>
        <translation>Күндер бойынша орташа чек</translation>
    </message>
    <message>
        <source>Revenue by day</source>
        <translation>Күндер бойынша түсім</translation>
    </message>
    <message>
        <source>Average check by week</source>
        <translation>Апталар бойынша орташа чек</translation>
    </message>
    <message>
        <source>Revenue by week</source>
        <translation>Апталар бойынша түсім</translation>
    </message>
    <message>
        <source>Average check by month</source>
        <translation>Айлар бойынша орташа чек</translation>
    </message>
    <message>
        <source>Revenue by month</source>
        <translation>Айлар бойынша түсім</translation>
    </message>
    <message>
        <source>Only before</source>
        <translation>Тек бұрын</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Бұрын: %1</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Күн</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Тапсырыстар</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Аяқталды</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Жойылды</translation>
    </message>
    <message>
        <source>Check before</source>
        <translation>Бұрынғы чек</translation>
    </message>
    <message>
        <source>Revenue before</source>
        <translation>Бұрынғы түсім</translation>
    </message>
    <message>
        <source>Dish</source>
        <translation>Тағам</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Жолдар</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Үлесі</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Санат</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>Санаты жоқ</translation>
    </message>
    <message>
        <source>Weekday and hour</source>
        <translation>Апта күні мен сағат</translation>
    </message>
    <message>
        <source>No order was cancelled in these days.</source>
        <translation>Бұл күндері бірде-бір тапсырыс жойылмады.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Себебі</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сомасы</translation>
    </message>
    <message>
        <source>Dishes made</source>
        <translation>Жасалған тағам</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Кешікті</translation>
    </message>
    <message>
        <source>Late share</source>
        <translation>Кешігу үлесі</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>9 of 10 within</source>
        <translation>10-нан 9-ы</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Ең ұзағы</translation>
    </message>
    <message>
        <source>Nothing was late in these days.</source>
        <translation>Бұл күндері кешігу болмады.</translation>
    </message>
    <message>
        <source>median</source>
        <translation>медиана</translation>
    </message>
    <message>
        <source>%1 of %2 dishes</source>
        <extracomment>%1 and %2 are numbers of dishes</extracomment>
        <translation>%1/%2 тағам</translation>
    </message>
    <message>
        <source>Median %1, 9 of 10 within %2, longest %3</source>
        <translation>Медиана %1, 10-нан 9-ы: ең көбі %2, ең ұзағы %3</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Late by station</source>
        <translation>Цех бойынша кешігу</translation>
    </message>
    <message>
        <source>Late by dish</source>
        <translation>Тағам бойынша кешігу</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>ең ұзағы</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Экран</translation>
    </message>
    <message>
        <source>Orders shown</source>
        <translation>Көрсетілген тапсырыс</translation>
    </message>
    <message>
        <source>Other viewers</source>
        <translation>Басқа экрандар</translation>
    </message>
    <message>
        <source>Screen %1, removed</source>
        <translation>Экран %1, жойылған</translation>
    </message>
    <message>
        <source>ms</source>
        <extracomment>Milliseconds, as a unit</extracomment>
        <translation>мс</translation>
    </message>
    <message>
        <source>19 of 20 within</source>
        <translation>20-ның 19-ы</translation>
    </message>
    <message>
        <source>Median %1, 19 of 20 within %2, longest %3</source>
        <translation>Медиана %1, 20-ның 19-ы %2 ішінде, ең ұзағы %3</translation>
    </message>
</context>
<context>
    <name>oshaq::ChartCard</name>
    <message>
        <source>Copied: paste it into a spreadsheet.</source>
        <translation>Көшірілді: электрондық кестеге қойыңыз.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Кесте</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Көшіру</translation>
    </message>
    <message>
        <source>%1: table</source>
        <translation>%1: кесте</translation>
    </message>
    <message>
        <source>%1: copy the table</source>
        <translation>%1: кестені көшіру</translation>
    </message>
    <message>
        <source>1 more in the table.</source>
        <translation>Кестеде тағы 1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the table.</source>
        <translation>
            <numerusform>Кестеде тағы %n.</numerusform>
            <numerusform>Кестеде тағы %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Touch a bar, a cell or a row to see its orders.</source>
        <translation>Тапсырыстарын көру үшін бағанды, ұяшықты не жолды түртіңіз.</translation>
    </message>
</context>
<context>
    <name>oshaq::CompletedPanel</name>
    <message>
        <source>Completed</source>
        <translation>Аяқталды</translation>
    </message>
    <message>
        <source>COMPLETED</source>
        <translation>АЯҚТАЛДЫ</translation>
    </message>
    <message>
        <source>Nothing handed over yet.</source>
        <translation>Әлі ештеңе берілмеді.</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>Әзірше белгісіз.</translation>
    </message>
    <message>
        <source>R</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>R</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>жойылды</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>%1 өтті</translation>
    </message>
</context>
<context>
    <name>oshaq::ConflictView</name>
    <message>
        <source>Somebody else changed this dish while you were editing it. Choose what counts, then save.</source>
        <translation>Сіз өңдеп жатқанда бұл тағамды басқа біреу өзгертті. Қайсысы қалатынын таңдап, сақтаңыз.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Сіздікі</translation>
    </message>
    <message>
        <source>%1, yours: %2</source>
        <translation>%1, сіздікі: %2</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Басқанікі</translation>
    </message>
    <message>
        <source>%1, theirs: %2</source>
        <translation>%1, басқанікі: %2</translation>
    </message>
</context>
<context>
    <name>oshaq::CourierSheet</name>
    <message>
        <source>Delivery</source>
        <translation>Жеткізу</translation>
    </message>
    <message>
        <source>Delivery of %1</source>
        <translation>%1 жеткізу</translation>
    </message>
    <message>
        <source>No address is known here.</source>
        <translation>Мекенжайы белгісіз.</translation>
    </message>
    <message>
        <source>Who brings it</source>
        <translation>Кім жеткізеді</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Аймақ</translation>
    </message>
    <message>
        <source>Zone that the fee goes by</source>
        <translation>Ақысы алынатын аймақ</translation>
    </message>
    <message>
        <source>Asking the site…</source>
        <translation>Серверден сұралуда…</translation>
    </message>
    <message>
        <source>It says its price first.</source>
        <translation>Ол алдымен бағасын айтады.</translation>
    </message>
    <message>
        <source>Asking for its price…</source>
        <translation>Бағасы сұралуда…</translation>
    </message>
    <message>
        <source>It does not say its price: %1</source>
        <translation>Бағасын айтпады: %1</translation>
    </message>
    <message>
        <source>It asks %1.</source>
        <translation>Бағасы: %1.</translation>
    </message>
    <message>
        <source>It is being told.</source>
        <translation>Оған хабарланып жатыр.</translation>
    </message>
    <message>
        <source>It is not known whether it has heard: %1</source>
        <translation>Оған жеткені белгісіз: %1</translation>
    </message>
    <message>
        <source>It looks for a courier.</source>
        <translation>Ол курьер іздеуде.</translation>
    </message>
    <message>
        <source>A courier is on the way here.</source>
        <translation>Курьер осында келе жатыр.</translation>
    </message>
    <message>
        <source>%1 is on the way here.</source>
        <translation>%1 осында келе жатыр.</translation>
    </message>
    <message>
        <source>Its courier has the food.</source>
        <translation>Тапсырыс оның курьерінде.</translation>
    </message>
    <message>
        <source>%1 has the food.</source>
        <translation>Тапсырыс қазір %1 қолында.</translation>
    </message>
    <message>
        <source>It has been delivered.</source>
        <translation>Жеткізілді.</translation>
    </message>
    <message>
        <source>It is being called off.</source>
        <translation>Бас тартылуда.</translation>
    </message>
    <message>
        <source>It was called off.</source>
        <translation>Бас тартылды.</translation>
    </message>
    <message>
        <source>It said no.</source>
        <translation>Ол бас тартты.</translation>
    </message>
    <message>
        <source>It said no: %1</source>
        <translation>Ол бас тартты: %1</translation>
    </message>
    <message>
        <source>carries nothing</source>
        <translation>ештеңе әкетпеген</translation>
    </message>
    <message>
        <source>carries 1 order</source>
        <translation>1 тапсырыс әкетті</translation>
    </message>
    <message numerus="yes">
        <source>carries %n orders</source>
        <translation>
            <numerusform>%n тапсырыс әкетті</numerusform>
            <numerusform>%n тапсырыс әкетті</numerusform>
        </translation>
    </message>
    <message>
        <source>at work</source>
        <translation>ауысымда</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>ауысымда емес</translation>
    </message>
    <message>
        <source>Delivery service</source>
        <translation>Жеткізу қызметі</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Әзірге ешкім</translation>
    </message>
    <message>
        <source>Any courier may take it.</source>
        <translation>Кез келген курьер ала алады.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>Ask for the price</source>
        <translation>Бағасын сұрау</translation>
    </message>
    <message>
        <source>Send its courier</source>
        <translation>Курьерін шақыру</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Шақыруды болдырмау</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сақталды.</translation>
    </message>
    <message>
        <source>%1 brings it.</source>
        <translation>%1 жеткізеді.</translation>
    </message>
</context>
<context>
    <name>oshaq::CropSheet</name>
    <message>
        <source>What the card shows</source>
        <translation>Карточкада не көрінеді</translation>
    </message>
    <message>
        <source>Part of the picture: arrows move it, + and - change its size</source>
        <translation>Суреттің бөлігі: көрсеткілер жылжытады, + және - өлшемін өзгертеді</translation>
    </message>
    <message>
        <source>Closer</source>
        <extracomment>A smaller part of the picture, so that the dish is larger</extracomment>
        <translation>Жақынырақ</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Кеңірек</translation>
    </message>
    <message>
        <source>Use this part</source>
        <translation>Осы бөлігін алу</translation>
    </message>
</context>
<context>
    <name>oshaq::DayEndRow</name>
    <message>
        <source>Print</source>
        <translation>Басып шығару</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF сақтау</translation>
    </message>
    <message>
        <source>Print: %1</source>
        <translation>Басып шығару: %1</translation>
    </message>
    <message>
        <source>Save PDF: %1</source>
        <translation>PDF сақтау: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::DayEndSheet</name>
    <message>
        <source>Day-end report</source>
        <translation>Күндік есеп</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Алдыңғы күн</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Келесі күн</translation>
    </message>
    <message>
        <source>Kept reports</source>
        <translation>Сақталған есептер</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>What it will say is not known.</source>
        <translation>Есепте не болатыны белгісіз.</translation>
    </message>
    <message>
        <source>What it will say is on its way.</source>
        <translation>Есеп деректері жүктелуде.</translation>
    </message>
    <message>
        <source>Revenue: %1</source>
        <translation>Түсім: %1</translation>
    </message>
    <message>
        <source>Orders: %1 placed, %2 completed, %3 cancelled</source>
        <translation>Тапсырыстар: түскені %1, аяқталғаны %2, жойылғаны %3</translation>
    </message>
    <message>
        <source>Average check: %1</source>
        <translation>Орташа чек: %1</translation>
    </message>
    <message>
        <source>Delivery: %1</source>
        <translation>Жеткізу: %1</translation>
    </message>
    <message>
        <source>Tax in the totals: %1</source>
        <translation>Жиындағы салық: %1</translation>
    </message>
    <message>
        <source>Cancelled orders: %1</source>
        <translation>Жойылған тапсырыстар: %1</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Бүгін, %1</translation>
    </message>
    <message>
        <source>1 order is not over yet. The report says so; its money comes later.</source>
        <translation>1 тапсырыс әлі аяқталмады. Есепте бұл көрсетіледі; ақшасы кейін түседі.</translation>
    </message>
    <message numerus="yes">
        <source>%n orders are not over yet. The report says so; their money comes later.</source>
        <translation>
            <numerusform>%n тапсырыс әлі аяқталмады. Есепте бұл көрсетіледі; ақшасы кейін түседі.</numerusform>
            <numerusform>%n тапсырыс әлі аяқталмады. Есепте бұл көрсетіледі; ақшасы кейін түседі.</numerusform>
        </translation>
    </message>
    <message>
        <source>Being made</source>
        <translation>Жасалуда</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>Есеп жасау</translation>
    </message>
    <message>
        <source>The report was not made.</source>
        <translation>Есеп жасалмады.</translation>
    </message>
    <message>
        <source>Report No %1 of this day is made and kept.</source>
        <translation>Осы күннің № %1 есебі жасалып, сақталды.</translation>
    </message>
    <message>
        <source>On the way.</source>
        <translation>Жүктелуде.</translation>
    </message>
    <message>
        <source>None yet. A report is kept as it was made, whatever becomes of its orders later.</source>
        <translation>Әзірше жоқ. Тапсырыстары кейін өзгерсе де, есеп жасалған күйінде сақталады.</translation>
    </message>
    <message>
        <source>%1 · No %2</source>
        <extracomment>A kept report: day, number of that day</extracomment>
        <translation>%1 · № %2</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 тапсырыс</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n тапсырыс</numerusform>
            <numerusform>%n тапсырыс</numerusform>
        </translation>
    </message>
    <message>
        <source>made %1 by %2</source>
        <translation>жасалды: %1 (%2)</translation>
    </message>
    <message>
        <source>%1 still open</source>
        <translation>әлі ашық: %1</translation>
    </message>
    <message>
        <source>On its way to the printer.</source>
        <translation>Принтерге жіберілуде.</translation>
    </message>
    <message>
        <source>Not printed.</source>
        <translation>Басылмады.</translation>
    </message>
    <message>
        <source>Given to the printer.</source>
        <translation>Принтерге берілді.</translation>
    </message>
    <message>
        <source>Compare with the bank</source>
        <translation>Банкпен салыстыру</translation>
    </message>
</context>
<context>
    <name>oshaq::DeliverySection</name>
    <message>
        <source>The zones are not known</source>
        <translation>Аймақтар белгісіз</translation>
    </message>
    <message>
        <source>Asking for the zones</source>
        <translation>Аймақтар сұралуда</translation>
    </message>
    <message>
        <source>No zones yet</source>
        <translation>Әзірге аймақ жоқ</translation>
    </message>
    <message>
        <source>Without zones every delivery costs what the settings of selling say.</source>
        <translation>Аймақсыз кез келген жеткізу сату баптауларындағыдай тұрады.</translation>
    </message>
    <message>
        <source>Add a zone</source>
        <translation>Аймақ қосу</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Тегін</translation>
    </message>
    <message>
        <source>free from %1 on</source>
        <translation>%1 бастап тегін</translation>
    </message>
    <message>
        <source>up to %1 m from the house</source>
        <translation>үйден %1 м дейін</translation>
    </message>
    <message>
        <source>chosen by its name</source>
        <translation>атауымен таңдалады</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Өңдеу</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Өңдеу: %1</translation>
    </message>
    <message>
        <source>New zone</source>
        <translation>Жаңа аймақ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Жою</translation>
    </message>
    <message>
        <source>Remove %1? Orders that were taken keep their fee.</source>
        <translation>%1 жойылсын ба? Қабылданған тапсырыстардың ақысы қалады.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Атауы</translation>
    </message>
    <message>
        <source>As it is called out: Centre, Airport.</source>
        <translation>Қалай аталады: Орталық, Әуежай.</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Ақысы</translation>
    </message>
    <message>
        <source>0: the delivery is free.</source>
        <translation>0: жеткізу тегін.</translation>
    </message>
    <message>
        <source>Free from this total of the dishes</source>
        <translation>Тағамның осы сомасынан тегін</translation>
    </message>
    <message>
        <source>Empty: never.</source>
        <translation>Бос: ешқашан.</translation>
    </message>
    <message>
        <source>Up to so many metres from the house</source>
        <translation>Үйден неше метрге дейін</translation>
    </message>
    <message>
        <source>Empty: the zone is chosen by its name. Distances need the place of the house, in the settings of selling.</source>
        <translation>Бос: аймақ атауымен таңдалады. Қашықтық үшін сату баптауларында үйдің орны керек.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Атауын жазыңыз.</translation>
    </message>
    <message>
        <source>Type an amount.</source>
        <translation>Соманы теріңіз.</translation>
    </message>
    <message>
        <source>Metres, from 1 to %1.</source>
        <translation>Метр, 1-ден %1 дейін.</translation>
    </message>
    <message>
        <source>Delivery zones</source>
        <translation>Жеткізу аймақтары</translation>
    </message>
    <message>
        <source>Where couriers go and what a delivery costs there. Couriers themselves are on the page of the staff.</source>
        <translation>Курьерлер қайда барады және ол жақта жеткізу қанша тұрады. Курьерлердің өзі қызметкерлер бетінде.</translation>
    </message>
</context>
<context>
    <name>oshaq::DialogFiles</name>
    <message>
        <source>Choose a file with a menu</source>
        <translation>Мәзір файлын таңдаңыз</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.txt)</source>
        <translation>Кестелер (*.csv *.tsv *.tab *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Барлық файл (*)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Басқаша сақтау</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Кестелер (*.csv)</translation>
    </message>
</context>
<context>
    <name>oshaq::DishButton</name>
    <message>
        <source>%1, out</source>
        <extracomment>Name of a dish for screen readers, with the word that it cannot be had</extracomment>
        <translation>%1, таусылды</translation>
    </message>
    <message>
        <source>OUT</source>
        <extracomment>On a dish that cannot be had: 86</extracomment>
        <translation>ТАУСЫЛДЫ</translation>
    </message>
</context>
<context>
    <name>oshaq::DishPicker</name>
    <message>
        <source>out</source>
        <extracomment>a dish that cannot be ordered now</extracomment>
        <translation>таусылды</translation>
    </message>
    <message>
        <source>Dish, or “2 plov”</source>
        <translation>Тағам не «2 палау»</translation>
    </message>
    <message>
        <source>Search dishes</source>
        <translation>Тағам іздеу</translation>
    </message>
    <message>
        <source>Dishes</source>
        <translation>Тағамдар</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Барлығы</translation>
    </message>
    <message>
        <source>The menu has no dishes yet.</source>
        <translation>Мәзірде әзірше тағам жоқ.</translation>
    </message>
    <message>
        <source>No dish is called that. Try fewer letters, or the category.</source>
        <translation>Мұндай тағам жоқ. Азырақ әріп теріңіз не санатты қараңыз.</translation>
    </message>
    <message>
        <source>Enter adds the marked dish, arrows mark another one.</source>
        <translation>Enter белгіленген тағамды қосады, көрсеткілер басқасын белгілейді.</translation>
    </message>
    <message>
        <source>%1 is out.</source>
        <translation>%1 таусылды.</translation>
    </message>
</context>
<context>
    <name>oshaq::DisplaySection</name>
    <message>
        <source>By page</source>
        <translation>Бөлімге қарай</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>Әрқашан қараңғы</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>Әрқашан жарық</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Қозғалыспен</translation>
    </message>
    <message>
        <source>Keeps still</source>
        <translation>Қозғалыссыз</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Тіл</translation>
    </message>
    <message>
        <source>Of everything on this screen. Names of dishes stay as the menu has them; each printer has a language of its own.</source>
        <translation>Осы экрандағының бәріне. Тағам атаулары мәзірдегідей қалады; әр принтердің өз тілі бар.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Түстер</translation>
    </message>
    <message>
        <source>By page: the kitchen dark, where a bright screen blinds, offices light.</source>
        <translation>Бөлімге қарай: ас үй қараңғы (жарық экран көзді қарықтырады), кеңсе жарық.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Мәтін өлшемі</translation>
    </message>
    <message>
        <source>Larger letters show less at once. The tickets of each station have a size of their own on top of it, in the kitchen under More.</source>
        <translation>Әріп ірі болса, экранға азырақ сыяды. Әр цехтың тапсырыстарында бұған қоса өз өлшемі бар: ас үйде, «Тағы» ішінде.</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Қозғалыс</translation>
    </message>
    <message>
        <source>What has just arrived flashes softly. Kept still, it is marked for a moment and nothing fades or moves.</source>
        <translation>Жаңа келгені баяу жыпылықтайды. Қозғалыссыз болса, ол сәл уақытқа ғана белгіленеді, ештеңе сөнбейді не қозғалмайды.</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Экран</translation>
    </message>
    <message>
        <source>How this screen looks. Changed at once, and only here.</source>
        <translation>Осы экранның көрінісі. Бірден және тек осында өзгереді.</translation>
    </message>
</context>
<context>
    <name>oshaq::DoneStep</name>
    <message>
        <source>✓  %1</source>
        <translation>✓  %1</translation>
    </message>
    <message>
        <source>○  %1</source>
        <translation>○  %1</translation>
    </message>
    <message>
        <source>Ready for the first order</source>
        <translation>Бірінші тапсырысқа дайын</translation>
    </message>
    <message>
        <source>What is left can be done at any time: the settings keep this list.</source>
        <translation>Қалғанын кез келген уақытта жасауға болады: бұл тізім баптауларда сақталады.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Бастау</translation>
    </message>
</context>
<context>
    <name>oshaq::DraftRow</name>
    <message>
        <source>Choices, note, course (Enter)</source>
        <extracomment>opens one dish of the ticket: its choices, note and course</extracomment>
        <translation>Таңдаулар, ескертпе, курс (Enter)</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Өзгерту: %1</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>Алып тастау: %1</translation>
    </message>
    <message>
        <source>Take away (Delete)</source>
        <translation>Алып тастау (Delete)</translation>
    </message>
</context>
<context>
    <name>oshaq::DraftText</name>
    <message>
        <source>Table</source>
        <extracomment>how an order is handed over: at a table of the restaurant</extracomment>
        <translation>Залда</translation>
    </message>
    <message>
        <source>Pickup</source>
        <extracomment>how an order is handed over: the guest comes for it</extracomment>
        <translation>Алып кету</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Жеткізу</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Үстел %1</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>біреуін таңдаңыз</translation>
    </message>
    <message numerus="yes">
        <source>choose %n</source>
        <translation>
            <numerusform>таңдаңыз: %n</numerusform>
            <numerusform>таңдаңыз: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>one, or none</source>
        <translation>біреуі не ешқайсысы</translation>
    </message>
    <message numerus="yes">
        <source>up to %n</source>
        <translation>
            <numerusform>ең көбі %n</numerusform>
            <numerusform>ең көбі %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Choose one more</source>
        <translation>Тағы біреуін таңдаңыз</translation>
    </message>
    <message numerus="yes">
        <source>Choose %n more</source>
        <translation>
            <numerusform>Тағы таңдаңыз: %n</numerusform>
            <numerusform>Тағы таңдаңыз: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Only one is possible</source>
        <translation>Тек біреуі болады</translation>
    </message>
    <message numerus="yes">
        <source>At most %n</source>
        <translation>
            <numerusform>Ең көбі %n</numerusform>
            <numerusform>Ең көбі %n</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>1 dish</source>
        <translation>1 тағам</translation>
    </message>
    <message numerus="yes">
        <source>%n dishes</source>
        <translation>
            <numerusform>%n тағам</numerusform>
            <numerusform>%n тағам</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold in steps of %1</source>
        <translation>Сату қадамы: %1</translation>
    </message>
    <message>
        <source>Choose at least one dish.</source>
        <translation>Кемінде бір тағам таңдаңыз.</translation>
    </message>
    <message>
        <source>Which table?</source>
        <translation>Қай үстел?</translation>
    </message>
    <message>
        <source>Not a number of guests.</source>
        <translation>Бұл қонақ саны емес.</translation>
    </message>
    <message>
        <source>Where does it go?</source>
        <translation>Қайда жеткізіледі?</translation>
    </message>
    <message>
        <source>That is no time to come.</source>
        <translation>Бұл алдағы уақыт емес.</translation>
    </message>
    <message>
        <source>The site does not take this name or phone: %1</source>
        <translation>Сервер бұл ат не телефонды қабылдамайды: %1</translation>
    </message>
    <message>
        <source>Out now: choose something else.</source>
        <translation>Таусылды: басқасын таңдаңыз.</translation>
    </message>
    <message>
        <source>Not on the menu any more.</source>
        <translation>Мәзірде енді жоқ.</translation>
    </message>
    <message>
        <source>The choices of this dish are others now: choose again.</source>
        <translation>Бұл тағамның таңдаулары өзгерді: қайта таңдаңыз.</translation>
    </message>
</context>
<context>
    <name>oshaq::DraftTicket</name>
    <message>
        <source>Course %1</source>
        <translation>%1-курс</translation>
    </message>
</context>
<context>
    <name>oshaq::DrawerSheet</name>
    <message>
        <source>To the safe</source>
        <translation>Сейфке</translation>
    </message>
    <message>
        <source>A supplier</source>
        <translation>Жеткізушіге</translation>
    </message>
    <message>
        <source>Change for a courier</source>
        <translation>Курьерге ұсақ ақша</translation>
    </message>
    <message>
        <source>Exactly what should be there.</source>
        <translation>Дәл болуы керек сома.</translation>
    </message>
    <message>
        <source>%1 more than there should be.</source>
        <translation>Болуы керектен %1 артық.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 жетпейді.</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>Ақша жәшігі</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Салу</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Алу</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Санау</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>What to do with the drawer</source>
        <translation>Жәшікпен не істеу керек</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>Жиі себептер</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Не үшін</translation>
    </message>
    <message>
        <source>Counted, all together</source>
        <translation>Барлығы саналды</translation>
    </message>
    <message>
        <source>Count note by note, or write the sum.</source>
        <translation>Купюралап санаңыз немесе соманы жазыңыз.</translation>
    </message>
    <message>
        <source>Note on the difference</source>
        <translation>Айырмаға ескертпе</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Әзірге</translation>
    </message>
    <message>
        <source>The count is not written down.</source>
        <translation>Санақ жазылған жоқ.</translation>
    </message>
    <message>
        <source>Keep it for later</source>
        <translation>Кейінге қалдыру</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Жазбау</translation>
    </message>
    <message>
        <source>Go on counting</source>
        <translation>Санай беру</translation>
    </message>
    <message>
        <source>Asking for the drawer…</source>
        <translation>Жәшік сұралуда…</translation>
    </message>
    <message>
        <source>No drawer is open here. Cash can be taken all the same, but it is counted in no drawer.</source>
        <translation>Мұнда жәшік ашылмаған. Қолма-қол ақша алуға болады, бірақ ол ешбір жәшікте есепке алынбайды.</translation>
    </message>
    <message>
        <source>Open since %1.</source>
        <translation>%1 бері ашық.</translation>
    </message>
    <message>
        <source>%1 opened it: %2.</source>
        <translation>Ашқан: %1, %2.</translation>
    </message>
    <message>
        <source>It stands at the screen “%1”.</source>
        <translation>Ол «%1» экранының жанында.</translation>
    </message>
    <message>
        <source>Closed: %1.</source>
        <translation>Жабылды: %1.</translation>
    </message>
    <message>
        <source>%1 closed it: %2.</source>
        <translation>Жапқан: %1, %2.</translation>
    </message>
    <message>
        <source>Float</source>
        <extracomment>Change that is in the drawer to begin with</extracomment>
        <translation>Ұсақ ақша</translation>
    </message>
    <message>
        <source>Put in by hand</source>
        <translation>Қолмен салынды</translation>
    </message>
    <message>
        <source>Cash payments: %1</source>
        <translation>Қолма-қол төлем: %1</translation>
    </message>
    <message>
        <source>Taken out by hand</source>
        <translation>Қолмен алынды</translation>
    </message>
    <message>
        <source>Given back to guests: %1</source>
        <translation>Қонаққа қайтарылды: %1</translation>
    </message>
    <message>
        <source>Should be in it</source>
        <translation>Жәшікте болуы керек</translation>
    </message>
    <message>
        <source>Float: the change that is in it now</source>
        <translation>Ұсақ ақша: жәшікте қазір қанша бар</translation>
    </message>
    <message>
        <source>How much is taken out</source>
        <translation>Қанша алынады</translation>
    </message>
    <message>
        <source>How much is put in</source>
        <translation>Қанша салынады</translation>
    </message>
    <message>
        <source>Counted: %1.</source>
        <translation>Саналды: %1.</translation>
    </message>
    <message>
        <source>counted %1</source>
        <translation>саналды: %1</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Қайта сұрау</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>Open with %1</source>
        <translation>Ашу: %1</translation>
    </message>
    <message>
        <source>Put %1 in</source>
        <translation>%1 салу</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>%1 алу</translation>
    </message>
    <message>
        <source>Write the count down</source>
        <translation>Санақты жазу</translation>
    </message>
    <message>
        <source>Close the drawer</source>
        <translation>Жәшікті жабу</translation>
    </message>
    <message>
        <source>Writing it down at the site…</source>
        <translation>Серверге жазылуда…</translation>
    </message>
    <message>
        <source>Write an amount, or nothing.</source>
        <translation>Соманы жазыңыз немесе бос қалдырыңыз.</translation>
    </message>
    <message>
        <source>The drawer is open.</source>
        <translation>Жәшік ашылды.</translation>
    </message>
    <message>
        <source>Write an amount.</source>
        <translation>Соманы жазыңыз.</translation>
    </message>
    <message>
        <source>No more than %1 should be in it.</source>
        <translation>Онда %1 артық болмауы керек.</translation>
    </message>
    <message>
        <source>Choose what for, or write it.</source>
        <translation>Не үшін екенін таңдаңыз немесе жазыңыз.</translation>
    </message>
    <message>
        <source>Put in: %1.</source>
        <translation>Салынды: %1.</translation>
    </message>
    <message>
        <source>Taken out: %1.</source>
        <translation>Алынды: %1.</translation>
    </message>
    <message>
        <source>Look at the marked numbers.</source>
        <translation>Белгіленген сандарды тексеріңіз.</translation>
    </message>
    <message>
        <source>Count what is in it, or write 0.</source>
        <translation>Ішіндегіні санаңыз немесе 0 жазыңыз.</translation>
    </message>
    <message>
        <source>The drawer is closed.</source>
        <translation>Жәшік жабылды.</translation>
    </message>
    <message>
        <source>Somebody opened the drawer here already.</source>
        <translation>Мұнда жәшікті біреу ашып қойған.</translation>
    </message>
    <message>
        <source>What you typed stays; nothing is written twice.</source>
        <translation>Терілгені қалады; ештеңе екі рет жазылмайды.</translation>
    </message>
    <message>
        <source>More change</source>
        <translation>Тағы ұсақ ақша</translation>
    </message>
    <message>
        <source>From the safe</source>
        <translation>Сейфтен</translation>
    </message>
    <message>
        <source>A courier&apos;s cash</source>
        <translation>Курьердің қолма-қол ақшасы</translation>
    </message>
</context>
<context>
    <name>oshaq::DrillModel</name>
    <message>
        <source>Order</source>
        <translation>Тапсырыс</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Түскені</translation>
    </message>
    <message>
        <source>Dishes</source>
        <translation>Тағамдар</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Күйі</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Жиыны</translation>
    </message>
</context>
<context>
    <name>oshaq::DrillSection</name>
    <message>
        <source>A restaurant for trying out</source>
        <translation>Сынақ мейрамханасы</translation>
    </message>
    <message>
        <source>The drill comes with the hub&apos;s programs, which are not installed on this computer.</source>
        <translation>Жаттығу сервер бағдарламаларымен бірге келеді, ал бұл компьютерде олар жоқ.</translation>
    </message>
    <message>
        <source>Sets up a hub, screens and guests&apos; phones on this computer, sends orders through them, pulls cables and kills programs, and then compares what everybody was told with what is kept. Your menu and your orders are not touched. Best when the restaurant is closed: this computer will be busy.</source>
        <translation>Осы компьютерде сервер, экрандар және қонақтардың телефондарын іске қосады, олар арқылы тапсырыс жібереді, байланысты үзіп, бағдарламаларды өшіреді, содан кейін кімге не айтылғанын жазылғанмен салыстырады. Мәзіріңіз бен тапсырыстарыңызға тимейді. Мейрамхана жабық кезде жасаған дұрыс: компьютер бос болмайды.</translation>
    </message>
    <message>
        <source>There is no result: %1</source>
        <translation>Нәтиже жоқ: %1</translation>
    </message>
    <message numerus="yes">
        <source>Drill for %n minutes</source>
        <translation>
            <numerusform>%n минут жаттығу</numerusform>
            <numerusform>%n минут жаттығу</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub, the screens and the phones are being set up.</source>
        <translation>Сервер, экрандар және телефондар іске қосылып жатыр.</translation>
    </message>
    <message>
        <source>Orders come in and things go wrong: %1 of %2.</source>
        <translation>Тапсырыстар келіп жатыр, бәрі бұзылып жатыр: %2 ішінен %1.</translation>
    </message>
    <message>
        <source>Everything is mended. What is still on its way comes in, and then all of it is checked.</source>
        <translation>Бәрі түзелді. Жолдағысы жетеді, содан кейін бәрі тексеріледі.</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>Қазір аяқтау</translation>
    </message>
    <message>
        <source>Passed, %1</source>
        <translation>Өтті, %1</translation>
    </message>
    <message>
        <source>Not passed, %1</source>
        <translation>Өтпеді, %1</translation>
    </message>
    <message>
        <source>%1 of faults, %2, %3</source>
        <translation>%1 ақау, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n screens</source>
        <translation>
            <numerusform>%n экран</numerusform>
            <numerusform>%n экран</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phones</source>
        <translation>
            <numerusform>%n телефон</numerusform>
            <numerusform>%n телефон</numerusform>
        </translation>
    </message>
    <message>
        <source>orders acknowledged: %1</source>
        <translation>қабылданған тапсырыс: %1</translation>
    </message>
    <message>
        <source>lost: %1</source>
        <translation>жоғалғаны: %1</translation>
    </message>
    <message>
        <source>doubled: %1</source>
        <translation>қосарланғаны: %1</translation>
    </message>
    <message>
        <source>late: %1</source>
        <translation>кешіккені: %1</translation>
    </message>
    <message>
        <source>steps of staff: %1, lost: %2</source>
        <translation>қызметкер белгілері: %1, жоғалғаны: %2</translation>
    </message>
    <message>
        <source>anything else wrong: %1</source>
        <translation>басқа қате: %1</translation>
    </message>
    <message>
        <source>everything in step again after %1</source>
        <translation>%1 кейін бәрі қайта сәйкес келді</translation>
    </message>
    <message>
        <source>Something was still on its way at the end.</source>
        <translation>Соңында бірдеңе әлі жолда еді.</translation>
    </message>
    <message>
        <source>The hub</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>The standby</source>
        <translation>Қосалқы компьютер</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Экрандар</translation>
    </message>
    <message>
        <source>Guests&apos; phones</source>
        <translation>Қонақтардың телефондары</translation>
    </message>
    <message>
        <source>The printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>The internet</source>
        <translation>Интернет</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>желі жоқ</translation>
    </message>
    <message>
        <source>bad Wi-Fi: much is lost</source>
        <translation>нашар Wi-Fi: көбі жоғалады</translation>
    </message>
    <message>
        <source>slow Wi-Fi: all of it late</source>
        <translation>баяу Wi-Fi: бәрі кешігеді</translation>
    </message>
    <message>
        <source>started anew</source>
        <translation>қайта іске қосылды</translation>
    </message>
    <message>
        <source>power gone</source>
        <translation>қуат жоғалды</translation>
    </message>
    <message>
        <source>power gone, and the standby took over</source>
        <translation>қуат жоғалды, қосалқысы алмастырды</translation>
    </message>
    <message>
        <source>cut off, and the standby took over</source>
        <translation>желіден ажырады, қосалқысы алмастырды</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n рет</numerusform>
            <numerusform>%n рет</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>барлығы %1</translation>
    </message>
    <message>
        <source>back at work within %1</source>
        <translation>%1 ішінде қайта жұмыста</translation>
    </message>
    <message>
        <source>not measured: %1</source>
        <translation>өлшенбегені: %1</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Жаттығу</translation>
    </message>
    <message>
        <source>What happens to orders when the network, a screen, the hub or the power fails: tried out, not believed.</source>
        <translation>Желі, экран, сервер немесе қуат істен шықса, тапсырыстар не болады: сөз емес, сынақ.</translation>
    </message>
    <message>
        <source>1 screen</source>
        <translation>1 экран</translation>
    </message>
    <message>
        <source>1 phone</source>
        <translation>1 телефон</translation>
    </message>
    <message>
        <source>once</source>
        <translation>бір рет</translation>
    </message>
</context>
<context>
    <name>oshaq::DrillSheet</name>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Open in Orders</source>
        <translation>Тапсырыстарда ашу</translation>
    </message>
    <message>
        <source>Orders behind the figure</source>
        <translation>Осы санға кіретін тапсырыстар</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>The orders did not come</source>
        <translation>Тапсырыстар келмеді</translation>
    </message>
    <message>
        <source>No orders</source>
        <translation>Тапсырыс жоқ</translation>
    </message>
    <message>
        <source>Nothing stands behind this figure any more.</source>
        <translation>Бұл санға кіретін ештеңе қалмады.</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Жүктелуде</translation>
    </message>
    <message>
        <source>The orders are being looked for.</source>
        <translation>Тапсырыстар ізделуде.</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 тапсырыс</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n тапсырыс</numerusform>
            <numerusform>%n тапсырыс</numerusform>
        </translation>
    </message>
    <message>
        <source>more below</source>
        <translation>төменде тағы бар</translation>
    </message>
</context>
<context>
    <name>oshaq::EditOrderSheet</name>
    <message>
        <source>Change the order</source>
        <translation>Тапсырысты өзгерту</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Өзгерту: %1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Үстел</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Үстелдер</translation>
    </message>
    <message>
        <source>Guests at the table</source>
        <translation>Үстелдегі қонақтар</translation>
    </message>
    <message>
        <source>guests at the table</source>
        <translation>үстелдегі қонақтар</translation>
    </message>
    <message>
        <source>Note to the kitchen</source>
        <translation>Ас үйге ескертпе</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Сақтамай шығасыз ба?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Сақтамау</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Жалғастыру</translation>
    </message>
    <message>
        <source>The order is over meanwhile: nothing of it can be changed.</source>
        <translation>Тапсырыс аяқталып қойды: оны енді өзгертуге болмайды.</translation>
    </message>
    <message>
        <source>Somebody else has just changed this order. What you typed stayed.</source>
        <translation>Бұл тапсырысты жаңа ғана басқа біреу өзгертті. Сіз тергеніңіз сақталды.</translation>
    </message>
    <message>
        <source>That is no time to come.</source>
        <translation>Бұл алдағы уақыт емес.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>уақыты: %1</translation>
    </message>
    <message>
        <source>Not a number of guests.</source>
        <translation>Бұл қонақ саны емес.</translation>
    </message>
</context>
<context>
    <name>oshaq::EndShiftSheet</name>
    <message>
        <source>End a shift</source>
        <translation>Ауысымды аяқтау</translation>
    </message>
    <message>
        <source>%1 signed in at %2 and has not signed out. They are signed out at the time that you say, and their hours end there.</source>
        <translation>%1: кірген уақыты %2, әлі шықпаған. Шығу сіз көрсеткен уақытпен белгіленеді, жұмыс сағаты да сонда аяқталады.</translation>
    </message>
    <message>
        <source>Went home at</source>
        <translation>Кеткен уақыты</translation>
    </message>
    <message>
        <source>Day and time by the clock of the restaurant.</source>
        <translation>Мейрамхана сағаты бойынша күн мен уақыт.</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Ашық қалдыру</translation>
    </message>
    <message>
        <source>End the shift</source>
        <translation>Ауысымды аяқтау</translation>
    </message>
    <message>
        <source>That is before they came, at %1.</source>
        <translation>Бұл келген уақыттан ерте: %1.</translation>
    </message>
    <message>
        <source>That is in the future. It is %1 now.</source>
        <translation>Бұл уақыт әлі келген жоқ. Қазір %1.</translation>
    </message>
</context>
<context>
    <name>oshaq::ExportSheet</name>
    <message>
        <source>Figures, Excel</source>
        <translation>Көрсеткіштер, Excel</translation>
    </message>
    <message>
        <source>Figures, CSV</source>
        <translation>Көрсеткіштер, CSV</translation>
    </message>
    <message>
        <source>Figures, PDF</source>
        <translation>Көрсеткіштер, PDF</translation>
    </message>
    <message>
        <source>Charts, picture</source>
        <translation>Диаграммалар, сурет</translation>
    </message>
    <message>
        <source>Orders, CSV</source>
        <translation>Тапсырыстар, CSV</translation>
    </message>
    <message>
        <source>Dishes of orders, CSV</source>
        <translation>Тапсырыс тағамдары, CSV</translation>
    </message>
    <message>
        <source>Orders, JSON lines</source>
        <translation>Тапсырыстар, JSON жолдары</translation>
    </message>
    <message>
        <source>What goes into the file</source>
        <translation>Файлға не кіреді</translation>
    </message>
    <message>
        <source>With names, phones and addresses</source>
        <translation>Аты-жөні, телефоны және мекенжайымен</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Файл атауы</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>%1: all figures of this page.</source>
        <translation>%1: осы бөлімнің барлық көрсеткіші.</translation>
    </message>
    <message>
        <source>%1: the charts as they are on the screen.</source>
        <translation>%1: диаграммалар экрандағыдай.</translation>
    </message>
    <message>
        <source>%1: every order.</source>
        <translation>%1: әр тапсырыс.</translation>
    </message>
    <message>
        <source>%1: every dish of every order.</source>
        <translation>%1: әр тапсырыстың әр тағамы.</translation>
    </message>
    <message>
        <source>In the folder %1, with the ending .%2.</source>
        <translation>Қалтасы: %1, кеңейтімі .%2.</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Файлға атау беріңіз.</translation>
    </message>
</context>
<context>
    <name>oshaq::FileText</name>
    <message>
        <source>There is no file %1 any more. Choose it again.</source>
        <translation>%1 файлы енді жоқ. Қайта таңдаңыз.</translation>
    </message>
    <message>
        <source>This computer does not let you read %1. Copy it somewhere else, then choose the copy.</source>
        <translation>Бұл компьютер файлды оқуға рұқсат бермейді: %1. Оны басқа жерге көшіріп, көшірмесін таңдаңыз.</translation>
    </message>
    <message>
        <source>%1 is too large to be a menu.</source>
        <translation>%1: мәзір үшін файл тым үлкен.</translation>
    </message>
    <message>
        <source>%1 cannot be read. See whether its disk or the network is there, then choose it again.</source>
        <translation>%1: файл оқылмайды. Дискісі не желісі қолжетімді ме, қараңыз да, қайта таңдаңыз.</translation>
    </message>
    <message>
        <source>The folder of %1 is not there any more. Choose another one.</source>
        <translation>%1 файлының қалтасы енді жоқ. Басқасын таңдаңыз.</translation>
    </message>
    <message>
        <source>This computer does not let you write %1. Choose another folder.</source>
        <translation>Бұл компьютер файлды жазуға рұқсат бермейді: %1. Басқа қалта таңдаңыз.</translation>
    </message>
    <message>
        <source>There is no room for %1: the disk is full. Make room, or choose another folder.</source>
        <translation>%1 файлына орын жоқ: диск толған. Орын босатыңыз не басқа қалта таңдаңыз.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder.</source>
        <translation>Файл жазылмады: %1. Басқа қалта таңдаңыз.</translation>
    </message>
</context>
<context>
    <name>oshaq::FirstStart</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Қадам %1/%2</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>Өткізіп жіберу</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Skip the rest</source>
        <translation>Қалғанын өткізіп жіберу</translation>
    </message>
    <message>
        <source>First start: %1</source>
        <translation>Бірінші іске қосу: %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Қазір емес</translation>
    </message>
</context>
<context>
    <name>oshaq::FirstStartStep</name>
    <message>
        <source>Next</source>
        <translation>Келесі</translation>
    </message>
</context>
<context>
    <name>oshaq::FlagsSection</name>
    <message>
        <source>The trials are not known</source>
        <translation>Сынақ функциялары белгісіз</translation>
    </message>
    <message>
        <source>Asking for the trials</source>
        <translation>Сынақ функциялары сұралуда</translation>
    </message>
    <message>
        <source>Nothing is being tried out</source>
        <translation>Қазір сынақ функциялары жоқ</translation>
    </message>
    <message>
        <source>What is new and not decided yet appears here, with who answers for it.</source>
        <translation>Жаңа, әлі шешілмеген нәрсе және оған кім жауап беретіні осында шығады.</translation>
    </message>
    <message>
        <source>Its time was over %1: it is off.</source>
        <translation>Мерзімі өтті: %1. Өшірулі.</translation>
    </message>
    <message>
        <source>On until %1. %2 answers for it.</source>
        <translation>Қосулы, мерзімі: %1. Жауапты: %2.</translation>
    </message>
    <message>
        <source>Off. To be decided until %1; %2 answers for it.</source>
        <translation>Өшірулі. Шешу мерзімі: %1; жауапты: %2.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Қосу</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>Өшіру: %1</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>Қосу: %1</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Сынақ функциялары</translation>
    </message>
    <message>
        <source>Parts of Oshaq that are being tried out: who answers for them, and until when.</source>
        <translation>Oshaq бағдарламасының сыналып жатқан бөліктері: оларға кім және қай мерзімге дейін жауап береді.</translation>
    </message>
</context>
<context>
    <name>oshaq::ForeignHubSheet</name>
    <message>
        <source>Let this screen in again</source>
        <translation>Осы экранды қайта кіргізу</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Онсыз жұмыс істеу</translation>
    </message>
</context>
<context>
    <name>oshaq::FormSheet</name>
    <message>
        <source>Throw away</source>
        <translation>Сақтамау</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Өңдеуді жалғастыру</translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation>Өзгерістеріңіз сақталмады.</translation>
    </message>
    <message>
        <source>Yes, remove</source>
        <translation>Иә, жою</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Қалдыру</translation>
    </message>
</context>
<context>
    <name>oshaq::GuestPanel</name>
    <message>
        <source>Guest</source>
        <translation>Қонақ</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>Аллергия: %1</translation>
    </message>
    <message>
        <source>Past orders</source>
        <translation>Бұрынғы тапсырыстар</translation>
    </message>
    <message>
        <source>Open %1, %2, %3</source>
        <translation>Ашу: %1, %2, %3</translation>
    </message>
</context>
<context>
    <name>oshaq::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Тарихы</translation>
    </message>
</context>
<context>
    <name>oshaq::HoursEditor</name>
    <message>
        <source>Always</source>
        <translation>Әрқашан</translation>
    </message>
    <message>
        <source>At its own times</source>
        <translation>Өз уақытында</translation>
    </message>
    <message>
        <source>When it is sold</source>
        <translation>Қашан сатылады</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Тағы уақыт</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Күндер</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Басы</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Соңы</translation>
    </message>
    <message>
        <source>Remove this time</source>
        <translation>Бұл уақытты жою</translation>
    </message>
</context>
<context>
    <name>oshaq::HoursView</name>
    <message>
        <source>1 person, %1</source>
        <translation>1 адам, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n people, %1 together</source>
        <translation>
            <numerusform>%n адам, барлығы %1</numerusform>
            <numerusform>%n адам, барлығы %1</numerusform>
        </translation>
    </message>
    <message>
        <source>These are the newest %1 shifts; a shorter range shows all.</source>
        <translation>Соңғы %1 ауысым көрсетілген; қысқарақ аралықта бәрі көрінеді.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Аты</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Жиыны</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>жұмыс істемеді</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Бірге</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Күн</translation>
    </message>
    <message>
        <source>From and to</source>
        <translation>Басы мен соңы</translation>
    </message>
    <message>
        <source>The hours of these days are not known now</source>
        <translation>Бұл күндердің сағаттары қазір белгісіз</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>Asking the site for the hours…</source>
        <translation>Сағаттар серверден сұралуда…</translation>
    </message>
    <message>
        <source>Nobody worked in these days</source>
        <translation>Бұл күндері ешкім жұмыс істемеді</translation>
    </message>
    <message>
        <source>Nobody found for “%1”</source>
        <translation>«%1» бойынша ешкім табылмады</translation>
    </message>
    <message>
        <source>Hours are counted from sign-in to sign-out, at screens that ask for a PIN.</source>
        <translation>Сағаттар PIN сұрайтын экрандарда кіргеннен шыққанға дейін саналады.</translation>
    </message>
    <message>
        <source>%1 What you see is as of %2.</source>
        <translation>%1 Деректер уақыты: %2.</translation>
    </message>
    <message>
        <source>%1 is signed in since %2 and seems to have gone without signing out.</source>
        <translation>%1: кірген уақыты %2. Шығуды белгілемей кеткен сияқты.</translation>
    </message>
    <message>
        <source>So has one more.</source>
        <translation>Тағы бір адам да солай.</translation>
    </message>
    <message numerus="yes">
        <source>So have %n more.</source>
        <translation>
            <numerusform>Тағы %n адам да солай.</numerusform>
            <numerusform>Тағы %n адам да солай.</numerusform>
        </translation>
    </message>
    <message>
        <source>End it at…</source>
        <translation>Аяқтау уақыты…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Басы</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Соңы</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Сағат</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минут</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Белгі</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Жарайды</translation>
    </message>
    <message>
        <source>The hours can be pasted into a spreadsheet now.</source>
        <translation>Сағаттар көшірілді: электрондық кестеге қойыңыз.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сақталды: %1</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Файлды жазу мүмкін болмады: %1</translation>
    </message>
    <message>
        <source>Days before</source>
        <translation>Алдыңғы күндер</translation>
    </message>
    <message>
        <source>Days after</source>
        <translation>Келесі күндер</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Осы апта</translation>
    </message>
    <message>
        <source>Own range</source>
        <translation>Өз кезеңі</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Көшіру</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSV етіп сақтау</translation>
    </message>
    <message>
        <source>Hours of work</source>
        <translation>Жұмыс сағаттары</translation>
    </message>
</context>
<context>
    <name>oshaq::HubSection</name>
    <message>
        <source>The hub does not answer</source>
        <translation>Сервер жауап бермейді</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Серверден сұралуда</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Желі</translation>
    </message>
    <message>
        <source>Only this computer reaches it, at %1. For other screens and phones, server.listen in oshaq.ini names an address of this computer, and server.tls protects what is sent.</source>
        <translation>Ол тек осы компьютерден қолжетімді: %1. Басқа экрандар мен телефондар үшін oshaq.ini файлындағы server.listen осы компьютердің мекенжайын көрсетуі керек, ал server.tls жіберілетін деректерді қорғайды.</translation>
    </message>
    <message>
        <source>Other screens and phones reach it at %1.</source>
        <translation>Басқа экрандар мен телефондар қосылатын мекенжай: %1.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Нұсқа</translation>
    </message>
    <message>
        <source>Oshaq %1, running since %2.</source>
        <translation>Oshaq %1, іске қосылған уақыты: %2.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Деректер</translation>
    </message>
    <message>
        <source>All orders, the menu and the journal take %1.</source>
        <translation>Барлық тапсырыс, мәзір және журнал алатын орын: %1.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Көшірмелер</translation>
    </message>
    <message>
        <source>Copies are not made by themselves yet. To keep one, end Oshaq and copy the whole folder %1 to another disk.</source>
        <translation>Көшірмелер әзірше өздігінен жасалмайды. Көшірме алу үшін Oshaq бағдарламасын жауып, бүкіл қалтаны басқа дискіге көшіріңіз: %1.</translation>
    </message>
    <message>
        <source>This hub</source>
        <translation>Осы сервер</translation>
    </message>
    <message>
        <source>The computer that keeps everything: where it is reached, since when, and how to keep a copy.</source>
        <translation>Бәрі сақталатын компьютер: қай мекенжайда, қашаннан бері жұмыс істейді және көшірмені қалай алуға болады.</translation>
    </message>
</context>
<context>
    <name>oshaq::ImportMapping</name>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (міндетті)</translation>
    </message>
    <message>
        <source>Column of: %1</source>
        <translation>Баған: %1</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>Файлда жоқ</translation>
    </message>
    <message>
        <source>Choose the column: no dish can do without it.</source>
        <translation>Бағанды таңдаңыз: онсыз тағам болмайды.</translation>
    </message>
    <message>
        <source>Empty in the first rows</source>
        <translation>Алғашқы жолдарда бос</translation>
    </message>
    <message>
        <source>The site takes “%1” by its name. Rename the column in the file if it is something else.</source>
        <translation>Сервер «%1» бағанын атауынан таниды. Бұл басқа нәрсе болса, файлдағы бағанның атын өзгертіңіз.</translation>
    </message>
</context>
<context>
    <name>oshaq::ImportSheet</name>
    <message>
        <source>Import a menu</source>
        <translation>Мәзірді импорттау</translation>
    </message>
    <message>
        <source>Drop a file with your menu here</source>
        <translation>Мәзір файлын осында сүйреп әкеліңіз</translation>
    </message>
    <message>
        <source>A table in CSV, as Excel, LibreOffice and Google Sheets save it. Its first line names the columns; each line below it is a dish. A name, a category and a price are needed; descriptions, stations, times, options and allergens may be there. Dishes that are on the menu already are found by their code, or by name and category, and get what the file says.</source>
        <translation>Excel, LibreOffice және Google Sheets сақтайтын CSV кестесі. Бірінші жолда баған атаулары, одан кейінгі әр жолда бір тағам. Атауы, санаты және бағасы керек; сипаттама, цех, уақыт, таңдаулар және аллергендер де болуы мүмкін. Мәзірде бар тағамдар коды не атауы мен санаты бойынша табылып, файлдағы мәндерді алады.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Файл таңдау…</translation>
    </message>
    <message>
        <source>To change many dishes at once, save the menu as it is, edit it as a table, and import it again. The saved file is also the way back.</source>
        <translation>Көп тағамды бірден өзгерту үшін мәзірді сол күйінде сақтап, кесте ретінде өңдеп, қайта импорттаңыз. Сақталған файл бәрін кері қайтаруға да жарайды.</translation>
    </message>
    <message>
        <source>Save the menu as a file…</source>
        <translation>Мәзірді файлға сақтау…</translation>
    </message>
    <message>
        <source>The first dishes as they would be read</source>
        <translation>Алғашқы тағамдар былай оқылады</translation>
    </message>
    <message>
        <source>What is wrong in the file</source>
        <translation>Файлдағы қателер</translation>
    </message>
    <message>
        <source>There is no table in it.</source>
        <translation>Онда кесте жоқ.</translation>
    </message>
    <message>
        <source>Some columns are still needed.</source>
        <translation>Кейбір бағандар жетіспейді.</translation>
    </message>
    <message>
        <source>Taking back of an import</source>
        <translation>Импортты кері қайтару</translation>
    </message>
    <message>
        <source>mistakes in %1</source>
        <translation>%1 қателері</translation>
    </message>
    <message>
        <source>Step 1 of 3: the file</source>
        <translation>Қадам 1/3: файл</translation>
    </message>
    <message>
        <source>Step 2 of 3: which column is what · %1</source>
        <translation>Қадам 2/3: қай бағанда не бар · %1</translation>
    </message>
    <message>
        <source>Step 3 of 3: the import · %1</source>
        <translation>Қадам 3/3: импорт · %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Оқылуда: %1</translation>
    </message>
    <message>
        <source>Checking every line</source>
        <translation>Әр жол тексерілуде</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Импортталуда: %1</translation>
    </message>
    <message>
        <source>The site tries the whole file and writes nothing.</source>
        <translation>Сервер бүкіл файлды тексереді, ештеңе жазбайды.</translation>
    </message>
    <message>
        <source>All of it happens together, or nothing.</source>
        <translation>Не бәрі бірден жазылады, не ештеңе жазылмайды.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Күтпеу</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>Trying again does not import anything twice.</source>
        <translation>Қайталағанда ештеңе екі рет импортталмайды.</translation>
    </message>
    <message>
        <source>You stopped waiting: the site may have imported the file all the same. Trying again shows how it ended and does not import anything twice.</source>
        <translation>Сіз күтуді тоқтаттыңыз: сервер файлды бәрібір импорттаған болуы мүмкін. Қайталасаңыз, немен аяқталғаны көрінеді; ештеңе екі рет импортталмайды.</translation>
    </message>
    <message>
        <source>The list is in %1</source>
        <translation>Тізім сақталған жер: %1</translation>
    </message>
    <message>
        <source>The import was not taken back.</source>
        <translation>Импорт кері қайтарылмады.</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Файлды тексеру</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Басқа файл таңдау…</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Импорттау: %1</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорттау</translation>
    </message>
    <message>
        <source>Read the corrected file</source>
        <translation>Түзетілген файлды оқу</translation>
    </message>
    <message>
        <source>Save this list…</source>
        <translation>Осы тізімді сақтау…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>Импортты кері қайтару</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Басқа файлды импорттау</translation>
    </message>
    <message>
        <source>Change the columns</source>
        <translation>Бағандарды өзгерту</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>жоқ</translation>
    </message>
    <message>
        <source>“%1”?</source>
        <translation>«%1»?</translation>
    </message>
    <message>
        <source>The file is in order. Nothing is written yet.</source>
        <translation>Файл дұрыс. Әзірше ештеңе жазылған жоқ.</translation>
    </message>
    <message>
        <source>The menu is already as the file says.</source>
        <translation>Мәзір файлдағымен бірдей.</translation>
    </message>
    <message>
        <source>One place is wrong. Nothing was imported.</source>
        <translation>Бір жерде қате бар. Ештеңе импортталмады.</translation>
    </message>
    <message numerus="yes">
        <source>%n places are wrong. Nothing was imported.</source>
        <translation>
            <numerusform>%n жерде қате бар. Ештеңе импортталмады.</numerusform>
            <numerusform>%n жерде қате бар. Ештеңе импортталмады.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct them in the file, save it, and read it again. The columns stay as you chose them.</source>
        <translation>Оларды файлда түзетіп, сақтап, қайта оқыңыз. Таңдаған бағандарыңыз сол күйінде қалады.</translation>
    </message>
    <message>
        <source>These are the first %1; there may be more.</source>
        <translation>Алғашқылары көрсетілді: %1; тағы болуы мүмкін.</translation>
    </message>
    <message>
        <source>The import is taken back.</source>
        <translation>Импорт кері қайтарылды.</translation>
    </message>
    <message>
        <source>Imported: %1 in %2</source>
        <translation>Импортталды: %1, қосылды: %2</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>Импортталды: %1</translation>
    </message>
    <message>
        <source>New dishes</source>
        <translation>Жаңа тағамдар</translation>
    </message>
    <message>
        <source>New categories</source>
        <translation>Жаңа санаттар</translation>
    </message>
    <message>
        <source>Dishes changed</source>
        <translation>Өзгерген тағамдар</translation>
    </message>
    <message>
        <source>Dishes that change</source>
        <translation>Өзгеретін тағамдар</translation>
    </message>
    <message>
        <source>Dishes as they were</source>
        <translation>Өзгермеген тағамдар</translation>
    </message>
    <message>
        <source>Dishes as they are</source>
        <translation>Өзгермейтін тағамдар</translation>
    </message>
    <message>
        <source>Dishes that are not in the file stay on the menu.</source>
        <translation>Файлда жоқ тағамдар мәзірде қалады.</translation>
    </message>
    <message>
        <source>Columns that nobody uses: %1.</source>
        <translation>Қолданылмайтын бағандар: %1.</translation>
    </message>
    <message>
        <source>The dishes that change lose what the file has no column for: %1.</source>
        <translation>Өзгеретін тағамдардан файлда бағаны жоқ мәндер жойылады: %1.</translation>
    </message>
    <message>
        <source>The dishes are as they were before. Stations that the file made stay: settings take them away.</source>
        <translation>Тағамдар бұрынғыдай болды. Файл қосқан цехтар қалады: оларды баптаулардан алып тастауға болады.</translation>
    </message>
    <message>
        <source>The import is being taken back…</source>
        <translation>Импорт кері қайтарылуда…</translation>
    </message>
    <message>
        <source>It can be taken back as a whole: new dishes go, changed ones get their values back.</source>
        <translation>Импортты тұтас кері қайтаруға болады: жаңа тағамдар жойылады, өзгергендеріне бұрынғы мәндері қайтады.</translation>
    </message>
    <message>
        <source>It cannot be taken back from here: not all of it has arrived on this screen yet, or somebody goes on changing the menu. Change dishes by hand, or import the file that you saved before.</source>
        <translation>Импортты осы жерден кері қайтаруға болмайды: бұл экранға бәрі әлі жетпеді немесе біреу мәзірді өзгертіп жатыр. Тағамдарды қолмен өзгертіңіз немесе бұрын сақталған файлды импорттаңыз.</translation>
    </message>
</context>
<context>
    <name>oshaq::ItemDelegate</name>
    <message>
        <source>NOT SAVED</source>
        <translation>САҚТАЛМАДЫ</translation>
    </message>
</context>
<context>
    <name>oshaq::ItemEditor</name>
    <message>
        <source>Ctrl S</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl S</translation>
    </message>
    <message>
        <source>Not saved: see what is marked.</source>
        <translation>Сақталмады: белгіленгенін қараңыз.</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Сақталмады. %1</translation>
    </message>
    <message>
        <source>Price is %1 % below its category. Kept as typed; change it if that was a slip.</source>
        <translation>Баға санатындағыдан %1 % төмен. Терілгендей қалды; қате болса, түзетіңіз.</translation>
    </message>
    <message>
        <source>Price is %1 % above its category. Kept as typed; change it if that was a slip.</source>
        <translation>Баға санатындағыдан %1 % жоғары. Терілгендей қалды; қате болса, түзетіңіз.</translation>
    </message>
    <message>
        <source>The menu has another %1, in %2.</source>
        <translation>Мәзірде «%1» бұрыннан бар, санаты: %2.</translation>
    </message>
    <message>
        <source>Somebody removed this dish from the menu. What you typed is still here.</source>
        <translation>Бұл тағамды біреу мәзірден жойды. Сіз тергеніңіз сақталды.</translation>
    </message>
    <message>
        <source>%1 was changed to %2 by somebody else.</source>
        <extracomment>A field, and what it is at the hub now: &quot;Price was changed to 3 700 ₸ by somebody else.&quot;</extracomment>
        <translation>%1: басқа біреу өзгертті, қазір %2.</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Жаңа тағам</translation>
    </message>
    <message>
        <source>Not on the menu yet</source>
        <translation>Мәзірде әлі жоқ</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>сақталмады</translation>
    </message>
    <message>
        <source>The category has a dish of this name.</source>
        <translation>Санатта мұндай атаулы тағам бар.</translation>
    </message>
    <message>
        <source>Another dish has it.</source>
        <translation>Басқа тағамда бар.</translation>
    </message>
    <message>
        <source>Restore with my text</source>
        <translation>Мәтініммен қалпына келтіру</translation>
    </message>
    <message>
        <source>Save what is chosen</source>
        <translation>Таңдалғанды сақтау</translation>
    </message>
    <message>
        <source>Add to the menu</source>
        <translation>Мәзірге қосу</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>86 now</source>
        <translation>Таусылды</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Қайтару</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Артқа (Esc)</translation>
    </message>
    <message>
        <source>Choose a dish to see and change everything of it.</source>
        <translation>Бәрін көріп, өзгерту үшін тағамды таңдаңыз.</translation>
    </message>
    <message>
        <source>Throw away what I typed</source>
        <translation>Тергенімді сақтамау</translation>
    </message>
    <message>
        <source>Dish</source>
        <translation>Тағам</translation>
    </message>
    <message>
        <source>New item %1</source>
        <translation>Жаңа тағам %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Changes of %1</source>
        <translation>Өзгерістер: %1</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>Қалпына келтірілді: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::ItemFormView</name>
    <message>
        <source>as its category</source>
        <translation>санаттағыдай</translation>
    </message>
    <message>
        <source>%1, as its category</source>
        <translation>%1, санатша</translation>
    </message>
    <message>
        <source>As its category</source>
        <translation>Санаттағыдай</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Әрқашан</translation>
    </message>
    <message>
        <source>no external id</source>
        <translation>сыртқы ID жоқ</translation>
    </message>
    <message>
        <source>External id %1</source>
        <translation>Сыртқы ID: %1</translation>
    </message>
    <message>
        <source>Price, %1</source>
        <extracomment>%1 is the sign of the currency</extracomment>
        <translation>Бағасы, %1</translation>
    </message>
    <message>
        <source>Preparation, min</source>
        <translation>Дайындау, мин</translation>
    </message>
    <message>
        <source>as its station</source>
        <translation>цехтағыдай</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Тағы</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Сурет</translation>
    </message>
    <message>
        <source>Remove from the menu</source>
        <translation>Мәзірден жою</translation>
    </message>
</context>
<context>
    <name>oshaq::ItemModel</name>
    <message>
        <source>not saved</source>
        <translation>сақталмады</translation>
    </message>
</context>
<context>
    <name>oshaq::ItemsSheet</name>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile: %1. Nothing was written.</source>
        <translation>Осы арада мұны басқа біреу өзгертті: %1. Ештеңе жазылмады.</translation>
    </message>
    <message>
        <source>Take the new values</source>
        <translation>Жаңа мәндерді алу</translation>
    </message>
    <message>
        <source>This is not on the menu any more: %1. The rest is as it was.</source>
        <translation>Бұл мәзірде енді жоқ: %1. Қалғаны бұрынғыдай.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Жалғастыру</translation>
    </message>
</context>
<context>
    <name>oshaq::JoinPanel</name>
    <message>
        <source>This computer cannot look for others: Avahi does not run on it.</source>
        <translation>Бұл компьютер басқаларды іздей алмайды: онда Avahi жұмыс істемейді.</translation>
    </message>
    <message>
        <source>None has been found yet. It is found when it is open for other screens.</source>
        <translation>Әзірше ешқайсысы табылған жоқ. Басқа экрандарға ашық болса, табылады.</translation>
    </message>
    <message>
        <source>Choose one, then compare six digits with it.</source>
        <translation>Біреуін таңдаңыз, сосын алты санды онымен салыстырыңыз.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Атауын жазыңыз.</translation>
    </message>
    <message>
        <source>The main computer shows the code.</source>
        <translation>Кодты негізгі компьютер көрсетеді.</translation>
    </message>
    <message>
        <source>This code was not read whole. Scan it again.</source>
        <translation>Код толық оқылмады. Қайта сканерлеңіз.</translation>
    </message>
    <message>
        <source>An address such as https://192.168.1.10:8787</source>
        <translation>Мекенжай, мысалы https://192.168.1.10:8787</translation>
    </message>
    <message>
        <source>This code lets nobody in: it was used, is too old, or is not the one shown.</source>
        <translation>Бұл код ешкімді кіргізбейді: ол қолданылған, ескірген немесе көрсетілген код емес.</translation>
    </message>
    <message>
        <source>Does the main computer show the same six digits?</source>
        <translation>Негізгі компьютерде де осы алты сан ба?</translation>
    </message>
    <message>
        <source>Here they are the same. This screen comes in when it is confirmed there too.</source>
        <translation>Мұнда расталды. Онда да расталғанда, бұл экран кіреді.</translation>
    </message>
    <message>
        <source>They stand there in the settings under Screens. If they differ, somebody may sit between the two computers.</source>
        <translation>Олар онда баптаулардағы «Экрандар» тақырыбында. Сандар басқа болса, екі компьютердің арасында бөгде біреу болуы мүмкін.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Қосылу</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Сандар бірдей</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>Main computers on this network</source>
        <translation>Осы желідегі негізгі компьютерлер</translation>
    </message>
    <message>
        <source>Or what it shows: the scanned code, or its address</source>
        <translation>Немесе ол көрсететін: сканерленген код не мекенжай</translation>
    </message>
    <message>
        <source>There in the settings under Screens, press &quot;Let a new screen in&quot;. A scanner that types, or a paste, goes here.</source>
        <translation>Онда баптаулардағы «Экрандар» тақырыбында «Жаңа экранды кіргізу» түймесін басыңыз. Сканер енгізгені немесе көшірілгені осында жазылады.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Shown there in the settings under &quot;Screens&quot;.</source>
        <translation>Онда баптаулардағы «Экрандар» тақырыбында көрсетіледі.</translation>
    </message>
    <message>
        <source>What this screen is called</source>
        <translation>Бұл экранның атауы</translation>
    </message>
    <message>
        <source>Such as Hot kitchen.</source>
        <translation>Мысалы, Ыстық цех.</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Сандар басқа</translation>
    </message>
</context>
<context>
    <name>oshaq::JoinSheet</name>
    <message>
        <source>Join orders</source>
        <translation>Біріктіру</translation>
    </message>
    <message>
        <source>Join another order into %1</source>
        <translation>Басқа тапсырысты қосу: %1</translation>
    </message>
    <message>
        <source>All its dishes come over; its own number ends.</source>
        <translation>Барлық тағамы осында көшеді; өз нөмірі жабылады.</translation>
    </message>
    <message>
        <source>Number, table or guest</source>
        <translation>Нөмір, үстел не қонақ</translation>
    </message>
    <message>
        <source>Search open orders</source>
        <translation>Ашық тапсырыс іздеу</translation>
    </message>
    <message>
        <source>The site does not have this order yet. Join it when it has.</source>
        <translation>Бұл тапсырыс серверде әлі жоқ. Серверге жеткен соң біріктіріңіз.</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>Аллергия: %1</translation>
    </message>
    <message>
        <source>There is no other open order.</source>
        <translation>Басқа ашық тапсырыс жоқ.</translation>
    </message>
    <message>
        <source>No open order is called that.</source>
        <translation>Мұндай ашық тапсырыс жоқ.</translation>
    </message>
    <message>
        <source>%1 goes into %2: %3, %4 together</source>
        <translation>%1 → %2: %3, жиыны %4</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Біріктіру</translation>
    </message>
    <message>
        <source>Choose the order that comes over.</source>
        <translation>Қосылатын тапсырысты таңдаңыз.</translation>
    </message>
    <message>
        <source>Asking the site…</source>
        <translation>Серверден сұралуда…</translation>
    </message>
    <message>
        <source>Your choice stays.</source>
        <translation>Таңдауыңыз сақталды.</translation>
    </message>
    <message>
        <source>Joined into %1.</source>
        <translation>Біріктірілді: %1.</translation>
    </message>
</context>
<context>
    <name>oshaq::JournalSection</name>
    <message>
        <source>The changes are not known</source>
        <translation>Өзгерістер белгісіз</translation>
    </message>
    <message>
        <source>Asking for the changes</source>
        <translation>Өзгерістер сұралуда</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Әлі ештеңе өзгертілмеді</translation>
    </message>
    <message>
        <source>What is changed in the settings of the restaurant is written down here.</source>
        <translation>Мейрамхана баптауларындағы өзгерістер осында жазылады.</translation>
    </message>
    <message>
        <source>%1: now %2</source>
        <translation>%1: енді %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation>Кім нені өзгертті</translation>
    </message>
    <message>
        <source>Every change of these settings, newest first.</source>
        <translation>Осы баптаулардың әр өзгерісі, жаңалары жоғарыда.</translation>
    </message>
</context>
<context>
    <name>oshaq::KeysPanel</name>
    <message>
        <source>Keys</source>
        <translation>Пернелер</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>%1-тапсырыс</translation>
    </message>
    <message>
        <source>Ticket to the left</source>
        <translation>Сол жақтағы тапсырыс</translation>
    </message>
    <message>
        <source>Ticket to the right</source>
        <translation>Оң жақтағы тапсырыс</translation>
    </message>
    <message>
        <source>Ticket above</source>
        <translation>Жоғарғы тапсырыс</translation>
    </message>
    <message>
        <source>Ticket below</source>
        <translation>Төменгі тапсырыс</translation>
    </message>
    <message>
        <source>Start, bump, hand over</source>
        <translation>Бастау, дайын, беру</translation>
    </message>
    <message>
        <source>Next dish</source>
        <translation>Келесі тағам</translation>
    </message>
    <message>
        <source>Dish before</source>
        <translation>Алдыңғы тағам</translation>
    </message>
    <message>
        <source>Dish done</source>
        <translation>Тағам дайын</translation>
    </message>
    <message>
        <source>Let go, close</source>
        <translation>Таңдауды алу, жабу</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Келесі бет</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Алдыңғы бет</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Бірінші бет</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>Соңғы бет</translation>
    </message>
    <message>
        <source>Recall the last bump</source>
        <translation>Соңғы дайынды қайтару</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Болдырмау</translation>
    </message>
    <message>
        <source>What was done here</source>
        <translation>Мұнда не істелді</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Шұғыл</translation>
    </message>
    <message>
        <source>Fire the next course</source>
        <translation>Келесі курсты бастау</translation>
    </message>
    <message>
        <source>Hold the course</source>
        <translation>Курсты күттіру</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Тағы</translation>
    </message>
    <message>
        <source>Changes seen</source>
        <translation>Өзгерістер көрілді</translation>
    </message>
    <message>
        <source>Void the dish</source>
        <translation>Тағамды жою</translation>
    </message>
    <message>
        <source>Expo view</source>
        <translation>Тарату</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Цехтар</translation>
    </message>
    <message>
        <source>Dismiss a message</source>
        <translation>Хабарды жасыру</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Әдеттегідей</translation>
    </message>
    <message>
        <source>press the key</source>
        <translation>пернені басыңыз</translation>
    </message>
    <message>
        <source>Press the key of the keyboard or bump bar that shall do this. Esc: none.</source>
        <translation>Осыны орындайтын пернетақта не пульт пернесін басыңыз. Esc: ешқайсысы.</translation>
    </message>
    <message>
        <source>Touch what a key shall do, or choose it and press Enter. Esc closes.</source>
        <translation>Әрекетті түртіңіз немесе таңдап, Enter басыңыз. Esc жабады.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Дыбыстар</translation>
    </message>
    <message>
        <source>86: dishes that are out</source>
        <translation>Таусылған тағамдар</translation>
    </message>
</context>
<context>
    <name>oshaq::KitchenPage</name>
    <message>
        <source>Dismiss</source>
        <translation>Жасыру</translation>
    </message>
    <message>
        <source>D</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>D</translation>
    </message>
    <message>
        <source>Choose the station</source>
        <translation>Цех таңдау</translation>
    </message>
    <message>
        <source>Connecting to the site</source>
        <translation>Серверге қосылуда</translation>
    </message>
    <message>
        <source>No contact with the site yet</source>
        <translation>Сервермен байланыс әзірше жоқ</translation>
    </message>
    <message>
        <source>Open orders appear here as soon as it answers.</source>
        <translation>Ол жауап бергенде, ашық тапсырыстар осында шығады.</translation>
    </message>
    <message>
        <source>No open tickets</source>
        <translation>Ашық тапсырыс жоқ</translation>
    </message>
    <message>
        <source>Everything for %1 is out.</source>
        <translation>%1: бәрі берілді.</translation>
    </message>
    <message>
        <source>Everything is out.</source>
        <translation>Бәрі берілді.</translation>
    </message>
    <message>
        <source>The last order, %1, came at %2.</source>
        <translation>Соңғы тапсырыс: %1, %2.</translation>
    </message>
    <message>
        <source>Next promise %1</source>
        <translation>Келесі мерзім %1</translation>
    </message>
    <message>
        <source>Tab</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next dish</source>
        <translation>келесі тағам</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>dish done</source>
        <translation>тағам дайын</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>таңдауды алу</translation>
    </message>
    <message>
        <source>choose a ticket</source>
        <translation>тапсырыс таңдау</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Ас үй</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>Барлық цех</translation>
    </message>
    <message>
        <source>%1: no course is held.</source>
        <translation>%1: күтіп тұрған курс жоқ.</translation>
    </message>
    <message>
        <source>Choose a ticket first.</source>
        <translation>Алдымен тапсырысты таңдаңыз.</translation>
    </message>
    <message>
        <source>%1: nothing of it can wait any more.</source>
        <translation>%1: күттіретін ештеңе қалмады.</translation>
    </message>
    <message>
        <source>There is nothing here to take back.</source>
        <translation>Мұнда болдырмайтын ештеңе жоқ.</translation>
    </message>
    <message>
        <source>%1, taken back: %2</source>
        <extracomment>%1: number of the order, %2: what had been done, for example &quot;Bumped: Samsa&quot;</extracomment>
        <translation>%1, болдырылмады: %2</translation>
    </message>
    <message>
        <source>Choose the dish first.</source>
        <translation>Алдымен тағамды таңдаңыз.</translation>
    </message>
    <message>
        <source>%1: why is %2 void?</source>
        <translation>%1: %2 неге жойылады?</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Таусылды</translation>
    </message>
    <message>
        <source>The guest does not want it</source>
        <translation>Қонақ бас тартты</translation>
    </message>
    <message>
        <source>Burnt or dropped</source>
        <translation>Күйіп не түсіп қалды</translation>
    </message>
    <message>
        <source>Ordered by mistake</source>
        <translation>Қателесіп тапсырылған</translation>
    </message>
    <message>
        <source>What is heard at this screen?</source>
        <translation>Бұл экранда не естіледі?</translation>
    </message>
    <message>
        <source>Void and cancelled</source>
        <translation>Жойылғандар</translation>
    </message>
    <message>
        <source>New tickets</source>
        <translation>Жаңа тапсырыстар</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Өзгерістер</translation>
    </message>
    <message>
        <source>Late tickets</source>
        <translation>Кешіккендер</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How large are the tickets of %1?</source>
        <translation>Тапсырыстар қандай үлкен болсын: %1?</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>Сыйғанынша</translation>
    </message>
    <message>
        <source>How many tickets stand side by side?</source>
        <translation>Қатарда неше тапсырыс тұрады?</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Мәтін өлшемі</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Бағандар</translation>
    </message>
    <message>
        <source>This screen does not fit the site</source>
        <translation>Экран мен сервер нұсқасы сәйкес емес</translation>
    </message>
    <message>
        <source>Tickets on no screen</source>
        <translation>Экранда жоқ тапсырыстар</translation>
    </message>
</context>
<context>
    <name>oshaq::KitchenText</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n тапсырыс</numerusform>
            <numerusform>%n тапсырыс</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n кешікті</numerusform>
            <numerusform>%n кешікті</numerusform>
        </translation>
    </message>
    <message>
        <source>1 more ticket on page 2</source>
        <translation>2-бетте тағы 1 тапсырыс</translation>
    </message>
    <message numerus="yes">
        <source>%n more tickets on page 2</source>
        <translation>
            <numerusform>2-бетте тағы %n тапсырыс</numerusform>
            <numerusform>2-бетте тағы %n тапсырыс</numerusform>
        </translation>
    </message>
    <message>
        <source>1 earlier ticket on page 1</source>
        <translation>1-бетте бұрынғы 1 тапсырыс</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier tickets on page 1</source>
        <translation>
            <numerusform>1-бетте бұрынғы %n тапсырыс</numerusform>
            <numerusform>1-бетте бұрынғы %n тапсырыс</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Бет %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more after it</source>
        <translation>
            <numerusform>кейін тағы %n</numerusform>
            <numerusform>кейін тағы %n</numerusform>
        </translation>
    </message>
    <message>
        <source>You see what was known at %1.</source>
        <translation>Экранда %1 кезіндегі деректер.</translation>
    </message>
    <message>
        <source>Nothing is known of its orders yet.</source>
        <translation>Тапсырыстар туралы әзірше ештеңе белгісіз.</translation>
    </message>
    <message>
        <source>New orders will not appear: ask the counter.</source>
        <translation>Жаңа тапсырыстар шықпайды: кассадан сұраңыз.</translation>
    </message>
    <message>
        <source>Looking for the site.</source>
        <translation>Сервер ізделуде.</translation>
    </message>
    <message>
        <source>Bumps are kept here and sent when it answers.</source>
        <translation>«Дайын» белгілері осында сақталады, ол жауап бергенде жіберіледі.</translation>
    </message>
    <message>
        <source>The site does not answer.</source>
        <translation>Сервер жауап бермейді.</translation>
    </message>
    <message>
        <source>Bumps are kept here and sent when it is back.</source>
        <translation>«Дайын» белгілері осында сақталады, байланыс оралғанда жіберіледі.</translation>
    </message>
    <message>
        <source>The site does not accept this screen any more.</source>
        <translation>Сервер бұл экранды енді қабылдамайды.</translation>
    </message>
    <message>
        <source>Bumps are kept here and sent after signing in: ask a manager to sign this screen in again.</source>
        <translation>«Дайын» белгілері осында сақталады, кіргеннен кейін жіберіледі: менеджерден қайта кіруді сұраңыз.</translation>
    </message>
    <message>
        <source>The site gave an answer that this screen does not understand, so nothing more is sent.</source>
        <translation>Сервер бұл экранға түсініксіз жауап берді, жіберу тоқтады.</translation>
    </message>
    <message>
        <source>Bumps are kept here. Tell a manager; restarting this screen loses nothing.</source>
        <translation>«Дайын» белгілері осында сақталады. Менеджерге айтыңыз; экранды қайта қоссаңыз, ештеңе жоғалмайды.</translation>
    </message>
    <message>
        <source>Connected: new orders appear here by themselves.</source>
        <translation>Байланыс бар: жаңа тапсырыстар осында өзі шығады.</translation>
    </message>
    <message>
        <source>Looking for the site. If this takes longer than a minute, see whether its computer is on.</source>
        <translation>Сервер ізделуде. Бір минуттан ұзаса, оның компьютері қосулы ма, қараңыз.</translation>
    </message>
    <message>
        <source>The site has not answered since %1. See whether its computer and the network are on.</source>
        <translation>Сервер жауап бермейді, байланыс үзілді: %1. Оның компьютері мен желі қосулы ма, қараңыз.</translation>
    </message>
    <message>
        <source>The site does not answer. See whether its computer and the network are on.</source>
        <translation>Сервер жауап бермейді. Оның компьютері мен желі қосулы ма, қараңыз.</translation>
    </message>
    <message>
        <source>The site does not accept this screen any more: ask a manager to sign it in again.</source>
        <translation>Сервер бұл экранды енді қабылдамайды: менеджерден қайта кіруді сұраңыз.</translation>
    </message>
    <message>
        <source>The site gave an answer that this screen does not understand: tell a manager.</source>
        <translation>Сервер бұл экранға түсініксіз жауап берді: менеджерге айтыңыз.</translation>
    </message>
    <message>
        <source>%1: the start at %2 was refused.</source>
        <translation>%1: «Бастау» (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>%1: the bump at %2 was refused.</source>
        <translation>%1: «Дайын» (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>%1: the void at %2 was refused.</source>
        <translation>%1: жою (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>%1: the recall at %2 was refused.</source>
        <translation>%1: қайтару (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>%1: handing over at %2 was refused.</source>
        <translation>%1: беру (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>%1: the change at %2 was refused.</source>
        <translation>%1: өзгеріс (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>The ticket shows what is true at the site.</source>
        <translation>Тапсырыс сервердегідей көрсетілген.</translation>
    </message>
    <message>
        <source>1 more refusal after this one.</source>
        <translation>Бұдан кейін тағы 1 бас тарту.</translation>
    </message>
    <message numerus="yes">
        <source>%n more refusals after this one.</source>
        <translation>
            <numerusform>Бұдан кейін тағы %n бас тарту.</numerusform>
            <numerusform>Бұдан кейін тағы %n бас тарту.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: that did not work.</source>
        <translation>%1: болмады.</translation>
    </message>
    <message>
        <source>Bumps are kept here and sent after that.</source>
        <translation>«Дайын» белгілері осында сақталады, содан кейін жіберіледі.</translation>
    </message>
    <message>
        <source>On screen: p50 %1 ms, p95 %2 ms, max %3 ms</source>
        <extracomment>From the order&apos;s acceptance at the site to its ticket on this screen: median, 95th percentile, longest</extracomment>
        <translation>Көрсетілгенше: p50 %1 мс, p95 %2 мс, ең көбі %3 мс</translation>
    </message>
</context>
<context>
    <name>oshaq::LineEditor</name>
    <message>
        <source>contains %1</source>
        <translation>құрамында: %1</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Мөлшері</translation>
    </message>
    <message>
        <source>Note to the kitchen</source>
        <translation>Ас үйге ескертпе</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Course %1</source>
        <translation>%1-курс</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>back to the dishes, without this one</extracomment>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Add</source>
        <extracomment>puts the dish on the ticket</extracomment>
        <translation>Қосу</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
</context>
<context>
    <name>oshaq::LinkText</name>
    <message>
        <source>1 change waiting</source>
        <translation>1 кезекте</translation>
    </message>
    <message numerus="yes">
        <source>%n changes waiting</source>
        <translation>
            <numerusform>%n кезекте</numerusform>
            <numerusform>%n кезекте</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Қосылуда</translation>
    </message>
    <message>
        <source>Live · on screen in %1 ms</source>
        <translation>Байланыс бар · экранда %1 мс</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Байланыс бар</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Байланыс үзілді: %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Байланыс жоқ</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Кіру керек</translation>
    </message>
    <message>
        <source>Sending stopped</source>
        <translation>Жіберу тоқтады</translation>
    </message>
    <message>
        <source>The order was already further on, handed over or cancelled.</source>
        <translation>Тапсырыс әлдеқашан ілгері кеткен, берілген немесе жойылған.</translation>
    </message>
    <message>
        <source>Somebody else had changed the order first.</source>
        <translation>Тапсырысты біреу бұрын өзгертіпті.</translation>
    </message>
    <message>
        <source>The dish had been voided or changed by somebody else.</source>
        <translation>Тағамды басқа біреу жойған немесе өзгерткен.</translation>
    </message>
    <message>
        <source>This order cannot be taken back any more.</source>
        <translation>Бұл тапсырысты енді қайтаруға болмайды.</translation>
    </message>
    <message>
        <source>It was taken back too late: kitchens have 15 minutes.</source>
        <translation>Қайтаруға кеш: ас үйге 15 минут беріледі.</translation>
    </message>
    <message>
        <source>The site does not know this order.</source>
        <translation>Сервер бұл тапсырысты білмейді.</translation>
    </message>
    <message>
        <source>This screen may not do that.</source>
        <translation>Бұл экранға олай істеуге болмайды.</translation>
    </message>
    <message>
        <source>This computer could not write it down: its disk may be full. Try again.</source>
        <translation>Компьютер мұны жаза алмады: дискі толған болуы мүмкін. Қайталап көріңіз.</translation>
    </message>
    <message>
        <source>The site gave the reason %1.</source>
        <translation>Сервердің себебі: %1.</translation>
    </message>
    <message>
        <source>The site said: %1</source>
        <translation>Сервердің жауабы: %1</translation>
    </message>
    <message>
        <source>The order owes less than that: somebody may have paid meanwhile.</source>
        <translation>Тапсырыстың төленбегені бұдан аз: біреу төлеп қойған болуы мүмкін.</translation>
    </message>
    <message>
        <source>No money can be taken for this order now.</source>
        <translation>Бұл тапсырысқа қазір төлем алуға болмайды.</translation>
    </message>
    <message>
        <source>The site has already done this in another way. Look at what it has now, then try again.</source>
        <translation>Сервер мұны басқаша орындап қойған. Қазіргі күйін қарап, қайталап көріңіз.</translation>
    </message>
    <message>
        <source>Somebody else has changed the same thing. Look at it again.</source>
        <translation>Мұны басқа біреу өзгертіпті. Қайта қараңыз.</translation>
    </message>
    <message>
        <source>A dish is out now.</source>
        <translation>Бір тағам таусылды.</translation>
    </message>
    <message>
        <source>A dish is not on the menu any more.</source>
        <translation>Бір тағам мәзірде енді жоқ.</translation>
    </message>
    <message>
        <source>A delivery needs an address.</source>
        <translation>Жеткізуге мекенжай керек.</translation>
    </message>
    <message>
        <source>The site does not answer. See whether its computer and the network are on, then try again.</source>
        <translation>Сервер жауап бермейді. Оның компьютері мен желі қосулы ма, қараңыз да, қайталаңыз.</translation>
    </message>
    <message>
        <source>The site does not let this screen do that: ask a manager.</source>
        <translation>Сервер бұл экранға рұқсат бермейді: менеджерден сұраңыз.</translation>
    </message>
    <message>
        <source>The site gave an answer that this screen does not understand. Try again; if it stays so, tell a manager.</source>
        <translation>Сервер бұл экранға түсініксіз жауап берді. Қайталап көріңіз; болмаса, менеджерге айтыңыз.</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 артта</translation>
    </message>
    <message>
        <source>Not your hub</source>
        <translation>Бөгде сервер</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>Жаңарту керек</translation>
    </message>
    <message>
        <source>Another computer answers in place of the site&apos;s: its key is not the one that this screen trusts. It was told nothing.</source>
        <translation>Сервердің орнына басқа компьютер жауап береді: оның кілті бұл экран сенетін кілт емес. Оған ештеңе айтылмады.</translation>
    </message>
    <message>
        <source>The programs of this screen and of the site do not fit together: ask a manager to update them.</source>
        <translation>Бұл экран мен сервердің бағдарламалары бір-біріне сәйкес емес: менеджерден жаңартуды сұраңыз.</translation>
    </message>
    <message>
        <source>That cannot be now: the standby lacks something, or does not answer.</source>
        <translation>Қазір болмайды: қосалқы компьютерде бірдеңе жетіспейді немесе ол жауап бермейді.</translation>
    </message>
    <message>
        <source>Nothing is written while the standby cannot be reached. A manager can let the hub go on alone.</source>
        <translation>Қосалқы компьютер байланыста болмағанда ештеңе жазылмайды. Менеджер серверге жалғыз жұмыс істеуге рұқсат бере алады.</translation>
    </message>
    <message>
        <source>This computer is not the hub any more. Try again in a moment.</source>
        <translation>Бұл компьютер енді сервер емес. Сәлден соң қайталаңыз.</translation>
    </message>
    <message>
        <source>No bank is set up at this site: a manager does that in the settings.</source>
        <translation>Мұнда банк қосылмаған: оны басқарушы баптауларда қосады.</translation>
    </message>
</context>
<context>
    <name>oshaq::ListSection</name>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Бір сәт.</translation>
    </message>
    <message>
        <source>As it was at %1. %2</source>
        <translation>%1 кезіндегі деректер. %2</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Жасыру</translation>
    </message>
</context>
<context>
    <name>oshaq::LockScreen</name>
    <message>
        <source>This screen is locked</source>
        <translation>Экран бұғатталған</translation>
    </message>
    <message>
        <source>%1 was here last.</source>
        <translation>Соңғы кірген: %1.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Ешкім кірмеген.</translation>
    </message>
    <message>
        <source>Locked: tickets stay in sight. Touch the screen or type your PIN to go on.</source>
        <translation>Бұғатталған: тапсырыстар көрініп тұрады. Жалғастыру үшін экранды түртіңіз не PIN теріңіз.</translation>
    </message>
    <message>
        <source>Back to the tickets</source>
        <translation>Тапсырыстарға оралу</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>oshaq::LockText</name>
    <message>
        <source>Owner</source>
        <translation>Иесі</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Менеджер</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Ас үй</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Касса</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>Курьер</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Қонақ</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Бағдарлама</translation>
    </message>
    <message>
        <source>May do everything, also what cannot be undone.</source>
        <translation>Бәрін істей алады, қайтарылмайтынын да.</translation>
    </message>
    <message>
        <source>Runs the place: menu, people, reports and settings, and all that the others do.</source>
        <translation>Мекемені басқарады: мәзір, адамдар, есептер, баптаулар және басқалар істейтіннің бәрі.</translation>
    </message>
    <message>
        <source>Cooks: starts and finishes tickets, and marks what is out. Sees no phone numbers and no money.</source>
        <translation>Дайындайды: тапсырыстарды бастайды, аяқтайды, таусылғанын белгілейді. Телефон нөмірлері мен ақшаны көрмейді.</translation>
    </message>
    <message>
        <source>Serves: takes orders and payments, changes and prints them.</source>
        <translation>Қызмет көрсетеді: тапсырыс пен төлем қабылдайды, оларды өзгертіп, басып шығарады.</translation>
    </message>
    <message>
        <source>Delivers: sees the orders that go out and says when they are there.</source>
        <translation>Жеткізеді: жолдағы тапсырыстарды көреді, жеткенін белгілейді.</translation>
    </message>
    <message>
        <source>The site does not answer: only people who were here lately get in.</source>
        <translation>Сервер жауап бермейді: тек жақында осында болғандар кіре алады.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait a moment.</source>
        <translation>Қате PIN тым көп терілді. Сәл күтіңіз.</translation>
    </message>
    <message>
        <source>That PIN is wrong too. Wrong %1 times in a row.</source>
        <translation>Бұл PIN де қате. Қатарынан %1 рет қате.</translation>
    </message>
    <message>
        <source>Nobody has this PIN. Try again.</source>
        <translation>Мұндай PIN ешкімде жоқ. Қайталаңыз.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait %1.</source>
        <extracomment>%1 is a time such as 0:28</extracomment>
        <translation>Қате PIN тым көп терілді. Күтіңіз: %1.</translation>
    </message>
</context>
<context>
    <name>oshaq::LocksSection</name>
    <message>
        <source>Anybody may use it</source>
        <translation>Бәріне ашық</translation>
    </message>
    <message>
        <source>Ask for a PIN</source>
        <translation>PIN сұрау</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Ешқашан</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 сек</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>Who may use this screen</source>
        <translation>Экранды кім қолдана алады</translation>
    </message>
    <message>
        <source>With a PIN everybody has a name: what they do is written down under it, their hours are counted, and they see only what their role may do. Without one, anybody who stands here may do what this screen may.</source>
        <translation>PIN болса, әркімнің аты бар: істегені сол атқа жазылады, сағаттары есептеледі және тек рөліне рұқсат етілгенді көреді. PIN болмаса, осында тұрған кез келген адам экранға рұқсат етілгеннің бәрін істей алады.</translation>
    </message>
    <message>
        <source>Lock by itself after</source>
        <translation>Өздігінен бұғаттау</translation>
    </message>
    <message>
        <source>So long without a touch or a key. Tickets of a kitchen stay in sight while it is locked; pages of the office are hidden. Ctrl+L locks at once.</source>
        <translation>Экран түртілмей, перне басылмай өтетін уақыт. Бұғатталғанда ас үй тапсырыстары көрініп тұрады, кеңсе бөлімдері жасырылады. Ctrl+L бірден бұғаттайды.</translation>
    </message>
    <message>
        <source>Nobody who may manage has a PIN yet: everybody would be locked out. Give a manager a PIN on the staff page first.</source>
        <translation>Басқара алатын ешкімде әлі PIN жоқ: ешкім кіре алмай қалар еді. Алдымен қызметкерлер бөлімінде менеджерге PIN беріңіз.</translation>
    </message>
    <message>
        <source>People at this screen</source>
        <translation>Осы экрандағы адамдар</translation>
    </message>
    <message>
        <source>Who may use this screen, and when it locks by itself. Changed at once, and only here.</source>
        <translation>Осы экранды кім қолдана алады және ол қашан өзі бұғатталады. Бірден және тек осында өзгереді.</translation>
    </message>
</context>
<context>
    <name>oshaq::MainWindow</name>
    <message>
        <source>Oshaq</source>
        <translation>Oshaq</translation>
    </message>
    <message>
        <source>Ctrl+%1</source>
        <extracomment>Keys on the keyboard, %1 is a digit</extracomment>
        <translation>Ctrl+%1</translation>
    </message>
    <message>
        <source>%1: not for this role</source>
        <translation>%1: бұл рөлге арналмаған</translation>
    </message>
    <message>
        <source>%1 is here as %2. Somebody who may use this page can sign in with their PIN.</source>
        <translation>Қазір мұнда %1, рөлі: %2. Бұл бөлімге рұқсаты бар адам өз PIN-кодымен кіре алады.</translation>
    </message>
    <message>
        <source>This screen is not for that. Open the page at a screen of the office.</source>
        <translation>Бұл экран оған арналмаған. Бөлімді кеңсе экранында ашыңыз.</translation>
    </message>
    <message>
        <source>Change who is here</source>
        <translation>Адамды ауыстыру</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Көрсету</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
</context>
<context>
    <name>oshaq::ManagerText</name>
    <message>
        <source>Somebody else goes on changing the same dishes. Look at them, then try again.</source>
        <translation>Дәл осы тағамдарды басқа біреу өзгертіп жатыр. Оларды қарап, қайталаңыз.</translation>
    </message>
    <message>
        <source>The menu has another dish of this name in this category. Give one of them another name.</source>
        <translation>Бұл санатта мұндай атаулы басқа тағам бар. Біреуіне басқа атау беріңіз.</translation>
    </message>
    <message>
        <source>The file is too large for the site. Divide it into several files.</source>
        <translation>Файл сервер үшін тым үлкен. Оны бірнеше файлға бөліңіз.</translation>
    </message>
    <message>
        <source>%1 and 1 more</source>
        <translation>%1 және тағы 1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 және тағы %n</numerusform>
            <numerusform>%1 және тағы %n</numerusform>
        </translation>
    </message>
    <message>
        <source>1 dish</source>
        <translation>1 тағам</translation>
    </message>
    <message numerus="yes">
        <source>%n dishes</source>
        <translation>
            <numerusform>%n тағам</numerusform>
            <numerusform>%n тағам</numerusform>
        </translation>
    </message>
    <message>
        <source>1 category</source>
        <translation>1 санат</translation>
    </message>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%n санат</numerusform>
            <numerusform>%n санат</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Атауы</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Санат</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Бағасы</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Сипаттамасы</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Preparation time</source>
        <translation>Дайындау уақыты</translation>
    </message>
    <message>
        <source>Step of the quantity</source>
        <translation>Мөлшер қадамы</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Таңдаулар</translation>
    </message>
    <message>
        <source>Allergens</source>
        <translation>Аллергендер</translation>
    </message>
    <message>
        <source>Code of the dish</source>
        <translation>Тағам коды</translation>
    </message>
    <message>
        <source>a number such as 1900 or 12.95</source>
        <translation>сан, мысалы 1900 не 12.95</translation>
    </message>
    <message>
        <source>where it is made: grill, bar</source>
        <translation>қайда жасалады: гриль, бар</translation>
    </message>
    <message>
        <source>seconds: 480 is eight minutes</source>
        <translation>секунд: 480 — сегіз минут</translation>
    </message>
    <message>
        <source>0.1 for what is sold by weight</source>
        <translation>салмақпен сатылатынға 0.1</translation>
    </message>
    <message>
        <source>Spice:0-1:mild|hot;Extras:0-3:egg +250</source>
        <translation>Ащылығы:0-1:жұмсақ|ащы;Қосымша:0-3:жұмыртқа +250</translation>
    </message>
    <message>
        <source>gluten;nuts</source>
        <translation>gluten;nuts (глютен; жаңғақ)</translation>
    </message>
    <message>
        <source>finds the same dish again under another name</source>
        <translation>сол тағамды басқа атаумен де табады</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Minutes and seconds: 8:00</extracomment>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Жол</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Баған</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Қатесі</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Бос тұр.</translation>
    </message>
    <message>
        <source>the same dish is in line %1 already</source>
        <translation>бұл тағам файлда бұрыннан бар, жол: %1</translation>
    </message>
    <message>
        <source>the currency has at most %1 decimal places</source>
        <translation>валютада нүктеден кейінгі таңба саны ең көбі %1</translation>
    </message>
    <message>
        <source>no amount such as 12.95</source>
        <translation>12.95 сияқты сома емес</translation>
    </message>
    <message>
        <source>a price is not below zero</source>
        <translation>баға нөлден төмен болмайды</translation>
    </message>
    <message>
        <source>no number of seconds</source>
        <translation>секунд саны емес</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <extracomment>A cell of the file, and what is wrong with it</extracomment>
        <translation>«%1»: %2</translation>
    </message>
</context>
<context>
    <name>oshaq::MenuExportSheet</name>
    <message>
        <source>Save the menu as a file</source>
        <translation>Мәзірді файлға сақтау</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Қалтаны ашу</translation>
    </message>
    <message>
        <source>menu %1</source>
        <translation>мәзір %1</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Орнын таңдау…</translation>
    </message>
    <message>
        <source>The site writes the menu down…</source>
        <translation>Сервер мәзірді жазуда…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>A table with every dish: its name, category, price, description, station, options and allergens. Pictures and hours are not in it. It can be imported again.</source>
        <translation>Барлық тағам кестесі: атауы, санаты, бағасы, сипаттамасы, цехы, таңдаулары және аллергендері. Суреттер мен сату уақыты онда жоқ. Оны қайта импорттауға болады.</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Жазылуда: %1…</translation>
    </message>
    <message>
        <source>The menu is in %1</source>
        <translation>Мәзір сақталған жер: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
</context>
<context>
    <name>oshaq::MenuStep</name>
    <message>
        <source>Sample menu</source>
        <translation>Үлгі мәзір</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Файлдан</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Бос</translation>
    </message>
    <message>
        <source>Menu to begin with</source>
        <translation>Бастапқы мәзір</translation>
    </message>
    <message>
        <source>Some dishes of a Kazakh grill are there already: good for trying everything out.</source>
        <translation>Қазақ грилінің бірнеше тағамы дайын тұр: бәрін байқап көруге ыңғайлы.</translation>
    </message>
    <message>
        <source>Your dishes are in.</source>
        <translation>Тағамдарыңыз енгізілді.</translation>
    </message>
    <message>
        <source>A CSV file from any spreadsheet program: one dish a line, with its category, name and price. The columns are matched by you, and nothing is written before you have seen what would happen. The sample dishes go.</source>
        <translation>Кез келген кесте бағдарламасының CSV файлы: бір жолда бір тағам, санаты, атауы және бағасы. Бағандарды өзіңіз сәйкестендіресіз, не болатынын көрмейінше ештеңе жазылмайды. Үлгі тағамдар жойылады.</translation>
    </message>
    <message>
        <source>The sample dishes go, and you type in your own on the catalog page.</source>
        <translation>Үлгі тағамдар жойылады, өзіңіздікін каталог бөлімінде енгізесіз.</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Файл таңдау</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Келесі</translation>
    </message>
    <message>
        <source>Your menu</source>
        <translation>Мәзіріңіз</translation>
    </message>
    <message>
        <source>Everything can be changed later, also while guests order.</source>
        <translation>Бәрін кейін де, қонақтар тапсырыс беріп жатқанда да өзгертуге болады.</translation>
    </message>
</context>
<context>
    <name>oshaq::MessageLogSection</name>
    <message>
        <source>The sent messages are not known</source>
        <translation>Жіберілген хабарлар белгісіз</translation>
    </message>
    <message>
        <source>Asking for the sent messages</source>
        <translation>Жіберілгендер сұралуда</translation>
    </message>
    <message>
        <source>Nobody was told anything yet</source>
        <translation>Әзірге ешкімге ештеңе хабарланбады</translation>
    </message>
    <message>
        <source>Set up a way under &quot;Messages&quot;; what goes out then stands here.</source>
        <translation>«Хабарлар» бөлімінде тәсілді баптаңыз; жіберілгені осында шығады.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>Жіберілді: %1</translation>
    </message>
    <message numerus="yes">
        <source>Waits until %1, tried %n times</source>
        <translation>
            <numerusform>%1 дейін күтеді, %n рет көрді</numerusform>
            <numerusform>%1 дейін күтеді, %n рет көрді</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out %1: %2</source>
        <translation>Өткізілді %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Given up %1 after %n tries: %2</source>
        <translation>
            <numerusform>%1 тоқтатылды, %n әрекеттен соң: %2</numerusform>
            <numerusform>%1 тоқтатылды, %n әрекеттен соң: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Қайта жіберу</translation>
    </message>
    <message>
        <source>Send again: %1</source>
        <translation>Қайта жіберу: %1</translation>
    </message>
    <message>
        <source>Sent messages</source>
        <translation>Жіберілген хабарлар</translation>
    </message>
    <message>
        <source>What guests and staff were told in the last 30 days, newest first.</source>
        <translation>Соңғы 30 күнде қонақтар мен қызметкерлерге не хабарланды, жаңасы бірінші.</translation>
    </message>
</context>
<context>
    <name>oshaq::MessageText</name>
    <message>
        <source>E-mail</source>
        <translation>Эл. пошта</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Messages in the browser</source>
        <translation>Браузердегі хабарлар</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Экрандар</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Ашық бет</translation>
    </message>
    <message>
        <source>Through your own mail server.</source>
        <translation>Өз пошта серверіңіз арқылы.</translation>
    </message>
    <message>
        <source>Through a provider that you have an account with. Codes for signing in by phone use it too.</source>
        <translation>Сіз тіркелген провайдер арқылы. Телефонмен кіру кодтары да осылай жіберіледі.</translation>
    </message>
    <message>
        <source>For guests and staff who allow it in their browser. The keys are made here.</source>
        <translation>Браузерінде рұқсат берген қонақтар мен қызметкерлерге. Кілттер осында жасалады.</translation>
    </message>
    <message>
        <source>A bot of yours tells the staff.</source>
        <translation>Сіздің бот қызметкерлерге хабарлайды.</translation>
    </message>
    <message>
        <source>Order %1 accepted</source>
        <translation>%1 тапсырысы қабылданды</translation>
    </message>
    <message>
        <source>Order %1 ready</source>
        <translation>%1 тапсырысы дайын</translation>
    </message>
    <message>
        <source>Order %1 on its way</source>
        <translation>%1 тапсырысы жолда</translation>
    </message>
    <message>
        <source>Order %1 cancelled</source>
        <translation>%1 тапсырысы болдырылмады</translation>
    </message>
    <message>
        <source>Money back for order %1</source>
        <translation>%1 тапсырысы үшін ақша қайтарылды</translation>
    </message>
    <message>
        <source>Nobody has seen order %1</source>
        <translation>%1 тапсырысын ешкім көрмеді</translation>
    </message>
    <message>
        <source>Order %1 late</source>
        <translation>%1 тапсырысы кешікті</translation>
    </message>
    <message>
        <source>A dish is out</source>
        <translation>Тағам бітті</translation>
    </message>
    <message>
        <source>Payment of order %1 unknown</source>
        <translation>%1 тапсырысының төлемі белгісіз</translation>
    </message>
    <message>
        <source>Day-end report</source>
        <translation>Күндік есеп</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Күтуде</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Жіберілді</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Тоқтатылды</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Өткізілді</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Пошта сервері</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Қосылым</translation>
    </message>
    <message>
        <source>Name to sign in with</source>
        <translation>Кіру аты</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Құпиясөз</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>Жіберуші мекенжайы</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>Жіберуші аты</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>Address of the interface</source>
        <translation>Интерфейс мекенжайы</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Тіркелгі</translation>
    </message>
    <message>
        <source>Key or password</source>
        <translation>Кілт немесе құпиясөз</translation>
    </message>
    <message>
        <source>How the push services reach you</source>
        <translation>Хабар қызметтері сізге қалай хабарласады</translation>
    </message>
    <message>
        <source>Token of the bot</source>
        <translation>Бот токені</translation>
    </message>
    <message>
        <source>Chat of the staff</source>
        <translation>Қызметкерлер чаты</translation>
    </message>
    <message>
        <source>Such as smtp.example.kz</source>
        <translation>Мысалы, smtp.example.kz</translation>
    </message>
    <message>
        <source>Empty: the restaurant&apos;s name.</source>
        <translation>Бос: мейрамхана атауы.</translation>
    </message>
    <message>
        <source>Empty: the provider&apos;s own.</source>
        <translation>Бос: провайдердің өзінікі.</translation>
    </message>
    <message>
        <source>Only where the provider asks for one.</source>
        <translation>Провайдер сұраса ғана.</translation>
    </message>
    <message>
        <source>Such as mailto:manager@example.kz</source>
        <translation>Мысалы, mailto:manager@example.kz</translation>
    </message>
    <message>
        <source>Its number; the bot must be in it.</source>
        <translation>Нөмірі; бот онда болуы керек.</translation>
    </message>
    <message>
        <source>It is kept sealed and not shown again.</source>
        <translation>Мөрленіп сақталады, қайта көрсетілмейді.</translation>
    </message>
    <message>
        <source>Encrypted (STARTTLS)</source>
        <translation>Шифрланған (STARTTLS)</translation>
    </message>
    <message>
        <source>Encrypted (TLS)</source>
        <translation>Шифрланған (TLS)</translation>
    </message>
    <message>
        <source>Not encrypted, only inside your own network</source>
        <translation>Шифрсыз, тек өз желіңізде</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Басқа</translation>
    </message>
    <message>
        <source>Halyk Bank</source>
        <translation>Halyk Bank</translation>
    </message>
    <message>
        <source>Delivery service</source>
        <translation>Жеткізу қызметі</translation>
    </message>
    <message>
        <source>Orders of other services</source>
        <translation>Басқа қызметтердің тапсырыстары</translation>
    </message>
    <message>
        <source>Guests pay with a card on the bank&apos;s own page; no card number comes here.</source>
        <translation>Қонақтар картамен банктің өз бетінде төлейді; карта нөмірлері мұнда келмейді.</translation>
    </message>
    <message>
        <source>Its couriers bring orders where your own do not.</source>
        <translation>Оның курьерлері сіздікі бармайтын жерге жеткізеді.</translation>
    </message>
    <message>
        <source>They send signed orders to this hub; the kitchen accepts or refuses.</source>
        <translation>Олар серверге қол қойылған тапсырыс жібереді; ас үй қабылдайды немесе бас тартады.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Merchant terminal</source>
        <translation>Сатушы терминалы</translation>
    </message>
    <message>
        <source>Secret of the client</source>
        <translation>Клиент құпиясы</translation>
    </message>
    <message>
        <source>Address for tokens</source>
        <translation>Токен мекенжайы</translation>
    </message>
    <message>
        <source>Script of the payment page</source>
        <translation>Төлем бетінің скрипті</translation>
    </message>
    <message>
        <source>Where the bank tells of payments</source>
        <translation>Банк төлемді қайда хабарлайды</translation>
    </message>
    <message>
        <source>Where the guest goes after paying</source>
        <translation>Қонақ төлегеннен кейін қайда барады</translation>
    </message>
    <message>
        <source>Secret that messages are signed with</source>
        <translation>Хабарға қол қоятын құпия</translation>
    </message>
    <message>
        <source>Asked again after seconds</source>
        <translation>Қайта сұрау, секунд</translation>
    </message>
    <message>
        <source>Seconds to accept an order</source>
        <translation>Тапсырысты қабылдау, секунд</translation>
    </message>
    <message>
        <source>Where the service hears the answer</source>
        <translation>Қызметке жауап қайда барады</translation>
    </message>
    <message>
        <source>Names of the fields there</source>
        <translation>Олардағы өріс атаулары</translation>
    </message>
    <message>
        <source>As it stands in your contract with the bank.</source>
        <translation>Банкпен шартта жазылғандай.</translation>
    </message>
    <message>
        <source>This hub as the bank reaches it, with /api/v1/payment/webhooks/halyk. Empty: the bank is asked.</source>
        <translation>Банкке көрінетін сервер мекенжайы, /api/v1/payment/webhooks/halyk қосылған. Бос: банктен өзіміз сұраймыз.</translation>
    </message>
    <message>
        <source>A page of yours. Empty: the bank&apos;s own.</source>
        <translation>Сіздің бет. Бос: банктің беті.</translation>
    </message>
    <message>
        <source>Empty: it is not told.</source>
        <translation>Бос: хабарланбайды.</translation>
    </message>
    <message>
        <source>One JSON object: {&quot;our name&quot;:&quot;their.name&quot;}. Empty: as our format says.</source>
        <translation>JSON нысаны: {&quot;біздің ат&quot;:&quot;олардың.аты&quot;}. Бос: біздің пішім бойынша.</translation>
    </message>
    <message>
        <source>System alarm</source>
        <translation>Жүйе дабылы</translation>
    </message>
    <message>
        <source>System alarm that nobody confirmed</source>
        <translation>Ешкім растамаған жүйе дабылы</translation>
    </message>
</context>
<context>
    <name>oshaq::MessagesSection</name>
    <message>
        <source>The ways of messages are not known</source>
        <translation>Жіберу тәсілдері белгісіз</translation>
    </message>
    <message>
        <source>Asking for the ways of messages</source>
        <translation>Жіберу тәсілдері сұралуда</translation>
    </message>
    <message>
        <source>This hub sends no messages</source>
        <translation>Бұл сервер хабар жібермейді</translation>
    </message>
    <message>
        <source>A newer program of the hub does.</source>
        <translation>Сервердің жаңарақ бағдарламасы жібере алады.</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Қолданылмайды</translation>
    </message>
    <message>
        <source>Has not worked since %1: %2</source>
        <translation>%1 бері жұмыс істемейді: %2</translation>
    </message>
    <message>
        <source>In use, worked %1</source>
        <translation>Қолданылады, жұмыс істеді: %1</translation>
    </message>
    <message>
        <source>In use, never tried</source>
        <translation>Қолданылады, әлі сыналмаған</translation>
    </message>
    <message>
        <source>The test went well: %1</source>
        <translation>Тексеру сәтті өтті: %1</translation>
    </message>
    <message>
        <source>The test failed: %1</source>
        <translation>Тексеру өтпеді: %1</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Баптау</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Сынақ жіберу</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>Баптау: %1</translation>
    </message>
    <message>
        <source>Send a test by %1</source>
        <translation>Сынақ жіберу: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Қолданылады</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Иә</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Жоқ</translation>
    </message>
    <message>
        <source>There is one; type to replace it</source>
        <translation>Бар; ауыстыру үшін теріңіз</translation>
    </message>
    <message>
        <source>Send the test</source>
        <translation>Жіберу</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Эл. пошта мекенжайы</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Empty: to the sender&apos;s own address.</source>
        <translation>Бос: жіберушінің өз мекенжайына.</translation>
    </message>
    <message>
        <source>It begins with + and the country.</source>
        <translation>+ және ел кодынан басталады.</translation>
    </message>
    <message>
        <source>Where should the test go?</source>
        <translation>Сынақты қайда жіберу керек?</translation>
    </message>
    <message>
        <source>A test by %1 is on its way. A server that does not answer is waited for up to a minute.</source>
        <translation>Сынақ жіберілуде: %1. Жауап бермейтін сервер бір минутқа дейін күтіледі.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Хабарлар</translation>
    </message>
    <message>
        <source>How guests and staff are told what happens to orders.</source>
        <translation>Қонақтар мен қызметкерлерге тапсырыс жайы қалай хабарланады.</translation>
    </message>
    <message>
        <source>The services are not known</source>
        <translation>Қызметтер белгісіз</translation>
    </message>
    <message>
        <source>Asking for the services</source>
        <translation>Қызметтер сұралуда</translation>
    </message>
    <message>
        <source>This hub talks to no services</source>
        <translation>Бұл сервер қызметтермен байланыспайды</translation>
    </message>
    <message>
        <source>Bank and delivery</source>
        <translation>Банк және жеткізу</translation>
    </message>
    <message>
        <source>Who takes cards, who brings orders, and who sends them here.</source>
        <translation>Картаны кім қабылдайды, тапсырысты кім жеткізеді және кім осында жібереді.</translation>
    </message>
</context>
<context>
    <name>oshaq::NavigationRail</name>
    <message>
        <source>Full screen</source>
        <translation>Толық экран</translation>
    </message>
    <message>
        <source>Pages: %1</source>
        <translation>Бөлімдер: %1</translation>
    </message>
    <message>
        <source>F11</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>F11</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>Толық экран (F11)</translation>
    </message>
    <message>
        <source>Files and long work: %1</source>
        <translation>Файлдар мен ұзақ жұмыстар: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::NewOrderSheet</name>
    <message>
        <source>New order</source>
        <translation>Жаңа тапсырыс</translation>
    </message>
    <message>
        <source>How it is handed over</source>
        <translation>Қалай беріледі</translation>
    </message>
    <message>
        <source>Begun before:</source>
        <translation>Бұрын басталған:</translation>
    </message>
    <message>
        <source>Another order</source>
        <translation>Тағы бір тапсырыс</translation>
    </message>
    <message>
        <source>Keep what you began?</source>
        <translation>Бастағаныңыз сақталсын ба?</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Нобайға сақтау</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Сақтамау</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Жалғастыру</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Үстел %1</translation>
    </message>
    <message>
        <source>Orders begun before</source>
        <translation>Бұрын басталғандар</translation>
    </message>
    <message>
        <source>The site does not answer: the order is kept here and sent when it does.</source>
        <translation>Сервер жауап бермейді: тапсырыс осында сақталып, ол жауап бергенде жіберіледі.</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>closes the sheet after an order was placed</extracomment>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Place order</source>
        <translation>Рәсімдеу</translation>
    </message>
    <message>
        <source>Place order · %1</source>
        <translation>Рәсімдеу · %1</translation>
    </message>
    <message>
        <source>First finish the dish that is open: add it, or go back.</source>
        <translation>Алдымен ашық тағамды аяқтаңыз: қосыңыз не артқа қайтыңыз.</translation>
    </message>
    <message>
        <source>“%1” is not on the ticket yet: Enter adds it, Esc clears it.</source>
        <translation>«%1» тапсырысқа әлі қосылмады: Enter қосады, Esc өшіреді.</translation>
    </message>
    <message>
        <source>promised %1</source>
        <translation>мерзімі %1</translation>
    </message>
    <message>
        <source>The site has it.</source>
        <translation>Серверге жетті.</translation>
    </message>
    <message>
        <source>On its way to the kitchen.</source>
        <translation>Ас үйге жіберілуде.</translation>
    </message>
    <message>
        <source>Kept here. It is sent when the site answers.</source>
        <translation>Осында сақталды. Сервер жауап бергенде жіберіледі.</translation>
    </message>
</context>
<context>
    <name>oshaq::NumberPad</name>
    <message>
        <source>Keypad</source>
        <translation>Сандар</translation>
    </message>
    <message>
        <source>Delete the last figure</source>
        <translation>Соңғы цифрды өшіру</translation>
    </message>
</context>
<context>
    <name>oshaq::OperatorChip</name>
    <message>
        <source>%1, %2. Change who is here, lock or sign out</source>
        <translation>%1, %2. Адамды ауыстыру, бұғаттау не шығу</translation>
    </message>
    <message>
        <source>%1: change who is here, lock (Ctrl+L) or sign out</source>
        <translation>%1: адамды ауыстыру, бұғаттау (Ctrl+L) не шығу</translation>
    </message>
</context>
<context>
    <name>oshaq::OptionEditor</name>
    <message>
        <source>Add a group of options</source>
        <translation>Таңдаулар тобын қосу</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Топ</translation>
    </message>
    <message>
        <source>Meat, size, sauce</source>
        <translation>Ет, өлшем, тұздық</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Міндетті емес</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Міндетті</translation>
    </message>
    <message>
        <source>Whether something has to be chosen</source>
        <translation>Бірдеңе таңдау міндетті ме</translation>
    </message>
    <message>
        <source>at least</source>
        <extracomment>Before a number: somebody has to choose at least so many options</extracomment>
        <translation>кемінде</translation>
    </message>
    <message>
        <source>At least so many</source>
        <translation>Кемінде қанша</translation>
    </message>
    <message>
        <source>at most</source>
        <extracomment>Before a number: somebody may choose at most so many options</extracomment>
        <translation>ең көбі</translation>
    </message>
    <message>
        <source>At most so many</source>
        <translation>Ең көбі қанша</translation>
    </message>
    <message>
        <source>Add an option</source>
        <translation>Таңдау қосу</translation>
    </message>
    <message>
        <source>Move the group up</source>
        <translation>Топты жоғары жылжыту</translation>
    </message>
    <message>
        <source>Remove the group</source>
        <translation>Топты жою</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Таңдау</translation>
    </message>
    <message>
        <source>+ 0</source>
        <extracomment>What an option costs more</extracomment>
        <translation>+ 0</translation>
    </message>
    <message>
        <source>What it costs more</source>
        <translation>Қосымша бағасы</translation>
    </message>
    <message>
        <source>Move the option up</source>
        <translation>Таңдауды жоғары жылжыту</translation>
    </message>
    <message>
        <source>Remove the option</source>
        <translation>Таңдауды жою</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderActList</name>
    <message>
        <source>Enter</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Келесі қадам</translation>
    </message>
    <message>
        <source>Pay</source>
        <extracomment>Button: take a payment</extracomment>
        <translation>Төлеу</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Басып шығару</translation>
    </message>
    <message>
        <source>Add dishes</source>
        <translation>Тағам қосу</translation>
    </message>
    <message>
        <source>Edit details</source>
        <translation>Мәліметті өзгерту</translation>
    </message>
    <message>
        <source>Goes first</source>
        <translation>Шұғыл</translation>
    </message>
    <message>
        <source>Fire the next course</source>
        <translation>Келесі курсты бастау</translation>
    </message>
    <message>
        <source>Void dishes</source>
        <translation>Тағамды жою</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Бөлу</translation>
    </message>
    <message>
        <source>Join with another</source>
        <translation>Басқасымен біріктіру</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Бір қадам артқа</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Тапсырысты жою</translation>
    </message>
    <message>
        <source>Order again</source>
        <translation>Қайта тапсырыс</translation>
    </message>
    <message>
        <source>The kitchen says when it is ready.</source>
        <translation>Дайын болғанын ас үй айтады.</translation>
    </message>
    <message>
        <source>Others take it from here.</source>
        <translation>Әрі қарай басқалар орындайды.</translation>
    </message>
    <message>
        <source>Fire course %1</source>
        <translation>%1-курсты бастау</translation>
    </message>
    <message>
        <source>In its turn again</source>
        <translation>Кезегімен жасау</translation>
    </message>
    <message>
        <source>Make it first</source>
        <translation>Шұғыл жасау</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Қабылдамау</translation>
    </message>
    <message>
        <source>Give money back</source>
        <translation>Ақша қайтару</translation>
    </message>
    <message>
        <source>Courier and zone</source>
        <translation>Курьер мен аймақ</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderBuilder</name>
    <message>
        <source>On the ticket</source>
        <translation>Тапсырыста</translation>
    </message>
    <message>
        <source>Nothing yet. Type a dish, or touch it.</source>
        <translation>Әзірше бос. Тағамды теріңіз не түртіңіз.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Жиыны</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Жеткізу</translation>
    </message>
    <message>
        <source>Put back</source>
        <extracomment>the dish that was taken from the ticket by mistake</extracomment>
        <translation>Кері қою</translation>
    </message>
    <message>
        <source>Course %1</source>
        <translation>%1-курс</translation>
    </message>
    <message>
        <source>Course</source>
        <extracomment>before the numbers of the courses</extracomment>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Course of the next dishes</source>
        <translation>Келесі тағамдардың курсы</translation>
    </message>
    <message>
        <source>Dish %1</source>
        <extracomment>stands for the name of a dish that the menu does not have any more</extracomment>
        <translation>Тағам %1</translation>
    </message>
    <message>
        <source>Allergy: it contains %1</source>
        <translation>Аллергия: құрамында %1 бар</translation>
    </message>
    <message>
        <source>Taken away: %1 %2</source>
        <translation>Алып тасталды: %1 %2</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderDetail</name>
    <message>
        <source>No order chosen</source>
        <translation>Тапсырыс таңдалмады</translation>
    </message>
    <message>
        <source>Choose one with the arrow keys or a tap: what it is and what can be done stands here.</source>
        <translation>Көрсеткілермен не түртіп таңдаңыз: мәліметі мен әрекеттері осында шығады.</translation>
    </message>
    <message>
        <source>placed %1</source>
        <translation>рәсімделді: %1</translation>
    </message>
    <message>
        <source>An earlier order: it can be read and printed.</source>
        <translation>Бұрынғы тапсырыс: оқуға және басып шығаруға болады.</translation>
    </message>
    <message>
        <source>Not sent yet: the site does not know this order.</source>
        <translation>Әлі жіберілмеді: сервер бұл тапсырысты білмейді.</translation>
    </message>
    <message>
        <source>A change of it has not reached the site yet.</source>
        <translation>Оның өзгерісі серверге әлі жетпеді.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Аралық жиын</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Жеткізу</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Жиыны</translation>
    </message>
    <message>
        <source>%1 due</source>
        <extracomment>What is still to be paid</extracomment>
        <translation>Төлеуге %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>Button: everything else that can be done with the order</extracomment>
        <translation>Тағы</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Бәрін қалдыру</translation>
    </message>
    <message>
        <source>Choose dishes</source>
        <translation>Тағам таңдаңыз</translation>
    </message>
    <message>
        <source>Void 1 dish</source>
        <translation>1 тағамды жою</translation>
    </message>
    <message numerus="yes">
        <source>Void %n dishes</source>
        <translation>
            <numerusform>%n тағамды жою</numerusform>
            <numerusform>%n тағамды жою</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>%1 waits for an answer until %2.</source>
        <translation>%1 жауапты %2 дейін күтеді.</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderDetails</name>
    <message>
        <source>Table</source>
        <translation>Үстел</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Үстелдер</translation>
    </message>
    <message>
        <source>Keypad for the table</source>
        <translation>Үстел нөміріне сандар</translation>
    </message>
    <message>
        <source>Keypad for the phone</source>
        <translation>Телефонға сандар</translation>
    </message>
    <message>
        <source>Guests at the table</source>
        <translation>Үстелдегі қонақтар</translation>
    </message>
    <message>
        <source>guests at the table</source>
        <translation>үстелдегі қонақтар</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Қонақ</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Басқа адам</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Қайда жеткізу</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Мекенжай</translation>
    </message>
    <message>
        <source>Note to the kitchen</source>
        <translation>Ас үйге ескертпе</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Үстел %1</translation>
    </message>
    <message>
        <source>Already open at this table: %1</source>
        <translation>Бұл үстелде ашық тапсырыс: %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>уақыты: %1</translation>
    </message>
    <message>
        <source>As in their last order. Ask whether it still holds.</source>
        <translation>Соңғы тапсырысындағыдай. Әлі солай ма, сұраңыз.</translation>
    </message>
    <message>
        <source>A known guest: 1 order</source>
        <translation>Таныс қонақ: 1 тапсырыс</translation>
    </message>
    <message numerus="yes">
        <source>A known guest: %n orders</source>
        <translation>
            <numerusform>Таныс қонақ: %n тапсырыс</numerusform>
            <numerusform>Таныс қонақ: %n тапсырыс</numerusform>
        </translation>
    </message>
    <message>
        <source>A known guest</source>
        <translation>Таныс қонақ</translation>
    </message>
    <message>
        <source>Looking for the guest…</source>
        <translation>Қонақ ізделуде…</translation>
    </message>
    <message>
        <source>A new guest: nobody is known by that.</source>
        <translation>Жаңа қонақ: мұндай ешкім табылмады.</translation>
    </message>
    <message>
        <source>Guests cannot be looked up while the site does not answer. Go on without.</source>
        <translation>Сервер жауап бермейінше, қонақты іздеуге болмайды. Онсыз жалғастырыңыз.</translation>
    </message>
    <message>
        <source>Is it one of these? Enter takes the first.</source>
        <translation>Осылардың бірі ме? Enter біріншісін алады.</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 тапсырыс</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n тапсырыс</numerusform>
            <numerusform>%n тапсырыс</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Аты жоқ</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>Аллергия: %1</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Басқа мекенжай</translation>
    </message>
    <message>
        <source>The address of their order before</source>
        <translation>Алдыңғы тапсырысының мекенжайы</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderFilterBar</name>
    <message>
        <source>Open</source>
        <extracomment>Orders that are not closed</extracomment>
        <translation>Ашық</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>Orders of every status</extracomment>
        <translation>Барлығы</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Бүгін</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Кеше</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 күн</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Барлық жыл</translation>
    </message>
    <message>
        <source>All fulfilment</source>
        <translation>Барлық тәсіл</translation>
    </message>
    <message>
        <source>Dine-in</source>
        <translation>Залда</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Алып кету</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Жеткізу</translation>
    </message>
    <message>
        <source>All payment</source>
        <translation>Барлық төлем</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>Төленуі керек</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Төленді</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Белгісіз</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Қайтарылды</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Күйі</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Күндер</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Беру тәсілі</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Төлем</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderLineRow</name>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>VOID</source>
        <extracomment>Tag on a dish that is not wanted any more</extracomment>
        <translation>ЖОЙЫЛДЫ</translation>
    </message>
    <message>
        <source>ADDED</source>
        <extracomment>Tag on a dish that came later</extracomment>
        <translation>ҚОСЫЛДЫ</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderLines</name>
    <message>
        <source>Course %1, held</source>
        <translation>%1-курс, күтуде</translation>
    </message>
    <message>
        <source>Course %1</source>
        <translation>%1-курс</translation>
    </message>
    <message>
        <source>Fire</source>
        <extracomment>Button: the kitchen begins with this course</extracomment>
        <translation>Бастау</translation>
    </message>
    <message>
        <source>Fire course %1</source>
        <translation>%1-курсты бастау</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderText</name>
    <message>
        <source>New</source>
        <extracomment>Status of an order</extracomment>
        <translation>Жаңа</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>Status of an order</extracomment>
        <translation>Қабылданды</translation>
    </message>
    <message>
        <source>Preparing</source>
        <extracomment>Status of an order</extracomment>
        <translation>Дайындалуда</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>Status of an order</extracomment>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <extracomment>Status of an order</extracomment>
        <translation>Жолда</translation>
    </message>
    <message>
        <source>Completed</source>
        <extracomment>Status of an order</extracomment>
        <translation>Аяқталды</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>Status of an order</extracomment>
        <translation>Жойылды</translation>
    </message>
    <message>
        <source>Dine-in</source>
        <translation>Залда</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Үстел %1</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Алып кету</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Жеткізу</translation>
    </message>
    <message>
        <source>Delivery · %1</source>
        <translation>Жеткізу · %1</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <extracomment>A guest who left no name and no phone</extracomment>
        <translation>Бейтаныс</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Қолма-қол</translation>
    </message>
    <message>
        <source>Card</source>
        <extracomment>Way to pay: the bank&apos;s device on the counter</extracomment>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Halyk</source>
        <translation>Halyk</translation>
    </message>
    <message>
        <source>Saved card</source>
        <translation>Сақталған карта</translation>
    </message>
    <message>
        <source>unknown, checking</source>
        <translation>белгісіз, тексерілуде</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>Төленбеген</translation>
    </message>
    <message>
        <source>Part-paid</source>
        <translation>Бөлігі төленді</translation>
    </message>
    <message>
        <source>part-paid</source>
        <translation>бөлігі төленді</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Төленді</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>төленді</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Қайтарылды</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>қайтарылды</translation>
    </message>
    <message>
        <source>LATE</source>
        <translation>КЕШІКТІ</translation>
    </message>
    <message>
        <source>LATE +%1 min</source>
        <translation>КЕШІКТІ +%1 мин</translation>
    </message>
    <message>
        <source>placed %1</source>
        <translation>рәсімделді: %1</translation>
    </message>
    <message>
        <source>allergy: %1</source>
        <translation>аллергия: %1</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>әлі жіберілмеді</translation>
    </message>
    <message>
        <source>a change has not reached the site yet</source>
        <translation>өзгеріс серверге әлі жетпеді</translation>
    </message>
    <message>
        <source>1 cover</source>
        <translation>1 қонақ</translation>
    </message>
    <message numerus="yes">
        <source>%n covers</source>
        <translation>
            <numerusform>%n қонақ</numerusform>
            <numerusform>%n қонақ</numerusform>
        </translation>
    </message>
    <message>
        <source>promised %1</source>
        <translation>мерзімі %1</translation>
    </message>
    <message>
        <source>goes first</source>
        <translation>шұғыл</translation>
    </message>
    <message>
        <source>ALLERGY: %1</source>
        <translation>АЛЛЕРГИЯ: %1</translation>
    </message>
    <message>
        <source>held</source>
        <extracomment>A dish whose course nobody fired yet</extracomment>
        <translation>күтуде</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>дайындалуда</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>A dish</extracomment>
        <translation>дайын</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>ескертпе: %1</translation>
    </message>
    <message>
        <source>void</source>
        <translation>жойылды</translation>
    </message>
    <message>
        <source>added later</source>
        <translation>кейін қосылды</translation>
    </message>
    <message>
        <source>Accept</source>
        <extracomment>Button: the order is taken</extracomment>
        <translation>Қабылдау</translation>
    </message>
    <message>
        <source>Start preparing</source>
        <translation>Дайындай бастау</translation>
    </message>
    <message>
        <source>Mark ready</source>
        <extracomment>Button: everything is made</extracomment>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>Send out</source>
        <extracomment>Button: the courier has it</extracomment>
        <translation>Жөнелту</translation>
    </message>
    <message>
        <source>Delivered</source>
        <extracomment>Buttons: the guest has it</extracomment>
        <translation>Жеткізілді</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Беру</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Тапсырысты жою</translation>
    </message>
    <message>
        <source>%1 is new again</source>
        <translation>%1 қайтадан жаңа</translation>
    </message>
    <message>
        <source>%1 is accepted</source>
        <translation>%1 қабылданды</translation>
    </message>
    <message>
        <source>%1 is being prepared</source>
        <translation>%1 дайындалуда</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 дайын</translation>
    </message>
    <message>
        <source>%1 is out for delivery</source>
        <translation>%1 жолда</translation>
    </message>
    <message>
        <source>%1 is completed</source>
        <translation>%1 аяқталды</translation>
    </message>
    <message>
        <source>%1 is cancelled</source>
        <translation>%1 жойылды</translation>
    </message>
    <message>
        <source>automatically</source>
        <translation>автоматты түрде</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>қонақ</translation>
    </message>
    <message>
        <source>Back to: %1</source>
        <translation>Қайта: %1</translation>
    </message>
    <message>
        <source>On the kitchen screen</source>
        <translation>Ас үй экранында</translation>
    </message>
    <message>
        <source>%1 ms after it was accepted</source>
        <translation>қабылданған соң %1 мс</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Басталды</translation>
    </message>
    <message>
        <source>Made</source>
        <extracomment>In the history, before the dishes</extracomment>
        <translation>Жасалды</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Жойылды</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Қосылды</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Басталған курс</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Күттірілді</translation>
    </message>
    <message>
        <source>Wanted again</source>
        <translation>Қайта керек</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Қайтарылды</translation>
    </message>
    <message>
        <source>Details changed</source>
        <translation>Мәліметтер өзгерді</translation>
    </message>
    <message>
        <source>Payment: %1</source>
        <translation>Төлем: %1</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Басылды</translation>
    </message>
    <message>
        <source>Ticket printed</source>
        <translation>Тапсырыс басылды</translation>
    </message>
    <message>
        <source>Receipt printed</source>
        <translation>Чек басылды</translation>
    </message>
    <message>
        <source>Changes printed</source>
        <translation>Өзгерістер басылды</translation>
    </message>
    <message>
        <source>Dishes moved</source>
        <translation>Тағамдар ауыстырылды</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Бөлу</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Біріктірілді</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Әзірше тапсырыс жоқ</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A month and its year</extracomment>
        <translation>%2 ж. %1</translation>
    </message>
    <message>
        <source>1 order, %1</source>
        <translation>1 тапсырыс, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n orders since %1</source>
        <translation>
            <numerusform>%n тапсырыс, алғашқысы: %1</numerusform>
            <numerusform>%n тапсырыс, алғашқысы: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>You see what was known at %1.</source>
        <translation>Экранда %1 кезіндегі деректер.</translation>
    </message>
    <message>
        <source>Nothing is known of its orders yet.</source>
        <translation>Тапсырыстар туралы әзірше ештеңе белгісіз.</translation>
    </message>
    <message>
        <source>Looking for the site.</source>
        <translation>Сервер ізделуде.</translation>
    </message>
    <message>
        <source>What you do is kept and sent when it answers.</source>
        <translation>Әрекеттеріңіз сақталады, ол жауап бергенде жіберіледі.</translation>
    </message>
    <message>
        <source>The site does not answer.</source>
        <translation>Сервер жауап бермейді.</translation>
    </message>
    <message>
        <source>Go on taking orders: they are kept here and sent when it is back.</source>
        <translation>Тапсырыс қабылдай беріңіз: олар осында сақталады, байланыс оралғанда жіберіледі.</translation>
    </message>
    <message>
        <source>The site does not accept this screen any more.</source>
        <translation>Сервер бұл экранды енді қабылдамайды.</translation>
    </message>
    <message>
        <source>What you do is kept and sent after signing in: ask a manager.</source>
        <translation>Әрекеттеріңіз сақталады, кіргеннен кейін жіберіледі: менеджерден сұраңыз.</translation>
    </message>
    <message>
        <source>The site gave an answer that this screen does not understand, so nothing more is sent.</source>
        <translation>Сервер бұл экранға түсініксіз жауап берді, жіберу тоқтады.</translation>
    </message>
    <message>
        <source>What you do is kept. Tell a manager; restarting this screen loses nothing.</source>
        <translation>Әрекеттеріңіз сақталады. Менеджерге айтыңыз; экранды қайта қоссаңыз, ештеңе жоғалмайды.</translation>
    </message>
    <message>
        <source>%1: the order taken at %2 was refused.</source>
        <translation>%1: тапсырыс (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>%1: the void at %2 was refused.</source>
        <translation>%1: жою (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>%1: the step back at %2 was refused.</source>
        <translation>%1: кері қадам (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>%1: accepting at %2 was refused.</source>
        <translation>%1: «Қабылдау» (%2) өтпеді.</translation>
    </message>
    <message>
        <source>%1: handing over at %2 was refused.</source>
        <translation>%1: беру (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>%1: cancelling at %2 was refused.</source>
        <translation>%1: тапсырысты жою (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>%1: the change at %2 was refused.</source>
        <translation>%1: өзгеріс (%2) қабылданбады.</translation>
    </message>
    <message>
        <source>The order shows what is true at the site.</source>
        <translation>Тапсырыс сервердегідей көрсетілген.</translation>
    </message>
    <message>
        <source>1 more refusal after this one.</source>
        <translation>Бұдан кейін тағы 1 бас тарту.</translation>
    </message>
    <message numerus="yes">
        <source>%n more refusals after this one.</source>
        <translation>
            <numerusform>Бұдан кейін тағы %n бас тарту.</numerusform>
            <numerusform>Бұдан кейін тағы %n бас тарту.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: that did not work.</source>
        <translation>%1: болмады.</translation>
    </message>
    <message>
        <source>The last act was taken back.</source>
        <translation>Соңғы әрекет болдырылмады.</translation>
    </message>
    <message>
        <source>%1: the last act was taken back.</source>
        <translation>%1: соңғы әрекет болдырылмады.</translation>
    </message>
    <message>
        <source>Guest changed their mind</source>
        <translation>Қонақ ойын өзгертті</translation>
    </message>
    <message>
        <source>Dish is out</source>
        <translation>Тағам таусылды</translation>
    </message>
    <message>
        <source>Too late to make it</source>
        <translation>Дайындауға кеш</translation>
    </message>
    <message>
        <source>Kitchen is full</source>
        <translation>Ас үй үлгермейді</translation>
    </message>
    <message>
        <source>Taken twice</source>
        <translation>Қайталанған</translation>
    </message>
    <message>
        <source>Guest does not answer</source>
        <translation>Қонақ жауап бермейді</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>Қателесіп енгізілген</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Шағым</translation>
    </message>
    <message>
        <source>Joined into %1.</source>
        <translation>Біріктірілді: %1.</translation>
    </message>
    <message>
        <source>Cancelled: taken back</source>
        <translation>Жойылды: әрекет қайтарылды</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Жойылды: %1</translation>
    </message>
    <message>
        <source>What you do is kept and sent after that.</source>
        <translation>Істегеніңіздің бәрі сақталады, содан кейін жіберіледі.</translation>
    </message>
    <message>
        <source>waits for the bank</source>
        <translation>банкті күтуде</translation>
    </message>
    <message>
        <source>given up, nothing was taken</source>
        <translation>тоқтатылды, ештеңе алынған жоқ</translation>
    </message>
    <message>
        <source>part of it was given back</source>
        <translation>бір бөлігі қайтарылды</translation>
    </message>
    <message>
        <source>the bank said no</source>
        <translation>банк бас тартты</translation>
    </message>
    <message>
        <source>too late to accept</source>
        <translation>қабылдау кеш</translation>
    </message>
    <message>
        <source>accept in %1</source>
        <extracomment>Minutes and seconds in which an order of another service has to be accepted</extracomment>
        <translation>%1 ішінде қабылдау</translation>
    </message>
    <message>
        <source>%1 brings it</source>
        <translation>%1 жеткізеді</translation>
    </message>
    <message>
        <source>the delivery service is asked for its price</source>
        <translation>жеткізу қызметінің бағасы сұралуда</translation>
    </message>
    <message>
        <source>the delivery service said its price</source>
        <translation>жеткізу қызметі бағасын айтты</translation>
    </message>
    <message>
        <source>the delivery service is being told</source>
        <translation>жеткізу қызметіне хабарлануда</translation>
    </message>
    <message>
        <source>the delivery service looks for a courier</source>
        <translation>жеткізу қызметі курьер іздеуде</translation>
    </message>
    <message>
        <source>a courier of the delivery service comes</source>
        <translation>жеткізу қызметінің курьері келе жатыр</translation>
    </message>
    <message>
        <source>a courier of the delivery service has it</source>
        <translation>тапсырыс жеткізу қызметінің курьерінде</translation>
    </message>
    <message>
        <source>the delivery service brought it</source>
        <translation>жеткізу қызметі жеткізді</translation>
    </message>
    <message>
        <source>the delivery service is being called off</source>
        <translation>жеткізу қызметінен бас тартылуда</translation>
    </message>
    <message>
        <source>the delivery service said no</source>
        <translation>жеткізу қызметі бас тартты</translation>
    </message>
    <message>
        <source>paid there</source>
        <translation>сонда төленген</translation>
    </message>
    <message>
        <source>Delivery changed</source>
        <translation>Жеткізу өзгертілді</translation>
    </message>
</context>
<context>
    <name>oshaq::OrdersModel</name>
    <message>
        <source>new</source>
        <extracomment>An order that nobody has looked at yet</extracomment>
        <translation>жаңа</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>әлі жіберілмеді</translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>Head of a column</extracomment>
        <translation>Тапсырыс</translation>
    </message>
    <message>
        <source>Placed</source>
        <extracomment>Head of a column: when the order came</extracomment>
        <translation>Түскені</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Қонақ</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Беру тәсілі</translation>
    </message>
    <message>
        <source>Items</source>
        <extracomment>Head of a column: the dishes</extracomment>
        <translation>Тағамдар</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Жиыны</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Төлем</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Күйі</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Өтті</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>әлі қаралмаған</translation>
    </message>
</context>
<context>
    <name>oshaq::OrdersPage</name>
    <message>
        <source>promised %1</source>
        <translation>мерзімі %1</translation>
    </message>
    <message>
        <source>%1 goes to the printer</source>
        <translation>%1 принтерге жіберілді</translation>
    </message>
    <message>
        <source>%1 goes to %2</source>
        <translation>%1 жіберілді: %2</translation>
    </message>
    <message>
        <source>marked as a reprint</source>
        <translation>қайта басылым деп белгіленді</translation>
    </message>
    <message>
        <source>Orders</source>
        <extracomment>Name of a page</extracomment>
        <translation>Тапсырыстар</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl N</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Мұнда</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Бұрынғы</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Ізделуде…</translation>
    </message>
    <message>
        <source>Nothing of it is here; the site is asked.</source>
        <translation>Мұнда табылмады, серверден сұралуда.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>«%1» бойынша ештеңе табылмады</translation>
    </message>
    <message>
        <source>Only the last 48 hours were searched: the site does not answer.</source>
        <translation>Тек соңғы 48 сағат ішінен ізделді: сервер жауап бермейді.</translation>
    </message>
    <message>
        <source>Numbers, names, dishes and the last four digits of a phone work.</source>
        <translation>Нөмір, ат, тағам және телефонның соңғы төрт цифры жарайды.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Іздеуді тазалау</translation>
    </message>
    <message>
        <source>Connecting to the site</source>
        <translation>Серверге қосылуда</translation>
    </message>
    <message>
        <source>No contact with the site yet</source>
        <translation>Сервермен байланыс әзірше жоқ</translation>
    </message>
    <message>
        <source>Orders appear here as soon as it answers. New ones can be taken already.</source>
        <translation>Ол жауап бергенде, тапсырыстар осында шығады. Жаңасын қазір де қабылдауға болады.</translation>
    </message>
    <message>
        <source>No open orders</source>
        <translation>Ашық тапсырыс жоқ</translation>
    </message>
    <message>
        <source>New ones appear here by themselves.</source>
        <translation>Жаңалары осында өзі шығады.</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Жаңа тапсырыс</translation>
    </message>
    <message>
        <source>No orders like this</source>
        <translation>Мұндай тапсырыс жоқ</translation>
    </message>
    <message>
        <source>Nothing here has this status, day, fulfilment and payment.</source>
        <translation>Мұндай күйі, күні, беру түрі мен төлемі бар тапсырыс жоқ.</translation>
    </message>
    <message>
        <source>Show open orders</source>
        <translation>Ашықтарын көрсету</translation>
    </message>
    <message>
        <source>Search number, phone, guest, dish</source>
        <translation>Іздеу: нөмір, телефон, қонақ, тағам</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>Тапсырыс іздеу</translation>
    </message>
    <message>
        <source>Search (Ctrl+F or /)</source>
        <translation>Іздеу (Ctrl+F немесе /)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Жасыру</translation>
    </message>
    <message>
        <source>D</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>D</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>Button after an act: take it back</extracomment>
        <translation>Болдырмау</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Болдырмайтын ештеңе жоқ.</translation>
    </message>
    <message>
        <source>%1 is in its turn again</source>
        <translation>%1 қайта өз кезегінде</translation>
    </message>
    <message>
        <source>%1 goes first</source>
        <translation>%1 енді шұғыл</translation>
    </message>
    <message>
        <source>%1 is back: %2</source>
        <translation>%1 кері қайтты: %2</translation>
    </message>
    <message>
        <source>Why is %1 refused?</source>
        <translation>%1 неге қабылданбайды?</translation>
    </message>
    <message>
        <source>Why is %1 cancelled?</source>
        <translation>%1 неге жойылады?</translation>
    </message>
    <message>
        <source>%1: course %2 is fired</source>
        <translation>%1: %2-курс басталды</translation>
    </message>
    <message>
        <source>Why is the dish of %1 void?</source>
        <translation>%1: тағам неге жойылады?</translation>
    </message>
    <message numerus="yes">
        <source>Why are %n dishes of %1 void?</source>
        <translation>
            <numerusform>%1: %n тағам неге жойылады?</numerusform>
            <numerusform>%1: %n тағам неге жойылады?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: 1 dish is void</source>
        <translation>%1: 1 тағам жойылды</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n dishes are void</source>
        <translation>
            <numerusform>%1: %n тағам жойылды</numerusform>
            <numerusform>%1: %n тағам жойылды</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Іздеу</translation>
    </message>
    <message>
        <source>Choose an order</source>
        <translation>Тапсырыс таңдау</translation>
    </message>
    <message>
        <source>The next step of the order</source>
        <translation>Тапсырыстың келесі қадамы</translation>
    </message>
    <message>
        <source>Everything else that can be done</source>
        <translation>Қалған барлық әрекеттер</translation>
    </message>
    <message>
        <source>Take the last act back</source>
        <translation>Соңғы әрекетті болдырмау</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>Тізімді сұрыптау</translation>
    </message>
    <message>
        <source>Dismiss what was refused</source>
        <translation>Бас тарту хабарын жасыру</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Let go, clear the search</source>
        <translation>Таңдауды алу, іздеуді тазалау</translation>
    </message>
    <message>
        <source>Searching earlier orders…</source>
        <translation>Бұрынғы тапсырыстар ізделуде…</translation>
    </message>
    <message>
        <source>Offline: only orders of the last 48 hours, as of %1</source>
        <translation>Байланыс жоқ: тек соңғы 48 сағаттың тапсырыстары, деректер: %1</translation>
    </message>
    <message>
        <source>Offline: only orders of the last 48 hours</source>
        <translation>Байланыс жоқ: тек соңғы 48 сағаттың тапсырыстары</translation>
    </message>
    <message>
        <source>There are more: they come while you scroll.</source>
        <translation>Тағы бар: төмен айналдырғанда шығады.</translation>
    </message>
    <message>
        <source>Not sent yet: its history begins at the site.</source>
        <translation>Әлі жіберілмеді: тарихы серверде басталады.</translation>
    </message>
    <message>
        <source>As it was known last: the site does not answer.</source>
        <translation>Соңғы белгілі деректер: сервер жауап бермейді.</translation>
    </message>
    <message>
        <source>The site keeps the history, and it does not answer now.</source>
        <translation>Тарих серверде сақталады, ал ол қазір жауап бермейді.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Жүктелуде…</translation>
    </message>
    <message>
        <source>Nothing is noted.</source>
        <translation>Жазба жоқ.</translation>
    </message>
    <message>
        <source>More is known at the site, and it does not answer now.</source>
        <translation>Толығы серверде, ал ол қазір жауап бермейді.</translation>
    </message>
    <message>
        <source>This screen does not fit the site</source>
        <translation>Экран мен сервер нұсқасы сәйкес емес</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>Ақша жәшігі</translation>
    </message>
    <message>
        <source>Cash drawer (Ctrl+D)</source>
        <translation>Ақша жәшігі (Ctrl+D)</translation>
    </message>
    <message>
        <source>Ctrl D</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl D</translation>
    </message>
</context>
<context>
    <name>oshaq::OutPanel</name>
    <message>
        <source>Dishes that are out</source>
        <translation>Таусылған тағамдар</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Алдыңғы бет</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Келесі бет</translation>
    </message>
    <message>
        <source>PgUp</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDn</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>PgDn</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>тағы %n</numerusform>
            <numerusform>тағы %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>Қайтару: %1</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>Іздеу үшін теріңіз</translation>
    </message>
    <message>
        <source>Press a dish that is out. Type to search.</source>
        <translation>Таусылған тағамды басыңыз. Іздеу үшін теріңіз.</translation>
    </message>
    <message>
        <source>86: press a dish that is out, press it again when it is back. Type to search.</source>
        <translation>86: таусылған тағамды басыңыз, қайта пайда болса, тағы басыңыз. Іздеу үшін теріңіз.</translation>
    </message>
    <message>
        <source>OUT NOW, press to bring back</source>
        <translation>ҚАЗІР ЖОҚ, қайтару үшін басыңыз</translation>
    </message>
    <message>
        <source>The menu is not known yet.</source>
        <translation>Мәзір әзірше белгісіз.</translation>
    </message>
    <message>
        <source>No dish has “%1” in its name.</source>
        <translation>Атауында «%1» бар тағам жоқ.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Бет %1/%2</translation>
    </message>
</context>
<context>
    <name>oshaq::OutSheet</name>
    <message>
        <source>It comes back by itself: %1.</source>
        <translation>Өзі қайтады: %1.</translation>
    </message>
    <message>
        <source>It stays out until somebody brings it back.</source>
        <translation>Біреу қайтарғанша сатылмайды.</translation>
    </message>
    <message>
        <source>86: %1</source>
        <extracomment>86: the trade&apos;s word for what is out; %1 is a dish</extracomment>
        <translation>Таусылды: %1</translation>
    </message>
    <message>
        <source>Until I bring it back</source>
        <translation>Өзім қайтарғанша</translation>
    </message>
    <message>
        <source>Until the day ends</source>
        <translation>Күн соңына дейін</translation>
    </message>
    <message>
        <source>Until it is sold again: %1</source>
        <translation>Келесі сатуға дейін: %1</translation>
    </message>
    <message>
        <source>Until a date</source>
        <translation>Белгілі күнге дейін</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Қашанға дейін</translation>
    </message>
    <message>
        <source>Until when it is out</source>
        <translation>Қашанға дейін сатылмайды</translation>
    </message>
    <message>
        <source>Back on</source>
        <translation>Қайтатын күні</translation>
    </message>
    <message>
        <source>86 it</source>
        <translation>Таусылды</translation>
    </message>
</context>
<context>
    <name>oshaq::PairingSheet</name>
    <message>
        <source>All stations</source>
        <translation>Барлық цех</translation>
    </message>
    <message>
        <source>Scan this with the new screen until %1. It lets one screen in.</source>
        <translation>Мұны жаңа экранмен %1 дейін сканерлеңіз. Код бір экранды кіргізеді.</translation>
    </message>
    <message>
        <source>The same as text</source>
        <translation>Сол мәтін түрінде</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>For a screen without a camera: copy it there.</source>
        <translation>Камерасы жоқ экранға: осыны сонда көшіріңіз.</translation>
    </message>
    <message>
        <source>Type it on the new screen until %1. It lets one screen in.</source>
        <translation>Оны жаңа экранда %1 дейін теріңіз. Код бір экранды кіргізеді.</translation>
    </message>
    <message>
        <source>Without a camera: choose this hub on the new screen and compare six digits, until %1.</source>
        <translation>Камерасыз: %1 дейін жаңа экранда осы серверді таңдап, алты санды салыстырыңыз.</translation>
    </message>
    <message>
        <source>Without a camera: type the address %1 on the new screen and compare six digits, until %2. It does not find this hub by itself: Avahi does not run on this computer.</source>
        <translation>Камерасыз: %2 дейін жаңа экранда %1 мекенжайын теріп, алты санды салыстырыңыз. Ол бұл серверді өзі таппайды: бұл компьютерде Avahi жұмыс істемейді.</translation>
    </message>
    <message>
        <source>%1 at %2 wants to come in. Does it show the same six digits?</source>
        <translation>%1 (%2) кіргісі келеді. Онда да осы алты сан ба?</translation>
    </message>
    <message>
        <source>Here they are the same. It comes in when that is confirmed on it too.</source>
        <translation>Мұнда расталды. Онда да расталғанда, ол кіреді.</translation>
    </message>
    <message>
        <source>On the new screen somebody has said that they are the same.</source>
        <translation>Жаңа экранда сандар бірдей деп расталды.</translation>
    </message>
    <message>
        <source>Look at the new screen itself. If they differ, somebody may sit between the two computers.</source>
        <translation>Жаңа экранның өзіне қараңыз. Сандар басқа болса, екі компьютердің арасында бөгде біреу болуы мүмкін.</translation>
    </message>
    <message>
        <source>A new screen</source>
        <translation>Жаңа экран</translation>
    </message>
    <message>
        <source>Let it in</source>
        <translation>Кіргізу</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Басқа код</translation>
    </message>
    <message>
        <source>The same digits?</source>
        <translation>Сандар бірдей ме?</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Сандар бірдей</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>%1 has come in</source>
        <translation>%1 кірді</translation>
    </message>
    <message>
        <source>The screen has come in</source>
        <translation>Экран кірді</translation>
    </message>
    <message>
        <source>It stands in the list now. There it can be renamed and signed out.</source>
        <translation>Енді ол тізімде. Сонда атауын өзгертуге не шығаруға болады.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Қайта бастау</translation>
    </message>
    <message>
        <source>Nobody was let in</source>
        <translation>Ешкім кіргізілген жоқ</translation>
    </message>
    <message>
        <source>Here or on the new screen somebody said that the digits differ. If they really differed, somebody may sit between the two computers: use a cable or another network.</source>
        <translation>Мұнда немесе жаңа экранда сандар басқа делінді. Шынымен басқа болса, екі компьютердің арасында бөгде біреу болуы мүмкін: кабель немесе басқа желі қолданыңыз.</translation>
    </message>
    <message>
        <source>No screen can come in any more</source>
        <translation>Енді ешбір экран кіре алмайды</translation>
    </message>
    <message>
        <source>One screen has come in by the code, or it took too long. Whoever came in stands in the list.</source>
        <translation>Код бойынша бір экран кірді немесе уақыт бітті. Кірген экран тізімде.</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Сандар басқа</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>Рұқсаты</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>A picture for the camera of the new screen</source>
        <translation>Жаңа экранның камерасына арналған сурет</translation>
    </message>
</context>
<context>
    <name>oshaq::PairingText</name>
    <message>
        <source>This is not the code that is shown</source>
        <translation>Бұл көрсетілген код емес</translation>
    </message>
    <message>
        <source>The main computer knows no such code. Have it show a new one, and scan that.</source>
        <translation>Негізгі компьютер мұндай кодты білмейді. Жаңасын көрсеттіріп, соны сканерлеңіз.</translation>
    </message>
    <message>
        <source>This took too long</source>
        <translation>Уақыт бітті</translation>
    </message>
    <message>
        <source>What the main computer shows is good for some minutes. Have it show a new code, then begin again.</source>
        <translation>Негізгі компьютер көрсеткені бірнеше минут жарамды. Жаңа код көрсеттіріп, қайта бастаңыз.</translation>
    </message>
    <message>
        <source>This code was used before</source>
        <translation>Бұл код бұрын қолданылған</translation>
    </message>
    <message>
        <source>It lets one screen in, and one has come in by it. If that was none of yours, look at the screens in the settings of the main computer and remove the one that you do not know. Then have a new code shown.</source>
        <translation>Ол бір экранды кіргізеді, біреуі кіріп қойды. Ол сіздікі болмаса, негізгі компьютердің баптауларындағы экрандарды қарап, бейтанысын өшіріңіз. Сосын жаңа код көрсеттіріңіз.</translation>
    </message>
    <message>
        <source>Another computer answers there</source>
        <translation>Онда басқа компьютер жауап береді</translation>
    </message>
    <message>
        <source>Who answers at %1 is not the main computer that made this code: its key is another one. It was told nothing, and the code is still good. See whether this screen is on the right network, then scan the code again.</source>
        <translation>%1 мекенжайында кодты жасаған негізгі компьютер емес, басқасы жауап береді: кілті басқа. Оған ештеңе айтылмады, код әлі жарамды. Бұл экран дұрыс желіде ме, тексеріп, кодты қайта сканерлеңіз.</translation>
    </message>
    <message>
        <source>Nobody lets a new screen in there now</source>
        <translation>Онда қазір жаңа экран кіргізілмейді</translation>
    </message>
    <message>
        <source>On the main computer open the settings, then Screens, and press &quot;Let a new screen in&quot;. Then try again here.</source>
        <translation>Негізгі компьютерде баптауларды, «Экрандарды» ашып, «Жаңа экранды кіргізу» түймесін басыңыз. Сосын мұнда қайталаңыз.</translation>
    </message>
    <message>
        <source>Another screen is coming in</source>
        <translation>Басқа экран кіріп жатыр</translation>
    </message>
    <message>
        <source>One comes in after the other. Wait until the main computer is done with it, then try again.</source>
        <translation>Экрандар бір-бірлеп кіреді. Негізгі компьютер аяқтағанша күтіп, қайталаңыз.</translation>
    </message>
    <message>
        <source>Somebody said that the digits differ</source>
        <translation>Біреу сандар басқа деді</translation>
    </message>
    <message>
        <source>So this screen was not let in. If they really differed, somebody may sit between the two computers: use a cable or another network. Otherwise begin again on both.</source>
        <translation>Сондықтан экран кіргізілмеді. Сандар шынымен басқа болса, екі компьютердің арасында бөгде біреу болуы мүмкін: кабель немесе басқа желі қолданыңыз. Әйтпесе екеуінде де қайта бастаңыз.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Әрекет тым көп</translation>
    </message>
    <message>
        <source>The main computer answers this one no more for some minutes. Wait, then have a new code shown.</source>
        <translation>Негізгі компьютер бұл экранға бірнеше минут жауап бермейді. Күтіп, жаңа код көрсеттіріңіз.</translation>
    </message>
    <message>
        <source>This main computer speaks no TLS of its own</source>
        <translation>Бұл негізгі компьютердің өз TLS-і жоқ</translation>
    </message>
    <message>
        <source>It cannot be recognized by a key. Whoever set it up knows its address and certificate.</source>
        <translation>Оны кілтінен тану мүмкін емес. Мекенжайы мен сертификатын орнатқан адам біледі.</translation>
    </message>
    <message>
        <source>Another computer answers in place of yours</source>
        <translation>Сіздікінің орнына басқа компьютер жауап береді</translation>
    </message>
    <message>
        <source>At %1 answers a computer whose key is not the one that this screen was let in with. It is told nothing: no order, no token. Work goes on here as without a network, and what you do waits.

This happens when the screen is on another network, or when the main computer was set up anew. If it was set up anew, let this screen in again. If not, find out whose computer that is.</source>
        <translation>%1 мекенжайында кілті бұл экран кіргізілген кілттен басқа компьютер жауап береді. Оған ештеңе айтылмайды: тапсырыс та, кіру кілті де. Мұнда желісіз кездегідей жұмыс істей беріңіз, істелгені күтеді.

Экран басқа желіде болса немесе негізгі компьютер жаңадан орнатылса, осылай болады. Жаңадан орнатылған болса, бұл экранды қайта кіргізіңіз. Әйтпесе ол кімнің компьютері екенін біліңіз.</translation>
    </message>
</context>
<context>
    <name>oshaq::PaperRow</name>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation>Қайталау: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Жою</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Жою: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::PaySheet</name>
    <message>
        <source>Cash</source>
        <translation>Қолма-қол</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Терминал</translation>
    </message>
    <message>
        <source>Saved card</source>
        <translation>Сақталған карта</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>Төлем тәсілі</translation>
    </message>
    <message>
        <source>Amount of this payment</source>
        <translation>Осы төлемнің сомасы</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Қонақ бергені</translation>
    </message>
    <message>
        <source>Usual amounts</source>
        <translation>Әдеттегі сомалар</translation>
    </message>
    <message>
        <source>Number on the slip of the card reader</source>
        <translation>Терминал чегінің нөмірі</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Шайпұл</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>the money that goes back to the guest</extracomment>
        <translation>Қайтарым</translation>
    </message>
    <message>
        <source>The payment that was tried before got no answer. Try it again: nothing is taken twice.</source>
        <translation>Алдыңғы төлемге жауап келмеді. Қайталаңыз: ештеңе екі рет алынбайды.</translation>
    </message>
    <message>
        <source>The site does not have this order yet. Take the money when it has.</source>
        <translation>Бұл тапсырыс серверде әлі жоқ. Ақшаны ол жеткен соң алыңыз.</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Төлеу</translation>
    </message>
    <message>
        <source>Pay for %1</source>
        <translation>Төлеу: %1</translation>
    </message>
    <message>
        <source>To pay, of %1</source>
        <translation>Төлеу керек, барлығы %1</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Төленді</translation>
    </message>
    <message>
        <source>tip %1</source>
        <translation>шайпұл %1</translation>
    </message>
    <message>
        <source>given back %1</source>
        <translation>қайтарылды: %1</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>түспеді</translation>
    </message>
    <message>
        <source>not sure yet</source>
        <translation>әлі нақты емес</translation>
    </message>
    <message>
        <source>Asking for the payments so far…</source>
        <translation>Бұған дейінгі төлемдер сұралуда…</translation>
    </message>
    <message>
        <source>Exactly %1</source>
        <translation>Дәл %1</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>the button that ends the sheet</extracomment>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>Қабылдау: %1</translation>
    </message>
    <message>
        <source>Write an amount, such as %1.</source>
        <translation>Соманы жазыңыз, мысалы %1.</translation>
    </message>
    <message>
        <source>No more than %1 is owed.</source>
        <translation>Төленетіні ең көбі %1.</translation>
    </message>
    <message>
        <source>Write an amount, or nothing.</source>
        <translation>Соманы жазыңыз немесе бос қалдырыңыз.</translation>
    </message>
    <message>
        <source>Write what was handed over.</source>
        <translation>Қанша берілгенін жазыңыз.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 жетпейді.</translation>
    </message>
    <message>
        <source>Writing it down at the site…</source>
        <translation>Серверге жазылуда…</translation>
    </message>
    <message>
        <source>Taken: %1.</source>
        <translation>Қабылданды: %1.</translation>
    </message>
    <message>
        <source>Change: %1.</source>
        <translation>Қайтарым: %1.</translation>
    </message>
    <message>
        <source>What you typed stays; nothing is taken twice.</source>
        <translation>Тергеніңіз сақталады; ештеңе екі рет алынбайды.</translation>
    </message>
    <message>
        <source>Guest&apos;s phone</source>
        <translation>Қонақ телефоны</translation>
    </message>
    <message>
        <source>Waits for the bank</source>
        <translation>Банкті күтуде</translation>
    </message>
    <message>
        <source>Code of the bank&apos;s page</source>
        <translation>Банк бетінің коды</translation>
    </message>
    <message>
        <source>The guest scans this code and pays %1 on their phone. As soon as the bank says so, it stands here.</source>
        <translation>Қонақ бұл кодты сканерлеп, телефонында %1 төлейді. Банк растаған бойда осында шығады.</translation>
    </message>
    <message>
        <source>Paid on the phone: %1.</source>
        <translation>Телефонмен төленді: %1.</translation>
    </message>
    <message>
        <source>Nothing came by the phone: it was given up, or the bank said no.</source>
        <translation>Телефоннан ештеңе келмеді: төлем тоқтатылды немесе банк бас тартты.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Қайта сұрау</translation>
    </message>
    <message>
        <source>Show the code for %1</source>
        <translation>%1 кодын көрсету</translation>
    </message>
    <message>
        <source>Asking the bank for its page…</source>
        <translation>Банк беті сұралуда…</translation>
    </message>
    <message>
        <source>The guest&apos;s cards</source>
        <translation>Қонақтың карталары</translation>
    </message>
    <message>
        <source>The bank is asked for %1 from the guest&apos;s card. As soon as it says so, it stands here.</source>
        <translation>Банк қонақтың картасынан %1 алуда. Ол жауап берген бойда осында көрінеді.</translation>
    </message>
    <message>
        <source>Paid by the saved card: %1.</source>
        <translation>Сақталған картамен төленді: %1.</translation>
    </message>
    <message>
        <source>The bank said no to this card. Nothing was taken.</source>
        <translation>Банк бұл картаны қабылдамады. Ештеңе алынбады.</translation>
    </message>
    <message>
        <source>Asking the bank…</source>
        <translation>Банкке сұраным жіберілуде…</translation>
    </message>
</context>
<context>
    <name>oshaq::PeopleStep</name>
    <message>
        <source>Your name</source>
        <translation>Атыңыз</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>PIN-іңіз</translation>
    </message>
    <message>
        <source>4 to 8 digits that nobody guesses. It is shown so that you can remember it.</source>
        <translation>Ешкім таппайтын 4–8 цифр. Есте сақтауыңыз үшін PIN көрсетіледі.</translation>
    </message>
    <message>
        <source>No, anybody may use it</source>
        <translation>Жоқ, бәріне ашық</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Иә</translation>
    </message>
    <message>
        <source>Ask for a PIN at this screen</source>
        <translation>Осы экранда PIN сұрау</translation>
    </message>
    <message>
        <source>Can be changed in the settings at any time.</source>
        <translation>Баптауларда кез келген уақытта өзгертуге болады.</translation>
    </message>
    <message>
        <source>Who are you? Or skip this step.</source>
        <translation>Сіз кімсіз? Немесе бұл қадамды өткізіп жіберіңіз.</translation>
    </message>
    <message>
        <source>4 to 8 digits, and none that everybody tries first: no 1234, no 0000, no 2580.</source>
        <translation>4–8 цифр, бірақ жұрт бірінші теретіні емес: 1234, 0000, 2580 болмайды.</translation>
    </message>
    <message>
        <source>Somebody has this PIN already: take another one.</source>
        <translation>Мұндай PIN біреуде бар: басқасын алыңыз.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Сіз</translation>
    </message>
    <message>
        <source>With a PIN, screens can be locked and it is known who did what. Others are added on the staff page.</source>
        <translation>PIN болса, экрандарды бұғаттауға болады және кім не істегені белгілі. Басқалар «Қызметкерлер» бөлімінде қосылады.</translation>
    </message>
</context>
<context>
    <name>oshaq::PeopleView</name>
    <message>
        <source>You</source>
        <translation>Сіз</translation>
    </message>
    <message>
        <source>+ second factor</source>
        <translation>+ екінші фактор</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>экран: %1</translation>
    </message>
    <message>
        <source>not signed out?</source>
        <translation>шықпады ма?</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ауысымда емес</translation>
    </message>
    <message>
        <source>May not sign in</source>
        <translation>Кіруге болмайды</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Аты</translation>
    </message>
    <message>
        <source>Role and station</source>
        <translation>Рөлі мен цехы</translation>
    </message>
    <message>
        <source>Signs in by</source>
        <translation>Кіру тәсілі</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ауысымда</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Барлығы</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Қазір ауысымда</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>%1 What you see is as of %2.</source>
        <translation>%1 Деректер уақыты: %2.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Түсінікті</translation>
    </message>
    <message>
        <source>%1 does not work here any more and is signed out everywhere.</source>
        <translation>%1 енді мұнда жұмыс істемейді, барлық жерден шығарылды.</translation>
    </message>
    <message>
        <source>Who works here is not known now</source>
        <translation>Мұнда кім жұмыс істейтіні қазір белгісіз</translation>
    </message>
    <message>
        <source>Asking the site who works here…</source>
        <translation>Мұнда кім жұмыс істейтіні серверден сұралуда…</translation>
    </message>
    <message>
        <source>Nobody yet: add the first person</source>
        <translation>Әзірше ешкім жоқ: бірінші қызметкерді қосыңыз</translation>
    </message>
    <message>
        <source>Whoever has a name and a PIN here can sign in at every screen.</source>
        <translation>Мұнда аты мен PIN-і бар адам кез келген экранда кіре алады.</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Жаңа қызметкер</translation>
    </message>
    <message>
        <source>Nobody found for “%1”</source>
        <translation>«%1» бойынша ешкім табылмады</translation>
    </message>
    <message>
        <source>Names, roles, stations and logins can be searched.</source>
        <translation>Аты, рөлі, цехы немесе логині бойынша іздеңіз.</translation>
    </message>
    <message>
        <source>Nobody is here now</source>
        <translation>Қазір ауысымда ешкім жоқ</translation>
    </message>
    <message>
        <source>Everybody is here</source>
        <translation>Бәрі ауысымда</translation>
    </message>
    <message>
        <source>People are here from their sign-in at a screen to their sign-out.</source>
        <translation>Қызметкер экранда кіргеннен шыққанға дейін ауысымда болады.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Барлығын көрсету</translation>
    </message>
    <message>
        <source>Who is shown</source>
        <translation>Кім көрсетіледі</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Қызметкерлер</translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation>Қызметкерді таңдаңыз</translation>
    </message>
    <message>
        <source>What they may do and how they sign in is seen and changed here.</source>
        <translation>Оның құқықтары мен кіру тәсілі осында көрінеді және өзгертіледі.</translation>
    </message>
</context>
<context>
    <name>oshaq::PictureEditor</name>
    <message>
        <source>No picture</source>
        <translation>Сурет жоқ</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Жүктелуде</translation>
    </message>
    <message>
        <source>There is no picture to paste: copy one first.</source>
        <translation>Қоятын сурет жоқ: алдымен суретті көшіріңіз.</translation>
    </message>
    <message>
        <source>This picture could not be made smaller. Take another one.</source>
        <translation>Бұл суретті кішірейту мүмкін болмады. Басқасын алыңыз.</translation>
    </message>
    <message>
        <source>The picture is on its way.</source>
        <translation>Сурет жүктелуде.</translation>
    </message>
    <message>
        <source>Drop a picture here, choose a file or paste one.</source>
        <translation>Суретті осында сүйреп әкеліңіз, файл таңдаңыз немесе қойыңыз.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Файл таңдау</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Қою</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Жою</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Суретті жою</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Сурет</translation>
    </message>
    <message>
        <source>This file cannot be opened.</source>
        <translation>Бұл файл ашылмайды.</translation>
    </message>
    <message>
        <source>This file is larger than %1 MB.</source>
        <translation>Бұл файл тым үлкен, ең көбі %1 МБ.</translation>
    </message>
    <message>
        <source>This is no picture that can be used. Take a PNG, a JPEG or a WebP file.</source>
        <translation>Мұндай сурет жарамайды. PNG, JPEG не WebP файлын алыңыз.</translation>
    </message>
    <message>
        <source>This picture is too small.</source>
        <translation>Бұл сурет тым кішкентай.</translation>
    </message>
</context>
<context>
    <name>oshaq::PinPad</name>
    <message>
        <source>Looking who that is…</source>
        <translation>Бұл кім екені қаралуда…</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>PIN теріңіз.</translation>
    </message>
    <message>
        <source>PIN, nothing typed yet</source>
        <translation>PIN, әлі ештеңе терілмеді</translation>
    </message>
    <message>
        <source>PIN, 1 digit typed</source>
        <translation>PIN, 1 цифр терілді</translation>
    </message>
    <message numerus="yes">
        <source>PIN, %n digits typed</source>
        <translation>
            <numerusform>PIN, %n цифр терілді</numerusform>
            <numerusform>PIN, %n цифр терілді</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the last digit away</source>
        <translation>Соңғы цифрды өшіру</translation>
    </message>
    <message>
        <source>This is my PIN</source>
        <translation>Бұл менің PIN-ім</translation>
    </message>
</context>
<context>
    <name>oshaq::PriceSheet</name>
    <message>
        <source>Change prices</source>
        <translation>Бағаны өзгерту</translation>
    </message>
    <message>
        <source>Which dishes</source>
        <translation>Қай тағамдар</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Қалай</translation>
    </message>
    <message>
        <source>By percent</source>
        <translation>Пайызбен</translation>
    </message>
    <message>
        <source>By amount</source>
        <translation>Сомамен</translation>
    </message>
    <message>
        <source>To a price</source>
        <translation>Жаңа баға</translation>
    </message>
    <message>
        <source>Dearer or cheaper</source>
        <translation>Қымбат не арзан</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Көтеру</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Түсіру</translation>
    </message>
    <message>
        <source>Round to</source>
        <translation>Дөңгелектеу</translation>
    </message>
    <message>
        <source>Which way</source>
        <translation>Қай жаққа</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Жақынына</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Жоғары</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Төмен</translation>
    </message>
    <message>
        <source>Prices of options</source>
        <translation>Таңдаулар бағасы</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Өзгертпеу</translation>
    </message>
    <message>
        <source>Change too</source>
        <translation>Бірге өзгерту</translation>
    </message>
    <message>
        <source>Prices before and after</source>
        <translation>Бұрынғы және жаңа бағалар</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Таңдалды: %1</translation>
    </message>
    <message>
        <source>The whole menu: %1</source>
        <translation>Бүкіл мәзір: %1</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Пайыз</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>Сома, %1</translation>
    </message>
    <message>
        <source>New price, %1</source>
        <translation>Жаңа баға, %1</translation>
    </message>
    <message>
        <source>Type a number such as 5 or 12.5.</source>
        <translation>Сан теріңіз, мысалы 5 не 12.5.</translation>
    </message>
    <message>
        <source>Type an amount such as %1.</source>
        <translation>Соманы теріңіз, мысалы %1.</translation>
    </message>
    <message>
        <source>Prices go down by at most 100 % and up by at most 1000 %.</source>
        <translation>Бағаны ең көбі 100 % түсіруге және ең көбі 1000 % көтеруге болады.</translation>
    </message>
    <message>
        <source>This amount is too large.</source>
        <translation>Бұл сома тым үлкен.</translation>
    </message>
    <message>
        <source>There are no dishes here.</source>
        <translation>Мұнда тағам жоқ.</translation>
    </message>
    <message>
        <source>What becomes of %1</source>
        <translation>Нәтижесі: %1</translation>
    </message>
    <message>
        <source>1 dish changes</source>
        <translation>1 тағам өзгереді</translation>
    </message>
    <message numerus="yes">
        <source>%n dishes change</source>
        <translation>
            <numerusform>%n тағам өзгереді</numerusform>
            <numerusform>%n тағам өзгереді</numerusform>
        </translation>
    </message>
    <message>
        <source>1 stays as it is</source>
        <translation>1 өзгермейді</translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are</source>
        <translation>
            <numerusform>%n өзгермейді</numerusform>
            <numerusform>%n өзгермейді</numerusform>
        </translation>
    </message>
    <message>
        <source>together %1</source>
        <translation>жиыны %1</translation>
    </message>
    <message>
        <source>No price changes</source>
        <translation>Ешқандай баға өзгермейді</translation>
    </message>
    <message>
        <source>1 price would be impossible and stays</source>
        <translation>1 баға мүмкін емес, сол күйінде қалады</translation>
    </message>
    <message numerus="yes">
        <source>%n prices would be impossible and stay</source>
        <translation>
            <numerusform>%n баға мүмкін емес, сол күйінде қалады</numerusform>
            <numerusform>%n баға мүмкін емес, сол күйінде қалады</numerusform>
        </translation>
    </message>
    <message>
        <source>1 price changes by more than half</source>
        <translation>1 баға жартысынан көп өзгереді</translation>
    </message>
    <message numerus="yes">
        <source>%n prices change by more than half</source>
        <translation>
            <numerusform>%n баға жартысынан көп өзгереді</numerusform>
            <numerusform>%n баға жартысынан көп өзгереді</numerusform>
        </translation>
    </message>
    <message>
        <source>The prices are being changed…</source>
        <translation>Бағалар өзгертілуде…</translation>
    </message>
    <message>
        <source>At most %1 can change at once: choose a category.</source>
        <translation>Бір жолда ең көбі %1 өзгереді: санат таңдаңыз.</translation>
    </message>
    <message>
        <source>Change prices of %1</source>
        <translation>Бағаны өзгерту: %1</translation>
    </message>
    <message>
        <source>Price of 1 dish</source>
        <translation>Баға: 1 тағам</translation>
    </message>
    <message numerus="yes">
        <source>Prices of %n dishes</source>
        <translation>
            <numerusform>Бағалар: %n тағам</numerusform>
            <numerusform>Бағалар: %n тағам</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oshaq::PriceTable</name>
    <message>
        <source>%1 %</source>
        <extracomment>A percentage</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>below zero</source>
        <translation>нөлден төмен</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>тым көп</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>өзгермейді</translation>
    </message>
    <message>
        <source>%1 · look</source>
        <translation>%1 · қараңыз</translation>
    </message>
    <message>
        <source>Dish</source>
        <translation>Тағам</translation>
    </message>
    <message>
        <source>Now, %1</source>
        <translation>Қазір, %1</translation>
    </message>
    <message>
        <source>Then, %1</source>
        <translation>Кейін, %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Өзгерісі</translation>
    </message>
</context>
<context>
    <name>oshaq::PrintSheet</name>
    <message>
        <source>Print %1</source>
        <translation>Басып шығару: %1</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Құжат</translation>
    </message>
    <message>
        <source>Kitchen ticket</source>
        <translation>Ас үй тапсырысы</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Чек</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>As set up</source>
        <translation>Баптау бойынша</translation>
    </message>
    <message>
        <source>%1 (does not print)</source>
        <translation>%1 (баспайды)</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Қалай көрінеді</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Басып шығару</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Drawing it…</source>
        <translation>Дайындалуда…</translation>
    </message>
    <message>
        <source>There is no picture of it; it can be printed all the same.</source>
        <translation>Суреті жоқ, бірақ бәрібір басып шығаруға болады.</translation>
    </message>
    <message>
        <source>The paper as it comes out of %1</source>
        <translation>%1 басатын құжаттың көрінісі</translation>
    </message>
</context>
<context>
    <name>oshaq::PrinterCard</name>
    <message>
        <source>The test page is on its way …</source>
        <translation>Сынақ беті жіберілуде …</translation>
    </message>
    <message>
        <source>The drawer is being opened …</source>
        <translation>Ақша жәшігі ашылуда …</translation>
    </message>
    <message>
        <source>The test page came out.</source>
        <translation>Сынақ беті шықты.</translation>
    </message>
    <message>
        <source>The drawer was opened.</source>
        <translation>Ақша жәшігі ашылды.</translation>
    </message>
    <message>
        <source>The test page did not come out.</source>
        <translation>Сынақ беті шықпады.</translation>
    </message>
    <message>
        <source>The drawer did not open.</source>
        <translation>Ақша жәшігі ашылмады.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Өңдеу</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Өңдеу: %1</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Сынақ беті</translation>
    </message>
    <message>
        <source>Test page of %1</source>
        <translation>Сынақ беті: %1</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>Жәшікті ашу</translation>
    </message>
    <message>
        <source>Open the drawer of %1</source>
        <translation>Жәшікті ашу: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::PrinterSheet</name>
    <message>
        <source>New printer</source>
        <translation>Жаңа принтер</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Атауы</translation>
    </message>
    <message>
        <source>As people call it: “Grill”, “Counter”.</source>
        <translation>Өздеріңіз қалай атайсыз: «Гриль», «Касса».</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Атау беріңіз.</translation>
    </message>
    <message>
        <source>How it is connected</source>
        <translation>Қалай қосылған</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Мекенжай</translation>
    </message>
    <message>
        <source>Width of the paper</source>
        <translation>Қағаз ені</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 мм</translation>
    </message>
    <message>
        <source>Language of its papers</source>
        <translation>Құжаттарының тілі</translation>
    </message>
    <message>
        <source>What it prints</source>
        <translation>Не басады</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Тапсырыстар</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Чектер</translation>
    </message>
    <message>
        <source>Receipt when completed</source>
        <translation>Аяқталғанда чек</translation>
    </message>
    <message>
        <source>“Receipt when completed” prints without anybody asking.</source>
        <translation>«Аяқталғанда чек» ешкім сұрамай-ақ басылады.</translation>
    </message>
    <message>
        <source>Whose tickets</source>
        <translation>Кімнің тапсырыстары</translation>
    </message>
    <message>
        <source>None chosen: those of all stations.</source>
        <translation>Таңдалмаса: барлық цехтікі.</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>Қосымша</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Қолданыста</translation>
    </message>
    <message>
        <source>Tells how it is</source>
        <translation>Күйін айтады</translation>
    </message>
    <message>
        <source>Opens a cash drawer</source>
        <translation>Ақша жәшігін ашады</translation>
    </message>
    <message>
        <source>Some cheap printers never tell whether they have paper: leave “Tells how it is” out.</source>
        <translation>Кейбір арзан принтерлер қағазы бар-жоғын хабарламайды: «Күйін айтады» белгісін алып тастаңыз.</translation>
    </message>
    <message>
        <source>Who takes over when it stays dead</source>
        <translation>Істен шықса, кім алмастырады</translation>
    </message>
    <message>
        <source>Nobody: papers wait</source>
        <translation>Ешкім: құжаттар күтеді</translation>
    </message>
    <message>
        <source>Takes over after</source>
        <translation>Қанша уақыттан кейін</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Unit after a number: seconds</extracomment>
        <translation> сек</translation>
    </message>
    <message>
        <source>The site does not take this name.</source>
        <translation>Сервер бұл атауды қабылдамайды.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Сақтамау</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Иә, жою</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Жою</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Өңдеуді жалғастыру</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation>Өзгерістеріңіз сақталмады.</translation>
    </message>
    <message>
        <source>Remove %1? Papers that wait for it are lost.</source>
        <translation>%1 жойылсын ба? Кезектегі құжаттары жоғалады.</translation>
    </message>
</context>
<context>
    <name>oshaq::PrinterStep</name>
    <message>
        <source>You need its address in the network, or a cable to this computer.</source>
        <translation>Оның желідегі мекенжайы немесе осы компьютерге кабель керек.</translation>
    </message>
    <message>
        <source>Set up: %1.</source>
        <translation>Бапталды: %1.</translation>
    </message>
    <message>
        <source>Set up a printer</source>
        <translation>Принтерді баптау</translation>
    </message>
    <message>
        <source>Set up another one</source>
        <translation>Тағы біреуін баптау</translation>
    </message>
    <message>
        <source>Without a printer</source>
        <translation>Принтерсіз</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Келесі</translation>
    </message>
    <message>
        <source>A printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Tickets for kitchens without a screen, and receipts for guests. Without one, everything else works.</source>
        <translation>Экраны жоқ ас үйлерге тапсырыстар, қонақтарға чектер. Принтерсіз де қалғанының бәрі жұмыс істейді.</translation>
    </message>
</context>
<context>
    <name>oshaq::PrinterText</name>
    <message>
        <source>Network</source>
        <translation>Желі</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Жүйе кезегі</translation>
    </message>
    <message>
        <source>Its address in the local network, for example 192.168.1.50. The printer prints it when its feed button is held while it is switched on.</source>
        <translation>Жергілікті желідегі мекенжайы, мысалы 192.168.1.50. Қағаз беру түймесін басып тұрып қоссаңыз, принтер оны басып шығарады.</translation>
    </message>
    <message>
        <source>The device at the computer that is the hub, for example /dev/usb/lp0.</source>
        <translation>Сервер компьютеріндегі құрылғы, мысалы /dev/usb/lp0.</translation>
    </message>
    <message>
        <source>The name of a queue of the hub&apos;s print system, for example Office_Laser.</source>
        <translation>Сервердің басып шығару жүйесіндегі кезек атауы, мысалы Office_Laser.</translation>
    </message>
    <message>
        <source>This is no address of the local network. Write one such as 192.168.1.50 or 192.168.1.50:9100.</source>
        <translation>Бұл жергілікті желі мекенжайы емес. Былай жазыңыз: 192.168.1.50 немесе 192.168.1.50:9100.</translation>
    </message>
    <message>
        <source>This is no printer&apos;s device. Write one such as /dev/usb/lp0.</source>
        <translation>Бұл принтер құрылғысы емес. Былай жазыңыз: /dev/usb/lp0.</translation>
    </message>
    <message>
        <source>This is no name of a queue. Write one such as Office_Laser, without spaces.</source>
        <translation>Бұл кезек атауы емес. Бос орынсыз жазыңыз, мысалы Office_Laser.</translation>
    </message>
    <message>
        <source>Nothing answers at its address.</source>
        <translation>Мекенжайында ештеңе жауап бермейді.</translation>
    </message>
    <message>
        <source>It is there but does not answer.</source>
        <translation>Орнында тұр, бірақ жауап бермейді.</translation>
    </message>
    <message>
        <source>It is offline.</source>
        <translation>Желіден тыс.</translation>
    </message>
    <message>
        <source>Its cover is open.</source>
        <translation>Қақпағы ашық.</translation>
    </message>
    <message>
        <source>It is out of paper.</source>
        <translation>Қағазы бітті.</translation>
    </message>
    <message>
        <source>Its cutter is stuck.</source>
        <translation>Кескіші тұрып қалды.</translation>
    </message>
    <message>
        <source>It says that it is broken.</source>
        <translation>Ақауы бар екенін хабарлады.</translation>
    </message>
    <message>
        <source>The connection broke in the middle of a paper.</source>
        <translation>Басып жатқанда байланыс үзілді.</translation>
    </message>
    <message>
        <source>The print system did not take it.</source>
        <translation>Басып шығару жүйесі оны қабылдамады.</translation>
    </message>
    <message>
        <source>Its address is not one of a printer.</source>
        <translation>Мекенжайы принтердікі емес.</translation>
    </message>
    <message>
        <source>The paper waited too long to be of use.</source>
        <translation>Құжат тым ұзақ күтті, енді керегі жоқ.</translation>
    </message>
    <message>
        <source>See whether it is on and its cable is in, then whether the address is right.</source>
        <translation>Қосулы ма, кабелі тағулы ма, содан кейін мекенжайы дұрыс па, тексеріңіз.</translation>
    </message>
    <message>
        <source>Switch it off and on. If it never tells how it is, say so in its settings.</source>
        <translation>Өшіріп, қайта қосыңыз. Күйін ешқашан хабарламаса, мұны баптауында көрсетіңіз.</translation>
    </message>
    <message>
        <source>Press its feed or online button.</source>
        <translation>Қағаз беру немесе «Online» түймесін басыңыз.</translation>
    </message>
    <message>
        <source>Close it until it clicks.</source>
        <translation>Сырт еткенше жабыңыз.</translation>
    </message>
    <message>
        <source>Put a new roll in; what waits comes out by itself.</source>
        <translation>Жаңа орам салыңыз; күтіп тұрғаны өзі шығады.</translation>
    </message>
    <message>
        <source>Switch it off, open the cover, take the paper out, and switch it on again.</source>
        <translation>Өшіріп, қақпағын ашыңыз, қағазды алып, қайта қосыңыз.</translation>
    </message>
    <message>
        <source>Switch it off and on; if it stays so, another printer has to do its work.</source>
        <translation>Өшіріп, қайта қосыңыз; түзелмесе, жұмысын басқа принтер атқарсын.</translation>
    </message>
    <message>
        <source>See whether the paper came out whole before you print it again.</source>
        <translation>Қайта баспас бұрын қағаз толық шықты ма, қараңыз.</translation>
    </message>
    <message>
        <source>Look at the queue of that name on the hub&apos;s computer.</source>
        <translation>Сервер компьютеріндегі осы атаулы кезекті қараңыз.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>Мекенжайын түзетіңіз.</translation>
    </message>
    <message>
        <source>Print it again if somebody still needs it.</source>
        <translation>Әлі керек болса, қайта басып шығарыңыз.</translation>
    </message>
    <message>
        <source>Not in use.</source>
        <translation>Қолданыста емес.</translation>
    </message>
    <message>
        <source>Does not work since %1.</source>
        <translation>Істен шықты: %1.</translation>
    </message>
    <message>
        <source>Works. Last paper at %1.</source>
        <translation>Жұмыс істейді. Соңғы құжат: %1.</translation>
    </message>
    <message>
        <source>Has printed nothing yet: print a test page.</source>
        <translation>Әлі ештеңе басқан жоқ: сынақ бетін басып шығарыңыз.</translation>
    </message>
    <message>
        <source>1 paper waits for it.</source>
        <translation>Кезегінде 1 құжат бар.</translation>
    </message>
    <message numerus="yes">
        <source>%n papers wait for it.</source>
        <translation>
            <numerusform>Кезегінде %n құжат бар.</numerusform>
            <numerusform>Кезегінде %n құжат бар.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 мм</translation>
    </message>
    <message>
        <source>Tickets of all stations</source>
        <translation>Барлық цех тапсырыстары</translation>
    </message>
    <message>
        <source>Tickets: %1</source>
        <translation>Тапсырыстар: %1</translation>
    </message>
    <message>
        <source>Receipts, by itself when an order is completed</source>
        <translation>Чектер, тапсырыс аяқталғанда өздігінен</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Чектер</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>Ақша жәшігі</translation>
    </message>
    <message>
        <source>Prints nothing by itself</source>
        <translation>Өздігінен ештеңе баспайды</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Тапсырыс</translation>
    </message>
    <message>
        <source>Change of a ticket</source>
        <translation>Тапсырыс өзгерісі</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Чек</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Сынақ беті</translation>
    </message>
    <message>
        <source>Waits since %1.</source>
        <translation>Кезекке тұрды: %1.</translation>
    </message>
    <message>
        <source>Is being printed.</source>
        <translation>Басылып жатыр.</translation>
    </message>
    <message>
        <source>Printed at %1.</source>
        <translation>Басылды: %1.</translation>
    </message>
    <message>
        <source>There may be two of it.</source>
        <translation>Екеу болып шығуы мүмкін.</translation>
    </message>
    <message>
        <source>Given up at %1.</source>
        <translation>Тоқтатылды: %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Жойылды.</translation>
    </message>
    <message>
        <source>Somebody changed this printer meanwhile. Close this and open it again to see how it is now.</source>
        <translation>Бұл принтерді осы арада біреу өзгертті. Қазіргі күйін көру үшін мұны жауып, қайта ашыңыз.</translation>
    </message>
    <message>
        <source>Another printer hands its papers to this one: change that first.</source>
        <translation>Басқа принтер құжаттарын осыған береді: алдымен соны өзгертіңіз.</translation>
    </message>
    <message>
        <source>There is a printer of this name already: choose another name.</source>
        <translation>Мұндай атаулы принтер бар: басқа атау таңдаңыз.</translation>
    </message>
    <message>
        <source>This printer cannot do that, or the paper has ended already.</source>
        <translation>Бұл принтер олай істей алмайды немесе құжат аяқталып қойған.</translation>
    </message>
    <message>
        <source>The site does not know this printer or paper any more.</source>
        <translation>Сервер бұл принтерді немесе құжатты енді білмейді.</translation>
    </message>
    <message>
        <source>Day-end report</source>
        <translation>Күндік есеп</translation>
    </message>
</context>
<context>
    <name>oshaq::PrintersSection</name>
    <message>
        <source>Add a printer</source>
        <translation>Принтер қосу</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Құжаттар</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>The printers are not known</source>
        <translation>Принтерлер белгісіз</translation>
    </message>
    <message>
        <source>Asking for the printers</source>
        <translation>Принтерлер сұралуда</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Бір сәт.</translation>
    </message>
    <message>
        <source>No printers yet</source>
        <translation>Әзірше принтер жоқ</translation>
    </message>
    <message>
        <source>Kitchens without a screen get their tickets on paper, and guests their receipts.</source>
        <translation>Экраны жоқ ас үйге тапсырыс, қонаққа чек қағазға басылады.</translation>
    </message>
    <message>
        <source>As it was at %1. %2</source>
        <translation>%1 кезіндегі деректер. %2</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Принтерлер</translation>
    </message>
    <message>
        <source>What prints tickets and receipts of this site, and how it is.</source>
        <translation>Тапсырыс пен чек басатын құрылғылар және олардың күйі.</translation>
    </message>
</context>
<context>
    <name>oshaq::PromiseField</name>
    <message>
        <source>Promised</source>
        <translation>Мерзімі</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Жоқ</translation>
    </message>
    <message>
        <source>No promise</source>
        <translation>Мерзімсіз</translation>
    </message>
    <message>
        <source>In %1 minutes</source>
        <translation>%1 минуттан кейін</translation>
    </message>
    <message>
        <source>or at: 20:30</source>
        <translation>не уақыты: 20:30</translation>
    </message>
    <message>
        <source>Promised at</source>
        <translation>Мерзім уақыты</translation>
    </message>
</context>
<context>
    <name>oshaq::RangeCalendar</name>
    <message>
        <source>Month before</source>
        <translation>Алдыңғы ай</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Келесі ай</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Күнтізбе</translation>
    </message>
    <message>
        <source>Chosen: %1 to %2</source>
        <translation>Таңдалды: %1 – %2</translation>
    </message>
</context>
<context>
    <name>oshaq::RangeSheet</name>
    <message>
        <source>Which days</source>
        <translation>Қай күндер</translation>
    </message>
    <message>
        <source>Usual ranges</source>
        <translation>Әдеттегі аралықтар</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Осы күндерді көрсету</translation>
    </message>
    <message>
        <source>1 business day</source>
        <translation>1 жұмыс күні</translation>
    </message>
    <message numerus="yes">
        <source>%n business days</source>
        <translation>
            <numerusform>%n жұмыс күні</numerusform>
            <numerusform>%n жұмыс күні</numerusform>
        </translation>
    </message>
    <message>
        <source>now touch the other end</source>
        <translation>енді екінші шетін түртіңіз</translation>
    </message>
</context>
<context>
    <name>oshaq::ReasonSheet</name>
    <message>
        <source>Another reason</source>
        <translation>Басқа себеп</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Жалғастыру</translation>
    </message>
    <message>
        <source>Choose a reason or write one.</source>
        <translation>Себепті таңдаңыз немесе жазыңыз.</translation>
    </message>
</context>
<context>
    <name>oshaq::RefundSheet</name>
    <message>
        <source>Give money back</source>
        <translation>Ақша қайтару</translation>
    </message>
    <message>
        <source>Give money back for %1</source>
        <translation>%1 үшін ақша қайтару</translation>
    </message>
    <message>
        <source>How much goes back</source>
        <translation>Қанша қайтарылады</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>Жиі себептер</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Неге</translation>
    </message>
    <message>
        <source>The dish was not right</source>
        <translation>Тағам дұрыс болмады</translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation>Ұзақ күттірді</translation>
    </message>
    <message>
        <source>Charged by mistake</source>
        <translation>Қателесіп алынды</translation>
    </message>
    <message>
        <source>The guest changed their mind</source>
        <translation>Қонақ ойын өзгертті</translation>
    </message>
    <message>
        <source>Asking for the payments so far…</source>
        <translation>Бұған дейінгі төлемдер сұралуда…</translation>
    </message>
    <message>
        <source>Nothing was paid for this order.</source>
        <translation>Бұл тапсырыс үшін төленбеген.</translation>
    </message>
    <message>
        <source>Nothing of it can be given back any more.</source>
        <translation>Қайтаратын ештеңе қалмады.</translation>
    </message>
    <message>
        <source>Which payment goes back?</source>
        <translation>Қай төлем қайтарылады?</translation>
    </message>
    <message>
        <source>tip %1</source>
        <translation>шайпұл %1</translation>
    </message>
    <message>
        <source>slip %1</source>
        <translation>чек %1</translation>
    </message>
    <message>
        <source>%1 is on its way back: %2</source>
        <translation>%1 қайтарылуда: %2</translation>
    </message>
    <message>
        <source>the bank does not give %1 back</source>
        <translation>банк %1 қайтармайды</translation>
    </message>
    <message>
        <source>given back %1: %2</source>
        <translation>қайтарылды %1: %2</translation>
    </message>
    <message>
        <source>Up to %1 of it can go back.</source>
        <translation>%1 дейін қайтаруға болады.</translation>
    </message>
    <message>
        <source>The counter gives back up to %1 of one payment; for more ask a manager.</source>
        <translation>Касса бір төлемнен %1 дейін қайтарады; артығын басқарушыдан сұраңыз.</translation>
    </message>
    <message>
        <source>It is cash: take it out of the drawer and hand it over.</source>
        <translation>Бұл қолма-қол ақша: жәшіктен алып беріңіз.</translation>
    </message>
    <message>
        <source>Give it back on the card reader; here it is only written down.</source>
        <translation>Терминалда қайтарыңыз; мұнда тек жазылады.</translation>
    </message>
    <message>
        <source>The bank gives it back to the guest&apos;s card; that can take some days.</source>
        <translation>Банк қонақ картасына қайтарады; бұл бірнеше күн алуы мүмкін.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Қайта сұрау</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>Give %1 back</source>
        <translation>%1 қайтару</translation>
    </message>
    <message>
        <source>Write an amount, such as %1.</source>
        <translation>Соманы жазыңыз, мысалы %1.</translation>
    </message>
    <message>
        <source>You can give back %1; for more ask a manager.</source>
        <translation>Сіз %1 қайтара аласыз; артығын басқарушыдан сұраңыз.</translation>
    </message>
    <message>
        <source>No more than %1 is left of it.</source>
        <translation>Одан %1 артық қалмады.</translation>
    </message>
    <message>
        <source>Choose a reason or write one.</source>
        <translation>Себепті таңдаңыз немесе жазыңыз.</translation>
    </message>
    <message>
        <source>Writing it down at the site…</source>
        <translation>Серверге жазылуда…</translation>
    </message>
    <message>
        <source>The bank is asked to give %1 back.</source>
        <translation>Банктен %1 қайтару сұралды.</translation>
    </message>
    <message>
        <source>Written down. Hand over %1.</source>
        <translation>Жазылды. %1 беріңіз.</translation>
    </message>
    <message>
        <source>Given back: %1.</source>
        <translation>Қайтарылды: %1.</translation>
    </message>
    <message>
        <source>Less than that is left of it: somebody may have given it back meanwhile.</source>
        <translation>Одан аз қалды: біреу қайтарып үлгерген болуы мүмкін.</translation>
    </message>
    <message>
        <source>What you typed stays; nothing goes back twice.</source>
        <translation>Терілгені қалады; ештеңе екі рет қайтарылмайды.</translation>
    </message>
</context>
<context>
    <name>oshaq::ReplicaText</name>
    <message>
        <source>Has the hub really stopped? This computer takes its place, and the hub follows it when it is back.</source>
        <translation>Сервер шынымен тоқтады ма? Бұл компьютер оның орнын басады, ал сервер қайтып келгенде қосалқы болады.</translation>
    </message>
    <message>
        <source>The hub does not answer. This computer has its record and can take its place.</source>
        <translation>Сервер жауап бермейді. Бұл компьютерде барлық жазба бар, ол сервердің орнын баса алады.</translation>
    </message>
    <message>
        <source>Yes, make this the hub</source>
        <translation>Иә, осы сервер болсын</translation>
    </message>
    <message>
        <source>Make this computer the hub</source>
        <translation>Бұл компьютерді сервер ету</translation>
    </message>
    <message>
        <source>What the other hub alone has goes into a file there, for people to enter again.</source>
        <translation>Тек екінші серверде бар нәрсе сонда файлға сақталады, кейін қайта енгізіледі.</translation>
    </message>
    <message>
        <source>Two computers are the hub, and each has orders that the other lacks. A manager says which one goes on.</source>
        <translation>Екі компьютер де сервер болып тұр, әрқайсысында екіншісінде жоқ тапсырыс бар. Қайсысы қалатынын менеджер айтады.</translation>
    </message>
    <message>
        <source>Yes, this one goes on</source>
        <translation>Иә, осысы қалады</translation>
    </message>
    <message>
        <source>This one goes on</source>
        <translation>Осысы қалады</translation>
    </message>
    <message>
        <source>Nobody takes orders here: another computer became the hub.</source>
        <translation>Мұнда тапсырыс қабылданбайды: басқа компьютер сервер болды.</translation>
    </message>
    <message>
        <source>From now on everything is on the hub alone, until the standby is back.</source>
        <translation>Енді қосалқы компьютер қайтқанша бәрі тек серверде болады.</translation>
    </message>
    <message>
        <source>Nobody takes orders: the standby cannot be reached.</source>
        <translation>Тапсырыс қабылданбайды: қосалқы компьютер байланыста жоқ.</translation>
    </message>
    <message>
        <source>Yes, go on alone</source>
        <translation>Иә, жалғыз жұмыс істесін</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Онсыз жұмыс істеу</translation>
    </message>
    <message>
        <source>The hub goes on alone: what is done now is on one computer only.</source>
        <translation>Сервер жалғыз жұмыс істейді: қазір істелгені бір ғана компьютерде.</translation>
    </message>
    <message>
        <source>Wait for the standby again</source>
        <translation>Қосалқыны қайта күту</translation>
    </message>
    <message>
        <source>There is no standby: the record is on one computer only.</source>
        <translation>Қосалқы компьютер жоқ: жазбалар бір ғана компьютерде.</translation>
    </message>
    <message>
        <source>Every order waits until the standby has it too. Nothing is lost when the hub breaks.</source>
        <translation>Әр тапсырыс қосалқы компьютерге де жазылғанша күтеді. Сервер бұзылса, ештеңе жоғалмайды.</translation>
    </message>
    <message>
        <source>The standby follows when it can. When the hub breaks, the last orders may be on it alone.</source>
        <translation>Қосалқы компьютер мүмкіндігінше ілеседі. Сервер бұзылса, соңғы тапсырыстар тек соның өзінде қалуы мүмкін.</translation>
    </message>
    <message>
        <source>Two computers are the hub. Go on alone at the one that is right: the other one follows it then.</source>
        <translation>Екі компьютер де сервер болып тұр. Дұрысында «Жалғыз жұмыс істеу» түймесін басыңыз: екіншісі қосалқы болады.</translation>
    </message>
    <message>
        <source>Another computer became the hub. This one takes no orders any more.</source>
        <translation>Басқа компьютер сервер болды. Бұл енді тапсырыс қабылдамайды.</translation>
    </message>
    <message>
        <source>It follows the hub and takes no orders itself.</source>
        <translation>Ол серверге ілеседі, өзі тапсырыс қабылдамайды.</translation>
    </message>
    <message>
        <source>The hub goes on alone until its standby has everything.</source>
        <translation>Қосалқы компьютер бәрін алғанша сервер жалғыз жұмыс істейді.</translation>
    </message>
    <message>
        <source>Nobody takes orders: the hub&apos;s record is damaged and has to be restored from a backup.</source>
        <translation>Тапсырыстар қабылданбайды: сервердің жазбалары бүлінген, оларды сақтық көшірмеден қалпына келтіру керек.</translation>
    </message>
    <message>
        <source>What is done here is kept and sent later.</source>
        <translation>Осында жасалғанның бәрі сақталады және кейін жіберіледі.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: its disk is full. Make room there; it goes on by itself.</source>
        <translation>Сервер тапсырыстарды жаза алмайды: дискісі толды. Орын босатыңыз — ол өзі жалғастырады.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: its disk takes no writes. Somebody has to look at it, or the standby takes over.</source>
        <translation>Сервер тапсырыстарды жаза алмайды: дискісі жазуды қабылдамайды. Дискіні тексеру керек, немесе орнына қосалқы компьютер өтеді.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: its disk reports errors. It tries again by itself; when this stays, the standby takes over, or a backup is restored on another disk.</source>
        <translation>Сервер тапсырыстарды жаза алмайды: дискісі қателер береді. Ол өзі қайта тырысады; бұл өтпесе, орнына қосалқы компьютер өтеді немесе сақтық көшірме басқа дискіде қалпына келтіріледі.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: its record is damaged. The standby takes over, or the newest backup is restored.</source>
        <translation>Сервер тапсырыстарды жаза алмайды: дерекқоры бүлінген. Орнына қосалқы компьютер өтеді, немесе соңғы сақтық көшірме қалпына келтіріледі.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: a file of its record was taken away. Put it back and start the hub again, or restore the newest backup.</source>
        <translation>Сервер тапсырыстарды жаза алмайды: дерекқорының файлы алынып тасталған. Оны орнына қойып, серверді қайта іске қосыңыз немесе соңғы сақтық көшірмені қалпына келтіріңіз.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: its computer has no memory left. Close other programs there.</source>
        <translation>Сервер тапсырыстарды жаза алмайды: компьютерінде жад қалмады. Онда басқа бағдарламаларды жабыңыз.</translation>
    </message>
    <message>
        <source>The hub cannot store orders. Somebody has to look at its computer.</source>
        <translation>Сервер тапсырыстарды жаза алмайды. Оның компьютерін тексеру керек.</translation>
    </message>
</context>
<context>
    <name>oshaq::RestaurantStep</name>
    <message>
        <source>Name</source>
        <translation>Атауы</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Уақыт белдеуі</translation>
    </message>
    <message>
        <source>The clock that the restaurant lives by, such as Asia/Almaty.</source>
        <translation>Мейрамхана қай уақытпен жұмыс істейді, мысалы Asia/Almaty.</translation>
    </message>
    <message>
        <source>Give it a name, or skip this step.</source>
        <translation>Атауын беріңіз немесе бұл қадамды өткізіп жіберіңіз.</translation>
    </message>
    <message>
        <source>A time zone such as Asia/Almaty: part of the earth, slash, city.</source>
        <translation>Уақыт белдеуі, мысалы Asia/Almaty: дүние бөлігі, қиғаш сызық, қала.</translation>
    </message>
    <message>
        <source>Your restaurant</source>
        <translation>Сіздің мейрамханаңыз</translation>
    </message>
    <message>
        <source>The name stands on receipts. The currency stays as it is once there are orders.</source>
        <translation>Атауы чектерге басылады. Тапсырыстар болған соң валюта өзгермейді.</translation>
    </message>
</context>
<context>
    <name>oshaq::RuleRow</name>
    <message>
        <source>Yes</source>
        <translation>Иә</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Жоқ</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Сақталуда …</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сақталды.</translation>
    </message>
    <message>
        <source>By default: %1.</source>
        <translation>Әдепкісі: %1.</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Әдепкіге қайтару</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1: әдепкіге қайтару</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>Қайтару: %1</translation>
    </message>
    <message>
        <source>%1: put back %2</source>
        <translation>%1: %2 мәнін қайтару</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile: it is %1 now.</source>
        <translation>Осы арада мұны басқа біреу өзгертті: қазір %1.</translation>
    </message>
</context>
<context>
    <name>oshaq::ScreenText</name>
    <message>
        <source>%1 s</source>
        <extracomment>A length of time: seconds</extracomment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A length of time: minutes</extracomment>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>A length of time: hours</extracomment>
        <translation>%1 сағ</translation>
    </message>
    <message>
        <source>%1: not seen for %2.</source>
        <extracomment>%1: name of a screen, %2: a length of time</extracomment>
        <translation>%1: %2 жауап жоқ.</translation>
    </message>
    <message>
        <source>%1: %2 behind.</source>
        <extracomment>%1: name of a screen, %2: a length of time</extracomment>
        <translation>%1: %2 артта қалды.</translation>
    </message>
    <message>
        <source>%1: does not draw its tickets.</source>
        <extracomment>%1: name of a screen</extracomment>
        <translation>%1: тапсырыстарын көрсетпейді.</translation>
    </message>
    <message>
        <source>1 more screen is like that.</source>
        <translation>Тағы 1 экран сондай.</translation>
    </message>
    <message numerus="yes">
        <source>%n more screens are like that.</source>
        <translation>
            <numerusform>Тағы %n экран сондай.</numerusform>
            <numerusform>Тағы %n экран сондай.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets may stand there unseen: look at it.</source>
        <translation>Онда көрінбеген тапсырыс болуы мүмкін: қараңыз.</translation>
    </message>
    <message>
        <source>This screen is %1 behind: what happened since then is not on it yet.</source>
        <translation>Бұл экран %1 артта: содан бергі өзгерістер әлі жоқ.</translation>
    </message>
    <message>
        <source>A ticket has been here for %1 and is not in sight: go back to the tickets.</source>
        <translation>Тапсырыс %1 бойы осында, бірақ көрінбейді: тапсырыстарға оралыңыз.</translation>
    </message>
    <message>
        <source>The site&apos;s program is older than this screen&apos;s: ask a manager to update the site&apos;s computer.</source>
        <translation>Сервердің бағдарламасы бұл экрандікінен ескі: менеджерден серверді жаңартуды сұраңыз.</translation>
    </message>
    <message>
        <source>The site runs version %1, which is older than this screen&apos;s: ask a manager to update the site&apos;s computer.</source>
        <translation>Сервердегі %1 нұсқасы бұл экрандікінен ескі: менеджерден серверді жаңартуды сұраңыз.</translation>
    </message>
    <message>
        <source>This screen needs a newer version of its program: ask a manager to update it.</source>
        <translation>Бұл экранға бағдарламаның жаңарақ нұсқасы керек: менеджерден жаңартуды сұраңыз.</translation>
    </message>
    <message>
        <source>This screen needs version %1: ask a manager to update it.</source>
        <translation>Бұл экранға %1 нұсқасы керек: менеджерден жаңартуды сұраңыз.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Байланыста</translation>
    </message>
    <message>
        <source>In touch</source>
        <extracomment>A screen that answers, but what it shows is old</extracomment>
        <translation>Жауап береді</translation>
    </message>
    <message>
        <source>Last seen at %1</source>
        <translation>Соңғы байланыс: %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>%1 нұсқасы</translation>
    </message>
    <message>
        <source>1 refusal not looked at</source>
        <translation>1 бас тарту қаралмаған</translation>
    </message>
    <message numerus="yes">
        <source>%n refusals not looked at</source>
        <translation>
            <numerusform>%n бас тарту қаралмаған</numerusform>
            <numerusform>%n бас тарту қаралмаған</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 behind</source>
        <extracomment>How old what a screen shows may be</extracomment>
        <translation>ең көбі %1 артта</translation>
    </message>
    <message>
        <source>on screen in %1 ms (p95)</source>
        <extracomment>95 of 100 tickets were on that screen in this time</extracomment>
        <translation>%1 мс ішінде көрсетіледі (p95)</translation>
    </message>
    <message>
        <source>clock right</source>
        <translation>сағаты дұрыс</translation>
    </message>
    <message>
        <source>Its clock is %1 ahead.</source>
        <translation>Сағаты %1 алда.</translation>
    </message>
    <message>
        <source>Its clock is %1 behind.</source>
        <translation>Сағаты %1 артта.</translation>
    </message>
    <message>
        <source>Times on it are right all the same.</source>
        <translation>Ондағы уақыт бәрібір дұрыс.</translation>
    </message>
    <message>
        <source>1 more open order, the oldest one, is not shown here: close what is long over.</source>
        <translation>Тағы 1 ашық тапсырыс, ең ескісі, мұнда көрсетілмеген: әлдеқашан біткенін жабыңыз.</translation>
    </message>
    <message numerus="yes">
        <source>%n more open orders, the oldest ones, are not shown here: close what is long over.</source>
        <translation>
            <numerusform>Тағы %n ашық тапсырыс, ең ескілері, мұнда көрсетілмеген: әлдеқашан біткенін жабыңыз.</numerusform>
            <numerusform>Тағы %n ашық тапсырыс, ең ескілері, мұнда көрсетілмеген: әлдеқашан біткенін жабыңыз.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oshaq::ScreensSection</name>
    <message>
        <source>The screens are not known</source>
        <translation>Экрандар белгісіз</translation>
    </message>
    <message>
        <source>Asking for the screens</source>
        <translation>Экрандар сұралуда</translation>
    </message>
    <message>
        <source>No screens yet</source>
        <translation>Әзірше экран жоқ</translation>
    </message>
    <message>
        <source>Each kitchen screen and each counter is a screen of its own.</source>
        <translation>Әр ас үй экраны мен әр касса — жеке экран.</translation>
    </message>
    <message>
        <source>Let a new screen in</source>
        <translation>Жаңа экран қосу</translation>
    </message>
    <message>
        <source>shows %1</source>
        <translation>көрсетеді: %1</translation>
    </message>
    <message>
        <source>numbers its own orders %1-001</source>
        <translation>өз тапсырыстарының нөмірі: %1-001</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Өңдеу</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Өңдеу: %1</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>Барлық цех</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Sign out and remove</source>
        <translation>Ажыратып, жою</translation>
    </message>
    <message>
        <source>%1 is signed out at once and for good. What it still had to send stays on it. Its letter is never used again.</source>
        <translation>%1: экран бірден және біржола ажыратылады. Жіберіп үлгермегені өзінде қалады. Оның әрпі енді қолданылмайды.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Атауы</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>Не рұқсат</translation>
    </message>
    <message>
        <source>Holds from its next request on, whoever stands at it.</source>
        <translation>Экран алдында кім тұрса да, келесі сұраудан бастап қолданылады.</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Tickets of that station count as seen there.</source>
        <translation>Осы цехтың тапсырыстары сонда көрілді деп саналады.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Атау беріңіз.</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Экрандар</translation>
    </message>
    <message>
        <source>The screens of this site: what each may do, and how a new one comes in.</source>
        <translation>Осы сервердің экрандары: әрқайсысына не рұқсат және жаңасы қалай қосылады.</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Әлі байланысқа шықпаған</translation>
    </message>
</context>
<context>
    <name>oshaq::ScreensStep</name>
    <message>
        <source>Who reaches this computer</source>
        <translation>Бұл компьютерге кім қосылады</translation>
    </message>
    <message>
        <source>Only this computer</source>
        <translation>Тек осы компьютер</translation>
    </message>
    <message>
        <source>Other screens and phones too</source>
        <translation>Басқа экрандар мен телефондар да</translation>
    </message>
    <message>
        <source>Orders are taken and cooked at this computer. This can be changed later.</source>
        <translation>Тапсырыстар осы компьютерде қабылданып, дайындалады. Мұны кейін өзгертуге болады.</translation>
    </message>
    <message>
        <source>From the next start on they reach it through your own network, and what is sent is encrypted. A new screen comes in by a code, which the settings show under &quot;Screens&quot;.</source>
        <translation>Келесі іске қосқаннан бастап олар өз желіңіз арқылы қосылады, ал жіберілетіннің бәрі шифрланады. Жаңа экран код арқылы кіреді, оны баптаулардағы «Экрандар» тақырыбы көрсетеді.</translation>
    </message>
    <message>
        <source>They reach it at %1. A new screen comes in by a code, which the settings show under &quot;Screens&quot;.</source>
        <translation>Олардың қосылу мекенжайы: %1. Жаңа экран код арқылы кіреді, оны баптаулардағы «Экрандар» тақырыбы көрсетеді.</translation>
    </message>
    <message>
        <source>That could not be written down: %1</source>
        <translation>Жазу мүмкін болмады: %1</translation>
    </message>
    <message>
        <source>Phones and other screens</source>
        <translation>Телефондар және басқа экрандар</translation>
    </message>
    <message>
        <source>A kitchen screen, a counter, and guests who order with their phones at the table.</source>
        <translation>Ас үй экраны, касса және үстелде телефонымен тапсырыс беретін қонақтар.</translation>
    </message>
</context>
<context>
    <name>oshaq::SecretForm</name>
    <message>
        <source>Type it once more, so that a slip is noticed.</source>
        <translation>Қатені байқау үшін тағы бір рет теріңіз.</translation>
    </message>
    <message>
        <source>This is not the same. Type both again, or show them.</source>
        <translation>Сәйкес емес. Екеуін де қайта теріңіз немесе көрсетіңіз.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Құпиясөз</translation>
    </message>
    <message>
        <source>Has one. Nobody can read it, only change it.</source>
        <translation>Бар. Оны ешкім оқи алмайды, тек өзгертуге болады.</translation>
    </message>
    <message>
        <source>Has none.</source>
        <translation>Жоқ.</translation>
    </message>
    <message>
        <source>Has one, for other programs and the office.</source>
        <translation>Бар, басқа бағдарламалар мен кеңсе үшін.</translation>
    </message>
    <message>
        <source>Has none. Only needed to sign in elsewhere than at a screen.</source>
        <translation>Жоқ. Экраннан басқа жерде кіру үшін ғана керек.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>PIN-ді өзгерту</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Құпиясөзді өзгерту</translation>
    </message>
    <message>
        <source>Give a PIN</source>
        <translation>PIN беру</translation>
    </message>
    <message>
        <source>Give a password</source>
        <translation>Құпиясөз беру</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Алып тастау</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>PIN-ді алып тастау</translation>
    </message>
    <message>
        <source>Take the password away</source>
        <translation>Құпиясөзді алып тастау</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Жаңа PIN</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Жаңа құпиясөз</translation>
    </message>
    <message>
        <source>%1 to %2 digits, and none that everybody tries first.</source>
        <translation>%1–%2 цифр, бірақ жұрт бірінші теретіні емес.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Кемінде %1 таңба.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Тағы бір рет</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Көрсету</translation>
    </message>
    <message>
        <source>Show the PIN</source>
        <translation>PIN-ді көрсету</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Құпиясөзді көрсету</translation>
    </message>
    <message>
        <source>Suggest one</source>
        <translation>Ұсыну</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Сол күйінде қалдыру</translation>
    </message>
    <message>
        <source>Save the PIN</source>
        <translation>PIN-ді сақтау</translation>
    </message>
    <message>
        <source>Save the password</source>
        <translation>Құпиясөзді сақтау</translation>
    </message>
</context>
<context>
    <name>oshaq::SelectionBar</name>
    <message>
        <source>1 chosen</source>
        <translation>Таңдалды: 1</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>Таңдалды: %n</numerusform>
            <numerusform>Таңдалды: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit several</source>
        <translation>Бірге өңдеу</translation>
    </message>
    <message>
        <source>Change prices</source>
        <translation>Бағаны өзгерту</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Қайтару</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Ауыстыру…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Жою</translation>
    </message>
    <message>
        <source>Choose no more</source>
        <translation>Таңдауды алу</translation>
    </message>
    <message>
        <source>Choose no more (Esc)</source>
        <translation>Таңдауды алу (Esc)</translation>
    </message>
</context>
<context>
    <name>oshaq::SettingText</name>
    <message>
        <source>Name of the restaurant</source>
        <translation>Мейрамхана атауы</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Уақыт белдеуі</translation>
    </message>
    <message>
        <source>Start of the business day</source>
        <translation>Жұмыс күнінің басы</translation>
    </message>
    <message>
        <source>Price of a delivery</source>
        <translation>Жеткізу бағасы</translation>
    </message>
    <message>
        <source>Tax inside the prices</source>
        <translation>Бағадағы салық</translation>
    </message>
    <message>
        <source>Name of the tax</source>
        <translation>Салық атауы</translation>
    </message>
    <message>
        <source>Accept new orders at once</source>
        <translation>Жаңа тапсырысты бірден қабылдау</translation>
    </message>
    <message>
        <source>Keep orders for</source>
        <translation>Тапсырысты сақтау мерзімі</translation>
    </message>
    <message>
        <source>Stands on receipts and screens.</source>
        <translation>Чектер мен экрандарда тұрады.</translation>
    </message>
    <message>
        <source>Three letters, such as KZT. It stays as it is once there are orders. Only the owner changes it.</source>
        <translation>Үш әріп, мысалы KZT. Тапсырыс түскен соң өзгермейді. Тек иесі өзгертеді.</translation>
    </message>
    <message>
        <source>The clock that the restaurant lives by, such as Asia/Almaty. Only the owner changes it.</source>
        <translation>Мейрамхана жұмыс істейтін уақыт, мысалы Asia/Almaty. Тек иесі өзгертеді.</translation>
    </message>
    <message>
        <source>An order after midnight belongs to the evening before until then. Only the owner changes it.</source>
        <translation>Осы уақытқа дейін түн ортасынан кейінгі тапсырыс алдыңғы кешке жатады. Тек иесі өзгертеді.</translation>
    </message>
    <message>
        <source>How much of a price is tax, in percent; it stands on receipts and in reports. Orders that were taken keep theirs. Only the owner changes it.</source>
        <translation>Бағаның қанша пайызы салық; чектер мен есептерде тұрады. Қабылданған тапсырыста бұрынғысы қалады. Тек иесі өзгертеді.</translation>
    </message>
    <message>
        <source>What receipts call it, such as VAT.</source>
        <translation>Чекте қалай аталады, мысалы ҚҚС.</translation>
    </message>
    <message>
        <source>The kitchen sees a new order as accepted without anybody pressing a button.</source>
        <translation>Жаңа тапсырыс ас үйде бірден қабылданған болып шығады, түйме басу керек емес.</translation>
    </message>
    <message>
        <source>Years for which orders are kept at least; cleaning up never goes below. Only the owner changes it.</source>
        <translation>Тапсырыс кемінде неше жыл сақталады; тазалау бұдан ертерек жоймайды. Тек иесі өзгертеді.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Иә</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Жоқ</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>бос</translation>
    </message>
    <message>
        <source>no tax</source>
        <translation>салықсыз</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n жыл</numerusform>
            <numerusform>%n жыл</numerusform>
        </translation>
    </message>
    <message>
        <source>An amount such as %1.</source>
        <translation>Сома, мысалы %1.</translation>
    </message>
    <message>
        <source>Percent from 0 to 100, such as 12.</source>
        <translation>0 мен 100 арасындағы пайыз, мысалы 12.</translation>
    </message>
    <message>
        <source>A time zone such as Asia/Almaty: part of the earth, slash, city.</source>
        <translation>Уақыт белдеуі, мысалы Asia/Almaty: дүние бөлігі, қиғаш сызық, қала.</translation>
    </message>
    <message>
        <source>The three letters of a currency, such as KZT.</source>
        <translation>Валютаның үш әрпі, мысалы KZT.</translation>
    </message>
    <message>
        <source>It may not be empty, and at most %1 characters.</source>
        <translation>Бос болмауы керек, ең көбі %1 таңба.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Ең көбі %1 таңба.</translation>
    </message>
    <message>
        <source>A time of day such as 04:00.</source>
        <translation>Тәулік уақыты, мысалы 04:00.</translation>
    </message>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>Сан: %1–%2.</translation>
    </message>
    <message>
        <source>Everything, as the owner</source>
        <translation>Иесі сияқты, бәрі</translation>
    </message>
    <message>
        <source>Everything but what is the owner&apos;s</source>
        <translation>Иесінің ісінен басқасының бәрі</translation>
    </message>
    <message>
        <source>Kitchen: see and make tickets</source>
        <translation>Ас үй: тапсырысты көру және дайындау</translation>
    </message>
    <message>
        <source>Counter: take orders and money</source>
        <translation>Касса: тапсырыс пен ақша қабылдау</translation>
    </message>
    <message>
        <source>Courier: bring orders to guests</source>
        <translation>Курьер: тапсырысты қонаққа жеткізу</translation>
    </message>
    <message>
        <source>screen %1</source>
        <translation>экран %1</translation>
    </message>
    <message>
        <source>person %1</source>
        <translation>қызметкер %1</translation>
    </message>
    <message>
        <source>the owner&apos;s token</source>
        <translation>иесінің токені</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 сек</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 сек</translation>
    </message>
    <message>
        <source>Alarm for tickets on no screen</source>
        <translation>Экранда жоқ тапсырыс туралы дабыл</translation>
    </message>
    <message>
        <source>Printer for tickets on no screen</source>
        <translation>Экранда жоқ тапсырысқа арналған принтер</translation>
    </message>
    <message>
        <source>After so many seconds without any kitchen screen of its station showing it, a ticket is an alarm on every screen and goes to paper. 0 switches it off.</source>
        <translation>Осынша секунд бойы тапсырыс цехының бірде-бір экранында көрсетілмесе, барлық экранда дабыл болады, тапсырыс қағазға басылады. 0 — өшірулі.</translation>
    </message>
    <message>
        <source>The name of the printer that such a ticket goes to. Empty: the station&apos;s own printer, or the first that prints kitchen tickets.</source>
        <translation>Мұндай тапсырыс басылатын принтердің атауы. Бос: цехтың өз принтері немесе ас үй тапсырысын басатын бірінші принтер.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>өшірулі</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1 кейін</translation>
    </message>
    <message>
        <source>A number from %1 to %2, or 0 for off.</source>
        <translation>%1–%2 аралығындағы сан, өшіру үшін 0.</translation>
    </message>
    <message>
        <source>Where couriers start</source>
        <translation>Курьерлер қайдан шығады</translation>
    </message>
    <message>
        <source>What a guest pays for a delivery on top of the dishes where no zone says something else. Orders that were taken keep theirs.</source>
        <translation>Аймақ басқаша демесе, қонақ тағамға қоса жеткізуге қанша төлейді. Қабылданған тапсырыстарда өзгермейді.</translation>
    </message>
    <message>
        <source>Latitude and longitude of the house, such as 43.238949, 76.889709. Zones by distance are measured from there.</source>
        <translation>Үйдің ендігі мен бойлығы, мысалы 43.238949, 76.889709. Қашықтық аймақтары содан өлшенеді.</translation>
    </message>
    <message>
        <source>Forget guests after</source>
        <translation>Қонақтарды ұмыту мерзімі</translation>
    </message>
    <message>
        <source>Months without an order after which a guest&apos;s name, phone, addresses and notes are erased; the orders stay, as nobody&apos;s. 0 keeps them. Only the owner changes it.</source>
        <translation>Тапсырыссыз қанша айдан кейін қонақтың аты, телефоны, мекенжайлары мен жазбалары өшіріледі; тапсырыстар иесіз қалады. 0 — өшірмеу. Тек иесі өзгертеді.</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n ай</numerusform>
            <numerusform>%n ай</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oshaq::SettingsPage</name>
    <message>
        <source>Up</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Another subject, while the list has the keyboard</source>
        <translation>Басқа тақырып, тізім таңдалып тұрғанда</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Into the subject</source>
        <translation>Тақырыпқа кіру</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>To the next setting</source>
        <translation>Келесі баптауға</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close what is open, then back to the page before</source>
        <translation>Ашық тұрғанды жабу, содан кейін алдыңғы бөлімге</translation>
    </message>
    <message>
        <source>Subjects of the settings</source>
        <translation>Баптау тақырыптары</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Баптаулар</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Баптауды іздеу</translation>
    </message>
    <message>
        <source>Nothing here is called so.</source>
        <translation>Мұнда мұндай атау жоқ.</translation>
    </message>
</context>
<context>
    <name>oshaq::SetupChecklist</name>
    <message>
        <source>Name the restaurant</source>
        <translation>Мейрамханаға атау беру</translation>
    </message>
    <message>
        <source>Bring in your own menu</source>
        <translation>Өз мәзіріңізді енгізу</translation>
    </message>
    <message>
        <source>Say which tax is inside the prices</source>
        <translation>Бағада қандай салық барын көрсету</translation>
    </message>
    <message>
        <source>Give yourself a PIN</source>
        <translation>Өзіңізге PIN қою</translation>
    </message>
    <message>
        <source>Set up a printer</source>
        <translation>Принтерді баптау</translation>
    </message>
    <message>
        <source>Let other screens and phones reach this computer</source>
        <translation>Осы компьютерді басқа экрандар мен телефондарға ашу</translation>
    </message>
    <message>
        <source>Let a kitchen screen in</source>
        <translation>Ас үй экранын қосу</translation>
    </message>
    <message>
        <source>Add the tables</source>
        <translation>Үстелдерді қосу</translation>
    </message>
    <message>
        <source>It stands on receipts and screens.</source>
        <translation>Чектер мен экрандарда тұрады.</translation>
    </message>
    <message>
        <source>Dishes and prices from a spreadsheet file, or typed in.</source>
        <translation>Тағамдар мен бағалар кесте файлынан немесе қолмен теріледі.</translation>
    </message>
    <message>
        <source>It stands on receipts and in reports. Without a tax this may stay open.</source>
        <translation>Чектер мен есептерде тұрады. Салық болмаса, ашық қалдыруға болады.</translation>
    </message>
    <message>
        <source>Then screens can be locked, and it is known who did what.</source>
        <translation>Сонда экранды бұғаттауға болады, кім не істегені белгілі.</translation>
    </message>
    <message>
        <source>For kitchens without a screen, and for receipts.</source>
        <translation>Экраны жоқ ас үйге және чектерге.</translation>
    </message>
    <message>
        <source>Until then only this computer takes orders.</source>
        <translation>Оған дейін тапсырысты тек осы компьютер қабылдайды.</translation>
    </message>
    <message>
        <source>Each screen shows the tickets of its station and goes on without the network.</source>
        <translation>Әр экран өз цехының тапсырыстарын көрсетеді және желісіз жұмыс істей береді.</translation>
    </message>
    <message>
        <source>Each table gets a code by which its guests order.</source>
        <translation>Әр үстелдің өз коды бар, қонақтар сол арқылы тапсырыс береді.</translation>
    </message>
</context>
<context>
    <name>oshaq::SetupSection</name>
    <message>
        <source>What is set up is not known</source>
        <translation>Не бапталғаны белгісіз</translation>
    </message>
    <message>
        <source>Looking at what is set up</source>
        <translation>Не бапталғаны қаралуда</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Дайын: %1</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Өту</translation>
    </message>
    <message>
        <source>Go there: %1</source>
        <translation>Өту: %1</translation>
    </message>
    <message>
        <source>Getting started</source>
        <translation>Жұмысты бастау</translation>
    </message>
    <message>
        <source>What is set up, and what is left.</source>
        <translation>Не бапталды және не қалды.</translation>
    </message>
</context>
<context>
    <name>oshaq::Sheet</name>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Жабу (Esc)</translation>
    </message>
</context>
<context>
    <name>oshaq::ShiftPanel</name>
    <message>
        <source>Done at this screen</source>
        <translation>Осы экранда істелді</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Басталды</translation>
    </message>
    <message>
        <source>Bumped</source>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Жойылды</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Қайтарылды</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Кері қойылды</translation>
    </message>
    <message>
        <source>Wanted again</source>
        <translation>Қайта керек</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Басталған курс</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Күттірілді</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Шұғыл</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Берілді</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Жойылды</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Өзгертілді</translation>
    </message>
    <message>
        <source>DONE HERE</source>
        <translation>МҰНДА ІСТЕЛДІ</translation>
    </message>
    <message>
        <source>Nothing was done at this screen yet.</source>
        <translation>Бұл экранда әлі ештеңе істелмеді.</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>болдырылмады</translation>
    </message>
</context>
<context>
    <name>oshaq::ShortcutsSection</name>
    <message>
        <source>Ctrl</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Барлық жерде</translation>
    </message>
    <message>
        <source>The keys of this page</source>
        <translation>Осы бөлімнің пернелері</translation>
    </message>
    <message>
        <source>To the pages at the left edge</source>
        <translation>Сол жақтағы бөлімдерге</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>Толық экран және кері</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Пернелер</translation>
    </message>
    <message>
        <source>F1 or ? shows this from every page.</source>
        <translation>F1 немесе ? мұны кез келген бөлімнен ашады.</translation>
    </message>
</context>
<context>
    <name>oshaq::SiteSection</name>
    <message>
        <source>Restaurant</source>
        <translation>Мейрамхана</translation>
    </message>
    <message>
        <source>Orders and taxes</source>
        <translation>Тапсырыстар мен салықтар</translation>
    </message>
    <message>
        <source>What the restaurant is called, and the clock that it lives by.</source>
        <translation>Мейрамхана қалай аталады және қай уақытпен жұмыс істейді.</translation>
    </message>
    <message>
        <source>What is on a price besides the dish, and how orders are taken.</source>
        <translation>Бағада тағамнан басқа не бар және тапсырыс қалай қабылданады.</translation>
    </message>
    <message>
        <source>The settings are not known</source>
        <translation>Баптаулар белгісіз</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>Asking for the settings</source>
        <translation>Баптаулар сұралуда</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Бір сәт.</translation>
    </message>
    <message>
        <source>Nothing can be changed now. %1</source>
        <translation>Қазір ештеңені өзгертуге болмайды. %1</translation>
    </message>
</context>
<context>
    <name>oshaq::SplitSheet</name>
    <message>
        <source>Split the order</source>
        <translation>Тапсырысты бөлу</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>Бөлу: %1</translation>
    </message>
    <message>
        <source>How much of each dish goes to the new order?</source>
        <translation>Жаңа тапсырысқа әр тағамнан қанша өтеді?</translation>
    </message>
    <message>
        <source>The site does not have this order yet. Split it when it has.</source>
        <translation>Бұл тапсырыс серверде әлі жоқ. Ол жеткен соң бөліңіз.</translation>
    </message>
    <message>
        <source>%1 keeps %2</source>
        <translation>%1: %2 қалады</translation>
    </message>
    <message>
        <source>The new order gets %1</source>
        <translation>Жаңа тапсырысқа: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Бөлу</translation>
    </message>
    <message>
        <source>Look at the marked quantities.</source>
        <translation>Белгіленген мөлшерлерді қараңыз.</translation>
    </message>
    <message>
        <source>Choose what goes to the new order.</source>
        <translation>Жаңа тапсырысқа өтетінін таңдаңыз.</translation>
    </message>
    <message>
        <source>Something has to stay in this order.</source>
        <translation>Бұл тапсырыста бірдеңе қалуы керек.</translation>
    </message>
    <message>
        <source>Asking the site…</source>
        <translation>Серверден сұралуда…</translation>
    </message>
    <message>
        <source>Your choice stays.</source>
        <translation>Таңдауыңыз сақталды.</translation>
    </message>
    <message>
        <source>The new order is %1.</source>
        <translation>Жаңа тапсырыс: %1.</translation>
    </message>
</context>
<context>
    <name>oshaq::StaffEditor</name>
    <message>
        <source>Give them a name.</source>
        <translation>Атын жазыңыз.</translation>
    </message>
    <message>
        <source>Somebody else has this PIN. Choose another one.</source>
        <translation>Мұндай PIN басқа біреуде бар. Басқасын таңдаңыз.</translation>
    </message>
    <message>
        <source>The site does not take this name.</source>
        <translation>Сервер бұл атты қабылдамайды.</translation>
    </message>
    <message>
        <source>Somebody else has this login.</source>
        <translation>Мұндай логин басқа біреуде бар.</translation>
    </message>
    <message>
        <source>Hire</source>
        <translation>Жұмысқа алу</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Ctrl S</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl S</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Жұмыстан шығару…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Сақтамау</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Өңдеуді жалғастыру</translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation>Өзгерістеріңіз сақталмады.</translation>
    </message>
    <message>
        <source>Dismiss them</source>
        <translation>Жұмыстан шығару</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere at once, and PIN and password work no more. What they did and their hours stay. This cannot be taken back: to have them again, hire them anew.</source>
        <translation>%1: барлық жерден бірден шығарылады, PIN мен құпиясөз енді жарамайды. Істегені мен жұмыс сағаттары қалады. Мұны болдырмауға болмайды: қайтару үшін жұмысқа қайта алыңыз.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Менікін қалдыру</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Басқанікін алу</translation>
    </message>
    <message>
        <source>Somebody else has changed %1 meanwhile.</source>
        <translation>%1: деректерді осы арада басқа біреу өзгертті.</translation>
    </message>
    <message>
        <source>%1: theirs “%2”, mine “%3”</source>
        <translation>%1: басқанікі «%2», менікі «%3»</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Рұқсат бар</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Қазір емес</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Аты</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Рөл</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Кіру</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Айырмасы жоқ.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Тізімге қайту</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Тізімге қайту (Esc)</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Жаңа қызметкер</translation>
    </message>
    <message>
        <source>As colleagues call them; it stands at screens and on receipts.</source>
        <translation>Әріптестері атайтындай; экрандар мен чектерде тұрады.</translation>
    </message>
    <message>
        <source>Whose tickets they see first.</source>
        <translation>Алдымен қай цехтың тапсырыстарын көреді.</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>Барлық цех</translation>
    </message>
    <message>
        <source>“Not now” is for a long leave: nothing is lost, and nobody gets in.</source>
        <translation>«Қазір емес» ұзақ демалысқа арналған: ештеңе жоғалмайды, ешкім кірмейді.</translation>
    </message>
    <message>
        <source>Only needed with a password.</source>
        <translation>Тек құпиясөзбен бірге керек.</translation>
    </message>
    <message>
        <source>A second factor is on: with the password they type a code from their phone. They switch it off themselves.</source>
        <translation>Екінші фактор қосулы: құпиясөзбен бірге телефондағы код теріледі. Оны қызметкердің өзі өшіреді.</translation>
    </message>
    <message>
        <source>No second factor. Owners and managers can switch one on for their own password.</source>
        <translation>Екінші фактор жоқ. Иелер мен менеджерлер оны өз құпиясөзіне қоса алады.</translation>
    </message>
</context>
<context>
    <name>oshaq::StaffPage</name>
    <message>
        <source>Staff</source>
        <extracomment>Name of a page</extracomment>
        <translation>Персонал</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Жаңа қызметкер</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Іздеу</translation>
    </message>
    <message>
        <source>Save the person</source>
        <translation>Қызметкерді сақтау</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Another person, while the list has the keyboard</source>
        <translation>Басқа қызметкер, тізім таңдалып тұрғанда</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the person or the shift</source>
        <translation>Қызметкерді не ауысымды ашу</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>Ашық тұрғанды жабу</translation>
    </message>
    <message numerus="yes">
        <source>Search %n people</source>
        <translation>
            <numerusform>Іздеу: %n қызметкер</numerusform>
            <numerusform>Іздеу: %n қызметкер</numerusform>
        </translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Қызметкер іздеу</translation>
    </message>
    <message>
        <source>Search a name</source>
        <translation>Аты бойынша іздеу</translation>
    </message>
    <message>
        <source>Search what may be done</source>
        <translation>Рұқсаттардан іздеу</translation>
    </message>
    <message>
        <source>Search (Ctrl+F or /)</source>
        <translation>Іздеу (Ctrl+F немесе /)</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Қызметкерлер</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Сағаттар</translation>
    </message>
    <message>
        <source>What a role may do</source>
        <translation>Рөлге не рұқсат</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Бөлімнің бөліктері</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl N</translation>
    </message>
</context>
<context>
    <name>oshaq::StaffText</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>password</source>
        <translation>құпиясөз</translation>
    </message>
    <message>
        <source>No PIN yet</source>
        <translation>PIN әлі жоқ</translation>
    </message>
    <message>
        <source>A station that is gone</source>
        <translation>Жойылған цех</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>Барлық цех</translation>
    </message>
    <message>
        <source>Since %1</source>
        <extracomment>Since when somebody is at work: %1 is 09:02, or 14 Jan 09:02</extracomment>
        <translation>Келгені: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 сағ %2 мин</translation>
    </message>
    <message>
        <source>%1–now</source>
        <translation>%1–қазір</translation>
    </message>
    <message>
        <source>not signed out?</source>
        <translation>шықпады ма?</translation>
    </message>
    <message>
        <source>did not sign out</source>
        <translation>шықпаған</translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 digits.</source>
        <translation>PIN ұзындығы: %1–%2 цифр.</translation>
    </message>
    <message>
        <source>This one is among the first that anybody tries. Choose another one.</source>
        <translation>Мұндайды бәрі алдымен тексереді. Басқасын таңдаңыз.</translation>
    </message>
    <message>
        <source>A password has %1 to %2 characters.</source>
        <translation>Құпиясөз ұзындығы: %1–%2 таңба.</translation>
    </message>
    <message>
        <source>One character again and again is no password.</source>
        <translation>Бір таңбаның қайталануы құпиясөз емес.</translation>
    </message>
    <message>
        <source>Only owners and managers may do that. Somebody else has to sign in.</source>
        <translation>Мұны тек иелер мен менеджерлер жасай алады. Басқа біреу кіруі керек.</translation>
    </message>
    <message>
        <source>The site does not know this any more: somebody else may have dismissed the person.</source>
        <translation>Сервер мұны енді білмейді: қызметкерді басқа біреу жұмыстан шығарған болуы мүмкін.</translation>
    </message>
    <message>
        <source>That is not allowed: only an owner may change owners, and one of them has to stay.</source>
        <translation>Бұлай болмайды: иелерді тек иесі өзгерте алады, кемінде біреуі қалуы керек.</translation>
    </message>
    <message>
        <source>Somebody has to be able to manage: make another person an owner first.</source>
        <translation>Біреу басқаруы керек: алдымен басқа қызметкерді иесі етіңіз.</translation>
    </message>
</context>
<context>
    <name>oshaq::StandbySection</name>
    <message>
        <source>The hub does not answer</source>
        <translation>Сервер жауап бермейді</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Серверден сұралуда</translation>
    </message>
    <message>
        <source>Wait for a standby with every order</source>
        <translation>Әр тапсырыста қосалқыны күту</translation>
    </message>
    <message>
        <source>Do not wait for the standby</source>
        <translation>Қосалқыны күтпеу</translation>
    </message>
    <message>
        <source>Yes, do without a standby</source>
        <translation>Иә, қосалқысыз</translation>
    </message>
    <message>
        <source>Do without a standby</source>
        <translation>Қосалқысыз жұмыс істеу</translation>
    </message>
    <message>
        <source>Yes, go on alone</source>
        <translation>Иә, жалғыз жұмыс істесін</translation>
    </message>
    <message>
        <source>Go on alone</source>
        <translation>Жалғыз жұмыс істеу</translation>
    </message>
    <message>
        <source>Yes, this one is the hub</source>
        <translation>Иә, сервер осы</translation>
    </message>
    <message>
        <source>Make this one the hub again</source>
        <translation>Осыны қайта сервер ету</translation>
    </message>
    <message>
        <source>Wait for the standby again</source>
        <translation>Қосалқыны қайта күту</translation>
    </message>
    <message>
        <source>Yes, copy everything here</source>
        <translation>Иә, бәрін осында көшіру</translation>
    </message>
    <message>
        <source>Make this computer the standby</source>
        <translation>Бұл компьютерді қосалқы ету</translation>
    </message>
    <message>
        <source>Yes, make this the hub</source>
        <translation>Иә, осы сервер болсын</translation>
    </message>
    <message>
        <source>Make this computer the hub</source>
        <translation>Бұл компьютерді сервер ету</translation>
    </message>
    <message>
        <source>The hub</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Бұл компьютер</translation>
    </message>
    <message>
        <source>The standby</source>
        <translation>Қосалқы</translation>
    </message>
    <message>
        <source>last heard of: %1</source>
        <translation>соңғы байланыс: %1</translation>
    </message>
    <message>
        <source>has everything</source>
        <translation>бәрін алды</translation>
    </message>
    <message>
        <source>lacks the last %1 s</source>
        <translation>соңғы %1 с жетпейді</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>Ол жауап бермейді.</translation>
    </message>
    <message>
        <source>It cannot be followed: %1</source>
        <translation>Оған ілесу мүмкін емес: %1</translation>
    </message>
    <message>
        <source>It can keep a copy of everything and go on in the hub&apos;s place. The copy is on this computer&apos;s disk: whoever may use that can read it.</source>
        <translation>Ол бәрінің көшірмесін сақтап, сервердің орнын баса алады. Көшірме осы компьютердің дискісінде: оған қолы жететін адам оқи алады.</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Қосалқы компьютер</translation>
    </message>
    <message>
        <source>A second computer that has everything too, and goes on when the hub is lost.</source>
        <translation>Бәрі бар екінші компьютер: сервер жоғалса, сол жалғастырады.</translation>
    </message>
</context>
<context>
    <name>oshaq::StationsSection</name>
    <message>
        <source>The stations are not known</source>
        <translation>Цехтар белгісіз</translation>
    </message>
    <message>
        <source>Asking for the stations</source>
        <translation>Цехтар сұралуда</translation>
    </message>
    <message>
        <source>No stations yet</source>
        <translation>Әзірше цех жоқ</translation>
    </message>
    <message>
        <source>A station is where food is made: hot kitchen, grill, bar.</source>
        <translation>Цех — тағам жасалатын жер: ыстық цех, гриль, бар.</translation>
    </message>
    <message>
        <source>Add a station</source>
        <translation>Цех қосу</translation>
    </message>
    <message>
        <source>Soon late after %1, late after %2. A dish with a time of its own counts by that.</source>
        <translation>Кешігуге жақын: %1, кешікті: %2. Өз уақыты бар тағам сол бойынша есептеледі.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Өңдеу</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Өңдеу: %1</translation>
    </message>
    <message>
        <source>New station</source>
        <translation>Жаңа цех</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Жою</translation>
    </message>
    <message>
        <source>Remove %1? That works only when no dish and no screen belongs to it.</source>
        <translation>Жойылсын ба: %1? Бұл цехта тағам да, экран да болмаса ғана мүмкін.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Атауы</translation>
    </message>
    <message>
        <source>Soon late after, minutes</source>
        <translation>Кешігуге жақын, минут</translation>
    </message>
    <message>
        <source>The ticket turns yellow.</source>
        <translation>Тапсырыс сары болады.</translation>
    </message>
    <message>
        <source>Late after, minutes</source>
        <translation>Кешікті, минут</translation>
    </message>
    <message>
        <source>The ticket gets stripes and a word.</source>
        <translation>Тапсырыста жолақтар мен сөз шығады.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Атау беріңіз.</translation>
    </message>
    <message>
        <source>Minutes, from 1 to %1.</source>
        <translation>Минут: 1–%1.</translation>
    </message>
    <message>
        <source>Must be more than &quot;soon late&quot;.</source>
        <translation>«Кешігуге жақын» мәнінен көп болуы керек.</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Цехтар</translation>
    </message>
    <message>
        <source>Where food is made, and from when a ticket there counts as late.</source>
        <translation>Тағам қайда жасалады және ондағы тапсырыс қашаннан кешіккен саналады.</translation>
    </message>
</context>
<context>
    <name>oshaq::StatisticsBar</name>
    <message>
        <source>Compared with</source>
        <translation>Салыстыру</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Жаңарту</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Day-end report</source>
        <translation>Күндік есеп</translation>
    </message>
    <message>
        <source>Days: %1</source>
        <translation>Күндер: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>Choose the days</source>
        <translation>Күндерді таңдау</translation>
    </message>
    <message>
        <source>Choose what they are compared with</source>
        <translation>Немен салыстыруды таңдау</translation>
    </message>
    <message>
        <source>Ask for the newest figures</source>
        <translation>Жаңа көрсеткіштерді сұрау</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Day-end report</source>
        <translation>Күндік есеп</translation>
    </message>
    <message>
        <source>Table behind the chart, and back</source>
        <translation>Диаграмма орнына кесте және кері</translation>
    </message>
    <message>
        <source>Orders behind a bar, a cell or a row</source>
        <translation>Бағанға, ұяшыққа не жолға кіретін тапсырыстар</translation>
    </message>
    <message>
        <source>Copy rows of a table</source>
        <translation>Кесте жолдарын көшіру</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайталау</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Түсім</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Тапсырыстар</translation>
    </message>
    <message>
        <source>Average check</source>
        <translation>Орташа чек</translation>
    </message>
    <message>
        <source>Placed to ready, median</source>
        <translation>Дайын болғанша, медиана</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>Кешіккені</translation>
    </message>
    <message>
        <source>as of %1</source>
        <extracomment>Of figures: %1 is a time of day</extracomment>
        <translation>деректер: %1</translation>
    </message>
    <message>
        <source>The figures did not come</source>
        <translation>Көрсеткіштер келмеді</translation>
    </message>
    <message>
        <source>No orders in these days</source>
        <translation>Бұл күндері тапсырыс жоқ</translation>
    </message>
    <message>
        <source>%1: nobody ordered anything.</source>
        <translation>%1: ешкім ештеңе тапсырмады.</translation>
    </message>
    <message>
        <source>Choose other days</source>
        <translation>Басқа күндерді таңдау</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Жүктелуде</translation>
    </message>
    <message>
        <source>The figures of %1 are being added up.</source>
        <translation>Көрсеткіштер есептелуде: %1.</translation>
    </message>
    <message>
        <source>These are the figures of %1.</source>
        <translation>Деректер уақыты: %1.</translation>
    </message>
    <message>
        <source>What to compare with did not come.</source>
        <translation>Салыстыратын деректер келмеді.</translation>
    </message>
    <message>
        <source>Offline. These are the figures of %1.</source>
        <translation>Байланыс жоқ. Деректер уақыты: %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Тоқтату</translation>
    </message>
    <message>
        <source>The file is being made: %1 %</source>
        <translation>Файл жасалуда: %1 %</translation>
    </message>
    <message>
        <source>The file is being made.</source>
        <translation>Файл жасалуда.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ашу</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сақталды: %1</translation>
    </message>
    <message>
        <source>The file was not saved.</source>
        <translation>Файл сақталмады.</translation>
    </message>
</context>
<context>
    <name>oshaq::StatisticsText</name>
    <message>
        <source>Today</source>
        <translation>Бүгін</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Кеше</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Осы апта</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Өткен апта</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Осы ай</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Өткен ай</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Осы жыл</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Соңғы 30 күн</translation>
    </message>
    <message>
        <source>Own range</source>
        <translation>Өз кезеңі</translation>
    </message>
    <message>
        <source>without comparison</source>
        <translation>салыстырусыз</translation>
    </message>
    <message>
        <source>against a year before</source>
        <translation>бір жыл бұрынғымен</translation>
    </message>
    <message>
        <source>against the day before</source>
        <translation>алдыңғы күнмен</translation>
    </message>
    <message>
        <source>against the week before</source>
        <translation>алдыңғы аптамен</translation>
    </message>
    <message>
        <source>against the month before</source>
        <translation>алдыңғы аймен</translation>
    </message>
    <message>
        <source>against the year before</source>
        <translation>алдыңғы жылмен</translation>
    </message>
    <message numerus="yes">
        <source>against %n days before</source>
        <translation>
            <numerusform>алдыңғы %n күнмен</numerusform>
            <numerusform>алдыңғы %n күнмен</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>Milliseconds</extracomment>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>thousand %1</source>
        <extracomment>Of an axis; %1 is the sign of a currency</extracomment>
        <translation>мың %1</translation>
    </message>
    <message>
        <source>million %1</source>
        <extracomment>Of an axis; %1 is the sign of a currency</extracomment>
        <translation>млн %1</translation>
    </message>
    <message>
        <source>no comparison</source>
        <translation>салыстыру жоқ</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <extracomment>Percentage points</extracomment>
        <translation>%1 п. т.</translation>
    </message>
    <message>
        <source>nothing before</source>
        <translation>бұрын болмаған</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>өзгеріссіз</translation>
    </message>
    <message>
        <source>%1, better</source>
        <extracomment>%1 is how much: &quot;+6.2 %&quot;</extracomment>
        <translation>%1, жақсы</translation>
    </message>
    <message>
        <source>%1, worse</source>
        <translation>%1, нашар</translation>
    </message>
    <message>
        <source>Guests&apos; phones</source>
        <translation>Қонақ телефондары</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Экрандар</translation>
    </message>
    <message>
        <source>Restaurant&apos;s token</source>
        <translation>Мейрамхана токені</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Персонал</translation>
    </message>
    <message>
        <source>Other services</source>
        <translation>Басқа сервистер</translation>
    </message>
    <message>
        <source>Dine-in</source>
        <translation>Залда</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Алып кету</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Жеткізу</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Әрекет қайтарылды</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Себебі көрсетілмеген</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Атаусыз</translation>
    </message>
</context>
<context>
    <name>oshaq::StepChoice</name>
    <message>
        <source>%1, as its category</source>
        <translation>%1, санатша</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>көрсетілмеген</translation>
    </message>
    <message>
        <source>another step</source>
        <translation>басқа қадам</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>Қалай сатылады</translation>
    </message>
    <message>
        <source>0.25</source>
        <translation>0.25</translation>
    </message>
    <message>
        <source>Step of a quantity</source>
        <translation>Мөлшер қадамы</translation>
    </message>
</context>
<context>
    <name>oshaq::Stepper</name>
    <message>
        <source>Less</source>
        <translation>Азайту</translation>
    </message>
    <message>
        <source>Less of %1</source>
        <translation>Азайту: %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Көбейту</translation>
    </message>
    <message>
        <source>More of %1</source>
        <translation>Көбейту: %1</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Мөлшері</translation>
    </message>
    <message>
        <source>Quantity of %1</source>
        <translation>Мөлшері: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::SwitchSheet</name>
    <message>
        <source>Who is here?</source>
        <translation>Мұнда кім бар?</translation>
    </message>
    <message>
        <source>Now: %1, %2. Whoever comes next types their PIN.</source>
        <translation>Қазір: %1, %2. Келесі адам өз PIN кодын тереді.</translation>
    </message>
    <message>
        <source>Whoever is here types their PIN.</source>
        <translation>Мұндағы адам өз PIN кодын тереді.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Бұғаттау</translation>
    </message>
    <message>
        <source>Ctrl L</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl L</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Шығу</translation>
    </message>
    <message>
        <source>Ends the shift and locks the screen</source>
        <translation>Ауысымды аяқтап, экранды бұғаттайды</translation>
    </message>
</context>
<context>
    <name>oshaq::SystemSection</name>
    <message>
        <source>How the site does is not known</source>
        <translation>Жүйенің күйі белгісіз</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Серверден сұралуда</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Жүйе</translation>
    </message>
    <message>
        <source>How the hub, its screens, backups and services do, and what needs somebody.</source>
        <translation>Сервер, экрандар, көшірмелер және қызметтер қалай жұмыс істейді және не назар аударуды қажет етеді.</translation>
    </message>
</context>
<context>
    <name>oshaq::SystemText</name>
    <message>
        <source>All is well</source>
        <translation>Бәрі дұрыс</translation>
    </message>
    <message>
        <source>Nothing here needs anybody.</source>
        <translation>Ештеңе назар аударуды қажет етпейді.</translation>
    </message>
    <message>
        <source>One thing needs somebody</source>
        <translation>Бір іс назар аударуды қажет етеді</translation>
    </message>
    <message numerus="yes">
        <source>%n things need somebody</source>
        <translation>
            <numerusform>%n іс назар аударуды қажет етеді</numerusform>
            <numerusform>%n іс назар аударуды қажет етеді</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs somebody now</source>
        <translation>Қазір назар аудару қажет</translation>
    </message>
    <message>
        <source>Needs somebody today</source>
        <translation>Бүгін назар аудару қажет</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 бастап</translation>
    </message>
    <message>
        <source>somebody looks after it since %1</source>
        <translation>%1 бастап біреу айналысып жатыр</translation>
    </message>
    <message>
        <source>told to more people, for nobody had confirmed it</source>
        <translation>ешкім растамағандықтан, көбірек адамға хабарланды</translation>
    </message>
    <message>
        <source>I look after it</source>
        <translation>Мен айналысамын</translation>
    </message>
    <message>
        <source>I look after it: %1</source>
        <translation>Мен айналысамын: %1</translation>
    </message>
    <message>
        <source>The hub</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>%1 нұсқасы</translation>
    </message>
    <message>
        <source>running since %1</source>
        <translation>%1 бастап жұмыс істейді</translation>
    </message>
    <message>
        <source>its record: %1</source>
        <translation>дерекқор: %1</translation>
    </message>
    <message>
        <source>changes that wait: %1</source>
        <translation>кезектегі өзгерістер: %1</translation>
    </message>
    <message>
        <source>It cannot write: orders are shown and none are taken. Look at the disk, then start the hub again.</source>
        <translation>Сервер жаза алмайды: тапсырыстар көрінеді, бірақ қабылданбайды. Дискіні тексеріп, серверді қайта іске қосыңыз.</translation>
    </message>
    <message>
        <source>The standby</source>
        <translation>Қосалқы компьютер</translation>
    </message>
    <message>
        <source>There is none. When the hub is lost, its newest backup is all there is.</source>
        <translation>Ол жоқ. Сервер жоғалса, тек соңғы сақтық көшірме қалады.</translation>
    </message>
    <message>
        <source>has everything</source>
        <translation>бәрін алды</translation>
    </message>
    <message>
        <source>lacks the last %1</source>
        <translation>соңғы %1 жетіспейді</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>Ол жауап бермейді.</translation>
    </message>
    <message>
        <source>The hub goes on alone: what it takes now is nowhere else.</source>
        <translation>Сервер жалғыз жұмыс істейді: жаңа деректер тек сонда.</translation>
    </message>
    <message>
        <source>The hub&apos;s disk</source>
        <translation>Сервердің дискісі</translation>
    </message>
    <message>
        <source>%1 of %2 are free</source>
        <translation>%2 ішінен %1 бос</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Сақтық көшірмелер</translation>
    </message>
    <message>
        <source>None are made: the hub&apos;s configuration names no place for them.</source>
        <translation>Жасалмайды: сервердің баптауында оларға орын көрсетілмеген.</translation>
    </message>
    <message>
        <source>everything up to %1 is safe</source>
        <translation>%1 дейінгі бәрі сақталған</translation>
    </message>
    <message>
        <source>none was made yet</source>
        <translation>әлі біреуі де жасалмаған</translation>
    </message>
    <message>
        <source>tried by restoring one: %1, good</source>
        <translation>қалпына келтіріп тексерілді: %1, жарамды</translation>
    </message>
    <message>
        <source>The last one that was tried cannot be restored.</source>
        <translation>Соңғы тексерілген көшірмені қалпына келтіру мүмкін емес.</translation>
    </message>
    <message>
        <source>Services outside</source>
        <translation>Сыртқы қызметтер</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1: жауап бермейді.</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 жауап бермейді: %2</translation>
    </message>
    <message>
        <source>working: %1</source>
        <translation>жұмыс істейді: %1</translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>Жіберуді күтуде</translation>
    </message>
    <message>
        <source>%1: %2, the oldest for %3</source>
        <translation>%1: %2, ең ескісі %3 күтуде</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Ештеңе.</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Экрандар</translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation>Әзірге жоқ.</translation>
    </message>
    <message>
        <source>%1 of %2 are live</source>
        <translation>%2 ішінен %1 байланыста</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Өтті</translation>
    </message>
    <message>
        <source>%1, for %2: %3</source>
        <translation>%1, ұзақтығы %2: %3</translation>
    </message>
    <message>
        <source>The journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Its chain is broken: %1</source>
        <translation>Оның тізбегі бұзылған: %1</translation>
    </message>
    <message>
        <source>Whole copy, up to %1</source>
        <translation>Толық көшірме, %1 дейін</translation>
    </message>
    <message>
        <source>Changes, up to %1</source>
        <translation>Өзгерістер, %1 дейін</translation>
    </message>
    <message>
        <source>No backups are made</source>
        <translation>Сақтық көшірмелер жасалмайды</translation>
    </message>
    <message>
        <source>If this disk is lost, everything is. Name a folder on another disk in the hub&apos;s configuration (backup.folder) and start the hub again.</source>
        <translation>Бұл диск жоғалса, бәрі жоғалады. Сервердің баптауында басқа дискідегі қалтаны көрсетіп (backup.folder), серверді қайта іске қосыңыз.</translation>
    </message>
    <message>
        <source>Everything is safe</source>
        <translation>Бәрі сақталған</translation>
    </message>
    <message>
        <source>All but the last %1 is safe</source>
        <translation>Соңғы %1 басқасының бәрі сақталған</translation>
    </message>
    <message>
        <source>A whole copy is being made: %1 %</source>
        <translation>Толық көшірме жасалуда: %1 %</translation>
    </message>
    <message>
        <source>The newest backup is being restored to try it: %1 %</source>
        <translation>Соңғы көшірме тексеру үшін қалпына келтірілуде: %1 %</translation>
    </message>
    <message>
        <source>kept at: %1</source>
        <translation>сақталатын жері: %1</translation>
    </message>
    <message>
        <source>last whole copy: %1</source>
        <translation>соңғы толық көшірме: %1</translation>
    </message>
    <message>
        <source>last changes: %1</source>
        <translation>соңғы өзгерістер: %1</translation>
    </message>
    <message>
        <source>files that are not everywhere yet: %1</source>
        <translation>әлі барлық жерге жетпеген файлдар: %1</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>%1 бастап: %2</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Көшірме жасау</translation>
    </message>
    <message>
        <source>Try the newest</source>
        <translation>Соңғысын тексеру</translation>
    </message>
    <message>
        <source>Make a whole copy now</source>
        <translation>Қазір толық көшірме жасау</translation>
    </message>
    <message>
        <source>Restore the newest backup aside and check it</source>
        <translation>Соңғы көшірмені бөлек қалпына келтіріп тексеру</translation>
    </message>
    <message>
        <source>No backup was tried yet</source>
        <translation>Көшірмелер әлі тексерілмеген</translation>
    </message>
    <message>
        <source>The hub restores one aside from time to time and looks at it.</source>
        <translation>Сервер мезгіл-мезгіл біреуін бөлек қалпына келтіріп тексереді.</translation>
    </message>
    <message>
        <source>Tried at %1: good</source>
        <translation>%1 тексерілді: жарамды</translation>
    </message>
    <message>
        <source>Tried at %1: not good</source>
        <translation>%1 тексерілді: жарамсыз</translation>
    </message>
</context>
<context>
    <name>oshaq::TablesSection</name>
    <message>
        <source>The tables are not known</source>
        <translation>Үстелдер белгісіз</translation>
    </message>
    <message>
        <source>Asking for the tables</source>
        <translation>Үстелдер сұралуда</translation>
    </message>
    <message>
        <source>No tables yet</source>
        <translation>Әзірше үстел жоқ</translation>
    </message>
    <message>
        <source>Guests who scan the code of their table order without an account, and the order knows where it goes.</source>
        <translation>Қонақтар үстелінің кодын сканерлеп, тіркелгісіз тапсырыс береді, ал тапсырыста оны қайда апару керегі көрсетіледі.</translation>
    </message>
    <message>
        <source>Add a table</source>
        <translation>Үстел қосу</translation>
    </message>
    <message>
        <source>No code: guests cannot order here by themselves.</source>
        <translation>Код жоқ: қонақтар мұнда өздері тапсырыс бере алмайды.</translation>
    </message>
    <message numerus="yes">
        <source>Its code is good until %1; %n guests came by it.</source>
        <translation>
            <numerusform>Код мерзімі: %1; ол арқылы %n қонақ келді.</numerusform>
            <numerusform>Код мерзімі: %1; ол арқылы %n қонақ келді.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its code ended %1.</source>
        <translation>Код мерзімі бітті: %1.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Өңдеу</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Жаңа код</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Өңдеу: %1</translation>
    </message>
    <message>
        <source>New code for %1</source>
        <translation>Жаңа код: %1</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>Жаңа үстел</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Жою</translation>
    </message>
    <message>
        <source>Remove %1? Its code stops working. A table with an open order stays.</source>
        <translation>%1 жойылсын ба? Коды істемей қалады. Ашық тапсырысы бар үстел жойылмайды.</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Атауы не нөмірі</translation>
    </message>
    <message>
        <source>As it is called out and printed: 12, Terrace 4.</source>
        <translation>Дауыстап айтылатыны және басылатыны: 12, Терраса 4.</translation>
    </message>
    <message>
        <source>Give it a name or a number.</source>
        <translation>Атауын не нөмірін жазыңыз.</translation>
    </message>
    <message>
        <source>Code of %1</source>
        <translation>Коды: %1</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Басқа код</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>Код жасау</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Good until %1. It is shown this once: write it down or print it.</source>
        <translation>Жарамдылық мерзімі: %1. Бір рет қана көрсетіледі: жазып не басып алыңыз.</translation>
    </message>
    <message>
        <source>The code that stands on the table now stops working.</source>
        <translation>Қазір үстелде тұрған код істемей қалады.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Үстелдер</translation>
    </message>
    <message>
        <source>The tables of the restaurant, and the codes by which guests order at them.</source>
        <translation>Мейрамхана үстелдері және қонақтар тапсырыс беретін үстел кодтары.</translation>
    </message>
</context>
<context>
    <name>oshaq::TicketDelegate</name>
    <message>
        <source>Space</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Space</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>A</source>
        <extracomment>Keys on the keyboard: A for &quot;seen&quot;, F for &quot;fire&quot;</extracomment>
        <translation>A</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
</context>
<context>
    <name>oshaq::TicketText</name>
    <message>
        <source>%1 h</source>
        <extracomment>Hours and minutes of a ticket&apos;s age; the unit tells it from minutes and seconds</extracomment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>LATE</source>
        <extracomment>State of a ticket that is past its time; keep it short and in capitals</extracomment>
        <translation>КЕШІКТІ</translation>
    </message>
    <message>
        <source>LATE +%1 min</source>
        <translation>КЕШІКТІ +%1 мин</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>%1 мин қалды</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Жаңа</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Қабылданды</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Дайындалуда</translation>
    </message>
    <message>
        <source>Dine-in</source>
        <translation>Залда</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Үстел %1</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Алып кету</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Жеткізу</translation>
    </message>
    <message>
        <source>1 cover</source>
        <translation>1 қонақ</translation>
    </message>
    <message numerus="yes">
        <source>%n covers</source>
        <translation>
            <numerusform>%n қонақ</numerusform>
            <numerusform>%n қонақ</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>мерзім %1</translation>
    </message>
    <message>
        <source>ALLERGY: %1</source>
        <translation>АЛЛЕРГИЯ: %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Бастау</translation>
    </message>
    <message>
        <source>Bump</source>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Беру</translation>
    </message>
    <message>
        <source>Done here, others are still cooking</source>
        <translation>Мұнда дайын, басқалар әлі жасауда</translation>
    </message>
    <message>
        <source>Nothing left to make: ask the counter</source>
        <translation>Жасайтын ештеңе жоқ: кассадан сұраңыз</translation>
    </message>
    <message>
        <source>Course %1</source>
        <translation>%1-курс</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1/%2 дайын</translation>
    </message>
    <message>
        <source>%1 continued</source>
        <translation>%1 жалғасы</translation>
    </message>
    <message>
        <source>continues</source>
        <translation>жалғасы бар</translation>
    </message>
    <message>
        <source>ADDED</source>
        <translation>ҚОСЫЛДЫ</translation>
    </message>
    <message>
        <source>VOID</source>
        <translation>ЖОЙЫЛДЫ</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>Quotation marks around what a guest wrote</extracomment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>ескертпе: %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>дайын</translation>
    </message>
    <message>
        <source>void, do not make</source>
        <translation>жойылды, жасамаңыз</translation>
    </message>
    <message>
        <source>added later</source>
        <translation>кейін қосылды</translation>
    </message>
    <message>
        <source>allergy: %1</source>
        <translation>аллергия: %1</translation>
    </message>
    <message>
        <source>Not sent to the site yet.</source>
        <translation>Серверге әлі жіберілмеді.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>State of a ticket that is not to be made any more</extracomment>
        <translation>Жойылды</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Жойылды</translation>
    </message>
    <message>
        <source>starts %1</source>
        <translation>басталуы %1</translation>
    </message>
    <message>
        <source>held</source>
        <translation>күтуде</translation>
    </message>
    <message>
        <source>GOES FIRST</source>
        <translation>ШҰҒЫЛ</translation>
    </message>
    <message>
        <source>CANCELLED: do not make it</source>
        <translation>ЖОЙЫЛДЫ: жасамаңыз</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n қосылды</numerusform>
            <numerusform>%n қосылды</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n void</source>
        <translation>
            <numerusform>%n жойылды</numerusform>
            <numerusform>%n жойылды</numerusform>
        </translation>
    </message>
    <message>
        <source>details changed</source>
        <translation>мәліметтер өзгерді</translation>
    </message>
    <message>
        <source>Start early</source>
        <translation>Ертерек бастау</translation>
    </message>
    <message>
        <source>Bump course %1</source>
        <translation>%1-курс дайын</translation>
    </message>
    <message>
        <source>Fire course %1</source>
        <translation>%1-курсты бастау</translation>
    </message>
    <message>
        <source>Seen</source>
        <extracomment>Button: somebody has seen that this ticket was cancelled</extracomment>
        <translation>Көрдім</translation>
    </message>
    <message>
        <source>HOLD</source>
        <extracomment>A course that waits until somebody fires it</extracomment>
        <translation>КҮТУДЕ</translation>
    </message>
    <message>
        <source>fired %1</source>
        <translation>%1 бастап</translation>
    </message>
    <message>
        <source>start at %1</source>
        <translation>%1 бастау</translation>
    </message>
    <message>
        <source>held, course %1</source>
        <translation>күтуде, %1-курс</translation>
    </message>
    <message>
        <source>accept in %1</source>
        <extracomment>State of a ticket of another service: the time that is left to accept it. Keep it short</extracomment>
        <translation>қабылдау %1</translation>
    </message>
    <message>
        <source>TOO LATE</source>
        <translation>КЕШ</translation>
    </message>
</context>
<context>
    <name>oshaq::TicketView</name>
    <message>
        <source>Open tickets</source>
        <translation>Ашық тапсырыстар</translation>
    </message>
</context>
<context>
    <name>oshaq::TokensSection</name>
    <message>
        <source>The tokens are not known</source>
        <translation>Токендер белгісіз</translation>
    </message>
    <message>
        <source>Asking for the tokens</source>
        <translation>Токендер сұралуда</translation>
    </message>
    <message>
        <source>No program has access</source>
        <translation>Бірде-бір бағдарламаға рұқсат берілмеген</translation>
    </message>
    <message>
        <source>A website that takes orders, or a till, needs a token of its own.</source>
        <translation>Тапсырыс қабылдайтын сайтқа не кассаға өз токені керек.</translation>
    </message>
    <message>
        <source>Give a program access</source>
        <translation>Бағдарламаға рұқсат беру</translation>
    </message>
    <message>
        <source>May do what the owner may</source>
        <translation>Иесіне рұқсат етілгеннің бәрін істей алады</translation>
    </message>
    <message>
        <source>May do what programs may</source>
        <translation>Бағдарламаларға рұқсат етілгенді істей алады</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>жасалды: %1</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Мерзімі бітті.</translation>
    </message>
    <message>
        <source>does not end by itself</source>
        <translation>мерзімсіз</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>мерзімі: %1</translation>
    </message>
    <message>
        <source>Yes, end it now</source>
        <translation>Иә, тоқтату</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Тоқтату</translation>
    </message>
    <message>
        <source>Yes, end %1 now</source>
        <translation>Иә, тоқтату: %1</translation>
    </message>
    <message>
        <source>End %1</source>
        <translation>Тоқтату: %1</translation>
    </message>
    <message>
        <source>Access for a program</source>
        <translation>Бағдарламаға рұқсат</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Make the token</source>
        <translation>Токен жасау</translation>
    </message>
    <message>
        <source>For which program</source>
        <translation>Қай бағдарламаға</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>Мерзімі</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>It is shown this once. Copy it into the program now; whoever has it acts in your name.</source>
        <translation>Бір рет қана көрсетіледі. Оны бағдарламаға бірден көшіріңіз; ол кімде болса, сол сіздің атыңыздан әрекет етеді.</translation>
    </message>
    <message>
        <source>Appears here when it is made.</source>
        <translation>Жасалған кезде осында шығады.</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>30 күннен кейін</translation>
    </message>
    <message>
        <source>In a year</source>
        <translation>Бір жылдан кейін</translation>
    </message>
    <message>
        <source>In 3 years</source>
        <translation>3 жылдан кейін</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>Мерзімсіз</translation>
    </message>
    <message>
        <source>Say which program it is for.</source>
        <translation>Қай бағдарламаға екенін жазыңыз.</translation>
    </message>
    <message>
        <source>Access for programs</source>
        <translation>Бағдарламаларға рұқсат</translation>
    </message>
    <message>
        <source>Tokens by which other programs reach this restaurant: a website, a till, a report.</source>
        <translation>Басқа бағдарламалар осы мейрамханаға қосылатын токендер: сайт, касса, есеп.</translation>
    </message>
</context>
<context>
    <name>oshaq::WebhooksSection</name>
    <message>
        <source>The addresses are not known</source>
        <translation>Мекенжайлар белгісіз</translation>
    </message>
    <message>
        <source>Asking for the addresses</source>
        <translation>Мекенжайлар сұралуда</translation>
    </message>
    <message>
        <source>Nobody hears of events</source>
        <translation>Оқиғалар ешкімге жіберілмейді</translation>
    </message>
    <message>
        <source>A program that wants to know when an order is ready gives you an address that begins with https.</source>
        <translation>Тапсырыстың дайын болғанын білгісі келетін бағдарлама сізге https деп басталатын мекенжай береді.</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Мекенжай қосу</translation>
    </message>
    <message>
        <source>Hears of everything that programs may hear</source>
        <translation>Бағдарламаларға рұқсат етілгеннің бәрін алады</translation>
    </message>
    <message>
        <source>Hears of %1</source>
        <translation>Алатыны: %1</translation>
    </message>
    <message>
        <source>Switched off %1, after a whole day of failures.</source>
        <translation>Тәулік бойғы сәтсіздіктен кейін өшірілді: %1.</translation>
    </message>
    <message>
        <source>Has not taken anything since %1.</source>
        <translation>Ештеңе қабылдамайды, басталуы: %1.</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Қолданылмайды</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Өңдеу</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Сынақ жіберу</translation>
    </message>
    <message>
        <source>Last deliveries</source>
        <translation>Соңғы жіберілгендер</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Өңдеу: %1</translation>
    </message>
    <message>
        <source>Send a test to %1</source>
        <translation>Сынақ жіберу: %1</translation>
    </message>
    <message>
        <source>Last deliveries to %1</source>
        <translation>Соңғы жіберілгендер: %1</translation>
    </message>
    <message>
        <source>A test is on its way to %1. &quot;Last deliveries&quot; says how it went.</source>
        <translation>Сынақ жіберілуде: %1. Нәтижесін «Соңғы жіберілгендер» көрсетеді.</translation>
    </message>
    <message>
        <source>%1: %2 arrived after %3 ms</source>
        <translation>%1: %2 жетті, %3 мс</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 waits, tried %n times</source>
        <translation>
            <numerusform>%1: %2 күтуде, %n рет әрекет жасалды</numerusform>
            <numerusform>%1: %2 күтуде, %n рет әрекет жасалды</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 was given up: %3</source>
        <translation>%1: %2 жеткізілмеді: %3</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>жауап %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>жауап жоқ</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Әзірше ештеңе жіберілмеді.</translation>
    </message>
    <message>
        <source>An address for events</source>
        <translation>Оқиғаларға жаңа мекенжай</translation>
    </message>
    <message>
        <source>Address for events</source>
        <translation>Оқиғалар мекенжайы</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Жою</translation>
    </message>
    <message>
        <source>Remove this address? It hears of nothing any more.</source>
        <translation>Бұл мекенжай жойылсын ба? Оған енді ештеңе жіберілмейді.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Мекенжай</translation>
    </message>
    <message>
        <source>It begins with https://</source>
        <translation>https:// деп басталады</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Оқиғалар</translation>
    </message>
    <message>
        <source>Such as order.status or order.*, with commas between them; empty: all.</source>
        <translation>Мысалы, order.status не order.*, үтір арқылы; бос болса: бәрі.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Қолданылады</translation>
    </message>
    <message>
        <source>Secret of its signatures</source>
        <translation>Қолтаңба құпиясы</translation>
    </message>
    <message>
        <source>It is shown this once: give it to the program.</source>
        <translation>Бір рет қана көрсетіледі: бағдарламаға беріңіз.</translation>
    </message>
    <message>
        <source>A new address gets one when it is saved.</source>
        <translation>Жаңа мекенжай оны сақталғанда алады.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Иә</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Жоқ</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an event such as order.status.</source>
        <translation>«%1» – order.status сияқты оқиға емес.</translation>
    </message>
    <message>
        <source>An address such as https://example.com/events</source>
        <translation>https://example.com/events сияқты мекенжай</translation>
    </message>
    <message>
        <source>Events to programs</source>
        <translation>Бағдарламаларға оқиғалар</translation>
    </message>
    <message>
        <source>Addresses that hear of what happens here, each event signed.</source>
        <translation>Мұнда не болғаны жіберілетін мекенжайлар, әр оқиғаға қол қойылады.</translation>
    </message>
</context>
<context>
    <name>oshaq::WhereStep</name>
    <message>
        <source>Next</source>
        <translation>Келесі</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Тіл</translation>
    </message>
    <message>
        <source>A new restaurant</source>
        <translation>Жаңа мейрамхана</translation>
    </message>
    <message>
        <source>One more screen of a restaurant that has Oshaq</source>
        <translation>Oshaq бар мейрамхананың тағы бір экраны</translation>
    </message>
    <message>
        <source>This computer is for</source>
        <translation>Бұл компьютердің міндеті</translation>
    </message>
    <message>
        <source>Welcome to Oshaq</source>
        <translation>Oshaq жүйесіне қош келдіңіз</translation>
    </message>
    <message>
        <source>A few questions, and the first order can come. Each can be skipped.</source>
        <translation>Бірнеше сұрақтан кейін алғашқы тапсырысты қабылдауға болады. Кез келгенін өткізіп жіберуге болады.</translation>
    </message>
    <message>
        <source>Let this screen in</source>
        <translation>Осы экранды кіргізу</translation>
    </message>
    <message>
        <source>What is known and waits on this screen stays on it.</source>
        <translation>Бұл экран білетін және күтіп тұрғанның бәрі онда қалады.</translation>
    </message>
</context>
<context>
    <name>oshaq::WorkCard</name>
    <message>
        <source>Stop</source>
        <translation>Тоқтату</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Тоқтату: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ашу</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Ашу: %1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Қалтада көрсету</translation>
    </message>
    <message>
        <source>Show in its folder: %1</source>
        <translation>Қалтасында көрсету: %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Жасыру</translation>
    </message>
    <message>
        <source>Take off the list: %1</source>
        <translation>Тізімнен алып тастау: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::WorkPanel</name>
    <message>
        <source>Files and long work</source>
        <translation>Файлдар және ұзақ жұмыс</translation>
    </message>
    <message>
        <source>Nothing is under way. Reports, exports and imports show here how far they are.</source>
        <translation>Қазір ештеңе орындалып жатқан жоқ. Мұнда есептердің, экспорт пен импорттың барысы көрінеді.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 енді орнында жоқ.</translation>
    </message>
</context>
<context>
    <name>oshaq::WorkText</name>
    <message>
        <source>Sales report, %1</source>
        <translation>Сату есебі, %1</translation>
    </message>
    <message>
        <source>Orders, %1</source>
        <translation>Тапсырыстар, %1</translation>
    </message>
    <message>
        <source>Day-end report of %1</source>
        <translation>Күндік есеп: %1</translation>
    </message>
    <message>
        <source>The menu as a file</source>
        <translation>Мәзір файлы</translation>
    </message>
    <message>
        <source>Menu from %1</source>
        <translation>Мәзір, файлы: %1</translation>
    </message>
    <message>
        <source>Orders from %1</source>
        <translation>Тапсырыстар, файлы: %1</translation>
    </message>
    <message>
        <source>What was wrong in %1</source>
        <translation>Файлдағы қателер: %1</translation>
    </message>
    <message>
        <source>The disk is full. Make room or choose another place, then save it again.</source>
        <translation>Диск толған. Орын босатыңыз не басқа орын таңдаңыз, содан кейін қайта сақтаңыз.</translation>
    </message>
    <message>
        <source>The file cannot be written there. Choose another folder, then save it again.</source>
        <translation>Файлды ол жерге жазуға болмайды. Басқа қалта таңдап, қайта сақтаңыз.</translation>
    </message>
    <message>
        <source>The file would be too large. Choose a shorter time, then save it again.</source>
        <translation>Файл тым үлкен болады. Қысқарақ аралық таңдап, қайта сақтаңыз.</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % дайын</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>әзірше %1</translation>
    </message>
    <message>
        <source>Has begun</source>
        <translation>Басталды</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сақталды: %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Тоқтатылды</translation>
    </message>
    <message>
        <source>Stopped: nothing was saved</source>
        <translation>Тоқтатылды: ештеңе сақталмады</translation>
    </message>
    <message>
        <source>Ready: %1</source>
        <translation>Дайын: %1</translation>
    </message>
    <message>
        <source>Did not work: %1. %2</source>
        <translation>Болмады: %1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <extracomment>Under a sign in the narrow rail: work that is under way</extracomment>
        <translation>
            <numerusform>%n жүруде</numerusform>
            <numerusform>%n жүруде</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>Under a sign in the narrow rail: how the newest work ended</extracomment>
        <translation>Сәтсіз</translation>
    </message>
</context>
</TS>
