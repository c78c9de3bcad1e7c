<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk" sourcelanguage="en">
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
</context>
<context>
    <name>oshaq::KitchenPage</name>
    <message>
        <source>Dismiss</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Жасыру</translation>
    </message>
    <message>
        <source>D</source>
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
        <source>On screen: p50 %1 ms, p95 %2 ms</source>
        <extracomment>From the order&apos;s acceptance at the site to its ticket on this screen: median and 95th percentile</extracomment>
        <translation>Экранда: p50 %1 мс, p95 %2 мс</translation>
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
</context>
<context>
    <name>oshaq::MainWindow</name>
    <message>
        <source>Oshaq</source>
        <translation>Oshaq</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Ас үй</translation>
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
</context>
<context>
    <name>oshaq::TicketView</name>
    <message>
        <source>Open tickets</source>
        <translation>Ашық тапсырыстар</translation>
    </message>
</context>
</TS>
