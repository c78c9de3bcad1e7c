<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>oshaq::AcceptSheet</name>
    <message>
        <source>Accept %1</source>
        <translation>Принять %1</translation>
    </message>
    <message>
        <source>What is the guest promised?</source>
        <translation>Что обещать гостю?</translation>
    </message>
    <message>
        <source>No promise</source>
        <translation>Без срока</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 мин</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Ко времени</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>For example 20:15</source>
        <translation>Например, 20:15</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>This is no time of day: write it like 20:15.</source>
        <translation>Это не время: напишите, например, 20:15.</translation>
    </message>
</context>
<context>
    <name>oshaq::AddLinesSheet</name>
    <message>
        <source>Keep these dishes for the order?</source>
        <translation>Оставить эти блюда для заказа?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Add dishes</source>
        <translation>Добавить блюда</translation>
    </message>
    <message>
        <source>Add to the order</source>
        <translation>Добавить в заказ</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Добавить в %1</translation>
    </message>
    <message>
        <source>so far %1</source>
        <translation>пока на %1</translation>
    </message>
    <message>
        <source>Add · %1</source>
        <translation>Добавить · %1</translation>
    </message>
    <message>
        <source>First finish the dish that is open: add it, or go back.</source>
        <translation>Сначала закончите открытое блюдо: добавьте его или вернитесь назад.</translation>
    </message>
    <message>
        <source>“%1” is not on the ticket yet: Enter adds it, Esc clears it.</source>
        <translation>«%1» ещё не в заказе: Enter добавит, Esc сотрёт.</translation>
    </message>
    <message>
        <source>Choose at least one dish.</source>
        <translation>Выберите хотя бы одно блюдо.</translation>
    </message>
    <message>
        <source>Look at the marked dishes.</source>
        <translation>Проверьте отмеченные блюда.</translation>
    </message>
</context>
<context>
    <name>oshaq::AllDayPanel</name>
    <message>
        <source>Still to make</source>
        <translation>Осталось приготовить</translation>
    </message>
    <message>
        <source>ALL-DAY</source>
        <translation>ВСЕГО</translation>
    </message>
    <message>
        <source>ALL-DAY · %1</source>
        <translation>ВСЕГО · %1</translation>
    </message>
    <message>
        <source>Nothing left to make.</source>
        <translation>Готовить нечего.</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>Пока неизвестно.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more dishes</source>
        <translation>
            <numerusform>и ещё %n блюдо</numerusform>
            <numerusform>и ещё %n блюда</numerusform>
            <numerusform>и ещё %n блюд</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>ждёт %1</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>В другом месте</translation>
    </message>
    <message>
        <source>Out: %1</source>
        <extracomment>Dishes that cannot be had: &quot;Out: Plov, Nan&quot;</extracomment>
        <translation>На стопе: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::AllergyField</name>
    <message>
        <source>nuts</source>
        <translation>орехи</translation>
    </message>
    <message>
        <source>milk</source>
        <translation>молоко</translation>
    </message>
    <message>
        <source>eggs</source>
        <translation>яйца</translation>
    </message>
    <message>
        <source>gluten</source>
        <translation>глютен</translation>
    </message>
    <message>
        <source>fish</source>
        <translation>рыба</translation>
    </message>
    <message>
        <source>sesame</source>
        <translation>кунжут</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Аллергия</translation>
    </message>
    <message>
        <source>Common allergies</source>
        <translation>Частые аллергии</translation>
    </message>
</context>
<context>
    <name>oshaq::BottomBar</name>
    <message>
        <source>Recall</source>
        <translation>Вернуть</translation>
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
        <translation>Предыдущая страница</translation>
    </message>
    <message>
        <source>PgDn</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>U</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>U</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>Button: this ticket goes first</extracomment>
        <translation>Срочно</translation>
    </message>
    <message>
        <source>P</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>P</translation>
    </message>
    <message>
        <source>Expo view</source>
        <translation>Раздача</translation>
    </message>
    <message>
        <source>E</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>E</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>M</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>M</translation>
    </message>
    <message>
        <source>86 an item</source>
        <extracomment>Button: mark a dish that cannot be had any more</extracomment>
        <translation>Блюдо на стоп</translation>
    </message>
</context>
<context>
    <name>oshaq::CompletedPanel</name>
    <message>
        <source>Completed</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>COMPLETED</source>
        <translation>ЗАВЕРШЕНО</translation>
    </message>
    <message>
        <source>Nothing handed over yet.</source>
        <translation>Ещё ничего не выдано.</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>Пока неизвестно.</translation>
    </message>
    <message>
        <source>R</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>R</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменён</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>за %1</translation>
    </message>
</context>
<context>
    <name>oshaq::DishButton</name>
    <message>
        <source>%1, out</source>
        <extracomment>Name of a dish for screen readers, with the word that it cannot be had</extracomment>
        <translation>%1, на стопе</translation>
    </message>
    <message>
        <source>OUT</source>
        <extracomment>On a dish that cannot be had: 86</extracomment>
        <translation>СТОП</translation>
    </message>
</context>
<context>
    <name>oshaq::DishPicker</name>
    <message>
        <source>out</source>
        <extracomment>a dish that cannot be ordered now</extracomment>
        <translation>на стопе</translation>
    </message>
    <message>
        <source>Dish, or “2 plov”</source>
        <translation>Блюдо или «2 плов»</translation>
    </message>
    <message>
        <source>Search dishes</source>
        <translation>Поиск блюд</translation>
    </message>
    <message>
        <source>Dishes</source>
        <translation>Блюда</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>The menu has no dishes yet.</source>
        <translation>В меню пока нет блюд.</translation>
    </message>
    <message>
        <source>No dish is called that. Try fewer letters, or the category.</source>
        <translation>Такого блюда нет. Введите меньше букв или категорию.</translation>
    </message>
    <message>
        <source>Enter adds the marked dish, arrows mark another one.</source>
        <translation>Enter добавляет отмеченное блюдо, стрелки отмечают другое.</translation>
    </message>
    <message>
        <source>%1 is out.</source>
        <translation>%1: на стопе.</translation>
    </message>
</context>
<context>
    <name>oshaq::DisplaySection</name>
    <message>
        <source>By page</source>
        <translation>По разделу</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>Всегда тёмные</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>Всегда светлые</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>С движением</translation>
    </message>
    <message>
        <source>Keeps still</source>
        <translation>Без движения</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Of everything on this screen. Names of dishes stay as the menu has them; each printer has a language of its own.</source>
        <translation>Для всего на этом экране. Названия блюд остаются как в меню; у каждого принтера свой язык.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>By page: the kitchen dark, where a bright screen blinds, offices light.</source>
        <translation>По разделу: кухня тёмная, там яркий экран слепит, офис светлый.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Larger letters show less at once. The tickets of each station have a size of their own on top of it, in the kitchen under More.</source>
        <translation>Чем крупнее буквы, тем меньше видно сразу. У заказов каждого цеха есть ещё и свой размер: на кухне, «Ещё».</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Движение</translation>
    </message>
    <message>
        <source>What has just arrived flashes softly. Kept still, it is marked for a moment and nothing fades or moves.</source>
        <translation>Новое мягко мигает. Без движения оно ненадолго отмечается, ничто не гаснет и не двигается.</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Экран</translation>
    </message>
    <message>
        <source>How this screen looks. Changed at once, and only here.</source>
        <translation>Как выглядит этот экран. Меняется сразу и только здесь.</translation>
    </message>
</context>
<context>
    <name>oshaq::DraftRow</name>
    <message>
        <source>Choices, note, course (Enter)</source>
        <extracomment>opens one dish of the ticket: its choices, note and course</extracomment>
        <translation>Варианты, примечание, курс (Enter)</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Изменить %1</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>Убрать %1</translation>
    </message>
    <message>
        <source>Take away (Delete)</source>
        <translation>Убрать (Delete)</translation>
    </message>
</context>
<context>
    <name>oshaq::DraftText</name>
    <message>
        <source>Table</source>
        <extracomment>how an order is handed over: at a table of the restaurant</extracomment>
        <translation>Стол</translation>
    </message>
    <message>
        <source>Pickup</source>
        <extracomment>how an order is handed over: the guest comes for it</extracomment>
        <translation>Самовывоз</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Стол %1</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>выберите одно</translation>
    </message>
    <message numerus="yes">
        <source>choose %n</source>
        <translation>
            <numerusform>выберите %n</numerusform>
            <numerusform>выберите %n</numerusform>
            <numerusform>выберите %n</numerusform>
        </translation>
    </message>
    <message>
        <source>one, or none</source>
        <translation>одно или ничего</translation>
    </message>
    <message numerus="yes">
        <source>up to %n</source>
        <translation>
            <numerusform>до %n</numerusform>
            <numerusform>до %n</numerusform>
            <numerusform>до %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>Choose one more</source>
        <translation>Выберите ещё одно</translation>
    </message>
    <message numerus="yes">
        <source>Choose %n more</source>
        <translation>
            <numerusform>Выберите ещё %n</numerusform>
            <numerusform>Выберите ещё %n</numerusform>
            <numerusform>Выберите ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Only one is possible</source>
        <translation>Можно только одно</translation>
    </message>
    <message numerus="yes">
        <source>At most %n</source>
        <translation>
            <numerusform>Не больше %n</numerusform>
            <numerusform>Не больше %n</numerusform>
            <numerusform>Не больше %n</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>1 dish</source>
        <translation>1 блюдо</translation>
    </message>
    <message numerus="yes">
        <source>%n dishes</source>
        <translation>
            <numerusform>%n блюдо</numerusform>
            <numerusform>%n блюда</numerusform>
            <numerusform>%n блюд</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold in steps of %1</source>
        <translation>Продаётся с шагом %1</translation>
    </message>
    <message>
        <source>Choose at least one dish.</source>
        <translation>Выберите хотя бы одно блюдо.</translation>
    </message>
    <message>
        <source>Which table?</source>
        <translation>Какой стол?</translation>
    </message>
    <message>
        <source>Not a number of guests.</source>
        <translation>Неверное число гостей.</translation>
    </message>
    <message>
        <source>Where does it go?</source>
        <translation>Куда везти?</translation>
    </message>
    <message>
        <source>That is no time to come.</source>
        <translation>Такое время не подходит.</translation>
    </message>
    <message>
        <source>The site does not take this name or phone: %1</source>
        <translation>Сервер не принимает это имя или телефон: %1</translation>
    </message>
    <message>
        <source>Out now: choose something else.</source>
        <translation>Сейчас на стопе: выберите другое.</translation>
    </message>
    <message>
        <source>Not on the menu any more.</source>
        <translation>В меню больше нет.</translation>
    </message>
    <message>
        <source>The choices of this dish are others now: choose again.</source>
        <translation>Варианты этого блюда изменились: выберите заново.</translation>
    </message>
</context>
<context>
    <name>oshaq::DraftTicket</name>
    <message>
        <source>Course %1</source>
        <translation>Курс %1</translation>
    </message>
</context>
<context>
    <name>oshaq::EditOrderSheet</name>
    <message>
        <source>Change the order</source>
        <translation>Изменить заказ</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Изменить %1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Стол</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Столы</translation>
    </message>
    <message>
        <source>Guests at the table</source>
        <translation>Гости за столом</translation>
    </message>
    <message>
        <source>guests at the table</source>
        <translation>гости за столом</translation>
    </message>
    <message>
        <source>Note to the kitchen</source>
        <translation>Примечание для кухни</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Выйти без сохранения?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>The order is over meanwhile: nothing of it can be changed.</source>
        <translation>Заказ тем временем закрыт: изменить в нём уже ничего нельзя.</translation>
    </message>
    <message>
        <source>Somebody else has just changed this order. What you typed stayed.</source>
        <translation>Кто-то только что изменил этот заказ. Введённое осталось.</translation>
    </message>
    <message>
        <source>That is no time to come.</source>
        <translation>Такое время не подходит.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>к %1</translation>
    </message>
    <message>
        <source>Not a number of guests.</source>
        <translation>Неверное число гостей.</translation>
    </message>
</context>
<context>
    <name>oshaq::GuestPanel</name>
    <message>
        <source>Guest</source>
        <translation>Гость</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>Аллергия: %1</translation>
    </message>
    <message>
        <source>Past orders</source>
        <translation>Прошлые заказы</translation>
    </message>
    <message>
        <source>Open %1, %2, %3</source>
        <translation>Открыть %1, %2, %3</translation>
    </message>
</context>
<context>
    <name>oshaq::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
</context>
<context>
    <name>oshaq::JoinSheet</name>
    <message>
        <source>Join orders</source>
        <translation>Объединить заказы</translation>
    </message>
    <message>
        <source>Join another order into %1</source>
        <translation>Присоединить другой заказ к %1</translation>
    </message>
    <message>
        <source>All its dishes come over; its own number ends.</source>
        <translation>Все его блюда перейдут сюда; его номер закроется.</translation>
    </message>
    <message>
        <source>Number, table or guest</source>
        <translation>Номер, стол или гость</translation>
    </message>
    <message>
        <source>Search open orders</source>
        <translation>Поиск открытых заказов</translation>
    </message>
    <message>
        <source>The site does not have this order yet. Join it when it has.</source>
        <translation>На сервере этого заказа ещё нет. Объедините, когда появится.</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>Аллергия: %1</translation>
    </message>
    <message>
        <source>There is no other open order.</source>
        <translation>Других открытых заказов нет.</translation>
    </message>
    <message>
        <source>No open order is called that.</source>
        <translation>Такого открытого заказа нет.</translation>
    </message>
    <message>
        <source>%1 goes into %2: %3, %4 together</source>
        <translation>%1 войдёт в %2: вместе %3, %4</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Choose the order that comes over.</source>
        <translation>Выберите, какой заказ присоединить.</translation>
    </message>
    <message>
        <source>Asking the site…</source>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>Your choice stays.</source>
        <translation>Ваш выбор сохранён.</translation>
    </message>
    <message>
        <source>Joined into %1.</source>
        <translation>Присоединён к %1.</translation>
    </message>
</context>
<context>
    <name>oshaq::KeysPanel</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>Заказ %1</translation>
    </message>
    <message>
        <source>Ticket to the left</source>
        <translation>Заказ слева</translation>
    </message>
    <message>
        <source>Ticket to the right</source>
        <translation>Заказ справа</translation>
    </message>
    <message>
        <source>Ticket above</source>
        <translation>Заказ выше</translation>
    </message>
    <message>
        <source>Ticket below</source>
        <translation>Заказ ниже</translation>
    </message>
    <message>
        <source>Start, bump, hand over</source>
        <translation>Начать, готово, выдать</translation>
    </message>
    <message>
        <source>Next dish</source>
        <translation>Следующее блюдо</translation>
    </message>
    <message>
        <source>Dish before</source>
        <translation>Предыдущее блюдо</translation>
    </message>
    <message>
        <source>Dish done</source>
        <translation>Блюдо готово</translation>
    </message>
    <message>
        <source>Let go, close</source>
        <translation>Снять выбор, закрыть</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Предыдущая страница</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Первая страница</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>Последняя страница</translation>
    </message>
    <message>
        <source>Recall the last bump</source>
        <translation>Вернуть последнее готовое</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>What was done here</source>
        <translation>Что здесь сделано</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Срочно</translation>
    </message>
    <message>
        <source>Fire the next course</source>
        <translation>Запустить следующий курс</translation>
    </message>
    <message>
        <source>Hold the course</source>
        <translation>Придержать курс</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Changes seen</source>
        <translation>Изменения увидены</translation>
    </message>
    <message>
        <source>Void the dish</source>
        <translation>Отменить блюдо</translation>
    </message>
    <message>
        <source>Expo view</source>
        <translation>Раздача</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Цеха</translation>
    </message>
    <message>
        <source>Dismiss a message</source>
        <translation>Скрыть сообщение</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Как обычно</translation>
    </message>
    <message>
        <source>press the key</source>
        <translation>нажмите клавишу</translation>
    </message>
    <message>
        <source>Press the key of the keyboard or bump bar that shall do this. Esc: none.</source>
        <translation>Нажмите клавишу клавиатуры или кухонного пульта, которая будет это делать. Esc: никакая.</translation>
    </message>
    <message>
        <source>Touch what a key shall do, or choose it and press Enter. Esc closes.</source>
        <translation>Коснитесь действия или выберите его и нажмите Enter. Esc закрывает.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Звуки</translation>
    </message>
    <message>
        <source>86: dishes that are out</source>
        <translation>Стоп-лист: блюда на стопе</translation>
    </message>
</context>
<context>
    <name>oshaq::KitchenPage</name>
    <message>
        <source>Dismiss</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Choose the station</source>
        <translation>Выбрать цех</translation>
    </message>
    <message>
        <source>Connecting to the site</source>
        <translation>Подключение к серверу</translation>
    </message>
    <message>
        <source>No contact with the site yet</source>
        <translation>Связи с сервером пока нет</translation>
    </message>
    <message>
        <source>Open orders appear here as soon as it answers.</source>
        <translation>Открытые заказы появятся здесь, как только он ответит.</translation>
    </message>
    <message>
        <source>No open tickets</source>
        <translation>Нет открытых заказов</translation>
    </message>
    <message>
        <source>Everything for %1 is out.</source>
        <translation>%1: всё выдано.</translation>
    </message>
    <message>
        <source>Everything is out.</source>
        <translation>Всё выдано.</translation>
    </message>
    <message>
        <source>The last order, %1, came at %2.</source>
        <translation>Последний заказ: %1, %2.</translation>
    </message>
    <message>
        <source>Next promise %1</source>
        <translation>Ближайший к %1</translation>
    </message>
    <message>
        <source>Tab</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next dish</source>
        <translation>след. блюдо</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>dish done</source>
        <translation>блюдо готово</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>снять выбор</translation>
    </message>
    <message>
        <source>choose a ticket</source>
        <translation>выбрать заказ</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Кухня</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>Все цеха</translation>
    </message>
    <message>
        <source>%1: no course is held.</source>
        <translation>%1: ни один курс не ждёт.</translation>
    </message>
    <message>
        <source>Choose a ticket first.</source>
        <translation>Сначала выберите заказ.</translation>
    </message>
    <message>
        <source>%1: nothing of it can wait any more.</source>
        <translation>%1: придержать уже нечего.</translation>
    </message>
    <message>
        <source>There is nothing here to take back.</source>
        <translation>Отменять здесь нечего.</translation>
    </message>
    <message>
        <source>%1, taken back: %2</source>
        <extracomment>%1: number of the order, %2: what had been done, for example &quot;Bumped: Samsa&quot;</extracomment>
        <translation>%1, отменено: %2</translation>
    </message>
    <message>
        <source>Choose the dish first.</source>
        <translation>Сначала выберите блюдо.</translation>
    </message>
    <message>
        <source>%1: why is %2 void?</source>
        <translation>%1: почему отменяется %2?</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Закончилось</translation>
    </message>
    <message>
        <source>The guest does not want it</source>
        <translation>Гость отказался</translation>
    </message>
    <message>
        <source>Burnt or dropped</source>
        <translation>Подгорело или упало</translation>
    </message>
    <message>
        <source>Ordered by mistake</source>
        <translation>Заказано по ошибке</translation>
    </message>
    <message>
        <source>What is heard at this screen?</source>
        <translation>Что слышно на этом экране?</translation>
    </message>
    <message>
        <source>Void and cancelled</source>
        <translation>Отмены</translation>
    </message>
    <message>
        <source>New tickets</source>
        <translation>Новые заказы</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>Late tickets</source>
        <translation>Опоздания</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How large are the tickets of %1?</source>
        <translation>Какого размера заказы: %1?</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>Сколько поместится</translation>
    </message>
    <message>
        <source>How many tickets stand side by side?</source>
        <translation>Сколько заказов рядом?</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Колонки</translation>
    </message>
</context>
<context>
    <name>oshaq::KitchenText</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n заказ</numerusform>
            <numerusform>%n заказа</numerusform>
            <numerusform>%n заказов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n опоздание</numerusform>
            <numerusform>%n опоздания</numerusform>
            <numerusform>%n опозданий</numerusform>
        </translation>
    </message>
    <message>
        <source>1 more ticket on page 2</source>
        <translation>Ещё 1 заказ на стр. 2</translation>
    </message>
    <message numerus="yes">
        <source>%n more tickets on page 2</source>
        <translation>
            <numerusform>Ещё %n заказ на стр. 2</numerusform>
            <numerusform>Ещё %n заказа на стр. 2</numerusform>
            <numerusform>Ещё %n заказов на стр. 2</numerusform>
        </translation>
    </message>
    <message>
        <source>1 earlier ticket on page 1</source>
        <translation>Раньше на стр. 1: 1 заказ</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier tickets on page 1</source>
        <translation>
            <numerusform>Раньше на стр. 1: %n заказ</numerusform>
            <numerusform>Раньше на стр. 1: %n заказа</numerusform>
            <numerusform>Раньше на стр. 1: %n заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Стр. %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more after it</source>
        <translation>
            <numerusform>далее ещё %n</numerusform>
            <numerusform>далее ещё %n</numerusform>
            <numerusform>далее ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>You see what was known at %1.</source>
        <translation>На экране данные на %1.</translation>
    </message>
    <message>
        <source>Nothing is known of its orders yet.</source>
        <translation>О заказах пока ничего не известно.</translation>
    </message>
    <message>
        <source>New orders will not appear: ask the counter.</source>
        <translation>Новые заказы не появятся: спрашивайте на кассе.</translation>
    </message>
    <message>
        <source>Looking for the site.</source>
        <translation>Ищем сервер.</translation>
    </message>
    <message>
        <source>Bumps are kept here and sent when it answers.</source>
        <translation>Отметки «Готово» хранятся здесь и уйдут, когда он ответит.</translation>
    </message>
    <message>
        <source>The site does not answer.</source>
        <translation>Сервер не отвечает.</translation>
    </message>
    <message>
        <source>Bumps are kept here and sent when it is back.</source>
        <translation>Отметки «Готово» хранятся здесь и уйдут, когда связь вернётся.</translation>
    </message>
    <message>
        <source>The site does not accept this screen any more.</source>
        <translation>Сервер больше не принимает этот экран.</translation>
    </message>
    <message>
        <source>Bumps are kept here and sent after signing in: ask a manager to sign this screen in again.</source>
        <translation>Отметки «Готово» хранятся здесь и уйдут после входа: попросите менеджера снова войти на этом экране.</translation>
    </message>
    <message>
        <source>The site gave an answer that this screen does not understand, so nothing more is sent.</source>
        <translation>Сервер дал непонятный этому экрану ответ, отправка остановлена.</translation>
    </message>
    <message>
        <source>Bumps are kept here. Tell a manager; restarting this screen loses nothing.</source>
        <translation>Отметки «Готово» хранятся здесь. Скажите менеджеру; при перезапуске экрана ничего не пропадёт.</translation>
    </message>
    <message>
        <source>Connected: new orders appear here by themselves.</source>
        <translation>Связь есть: новые заказы появятся здесь сами.</translation>
    </message>
    <message>
        <source>Looking for the site. If this takes longer than a minute, see whether its computer is on.</source>
        <translation>Ищем сервер. Если это дольше минуты, проверьте, включён ли его компьютер.</translation>
    </message>
    <message>
        <source>The site has not answered since %1. See whether its computer and the network are on.</source>
        <translation>Сервер не отвечает с %1. Проверьте, включены ли его компьютер и сеть.</translation>
    </message>
    <message>
        <source>The site does not answer. See whether its computer and the network are on.</source>
        <translation>Сервер не отвечает. Проверьте, включены ли его компьютер и сеть.</translation>
    </message>
    <message>
        <source>The site does not accept this screen any more: ask a manager to sign it in again.</source>
        <translation>Сервер больше не принимает этот экран: попросите менеджера снова войти на нём.</translation>
    </message>
    <message>
        <source>The site gave an answer that this screen does not understand: tell a manager.</source>
        <translation>Сервер дал непонятный этому экрану ответ: скажите менеджеру.</translation>
    </message>
    <message>
        <source>On screen: p50 %1 ms, p95 %2 ms</source>
        <extracomment>From the order&apos;s acceptance at the site to its ticket on this screen: median and 95th percentile</extracomment>
        <translation>На экране: p50 %1 мс, p95 %2 мс</translation>
    </message>
    <message>
        <source>%1: the start at %2 was refused.</source>
        <translation>%1: «Начать» в %2 отклонено.</translation>
    </message>
    <message>
        <source>%1: the bump at %2 was refused.</source>
        <translation>%1: «Готово» в %2 отклонено.</translation>
    </message>
    <message>
        <source>%1: the void at %2 was refused.</source>
        <translation>%1: отмена в %2 отклонена.</translation>
    </message>
    <message>
        <source>%1: the recall at %2 was refused.</source>
        <translation>%1: возврат в %2 отклонён.</translation>
    </message>
    <message>
        <source>%1: handing over at %2 was refused.</source>
        <translation>%1: выдача в %2 отклонена.</translation>
    </message>
    <message>
        <source>%1: the change at %2 was refused.</source>
        <translation>%1: изменение в %2 отклонено.</translation>
    </message>
    <message>
        <source>The ticket shows what is true at the site.</source>
        <translation>Заказ показан так, как он есть на сервере.</translation>
    </message>
    <message>
        <source>1 more refusal after this one.</source>
        <translation>Далее ещё 1 отказ.</translation>
    </message>
    <message numerus="yes">
        <source>%n more refusals after this one.</source>
        <translation>
            <numerusform>Далее ещё %n отказ.</numerusform>
            <numerusform>Далее ещё %n отказа.</numerusform>
            <numerusform>Далее ещё %n отказов.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: that did not work.</source>
        <translation>%1: не получилось.</translation>
    </message>
</context>
<context>
    <name>oshaq::LineEditor</name>
    <message>
        <source>contains %1</source>
        <translation>в составе %1</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>Note to the kitchen</source>
        <translation>Примечание для кухни</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Course %1</source>
        <translation>Курс %1</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>back to the dishes, without this one</extracomment>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Add</source>
        <extracomment>puts the dish on the ticket</extracomment>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>oshaq::LinkText</name>
    <message>
        <source>1 change waiting</source>
        <translation>1 в очереди</translation>
    </message>
    <message numerus="yes">
        <source>%n changes waiting</source>
        <translation>
            <numerusform>%n в очереди</numerusform>
            <numerusform>%n в очереди</numerusform>
            <numerusform>%n в очереди</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Live · on screen in %1 ms</source>
        <translation>На связи · на экране за %1 мс</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>На связи</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Нет связи с %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Нужен вход</translation>
    </message>
    <message>
        <source>Sending stopped</source>
        <translation>Сбой отправки</translation>
    </message>
    <message>
        <source>The order was already further on, handed over or cancelled.</source>
        <translation>Заказ уже продвинулся дальше, выдан или отменён.</translation>
    </message>
    <message>
        <source>Somebody else had changed the order first.</source>
        <translation>Кто-то изменил заказ раньше.</translation>
    </message>
    <message>
        <source>The dish had been voided or changed by somebody else.</source>
        <translation>Блюдо уже отменил или изменил кто-то другой.</translation>
    </message>
    <message>
        <source>This order cannot be taken back any more.</source>
        <translation>Этот заказ вернуть уже нельзя.</translation>
    </message>
    <message>
        <source>It was taken back too late: kitchens have 15 minutes.</source>
        <translation>Вернуть уже поздно: у кухни 15 минут.</translation>
    </message>
    <message>
        <source>The site does not know this order.</source>
        <translation>Сервер не знает этого заказа.</translation>
    </message>
    <message>
        <source>This screen may not do that.</source>
        <translation>Этому экрану так нельзя.</translation>
    </message>
    <message>
        <source>This computer could not write it down: its disk may be full. Try again.</source>
        <translation>Компьютер не смог это записать: возможно, диск заполнен. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The site gave the reason %1.</source>
        <translation>Причина от сервера: %1.</translation>
    </message>
    <message>
        <source>The site said: %1</source>
        <translation>Ответ сервера: %1</translation>
    </message>
    <message>
        <source>The order owes less than that: somebody may have paid meanwhile.</source>
        <translation>По заказу осталось меньше: возможно, кто-то уже заплатил.</translation>
    </message>
    <message>
        <source>No money can be taken for this order now.</source>
        <translation>Сейчас оплату по этому заказу принять нельзя.</translation>
    </message>
    <message>
        <source>The site has already done this in another way. Look at what it has now, then try again.</source>
        <translation>Сервер уже сделал это иначе. Посмотрите, что там сейчас, и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Somebody else has changed the same thing. Look at it again.</source>
        <translation>Кто-то другой изменил то же самое. Посмотрите ещё раз.</translation>
    </message>
    <message>
        <source>A dish is out now.</source>
        <translation>Одно из блюд уже на стопе.</translation>
    </message>
    <message>
        <source>A dish is not on the menu any more.</source>
        <translation>Одного из блюд больше нет в меню.</translation>
    </message>
    <message>
        <source>A delivery needs an address.</source>
        <translation>Для доставки нужен адрес.</translation>
    </message>
    <message>
        <source>The site does not answer. See whether its computer and the network are on, then try again.</source>
        <translation>Сервер не отвечает. Проверьте, включены ли его компьютер и сеть, и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The site does not let this screen do that: ask a manager.</source>
        <translation>Сервер не разрешает это этому экрану: спросите менеджера.</translation>
    </message>
    <message>
        <source>The site gave an answer that this screen does not understand. Try again; if it stays so, tell a manager.</source>
        <translation>Сервер дал непонятный этому экрану ответ. Попробуйте ещё раз; если не поможет, скажите менеджеру.</translation>
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
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>Pages: %1</source>
        <translation>Разделы: %1</translation>
    </message>
    <message>
        <source>F11</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>F11</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>Во весь экран (F11)</translation>
    </message>
</context>
<context>
    <name>oshaq::NewOrderSheet</name>
    <message>
        <source>New order</source>
        <translation>Новый заказ</translation>
    </message>
    <message>
        <source>How it is handed over</source>
        <translation>Способ выдачи</translation>
    </message>
    <message>
        <source>Begun before:</source>
        <translation>Начато раньше:</translation>
    </message>
    <message>
        <source>Another order</source>
        <translation>Ещё заказ</translation>
    </message>
    <message>
        <source>Keep what you began?</source>
        <translation>Сохранить начатое?</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>В черновики</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Стол %1</translation>
    </message>
    <message>
        <source>Orders begun before</source>
        <translation>Начатые раньше заказы</translation>
    </message>
    <message>
        <source>The site does not answer: the order is kept here and sent when it does.</source>
        <translation>Сервер не отвечает: заказ хранится здесь и уйдёт, когда связь вернётся.</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>closes the sheet after an order was placed</extracomment>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Place order</source>
        <translation>Оформить заказ</translation>
    </message>
    <message>
        <source>Place order · %1</source>
        <translation>Оформить заказ · %1</translation>
    </message>
    <message>
        <source>First finish the dish that is open: add it, or go back.</source>
        <translation>Сначала закончите открытое блюдо: добавьте его или вернитесь назад.</translation>
    </message>
    <message>
        <source>“%1” is not on the ticket yet: Enter adds it, Esc clears it.</source>
        <translation>«%1» ещё не в заказе: Enter добавит, Esc сотрёт.</translation>
    </message>
    <message>
        <source>promised %1</source>
        <translation>обещан к %1</translation>
    </message>
    <message>
        <source>The site has it.</source>
        <translation>Заказ на сервере.</translation>
    </message>
    <message>
        <source>On its way to the kitchen.</source>
        <translation>Отправляется на кухню.</translation>
    </message>
    <message>
        <source>Kept here. It is sent when the site answers.</source>
        <translation>Хранится здесь. Уйдёт, когда сервер ответит.</translation>
    </message>
</context>
<context>
    <name>oshaq::NumberPad</name>
    <message>
        <source>Keypad</source>
        <translation>Цифры</translation>
    </message>
    <message>
        <source>Delete the last figure</source>
        <translation>Стереть последнюю цифру</translation>
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
        <translation>Следующий шаг</translation>
    </message>
    <message>
        <source>Pay</source>
        <extracomment>Button: take a payment</extracomment>
        <translation>Оплатить</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Add dishes</source>
        <translation>Добавить блюда</translation>
    </message>
    <message>
        <source>Edit details</source>
        <translation>Изменить детали</translation>
    </message>
    <message>
        <source>Goes first</source>
        <translation>Срочно</translation>
    </message>
    <message>
        <source>Fire the next course</source>
        <translation>Запустить следующий курс</translation>
    </message>
    <message>
        <source>Void dishes</source>
        <translation>Отменить блюда</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Разделение</translation>
    </message>
    <message>
        <source>Join with another</source>
        <translation>Объединить с другим</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>На шаг назад</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Отменить заказ</translation>
    </message>
    <message>
        <source>Order again</source>
        <translation>Повторить заказ</translation>
    </message>
    <message>
        <source>The kitchen says when it is ready.</source>
        <translation>Кухня сообщит, когда готово.</translation>
    </message>
    <message>
        <source>Others take it from here.</source>
        <translation>Дальше займутся другие.</translation>
    </message>
    <message>
        <source>Fire course %1</source>
        <translation>Запустить курс %1</translation>
    </message>
    <message>
        <source>In its turn again</source>
        <translation>Снова в очередь</translation>
    </message>
    <message>
        <source>Make it first</source>
        <translation>Сделать срочным</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Отказать</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderBuilder</name>
    <message>
        <source>On the ticket</source>
        <translation>В заказе</translation>
    </message>
    <message>
        <source>Nothing yet. Type a dish, or touch it.</source>
        <translation>Пока пусто. Введите блюдо или коснитесь его.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Put back</source>
        <extracomment>the dish that was taken from the ticket by mistake</extracomment>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Course %1</source>
        <translation>Курс %1</translation>
    </message>
    <message>
        <source>Course</source>
        <extracomment>before the numbers of the courses</extracomment>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Course of the next dishes</source>
        <translation>Курс следующих блюд</translation>
    </message>
    <message>
        <source>Dish %1</source>
        <extracomment>stands for the name of a dish that the menu does not have any more</extracomment>
        <translation>Блюдо %1</translation>
    </message>
    <message>
        <source>Allergy: it contains %1</source>
        <translation>Аллергия: в составе %1</translation>
    </message>
    <message>
        <source>Taken away: %1 %2</source>
        <translation>Убрано: %1 %2</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderDetail</name>
    <message>
        <source>No order chosen</source>
        <translation>Заказ не выбран</translation>
    </message>
    <message>
        <source>Choose one with the arrow keys or a tap: what it is and what can be done stands here.</source>
        <translation>Выберите заказ стрелками или касанием: здесь будет видно, что в нём и что с ним можно сделать.</translation>
    </message>
    <message>
        <source>placed %1</source>
        <translation>оформлен %1</translation>
    </message>
    <message>
        <source>An earlier order: it can be read and printed.</source>
        <translation>Прежний заказ: можно прочитать и напечатать.</translation>
    </message>
    <message>
        <source>Not sent yet: the site does not know this order.</source>
        <translation>Ещё не отправлен: сервер не знает этого заказа.</translation>
    </message>
    <message>
        <source>A change of it has not reached the site yet.</source>
        <translation>Изменение заказа ещё не дошло до сервера.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Подытог</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>%1 due</source>
        <extracomment>What is still to be paid</extracomment>
        <translation>к оплате %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>Button: everything else that can be done with the order</extracomment>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Оставить все</translation>
    </message>
    <message>
        <source>Choose dishes</source>
        <translation>Выберите блюда</translation>
    </message>
    <message>
        <source>Void 1 dish</source>
        <translation>Отменить 1 блюдо</translation>
    </message>
    <message numerus="yes">
        <source>Void %n dishes</source>
        <translation>
            <numerusform>Отменить %n блюдо</numerusform>
            <numerusform>Отменить %n блюда</numerusform>
            <numerusform>Отменить %n блюд</numerusform>
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
        <translation>Стол</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Столы</translation>
    </message>
    <message>
        <source>Keypad for the table</source>
        <translation>Цифры для стола</translation>
    </message>
    <message>
        <source>Keypad for the phone</source>
        <translation>Цифры для телефона</translation>
    </message>
    <message>
        <source>Guests at the table</source>
        <translation>Гости за столом</translation>
    </message>
    <message>
        <source>guests at the table</source>
        <translation>гости за столом</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Гость</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Другой гость</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Куда везти</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Note to the kitchen</source>
        <translation>Примечание для кухни</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Стол %1</translation>
    </message>
    <message>
        <source>Already open at this table: %1</source>
        <translation>За этим столом уже открыт: %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>к %1</translation>
    </message>
    <message>
        <source>As in their last order. Ask whether it still holds.</source>
        <translation>Как в прошлом заказе. Спросите, верно ли ещё.</translation>
    </message>
    <message>
        <source>A known guest: 1 order</source>
        <translation>Знакомый гость: 1 заказ</translation>
    </message>
    <message numerus="yes">
        <source>A known guest: %n orders</source>
        <translation>
            <numerusform>Знакомый гость: %n заказ</numerusform>
            <numerusform>Знакомый гость: %n заказа</numerusform>
            <numerusform>Знакомый гость: %n заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>A known guest</source>
        <translation>Знакомый гость</translation>
    </message>
    <message>
        <source>Looking for the guest…</source>
        <translation>Ищем гостя…</translation>
    </message>
    <message>
        <source>A new guest: nobody is known by that.</source>
        <translation>Новый гость: по этим данным никого нет.</translation>
    </message>
    <message>
        <source>Guests cannot be looked up while the site does not answer. Go on without.</source>
        <translation>Пока сервер не отвечает, гостя не найти. Продолжайте без этого.</translation>
    </message>
    <message>
        <source>Is it one of these? Enter takes the first.</source>
        <translation>Кто-то из них? Enter выберет первого.</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 заказ</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n заказ</numerusform>
            <numerusform>%n заказа</numerusform>
            <numerusform>%n заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Без имени</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>Аллергия: %1</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Другой адрес</translation>
    </message>
    <message>
        <source>The address of their order before</source>
        <translation>Адрес прошлого заказа</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderFilterBar</name>
    <message>
        <source>Open</source>
        <extracomment>Orders that are not closed</extracomment>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>Orders of every status</extracomment>
        <translation>Все</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 дней</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Все годы</translation>
    </message>
    <message>
        <source>All fulfilment</source>
        <translation>Любая выдача</translation>
    </message>
    <message>
        <source>Dine-in</source>
        <translation>В зале</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Самовывоз</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>All payment</source>
        <translation>Любая оплата</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>К оплате</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Выдача</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
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
        <translation>ОТМЕНА</translation>
    </message>
    <message>
        <source>ADDED</source>
        <extracomment>Tag on a dish that came later</extracomment>
        <translation>ДОБАВЛЕНО</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderLines</name>
    <message>
        <source>Course %1, held</source>
        <translation>Курс %1, ждёт</translation>
    </message>
    <message>
        <source>Course %1</source>
        <translation>Курс %1</translation>
    </message>
    <message>
        <source>Fire</source>
        <extracomment>Button: the kitchen begins with this course</extracomment>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Fire course %1</source>
        <translation>Запустить курс %1</translation>
    </message>
</context>
<context>
    <name>oshaq::OrderText</name>
    <message>
        <source>New</source>
        <extracomment>Status of an order</extracomment>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>Status of an order</extracomment>
        <translation>Принят</translation>
    </message>
    <message>
        <source>Preparing</source>
        <extracomment>Status of an order</extracomment>
        <translation>Готовится</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>Status of an order</extracomment>
        <translation>Готов</translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <extracomment>Status of an order</extracomment>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Completed</source>
        <extracomment>Status of an order</extracomment>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>Status of an order</extracomment>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Dine-in</source>
        <translation>В зале</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Стол %1</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Самовывоз</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Delivery · %1</source>
        <translation>Доставка · %1</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <extracomment>A guest who left no name and no phone</extracomment>
        <translation>Без имени</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Наличные</translation>
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
        <translation>Сохранённая карта</translation>
    </message>
    <message>
        <source>unknown, checking</source>
        <translation>неизвестно, проверяем</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>Не оплачено</translation>
    </message>
    <message>
        <source>Part-paid</source>
        <translation>Оплачено частично</translation>
    </message>
    <message>
        <source>part-paid</source>
        <translation>частично</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>оплачено</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>возврат</translation>
    </message>
    <message>
        <source>LATE</source>
        <translation>ОПОЗДАНИЕ</translation>
    </message>
    <message>
        <source>LATE +%1 min</source>
        <translation>ОПОЗДАНИЕ +%1 мин</translation>
    </message>
    <message>
        <source>placed %1</source>
        <translation>оформлен %1</translation>
    </message>
    <message>
        <source>allergy: %1</source>
        <translation>аллергия: %1</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>ещё не отправлен</translation>
    </message>
    <message>
        <source>a change has not reached the site yet</source>
        <translation>изменение ещё не дошло до сервера</translation>
    </message>
    <message>
        <source>1 cover</source>
        <translation>1 гость</translation>
    </message>
    <message numerus="yes">
        <source>%n covers</source>
        <translation>
            <numerusform>%n гость</numerusform>
            <numerusform>%n гостя</numerusform>
            <numerusform>%n гостей</numerusform>
        </translation>
    </message>
    <message>
        <source>promised %1</source>
        <translation>обещан к %1</translation>
    </message>
    <message>
        <source>goes first</source>
        <translation>срочно</translation>
    </message>
    <message>
        <source>ALLERGY: %1</source>
        <translation>АЛЛЕРГИЯ: %1</translation>
    </message>
    <message>
        <source>held</source>
        <extracomment>A dish whose course nobody fired yet</extracomment>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>готовится</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>A dish</extracomment>
        <translation>готово</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>примечание: %1</translation>
    </message>
    <message>
        <source>void</source>
        <translation>отмена</translation>
    </message>
    <message>
        <source>added later</source>
        <translation>добавлено позже</translation>
    </message>
    <message>
        <source>Accept</source>
        <extracomment>Button: the order is taken</extracomment>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Start preparing</source>
        <translation>Начать готовить</translation>
    </message>
    <message>
        <source>Mark ready</source>
        <extracomment>Button: everything is made</extracomment>
        <translation>Заказ готов</translation>
    </message>
    <message>
        <source>Send out</source>
        <extracomment>Button: the courier has it</extracomment>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Delivered</source>
        <extracomment>Buttons: the guest has it</extracomment>
        <translation>Доставлен</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Выдать</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Отменить заказ</translation>
    </message>
    <message>
        <source>%1 is new again</source>
        <translation>%1 снова новый</translation>
    </message>
    <message>
        <source>%1 is accepted</source>
        <translation>%1 принят</translation>
    </message>
    <message>
        <source>%1 is being prepared</source>
        <translation>%1 готовится</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 готов</translation>
    </message>
    <message>
        <source>%1 is out for delivery</source>
        <translation>%1 в пути</translation>
    </message>
    <message>
        <source>%1 is completed</source>
        <translation>%1 завершён</translation>
    </message>
    <message>
        <source>%1 is cancelled</source>
        <translation>%1 отменён</translation>
    </message>
    <message>
        <source>automatically</source>
        <translation>автоматически</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>гость</translation>
    </message>
    <message>
        <source>Back to: %1</source>
        <translation>Снова: %1</translation>
    </message>
    <message>
        <source>On the kitchen screen</source>
        <translation>На экране кухни</translation>
    </message>
    <message>
        <source>%1 ms after it was accepted</source>
        <translation>через %1 мс после принятия</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Начато</translation>
    </message>
    <message>
        <source>Made</source>
        <extracomment>In the history, before the dishes</extracomment>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Запущено</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Придержано</translation>
    </message>
    <message>
        <source>Wanted again</source>
        <translation>Снова нужно</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>Details changed</source>
        <translation>Изменены детали</translation>
    </message>
    <message>
        <source>Payment: %1</source>
        <translation>Оплата: %1</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Напечатано</translation>
    </message>
    <message>
        <source>Ticket printed</source>
        <translation>Заказ напечатан</translation>
    </message>
    <message>
        <source>Receipt printed</source>
        <translation>Чек напечатан</translation>
    </message>
    <message>
        <source>Changes printed</source>
        <translation>Изменения напечатаны</translation>
    </message>
    <message>
        <source>Dishes moved</source>
        <translation>Блюда перенесены</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Разделение</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Объединено</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Заказов пока нет</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A month and its year</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>1 order, %1</source>
        <translation>1 заказ, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n orders since %1</source>
        <translation>
            <numerusform>%n заказ, первый: %1</numerusform>
            <numerusform>%n заказа, первый: %1</numerusform>
            <numerusform>%n заказов, первый: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>You see what was known at %1.</source>
        <translation>На экране данные на %1.</translation>
    </message>
    <message>
        <source>Nothing is known of its orders yet.</source>
        <translation>О заказах пока ничего не известно.</translation>
    </message>
    <message>
        <source>Looking for the site.</source>
        <translation>Ищем сервер.</translation>
    </message>
    <message>
        <source>What you do is kept and sent when it answers.</source>
        <translation>Ваши действия хранятся и уйдут, когда он ответит.</translation>
    </message>
    <message>
        <source>The site does not answer.</source>
        <translation>Сервер не отвечает.</translation>
    </message>
    <message>
        <source>Go on taking orders: they are kept here and sent when it is back.</source>
        <translation>Принимайте заказы дальше: они хранятся здесь и уйдут, когда связь вернётся.</translation>
    </message>
    <message>
        <source>The site does not accept this screen any more.</source>
        <translation>Сервер больше не принимает этот экран.</translation>
    </message>
    <message>
        <source>What you do is kept and sent after signing in: ask a manager.</source>
        <translation>Ваши действия хранятся и уйдут после входа: попросите менеджера.</translation>
    </message>
    <message>
        <source>The site gave an answer that this screen does not understand, so nothing more is sent.</source>
        <translation>Сервер дал непонятный этому экрану ответ, отправка остановлена.</translation>
    </message>
    <message>
        <source>What you do is kept. Tell a manager; restarting this screen loses nothing.</source>
        <translation>Ваши действия хранятся. Скажите менеджеру; при перезапуске экрана ничего не пропадёт.</translation>
    </message>
    <message>
        <source>%1: the order taken at %2 was refused.</source>
        <translation>%1: заказ, принятый в %2, отклонён.</translation>
    </message>
    <message>
        <source>%1: the void at %2 was refused.</source>
        <translation>%1: отмена в %2 отклонена.</translation>
    </message>
    <message>
        <source>%1: the step back at %2 was refused.</source>
        <translation>%1: шаг назад в %2 отклонён.</translation>
    </message>
    <message>
        <source>%1: accepting at %2 was refused.</source>
        <translation>%1: принятие в %2 отклонено.</translation>
    </message>
    <message>
        <source>%1: handing over at %2 was refused.</source>
        <translation>%1: выдача в %2 отклонена.</translation>
    </message>
    <message>
        <source>%1: cancelling at %2 was refused.</source>
        <translation>%1: отмена заказа в %2 отклонена.</translation>
    </message>
    <message>
        <source>%1: the change at %2 was refused.</source>
        <translation>%1: изменение в %2 отклонено.</translation>
    </message>
    <message>
        <source>The order shows what is true at the site.</source>
        <translation>Заказ показан так, как он есть на сервере.</translation>
    </message>
    <message>
        <source>1 more refusal after this one.</source>
        <translation>Далее ещё 1 отказ.</translation>
    </message>
    <message numerus="yes">
        <source>%n more refusals after this one.</source>
        <translation>
            <numerusform>Далее ещё %n отказ.</numerusform>
            <numerusform>Далее ещё %n отказа.</numerusform>
            <numerusform>Далее ещё %n отказов.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: that did not work.</source>
        <translation>%1: не получилось.</translation>
    </message>
    <message>
        <source>The last act was taken back.</source>
        <translation>Последнее действие отменено.</translation>
    </message>
    <message>
        <source>%1: the last act was taken back.</source>
        <translation>%1: последнее действие отменено.</translation>
    </message>
    <message>
        <source>Guest changed their mind</source>
        <translation>Гость передумал</translation>
    </message>
    <message>
        <source>Dish is out</source>
        <translation>Блюдо на стопе</translation>
    </message>
    <message>
        <source>Too late to make it</source>
        <translation>Уже не успеть</translation>
    </message>
    <message>
        <source>Kitchen is full</source>
        <translation>Кухня перегружена</translation>
    </message>
    <message>
        <source>Taken twice</source>
        <translation>Принят дважды</translation>
    </message>
    <message>
        <source>Guest does not answer</source>
        <translation>Гость не отвечает</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>Введено по ошибке</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Жалоба</translation>
    </message>
    <message>
        <source>Joined into %1.</source>
        <translation>Присоединён к %1.</translation>
    </message>
    <message>
        <source>Cancelled: taken back</source>
        <translation>Отменён: действие отменено</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Отменён: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::OrdersModel</name>
    <message>
        <source>new</source>
        <extracomment>An order that nobody has looked at yet</extracomment>
        <translation>новый</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>ещё не отправлен</translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>Head of a column</extracomment>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Placed</source>
        <extracomment>Head of a column: when the order came</extracomment>
        <translation>Оформлен</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Гость</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Выдача</translation>
    </message>
    <message>
        <source>Items</source>
        <extracomment>Head of a column: the dishes</extracomment>
        <translation>Блюда</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Возраст</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>ещё не просмотрен</translation>
    </message>
</context>
<context>
    <name>oshaq::OrdersPage</name>
    <message>
        <source>promised %1</source>
        <translation>обещан к %1</translation>
    </message>
    <message>
        <source>%1 goes to the printer</source>
        <translation>%1 на печати</translation>
    </message>
    <message>
        <source>%1 goes to %2</source>
        <translation>%1 на печати: %2</translation>
    </message>
    <message>
        <source>marked as a reprint</source>
        <translation>с пометкой «повтор»</translation>
    </message>
    <message>
        <source>Orders</source>
        <extracomment>Name of a page</extracomment>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl N</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Здесь</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Ранее</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Nothing of it is here; the site is asked.</source>
        <translation>Здесь ничего нет, спрашиваем сервер.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>По запросу «%1» ничего нет</translation>
    </message>
    <message>
        <source>Only the last 48 hours were searched: the site does not answer.</source>
        <translation>Поиск только за последние 48 часов: сервер не отвечает.</translation>
    </message>
    <message>
        <source>Numbers, names, dishes and the last four digits of a phone work.</source>
        <translation>Ищите по номеру, имени, блюду или последним четырём цифрам телефона.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message>
        <source>Connecting to the site</source>
        <translation>Подключение к серверу</translation>
    </message>
    <message>
        <source>No contact with the site yet</source>
        <translation>Связи с сервером пока нет</translation>
    </message>
    <message>
        <source>Orders appear here as soon as it answers. New ones can be taken already.</source>
        <translation>Заказы появятся здесь, как только он ответит. Новые можно принимать уже сейчас.</translation>
    </message>
    <message>
        <source>No open orders</source>
        <translation>Нет открытых заказов</translation>
    </message>
    <message>
        <source>New ones appear here by themselves.</source>
        <translation>Новые появятся здесь сами.</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Новый заказ</translation>
    </message>
    <message>
        <source>No orders like this</source>
        <translation>Таких заказов нет</translation>
    </message>
    <message>
        <source>Nothing here has this status, day, fulfilment and payment.</source>
        <translation>С таким статусом, днём, выдачей и оплатой здесь ничего нет.</translation>
    </message>
    <message>
        <source>Show open orders</source>
        <translation>Показать открытые</translation>
    </message>
    <message>
        <source>Search number, phone, guest, dish</source>
        <translation>Номер, телефон, гость, блюдо</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>Поиск заказов</translation>
    </message>
    <message>
        <source>Search (Ctrl+F or /)</source>
        <translation>Поиск (Ctrl+F или /)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>Button after an act: take it back</extracomment>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Отменять нечего.</translation>
    </message>
    <message>
        <source>%1 is in its turn again</source>
        <translation>%1 снова в очереди</translation>
    </message>
    <message>
        <source>%1 goes first</source>
        <translation>%1: срочно</translation>
    </message>
    <message>
        <source>%1 is back: %2</source>
        <translation>%1 снова: %2</translation>
    </message>
    <message>
        <source>Why is %1 refused?</source>
        <translation>%1: почему отказ?</translation>
    </message>
    <message>
        <source>Why is %1 cancelled?</source>
        <translation>%1: почему отменяется?</translation>
    </message>
    <message>
        <source>%1: course %2 is fired</source>
        <translation>%1: курс %2 запущен</translation>
    </message>
    <message>
        <source>Why is the dish of %1 void?</source>
        <translation>%1: почему отменяется блюдо?</translation>
    </message>
    <message numerus="yes">
        <source>Why are %n dishes of %1 void?</source>
        <translation>
            <numerusform>%1: почему отменяется %n блюдо?</numerusform>
            <numerusform>%1: почему отменяются %n блюда?</numerusform>
            <numerusform>%1: почему отменяются %n блюд?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: 1 dish is void</source>
        <translation>%1: 1 блюдо отменено</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n dishes are void</source>
        <translation>
            <numerusform>%1: %n блюдо отменено</numerusform>
            <numerusform>%1: %n блюда отменено</numerusform>
            <numerusform>%1: %n блюд отменено</numerusform>
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
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Choose an order</source>
        <translation>Выбрать заказ</translation>
    </message>
    <message>
        <source>The next step of the order</source>
        <translation>Следующий шаг заказа</translation>
    </message>
    <message>
        <source>Everything else that can be done</source>
        <translation>Все остальные действия</translation>
    </message>
    <message>
        <source>Take the last act back</source>
        <translation>Отменить последнее действие</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>Сортировать список</translation>
    </message>
    <message>
        <source>Dismiss what was refused</source>
        <translation>Скрыть отказ</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Let go, clear the search</source>
        <translation>Снять выбор, очистить поиск</translation>
    </message>
    <message>
        <source>Searching earlier orders…</source>
        <translation>Поиск прошлых заказов…</translation>
    </message>
    <message>
        <source>Offline: only orders of the last 48 hours, as of %1</source>
        <translation>Нет связи: только заказы за последние 48 часов, на %1</translation>
    </message>
    <message>
        <source>Offline: only orders of the last 48 hours</source>
        <translation>Нет связи: только заказы за последние 48 часов</translation>
    </message>
    <message>
        <source>There are more: they come while you scroll.</source>
        <translation>Есть ещё: появятся при прокрутке.</translation>
    </message>
    <message>
        <source>Not sent yet: its history begins at the site.</source>
        <translation>Ещё не отправлен: история начнётся на сервере.</translation>
    </message>
    <message>
        <source>As it was known last: the site does not answer.</source>
        <translation>По последним данным: сервер не отвечает.</translation>
    </message>
    <message>
        <source>The site keeps the history, and it does not answer now.</source>
        <translation>История хранится на сервере, а он сейчас не отвечает.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message>
        <source>Nothing is noted.</source>
        <translation>Записей нет.</translation>
    </message>
    <message>
        <source>More is known at the site, and it does not answer now.</source>
        <translation>На сервере есть ещё, но он сейчас не отвечает.</translation>
    </message>
</context>
<context>
    <name>oshaq::OutPanel</name>
    <message>
        <source>Dishes that are out</source>
        <translation>Блюда на стопе</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Предыдущая страница</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
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
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>Снять со стопа: %1</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>Введите для поиска</translation>
    </message>
    <message>
        <source>Press a dish that is out. Type to search.</source>
        <translation>Нажмите блюдо, которое закончилось. Для поиска печатайте.</translation>
    </message>
    <message>
        <source>86: press a dish that is out, press it again when it is back. Type to search.</source>
        <translation>Стоп-лист: нажмите блюдо, которое закончилось; нажмите снова, когда появится. Для поиска печатайте.</translation>
    </message>
    <message>
        <source>OUT NOW, press to bring back</source>
        <translation>НА СТОПЕ, нажмите, чтобы вернуть</translation>
    </message>
    <message>
        <source>The menu is not known yet.</source>
        <translation>Меню пока неизвестно.</translation>
    </message>
    <message>
        <source>No dish has “%1” in its name.</source>
        <translation>Нет блюд с «%1» в названии.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Стр. %1 из %2</translation>
    </message>
</context>
<context>
    <name>oshaq::PaperRow</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation>Повторить: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Отменить: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::PaySheet</name>
    <message>
        <source>Cash</source>
        <translation>Наличные</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Терминал</translation>
    </message>
    <message>
        <source>Bank page</source>
        <translation>Страница банка</translation>
    </message>
    <message>
        <source>Saved card</source>
        <translation>Сохранённая карта</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>Способ оплаты</translation>
    </message>
    <message>
        <source>Amount of this payment</source>
        <translation>Сумма этой оплаты</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Usual amounts</source>
        <translation>Обычные суммы</translation>
    </message>
    <message>
        <source>Number on the slip of the card reader</source>
        <translation>Номер на чеке терминала</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Чаевые</translation>
    </message>
    <message>
        <source>Split evenly between</source>
        <translation>Разделить поровну на</translation>
    </message>
    <message>
        <source>guests who share the rest</source>
        <translation>гости, которые делят остаток</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>the money that goes back to the guest</extracomment>
        <translation>Сдача</translation>
    </message>
    <message>
        <source>The payment that was tried before got no answer. Try it again: nothing is taken twice.</source>
        <translation>На прошлую попытку оплаты ответа не было. Повторите: дважды ничего не спишется.</translation>
    </message>
    <message>
        <source>The site does not have this order yet. Take the money when it has.</source>
        <translation>На сервере этого заказа ещё нет. Примите оплату, когда появится.</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Pay for %1</source>
        <translation>Оплата %1</translation>
    </message>
    <message>
        <source>To pay, of %1</source>
        <translation>К оплате из %1</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>tip %1</source>
        <translation>чаевые %1</translation>
    </message>
    <message>
        <source>given back %1</source>
        <translation>возвращено %1</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>не поступило</translation>
    </message>
    <message>
        <source>not sure yet</source>
        <translation>ещё не подтверждено</translation>
    </message>
    <message>
        <source>Asking for the payments so far…</source>
        <translation>Запрашиваем прошлые оплаты…</translation>
    </message>
    <message>
        <source>Exactly %1</source>
        <translation>Ровно %1</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>the button that ends the sheet</extracomment>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>Принять %1</translation>
    </message>
    <message>
        <source>Write an amount, such as %1.</source>
        <translation>Введите сумму, например %1.</translation>
    </message>
    <message>
        <source>No more than %1 is owed.</source>
        <translation>К оплате не больше %1.</translation>
    </message>
    <message>
        <source>Write an amount, or nothing.</source>
        <translation>Введите сумму или оставьте пустым.</translation>
    </message>
    <message>
        <source>Write what was handed over.</source>
        <translation>Введите, сколько получено.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Не хватает %1.</translation>
    </message>
    <message>
        <source>Writing it down at the site…</source>
        <translation>Записываем на сервере…</translation>
    </message>
    <message>
        <source>Taken: %1.</source>
        <translation>Принято: %1.</translation>
    </message>
    <message>
        <source>Change: %1.</source>
        <translation>Сдача: %1.</translation>
    </message>
    <message>
        <source>What you typed stays; nothing is taken twice.</source>
        <translation>Введённое осталось; дважды ничего не спишется.</translation>
    </message>
</context>
<context>
    <name>oshaq::PrintSheet</name>
    <message>
        <source>Print %1</source>
        <translation>Печать %1</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Kitchen ticket</source>
        <translation>Заказ на кухню</translation>
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
        <translation>По настройкам</translation>
    </message>
    <message>
        <source>%1 (does not print)</source>
        <translation>%1 (не печатает)</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Как это будет выглядеть</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>Key on the keyboard</extracomment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Drawing it…</source>
        <translation>Готовим вид…</translation>
    </message>
    <message>
        <source>There is no picture of it; it can be printed all the same.</source>
        <translation>Показать вид нельзя, но напечатать можно.</translation>
    </message>
    <message>
        <source>The paper as it comes out of %1</source>
        <translation>Как это напечатает %1</translation>
    </message>
</context>
<context>
    <name>oshaq::PrinterCard</name>
    <message>
        <source>The test page is on its way …</source>
        <translation>Пробная страница отправлена …</translation>
    </message>
    <message>
        <source>The drawer is being opened …</source>
        <translation>Ящик открывается …</translation>
    </message>
    <message>
        <source>The test page came out.</source>
        <translation>Пробная страница напечатана.</translation>
    </message>
    <message>
        <source>The drawer was opened.</source>
        <translation>Ящик открыт.</translation>
    </message>
    <message>
        <source>The test page did not come out.</source>
        <translation>Пробная страница не напечатана.</translation>
    </message>
    <message>
        <source>The drawer did not open.</source>
        <translation>Ящик не открылся.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Изменить %1</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Пробная страница</translation>
    </message>
    <message>
        <source>Test page of %1</source>
        <translation>Пробная страница: %1</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>Открыть ящик</translation>
    </message>
    <message>
        <source>Open the drawer of %1</source>
        <translation>Открыть ящик: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::PrinterSheet</name>
    <message>
        <source>New printer</source>
        <translation>Новый принтер</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>As people call it: “Grill”, “Counter”.</source>
        <translation>Как его называют: «Гриль», «Касса».</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Укажите название.</translation>
    </message>
    <message>
        <source>How it is connected</source>
        <translation>Как подключён</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Width of the paper</source>
        <translation>Ширина бумаги</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 мм</translation>
    </message>
    <message>
        <source>Language of its papers</source>
        <translation>Язык печати</translation>
    </message>
    <message>
        <source>What it prints</source>
        <translation>Что печатает</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Чеки</translation>
    </message>
    <message>
        <source>Receipt when completed</source>
        <translation>Чек по завершении</translation>
    </message>
    <message>
        <source>“Receipt when completed” prints without anybody asking.</source>
        <translation>«Чек по завершении» печатается сам, без запроса.</translation>
    </message>
    <message>
        <source>Whose tickets</source>
        <translation>Заказы каких цехов</translation>
    </message>
    <message>
        <source>None chosen: those of all stations.</source>
        <translation>Не выбрано: заказы всех цехов.</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>Дополнительно</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Используется</translation>
    </message>
    <message>
        <source>Tells how it is</source>
        <translation>Сообщает состояние</translation>
    </message>
    <message>
        <source>Opens a cash drawer</source>
        <translation>Открывает денежный ящик</translation>
    </message>
    <message>
        <source>Some cheap printers never tell whether they have paper: leave “Tells how it is” out.</source>
        <translation>Некоторые дешёвые принтеры не сообщают, есть ли бумага: тогда не включайте «Сообщает состояние».</translation>
    </message>
    <message>
        <source>Who takes over when it stays dead</source>
        <translation>Кто заменит, если он не заработает</translation>
    </message>
    <message>
        <source>Nobody: papers wait</source>
        <translation>Никто: печать ждёт</translation>
    </message>
    <message>
        <source>Takes over after</source>
        <translation>Заменит через</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Unit after a number: seconds</extracomment>
        <translation> с</translation>
    </message>
    <message>
        <source>The site does not take this name.</source>
        <translation>Сервер не принимает это название.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Да, удалить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation>Изменения не сохранены.</translation>
    </message>
    <message>
        <source>Remove %1? Papers that wait for it are lost.</source>
        <translation>Удалить %1? Всё, что ждёт печати на нём, пропадёт.</translation>
    </message>
</context>
<context>
    <name>oshaq::PrinterText</name>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Системная очередь</translation>
    </message>
    <message>
        <source>Its address in the local network, for example 192.168.1.50. The printer prints it when its feed button is held while it is switched on.</source>
        <translation>Его адрес в локальной сети, например 192.168.1.50. Принтер напечатает его, если при включении держать кнопку подачи бумаги.</translation>
    </message>
    <message>
        <source>The device at the computer that is the hub, for example /dev/usb/lp0.</source>
        <translation>Устройство на главном компьютере (сервере), например /dev/usb/lp0.</translation>
    </message>
    <message>
        <source>The name of a queue of the hub&apos;s print system, for example Office_Laser.</source>
        <translation>Имя очереди в системе печати сервера, например Office_Laser.</translation>
    </message>
    <message>
        <source>This is no address of the local network. Write one such as 192.168.1.50 or 192.168.1.50:9100.</source>
        <translation>Это не адрес локальной сети. Введите, например, 192.168.1.50 или 192.168.1.50:9100.</translation>
    </message>
    <message>
        <source>This is no printer&apos;s device. Write one such as /dev/usb/lp0.</source>
        <translation>Это не устройство принтера. Введите, например, /dev/usb/lp0.</translation>
    </message>
    <message>
        <source>This is no name of a queue. Write one such as Office_Laser, without spaces.</source>
        <translation>Это не имя очереди. Введите, например, Office_Laser, без пробелов.</translation>
    </message>
    <message>
        <source>Nothing answers at its address.</source>
        <translation>По его адресу никто не отвечает.</translation>
    </message>
    <message>
        <source>It is there but does not answer.</source>
        <translation>Он есть, но не отвечает.</translation>
    </message>
    <message>
        <source>It is offline.</source>
        <translation>Он не на связи.</translation>
    </message>
    <message>
        <source>Its cover is open.</source>
        <translation>Открыта крышка.</translation>
    </message>
    <message>
        <source>It is out of paper.</source>
        <translation>Нет бумаги.</translation>
    </message>
    <message>
        <source>Its cutter is stuck.</source>
        <translation>Заклинило резак.</translation>
    </message>
    <message>
        <source>It says that it is broken.</source>
        <translation>Он сообщает о поломке.</translation>
    </message>
    <message>
        <source>The connection broke in the middle of a paper.</source>
        <translation>Связь оборвалась во время печати.</translation>
    </message>
    <message>
        <source>The print system did not take it.</source>
        <translation>Система печати не приняла задание.</translation>
    </message>
    <message>
        <source>Its address is not one of a printer.</source>
        <translation>Это не адрес принтера.</translation>
    </message>
    <message>
        <source>The paper waited too long to be of use.</source>
        <translation>Ждало слишком долго и уже не нужно.</translation>
    </message>
    <message>
        <source>See whether it is on and its cable is in, then whether the address is right.</source>
        <translation>Проверьте, включён ли он и вставлен ли кабель, затем верен ли адрес.</translation>
    </message>
    <message>
        <source>Switch it off and on. If it never tells how it is, say so in its settings.</source>
        <translation>Выключите и включите его. Если он никогда не сообщает состояние, укажите это в его настройках.</translation>
    </message>
    <message>
        <source>Press its feed or online button.</source>
        <translation>Нажмите на нём кнопку подачи или «Online».</translation>
    </message>
    <message>
        <source>Close it until it clicks.</source>
        <translation>Закройте её до щелчка.</translation>
    </message>
    <message>
        <source>Put a new roll in; what waits comes out by itself.</source>
        <translation>Вставьте новый рулон; остальное напечатается само.</translation>
    </message>
    <message>
        <source>Switch it off, open the cover, take the paper out, and switch it on again.</source>
        <translation>Выключите его, откройте крышку, выньте бумагу и снова включите.</translation>
    </message>
    <message>
        <source>Switch it off and on; if it stays so, another printer has to do its work.</source>
        <translation>Выключите и включите его; если не поможет, пусть печатает другой принтер.</translation>
    </message>
    <message>
        <source>See whether the paper came out whole before you print it again.</source>
        <translation>Проверьте, напечаталось ли целиком, прежде чем печатать снова.</translation>
    </message>
    <message>
        <source>Look at the queue of that name on the hub&apos;s computer.</source>
        <translation>Проверьте очередь с этим именем на сервере.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>Исправьте адрес.</translation>
    </message>
    <message>
        <source>Print it again if somebody still needs it.</source>
        <translation>Напечатайте снова, если ещё нужно.</translation>
    </message>
    <message>
        <source>Not in use.</source>
        <translation>Не используется.</translation>
    </message>
    <message>
        <source>Does not work since %1.</source>
        <translation>Не работает с %1.</translation>
    </message>
    <message>
        <source>Works. Last paper at %1.</source>
        <translation>Работает. Последняя печать: %1.</translation>
    </message>
    <message>
        <source>Has printed nothing yet: print a test page.</source>
        <translation>Ещё ничего не печатал: напечатайте пробную страницу.</translation>
    </message>
    <message>
        <source>1 paper waits for it.</source>
        <translation>Ждёт печати: 1.</translation>
    </message>
    <message numerus="yes">
        <source>%n papers wait for it.</source>
        <translation>
            <numerusform>Ждёт печати: %n.</numerusform>
            <numerusform>Ждут печати: %n.</numerusform>
            <numerusform>Ждут печати: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 мм</translation>
    </message>
    <message>
        <source>Tickets of all stations</source>
        <translation>Заказы всех цехов</translation>
    </message>
    <message>
        <source>Tickets: %1</source>
        <translation>Заказы: %1</translation>
    </message>
    <message>
        <source>Receipts, by itself when an order is completed</source>
        <translation>Чеки, сами при завершении заказа</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Чеки</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>Денежный ящик</translation>
    </message>
    <message>
        <source>Prints nothing by itself</source>
        <translation>Сам ничего не печатает</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Change of a ticket</source>
        <translation>Изменение заказа</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Чек</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Пробная страница</translation>
    </message>
    <message>
        <source>Waits since %1.</source>
        <translation>Ждёт с %1.</translation>
    </message>
    <message>
        <source>Is being printed.</source>
        <translation>Печатается.</translation>
    </message>
    <message>
        <source>Printed at %1.</source>
        <translation>Напечатано: %1.</translation>
    </message>
    <message>
        <source>There may be two of it.</source>
        <translation>Возможно, вышло дважды.</translation>
    </message>
    <message>
        <source>Given up at %1.</source>
        <translation>Не напечатано: %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Somebody changed this printer meanwhile. Close this and open it again to see how it is now.</source>
        <translation>Этот принтер тем временем кто-то изменил. Закройте и откройте снова, чтобы увидеть, как сейчас.</translation>
    </message>
    <message>
        <source>Another printer hands its papers to this one: change that first.</source>
        <translation>Другой принтер передаёт печать этому: сначала измените это.</translation>
    </message>
    <message>
        <source>There is a printer of this name already: choose another name.</source>
        <translation>Принтер с таким названием уже есть: выберите другое.</translation>
    </message>
    <message>
        <source>This printer cannot do that, or the paper has ended already.</source>
        <translation>Этот принтер так не умеет, или печать уже закончена.</translation>
    </message>
    <message>
        <source>The site does not know this printer or paper any more.</source>
        <translation>Сервер больше не знает этого принтера или задания.</translation>
    </message>
</context>
<context>
    <name>oshaq::PrintersSection</name>
    <message>
        <source>Add a printer</source>
        <translation>Добавить принтер</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>The printers are not known</source>
        <translation>Принтеры неизвестны</translation>
    </message>
    <message>
        <source>Asking for the printers</source>
        <translation>Запрашиваем принтеры</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Минутку.</translation>
    </message>
    <message>
        <source>No printers yet</source>
        <translation>Принтеров пока нет</translation>
    </message>
    <message>
        <source>Kitchens without a screen get their tickets on paper, and guests their receipts.</source>
        <translation>Кухни без экрана получают заказы на бумаге, а гости — чеки.</translation>
    </message>
    <message>
        <source>As it was at %1. %2</source>
        <translation>Данные на %1. %2</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Принтеры</translation>
    </message>
    <message>
        <source>What prints tickets and receipts of this site, and how it is.</source>
        <translation>Что печатает заказы и чеки на этом сервере и в каком состоянии.</translation>
    </message>
</context>
<context>
    <name>oshaq::PromiseField</name>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>No promise</source>
        <translation>Без срока</translation>
    </message>
    <message>
        <source>In %1 minutes</source>
        <translation>Через %1 минут</translation>
    </message>
    <message>
        <source>or at: 20:30</source>
        <translation>или к: 20:30</translation>
    </message>
    <message>
        <source>Promised at</source>
        <translation>Обещано к</translation>
    </message>
</context>
<context>
    <name>oshaq::ReasonSheet</name>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Choose a reason or write one.</source>
        <translation>Выберите причину или напишите свою.</translation>
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
        <translation>Другая группа, пока выбран список</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Into the subject</source>
        <translation>Войти в группу</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>To the next setting</source>
        <translation>К следующей настройке</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close what is open, then back to the page before</source>
        <translation>Закрыть открытое, затем назад в прошлый раздел</translation>
    </message>
    <message>
        <source>Subjects of the settings</source>
        <translation>Группы настроек</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>oshaq::Sheet</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
</context>
<context>
    <name>oshaq::ShiftPanel</name>
    <message>
        <source>Done at this screen</source>
        <translation>Сделано на этом экране</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начато</translation>
    </message>
    <message>
        <source>Bumped</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Снято с готовки</translation>
    </message>
    <message>
        <source>Wanted again</source>
        <translation>Снова нужно</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Запущено</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Придержано</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Срочно</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готов</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Выдано</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>DONE HERE</source>
        <translation>СДЕЛАНО ЗДЕСЬ</translation>
    </message>
    <message>
        <source>Nothing was done at this screen yet.</source>
        <translation>На этом экране ещё ничего не делали.</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>отменено</translation>
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
        <translation>Везде</translation>
    </message>
    <message>
        <source>The keys of this page</source>
        <translation>Клавиши этого раздела</translation>
    </message>
    <message>
        <source>To the pages at the left edge</source>
        <translation>К разделам у левого края</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>Во весь экран и обратно</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>F1 or ? shows this from every page.</source>
        <translation>F1 или ? показывает это в любом разделе.</translation>
    </message>
</context>
<context>
    <name>oshaq::SplitSheet</name>
    <message>
        <source>Split the order</source>
        <translation>Разделить заказ</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>Разделить %1</translation>
    </message>
    <message>
        <source>How much of each dish goes to the new order?</source>
        <translation>Сколько каждого блюда перейдёт в новый заказ?</translation>
    </message>
    <message>
        <source>The site does not have this order yet. Split it when it has.</source>
        <translation>На сервере этого заказа ещё нет. Разделите, когда появится.</translation>
    </message>
    <message>
        <source>%1 keeps %2</source>
        <translation>В %1 остаётся %2</translation>
    </message>
    <message>
        <source>The new order gets %1</source>
        <translation>В новом заказе: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Разделение</translation>
    </message>
    <message>
        <source>Look at the marked quantities.</source>
        <translation>Проверьте отмеченные количества.</translation>
    </message>
    <message>
        <source>Choose what goes to the new order.</source>
        <translation>Выберите, что перейдёт в новый заказ.</translation>
    </message>
    <message>
        <source>Something has to stay in this order.</source>
        <translation>Что-то должно остаться в этом заказе.</translation>
    </message>
    <message>
        <source>Asking the site…</source>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>Your choice stays.</source>
        <translation>Ваш выбор сохранён.</translation>
    </message>
    <message>
        <source>The new order is %1.</source>
        <translation>Новый заказ: %1.</translation>
    </message>
</context>
<context>
    <name>oshaq::Stepper</name>
    <message>
        <source>Less</source>
        <translation>Меньше</translation>
    </message>
    <message>
        <source>Less of %1</source>
        <translation>Меньше: %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Больше</translation>
    </message>
    <message>
        <source>More of %1</source>
        <translation>Больше: %1</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Quantity of %1</source>
        <translation>Количество: %1</translation>
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
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готов</translation>
    </message>
    <message>
        <source>LATE</source>
        <extracomment>State of a ticket that is past its time; keep it short and in capitals</extracomment>
        <translation>ОПОЗДАНИЕ</translation>
    </message>
    <message>
        <source>LATE +%1 min</source>
        <translation>ОПОЗДАНИЕ +%1 мин</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>ещё %1 мин</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принят</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Готовится</translation>
    </message>
    <message>
        <source>Dine-in</source>
        <translation>В зале</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Стол %1</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Самовывоз</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>1 cover</source>
        <translation>1 гость</translation>
    </message>
    <message numerus="yes">
        <source>%n covers</source>
        <translation>
            <numerusform>%n гость</numerusform>
            <numerusform>%n гостя</numerusform>
            <numerusform>%n гостей</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>к %1</translation>
    </message>
    <message>
        <source>ALLERGY: %1</source>
        <translation>АЛЛЕРГИЯ: %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Bump</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Выдать</translation>
    </message>
    <message>
        <source>Done here, others are still cooking</source>
        <translation>Здесь готово, другие ещё готовят</translation>
    </message>
    <message>
        <source>Nothing left to make: ask the counter</source>
        <translation>Готовить нечего: спросите на кассе</translation>
    </message>
    <message>
        <source>Course %1</source>
        <translation>Курс %1</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>готово %1 из %2</translation>
    </message>
    <message>
        <source>%1 continued</source>
        <translation>%1 продолжение</translation>
    </message>
    <message>
        <source>continues</source>
        <translation>далее</translation>
    </message>
    <message>
        <source>ADDED</source>
        <translation>ДОБАВЛЕНО</translation>
    </message>
    <message>
        <source>VOID</source>
        <translation>ОТМЕНА</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>Quotation marks around what a guest wrote</extracomment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>примечание: %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>void, do not make</source>
        <translation>отмена, не готовить</translation>
    </message>
    <message>
        <source>added later</source>
        <translation>добавлено позже</translation>
    </message>
    <message>
        <source>allergy: %1</source>
        <translation>аллергия: %1</translation>
    </message>
    <message>
        <source>Not sent to the site yet.</source>
        <translation>На сервер ещё не отправлено.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>State of a ticket that is not to be made any more</extracomment>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>starts %1</source>
        <translation>начать в %1</translation>
    </message>
    <message>
        <source>held</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>GOES FIRST</source>
        <translation>СРОЧНО</translation>
    </message>
    <message>
        <source>CANCELLED: do not make it</source>
        <translation>ОТМЕНЁН: не готовить</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n добавлено</numerusform>
            <numerusform>%n добавлено</numerusform>
            <numerusform>%n добавлено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n void</source>
        <translation>
            <numerusform>%n отменено</numerusform>
            <numerusform>%n отменено</numerusform>
            <numerusform>%n отменено</numerusform>
        </translation>
    </message>
    <message>
        <source>details changed</source>
        <translation>изменены детали</translation>
    </message>
    <message>
        <source>Start early</source>
        <translation>Начать раньше</translation>
    </message>
    <message>
        <source>Bump course %1</source>
        <translation>Курс %1 готов</translation>
    </message>
    <message>
        <source>Fire course %1</source>
        <translation>Запустить курс %1</translation>
    </message>
    <message>
        <source>Seen</source>
        <extracomment>Button: somebody has seen that this ticket was cancelled</extracomment>
        <translation>Видел</translation>
    </message>
    <message>
        <source>HOLD</source>
        <extracomment>A course that waits until somebody fires it</extracomment>
        <translation>ЖДЁТ</translation>
    </message>
    <message>
        <source>fired %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>start at %1</source>
        <translation>начать в %1</translation>
    </message>
    <message>
        <source>held, course %1</source>
        <translation>ждёт, курс %1</translation>
    </message>
</context>
<context>
    <name>oshaq::TicketView</name>
    <message>
        <source>Open tickets</source>
        <translation>Открытые заказы</translation>
    </message>
</context>
</TS>
