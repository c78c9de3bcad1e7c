<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk" sourcelanguage="en">
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
        <extracomment>Key on the keyboard</extracomment>
        <translation>Жасыру</translation>
    </message>
    <message>
        <source>D</source>
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
        <source>Bank page</source>
        <translation>Банк беті</translation>
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
        <source>Split evenly between</source>
        <translation>Тең бөлу, қонақ саны</translation>
    </message>
    <message>
        <source>guests who share the rest</source>
        <translation>қалғанын бөлісетін қонақтар</translation>
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
