<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>oshaq::Abilities</name>
    <message>
        <source>Kitchen</source>
        <translation>Кухня</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Отчёты</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Start, finish and void dishes</source>
        <translation>Начинать, завершать и отменять блюда</translation>
    </message>
    <message>
        <source>Take an order one step back</source>
        <translation>Возвращать заказ на шаг назад</translation>
    </message>
    <message>
        <source>Put an order first</source>
        <translation>Делать заказ срочным</translation>
    </message>
    <message>
        <source>Mark a dish as out (86), and as back</source>
        <translation>Ставить блюдо на стоп и снимать со стопа</translation>
    </message>
    <message>
        <source>See orders</source>
        <translation>Видеть заказы</translation>
    </message>
    <message>
        <source>Move an order on</source>
        <translation>Продвигать заказ дальше</translation>
    </message>
    <message>
        <source>Take orders</source>
        <translation>Принимать заказы</translation>
    </message>
    <message>
        <source>Change table, notes and promised time</source>
        <translation>Менять стол, примечания и обещанное время</translation>
    </message>
    <message>
        <source>Split and join orders</source>
        <translation>Делить и объединять заказы</translation>
    </message>
    <message>
        <source>See who did what to an order</source>
        <translation>Видеть, кто что делал с заказом</translation>
    </message>
    <message>
        <source>Look up guests and their phone numbers</source>
        <translation>Искать гостей и их телефоны</translation>
    </message>
    <message>
        <source>Print tickets and receipts</source>
        <translation>Печатать заказы и чеки</translation>
    </message>
    <message>
        <source>Take payments</source>
        <translation>Принимать оплату</translation>
    </message>
    <message>
        <source>Give money back</source>
        <translation>Возвращать деньги</translation>
    </message>
    <message>
        <source>Correct the state of a payment</source>
        <translation>Исправлять статус оплаты</translation>
    </message>
    <message>
        <source>Change dishes and prices</source>
        <translation>Менять блюда и цены</translation>
    </message>
    <message>
        <source>Change categories</source>
        <translation>Менять категории</translation>
    </message>
    <message>
        <source>Import a menu from a file</source>
        <translation>Импортировать меню из файла</translation>
    </message>
    <message>
        <source>See who works here</source>
        <translation>Видеть, кто здесь работает</translation>
    </message>
    <message>
        <source>Hire people, change and dismiss them</source>
        <translation>Принимать сотрудников, менять их данные и увольнять</translation>
    </message>
    <message>
        <source>Give PINs and passwords</source>
        <translation>Выдавать PIN и пароли</translation>
    </message>
    <message>
        <source>See statistics</source>
        <translation>Смотреть статистику</translation>
    </message>
    <message>
        <source>Save orders and reports as files</source>
        <translation>Сохранять заказы и отчёты в файлы</translation>
    </message>
    <message>
        <source>Read the journal of all changes</source>
        <translation>Читать журнал всех изменений</translation>
    </message>
    <message>
        <source>Delete old orders for good</source>
        <translation>Удалять старые заказы навсегда</translation>
    </message>
    <message>
        <source>Change the settings of the restaurant</source>
        <translation>Менять настройки ресторана</translation>
    </message>
    <message>
        <source>Set up stations</source>
        <translation>Настраивать цеха</translation>
    </message>
    <message>
        <source>Set up screens and phones</source>
        <translation>Настраивать экраны и телефоны</translation>
    </message>
    <message>
        <source>Set up printers</source>
        <translation>Настраивать принтеры</translation>
    </message>
    <message>
        <source>Let other programs in</source>
        <translation>Давать доступ другим программам</translation>
    </message>
</context>
<context>
    <name>oshaq::AbilityView</name>
    <message>
        <source>What may be done</source>
        <translation>Что можно делать</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Кратко</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <translation>%1: да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1: нет</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>%1: unknown</source>
        <translation>%1: неизвестно</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>По запросу «%1» ничего нет</translation>
    </message>
    <message>
        <source>What roles may do is not known now</source>
        <translation>Сейчас неизвестно, что можно ролям</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Asking the site what roles may do…</source>
        <translation>Спрашиваем сервер, что можно ролям…</translation>
    </message>
    <message>
        <source>The site runs another version than this screen and does not say everything.</source>
        <translation>Версия сервера не такая, как у этого экрана, и он сообщает не всё.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>As the site decides it, for people and for screens. Somebody at a screen may do what their role and the screen&apos;s role both allow.</source>
        <translation>Как решает сервер, для людей и для экранов. За экраном человек может то, что разрешают и его роль, и роль экрана.</translation>
    </message>
    <message>
        <source>What a role may do</source>
        <translation>Что может роль</translation>
    </message>
</context>
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
    <name>oshaq::AlarmText</name>
    <message>
        <source>Every screen of %1 is away: nobody there has seen %2 for %3.</source>
        <translation>Все экраны цеха «%1» недоступны: там никто не видел %2 уже %3.</translation>
    </message>
    <message>
        <source>Every kitchen screen is away: nobody there has seen %1 for %2.</source>
        <translation>Все экраны кухни недоступны: там никто не видел %1 уже %2.</translation>
    </message>
    <message>
        <source>%1 has been on no kitchen screen for %2: %3.</source>
        <translation>%1 уже %2 не виден ни на одном экране кухни: %3.</translation>
    </message>
    <message>
        <source>%1 has been on no kitchen screen for %2.</source>
        <translation>%1 уже %2 не виден ни на одном экране кухни.</translation>
    </message>
    <message>
        <source>1 more ticket is unseen too.</source>
        <translation>Не виден и ещё 1 заказ.</translation>
    </message>
    <message numerus="yes">
        <source>%n more tickets are unseen too.</source>
        <translation>
            <numerusform>Не виден и ещё %n заказ.</numerusform>
            <numerusform>Не видны и ещё %n заказа.</numerusform>
            <numerusform>Не видны и ещё %n заказов.</numerusform>
        </translation>
    </message>
    <message>
        <source>No printer prints it: tell the kitchen.</source>
        <translation>Его не печатает ни один принтер: скажите кухне.</translation>
    </message>
    <message>
        <source>It was printed on %1.</source>
        <translation>Напечатан: %1.</translation>
    </message>
    <message>
        <source>%1 does not print it now: tell the kitchen.</source>
        <translation>%1 сейчас не печатает: скажите кухне.</translation>
    </message>
    <message>
        <source>It goes to paper on %1.</source>
        <translation>Печатается: %1.</translation>
    </message>
    <message>
        <source>%1 did not print it: tell the kitchen.</source>
        <translation>%1 его не напечатал: скажите кухне.</translation>
    </message>
    <message>
        <source>On no screen</source>
        <extracomment>On a ticket that no kitchen screen shows; %1: stations</extracomment>
        <translation>Нет на экранах</translation>
    </message>
    <message>
        <source>On no screen: %1</source>
        <translation>Нет на экранах: %1</translation>
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
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>Silence here</source>
        <translation>Без звука здесь</translation>
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
    <name>oshaq::AllergenEditor</name>
    <message>
        <source>Allergens</source>
        <translation>Аллергены</translation>
    </message>
    <message>
        <source>Others, with commas between</source>
        <translation>Другие, через запятую</translation>
    </message>
    <message>
        <source>Other allergens</source>
        <translation>Другие аллергены</translation>
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
    <name>oshaq::BackupsSection</name>
    <message>
        <source>How the backups do is not known</source>
        <translation>Состояние резервных копий неизвестно</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Запрашиваем сервер</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Copies of everything elsewhere, and whether they can be restored.</source>
        <translation>Копии всех данных в другом месте и можно ли их восстановить.</translation>
    </message>
</context>
<context>
    <name>oshaq::BankDaySheet</name>
    <message>
        <source>The bank says the same.</source>
        <translation>Банк говорит то же.</translation>
    </message>
    <message>
        <source>The bank has not been asked about it.</source>
        <translation>Банк об этом не спрашивали.</translation>
    </message>
    <message>
        <source>It is not decided yet.</source>
        <translation>Ещё не решено.</translation>
    </message>
    <message>
        <source>It is paid here, but the bank has no money of it.</source>
        <translation>Здесь оплачено, а в банке этих денег нет.</translation>
    </message>
    <message>
        <source>The bank has money that does not count here.</source>
        <translation>В банке есть деньги, которые здесь не учтены.</translation>
    </message>
    <message>
        <source>Another amount was given back at the bank than here.</source>
        <translation>В банке возвращена другая сумма, чем здесь.</translation>
    </message>
    <message>
        <source>Somebody has to look at it.</source>
        <translation>Кто-то должен это посмотреть.</translation>
    </message>
    <message>
        <source>waits for the bank</source>
        <translation>ждём банк</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>оплачено</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>прекращено</translation>
    </message>
    <message>
        <source>part of it was given back</source>
        <translation>часть возвращена</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>возврат</translation>
    </message>
    <message>
        <source>the bank said no</source>
        <translation>банк отказал</translation>
    </message>
    <message>
        <source>unknown, checking</source>
        <translation>неизвестно, проверяем</translation>
    </message>
    <message>
        <source>Compare with the bank</source>
        <translation>Сверить с банком</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Предыдущий день</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Следующий день</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Расхождения</translation>
    </message>
    <message>
        <source>All payments</source>
        <translation>Все оплаты</translation>
    </message>
    <message>
        <source>Which payments are shown</source>
        <translation>Какие оплаты показаны</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Сегодня, %1</translation>
    </message>
    <message>
        <source>On the way.</source>
        <translation>Загружаются.</translation>
    </message>
    <message>
        <source>Here: %1 paid, %2 given back</source>
        <translation>Здесь: оплачено %1, возвращено %2</translation>
    </message>
    <message>
        <source>The bank: %1 paid, %2 given back</source>
        <translation>Банк: оплачено %1, возвращено %2</translation>
    </message>
    <message>
        <source>1 payment has to be looked at.</source>
        <translation>Одну оплату надо посмотреть.</translation>
    </message>
    <message numerus="yes">
        <source>%n payments have to be looked at.</source>
        <translation>
            <numerusform>%n оплату надо посмотреть.</numerusform>
            <numerusform>%n оплаты надо посмотреть.</numerusform>
            <numerusform>%n оплат надо посмотреть.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bank says the same of every payment.</source>
        <translation>О каждой оплате банк говорит то же.</translation>
    </message>
    <message>
        <source>The bank was not asked.</source>
        <translation>Банк не спрашивали.</translation>
    </message>
    <message>
        <source>The bank is being asked; what it says comes here one by one. Look again in a moment.</source>
        <translation>Спрашиваем банк; ответы приходят сюда один за другим. Загляните через минуту.</translation>
    </message>
    <message>
        <source>Asking the bank</source>
        <translation>Спрашиваем банк</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Ask the bank again</source>
        <translation>Спросить банк снова</translation>
    </message>
    <message>
        <source>the bank: %1</source>
        <translation>банк: %1</translation>
    </message>
    <message>
        <source>given back: %1 here, %2 there</source>
        <translation>возвращено: %1 здесь, %2 там</translation>
    </message>
    <message>
        <source>The site noted: %1</source>
        <translation>Сервер отметил: %1</translation>
    </message>
    <message>
        <source>Nothing was paid through the bank on that day.</source>
        <translation>В этот день через банк ничего не платили.</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Расхождений нет.</translation>
    </message>
</context>
<context>
    <name>oshaq::BillSplit</name>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Evenly</source>
        <translation>Поровну</translation>
    </message>
    <message>
        <source>By dishes</source>
        <translation>По блюдам</translation>
    </message>
    <message>
        <source>How the bill is shared</source>
        <translation>Как делится счёт</translation>
    </message>
    <message>
        <source>guests pay the same</source>
        <translation>гостей платят поровну</translation>
    </message>
    <message>
        <source>guests who share the rest</source>
        <translation>гостей делят остаток</translation>
    </message>
    <message>
        <source>Dishes that this guest pays for</source>
        <translation>Блюда, за которые платит этот гость</translation>
    </message>
    <message>
        <source>Choose what the first guest pays for.</source>
        <translation>Выберите, за что платит первый гость.</translation>
    </message>
    <message>
        <source>Guest %1: choose what they pay for.</source>
        <translation>Гость %1: выберите, за что он платит.</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>оплачено</translation>
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
    <name>oshaq::BulkSheet</name>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Preparation, minutes</source>
        <translation>Приготовление, минут</translation>
    </message>
    <message>
        <source>0: the limits of its station.</source>
        <translation>0: по срокам цеха.</translation>
    </message>
    <message>
        <source>Sold in steps of</source>
        <translation>Шаг продажи</translation>
    </message>
    <message>
        <source>The step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>When it is sold</source>
        <translation>Когда продаётся</translation>
    </message>
    <message>
        <source>Add allergens</source>
        <translation>Добавить аллергены</translation>
    </message>
    <message>
        <source>Others to add</source>
        <translation>Добавить другие</translation>
    </message>
    <message>
        <source>Several are separated by commas.</source>
        <translation>Несколько пишите через запятую.</translation>
    </message>
    <message>
        <source>Take allergens away</source>
        <translation>Убрать аллергены</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Наличие</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Как есть</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>В наличии</translation>
    </message>
    <message>
        <source>86</source>
        <translation>На стопе</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>As it is (%1)</source>
        <translation>Как есть (%1)</translation>
    </message>
    <message>
        <source>As it is (different)</source>
        <translation>Как есть (разное)</translation>
    </message>
    <message>
        <source>as the category</source>
        <translation>как у категории</translation>
    </message>
    <message>
        <source>As the category has it</source>
        <translation>Как у категории</translation>
    </message>
    <message>
        <source>Another step</source>
        <translation>Другой шаг</translation>
    </message>
    <message>
        <source>At these times</source>
        <translation>В указанное время</translation>
    </message>
    <message>
        <source>Whole minutes from 0 to %1.</source>
        <translation>Целые минуты от 0 до %1.</translation>
    </message>
    <message>
        <source>A number with at most three places, such as 0.1.</source>
        <translation>Число, не больше трёх знаков после запятой, например 0.1.</translation>
    </message>
    <message>
        <source>Choose at least one day and two different times for each.</source>
        <translation>Для каждого выберите хотя бы один день и два разных времени.</translation>
    </message>
    <message>
        <source>All are available now.</source>
        <translation>Сейчас все в наличии.</translation>
    </message>
    <message>
        <source>None is available now.</source>
        <translation>Сейчас ни одного нет в наличии.</translation>
    </message>
    <message>
        <source>Now %1 of %2 are available.</source>
        <translation>Сейчас в наличии %1 из %2.</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Изменить: %1</translation>
    </message>
    <message>
        <source>What you chose is not saved.</source>
        <translation>Ваш выбор не сохранён.</translation>
    </message>
    <message>
        <source>The dishes are being changed…</source>
        <translation>Меняем блюда…</translation>
    </message>
    <message>
        <source>At most %1 can change at once.</source>
        <translation>За раз можно изменить не больше %1.</translation>
    </message>
    <message>
        <source>Look at the fields above.</source>
        <translation>Проверьте поля выше.</translation>
    </message>
    <message>
        <source>Whatever you do not touch stays as it is in each dish.</source>
        <translation>Что вы не трогаете, в каждом блюде останется как есть.</translation>
    </message>
    <message>
        <source>All of them are so already.</source>
        <translation>Все они уже такие.</translation>
    </message>
    <message>
        <source>1 dish changes</source>
        <translation>Изменится 1 блюдо</translation>
    </message>
    <message numerus="yes">
        <source>%n dishes change</source>
        <translation>
            <numerusform>Изменится %n блюдо</numerusform>
            <numerusform>Изменятся %n блюда</numerusform>
            <numerusform>Изменится %n блюд</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is so already</source>
        <translation>1 уже такое</translation>
    </message>
    <message numerus="yes">
        <source>%n are so already</source>
        <translation>
            <numerusform>%n уже такое</numerusform>
            <numerusform>%n уже такие</numerusform>
            <numerusform>%n уже такие</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Сохранить: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Edit of 1 dish</source>
        <translation>Правка: 1 блюдо</translation>
    </message>
    <message numerus="yes">
        <source>Edit of %n dishes</source>
        <translation>
            <numerusform>Правка: %n блюдо</numerusform>
            <numerusform>Правка: %n блюда</numerusform>
            <numerusform>Правка: %n блюд</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oshaq::CatalogPage</name>
    <message>
        <source>The category is saved.</source>
        <translation>Категория сохранена.</translation>
    </message>
    <message>
        <source>The category is on the menu.</source>
        <translation>Категория добавлена в меню.</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>Удалено: %1.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>Сохранено: %1.</translation>
    </message>
    <message>
        <source>%1 is on the menu.</source>
        <translation>Теперь в меню: %1.</translation>
    </message>
    <message>
        <source>Catalog</source>
        <extracomment>Name of a page</extracomment>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>Button after an act: take it back</extracomment>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
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
        <translation>Поиск в меню</translation>
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
        <translation>Изменить цены…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Новое блюдо</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Новая категория</translation>
    </message>
    <message>
        <source>Edit category</source>
        <translation>Изменить категорию</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Dishes</source>
        <translation>Блюда</translation>
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
        <translation>Изменить выбранное блюдо</translation>
    </message>
    <message>
        <source>Save the dish</source>
        <translation>Сохранить блюдо</translation>
    </message>
    <message>
        <source>86 the chosen dishes, or bring them back</source>
        <translation>Поставить выбранные блюда на стоп или вернуть</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Remove the chosen dishes</source>
        <translation>Удалить выбранные блюда</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Стрелки</translation>
    </message>
    <message>
        <source>Move the dish or the category to another place</source>
        <translation>Переместить блюдо или категорию на другое место</translation>
    </message>
    <message>
        <source>Edit the category</source>
        <translation>Изменить категорию</translation>
    </message>
    <message>
        <source>Undo the last change of the menu</source>
        <translation>Отменить последнее изменение меню</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Redo it</source>
        <translation>Повторить его</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>Отменено: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Повторено: %1.</translation>
    </message>
    <message>
        <source>This could not be noted on this screen: %1</source>
        <translation>Не удалось записать на этом экране: %1</translation>
    </message>
    <message>
        <source>%1: available again.</source>
        <translation>%1: снова в наличии.</translation>
    </message>
    <message>
        <source>%1: 86, back %2.</source>
        <translation>%1: на стопе до %2.</translation>
    </message>
    <message>
        <source>%1: 86 until somebody brings it back.</source>
        <translation>%1: на стопе, пока кто-то не вернёт.</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>Удаление: %1</translation>
    </message>
    <message>
        <source>Removed from the menu: %1.</source>
        <translation>Удалено из меню: %1.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Moved to %1: %2.</source>
        <translation>Перенесено в «%1»: %2.</translation>
    </message>
    <message>
        <source>Order of dishes</source>
        <translation>Порядок блюд</translation>
    </message>
    <message>
        <source>The dishes have another order.</source>
        <translation>Порядок блюд изменён.</translation>
    </message>
    <message>
        <source>Order of categories</source>
        <translation>Порядок категорий</translation>
    </message>
    <message>
        <source>The categories have another order.</source>
        <translation>Порядок категорий изменён.</translation>
    </message>
    <message>
        <source>menu.csv</source>
        <translation>menu.csv</translation>
    </message>
    <message>
        <source>The menu is in %1.</source>
        <translation>Меню сохранено в файл: %1.</translation>
    </message>
    <message>
        <source>%1 could not be written. Take another place.</source>
        <translation>Не удалось записать %1. Выберите другое место.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search %1</source>
        <translation>Поиск: %1</translation>
    </message>
    <message>
        <source>%1: everything can be read and 86 works; other changes need the site.</source>
        <extracomment>%1 is &quot;Offline since 19:42&quot; or the like</extracomment>
        <translation>%1: всё можно читать, стоп-лист работает; для других изменений нужен сервер.</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Отменять нечего</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>Отменить: %1 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Повторять нечего</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>Повторить: %1 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Повторить: %1</translation>
    </message>
    <message>
        <source>The menu is on its way</source>
        <translation>Меню загружается</translation>
    </message>
    <message>
        <source>It comes from the site as soon as that answers.</source>
        <translation>Придёт с сервера, как только он ответит.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No dish has these words in its name, description, category or external id.</source>
        <translation>Таких слов нет ни в названии, ни в описании, ни в категории, ни во внешнем ID блюд.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message>
        <source>%1 has no dishes yet</source>
        <translation>В «%1» пока нет блюд</translation>
    </message>
    <message>
        <source>Drag dishes onto the category, or make a new one.</source>
        <translation>Перетащите блюда на категорию или создайте новое.</translation>
    </message>
    <message>
        <source>The menu is empty</source>
        <translation>Меню пустое</translation>
    </message>
    <message>
        <source>Take it from a spreadsheet file, or make the first dish yourself with Ctrl+N.</source>
        <translation>Загрузите его из файла таблицы или создайте первое блюдо сами: Ctrl+N.</translation>
    </message>
    <message>
        <source>Make the first category and its first dish.</source>
        <translation>Создайте первую категорию и её первое блюдо.</translation>
    </message>
    <message>
        <source>Import a menu…</source>
        <translation>Импорт меню…</translation>
    </message>
</context>
<context>
    <name>oshaq::CatalogText</name>
    <message>
        <source>tomorrow %1</source>
        <translation>завтра %1</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>В наличии</translation>
    </message>
    <message>
        <source>86 · back %1</source>
        <extracomment>86: the trade&apos;s word for what is out</extracomment>
        <translation>Стоп · до %1</translation>
    </message>
    <message>
        <source>86 · out</source>
        <translation>Стоп · без срока</translation>
    </message>
    <message>
        <source>Not sold now · from %1</source>
        <translation>Сейчас не продаётся · начало %1</translation>
    </message>
    <message>
        <source>Not sold now</source>
        <translation>Сейчас не продаётся</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>каждый день</translation>
    </message>
    <message>
        <source>always</source>
        <translation>всегда</translation>
    </message>
    <message>
        <source>portion · step %1</source>
        <translation>порция · шаг %1</translation>
    </message>
    <message>
        <source>weight · step %1</source>
        <translation>вес · шаг %1</translation>
    </message>
    <message>
        <source>optional, one</source>
        <translation>по желанию, одно</translation>
    </message>
    <message>
        <source>optional, up to %1</source>
        <translation>по желанию, до %1</translation>
    </message>
    <message>
        <source>required, one</source>
        <translation>обязательно, одно</translation>
    </message>
    <message>
        <source>required, exactly %1</source>
        <translation>обязательно, ровно %1</translation>
    </message>
    <message>
        <source>required, %1 to %2</source>
        <translation>обязательно, от %1 до %2</translation>
    </message>
    <message>
        <source>gluten</source>
        <translation>глютен</translation>
    </message>
    <message>
        <source>eggs</source>
        <translation>яйца</translation>
    </message>
    <message>
        <source>milk</source>
        <translation>молоко</translation>
    </message>
    <message>
        <source>nuts</source>
        <translation>орехи</translation>
    </message>
    <message>
        <source>peanuts</source>
        <translation>арахис</translation>
    </message>
    <message>
        <source>sesame</source>
        <translation>кунжут</translation>
    </message>
    <message>
        <source>soya</source>
        <translation>соя</translation>
    </message>
    <message>
        <source>fish</source>
        <translation>рыба</translation>
    </message>
    <message>
        <source>crustaceans</source>
        <translation>ракообразные</translation>
    </message>
    <message>
        <source>molluscs</source>
        <translation>моллюски</translation>
    </message>
    <message>
        <source>celery</source>
        <translation>сельдерей</translation>
    </message>
    <message>
        <source>mustard</source>
        <translation>горчица</translation>
    </message>
    <message>
        <source>lupin</source>
        <translation>люпин</translation>
    </message>
    <message>
        <source>sulphites</source>
        <translation>сульфиты</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>Как продаётся</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Приготовление</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Allergens</source>
        <translation>Аллергены</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Когда продаётся</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Внешний ID</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>as its category</source>
        <translation>как у категории</translation>
    </message>
    <message>
        <source>as its station</source>
        <translation>как у цеха</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>none declared</source>
        <translation>не указаны</translation>
    </message>
    <message>
        <source>This cannot be empty.</source>
        <translation>Это поле не может быть пустым.</translation>
    </message>
    <message>
        <source>At most %1 letters.</source>
        <translation>Букв: не больше %1.</translation>
    </message>
    <message>
        <source>Type an amount of money, such as 3600.</source>
        <translation>Введите сумму, например 3600.</translation>
    </message>
    <message>
        <source>That is too much.</source>
        <translation>Это слишком много.</translation>
    </message>
    <message>
        <source>Type a quantity above 0, such as 0.1.</source>
        <translation>Введите количество больше 0, например 0.1.</translation>
    </message>
    <message>
        <source>Type whole minutes, at most %1.</source>
        <translation>Введите целые минуты, не больше %1.</translation>
    </message>
    <message>
        <source>Give the group a name.</source>
        <translation>Укажите название группы.</translation>
    </message>
    <message>
        <source>A group needs at least one option.</source>
        <translation>В группе нужен хотя бы один вариант.</translation>
    </message>
    <message>
        <source>There is another group of this name.</source>
        <translation>Группа с таким названием уже есть.</translation>
    </message>
    <message>
        <source>So many cannot be chosen from these options.</source>
        <translation>Из этих вариантов столько выбрать нельзя.</translation>
    </message>
    <message>
        <source>Give the option a name.</source>
        <translation>Укажите название варианта.</translation>
    </message>
    <message>
        <source>The group has this option already.</source>
        <translation>В группе уже есть такой вариант.</translation>
    </message>
    <message>
        <source>Type an amount of money, or leave it empty.</source>
        <translation>Введите сумму или оставьте пустым.</translation>
    </message>
    <message>
        <source>An allergen has no semicolon.</source>
        <translation>В аллергене не бывает точки с запятой.</translation>
    </message>
    <message>
        <source>Choose at least one day, and an end that is not the beginning.</source>
        <translation>Выберите хотя бы один день и конец, отличный от начала.</translation>
    </message>
    <message>
        <source>At most %1 times.</source>
        <translation>Промежутков: не больше %1.</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 блюдо</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n блюдо</numerusform>
            <numerusform>%n блюда</numerusform>
            <numerusform>%n блюд</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody removed it from the menu meanwhile.</source>
        <translation>Кто-то тем временем удалил это из меню.</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile: nothing was changed here.</source>
        <translation>Кто-то тем временем это изменил: здесь ничего не изменено.</translation>
    </message>
    <message>
        <source>The menu has one of this name already.</source>
        <translation>В меню такое название уже есть.</translation>
    </message>
    <message>
        <source>The category still has items: move them first.</source>
        <translation>В категории ещё есть блюда: сначала перенесите их.</translation>
    </message>
    <message>
        <source>The file is too large for the site.</source>
        <translation>Файл слишком большой для сервера.</translation>
    </message>
    <message>
        <source>The site cannot read this picture. Take a PNG, a JPEG or a WebP file.</source>
        <translation>Сервер не может прочитать эту картинку. Возьмите файл PNG, JPEG или WebP.</translation>
    </message>
</context>
<context>
    <name>oshaq::CategoryList</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
</context>
<context>
    <name>oshaq::CategorySheet</name>
    <message>
        <source>Another category has this name.</source>
        <translation>Категория с таким названием уже есть.</translation>
    </message>
    <message>
        <source>No dish is in %1.</source>
        <translation>В «%1» нет блюд.</translation>
    </message>
    <message>
        <source>%1 has %2. They go to another category; undo brings all of it back.</source>
        <translation>%1: %2. Всё перейдёт в другую категорию; отмена вернёт всё назад.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Move and remove</source>
        <translation>Перенести и удалить</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Да, удалить</translation>
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
        <source>Throw away</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Add category</source>
        <translation>Добавить категорию</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation>Изменения не сохранены.</translation>
    </message>
    <message>
        <source>There is no other category that its dishes could go to.</source>
        <translation>Нет другой категории, куда можно перенести её блюда.</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Новая категория</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Its dishes are sold by</source>
        <translation>Шаг продажи блюд</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>the first one: %1</source>
        <translation>первый: %1</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Продаётся</translation>
    </message>
    <message>
        <source>Move its dishes to</source>
        <translation>Перенести блюда в</translation>
    </message>
    <message>
        <source>New category %1</source>
        <translation>Новая категория: %1</translation>
    </message>
    <message>
        <source>Changes of %1</source>
        <translation>Изменения: %1</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>Удалено: %1</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Название: %1</translation>
    </message>
    <message>
        <source>Sold: %1</source>
        <translation>Продаётся: %1</translation>
    </message>
    <message>
        <source>another station</source>
        <translation>другой цех</translation>
    </message>
    <message>
        <source>Somebody else changed this category meanwhile. Save again to have it as it stands here.</source>
        <translation>Эту категорию тем временем изменил кто-то другой. Сохраните ещё раз, чтобы осталось как здесь.</translation>
    </message>
    <message>
        <source>Somebody else changed this category meanwhile (%1). Save again to have it as it stands here.</source>
        <translation>Эту категорию тем временем изменил кто-то другой (%1). Сохраните ещё раз, чтобы осталось как здесь.</translation>
    </message>
</context>
<context>
    <name>oshaq::ChartBuilder</name>
    <message>
        <source>Number</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Выручка</translation>
    </message>
    <message>
        <source>By station</source>
        <translation>По цехам</translation>
    </message>
    <message>
        <source>By dish</source>
        <translation>По блюдам</translation>
    </message>
    <message>
        <source>Who took them</source>
        <translation>Кто принял</translation>
    </message>
    <message>
        <source>How they went out</source>
        <translation>Как выданы</translation>
    </message>
    <message>
        <source>Top dishes</source>
        <translation>Популярные блюда</translation>
    </message>
    <message>
        <source>Orders by hour and weekday</source>
        <translation>Заказы по часам и дням недели</translation>
    </message>
    <message>
        <source>Late dishes</source>
        <translation>Опоздавшие блюда</translation>
    </message>
    <message>
        <source>Average check</source>
        <translation>Средний чек</translation>
    </message>
    <message>
        <source>Sales by category</source>
        <translation>Продажи по категориям</translation>
    </message>
    <message>
        <source>Preparation time</source>
        <translation>Время приготовления</translation>
    </message>
    <message>
        <source>Where orders come from</source>
        <translation>Откуда заказы</translation>
    </message>
    <message>
        <source>Until an order is on a screen</source>
        <translation>До показа заказа на экране</translation>
    </message>
    <message>
        <source>Cancelled, and why</source>
        <translation>Отмены и причины</translation>
    </message>
    <message>
        <source>Nothing to show in these days.</source>
        <translation>За эти дни показать нечего.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n rows. The most: %2, %3.</source>
        <extracomment>A chart for people who hear it: its title, how many rows its table has, its largest entry with its figure</extracomment>
        <translation>
            <numerusform>%1, %n строка. Больше всего: %2, %3.</numerusform>
            <numerusform>%1, %n строки. Больше всего: %2, %3.</numerusform>
            <numerusform>%1, %n строк. Больше всего: %2, %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Average check by day</source>
        <translation>Средний чек по дням</translation>
    </message>
    <message>
        <source>Revenue by day</source>
        <translation>Выручка по дням</translation>
    </message>
    <message>
        <source>Average check by week</source>
        <translation>Средний чек по неделям</translation>
    </message>
    <message>
        <source>Revenue by week</source>
        <translation>Выручка по неделям</translation>
    </message>
    <message>
        <source>Average check by month</source>
        <translation>Средний чек по месяцам</translation>
    </message>
    <message>
        <source>Revenue by month</source>
        <translation>Выручка по месяцам</translation>
    </message>
    <message>
        <source>Only before</source>
        <translation>Только раньше</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Раньше: %1</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Check before</source>
        <translation>Чек раньше</translation>
    </message>
    <message>
        <source>Revenue before</source>
        <translation>Выручка раньше</translation>
    </message>
    <message>
        <source>Dish</source>
        <translation>Блюдо</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>Без категории</translation>
    </message>
    <message>
        <source>Weekday and hour</source>
        <translation>День недели и час</translation>
    </message>
    <message>
        <source>No order was cancelled in these days.</source>
        <translation>За эти дни ни один заказ не отменён.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Dishes made</source>
        <translation>Приготовлено блюд</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опоздало</translation>
    </message>
    <message>
        <source>Late share</source>
        <translation>Доля опозданий</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>9 of 10 within</source>
        <translation>9 из 10 за</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Дольше всего</translation>
    </message>
    <message>
        <source>Nothing was late in these days.</source>
        <translation>За эти дни опозданий не было.</translation>
    </message>
    <message>
        <source>median</source>
        <translation>медиана</translation>
    </message>
    <message>
        <source>%1 of %2 dishes</source>
        <extracomment>%1 and %2 are numbers of dishes</extracomment>
        <translation>%1 из %2 блюд</translation>
    </message>
    <message>
        <source>Median %1, 9 of 10 within %2, longest %3</source>
        <translation>Медиана %1, 9 из 10 за %2, дольше всего %3</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Late by station</source>
        <translation>Опоздания по цехам</translation>
    </message>
    <message>
        <source>Late by dish</source>
        <translation>Опоздания по блюдам</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>дольше всего</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Экран</translation>
    </message>
    <message>
        <source>Orders shown</source>
        <translation>Показано заказов</translation>
    </message>
    <message>
        <source>Other viewers</source>
        <translation>Прочие экраны</translation>
    </message>
    <message>
        <source>Screen %1, removed</source>
        <translation>Экран %1, удалён</translation>
    </message>
    <message>
        <source>ms</source>
        <extracomment>Milliseconds, as a unit</extracomment>
        <translation>мс</translation>
    </message>
    <message>
        <source>19 of 20 within</source>
        <translation>19 из 20 за</translation>
    </message>
    <message>
        <source>Median %1, 19 of 20 within %2, longest %3</source>
        <translation>Медиана %1, 19 из 20 за %2, дольше всего %3</translation>
    </message>
</context>
<context>
    <name>oshaq::ChartCard</name>
    <message>
        <source>Copied: paste it into a spreadsheet.</source>
        <translation>Скопировано: вставьте в электронную таблицу.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>%1: table</source>
        <translation>%1: таблица</translation>
    </message>
    <message>
        <source>%1: copy the table</source>
        <translation>%1: копировать таблицу</translation>
    </message>
    <message>
        <source>1 more in the table.</source>
        <translation>Ещё 1 в таблице.</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the table.</source>
        <translation>
            <numerusform>Ещё %n в таблице.</numerusform>
            <numerusform>Ещё %n в таблице.</numerusform>
            <numerusform>Ещё %n в таблице.</numerusform>
        </translation>
    </message>
    <message>
        <source>Touch a bar, a cell or a row to see its orders.</source>
        <translation>Коснитесь столбца, ячейки или строки, чтобы увидеть заказы.</translation>
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
    <name>oshaq::ConflictView</name>
    <message>
        <source>Somebody else changed this dish while you were editing it. Choose what counts, then save.</source>
        <translation>Пока вы меняли это блюдо, его изменил кто-то другой. Выберите, что оставить, и сохраните.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ваш вариант</translation>
    </message>
    <message>
        <source>%1, yours: %2</source>
        <translation>%1, ваш вариант: %2</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Другой вариант</translation>
    </message>
    <message>
        <source>%1, theirs: %2</source>
        <translation>%1, другой вариант: %2</translation>
    </message>
</context>
<context>
    <name>oshaq::CourierSheet</name>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Delivery of %1</source>
        <translation>Доставка %1</translation>
    </message>
    <message>
        <source>No address is known here.</source>
        <translation>Адреса здесь нет.</translation>
    </message>
    <message>
        <source>Who brings it</source>
        <translation>Кто везёт</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Зона</translation>
    </message>
    <message>
        <source>Zone that the fee goes by</source>
        <translation>Зона, по которой берётся плата</translation>
    </message>
    <message>
        <source>Asking the site…</source>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>It says its price first.</source>
        <translation>Сначала она назовёт цену.</translation>
    </message>
    <message>
        <source>Asking for its price…</source>
        <translation>Узнаём цену…</translation>
    </message>
    <message>
        <source>It does not say its price: %1</source>
        <translation>Цену не назвали: %1</translation>
    </message>
    <message>
        <source>It asks %1.</source>
        <translation>Цена: %1.</translation>
    </message>
    <message>
        <source>It is being told.</source>
        <translation>Сообщаем ей.</translation>
    </message>
    <message>
        <source>It is not known whether it has heard: %1</source>
        <translation>Неизвестно, дошло ли до неё: %1</translation>
    </message>
    <message>
        <source>It looks for a courier.</source>
        <translation>Она ищет курьера.</translation>
    </message>
    <message>
        <source>A courier is on the way here.</source>
        <translation>Курьер едет сюда.</translation>
    </message>
    <message>
        <source>%1 is on the way here.</source>
        <translation>%1 едет сюда.</translation>
    </message>
    <message>
        <source>Its courier has the food.</source>
        <translation>Заказ у её курьера.</translation>
    </message>
    <message>
        <source>%1 has the food.</source>
        <translation>Заказ у %1.</translation>
    </message>
    <message>
        <source>It has been delivered.</source>
        <translation>Доставлено.</translation>
    </message>
    <message>
        <source>It is being called off.</source>
        <translation>Отменяем.</translation>
    </message>
    <message>
        <source>It was called off.</source>
        <translation>Отменена.</translation>
    </message>
    <message>
        <source>It said no.</source>
        <translation>Она отказала.</translation>
    </message>
    <message>
        <source>It said no: %1</source>
        <translation>Она отказала: %1</translation>
    </message>
    <message>
        <source>carries nothing</source>
        <translation>ничего не везёт</translation>
    </message>
    <message>
        <source>carries 1 order</source>
        <translation>везёт 1 заказ</translation>
    </message>
    <message numerus="yes">
        <source>carries %n orders</source>
        <translation>
            <numerusform>везёт %n заказ</numerusform>
            <numerusform>везёт %n заказа</numerusform>
            <numerusform>везёт %n заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>at work</source>
        <translation>на смене</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>не на смене</translation>
    </message>
    <message>
        <source>Delivery service</source>
        <translation>Служба доставки</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Пока никто</translation>
    </message>
    <message>
        <source>Any courier may take it.</source>
        <translation>Может взять любой курьер.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Ask for the price</source>
        <translation>Узнать цену</translation>
    </message>
    <message>
        <source>Send its courier</source>
        <translation>Вызвать курьера</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Отменить вызов</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>%1 brings it.</source>
        <translation>Везёт %1.</translation>
    </message>
</context>
<context>
    <name>oshaq::CropSheet</name>
    <message>
        <source>What the card shows</source>
        <translation>Что видно на карточке</translation>
    </message>
    <message>
        <source>Part of the picture: arrows move it, + and - change its size</source>
        <translation>Часть картинки: стрелки двигают её, + и - меняют размер</translation>
    </message>
    <message>
        <source>Closer</source>
        <extracomment>A smaller part of the picture, so that the dish is larger</extracomment>
        <translation>Ближе</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Шире</translation>
    </message>
    <message>
        <source>Use this part</source>
        <translation>Взять эту часть</translation>
    </message>
</context>
<context>
    <name>oshaq::DayEndRow</name>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Сохранить PDF</translation>
    </message>
    <message>
        <source>Print: %1</source>
        <translation>Печать: %1</translation>
    </message>
    <message>
        <source>Save PDF: %1</source>
        <translation>Сохранить PDF: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::DayEndSheet</name>
    <message>
        <source>Day-end report</source>
        <translation>Отчёт за день</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Предыдущий день</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Следующий день</translation>
    </message>
    <message>
        <source>Kept reports</source>
        <translation>Сохранённые отчёты</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>What it will say is not known.</source>
        <translation>Что будет в отчёте, неизвестно.</translation>
    </message>
    <message>
        <source>What it will say is on its way.</source>
        <translation>Данные для отчёта загружаются.</translation>
    </message>
    <message>
        <source>Revenue: %1</source>
        <translation>Выручка: %1</translation>
    </message>
    <message>
        <source>Orders: %1 placed, %2 completed, %3 cancelled</source>
        <translation>Заказы: оформлено %1, завершено %2, отменено %3</translation>
    </message>
    <message>
        <source>Average check: %1</source>
        <translation>Средний чек: %1</translation>
    </message>
    <message>
        <source>Delivery: %1</source>
        <translation>Доставка: %1</translation>
    </message>
    <message>
        <source>Tax in the totals: %1</source>
        <translation>Налог в суммах: %1</translation>
    </message>
    <message>
        <source>Cancelled orders: %1</source>
        <translation>Отменённые заказы: %1</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Сегодня, %1</translation>
    </message>
    <message>
        <source>1 order is not over yet. The report says so; its money comes later.</source>
        <translation>1 заказ ещё не закрыт. В отчёте это будет указано; деньги за него придут позже.</translation>
    </message>
    <message numerus="yes">
        <source>%n orders are not over yet. The report says so; their money comes later.</source>
        <translation>
            <numerusform>%n заказ ещё не закрыт. В отчёте это будет указано; деньги за него придут позже.</numerusform>
            <numerusform>%n заказа ещё не закрыты. В отчёте это будет указано; деньги за них придут позже.</numerusform>
            <numerusform>%n заказов ещё не закрыты. В отчёте это будет указано; деньги за них придут позже.</numerusform>
        </translation>
    </message>
    <message>
        <source>Being made</source>
        <translation>Создаётся</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>Создать отчёт</translation>
    </message>
    <message>
        <source>The report was not made.</source>
        <translation>Отчёт не создан.</translation>
    </message>
    <message>
        <source>Report No %1 of this day is made and kept.</source>
        <translation>Отчёт № %1 за этот день создан и сохранён.</translation>
    </message>
    <message>
        <source>On the way.</source>
        <translation>Загружаются.</translation>
    </message>
    <message>
        <source>None yet. A report is kept as it was made, whatever becomes of its orders later.</source>
        <translation>Пока нет. Отчёт хранится таким, каким создан, что бы потом ни стало с его заказами.</translation>
    </message>
    <message>
        <source>%1 · No %2</source>
        <extracomment>A kept report: day, number of that day</extracomment>
        <translation>%1 · № %2</translation>
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
        <source>made %1 by %2</source>
        <translation>создан %1 (%2)</translation>
    </message>
    <message>
        <source>%1 still open</source>
        <translation>ещё открыто: %1</translation>
    </message>
    <message>
        <source>On its way to the printer.</source>
        <translation>Отправляется на принтер.</translation>
    </message>
    <message>
        <source>Not printed.</source>
        <translation>Не напечатано.</translation>
    </message>
    <message>
        <source>Given to the printer.</source>
        <translation>Передано на принтер.</translation>
    </message>
    <message>
        <source>Compare with the bank</source>
        <translation>Сверить с банком</translation>
    </message>
</context>
<context>
    <name>oshaq::DeliverySection</name>
    <message>
        <source>The zones are not known</source>
        <translation>Зоны неизвестны</translation>
    </message>
    <message>
        <source>Asking for the zones</source>
        <translation>Запрашиваем зоны</translation>
    </message>
    <message>
        <source>No zones yet</source>
        <translation>Зон пока нет</translation>
    </message>
    <message>
        <source>Without zones every delivery costs what the settings of selling say.</source>
        <translation>Без зон любая доставка стоит столько, сколько указано в настройках продажи.</translation>
    </message>
    <message>
        <source>Add a zone</source>
        <translation>Добавить зону</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Бесплатно</translation>
    </message>
    <message>
        <source>free from %1 on</source>
        <translation>бесплатно от %1</translation>
    </message>
    <message>
        <source>up to %1 m from the house</source>
        <translation>до %1 м от дома</translation>
    </message>
    <message>
        <source>chosen by its name</source>
        <translation>выбирают по названию</translation>
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
        <source>New zone</source>
        <translation>Новая зона</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove %1? Orders that were taken keep their fee.</source>
        <translation>Удалить %1? У принятых заказов плата останется.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>As it is called out: Centre, Airport.</source>
        <translation>Как её называют: Центр, Аэропорт.</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Плата</translation>
    </message>
    <message>
        <source>0: the delivery is free.</source>
        <translation>0: доставка бесплатна.</translation>
    </message>
    <message>
        <source>Free from this total of the dishes</source>
        <translation>Бесплатно от такой суммы блюд</translation>
    </message>
    <message>
        <source>Empty: never.</source>
        <translation>Пусто: никогда.</translation>
    </message>
    <message>
        <source>Up to so many metres from the house</source>
        <translation>До скольких метров от дома</translation>
    </message>
    <message>
        <source>Empty: the zone is chosen by its name. Distances need the place of the house, in the settings of selling.</source>
        <translation>Пусто: зону выбирают по названию. Для расстояний нужно место дома в настройках продажи.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Укажите название.</translation>
    </message>
    <message>
        <source>Type an amount.</source>
        <translation>Введите сумму.</translation>
    </message>
    <message>
        <source>Metres, from 1 to %1.</source>
        <translation>Метры, от 1 до %1.</translation>
    </message>
    <message>
        <source>Delivery zones</source>
        <translation>Зоны доставки</translation>
    </message>
    <message>
        <source>Where couriers go and what a delivery costs there. Couriers themselves are on the page of the staff.</source>
        <translation>Куда ездят курьеры и сколько там стоит доставка. Сами курьеры — на странице персонала.</translation>
    </message>
</context>
<context>
    <name>oshaq::DialogFiles</name>
    <message>
        <source>Choose a file with a menu</source>
        <translation>Выберите файл с меню</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.txt)</source>
        <translation>Таблицы (*.csv *.tsv *.tab *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Сохранить как</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
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
        <translation>Всё готово к первому заказу</translation>
    </message>
    <message>
        <source>What is left can be done at any time: the settings keep this list.</source>
        <translation>Остальное можно сделать в любое время: этот список есть в настройках.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
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
    <name>oshaq::DrawerSheet</name>
    <message>
        <source>To the safe</source>
        <translation>В сейф</translation>
    </message>
    <message>
        <source>A supplier</source>
        <translation>Поставщику</translation>
    </message>
    <message>
        <source>Change for a courier</source>
        <translation>Мелочь курьеру</translation>
    </message>
    <message>
        <source>Exactly what should be there.</source>
        <translation>Ровно столько, сколько должно быть.</translation>
    </message>
    <message>
        <source>%1 more than there should be.</source>
        <translation>На %1 больше, чем должно быть.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Не хватает %1.</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>Денежный ящик</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Внести</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Изъять</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Пересчёт</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>What to do with the drawer</source>
        <translation>Что сделать с ящиком</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>Обычные причины</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Counted, all together</source>
        <translation>Насчитано всего</translation>
    </message>
    <message>
        <source>Count note by note, or write the sum.</source>
        <translation>Считайте по купюрам или впишите сумму.</translation>
    </message>
    <message>
        <source>Note on the difference</source>
        <translation>Примечание к расхождению</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Пока</translation>
    </message>
    <message>
        <source>The count is not written down.</source>
        <translation>Пересчёт не записан.</translation>
    </message>
    <message>
        <source>Keep it for later</source>
        <translation>Оставить на потом</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Go on counting</source>
        <translation>Считать дальше</translation>
    </message>
    <message>
        <source>Asking for the drawer…</source>
        <translation>Запрашиваем ящик…</translation>
    </message>
    <message>
        <source>No drawer is open here. Cash can be taken all the same, but it is counted in no drawer.</source>
        <translation>Здесь ящик не открыт. Наличные принимать можно, но ни в каком ящике они не учтутся.</translation>
    </message>
    <message>
        <source>Open since %1.</source>
        <translation>Открыт с %1.</translation>
    </message>
    <message>
        <source>%1 opened it: %2.</source>
        <translation>Открыл(а) %1: %2.</translation>
    </message>
    <message>
        <source>It stands at the screen “%1”.</source>
        <translation>Он стоит у экрана «%1».</translation>
    </message>
    <message>
        <source>Closed: %1.</source>
        <translation>Закрыт: %1.</translation>
    </message>
    <message>
        <source>%1 closed it: %2.</source>
        <translation>Закрыл(а) %1: %2.</translation>
    </message>
    <message>
        <source>Float</source>
        <extracomment>Change that is in the drawer to begin with</extracomment>
        <translation>Размен</translation>
    </message>
    <message>
        <source>Put in by hand</source>
        <translation>Внесено вручную</translation>
    </message>
    <message>
        <source>Cash payments: %1</source>
        <translation>Оплат наличными: %1</translation>
    </message>
    <message>
        <source>Taken out by hand</source>
        <translation>Изъято вручную</translation>
    </message>
    <message>
        <source>Given back to guests: %1</source>
        <translation>Возвратов гостям: %1</translation>
    </message>
    <message>
        <source>Should be in it</source>
        <translation>Должно быть в ящике</translation>
    </message>
    <message>
        <source>Float: the change that is in it now</source>
        <translation>Размен: сколько мелочи в ящике сейчас</translation>
    </message>
    <message>
        <source>How much is taken out</source>
        <translation>Сколько изымается</translation>
    </message>
    <message>
        <source>How much is put in</source>
        <translation>Сколько вносится</translation>
    </message>
    <message>
        <source>Counted: %1.</source>
        <translation>Насчитано: %1.</translation>
    </message>
    <message>
        <source>counted %1</source>
        <translation>насчитано %1</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Спросить снова</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Open with %1</source>
        <translation>Открыть: %1</translation>
    </message>
    <message>
        <source>Put %1 in</source>
        <translation>Внести %1</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>Изъять %1</translation>
    </message>
    <message>
        <source>Write the count down</source>
        <translation>Записать пересчёт</translation>
    </message>
    <message>
        <source>Close the drawer</source>
        <translation>Закрыть ящик</translation>
    </message>
    <message>
        <source>Writing it down at the site…</source>
        <translation>Записываем на сервере…</translation>
    </message>
    <message>
        <source>Write an amount, or nothing.</source>
        <translation>Введите сумму или оставьте пустым.</translation>
    </message>
    <message>
        <source>The drawer is open.</source>
        <translation>Ящик открыт.</translation>
    </message>
    <message>
        <source>Write an amount.</source>
        <translation>Впишите сумму.</translation>
    </message>
    <message>
        <source>No more than %1 should be in it.</source>
        <translation>В нём должно быть не больше %1.</translation>
    </message>
    <message>
        <source>Choose what for, or write it.</source>
        <translation>Выберите или напишите, для чего.</translation>
    </message>
    <message>
        <source>Put in: %1.</source>
        <translation>Внесено: %1.</translation>
    </message>
    <message>
        <source>Taken out: %1.</source>
        <translation>Изъято: %1.</translation>
    </message>
    <message>
        <source>Look at the marked numbers.</source>
        <translation>Проверьте отмеченные числа.</translation>
    </message>
    <message>
        <source>Count what is in it, or write 0.</source>
        <translation>Сосчитайте, что в нём, или впишите 0.</translation>
    </message>
    <message>
        <source>The drawer is closed.</source>
        <translation>Ящик закрыт.</translation>
    </message>
    <message>
        <source>Somebody opened the drawer here already.</source>
        <translation>Кто-то здесь уже открыл ящик.</translation>
    </message>
    <message>
        <source>What you typed stays; nothing is written twice.</source>
        <translation>Введённое остаётся; дважды ничего не запишется.</translation>
    </message>
    <message>
        <source>More change</source>
        <translation>Ещё мелочь</translation>
    </message>
    <message>
        <source>From the safe</source>
        <translation>Из сейфа</translation>
    </message>
    <message>
        <source>A courier&apos;s cash</source>
        <translation>Наличные курьера</translation>
    </message>
</context>
<context>
    <name>oshaq::DrillModel</name>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Оформлен</translation>
    </message>
    <message>
        <source>Dishes</source>
        <translation>Блюда</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
</context>
<context>
    <name>oshaq::DrillSection</name>
    <message>
        <source>A restaurant for trying out</source>
        <translation>Учебный ресторан</translation>
    </message>
    <message>
        <source>The drill comes with the hub&apos;s programs, which are not installed on this computer.</source>
        <translation>Учения входят в программы сервера, а на этом компьютере их нет.</translation>
    </message>
    <message>
        <source>Sets up a hub, screens and guests&apos; phones on this computer, sends orders through them, pulls cables and kills programs, and then compares what everybody was told with what is kept. Your menu and your orders are not touched. Best when the restaurant is closed: this computer will be busy.</source>
        <translation>Запускает на этом компьютере сервер, экраны и телефоны гостей, шлёт через них заказы, обрывает связь и выключает программы, а потом сверяет, что кому ответили, с тем, что записано. Ваше меню и заказы не затрагиваются. Лучше всего, когда ресторан закрыт: компьютер будет занят.</translation>
    </message>
    <message>
        <source>There is no result: %1</source>
        <translation>Результата нет: %1</translation>
    </message>
    <message numerus="yes">
        <source>Drill for %n minutes</source>
        <translation>
            <numerusform>Учения на %n минуту</numerusform>
            <numerusform>Учения на %n минуты</numerusform>
            <numerusform>Учения на %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub, the screens and the phones are being set up.</source>
        <translation>Сервер, экраны и телефоны запускаются.</translation>
    </message>
    <message>
        <source>Orders come in and things go wrong: %1 of %2.</source>
        <translation>Заказы идут, и всё ломается: %1 из %2.</translation>
    </message>
    <message>
        <source>Everything is mended. What is still on its way comes in, and then all of it is checked.</source>
        <translation>Всё исправлено. Доходит то, что было в пути, потом всё проверяется.</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>Закончить сейчас</translation>
    </message>
    <message>
        <source>Passed, %1</source>
        <translation>Пройдены, %1</translation>
    </message>
    <message>
        <source>Not passed, %1</source>
        <translation>Не пройдены, %1</translation>
    </message>
    <message>
        <source>%1 of faults, %2, %3</source>
        <translation>%1 сбоев, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n screens</source>
        <translation>
            <numerusform>%n экран</numerusform>
            <numerusform>%n экрана</numerusform>
            <numerusform>%n экранов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phones</source>
        <translation>
            <numerusform>%n телефон</numerusform>
            <numerusform>%n телефона</numerusform>
            <numerusform>%n телефонов</numerusform>
        </translation>
    </message>
    <message>
        <source>orders acknowledged: %1</source>
        <translation>принято заказов: %1</translation>
    </message>
    <message>
        <source>lost: %1</source>
        <translation>потеряно: %1</translation>
    </message>
    <message>
        <source>doubled: %1</source>
        <translation>удвоено: %1</translation>
    </message>
    <message>
        <source>late: %1</source>
        <translation>с опозданием: %1</translation>
    </message>
    <message>
        <source>steps of staff: %1, lost: %2</source>
        <translation>отметок персонала: %1, потеряно: %2</translation>
    </message>
    <message>
        <source>anything else wrong: %1</source>
        <translation>других ошибок: %1</translation>
    </message>
    <message>
        <source>everything in step again after %1</source>
        <translation>всё снова совпало через %1</translation>
    </message>
    <message>
        <source>Something was still on its way at the end.</source>
        <translation>В конце что-то всё ещё было в пути.</translation>
    </message>
    <message>
        <source>The hub</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>The standby</source>
        <translation>Резервный компьютер</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Экраны</translation>
    </message>
    <message>
        <source>Guests&apos; phones</source>
        <translation>Телефоны гостей</translation>
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
        <translation>нет сети</translation>
    </message>
    <message>
        <source>bad Wi-Fi: much is lost</source>
        <translation>плохой Wi-Fi: многое теряется</translation>
    </message>
    <message>
        <source>slow Wi-Fi: all of it late</source>
        <translation>медленный Wi-Fi: всё опаздывает</translation>
    </message>
    <message>
        <source>started anew</source>
        <translation>запущен заново</translation>
    </message>
    <message>
        <source>power gone</source>
        <translation>пропало питание</translation>
    </message>
    <message>
        <source>power gone, and the standby took over</source>
        <translation>пропало питание, резервный заменил</translation>
    </message>
    <message>
        <source>cut off, and the standby took over</source>
        <translation>отрезан от сети, резервный заменил</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n раз</numerusform>
            <numerusform>%n раза</numerusform>
            <numerusform>%n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>всего %1</translation>
    </message>
    <message>
        <source>back at work within %1</source>
        <translation>снова в деле через %1</translation>
    </message>
    <message>
        <source>not measured: %1</source>
        <translation>не измерено: %1</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Учения</translation>
    </message>
    <message>
        <source>What happens to orders when the network, a screen, the hub or the power fails: tried out, not believed.</source>
        <translation>Что будет с заказами, если откажет сеть, экран, сервер или питание: проверено, а не на словах.</translation>
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
        <translation>один раз</translation>
    </message>
</context>
<context>
    <name>oshaq::DrillSheet</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Open in Orders</source>
        <translation>Открыть в заказах</translation>
    </message>
    <message>
        <source>Orders behind the figure</source>
        <translation>Заказы за этой цифрой</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>The orders did not come</source>
        <translation>Заказы не получены</translation>
    </message>
    <message>
        <source>No orders</source>
        <translation>Заказов нет</translation>
    </message>
    <message>
        <source>Nothing stands behind this figure any more.</source>
        <translation>За этой цифрой больше ничего нет.</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Загружаются</translation>
    </message>
    <message>
        <source>The orders are being looked for.</source>
        <translation>Ищем заказы.</translation>
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
        <source>more below</source>
        <translation>ниже ещё</translation>
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
    <name>oshaq::EndShiftSheet</name>
    <message>
        <source>End a shift</source>
        <translation>Закончить смену</translation>
    </message>
    <message>
        <source>%1 signed in at %2 and has not signed out. They are signed out at the time that you say, and their hours end there.</source>
        <translation>%1: вход %2, выхода не было. Выход будет отмечен в то время, которое вы укажете, и часы работы закончатся тогда же.</translation>
    </message>
    <message>
        <source>Went home at</source>
        <translation>Время ухода</translation>
    </message>
    <message>
        <source>Day and time by the clock of the restaurant.</source>
        <translation>День и время по часам ресторана.</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Оставить открытой</translation>
    </message>
    <message>
        <source>End the shift</source>
        <translation>Закончить смену</translation>
    </message>
    <message>
        <source>That is before they came, at %1.</source>
        <translation>Это раньше прихода: %1.</translation>
    </message>
    <message>
        <source>That is in the future. It is %1 now.</source>
        <translation>Это время ещё не наступило. Сейчас %1.</translation>
    </message>
</context>
<context>
    <name>oshaq::ExportSheet</name>
    <message>
        <source>Figures, Excel</source>
        <translation>Показатели, Excel</translation>
    </message>
    <message>
        <source>Figures, CSV</source>
        <translation>Показатели, CSV</translation>
    </message>
    <message>
        <source>Figures, PDF</source>
        <translation>Показатели, PDF</translation>
    </message>
    <message>
        <source>Charts, picture</source>
        <translation>Графики, картинка</translation>
    </message>
    <message>
        <source>Orders, CSV</source>
        <translation>Заказы, CSV</translation>
    </message>
    <message>
        <source>Dishes of orders, CSV</source>
        <translation>Блюда заказов, CSV</translation>
    </message>
    <message>
        <source>Orders, JSON lines</source>
        <translation>Заказы, строки JSON</translation>
    </message>
    <message>
        <source>What goes into the file</source>
        <translation>Что войдёт в файл</translation>
    </message>
    <message>
        <source>With names, phones and addresses</source>
        <translation>С именами, телефонами и адресами</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Имя файла</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>%1: all figures of this page.</source>
        <translation>%1: все показатели этого раздела.</translation>
    </message>
    <message>
        <source>%1: the charts as they are on the screen.</source>
        <translation>%1: графики как на экране.</translation>
    </message>
    <message>
        <source>%1: every order.</source>
        <translation>%1: каждый заказ.</translation>
    </message>
    <message>
        <source>%1: every dish of every order.</source>
        <translation>%1: каждое блюдо каждого заказа.</translation>
    </message>
    <message>
        <source>In the folder %1, with the ending .%2.</source>
        <translation>В папке %1, с расширением .%2.</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Укажите имя файла.</translation>
    </message>
</context>
<context>
    <name>oshaq::FileText</name>
    <message>
        <source>There is no file %1 any more. Choose it again.</source>
        <translation>Файла %1 больше нет. Выберите его снова.</translation>
    </message>
    <message>
        <source>This computer does not let you read %1. Copy it somewhere else, then choose the copy.</source>
        <translation>Этот компьютер не даёт прочитать %1. Скопируйте файл в другое место и выберите копию.</translation>
    </message>
    <message>
        <source>%1 is too large to be a menu.</source>
        <translation>%1: файл слишком большой для меню.</translation>
    </message>
    <message>
        <source>%1 cannot be read. See whether its disk or the network is there, then choose it again.</source>
        <translation>%1: файл не читается. Проверьте, доступны ли его диск или сеть, и выберите файл снова.</translation>
    </message>
    <message>
        <source>The folder of %1 is not there any more. Choose another one.</source>
        <translation>Папки файла %1 больше нет. Выберите другую.</translation>
    </message>
    <message>
        <source>This computer does not let you write %1. Choose another folder.</source>
        <translation>Этот компьютер не даёт записать %1. Выберите другую папку.</translation>
    </message>
    <message>
        <source>There is no room for %1: the disk is full. Make room, or choose another folder.</source>
        <translation>Для %1 нет места: диск заполнен. Освободите место или выберите другую папку.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder.</source>
        <translation>Не удалось записать %1. Выберите другую папку.</translation>
    </message>
</context>
<context>
    <name>oshaq::FirstStart</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Шаг %1 из %2</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Skip the rest</source>
        <translation>Пропустить остальное</translation>
    </message>
    <message>
        <source>First start: %1</source>
        <translation>Первый запуск: %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
</context>
<context>
    <name>oshaq::FirstStartStep</name>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
</context>
<context>
    <name>oshaq::FlagsSection</name>
    <message>
        <source>The trials are not known</source>
        <translation>Пробные функции неизвестны</translation>
    </message>
    <message>
        <source>Asking for the trials</source>
        <translation>Запрашиваем пробные функции</translation>
    </message>
    <message>
        <source>Nothing is being tried out</source>
        <translation>Сейчас пробных функций нет</translation>
    </message>
    <message>
        <source>What is new and not decided yet appears here, with who answers for it.</source>
        <translation>Здесь появится новое, о чём ещё не решено, и кто за это отвечает.</translation>
    </message>
    <message>
        <source>Its time was over %1: it is off.</source>
        <translation>Срок вышел %1: выключено.</translation>
    </message>
    <message>
        <source>On until %1. %2 answers for it.</source>
        <translation>Включено до %1. Отвечает %2.</translation>
    </message>
    <message>
        <source>Off. To be decided until %1; %2 answers for it.</source>
        <translation>Выключено. Решить до %1; отвечает %2.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Выключить</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Включить</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>Выключить: %1</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>Включить: %1</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Пробные функции</translation>
    </message>
    <message>
        <source>Parts of Oshaq that are being tried out: who answers for them, and until when.</source>
        <translation>Части Oshaq, которые проходят проверку: кто за них отвечает и до какого срока.</translation>
    </message>
</context>
<context>
    <name>oshaq::ForeignHubSheet</name>
    <message>
        <source>Let this screen in again</source>
        <translation>Впустить этот экран заново</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Работать без него</translation>
    </message>
</context>
<context>
    <name>oshaq::FormSheet</name>
    <message>
        <source>Throw away</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation>Изменения не сохранены.</translation>
    </message>
    <message>
        <source>Yes, remove</source>
        <translation>Да, удалить</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
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
    <name>oshaq::HoursEditor</name>
    <message>
        <source>Always</source>
        <translation>Всегда</translation>
    </message>
    <message>
        <source>At its own times</source>
        <translation>В своё время</translation>
    </message>
    <message>
        <source>When it is sold</source>
        <translation>Когда продаётся</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Ещё время</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Remove this time</source>
        <translation>Удалить это время</translation>
    </message>
</context>
<context>
    <name>oshaq::HoursView</name>
    <message>
        <source>1 person, %1</source>
        <translation>1 человек, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n people, %1 together</source>
        <translation>
            <numerusform>%n человек, всего %1</numerusform>
            <numerusform>%n человека, всего %1</numerusform>
            <numerusform>%n человек, всего %1</numerusform>
        </translation>
    </message>
    <message>
        <source>These are the newest %1 shifts; a shorter range shows all.</source>
        <translation>Показаны последние смены: %1; за меньший период видны все.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>смены не было</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Вместе</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>From and to</source>
        <translation>Начало и конец</translation>
    </message>
    <message>
        <source>The hours of these days are not known now</source>
        <translation>Часы за эти дни сейчас неизвестны</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Asking the site for the hours…</source>
        <translation>Запрашиваем часы у сервера…</translation>
    </message>
    <message>
        <source>Nobody worked in these days</source>
        <translation>В эти дни никто не работал</translation>
    </message>
    <message>
        <source>Nobody found for “%1”</source>
        <translation>По запросу «%1» никого нет</translation>
    </message>
    <message>
        <source>Hours are counted from sign-in to sign-out, at screens that ask for a PIN.</source>
        <translation>Часы считаются от входа до выхода на экранах, где нужен PIN.</translation>
    </message>
    <message>
        <source>%1 What you see is as of %2.</source>
        <translation>%1 Показаны данные на %2.</translation>
    </message>
    <message>
        <source>%1 is signed in since %2 and seems to have gone without signing out.</source>
        <translation>%1: вход %2. Похоже, человек ушёл и забыл выйти.</translation>
    </message>
    <message>
        <source>So has one more.</source>
        <translation>И ещё один человек.</translation>
    </message>
    <message numerus="yes">
        <source>So have %n more.</source>
        <translation>
            <numerusform>И ещё %n человек.</numerusform>
            <numerusform>И ещё %n человека.</numerusform>
            <numerusform>И ещё %n человек.</numerusform>
        </translation>
    </message>
    <message>
        <source>End it at…</source>
        <translation>Закончить в…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минуты</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Пометка</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Хорошо</translation>
    </message>
    <message>
        <source>The hours can be pasted into a spreadsheet now.</source>
        <translation>Часы скопированы: вставьте их в электронную таблицу.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Не удалось записать файл: %1</translation>
    </message>
    <message>
        <source>Days before</source>
        <translation>Предыдущие дни</translation>
    </message>
    <message>
        <source>Days after</source>
        <translation>Следующие дни</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Эта неделя</translation>
    </message>
    <message>
        <source>Own range</source>
        <translation>Свой период</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Сохранить в CSV</translation>
    </message>
    <message>
        <source>Hours of work</source>
        <translation>Часы работы</translation>
    </message>
</context>
<context>
    <name>oshaq::HubSection</name>
    <message>
        <source>The hub does not answer</source>
        <translation>Сервер не отвечает</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Запрашиваем сервер</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Only this computer reaches it, at %1. For other screens and phones, server.listen in oshaq.ini names an address of this computer, and server.tls protects what is sent.</source>
        <translation>Он доступен только с этого компьютера: %1. Для других экранов и телефонов укажите адрес этого компьютера в server.listen файла oshaq.ini; server.tls защищает передаваемые данные.</translation>
    </message>
    <message>
        <source>Other screens and phones reach it at %1.</source>
        <translation>Другие экраны и телефоны подключаются по адресу %1.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Oshaq %1, running since %2.</source>
        <translation>Oshaq %1, запущен: %2.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>All orders, the menu and the journal take %1.</source>
        <translation>Все заказы, меню и журнал занимают %1.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Копии</translation>
    </message>
    <message>
        <source>Copies are not made by themselves yet. To keep one, end Oshaq and copy the whole folder %1 to another disk.</source>
        <translation>Копии пока не делаются сами. Чтобы сделать копию, завершите Oshaq и скопируйте всю папку %1 на другой диск.</translation>
    </message>
    <message>
        <source>This hub</source>
        <translation>Этот сервер</translation>
    </message>
    <message>
        <source>The computer that keeps everything: where it is reached, since when, and how to keep a copy.</source>
        <translation>Компьютер, на котором всё хранится: где он доступен, с какого времени и как сделать копию.</translation>
    </message>
</context>
<context>
    <name>oshaq::ImportMapping</name>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (обязательно)</translation>
    </message>
    <message>
        <source>Column of: %1</source>
        <translation>Столбец: %1</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>Нет в файле</translation>
    </message>
    <message>
        <source>Choose the column: no dish can do without it.</source>
        <translation>Выберите столбец: без него блюда не будет.</translation>
    </message>
    <message>
        <source>Empty in the first rows</source>
        <translation>В первых строках пусто</translation>
    </message>
    <message>
        <source>The site takes “%1” by its name. Rename the column in the file if it is something else.</source>
        <translation>Сервер узнаёт «%1» по названию. Если это что-то другое, переименуйте столбец в файле.</translation>
    </message>
</context>
<context>
    <name>oshaq::ImportSheet</name>
    <message>
        <source>Import a menu</source>
        <translation>Импорт меню</translation>
    </message>
    <message>
        <source>Drop a file with your menu here</source>
        <translation>Перетащите сюда файл с меню</translation>
    </message>
    <message>
        <source>A table in CSV, as Excel, LibreOffice and Google Sheets save it. Its first line names the columns; each line below it is a dish. A name, a category and a price are needed; descriptions, stations, times, options and allergens may be there. Dishes that are on the menu already are found by their code, or by name and category, and get what the file says.</source>
        <translation>Таблица CSV, как её сохраняют Excel, LibreOffice и Google Sheets. В первой строке названия столбцов, в каждой следующей — одно блюдо. Нужны название, категория и цена; могут быть описания, цеха, время, варианты и аллергены. Блюда, которые уже есть в меню, находятся по коду или по названию и категории и получают то, что указано в файле.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>To change many dishes at once, save the menu as it is, edit it as a table, and import it again. The saved file is also the way back.</source>
        <translation>Чтобы изменить сразу много блюд, сохраните меню как есть, исправьте его как таблицу и импортируйте снова. Сохранённый файл поможет и вернуть всё назад.</translation>
    </message>
    <message>
        <source>Save the menu as a file…</source>
        <translation>Сохранить меню в файл…</translation>
    </message>
    <message>
        <source>The first dishes as they would be read</source>
        <translation>Первые блюда, как они будут прочитаны</translation>
    </message>
    <message>
        <source>What is wrong in the file</source>
        <translation>Ошибки в файле</translation>
    </message>
    <message>
        <source>There is no table in it.</source>
        <translation>В нём нет таблицы.</translation>
    </message>
    <message>
        <source>Some columns are still needed.</source>
        <translation>Не хватает некоторых столбцов.</translation>
    </message>
    <message>
        <source>Taking back of an import</source>
        <translation>Отмена импорта</translation>
    </message>
    <message>
        <source>mistakes in %1</source>
        <translation>ошибки в %1</translation>
    </message>
    <message>
        <source>Step 1 of 3: the file</source>
        <translation>Шаг 1 из 3: файл</translation>
    </message>
    <message>
        <source>Step 2 of 3: which column is what · %1</source>
        <translation>Шаг 2 из 3: что в каком столбце · %1</translation>
    </message>
    <message>
        <source>Step 3 of 3: the import · %1</source>
        <translation>Шаг 3 из 3: импорт · %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Чтение %1</translation>
    </message>
    <message>
        <source>Checking every line</source>
        <translation>Проверка каждой строки</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Импорт %1</translation>
    </message>
    <message>
        <source>The site tries the whole file and writes nothing.</source>
        <translation>Сервер проверяет весь файл и ничего не записывает.</translation>
    </message>
    <message>
        <source>All of it happens together, or nothing.</source>
        <translation>Запишется либо всё сразу, либо ничего.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Больше не ждать</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Trying again does not import anything twice.</source>
        <translation>При повторе ничего не импортируется дважды.</translation>
    </message>
    <message>
        <source>You stopped waiting: the site may have imported the file all the same. Trying again shows how it ended and does not import anything twice.</source>
        <translation>Вы прервали ожидание: сервер всё же мог импортировать файл. Повторите, чтобы увидеть итог; дважды ничего не импортируется.</translation>
    </message>
    <message>
        <source>The list is in %1</source>
        <translation>Список сохранён: %1</translation>
    </message>
    <message>
        <source>The import was not taken back.</source>
        <translation>Импорт не отменён.</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Проверить файл</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Выбрать другой файл…</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Импортировать %1</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Read the corrected file</source>
        <translation>Прочитать исправленный файл</translation>
    </message>
    <message>
        <source>Save this list…</source>
        <translation>Сохранить этот список…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>Отменить импорт</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Импортировать другой файл</translation>
    </message>
    <message>
        <source>Change the columns</source>
        <translation>Изменить столбцы</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>“%1”?</source>
        <translation>«%1»?</translation>
    </message>
    <message>
        <source>The file is in order. Nothing is written yet.</source>
        <translation>Файл в порядке. Пока ничего не записано.</translation>
    </message>
    <message>
        <source>The menu is already as the file says.</source>
        <translation>Меню уже такое, как в файле.</translation>
    </message>
    <message>
        <source>One place is wrong. Nothing was imported.</source>
        <translation>Одно место неверно. Ничего не импортировано.</translation>
    </message>
    <message numerus="yes">
        <source>%n places are wrong. Nothing was imported.</source>
        <translation>
            <numerusform>%n место неверно. Ничего не импортировано.</numerusform>
            <numerusform>%n места неверны. Ничего не импортировано.</numerusform>
            <numerusform>%n мест неверны. Ничего не импортировано.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct them in the file, save it, and read it again. The columns stay as you chose them.</source>
        <translation>Исправьте их в файле, сохраните его и прочитайте снова. Выбранные столбцы останутся.</translation>
    </message>
    <message>
        <source>These are the first %1; there may be more.</source>
        <translation>Это первые %1; возможно, есть ещё.</translation>
    </message>
    <message>
        <source>The import is taken back.</source>
        <translation>Импорт отменён.</translation>
    </message>
    <message>
        <source>Imported: %1 in %2</source>
        <translation>Импортировано: %1, создано: %2</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>Импортировано: %1</translation>
    </message>
    <message>
        <source>New dishes</source>
        <translation>Новые блюда</translation>
    </message>
    <message>
        <source>New categories</source>
        <translation>Новые категории</translation>
    </message>
    <message>
        <source>Dishes changed</source>
        <translation>Изменённые блюда</translation>
    </message>
    <message>
        <source>Dishes that change</source>
        <translation>Изменятся блюда</translation>
    </message>
    <message>
        <source>Dishes as they were</source>
        <translation>Блюда без изменений</translation>
    </message>
    <message>
        <source>Dishes as they are</source>
        <translation>Останутся как есть</translation>
    </message>
    <message>
        <source>Dishes that are not in the file stay on the menu.</source>
        <translation>Блюда, которых нет в файле, остаются в меню.</translation>
    </message>
    <message>
        <source>Columns that nobody uses: %1.</source>
        <translation>Неиспользуемые столбцы: %1.</translation>
    </message>
    <message>
        <source>The dishes that change lose what the file has no column for: %1.</source>
        <translation>У изменяемых блюд пропадёт то, для чего в файле нет столбца: %1.</translation>
    </message>
    <message>
        <source>The dishes are as they were before. Stations that the file made stay: settings take them away.</source>
        <translation>Блюда снова такие, как были. Цеха, созданные файлом, остаются: убрать их можно в настройках.</translation>
    </message>
    <message>
        <source>The import is being taken back…</source>
        <translation>Отменяем импорт…</translation>
    </message>
    <message>
        <source>It can be taken back as a whole: new dishes go, changed ones get their values back.</source>
        <translation>Импорт можно отменить целиком: новые блюда исчезнут, изменённые получат прежние значения.</translation>
    </message>
    <message>
        <source>It cannot be taken back from here: not all of it has arrived on this screen yet, or somebody goes on changing the menu. Change dishes by hand, or import the file that you saved before.</source>
        <translation>Отсюда отменить нельзя: на этот экран пришло ещё не всё, или кто-то продолжает менять меню. Измените блюда вручную или импортируйте файл, сохранённый раньше.</translation>
    </message>
</context>
<context>
    <name>oshaq::ItemDelegate</name>
    <message>
        <source>NOT SAVED</source>
        <translation>НЕ СОХРАНЕНО</translation>
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
        <translation>Не сохранено: проверьте отмеченное.</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Не сохранено. %1</translation>
    </message>
    <message>
        <source>Price is %1 % below its category. Kept as typed; change it if that was a slip.</source>
        <translation>Цена на %1 % ниже обычной в категории. Она оставлена; исправьте, если это описка.</translation>
    </message>
    <message>
        <source>Price is %1 % above its category. Kept as typed; change it if that was a slip.</source>
        <translation>Цена на %1 % выше обычной в категории. Она оставлена; исправьте, если это описка.</translation>
    </message>
    <message>
        <source>The menu has another %1, in %2.</source>
        <translation>В меню уже есть «%1», категория: %2.</translation>
    </message>
    <message>
        <source>Somebody removed this dish from the menu. What you typed is still here.</source>
        <translation>Кто-то удалил это блюдо из меню. Введённое вами осталось.</translation>
    </message>
    <message>
        <source>%1 was changed to %2 by somebody else.</source>
        <extracomment>A field, and what it is at the hub now: &quot;Price was changed to 3 700 ₸ by somebody else.&quot;</extracomment>
        <translation>%1: кто-то изменил, теперь %2.</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Новое блюдо</translation>
    </message>
    <message>
        <source>Not on the menu yet</source>
        <translation>Ещё не в меню</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>не сохранено</translation>
    </message>
    <message>
        <source>The category has a dish of this name.</source>
        <translation>В категории уже есть блюдо с таким названием.</translation>
    </message>
    <message>
        <source>Another dish has it.</source>
        <translation>Уже есть у другого блюда.</translation>
    </message>
    <message>
        <source>Restore with my text</source>
        <translation>Вернуть с моим текстом</translation>
    </message>
    <message>
        <source>Save what is chosen</source>
        <translation>Сохранить выбранное</translation>
    </message>
    <message>
        <source>Add to the menu</source>
        <translation>Добавить в меню</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>86 now</source>
        <translation>На стоп</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Снять со стопа</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Назад (Esc)</translation>
    </message>
    <message>
        <source>Choose a dish to see and change everything of it.</source>
        <translation>Выберите блюдо, чтобы увидеть и изменить всё о нём.</translation>
    </message>
    <message>
        <source>Throw away what I typed</source>
        <translation>Сбросить введённое</translation>
    </message>
    <message>
        <source>Dish</source>
        <translation>Блюдо</translation>
    </message>
    <message>
        <source>New item %1</source>
        <translation>Новое блюдо %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Changes of %1</source>
        <translation>Изменения: %1</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>Восстановлено: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::ItemFormView</name>
    <message>
        <source>as its category</source>
        <translation>как у категории</translation>
    </message>
    <message>
        <source>%1, as its category</source>
        <translation>%1, по категории</translation>
    </message>
    <message>
        <source>As its category</source>
        <translation>Как у категории</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Всегда</translation>
    </message>
    <message>
        <source>no external id</source>
        <translation>нет внешнего ID</translation>
    </message>
    <message>
        <source>External id %1</source>
        <translation>Внешний ID: %1</translation>
    </message>
    <message>
        <source>Price, %1</source>
        <extracomment>%1 is the sign of the currency</extracomment>
        <translation>Цена, %1</translation>
    </message>
    <message>
        <source>Preparation, min</source>
        <translation>Приготовление, мин</translation>
    </message>
    <message>
        <source>as its station</source>
        <translation>как у цеха</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Remove from the menu</source>
        <translation>Удалить из меню</translation>
    </message>
</context>
<context>
    <name>oshaq::ItemModel</name>
    <message>
        <source>not saved</source>
        <translation>не сохранено</translation>
    </message>
</context>
<context>
    <name>oshaq::ItemsSheet</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile: %1. Nothing was written.</source>
        <translation>Тем временем это изменил кто-то другой: %1. Ничего не записано.</translation>
    </message>
    <message>
        <source>Take the new values</source>
        <translation>Взять новые значения</translation>
    </message>
    <message>
        <source>This is not on the menu any more: %1. The rest is as it was.</source>
        <translation>Этого в меню больше нет: %1. Остальное как было.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>oshaq::JoinPanel</name>
    <message>
        <source>This computer cannot look for others: Avahi does not run on it.</source>
        <translation>Этот компьютер не может искать другие: на нём не работает Avahi.</translation>
    </message>
    <message>
        <source>None has been found yet. It is found when it is open for other screens.</source>
        <translation>Пока ни один не найден. Он найдётся, когда открыт для других экранов.</translation>
    </message>
    <message>
        <source>Choose one, then compare six digits with it.</source>
        <translation>Выберите один, потом сверьте с ним шесть цифр.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Укажите название.</translation>
    </message>
    <message>
        <source>The main computer shows the code.</source>
        <translation>Код показан на главном компьютере.</translation>
    </message>
    <message>
        <source>This code was not read whole. Scan it again.</source>
        <translation>Код прочитан не целиком. Отсканируйте ещё раз.</translation>
    </message>
    <message>
        <source>An address such as https://192.168.1.10:8787</source>
        <translation>Адрес вида https://192.168.1.10:8787</translation>
    </message>
    <message>
        <source>This code lets nobody in: it was used, is too old, or is not the one shown.</source>
        <translation>Этот код никого не впускает: он использован, устарел или не тот, что показан.</translation>
    </message>
    <message>
        <source>Does the main computer show the same six digits?</source>
        <translation>На главном компьютере те же шесть цифр?</translation>
    </message>
    <message>
        <source>Here they are the same. This screen comes in when it is confirmed there too.</source>
        <translation>Здесь подтверждено. Экран войдёт, когда подтвердят и там.</translation>
    </message>
    <message>
        <source>They stand there in the settings under Screens. If they differ, somebody may sit between the two computers.</source>
        <translation>Там они в настройках, «Экраны». Если цифры разные, между компьютерами может быть посторонний.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Цифры те же</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Main computers on this network</source>
        <translation>Главные компьютеры в этой сети</translation>
    </message>
    <message>
        <source>Or what it shows: the scanned code, or its address</source>
        <translation>Или то, что он показывает: отсканированный код либо адрес</translation>
    </message>
    <message>
        <source>There in the settings under Screens, press &quot;Let a new screen in&quot;. A scanner that types, or a paste, goes here.</source>
        <translation>Там в настройках, «Экраны», нажмите «Впустить новый экран». Сюда идёт ввод сканера или вставка.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Shown there in the settings under &quot;Screens&quot;.</source>
        <translation>Показан там в настройках, «Экраны».</translation>
    </message>
    <message>
        <source>What this screen is called</source>
        <translation>Как называется этот экран</translation>
    </message>
    <message>
        <source>Such as Hot kitchen.</source>
        <translation>Например, Горячий цех.</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Цифры разные</translation>
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
    <name>oshaq::JournalSection</name>
    <message>
        <source>The changes are not known</source>
        <translation>Изменения неизвестны</translation>
    </message>
    <message>
        <source>Asking for the changes</source>
        <translation>Запрашиваем изменения</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Пока ничего не меняли</translation>
    </message>
    <message>
        <source>What is changed in the settings of the restaurant is written down here.</source>
        <translation>Здесь записано, что меняют в настройках ресторана.</translation>
    </message>
    <message>
        <source>%1: now %2</source>
        <translation>%1: теперь %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation>Кто что изменил</translation>
    </message>
    <message>
        <source>Every change of these settings, newest first.</source>
        <translation>Каждое изменение этих настроек, новые сверху.</translation>
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
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>D</source>
        <extracomment>Key on the keyboard</extracomment>
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
    <message>
        <source>This screen does not fit the site</source>
        <translation>Версии экрана и сервера не подходят</translation>
    </message>
    <message>
        <source>Tickets on no screen</source>
        <translation>Заказы, которых нет на экранах</translation>
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
    <message>
        <source>Bumps are kept here and sent after that.</source>
        <translation>Отметки «Готово» хранятся здесь и уйдут после этого.</translation>
    </message>
    <message>
        <source>On screen: p50 %1 ms, p95 %2 ms, max %3 ms</source>
        <extracomment>From the order&apos;s acceptance at the site to its ticket on this screen: median, 95th percentile, longest</extracomment>
        <translation>До показа: p50 %1 мс, p95 %2 мс, макс. %3 мс</translation>
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
    <message>
        <source>%1 behind</source>
        <translation>Отстаёт на %1</translation>
    </message>
    <message>
        <source>Not your hub</source>
        <translation>Чужой сервер</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>Нужно обновление</translation>
    </message>
    <message>
        <source>Another computer answers in place of the site&apos;s: its key is not the one that this screen trusts. It was told nothing.</source>
        <translation>Вместо сервера отвечает другой компьютер: его ключ не тот, которому доверяет этот экран. Ему ничего не сообщено.</translation>
    </message>
    <message>
        <source>The programs of this screen and of the site do not fit together: ask a manager to update them.</source>
        <translation>Программы этого экрана и сервера не подходят друг другу: попросите менеджера обновить их.</translation>
    </message>
    <message>
        <source>That cannot be now: the standby lacks something, or does not answer.</source>
        <translation>Сейчас нельзя: резервному чего-то не хватает или он не отвечает.</translation>
    </message>
    <message>
        <source>Nothing is written while the standby cannot be reached. A manager can let the hub go on alone.</source>
        <translation>Пока резервный недоступен, ничего не записывается. Менеджер может разрешить серверу работать одному.</translation>
    </message>
    <message>
        <source>This computer is not the hub any more. Try again in a moment.</source>
        <translation>Этот компьютер больше не сервер. Повторите через минуту.</translation>
    </message>
    <message>
        <source>No bank is set up at this site: a manager does that in the settings.</source>
        <translation>Банк здесь не подключён: это делает управляющий в настройках.</translation>
    </message>
</context>
<context>
    <name>oshaq::ListSection</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Минутку.</translation>
    </message>
    <message>
        <source>As it was at %1. %2</source>
        <translation>Данные на %1. %2</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>oshaq::LockScreen</name>
    <message>
        <source>This screen is locked</source>
        <translation>Экран заблокирован</translation>
    </message>
    <message>
        <source>%1 was here last.</source>
        <translation>Последний вход: %1.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Никто не вошёл.</translation>
    </message>
    <message>
        <source>Locked: tickets stay in sight. Touch the screen or type your PIN to go on.</source>
        <translation>Заблокировано: заказы остаются на виду. Коснитесь экрана или введите PIN, чтобы продолжить.</translation>
    </message>
    <message>
        <source>Back to the tickets</source>
        <translation>Назад к заказам</translation>
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
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Менеджер</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Кухня</translation>
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
        <translation>Гость</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>May do everything, also what cannot be undone.</source>
        <translation>Может всё, даже то, что нельзя отменить.</translation>
    </message>
    <message>
        <source>Runs the place: menu, people, reports and settings, and all that the others do.</source>
        <translation>Ведёт заведение: меню, люди, отчёты, настройки и всё, что делают остальные.</translation>
    </message>
    <message>
        <source>Cooks: starts and finishes tickets, and marks what is out. Sees no phone numbers and no money.</source>
        <translation>Готовит: начинает и завершает заказы, ставит блюда на стоп. Не видит телефонов и денег.</translation>
    </message>
    <message>
        <source>Serves: takes orders and payments, changes and prints them.</source>
        <translation>Обслуживает: принимает заказы и оплату, меняет и печатает их.</translation>
    </message>
    <message>
        <source>Delivers: sees the orders that go out and says when they are there.</source>
        <translation>Доставляет: видит заказы в пути и отмечает доставку.</translation>
    </message>
    <message>
        <source>The site does not answer: only people who were here lately get in.</source>
        <translation>Сервер не отвечает: войти могут только те, кто был здесь недавно.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait a moment.</source>
        <translation>Слишком много неверных PIN. Подождите немного.</translation>
    </message>
    <message>
        <source>That PIN is wrong too. Wrong %1 times in a row.</source>
        <translation>И этот PIN неверен. Ошибок подряд: %1.</translation>
    </message>
    <message>
        <source>Nobody has this PIN. Try again.</source>
        <translation>Такого PIN ни у кого нет. Повторите.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait %1.</source>
        <extracomment>%1 is a time such as 0:28</extracomment>
        <translation>Слишком много неверных PIN. Подождите %1.</translation>
    </message>
</context>
<context>
    <name>oshaq::LocksSection</name>
    <message>
        <source>Anybody may use it</source>
        <translation>Доступен всем</translation>
    </message>
    <message>
        <source>Ask for a PIN</source>
        <translation>Спрашивать PIN</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>Who may use this screen</source>
        <translation>Кто может работать за экраном</translation>
    </message>
    <message>
        <source>With a PIN everybody has a name: what they do is written down under it, their hours are counted, and they see only what their role may do. Without one, anybody who stands here may do what this screen may.</source>
        <translation>С PIN у каждого есть имя: действия записываются на него, часы считаются, и видно только то, что разрешает роль. Без PIN любой, кто здесь стоит, может всё, что может этот экран.</translation>
    </message>
    <message>
        <source>Lock by itself after</source>
        <translation>Блокировка через</translation>
    </message>
    <message>
        <source>So long without a touch or a key. Tickets of a kitchen stay in sight while it is locked; pages of the office are hidden. Ctrl+L locks at once.</source>
        <translation>Столько времени без касаний и клавиш. Заказы кухни при блокировке остаются на виду, разделы офиса скрыты. Ctrl+L блокирует сразу.</translation>
    </message>
    <message>
        <source>Nobody who may manage has a PIN yet: everybody would be locked out. Give a manager a PIN on the staff page first.</source>
        <translation>Ни у кого с правами менеджера ещё нет PIN: войти не смог бы никто. Сначала задайте PIN менеджеру в разделе персонала.</translation>
    </message>
    <message>
        <source>People at this screen</source>
        <translation>Люди за этим экраном</translation>
    </message>
    <message>
        <source>Who may use this screen, and when it locks by itself. Changed at once, and only here.</source>
        <translation>Кто может работать за этим экраном и когда он блокируется сам. Меняется сразу и только здесь.</translation>
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
        <translation>%1: не для этой роли</translation>
    </message>
    <message>
        <source>%1 is here as %2. Somebody who may use this page can sign in with their PIN.</source>
        <translation>Сейчас здесь %1, роль: %2. Тот, кому доступен этот раздел, может войти со своим PIN.</translation>
    </message>
    <message>
        <source>This screen is not for that. Open the page at a screen of the office.</source>
        <translation>Этот экран не для этого. Откройте раздел на экране офиса.</translation>
    </message>
    <message>
        <source>Change who is here</source>
        <translation>Сменить человека</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>oshaq::ManagerText</name>
    <message>
        <source>Somebody else goes on changing the same dishes. Look at them, then try again.</source>
        <translation>Эти же блюда меняет кто-то ещё. Проверьте их и повторите.</translation>
    </message>
    <message>
        <source>The menu has another dish of this name in this category. Give one of them another name.</source>
        <translation>В этой категории уже есть блюдо с таким названием. Дайте одному из них другое.</translation>
    </message>
    <message>
        <source>The file is too large for the site. Divide it into several files.</source>
        <translation>Файл слишком велик для сервера. Разделите его на несколько.</translation>
    </message>
    <message>
        <source>%1 and 1 more</source>
        <translation>%1 и ещё 1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 и ещё %n</numerusform>
            <numerusform>%1 и ещё %n</numerusform>
            <numerusform>%1 и ещё %n</numerusform>
        </translation>
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
        <source>1 category</source>
        <translation>1 категория</translation>
    </message>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%n категория</numerusform>
            <numerusform>%n категории</numerusform>
            <numerusform>%n категорий</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Preparation time</source>
        <translation>Время приготовления</translation>
    </message>
    <message>
        <source>Step of the quantity</source>
        <translation>Шаг количества</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Allergens</source>
        <translation>Аллергены</translation>
    </message>
    <message>
        <source>Code of the dish</source>
        <translation>Код блюда</translation>
    </message>
    <message>
        <source>a number such as 1900 or 12.95</source>
        <translation>число, например 1900 или 12.95</translation>
    </message>
    <message>
        <source>where it is made: grill, bar</source>
        <translation>где готовят: гриль, бар</translation>
    </message>
    <message>
        <source>seconds: 480 is eight minutes</source>
        <translation>секунды: 480 — это восемь минут</translation>
    </message>
    <message>
        <source>0.1 for what is sold by weight</source>
        <translation>0.1 для весового товара</translation>
    </message>
    <message>
        <source>Spice:0-1:mild|hot;Extras:0-3:egg +250</source>
        <translation>Острота:0-1:мягко|остро;Добавки:0-3:яйцо +250</translation>
    </message>
    <message>
        <source>gluten;nuts</source>
        <translation>gluten;nuts (глютен; орехи)</translation>
    </message>
    <message>
        <source>finds the same dish again under another name</source>
        <translation>найдёт то же блюдо под другим названием</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Minutes and seconds: 8:00</extracomment>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что неверно</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Здесь пусто.</translation>
    </message>
    <message>
        <source>the same dish is in line %1 already</source>
        <translation>это же блюдо уже есть в строке %1</translation>
    </message>
    <message>
        <source>the currency has at most %1 decimal places</source>
        <translation>у валюты знаков после точки не больше %1</translation>
    </message>
    <message>
        <source>no amount such as 12.95</source>
        <translation>не сумма вида 12.95</translation>
    </message>
    <message>
        <source>a price is not below zero</source>
        <translation>цена не бывает ниже нуля</translation>
    </message>
    <message>
        <source>no number of seconds</source>
        <translation>не число секунд</translation>
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
        <translation>Сохранить меню в файл</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>menu %1</source>
        <translation>меню %1</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Выбрать место…</translation>
    </message>
    <message>
        <source>The site writes the menu down…</source>
        <translation>Сервер записывает меню…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>A table with every dish: its name, category, price, description, station, options and allergens. Pictures and hours are not in it. It can be imported again.</source>
        <translation>Таблица со всеми блюдами: название, категория, цена, описание, цех, варианты и аллергены. Картинок и времени продажи в ней нет. Её можно импортировать снова.</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Записываем %1…</translation>
    </message>
    <message>
        <source>The menu is in %1</source>
        <translation>Меню сохранено: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>oshaq::MenuStep</name>
    <message>
        <source>Sample menu</source>
        <translation>Пример меню</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Из файла</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Пустое</translation>
    </message>
    <message>
        <source>Menu to begin with</source>
        <translation>С какого меню начать</translation>
    </message>
    <message>
        <source>Some dishes of a Kazakh grill are there already: good for trying everything out.</source>
        <translation>Там уже есть несколько блюд казахского гриля: удобно всё попробовать.</translation>
    </message>
    <message>
        <source>Your dishes are in.</source>
        <translation>Ваши блюда загружены.</translation>
    </message>
    <message>
        <source>A CSV file from any spreadsheet program: one dish a line, with its category, name and price. The columns are matched by you, and nothing is written before you have seen what would happen. The sample dishes go.</source>
        <translation>Файл CSV из любой программы таблиц: одно блюдо в строке, с категорией, названием и ценой. Столбцы сопоставляете вы, и ничего не записывается, пока вы не увидите, что произойдёт. Блюда из примера исчезнут.</translation>
    </message>
    <message>
        <source>The sample dishes go, and you type in your own on the catalog page.</source>
        <translation>Блюда из примера исчезнут, свои вы введёте в разделе каталога.</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Your menu</source>
        <translation>Ваше меню</translation>
    </message>
    <message>
        <source>Everything can be changed later, also while guests order.</source>
        <translation>Всё можно изменить позже, даже когда гости заказывают.</translation>
    </message>
</context>
<context>
    <name>oshaq::MessageLogSection</name>
    <message>
        <source>The sent messages are not known</source>
        <translation>Отправленные сообщения неизвестны</translation>
    </message>
    <message>
        <source>Asking for the sent messages</source>
        <translation>Запрашиваем отправленное</translation>
    </message>
    <message>
        <source>Nobody was told anything yet</source>
        <translation>Пока никому ничего не сообщали</translation>
    </message>
    <message>
        <source>Set up a way under &quot;Messages&quot;; what goes out then stands here.</source>
        <translation>Настройте способ в разделе «Сообщения»; отправленное появится здесь.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>Отправлено %1</translation>
    </message>
    <message numerus="yes">
        <source>Waits until %1, tried %n times</source>
        <translation>
            <numerusform>Ждёт до %1, %n попытка</numerusform>
            <numerusform>Ждёт до %1, %n попытки</numerusform>
            <numerusform>Ждёт до %1, %n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out %1: %2</source>
        <translation>Пропущено %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Given up %1 after %n tries: %2</source>
        <translation>
            <numerusform>Прекращено %1 после %n попытки: %2</numerusform>
            <numerusform>Прекращено %1 после %n попыток: %2</numerusform>
            <numerusform>Прекращено %1 после %n попыток: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>Send again: %1</source>
        <translation>Отправить снова: %1</translation>
    </message>
    <message>
        <source>Sent messages</source>
        <translation>Отправленные сообщения</translation>
    </message>
    <message>
        <source>What guests and staff were told in the last 30 days, newest first.</source>
        <translation>Что сообщали гостям и персоналу за последние 30 дней, сначала новое.</translation>
    </message>
</context>
<context>
    <name>oshaq::MessageText</name>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Messages in the browser</source>
        <translation>Сообщения в браузере</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Экраны</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Открытая страница</translation>
    </message>
    <message>
        <source>Through your own mail server.</source>
        <translation>Через ваш почтовый сервер.</translation>
    </message>
    <message>
        <source>Through a provider that you have an account with. Codes for signing in by phone use it too.</source>
        <translation>Через провайдера, у которого вы подключены. Так же идут коды для входа по телефону.</translation>
    </message>
    <message>
        <source>For guests and staff who allow it in their browser. The keys are made here.</source>
        <translation>Для гостей и персонала, кто разрешил это в браузере. Ключи создаются здесь.</translation>
    </message>
    <message>
        <source>A bot of yours tells the staff.</source>
        <translation>Ваш бот сообщает персоналу.</translation>
    </message>
    <message>
        <source>Order %1 accepted</source>
        <translation>Заказ %1 принят</translation>
    </message>
    <message>
        <source>Order %1 ready</source>
        <translation>Заказ %1 готов</translation>
    </message>
    <message>
        <source>Order %1 on its way</source>
        <translation>Заказ %1 в пути</translation>
    </message>
    <message>
        <source>Order %1 cancelled</source>
        <translation>Заказ %1 отменён</translation>
    </message>
    <message>
        <source>Money back for order %1</source>
        <translation>Возврат за заказ %1</translation>
    </message>
    <message>
        <source>Nobody has seen order %1</source>
        <translation>Заказ %1 никто не видел</translation>
    </message>
    <message>
        <source>Order %1 late</source>
        <translation>Заказ %1 опаздывает</translation>
    </message>
    <message>
        <source>A dish is out</source>
        <translation>Блюдо закончилось</translation>
    </message>
    <message>
        <source>Payment of order %1 unknown</source>
        <translation>Оплата заказа %1 неизвестна</translation>
    </message>
    <message>
        <source>Day-end report</source>
        <translation>Отчёт за день</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Прекращено</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Почтовый сервер</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>Name to sign in with</source>
        <translation>Имя для входа</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>Адрес отправителя</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>Имя отправителя</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>Address of the interface</source>
        <translation>Адрес интерфейса</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Key or password</source>
        <translation>Ключ или пароль</translation>
    </message>
    <message>
        <source>How the push services reach you</source>
        <translation>Как службам сообщений связаться с вами</translation>
    </message>
    <message>
        <source>Token of the bot</source>
        <translation>Токен бота</translation>
    </message>
    <message>
        <source>Chat of the staff</source>
        <translation>Чат персонала</translation>
    </message>
    <message>
        <source>Such as smtp.example.kz</source>
        <translation>Например, smtp.example.kz</translation>
    </message>
    <message>
        <source>Empty: the restaurant&apos;s name.</source>
        <translation>Пусто: название ресторана.</translation>
    </message>
    <message>
        <source>Empty: the provider&apos;s own.</source>
        <translation>Пусто: адрес провайдера.</translation>
    </message>
    <message>
        <source>Only where the provider asks for one.</source>
        <translation>Только если провайдер требует.</translation>
    </message>
    <message>
        <source>Such as mailto:manager@example.kz</source>
        <translation>Например, mailto:manager@example.kz</translation>
    </message>
    <message>
        <source>Its number; the bot must be in it.</source>
        <translation>Его номер; бот должен в нём быть.</translation>
    </message>
    <message>
        <source>It is kept sealed and not shown again.</source>
        <translation>Хранится запечатанным и больше не показывается.</translation>
    </message>
    <message>
        <source>Encrypted (STARTTLS)</source>
        <translation>С шифрованием (STARTTLS)</translation>
    </message>
    <message>
        <source>Encrypted (TLS)</source>
        <translation>С шифрованием (TLS)</translation>
    </message>
    <message>
        <source>Not encrypted, only inside your own network</source>
        <translation>Без шифрования, только в своей сети</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Другой</translation>
    </message>
    <message>
        <source>Halyk Bank</source>
        <translation>Halyk Bank</translation>
    </message>
    <message>
        <source>Delivery service</source>
        <translation>Служба доставки</translation>
    </message>
    <message>
        <source>Orders of other services</source>
        <translation>Заказы других служб</translation>
    </message>
    <message>
        <source>Guests pay with a card on the bank&apos;s own page; no card number comes here.</source>
        <translation>Гости платят картой на странице банка; номера карт сюда не попадают.</translation>
    </message>
    <message>
        <source>Its couriers bring orders where your own do not.</source>
        <translation>Её курьеры везут туда, куда не ездят ваши.</translation>
    </message>
    <message>
        <source>They send signed orders to this hub; the kitchen accepts or refuses.</source>
        <translation>Они присылают серверу подписанные заказы; кухня принимает или отказывает.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Merchant terminal</source>
        <translation>Терминал продавца</translation>
    </message>
    <message>
        <source>Secret of the client</source>
        <translation>Секрет клиента</translation>
    </message>
    <message>
        <source>Address for tokens</source>
        <translation>Адрес для токенов</translation>
    </message>
    <message>
        <source>Script of the payment page</source>
        <translation>Скрипт страницы оплаты</translation>
    </message>
    <message>
        <source>Where the bank tells of payments</source>
        <translation>Куда банк сообщает об оплатах</translation>
    </message>
    <message>
        <source>Where the guest goes after paying</source>
        <translation>Куда гость попадает после оплаты</translation>
    </message>
    <message>
        <source>Secret that messages are signed with</source>
        <translation>Секрет для подписи сообщений</translation>
    </message>
    <message>
        <source>Asked again after seconds</source>
        <translation>Спрашивать снова через, секунд</translation>
    </message>
    <message>
        <source>Seconds to accept an order</source>
        <translation>Секунд на принятие заказа</translation>
    </message>
    <message>
        <source>Where the service hears the answer</source>
        <translation>Куда отправить ответ службе</translation>
    </message>
    <message>
        <source>Names of the fields there</source>
        <translation>Названия полей у них</translation>
    </message>
    <message>
        <source>As it stands in your contract with the bank.</source>
        <translation>Как указано в договоре с банком.</translation>
    </message>
    <message>
        <source>This hub as the bank reaches it, with /api/v1/payment/webhooks/halyk. Empty: the bank is asked.</source>
        <translation>Адрес этого сервера для банка, с /api/v1/payment/webhooks/halyk. Пусто: спрашиваем банк сами.</translation>
    </message>
    <message>
        <source>A page of yours. Empty: the bank&apos;s own.</source>
        <translation>Ваша страница. Пусто: страница банка.</translation>
    </message>
    <message>
        <source>Empty: it is not told.</source>
        <translation>Пусто: не сообщаем.</translation>
    </message>
    <message>
        <source>One JSON object: {&quot;our name&quot;:&quot;their.name&quot;}. Empty: as our format says.</source>
        <translation>Объект JSON: {&quot;наше имя&quot;:&quot;их.имя&quot;}. Пусто: как в нашем формате.</translation>
    </message>
    <message>
        <source>System alarm</source>
        <translation>Тревога системы</translation>
    </message>
    <message>
        <source>System alarm that nobody confirmed</source>
        <translation>Тревога системы, которую никто не подтвердил</translation>
    </message>
</context>
<context>
    <name>oshaq::MessagesSection</name>
    <message>
        <source>The ways of messages are not known</source>
        <translation>Способы отправки неизвестны</translation>
    </message>
    <message>
        <source>Asking for the ways of messages</source>
        <translation>Запрашиваем способы отправки</translation>
    </message>
    <message>
        <source>This hub sends no messages</source>
        <translation>Этот сервер сообщений не отправляет</translation>
    </message>
    <message>
        <source>A newer program of the hub does.</source>
        <translation>Это умеет более новая программа сервера.</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Не используется</translation>
    </message>
    <message>
        <source>Has not worked since %1: %2</source>
        <translation>Не работает с %1: %2</translation>
    </message>
    <message>
        <source>In use, worked %1</source>
        <translation>Используется, работал %1</translation>
    </message>
    <message>
        <source>In use, never tried</source>
        <translation>Используется, ещё не проверен</translation>
    </message>
    <message>
        <source>The test went well: %1</source>
        <translation>Проверка прошла: %1</translation>
    </message>
    <message>
        <source>The test failed: %1</source>
        <translation>Проверка не прошла: %1</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Настроить</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Отправить пробу</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>Настроить: %1</translation>
    </message>
    <message>
        <source>Send a test by %1</source>
        <translation>Отправить пробное: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Используется</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>There is one; type to replace it</source>
        <translation>Задан; введите, чтобы заменить</translation>
    </message>
    <message>
        <source>Send the test</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Адрес эл. почты</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Empty: to the sender&apos;s own address.</source>
        <translation>Пусто: на адрес отправителя.</translation>
    </message>
    <message>
        <source>It begins with + and the country.</source>
        <translation>Начинается с + и кода страны.</translation>
    </message>
    <message>
        <source>Where should the test go?</source>
        <translation>Куда отправить пробное?</translation>
    </message>
    <message>
        <source>A test by %1 is on its way. A server that does not answer is waited for up to a minute.</source>
        <translation>Пробное отправляется: %1. Молчащего сервера ждём до минуты.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>How guests and staff are told what happens to orders.</source>
        <translation>Как гостям и персоналу сообщают, что с заказами.</translation>
    </message>
    <message>
        <source>The services are not known</source>
        <translation>Службы неизвестны</translation>
    </message>
    <message>
        <source>Asking for the services</source>
        <translation>Запрашиваем службы</translation>
    </message>
    <message>
        <source>This hub talks to no services</source>
        <translation>Этот сервер не связан со службами</translation>
    </message>
    <message>
        <source>Bank and delivery</source>
        <translation>Банк и доставка</translation>
    </message>
    <message>
        <source>Who takes cards, who brings orders, and who sends them here.</source>
        <translation>Кто принимает карты, кто везёт заказы и кто их сюда присылает.</translation>
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
    <message>
        <source>Files and long work: %1</source>
        <translation>Файлы и долгие задачи: %1</translation>
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
    <name>oshaq::OperatorChip</name>
    <message>
        <source>%1, %2. Change who is here, lock or sign out</source>
        <translation>%1, %2. Сменить человека, заблокировать или выйти</translation>
    </message>
    <message>
        <source>%1: change who is here, lock (Ctrl+L) or sign out</source>
        <translation>%1: сменить человека, заблокировать (Ctrl+L) или выйти</translation>
    </message>
</context>
<context>
    <name>oshaq::OptionEditor</name>
    <message>
        <source>Add a group of options</source>
        <translation>Добавить группу вариантов</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
    <message>
        <source>Meat, size, sauce</source>
        <translation>Мясо, размер, соус</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>По желанию</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Обязательно</translation>
    </message>
    <message>
        <source>Whether something has to be chosen</source>
        <translation>Нужно ли что-то выбрать</translation>
    </message>
    <message>
        <source>at least</source>
        <extracomment>Before a number: somebody has to choose at least so many options</extracomment>
        <translation>не меньше</translation>
    </message>
    <message>
        <source>At least so many</source>
        <translation>Сколько минимум</translation>
    </message>
    <message>
        <source>at most</source>
        <extracomment>Before a number: somebody may choose at most so many options</extracomment>
        <translation>не больше</translation>
    </message>
    <message>
        <source>At most so many</source>
        <translation>Сколько максимум</translation>
    </message>
    <message>
        <source>Add an option</source>
        <translation>Добавить вариант</translation>
    </message>
    <message>
        <source>Move the group up</source>
        <translation>Поднять группу выше</translation>
    </message>
    <message>
        <source>Remove the group</source>
        <translation>Удалить группу</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>+ 0</source>
        <extracomment>What an option costs more</extracomment>
        <translation>+ 0</translation>
    </message>
    <message>
        <source>What it costs more</source>
        <translation>Доплата</translation>
    </message>
    <message>
        <source>Move the option up</source>
        <translation>Поднять вариант выше</translation>
    </message>
    <message>
        <source>Remove the option</source>
        <translation>Удалить вариант</translation>
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
    <message>
        <source>Give money back</source>
        <translation>Возвращать деньги</translation>
    </message>
    <message>
        <source>Courier and zone</source>
        <translation>Курьер и зона</translation>
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
    <message>
        <source>%1 waits for an answer until %2.</source>
        <translation>%1 ждёт ответа до %2.</translation>
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
    <message>
        <source>What you do is kept and sent after that.</source>
        <translation>Всё, что вы делаете, сохраняется и уйдёт после этого.</translation>
    </message>
    <message>
        <source>waits for the bank</source>
        <translation>ждём банк</translation>
    </message>
    <message>
        <source>given up, nothing was taken</source>
        <translation>прекращено, ничего не снято</translation>
    </message>
    <message>
        <source>part of it was given back</source>
        <translation>часть возвращена</translation>
    </message>
    <message>
        <source>the bank said no</source>
        <translation>банк отказал</translation>
    </message>
    <message>
        <source>too late to accept</source>
        <translation>принимать поздно</translation>
    </message>
    <message>
        <source>accept in %1</source>
        <extracomment>Minutes and seconds in which an order of another service has to be accepted</extracomment>
        <translation>принять за %1</translation>
    </message>
    <message>
        <source>%1 brings it</source>
        <translation>везёт %1</translation>
    </message>
    <message>
        <source>the delivery service is asked for its price</source>
        <translation>узнаём цену у службы доставки</translation>
    </message>
    <message>
        <source>the delivery service said its price</source>
        <translation>служба доставки назвала цену</translation>
    </message>
    <message>
        <source>the delivery service is being told</source>
        <translation>сообщаем службе доставки</translation>
    </message>
    <message>
        <source>the delivery service looks for a courier</source>
        <translation>служба доставки ищет курьера</translation>
    </message>
    <message>
        <source>a courier of the delivery service comes</source>
        <translation>курьер службы доставки едет</translation>
    </message>
    <message>
        <source>a courier of the delivery service has it</source>
        <translation>заказ у курьера службы доставки</translation>
    </message>
    <message>
        <source>the delivery service brought it</source>
        <translation>служба доставки доставила</translation>
    </message>
    <message>
        <source>the delivery service is being called off</source>
        <translation>отменяем службу доставки</translation>
    </message>
    <message>
        <source>the delivery service said no</source>
        <translation>служба доставки отказала</translation>
    </message>
    <message>
        <source>paid there</source>
        <translation>оплачен там</translation>
    </message>
    <message>
        <source>Delivery changed</source>
        <translation>Доставка изменена</translation>
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
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>D</source>
        <extracomment>Key on the keyboard</extracomment>
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
    <message>
        <source>This screen does not fit the site</source>
        <translation>Версии экрана и сервера не подходят</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>Денежный ящик</translation>
    </message>
    <message>
        <source>Cash drawer (Ctrl+D)</source>
        <translation>Денежный ящик (Ctrl+D)</translation>
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
    <name>oshaq::OutSheet</name>
    <message>
        <source>It comes back by itself: %1.</source>
        <translation>Вернётся само: %1.</translation>
    </message>
    <message>
        <source>It stays out until somebody brings it back.</source>
        <translation>На стопе, пока кто-то не вернёт.</translation>
    </message>
    <message>
        <source>86: %1</source>
        <extracomment>86: the trade&apos;s word for what is out; %1 is a dish</extracomment>
        <translation>На стоп: %1</translation>
    </message>
    <message>
        <source>Until I bring it back</source>
        <translation>Пока не верну</translation>
    </message>
    <message>
        <source>Until the day ends</source>
        <translation>До конца дня</translation>
    </message>
    <message>
        <source>Until it is sold again: %1</source>
        <translation>До следующей продажи: %1</translation>
    </message>
    <message>
        <source>Until a date</source>
        <translation>До даты</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>До какого времени</translation>
    </message>
    <message>
        <source>Until when it is out</source>
        <translation>До какого времени на стопе</translation>
    </message>
    <message>
        <source>Back on</source>
        <translation>Вернётся</translation>
    </message>
    <message>
        <source>86 it</source>
        <translation>На стоп</translation>
    </message>
</context>
<context>
    <name>oshaq::PairingSheet</name>
    <message>
        <source>All stations</source>
        <translation>Все цеха</translation>
    </message>
    <message>
        <source>Scan this with the new screen until %1. It lets one screen in.</source>
        <translation>Отсканируйте это новым экраном до %1. Код впускает один экран.</translation>
    </message>
    <message>
        <source>The same as text</source>
        <translation>То же текстом</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>For a screen without a camera: copy it there.</source>
        <translation>Для экрана без камеры: перенесите это туда.</translation>
    </message>
    <message>
        <source>Type it on the new screen until %1. It lets one screen in.</source>
        <translation>Введите его на новом экране до %1. Он впускает один экран.</translation>
    </message>
    <message>
        <source>Without a camera: choose this hub on the new screen and compare six digits, until %1.</source>
        <translation>Без камеры: до %1 выберите на новом экране этот сервер и сверьте шесть цифр.</translation>
    </message>
    <message>
        <source>Without a camera: type the address %1 on the new screen and compare six digits, until %2. It does not find this hub by itself: Avahi does not run on this computer.</source>
        <translation>Без камеры: до %2 введите на новом экране адрес %1 и сверьте шесть цифр. Сам он этот сервер не найдёт: на этом компьютере не работает Avahi.</translation>
    </message>
    <message>
        <source>%1 at %2 wants to come in. Does it show the same six digits?</source>
        <translation>%1 (%2) просит впустить его. На нём те же шесть цифр?</translation>
    </message>
    <message>
        <source>Here they are the same. It comes in when that is confirmed on it too.</source>
        <translation>Здесь подтверждено. Он войдёт, когда подтвердят и на нём.</translation>
    </message>
    <message>
        <source>On the new screen somebody has said that they are the same.</source>
        <translation>На новом экране подтвердили, что цифры те же.</translation>
    </message>
    <message>
        <source>Look at the new screen itself. If they differ, somebody may sit between the two computers.</source>
        <translation>Посмотрите на сам новый экран. Если цифры разные, между компьютерами может быть посторонний.</translation>
    </message>
    <message>
        <source>A new screen</source>
        <translation>Новый экран</translation>
    </message>
    <message>
        <source>Let it in</source>
        <translation>Впустить</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Другой код</translation>
    </message>
    <message>
        <source>The same digits?</source>
        <translation>Те же цифры?</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Цифры те же</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>%1 has come in</source>
        <translation>%1 впущен</translation>
    </message>
    <message>
        <source>The screen has come in</source>
        <translation>Экран впущен</translation>
    </message>
    <message>
        <source>It stands in the list now. There it can be renamed and signed out.</source>
        <translation>Теперь он в списке. Там его можно переименовать или отключить.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Nobody was let in</source>
        <translation>Никто не впущен</translation>
    </message>
    <message>
        <source>Here or on the new screen somebody said that the digits differ. If they really differed, somebody may sit between the two computers: use a cable or another network.</source>
        <translation>Здесь или на новом экране сказали, что цифры разные. Если это так, между компьютерами может быть посторонний: возьмите кабель или другую сеть.</translation>
    </message>
    <message>
        <source>No screen can come in any more</source>
        <translation>Больше никто войти не может</translation>
    </message>
    <message>
        <source>One screen has come in by the code, or it took too long. Whoever came in stands in the list.</source>
        <translation>По коду вошёл один экран, или вышло время. Кто вошёл, тот в списке.</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Цифры разные</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>Что разрешено</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>A picture for the camera of the new screen</source>
        <translation>Картинка для камеры нового экрана</translation>
    </message>
</context>
<context>
    <name>oshaq::PairingText</name>
    <message>
        <source>This is not the code that is shown</source>
        <translation>Это не тот код, что показан</translation>
    </message>
    <message>
        <source>The main computer knows no such code. Have it show a new one, and scan that.</source>
        <translation>Главный компьютер такого кода не знает. Попросите показать новый и отсканируйте его.</translation>
    </message>
    <message>
        <source>This took too long</source>
        <translation>Время вышло</translation>
    </message>
    <message>
        <source>What the main computer shows is good for some minutes. Have it show a new code, then begin again.</source>
        <translation>То, что показывает главный компьютер, действует несколько минут. Попросите новый код и начните заново.</translation>
    </message>
    <message>
        <source>This code was used before</source>
        <translation>Этот код уже использован</translation>
    </message>
    <message>
        <source>It lets one screen in, and one has come in by it. If that was none of yours, look at the screens in the settings of the main computer and remove the one that you do not know. Then have a new code shown.</source>
        <translation>Он впускает один экран, и один уже вошёл. Если это был не ваш, посмотрите экраны в настройках главного компьютера и удалите незнакомый. Потом покажите новый код.</translation>
    </message>
    <message>
        <source>Another computer answers there</source>
        <translation>Там отвечает другой компьютер</translation>
    </message>
    <message>
        <source>Who answers at %1 is not the main computer that made this code: its key is another one. It was told nothing, and the code is still good. See whether this screen is on the right network, then scan the code again.</source>
        <translation>По адресу %1 отвечает не тот главный компьютер, который сделал код: ключ у него другой. Ему ничего не сообщено, код ещё годен. Проверьте, в той ли сети этот экран, и отсканируйте код снова.</translation>
    </message>
    <message>
        <source>Nobody lets a new screen in there now</source>
        <translation>Там сейчас не впускают новый экран</translation>
    </message>
    <message>
        <source>On the main computer open the settings, then Screens, and press &quot;Let a new screen in&quot;. Then try again here.</source>
        <translation>На главном компьютере откройте настройки, «Экраны», и нажмите «Впустить новый экран». Потом повторите здесь.</translation>
    </message>
    <message>
        <source>Another screen is coming in</source>
        <translation>Входит другой экран</translation>
    </message>
    <message>
        <source>One comes in after the other. Wait until the main computer is done with it, then try again.</source>
        <translation>Экраны входят по одному. Дождитесь, пока главный компьютер закончит, и повторите.</translation>
    </message>
    <message>
        <source>Somebody said that the digits differ</source>
        <translation>Кто-то сказал, что цифры разные</translation>
    </message>
    <message>
        <source>So this screen was not let in. If they really differed, somebody may sit between the two computers: use a cable or another network. Otherwise begin again on both.</source>
        <translation>Поэтому экран не впущен. Если цифры и правда разные, между компьютерами может быть посторонний: возьмите кабель или другую сеть. Иначе начните заново на обоих.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Слишком много попыток</translation>
    </message>
    <message>
        <source>The main computer answers this one no more for some minutes. Wait, then have a new code shown.</source>
        <translation>Главный компьютер несколько минут не будет отвечать этому. Подождите и попросите новый код.</translation>
    </message>
    <message>
        <source>This main computer speaks no TLS of its own</source>
        <translation>У этого главного компьютера нет своего TLS</translation>
    </message>
    <message>
        <source>It cannot be recognized by a key. Whoever set it up knows its address and certificate.</source>
        <translation>Его нельзя узнать по ключу. Его адрес и сертификат знает тот, кто его настроил.</translation>
    </message>
    <message>
        <source>Another computer answers in place of yours</source>
        <translation>Вместо вашего отвечает другой компьютер</translation>
    </message>
    <message>
        <source>At %1 answers a computer whose key is not the one that this screen was let in with. It is told nothing: no order, no token. Work goes on here as without a network, and what you do waits.

This happens when the screen is on another network, or when the main computer was set up anew. If it was set up anew, let this screen in again. If not, find out whose computer that is.</source>
        <translation>По адресу %1 отвечает компьютер не с тем ключом, с которым этот экран впустили. Ему ничего не сообщается: ни заказов, ни ключа входа. Здесь можно работать как без сети, а сделанное подождёт.

Так бывает, когда экран в другой сети или главный компьютер настроили заново. Если заново, впустите этот экран ещё раз. Если нет, выясните, чей это компьютер.</translation>
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
    <message>
        <source>Guest&apos;s phone</source>
        <translation>Телефон гостя</translation>
    </message>
    <message>
        <source>Waits for the bank</source>
        <translation>Ждём банк</translation>
    </message>
    <message>
        <source>Code of the bank&apos;s page</source>
        <translation>Код страницы банка</translation>
    </message>
    <message>
        <source>The guest scans this code and pays %1 on their phone. As soon as the bank says so, it stands here.</source>
        <translation>Гость сканирует этот код и платит %1 на своём телефоне. Как только банк подтвердит, это появится здесь.</translation>
    </message>
    <message>
        <source>Paid on the phone: %1.</source>
        <translation>Оплачено с телефона: %1.</translation>
    </message>
    <message>
        <source>Nothing came by the phone: it was given up, or the bank said no.</source>
        <translation>С телефона ничего не пришло: оплату прервали или банк отказал.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Спросить снова</translation>
    </message>
    <message>
        <source>Show the code for %1</source>
        <translation>Показать код на %1</translation>
    </message>
    <message>
        <source>Asking the bank for its page…</source>
        <translation>Запрашиваем страницу банка…</translation>
    </message>
    <message>
        <source>The guest&apos;s cards</source>
        <translation>Карты гостя</translation>
    </message>
    <message>
        <source>The bank is asked for %1 from the guest&apos;s card. As soon as it says so, it stands here.</source>
        <translation>Банк снимает %1 с карты гостя. Как только он ответит, это появится здесь.</translation>
    </message>
    <message>
        <source>Paid by the saved card: %1.</source>
        <translation>Оплачено сохранённой картой: %1.</translation>
    </message>
    <message>
        <source>The bank said no to this card. Nothing was taken.</source>
        <translation>Банк отклонил эту карту. Ничего не снято.</translation>
    </message>
    <message>
        <source>Asking the bank…</source>
        <translation>Запрос в банк…</translation>
    </message>
</context>
<context>
    <name>oshaq::PeopleStep</name>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Ваш PIN</translation>
    </message>
    <message>
        <source>4 to 8 digits that nobody guesses. It is shown so that you can remember it.</source>
        <translation>От 4 до 8 цифр, которые никто не угадает. PIN виден, чтобы вы его запомнили.</translation>
    </message>
    <message>
        <source>No, anybody may use it</source>
        <translation>Нет, открыт всем</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>Ask for a PIN at this screen</source>
        <translation>Спрашивать PIN на этом экране</translation>
    </message>
    <message>
        <source>Can be changed in the settings at any time.</source>
        <translation>Можно изменить в настройках в любое время.</translation>
    </message>
    <message>
        <source>Who are you? Or skip this step.</source>
        <translation>Кто вы? Или пропустите этот шаг.</translation>
    </message>
    <message>
        <source>4 to 8 digits, and none that everybody tries first: no 1234, no 0000, no 2580.</source>
        <translation>От 4 до 8 цифр, но не то, что пробуют первым: не 1234, не 0000, не 2580.</translation>
    </message>
    <message>
        <source>Somebody has this PIN already: take another one.</source>
        <translation>Такой PIN у кого-то уже есть: возьмите другой.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>With a PIN, screens can be locked and it is known who did what. Others are added on the staff page.</source>
        <translation>С PIN экраны можно блокировать, и видно, кто что сделал. Остальных добавляют в разделе «Сотрудники».</translation>
    </message>
</context>
<context>
    <name>oshaq::PeopleView</name>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>+ second factor</source>
        <translation>+ второй фактор</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>экран: %1</translation>
    </message>
    <message>
        <source>not signed out?</source>
        <translation>выхода не было?</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Не на смене</translation>
    </message>
    <message>
        <source>May not sign in</source>
        <translation>Вход закрыт</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role and station</source>
        <translation>Роль и цех</translation>
    </message>
    <message>
        <source>Signs in by</source>
        <translation>Способ входа</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>На смене</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Сейчас на смене</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>%1 What you see is as of %2.</source>
        <translation>%1 Показаны данные на %2.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Понятно</translation>
    </message>
    <message>
        <source>%1 does not work here any more and is signed out everywhere.</source>
        <translation>%1 больше здесь не работает, выход выполнен везде.</translation>
    </message>
    <message>
        <source>Who works here is not known now</source>
        <translation>Кто здесь работает, сейчас неизвестно</translation>
    </message>
    <message>
        <source>Asking the site who works here…</source>
        <translation>Спрашиваем сервер, кто здесь работает…</translation>
    </message>
    <message>
        <source>Nobody yet: add the first person</source>
        <translation>Пока никого: добавьте первого сотрудника</translation>
    </message>
    <message>
        <source>Whoever has a name and a PIN here can sign in at every screen.</source>
        <translation>Тот, у кого здесь есть имя и PIN, может войти на любом экране.</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Новый сотрудник</translation>
    </message>
    <message>
        <source>Nobody found for “%1”</source>
        <translation>По запросу «%1» никого нет</translation>
    </message>
    <message>
        <source>Names, roles, stations and logins can be searched.</source>
        <translation>Ищите по имени, роли, цеху или логину.</translation>
    </message>
    <message>
        <source>Nobody is here now</source>
        <translation>Сейчас на смене никого</translation>
    </message>
    <message>
        <source>Everybody is here</source>
        <translation>Все на смене</translation>
    </message>
    <message>
        <source>People are here from their sign-in at a screen to their sign-out.</source>
        <translation>Сотрудник на смене от входа на экране до выхода.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Показать всех</translation>
    </message>
    <message>
        <source>Who is shown</source>
        <translation>Кого показать</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation>Выберите сотрудника</translation>
    </message>
    <message>
        <source>What they may do and how they sign in is seen and changed here.</source>
        <translation>Здесь видны и меняются его права и способ входа.</translation>
    </message>
</context>
<context>
    <name>oshaq::PictureEditor</name>
    <message>
        <source>No picture</source>
        <translation>Нет картинки</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Загружается</translation>
    </message>
    <message>
        <source>There is no picture to paste: copy one first.</source>
        <translation>Вставлять нечего: сначала скопируйте картинку.</translation>
    </message>
    <message>
        <source>This picture could not be made smaller. Take another one.</source>
        <translation>Не удалось уменьшить эту картинку. Возьмите другую.</translation>
    </message>
    <message>
        <source>The picture is on its way.</source>
        <translation>Картинка загружается.</translation>
    </message>
    <message>
        <source>Drop a picture here, choose a file or paste one.</source>
        <translation>Перетащите картинку сюда, выберите файл или вставьте её.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Удалить картинку</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>This file cannot be opened.</source>
        <translation>Этот файл не открывается.</translation>
    </message>
    <message>
        <source>This file is larger than %1 MB.</source>
        <translation>Этот файл больше %1 МБ.</translation>
    </message>
    <message>
        <source>This is no picture that can be used. Take a PNG, a JPEG or a WebP file.</source>
        <translation>Такую картинку использовать нельзя. Возьмите файл PNG, JPEG или WebP.</translation>
    </message>
    <message>
        <source>This picture is too small.</source>
        <translation>Эта картинка слишком маленькая.</translation>
    </message>
</context>
<context>
    <name>oshaq::PinPad</name>
    <message>
        <source>Looking who that is…</source>
        <translation>Смотрим, кто это…</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>Введите PIN.</translation>
    </message>
    <message>
        <source>PIN, nothing typed yet</source>
        <translation>PIN, ещё ничего не введено</translation>
    </message>
    <message>
        <source>PIN, 1 digit typed</source>
        <translation>PIN, введена 1 цифра</translation>
    </message>
    <message numerus="yes">
        <source>PIN, %n digits typed</source>
        <translation>
            <numerusform>PIN, введена %n цифра</numerusform>
            <numerusform>PIN, введены %n цифры</numerusform>
            <numerusform>PIN, введено %n цифр</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the last digit away</source>
        <translation>Стереть последнюю цифру</translation>
    </message>
    <message>
        <source>This is my PIN</source>
        <translation>Это мой PIN</translation>
    </message>
</context>
<context>
    <name>oshaq::PriceSheet</name>
    <message>
        <source>Change prices</source>
        <translation>Изменить цены</translation>
    </message>
    <message>
        <source>Which dishes</source>
        <translation>Какие блюда</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Как</translation>
    </message>
    <message>
        <source>By percent</source>
        <translation>На процент</translation>
    </message>
    <message>
        <source>By amount</source>
        <translation>На сумму</translation>
    </message>
    <message>
        <source>To a price</source>
        <translation>Новая цена</translation>
    </message>
    <message>
        <source>Dearer or cheaper</source>
        <translation>Дороже или дешевле</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Повысить</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Снизить</translation>
    </message>
    <message>
        <source>Round to</source>
        <translation>Округлить до</translation>
    </message>
    <message>
        <source>Which way</source>
        <translation>В какую сторону</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>К ближайшему</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Вверх</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Вниз</translation>
    </message>
    <message>
        <source>Prices of options</source>
        <translation>Цены вариантов</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Не менять</translation>
    </message>
    <message>
        <source>Change too</source>
        <translation>Тоже изменить</translation>
    </message>
    <message>
        <source>Prices before and after</source>
        <translation>Цены до и после</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Выбрано: %1</translation>
    </message>
    <message>
        <source>The whole menu: %1</source>
        <translation>Всё меню: %1</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Процент</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>Сумма, %1</translation>
    </message>
    <message>
        <source>New price, %1</source>
        <translation>Новая цена, %1</translation>
    </message>
    <message>
        <source>Type a number such as 5 or 12.5.</source>
        <translation>Введите число, например 5 или 12.5.</translation>
    </message>
    <message>
        <source>Type an amount such as %1.</source>
        <translation>Введите сумму, например %1.</translation>
    </message>
    <message>
        <source>Prices go down by at most 100 % and up by at most 1000 %.</source>
        <translation>Цены можно снизить не больше чем на 100 % и повысить не больше чем на 1000 %.</translation>
    </message>
    <message>
        <source>This amount is too large.</source>
        <translation>Эта сумма слишком большая.</translation>
    </message>
    <message>
        <source>There are no dishes here.</source>
        <translation>Здесь нет блюд.</translation>
    </message>
    <message>
        <source>What becomes of %1</source>
        <translation>Что получится: %1</translation>
    </message>
    <message>
        <source>1 dish changes</source>
        <translation>Изменится 1 блюдо</translation>
    </message>
    <message numerus="yes">
        <source>%n dishes change</source>
        <translation>
            <numerusform>Изменится %n блюдо</numerusform>
            <numerusform>Изменятся %n блюда</numerusform>
            <numerusform>Изменится %n блюд</numerusform>
        </translation>
    </message>
    <message>
        <source>1 stays as it is</source>
        <translation>1 без изменений</translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are</source>
        <translation>
            <numerusform>%n без изменений</numerusform>
            <numerusform>%n без изменений</numerusform>
            <numerusform>%n без изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>together %1</source>
        <translation>в сумме %1</translation>
    </message>
    <message>
        <source>No price changes</source>
        <translation>Ни одна цена не изменится</translation>
    </message>
    <message>
        <source>1 price would be impossible and stays</source>
        <translation>1 цена невозможна и останется прежней</translation>
    </message>
    <message numerus="yes">
        <source>%n prices would be impossible and stay</source>
        <translation>
            <numerusform>%n цена невозможна и останется прежней</numerusform>
            <numerusform>%n цены невозможны и останутся прежними</numerusform>
            <numerusform>%n цен невозможны и останутся прежними</numerusform>
        </translation>
    </message>
    <message>
        <source>1 price changes by more than half</source>
        <translation>1 цена изменится больше чем наполовину</translation>
    </message>
    <message numerus="yes">
        <source>%n prices change by more than half</source>
        <translation>
            <numerusform>%n цена изменится больше чем наполовину</numerusform>
            <numerusform>%n цены изменятся больше чем наполовину</numerusform>
            <numerusform>%n цен изменится больше чем наполовину</numerusform>
        </translation>
    </message>
    <message>
        <source>The prices are being changed…</source>
        <translation>Меняем цены…</translation>
    </message>
    <message>
        <source>At most %1 can change at once: choose a category.</source>
        <translation>За раз можно изменить не больше %1: выберите категорию.</translation>
    </message>
    <message>
        <source>Change prices of %1</source>
        <translation>Изменить цены: %1</translation>
    </message>
    <message>
        <source>Price of 1 dish</source>
        <translation>Цена: 1 блюдо</translation>
    </message>
    <message numerus="yes">
        <source>Prices of %n dishes</source>
        <translation>
            <numerusform>Цены: %n блюдо</numerusform>
            <numerusform>Цены: %n блюда</numerusform>
            <numerusform>Цены: %n блюд</numerusform>
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
        <translation>ниже нуля</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>слишком много</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>прежняя</translation>
    </message>
    <message>
        <source>%1 · look</source>
        <translation>%1 · проверьте</translation>
    </message>
    <message>
        <source>Dish</source>
        <translation>Блюдо</translation>
    </message>
    <message>
        <source>Now, %1</source>
        <translation>Сейчас, %1</translation>
    </message>
    <message>
        <source>Then, %1</source>
        <translation>Будет, %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменение</translation>
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
    <name>oshaq::PrinterStep</name>
    <message>
        <source>You need its address in the network, or a cable to this computer.</source>
        <translation>Нужен его адрес в сети или кабель к этому компьютеру.</translation>
    </message>
    <message>
        <source>Set up: %1.</source>
        <translation>Настроено: %1.</translation>
    </message>
    <message>
        <source>Set up a printer</source>
        <translation>Настроить принтер</translation>
    </message>
    <message>
        <source>Set up another one</source>
        <translation>Настроить ещё один</translation>
    </message>
    <message>
        <source>Without a printer</source>
        <translation>Без принтера</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>A printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Tickets for kitchens without a screen, and receipts for guests. Without one, everything else works.</source>
        <translation>Заказы для кухонь без экрана и чеки для гостей. Без принтера всё остальное работает.</translation>
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
    <message>
        <source>Day-end report</source>
        <translation>Отчёт за день</translation>
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
    <name>oshaq::RangeCalendar</name>
    <message>
        <source>Month before</source>
        <translation>Предыдущий месяц</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Следующий месяц</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Chosen: %1 to %2</source>
        <translation>Выбрано: %1 – %2</translation>
    </message>
</context>
<context>
    <name>oshaq::RangeSheet</name>
    <message>
        <source>Which days</source>
        <translation>Какие дни</translation>
    </message>
    <message>
        <source>Usual ranges</source>
        <translation>Обычные периоды</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Показать эти дни</translation>
    </message>
    <message>
        <source>1 business day</source>
        <translation>1 рабочий день</translation>
    </message>
    <message numerus="yes">
        <source>%n business days</source>
        <translation>
            <numerusform>%n рабочий день</numerusform>
            <numerusform>%n рабочих дня</numerusform>
            <numerusform>%n рабочих дней</numerusform>
        </translation>
    </message>
    <message>
        <source>now touch the other end</source>
        <translation>теперь коснитесь другого края</translation>
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
    <name>oshaq::RefundSheet</name>
    <message>
        <source>Give money back</source>
        <translation>Возвращать деньги</translation>
    </message>
    <message>
        <source>Give money back for %1</source>
        <translation>Вернуть деньги за %1</translation>
    </message>
    <message>
        <source>How much goes back</source>
        <translation>Сколько вернуть</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>Обычные причины</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>The dish was not right</source>
        <translation>Блюдо не то</translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation>Долго ждали</translation>
    </message>
    <message>
        <source>Charged by mistake</source>
        <translation>Снято по ошибке</translation>
    </message>
    <message>
        <source>The guest changed their mind</source>
        <translation>Гость передумал</translation>
    </message>
    <message>
        <source>Asking for the payments so far…</source>
        <translation>Запрашиваем прошлые оплаты…</translation>
    </message>
    <message>
        <source>Nothing was paid for this order.</source>
        <translation>За этот заказ не платили.</translation>
    </message>
    <message>
        <source>Nothing of it can be given back any more.</source>
        <translation>Возвращать больше нечего.</translation>
    </message>
    <message>
        <source>Which payment goes back?</source>
        <translation>Какую оплату вернуть?</translation>
    </message>
    <message>
        <source>tip %1</source>
        <translation>чаевые %1</translation>
    </message>
    <message>
        <source>slip %1</source>
        <translation>чек %1</translation>
    </message>
    <message>
        <source>%1 is on its way back: %2</source>
        <translation>%1 возвращается: %2</translation>
    </message>
    <message>
        <source>the bank does not give %1 back</source>
        <translation>банк не возвращает %1</translation>
    </message>
    <message>
        <source>given back %1: %2</source>
        <translation>возвращено %1: %2</translation>
    </message>
    <message>
        <source>Up to %1 of it can go back.</source>
        <translation>Можно вернуть до %1.</translation>
    </message>
    <message>
        <source>The counter gives back up to %1 of one payment; for more ask a manager.</source>
        <translation>Касса возвращает до %1 с одной оплаты; больше — через управляющего.</translation>
    </message>
    <message>
        <source>It is cash: take it out of the drawer and hand it over.</source>
        <translation>Это наличные: возьмите из ящика и отдайте.</translation>
    </message>
    <message>
        <source>Give it back on the card reader; here it is only written down.</source>
        <translation>Верните на терминале; здесь это только записывается.</translation>
    </message>
    <message>
        <source>The bank gives it back to the guest&apos;s card; that can take some days.</source>
        <translation>Банк вернёт на карту гостя; это может занять несколько дней.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Спросить снова</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Give %1 back</source>
        <translation>Вернуть %1</translation>
    </message>
    <message>
        <source>Write an amount, such as %1.</source>
        <translation>Введите сумму, например %1.</translation>
    </message>
    <message>
        <source>You can give back %1; for more ask a manager.</source>
        <translation>Вы можете вернуть %1; больше — через управляющего.</translation>
    </message>
    <message>
        <source>No more than %1 is left of it.</source>
        <translation>От неё осталось не больше %1.</translation>
    </message>
    <message>
        <source>Choose a reason or write one.</source>
        <translation>Выберите причину или напишите свою.</translation>
    </message>
    <message>
        <source>Writing it down at the site…</source>
        <translation>Записываем на сервере…</translation>
    </message>
    <message>
        <source>The bank is asked to give %1 back.</source>
        <translation>Просим банк вернуть %1.</translation>
    </message>
    <message>
        <source>Written down. Hand over %1.</source>
        <translation>Записано. Отдайте %1.</translation>
    </message>
    <message>
        <source>Given back: %1.</source>
        <translation>Возвращено: %1.</translation>
    </message>
    <message>
        <source>Less than that is left of it: somebody may have given it back meanwhile.</source>
        <translation>Столько уже не осталось: возможно, кто-то вернул раньше.</translation>
    </message>
    <message>
        <source>What you typed stays; nothing goes back twice.</source>
        <translation>Введённое остаётся; дважды ничего не вернётся.</translation>
    </message>
</context>
<context>
    <name>oshaq::ReplicaText</name>
    <message>
        <source>Has the hub really stopped? This computer takes its place, and the hub follows it when it is back.</source>
        <translation>Сервер точно остановился? Этот компьютер займёт его место, а сервер, когда вернётся, станет резервным.</translation>
    </message>
    <message>
        <source>The hub does not answer. This computer has its record and can take its place.</source>
        <translation>Сервер не отвечает. На этом компьютере есть все записи, он может занять его место.</translation>
    </message>
    <message>
        <source>Yes, make this the hub</source>
        <translation>Да, это сервер</translation>
    </message>
    <message>
        <source>Make this computer the hub</source>
        <translation>Сделать этот компьютер сервером</translation>
    </message>
    <message>
        <source>What the other hub alone has goes into a file there, for people to enter again.</source>
        <translation>То, что есть только на другом сервере, сохранится там в файл, чтобы внести заново.</translation>
    </message>
    <message>
        <source>Two computers are the hub, and each has orders that the other lacks. A manager says which one goes on.</source>
        <translation>Два компьютера стали сервером, и у каждого есть заказы, которых нет у другого. Менеджер решает, какой продолжит.</translation>
    </message>
    <message>
        <source>Yes, this one goes on</source>
        <translation>Да, продолжает этот</translation>
    </message>
    <message>
        <source>This one goes on</source>
        <translation>Продолжает этот</translation>
    </message>
    <message>
        <source>Nobody takes orders here: another computer became the hub.</source>
        <translation>Здесь заказы не принимаются: сервером стал другой компьютер.</translation>
    </message>
    <message>
        <source>From now on everything is on the hub alone, until the standby is back.</source>
        <translation>С этого момента всё только на сервере, пока не вернётся резервный.</translation>
    </message>
    <message>
        <source>Nobody takes orders: the standby cannot be reached.</source>
        <translation>Заказы не принимаются: резервный компьютер недоступен.</translation>
    </message>
    <message>
        <source>Yes, go on alone</source>
        <translation>Да, работать одному</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Работать без него</translation>
    </message>
    <message>
        <source>The hub goes on alone: what is done now is on one computer only.</source>
        <translation>Сервер работает один: всё, что делается сейчас, есть только на одном компьютере.</translation>
    </message>
    <message>
        <source>Wait for the standby again</source>
        <translation>Снова ждать резервный</translation>
    </message>
    <message>
        <source>There is no standby: the record is on one computer only.</source>
        <translation>Резервного нет: записи только на одном компьютере.</translation>
    </message>
    <message>
        <source>Every order waits until the standby has it too. Nothing is lost when the hub breaks.</source>
        <translation>Каждый заказ ждёт, пока он будет и на резервном. Если сервер сломается, ничего не пропадёт.</translation>
    </message>
    <message>
        <source>The standby follows when it can. When the hub breaks, the last orders may be on it alone.</source>
        <translation>Резервный догоняет, когда может. Если сервер сломается, последние заказы могут остаться только на нём.</translation>
    </message>
    <message>
        <source>Two computers are the hub. Go on alone at the one that is right: the other one follows it then.</source>
        <translation>Два компьютера стали сервером. Нажмите «Работать одному» на верном: второй станет резервным.</translation>
    </message>
    <message>
        <source>Another computer became the hub. This one takes no orders any more.</source>
        <translation>Сервером стал другой компьютер. Этот больше не принимает заказы.</translation>
    </message>
    <message>
        <source>It follows the hub and takes no orders itself.</source>
        <translation>Он следует за сервером и сам заказы не принимает.</translation>
    </message>
    <message>
        <source>The hub goes on alone until its standby has everything.</source>
        <translation>Сервер работает один, пока резервный не получит всё.</translation>
    </message>
    <message>
        <source>Nobody takes orders: the hub&apos;s record is damaged and has to be restored from a backup.</source>
        <translation>Заказы не принимаются: записи сервера повреждены, их нужно восстановить из резервной копии.</translation>
    </message>
    <message>
        <source>What is done here is kept and sent later.</source>
        <translation>Всё, что сделано здесь, сохраняется и будет отправлено позже.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: its disk is full. Make room there; it goes on by itself.</source>
        <translation>Сервер не может записывать заказы: его диск заполнен. Освободите место — он продолжит сам.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: its disk takes no writes. Somebody has to look at it, or the standby takes over.</source>
        <translation>Сервер не может записывать заказы: его диск не принимает запись. Нужно проверить диск, или пусть его заменит резервный компьютер.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: its disk reports errors. It tries again by itself; when this stays, the standby takes over, or a backup is restored on another disk.</source>
        <translation>Сервер не может записывать заказы: его диск сообщает об ошибках. Сервер пробует снова сам; если это не проходит, его заменяет резервный компьютер или резервную копию восстанавливают на другом диске.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: its record is damaged. The standby takes over, or the newest backup is restored.</source>
        <translation>Сервер не может записывать заказы: его база повреждена. Его заменяет резервный компьютер, или восстанавливают последнюю резервную копию.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: a file of its record was taken away. Put it back and start the hub again, or restore the newest backup.</source>
        <translation>Сервер не может записывать заказы: файл его базы убрали. Верните его и запустите сервер снова или восстановите последнюю резервную копию.</translation>
    </message>
    <message>
        <source>The hub cannot store orders: its computer has no memory left. Close other programs there.</source>
        <translation>Сервер не может записывать заказы: на его компьютере закончилась память. Закройте там другие программы.</translation>
    </message>
    <message>
        <source>The hub cannot store orders. Somebody has to look at its computer.</source>
        <translation>Сервер не может записывать заказы. Нужно проверить его компьютер.</translation>
    </message>
</context>
<context>
    <name>oshaq::RestaurantStep</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>The clock that the restaurant lives by, such as Asia/Almaty.</source>
        <translation>По какому времени живёт ресторан, например Asia/Almaty.</translation>
    </message>
    <message>
        <source>Give it a name, or skip this step.</source>
        <translation>Укажите название или пропустите этот шаг.</translation>
    </message>
    <message>
        <source>A time zone such as Asia/Almaty: part of the earth, slash, city.</source>
        <translation>Часовой пояс, например Asia/Almaty: часть света, косая черта, город.</translation>
    </message>
    <message>
        <source>Your restaurant</source>
        <translation>Ваш ресторан</translation>
    </message>
    <message>
        <source>The name stands on receipts. The currency stays as it is once there are orders.</source>
        <translation>Название печатается в чеках. Когда есть заказы, валюту уже не сменить.</translation>
    </message>
</context>
<context>
    <name>oshaq::RuleRow</name>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Сохраняем …</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>By default: %1.</source>
        <translation>По умолчанию: %1.</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Вернуть по умолчанию</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1: вернуть по умолчанию</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>Вернуть: %1</translation>
    </message>
    <message>
        <source>%1: put back %2</source>
        <translation>%1: вернуть %2</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile: it is %1 now.</source>
        <translation>Это тем временем изменил кто-то другой: сейчас %1.</translation>
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
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1: not seen for %2.</source>
        <extracomment>%1: name of a screen, %2: a length of time</extracomment>
        <translation>%1: не отвечает %2.</translation>
    </message>
    <message>
        <source>%1: %2 behind.</source>
        <extracomment>%1: name of a screen, %2: a length of time</extracomment>
        <translation>%1: отстаёт на %2.</translation>
    </message>
    <message>
        <source>%1: does not draw its tickets.</source>
        <extracomment>%1: name of a screen</extracomment>
        <translation>%1: не показывает свои заказы.</translation>
    </message>
    <message>
        <source>1 more screen is like that.</source>
        <translation>И ещё 1 экран.</translation>
    </message>
    <message numerus="yes">
        <source>%n more screens are like that.</source>
        <translation>
            <numerusform>И ещё %n экран.</numerusform>
            <numerusform>И ещё %n экрана.</numerusform>
            <numerusform>И ещё %n экранов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets may stand there unseen: look at it.</source>
        <translation>Там могут быть незамеченные заказы: посмотрите.</translation>
    </message>
    <message>
        <source>This screen is %1 behind: what happened since then is not on it yet.</source>
        <translation>Этот экран отстаёт на %1: того, что было потом, на нём ещё нет.</translation>
    </message>
    <message>
        <source>A ticket has been here for %1 and is not in sight: go back to the tickets.</source>
        <translation>Заказ здесь уже %1 и не виден: вернитесь к заказам.</translation>
    </message>
    <message>
        <source>The site&apos;s program is older than this screen&apos;s: ask a manager to update the site&apos;s computer.</source>
        <translation>Программа сервера старее, чем у этого экрана: попросите менеджера обновить сервер.</translation>
    </message>
    <message>
        <source>The site runs version %1, which is older than this screen&apos;s: ask a manager to update the site&apos;s computer.</source>
        <translation>На сервере версия %1, она старее, чем у этого экрана: попросите менеджера обновить сервер.</translation>
    </message>
    <message>
        <source>This screen needs a newer version of its program: ask a manager to update it.</source>
        <translation>Этому экрану нужна более новая версия программы: попросите менеджера обновить её.</translation>
    </message>
    <message>
        <source>This screen needs version %1: ask a manager to update it.</source>
        <translation>Этому экрану нужна версия %1: попросите менеджера обновить её.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>На связи</translation>
    </message>
    <message>
        <source>In touch</source>
        <extracomment>A screen that answers, but what it shows is old</extracomment>
        <translation>Отвечает</translation>
    </message>
    <message>
        <source>Last seen at %1</source>
        <translation>Был на связи в %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>версия %1</translation>
    </message>
    <message>
        <source>1 refusal not looked at</source>
        <translation>1 отказ не просмотрен</translation>
    </message>
    <message numerus="yes">
        <source>%n refusals not looked at</source>
        <translation>
            <numerusform>%n отказ не просмотрен</numerusform>
            <numerusform>%n отказа не просмотрены</numerusform>
            <numerusform>%n отказов не просмотрены</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 behind</source>
        <extracomment>How old what a screen shows may be</extracomment>
        <translation>отстаёт не больше чем на %1</translation>
    </message>
    <message>
        <source>on screen in %1 ms (p95)</source>
        <extracomment>95 of 100 tickets were on that screen in this time</extracomment>
        <translation>показ за %1 мс (p95)</translation>
    </message>
    <message>
        <source>clock right</source>
        <translation>часы верны</translation>
    </message>
    <message>
        <source>Its clock is %1 ahead.</source>
        <translation>Его часы спешат на %1.</translation>
    </message>
    <message>
        <source>Its clock is %1 behind.</source>
        <translation>Его часы отстают на %1.</translation>
    </message>
    <message>
        <source>Times on it are right all the same.</source>
        <translation>Время на нём всё равно верное.</translation>
    </message>
    <message>
        <source>1 more open order, the oldest one, is not shown here: close what is long over.</source>
        <translation>Ещё 1 открытый заказ, самый старый, здесь не показан: закройте то, что давно закончено.</translation>
    </message>
    <message numerus="yes">
        <source>%n more open orders, the oldest ones, are not shown here: close what is long over.</source>
        <translation>
            <numerusform>Ещё %n открытый заказ, самый старый, здесь не показан: закройте то, что давно закончено.</numerusform>
            <numerusform>Ещё %n открытых заказа, самых старых, здесь не показаны: закройте то, что давно закончено.</numerusform>
            <numerusform>Ещё %n открытых заказов, самых старых, здесь не показаны: закройте то, что давно закончено.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oshaq::ScreensSection</name>
    <message>
        <source>The screens are not known</source>
        <translation>Экраны неизвестны</translation>
    </message>
    <message>
        <source>Asking for the screens</source>
        <translation>Запрашиваем экраны</translation>
    </message>
    <message>
        <source>No screens yet</source>
        <translation>Экранов пока нет</translation>
    </message>
    <message>
        <source>Each kitchen screen and each counter is a screen of its own.</source>
        <translation>Каждый экран кухни и каждая касса — отдельный экран.</translation>
    </message>
    <message>
        <source>Let a new screen in</source>
        <translation>Подключить новый экран</translation>
    </message>
    <message>
        <source>shows %1</source>
        <translation>показывает: %1</translation>
    </message>
    <message>
        <source>numbers its own orders %1-001</source>
        <translation>номера своих заказов: %1-001</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Изменить: %1</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>Все цеха</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Sign out and remove</source>
        <translation>Отключить и удалить</translation>
    </message>
    <message>
        <source>%1 is signed out at once and for good. What it still had to send stays on it. Its letter is never used again.</source>
        <translation>%1: экран отключается сразу и навсегда. Что он не успел отправить, останется на нём. Его буква больше не используется.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>Что разрешено</translation>
    </message>
    <message>
        <source>Holds from its next request on, whoever stands at it.</source>
        <translation>Действует со следующего запроса, кто бы ни стоял у экрана.</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Tickets of that station count as seen there.</source>
        <translation>Заказы этого цеха считаются увиденными там.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Укажите название.</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Экраны</translation>
    </message>
    <message>
        <source>The screens of this site: what each may do, and how a new one comes in.</source>
        <translation>Экраны этого сервера: что каждому можно и как подключить новый.</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Ни разу не был на связи</translation>
    </message>
</context>
<context>
    <name>oshaq::ScreensStep</name>
    <message>
        <source>Who reaches this computer</source>
        <translation>Кто подключается к этому компьютеру</translation>
    </message>
    <message>
        <source>Only this computer</source>
        <translation>Только этот компьютер</translation>
    </message>
    <message>
        <source>Other screens and phones too</source>
        <translation>Ещё другие экраны и телефоны</translation>
    </message>
    <message>
        <source>Orders are taken and cooked at this computer. This can be changed later.</source>
        <translation>Заказы принимают и готовят у этого компьютера. Это можно изменить позже.</translation>
    </message>
    <message>
        <source>From the next start on they reach it through your own network, and what is sent is encrypted. A new screen comes in by a code, which the settings show under &quot;Screens&quot;.</source>
        <translation>Со следующего запуска они подключаются через вашу сеть, и всё передаётся в зашифрованном виде. Новый экран входит по коду, который показывают настройки в группе «Экраны».</translation>
    </message>
    <message>
        <source>They reach it at %1. A new screen comes in by a code, which the settings show under &quot;Screens&quot;.</source>
        <translation>Они подключаются по адресу %1. Новый экран входит по коду, который показывают настройки в группе «Экраны».</translation>
    </message>
    <message>
        <source>That could not be written down: %1</source>
        <translation>Не удалось записать: %1</translation>
    </message>
    <message>
        <source>Phones and other screens</source>
        <translation>Телефоны и другие экраны</translation>
    </message>
    <message>
        <source>A kitchen screen, a counter, and guests who order with their phones at the table.</source>
        <translation>Экран кухни, касса и гости, которые заказывают с телефона за столом.</translation>
    </message>
</context>
<context>
    <name>oshaq::SecretForm</name>
    <message>
        <source>Type it once more, so that a slip is noticed.</source>
        <translation>Введите ещё раз, чтобы заметить опечатку.</translation>
    </message>
    <message>
        <source>This is not the same. Type both again, or show them.</source>
        <translation>Не совпадает. Введите оба ещё раз или покажите их.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Has one. Nobody can read it, only change it.</source>
        <translation>Есть. Прочитать его нельзя, только сменить.</translation>
    </message>
    <message>
        <source>Has none.</source>
        <translation>Нет.</translation>
    </message>
    <message>
        <source>Has one, for other programs and the office.</source>
        <translation>Есть, для других программ и офиса.</translation>
    </message>
    <message>
        <source>Has none. Only needed to sign in elsewhere than at a screen.</source>
        <translation>Нет. Нужен только для входа не на экране.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Сменить PIN</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Сменить пароль</translation>
    </message>
    <message>
        <source>Give a PIN</source>
        <translation>Задать PIN</translation>
    </message>
    <message>
        <source>Give a password</source>
        <translation>Задать пароль</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>Убрать PIN</translation>
    </message>
    <message>
        <source>Take the password away</source>
        <translation>Убрать пароль</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Новый PIN</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Новый пароль</translation>
    </message>
    <message>
        <source>%1 to %2 digits, and none that everybody tries first.</source>
        <translation>Цифр: от %1 до %2, но не то, что пробуют первым.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Знаков: не меньше %1.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show the PIN</source>
        <translation>Показать PIN</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Показать пароль</translation>
    </message>
    <message>
        <source>Suggest one</source>
        <translation>Предложить</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>Save the PIN</source>
        <translation>Сохранить PIN</translation>
    </message>
    <message>
        <source>Save the password</source>
        <translation>Сохранить пароль</translation>
    </message>
</context>
<context>
    <name>oshaq::SelectionBar</name>
    <message>
        <source>1 chosen</source>
        <translation>Выбрано: 1</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>Выбрано: %n</numerusform>
            <numerusform>Выбрано: %n</numerusform>
            <numerusform>Выбрано: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit several</source>
        <translation>Изменить вместе</translation>
    </message>
    <message>
        <source>Change prices</source>
        <translation>Изменить цены</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Снять со стопа</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Перенести в…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Choose no more</source>
        <translation>Снять выбор</translation>
    </message>
    <message>
        <source>Choose no more (Esc)</source>
        <translation>Снять выбор (Esc)</translation>
    </message>
</context>
<context>
    <name>oshaq::SettingText</name>
    <message>
        <source>Name of the restaurant</source>
        <translation>Название ресторана</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Start of the business day</source>
        <translation>Начало рабочего дня</translation>
    </message>
    <message>
        <source>Price of a delivery</source>
        <translation>Цена доставки</translation>
    </message>
    <message>
        <source>Tax inside the prices</source>
        <translation>Налог в ценах</translation>
    </message>
    <message>
        <source>Name of the tax</source>
        <translation>Название налога</translation>
    </message>
    <message>
        <source>Accept new orders at once</source>
        <translation>Сразу принимать новые заказы</translation>
    </message>
    <message>
        <source>Keep orders for</source>
        <translation>Хранить заказы</translation>
    </message>
    <message>
        <source>Stands on receipts and screens.</source>
        <translation>Стоит на чеках и экранах.</translation>
    </message>
    <message>
        <source>Three letters, such as KZT. It stays as it is once there are orders. Only the owner changes it.</source>
        <translation>Три буквы, например KZT. Когда есть заказы, уже не меняется. Меняет только владелец.</translation>
    </message>
    <message>
        <source>The clock that the restaurant lives by, such as Asia/Almaty. Only the owner changes it.</source>
        <translation>Часы, по которым живёт ресторан, например Asia/Almaty. Меняет только владелец.</translation>
    </message>
    <message>
        <source>An order after midnight belongs to the evening before until then. Only the owner changes it.</source>
        <translation>До этого времени заказ после полуночи относится к прошлому вечеру. Меняет только владелец.</translation>
    </message>
    <message>
        <source>How much of a price is tax, in percent; it stands on receipts and in reports. Orders that were taken keep theirs. Only the owner changes it.</source>
        <translation>Какая часть цены налог, в процентах; стоит на чеках и в отчётах. У принятых заказов остаётся прежний. Меняет только владелец.</translation>
    </message>
    <message>
        <source>What receipts call it, such as VAT.</source>
        <translation>Как он назван на чеках, например НДС.</translation>
    </message>
    <message>
        <source>The kitchen sees a new order as accepted without anybody pressing a button.</source>
        <translation>Новый заказ на кухне сразу принят, кнопку нажимать не нужно.</translation>
    </message>
    <message>
        <source>Years for which orders are kept at least; cleaning up never goes below. Only the owner changes it.</source>
        <translation>Сколько лет хранить заказы, не меньше; очистка не удаляет раньше. Меняет только владелец.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>no tax</source>
        <translation>без налога</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n год</numerusform>
            <numerusform>%n года</numerusform>
            <numerusform>%n лет</numerusform>
        </translation>
    </message>
    <message>
        <source>An amount such as %1.</source>
        <translation>Сумма, например %1.</translation>
    </message>
    <message>
        <source>Percent from 0 to 100, such as 12.</source>
        <translation>Процент от 0 до 100, например 12.</translation>
    </message>
    <message>
        <source>A time zone such as Asia/Almaty: part of the earth, slash, city.</source>
        <translation>Часовой пояс, например Asia/Almaty: часть света, косая черта, город.</translation>
    </message>
    <message>
        <source>The three letters of a currency, such as KZT.</source>
        <translation>Три буквы валюты, например KZT.</translation>
    </message>
    <message>
        <source>It may not be empty, and at most %1 characters.</source>
        <translation>Не должно быть пустым, знаков не больше %1.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Знаков не больше %1.</translation>
    </message>
    <message>
        <source>A time of day such as 04:00.</source>
        <translation>Время суток, например 04:00.</translation>
    </message>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>Число от %1 до %2.</translation>
    </message>
    <message>
        <source>Everything, as the owner</source>
        <translation>Всё, как владелец</translation>
    </message>
    <message>
        <source>Everything but what is the owner&apos;s</source>
        <translation>Всё, кроме дел владельца</translation>
    </message>
    <message>
        <source>Kitchen: see and make tickets</source>
        <translation>Кухня: видеть и готовить заказы</translation>
    </message>
    <message>
        <source>Counter: take orders and money</source>
        <translation>Касса: принимать заказы и деньги</translation>
    </message>
    <message>
        <source>Courier: bring orders to guests</source>
        <translation>Курьер: привозить заказы гостям</translation>
    </message>
    <message>
        <source>screen %1</source>
        <translation>экран %1</translation>
    </message>
    <message>
        <source>person %1</source>
        <translation>сотрудник %1</translation>
    </message>
    <message>
        <source>the owner&apos;s token</source>
        <translation>токен владельца</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
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
        <source>Alarm for tickets on no screen</source>
        <translation>Тревога о заказах, которых нет на экранах</translation>
    </message>
    <message>
        <source>Printer for tickets on no screen</source>
        <translation>Принтер для заказов, которых нет на экранах</translation>
    </message>
    <message>
        <source>After so many seconds without any kitchen screen of its station showing it, a ticket is an alarm on every screen and goes to paper. 0 switches it off.</source>
        <translation>Если столько секунд заказ не показан ни на одном экране своего цеха, на всех экранах будет тревога, а заказ напечатается. 0 — выключено.</translation>
    </message>
    <message>
        <source>The name of the printer that such a ticket goes to. Empty: the station&apos;s own printer, or the first that prints kitchen tickets.</source>
        <translation>Название принтера для такого заказа. Пусто: принтер цеха или первый, который печатает заказы кухни.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключено</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>через %1</translation>
    </message>
    <message>
        <source>A number from %1 to %2, or 0 for off.</source>
        <translation>Число от %1 до %2 или 0, чтобы выключить.</translation>
    </message>
    <message>
        <source>Where couriers start</source>
        <translation>Откуда едут курьеры</translation>
    </message>
    <message>
        <source>What a guest pays for a delivery on top of the dishes where no zone says something else. Orders that were taken keep theirs.</source>
        <translation>Сколько гость платит за доставку сверх блюд, если зона не задаёт иное. У принятых заказов остаётся своё.</translation>
    </message>
    <message>
        <source>Latitude and longitude of the house, such as 43.238949, 76.889709. Zones by distance are measured from there.</source>
        <translation>Широта и долгота дома, например 43.238949, 76.889709. От него считаются зоны по расстоянию.</translation>
    </message>
    <message>
        <source>Forget guests after</source>
        <translation>Забывать гостей через</translation>
    </message>
    <message>
        <source>Months without an order after which a guest&apos;s name, phone, addresses and notes are erased; the orders stay, as nobody&apos;s. 0 keeps them. Only the owner changes it.</source>
        <translation>Месяцев без заказа, после которых стираются имя, телефон, адреса и заметки гостя; заказы остаются, но ничьи. 0 — не стирать. Меняет только владелец.</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n месяц</numerusform>
            <numerusform>%n месяца</numerusform>
            <numerusform>%n месяцев</numerusform>
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
    <message>
        <source>Find a setting</source>
        <translation>Найти настройку</translation>
    </message>
    <message>
        <source>Nothing here is called so.</source>
        <translation>Здесь такого названия нет.</translation>
    </message>
</context>
<context>
    <name>oshaq::SetupChecklist</name>
    <message>
        <source>Name the restaurant</source>
        <translation>Назвать ресторан</translation>
    </message>
    <message>
        <source>Bring in your own menu</source>
        <translation>Загрузить своё меню</translation>
    </message>
    <message>
        <source>Say which tax is inside the prices</source>
        <translation>Указать, какой налог в ценах</translation>
    </message>
    <message>
        <source>Give yourself a PIN</source>
        <translation>Задать себе PIN</translation>
    </message>
    <message>
        <source>Set up a printer</source>
        <translation>Настроить принтер</translation>
    </message>
    <message>
        <source>Let other screens and phones reach this computer</source>
        <translation>Открыть этот компьютер другим экранам и телефонам</translation>
    </message>
    <message>
        <source>Let a kitchen screen in</source>
        <translation>Подключить экран кухни</translation>
    </message>
    <message>
        <source>Add the tables</source>
        <translation>Добавить столы</translation>
    </message>
    <message>
        <source>It stands on receipts and screens.</source>
        <translation>Стоит на чеках и экранах.</translation>
    </message>
    <message>
        <source>Dishes and prices from a spreadsheet file, or typed in.</source>
        <translation>Блюда и цены из файла таблицы или вручную.</translation>
    </message>
    <message>
        <source>It stands on receipts and in reports. Without a tax this may stay open.</source>
        <translation>Стоит на чеках и в отчётах. Если налога нет, можно оставить так.</translation>
    </message>
    <message>
        <source>Then screens can be locked, and it is known who did what.</source>
        <translation>Тогда экраны можно блокировать, и видно, кто что сделал.</translation>
    </message>
    <message>
        <source>For kitchens without a screen, and for receipts.</source>
        <translation>Для кухонь без экрана и для чеков.</translation>
    </message>
    <message>
        <source>Until then only this computer takes orders.</source>
        <translation>До этого заказы принимает только этот компьютер.</translation>
    </message>
    <message>
        <source>Each screen shows the tickets of its station and goes on without the network.</source>
        <translation>Каждый экран показывает заказы своего цеха и работает без сети.</translation>
    </message>
    <message>
        <source>Each table gets a code by which its guests order.</source>
        <translation>У каждого стола свой код, по нему заказывают гости.</translation>
    </message>
</context>
<context>
    <name>oshaq::SetupSection</name>
    <message>
        <source>What is set up is not known</source>
        <translation>Неизвестно, что настроено</translation>
    </message>
    <message>
        <source>Looking at what is set up</source>
        <translation>Смотрим, что настроено</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Готово: %1</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Go there: %1</source>
        <translation>Перейти: %1</translation>
    </message>
    <message>
        <source>Getting started</source>
        <translation>Начало работы</translation>
    </message>
    <message>
        <source>What is set up, and what is left.</source>
        <translation>Что настроено и что осталось.</translation>
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
    <name>oshaq::SiteSection</name>
    <message>
        <source>Restaurant</source>
        <translation>Ресторан</translation>
    </message>
    <message>
        <source>Orders and taxes</source>
        <translation>Заказы и налоги</translation>
    </message>
    <message>
        <source>What the restaurant is called, and the clock that it lives by.</source>
        <translation>Как называется ресторан и по каким часам он живёт.</translation>
    </message>
    <message>
        <source>What is on a price besides the dish, and how orders are taken.</source>
        <translation>Что есть в цене кроме блюда и как принимаются заказы.</translation>
    </message>
    <message>
        <source>The settings are not known</source>
        <translation>Настройки неизвестны</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Asking for the settings</source>
        <translation>Запрашиваем настройки</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Минутку.</translation>
    </message>
    <message>
        <source>Nothing can be changed now. %1</source>
        <translation>Сейчас ничего нельзя изменить. %1</translation>
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
    <name>oshaq::StaffEditor</name>
    <message>
        <source>Give them a name.</source>
        <translation>Укажите имя.</translation>
    </message>
    <message>
        <source>Somebody else has this PIN. Choose another one.</source>
        <translation>Такой PIN уже есть у другого. Выберите другой.</translation>
    </message>
    <message>
        <source>The site does not take this name.</source>
        <translation>Сервер не принимает это имя.</translation>
    </message>
    <message>
        <source>Somebody else has this login.</source>
        <translation>Такой логин уже есть у другого.</translation>
    </message>
    <message>
        <source>Hire</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Ctrl S</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl S</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Уволить…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation>Изменения не сохранены.</translation>
    </message>
    <message>
        <source>Dismiss them</source>
        <translation>Уволить</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere at once, and PIN and password work no more. What they did and their hours stay. This cannot be taken back: to have them again, hire them anew.</source>
        <translation>%1: сразу выход со всех экранов, PIN и пароль больше не действуют. Всё сделанное и часы остаются. Отменить это нельзя: чтобы вернуть сотрудника, примите его заново.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить моё</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Взять чужое</translation>
    </message>
    <message>
        <source>Somebody else has changed %1 meanwhile.</source>
        <translation>%1: данные тем временем изменил кто-то другой.</translation>
    </message>
    <message>
        <source>%1: theirs “%2”, mine “%3”</source>
        <translation>%1: другой вариант «%2», мой «%3»</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Разрешён</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Разницы нет.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Назад к списку (Esc)</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Новый сотрудник</translation>
    </message>
    <message>
        <source>As colleagues call them; it stands at screens and on receipts.</source>
        <translation>Как зовут коллеги; стоит на экранах и чеках.</translation>
    </message>
    <message>
        <source>Whose tickets they see first.</source>
        <translation>Чьи заказы видны первыми.</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>Все цеха</translation>
    </message>
    <message>
        <source>“Not now” is for a long leave: nothing is lost, and nobody gets in.</source>
        <translation>«Не сейчас» — для долгого отсутствия: ничего не пропадёт, и никто не войдёт.</translation>
    </message>
    <message>
        <source>Only needed with a password.</source>
        <translation>Нужен только с паролем.</translation>
    </message>
    <message>
        <source>A second factor is on: with the password they type a code from their phone. They switch it off themselves.</source>
        <translation>Второй фактор включён: с паролем вводится код с телефона. Выключает его сам сотрудник.</translation>
    </message>
    <message>
        <source>No second factor. Owners and managers can switch one on for their own password.</source>
        <translation>Второго фактора нет. Владельцы и менеджеры могут включить его для своего пароля.</translation>
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
        <translation>Новый сотрудник</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Save the person</source>
        <translation>Сохранить сотрудника</translation>
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
        <translation>Другой сотрудник, пока выбран список</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the person or the shift</source>
        <translation>Открыть сотрудника или смену</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>Закрыть открытое</translation>
    </message>
    <message numerus="yes">
        <source>Search %n people</source>
        <translation>
            <numerusform>Поиск: %n сотрудник</numerusform>
            <numerusform>Поиск: %n сотрудника</numerusform>
            <numerusform>Поиск: %n сотрудников</numerusform>
        </translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Поиск сотрудников</translation>
    </message>
    <message>
        <source>Search a name</source>
        <translation>Поиск по имени</translation>
    </message>
    <message>
        <source>Search what may be done</source>
        <translation>Поиск по правам</translation>
    </message>
    <message>
        <source>Search (Ctrl+F or /)</source>
        <translation>Поиск (Ctrl+F или /)</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>What a role may do</source>
        <translation>Что может роль</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Части раздела</translation>
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
        <translation>пароль</translation>
    </message>
    <message>
        <source>No PIN yet</source>
        <translation>PIN пока нет</translation>
    </message>
    <message>
        <source>A station that is gone</source>
        <translation>Удалённый цех</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>Все цеха</translation>
    </message>
    <message>
        <source>Since %1</source>
        <extracomment>Since when somebody is at work: %1 is 09:02, or 14 Jan 09:02</extracomment>
        <translation>С %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>%1–now</source>
        <translation>%1–сейчас</translation>
    </message>
    <message>
        <source>not signed out?</source>
        <translation>выхода не было?</translation>
    </message>
    <message>
        <source>did not sign out</source>
        <translation>выхода не было</translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 digits.</source>
        <translation>В PIN цифр: от %1 до %2.</translation>
    </message>
    <message>
        <source>This one is among the first that anybody tries. Choose another one.</source>
        <translation>Такой пробуют одним из первых. Выберите другой.</translation>
    </message>
    <message>
        <source>A password has %1 to %2 characters.</source>
        <translation>В пароле знаков: от %1 до %2.</translation>
    </message>
    <message>
        <source>One character again and again is no password.</source>
        <translation>Один и тот же знак подряд — это не пароль.</translation>
    </message>
    <message>
        <source>Only owners and managers may do that. Somebody else has to sign in.</source>
        <translation>Это могут только владельцы и менеджеры. Войти должен кто-то другой.</translation>
    </message>
    <message>
        <source>The site does not know this any more: somebody else may have dismissed the person.</source>
        <translation>Сервер этого больше не знает: возможно, сотрудника уже кто-то уволил.</translation>
    </message>
    <message>
        <source>That is not allowed: only an owner may change owners, and one of them has to stay.</source>
        <translation>Так нельзя: владельцев меняет только владелец, и хотя бы один должен остаться.</translation>
    </message>
    <message>
        <source>Somebody has to be able to manage: make another person an owner first.</source>
        <translation>Кто-то должен управлять: сначала сделайте владельцем другого.</translation>
    </message>
</context>
<context>
    <name>oshaq::StandbySection</name>
    <message>
        <source>The hub does not answer</source>
        <translation>Сервер не отвечает</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Запрашиваем сервер</translation>
    </message>
    <message>
        <source>Wait for a standby with every order</source>
        <translation>Ждать резервный при каждом заказе</translation>
    </message>
    <message>
        <source>Do not wait for the standby</source>
        <translation>Не ждать резервный</translation>
    </message>
    <message>
        <source>Yes, do without a standby</source>
        <translation>Да, без резервного</translation>
    </message>
    <message>
        <source>Do without a standby</source>
        <translation>Обойтись без резервного</translation>
    </message>
    <message>
        <source>Yes, go on alone</source>
        <translation>Да, работать одному</translation>
    </message>
    <message>
        <source>Go on alone</source>
        <translation>Работать одному</translation>
    </message>
    <message>
        <source>Yes, this one is the hub</source>
        <translation>Да, сервер — этот</translation>
    </message>
    <message>
        <source>Make this one the hub again</source>
        <translation>Снова сделать этот сервером</translation>
    </message>
    <message>
        <source>Wait for the standby again</source>
        <translation>Снова ждать резервный</translation>
    </message>
    <message>
        <source>Yes, copy everything here</source>
        <translation>Да, скопировать всё сюда</translation>
    </message>
    <message>
        <source>Make this computer the standby</source>
        <translation>Сделать этот компьютер резервным</translation>
    </message>
    <message>
        <source>Yes, make this the hub</source>
        <translation>Да, это сервер</translation>
    </message>
    <message>
        <source>Make this computer the hub</source>
        <translation>Сделать этот компьютер сервером</translation>
    </message>
    <message>
        <source>The hub</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Этот компьютер</translation>
    </message>
    <message>
        <source>The standby</source>
        <translation>Резервный</translation>
    </message>
    <message>
        <source>last heard of: %1</source>
        <translation>был на связи: %1</translation>
    </message>
    <message>
        <source>has everything</source>
        <translation>всё получил</translation>
    </message>
    <message>
        <source>lacks the last %1 s</source>
        <translation>нет последних %1 с</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>Он не отвечает.</translation>
    </message>
    <message>
        <source>It cannot be followed: %1</source>
        <translation>За ним нельзя следовать: %1</translation>
    </message>
    <message>
        <source>It can keep a copy of everything and go on in the hub&apos;s place. The copy is on this computer&apos;s disk: whoever may use that can read it.</source>
        <translation>Он может хранить копию всего и заменить сервер. Копия лежит на диске этого компьютера: её прочтёт каждый, кому он доступен.</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Резервный компьютер</translation>
    </message>
    <message>
        <source>A second computer that has everything too, and goes on when the hub is lost.</source>
        <translation>Второй компьютер, на котором тоже есть всё: он продолжит, если сервер потерян.</translation>
    </message>
</context>
<context>
    <name>oshaq::StationsSection</name>
    <message>
        <source>The stations are not known</source>
        <translation>Цеха неизвестны</translation>
    </message>
    <message>
        <source>Asking for the stations</source>
        <translation>Запрашиваем цеха</translation>
    </message>
    <message>
        <source>No stations yet</source>
        <translation>Цехов пока нет</translation>
    </message>
    <message>
        <source>A station is where food is made: hot kitchen, grill, bar.</source>
        <translation>Цех — это где готовят: горячий цех, гриль, бар.</translation>
    </message>
    <message>
        <source>Add a station</source>
        <translation>Добавить цех</translation>
    </message>
    <message>
        <source>Soon late after %1, late after %2. A dish with a time of its own counts by that.</source>
        <translation>Скоро опоздание: через %1, опоздание: через %2. Блюдо со своим временем считается по нему.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Изменить: %1</translation>
    </message>
    <message>
        <source>New station</source>
        <translation>Новый цех</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove %1? That works only when no dish and no screen belongs to it.</source>
        <translation>Удалить: %1? Это можно, только если у цеха нет блюд и экранов.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Soon late after, minutes</source>
        <translation>Скоро опоздание через, минут</translation>
    </message>
    <message>
        <source>The ticket turns yellow.</source>
        <translation>Заказ становится жёлтым.</translation>
    </message>
    <message>
        <source>Late after, minutes</source>
        <translation>Опоздание через, минут</translation>
    </message>
    <message>
        <source>The ticket gets stripes and a word.</source>
        <translation>На заказе появляются полосы и слово.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Укажите название.</translation>
    </message>
    <message>
        <source>Minutes, from 1 to %1.</source>
        <translation>Минуты, от 1 до %1.</translation>
    </message>
    <message>
        <source>Must be more than &quot;soon late&quot;.</source>
        <translation>Должно быть больше, чем «скоро опоздание».</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Цеха</translation>
    </message>
    <message>
        <source>Where food is made, and from when a ticket there counts as late.</source>
        <translation>Где готовят и с какого времени заказ там считается опоздавшим.</translation>
    </message>
</context>
<context>
    <name>oshaq::StatisticsBar</name>
    <message>
        <source>Compared with</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Day-end report</source>
        <translation>Отчёт за день</translation>
    </message>
    <message>
        <source>Days: %1</source>
        <translation>Дни: %1</translation>
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
        <translation>Выбрать дни</translation>
    </message>
    <message>
        <source>Choose what they are compared with</source>
        <translation>Выбрать, с чем сравнить</translation>
    </message>
    <message>
        <source>Ask for the newest figures</source>
        <translation>Запросить новые показатели</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Day-end report</source>
        <translation>Отчёт за день</translation>
    </message>
    <message>
        <source>Table behind the chart, and back</source>
        <translation>Таблица вместо графика и обратно</translation>
    </message>
    <message>
        <source>Orders behind a bar, a cell or a row</source>
        <translation>Заказы за столбцом, ячейкой или строкой</translation>
    </message>
    <message>
        <source>Copy rows of a table</source>
        <translation>Копировать строки таблицы</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Выручка</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Average check</source>
        <translation>Средний чек</translation>
    </message>
    <message>
        <source>Placed to ready, median</source>
        <translation>Медиана готовки</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>Опоздания</translation>
    </message>
    <message>
        <source>as of %1</source>
        <extracomment>Of figures: %1 is a time of day</extracomment>
        <translation>на %1</translation>
    </message>
    <message>
        <source>The figures did not come</source>
        <translation>Показатели не получены</translation>
    </message>
    <message>
        <source>No orders in these days</source>
        <translation>За эти дни заказов нет</translation>
    </message>
    <message>
        <source>%1: nobody ordered anything.</source>
        <translation>%1: никто ничего не заказал.</translation>
    </message>
    <message>
        <source>Choose other days</source>
        <translation>Выбрать другие дни</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Загружаются</translation>
    </message>
    <message>
        <source>The figures of %1 are being added up.</source>
        <translation>Считаем показатели: %1.</translation>
    </message>
    <message>
        <source>These are the figures of %1.</source>
        <translation>Показаны данные на %1.</translation>
    </message>
    <message>
        <source>What to compare with did not come.</source>
        <translation>Данные для сравнения не получены.</translation>
    </message>
    <message>
        <source>Offline. These are the figures of %1.</source>
        <translation>Нет связи. Показаны данные на %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>The file is being made: %1 %</source>
        <translation>Файл создаётся: %1 %</translation>
    </message>
    <message>
        <source>The file is being made.</source>
        <translation>Файл создаётся.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>The file was not saved.</source>
        <translation>Файл не сохранён.</translation>
    </message>
</context>
<context>
    <name>oshaq::StatisticsText</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Эта неделя</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Прошлая неделя</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Этот месяц</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Прошлый месяц</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Этот год</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>Own range</source>
        <translation>Свой период</translation>
    </message>
    <message>
        <source>without comparison</source>
        <translation>без сравнения</translation>
    </message>
    <message>
        <source>against a year before</source>
        <translation>к тем же дням год назад</translation>
    </message>
    <message>
        <source>against the day before</source>
        <translation>к предыдущему дню</translation>
    </message>
    <message>
        <source>against the week before</source>
        <translation>к предыдущей неделе</translation>
    </message>
    <message>
        <source>against the month before</source>
        <translation>к предыдущему месяцу</translation>
    </message>
    <message>
        <source>against the year before</source>
        <translation>к предыдущему году</translation>
    </message>
    <message numerus="yes">
        <source>against %n days before</source>
        <translation>
            <numerusform>к предыдущему %n дню</numerusform>
            <numerusform>к предыдущим %n дням</numerusform>
            <numerusform>к предыдущим %n дням</numerusform>
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
        <translation>тыс. %1</translation>
    </message>
    <message>
        <source>million %1</source>
        <extracomment>Of an axis; %1 is the sign of a currency</extracomment>
        <translation>млн %1</translation>
    </message>
    <message>
        <source>no comparison</source>
        <translation>нет сравнения</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <extracomment>Percentage points</extracomment>
        <translation>%1 п. п.</translation>
    </message>
    <message>
        <source>nothing before</source>
        <translation>раньше ничего</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>%1, better</source>
        <extracomment>%1 is how much: &quot;+6.2 %&quot;</extracomment>
        <translation>%1, лучше</translation>
    </message>
    <message>
        <source>%1, worse</source>
        <translation>%1, хуже</translation>
    </message>
    <message>
        <source>Guests&apos; phones</source>
        <translation>Телефоны гостей</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Экраны</translation>
    </message>
    <message>
        <source>Restaurant&apos;s token</source>
        <translation>Токен ресторана</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Персонал</translation>
    </message>
    <message>
        <source>Other services</source>
        <translation>Другие сервисы</translation>
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
        <source>Taken back</source>
        <translation>Действие отменено</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Причина не указана</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Без названия</translation>
    </message>
</context>
<context>
    <name>oshaq::StepChoice</name>
    <message>
        <source>%1, as its category</source>
        <translation>%1, по категории</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не указан</translation>
    </message>
    <message>
        <source>another step</source>
        <translation>другой шаг</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>Как продаётся</translation>
    </message>
    <message>
        <source>0.25</source>
        <translation>0.25</translation>
    </message>
    <message>
        <source>Step of a quantity</source>
        <translation>Шаг количества</translation>
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
    <name>oshaq::SwitchSheet</name>
    <message>
        <source>Who is here?</source>
        <translation>Кто здесь?</translation>
    </message>
    <message>
        <source>Now: %1, %2. Whoever comes next types their PIN.</source>
        <translation>Сейчас: %1, %2. Следующий вводит свой PIN.</translation>
    </message>
    <message>
        <source>Whoever is here types their PIN.</source>
        <translation>Кто здесь, вводит свой PIN.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Ctrl L</source>
        <extracomment>Keys on the keyboard</extracomment>
        <translation>Ctrl L</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Ends the shift and locks the screen</source>
        <translation>Заканчивает смену и блокирует экран</translation>
    </message>
</context>
<context>
    <name>oshaq::SystemSection</name>
    <message>
        <source>How the site does is not known</source>
        <translation>Состояние системы неизвестно</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Запрашиваем сервер</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>How the hub, its screens, backups and services do, and what needs somebody.</source>
        <translation>Как работают сервер, экраны, копии и службы и что требует внимания.</translation>
    </message>
</context>
<context>
    <name>oshaq::SystemText</name>
    <message>
        <source>All is well</source>
        <translation>Всё в порядке</translation>
    </message>
    <message>
        <source>Nothing here needs anybody.</source>
        <translation>Ничего не требует внимания.</translation>
    </message>
    <message>
        <source>One thing needs somebody</source>
        <translation>Одно дело требует внимания</translation>
    </message>
    <message numerus="yes">
        <source>%n things need somebody</source>
        <translation>
            <numerusform>%n дело требует внимания</numerusform>
            <numerusform>%n дела требуют внимания</numerusform>
            <numerusform>%n дел требуют внимания</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs somebody now</source>
        <translation>Требует внимания сейчас</translation>
    </message>
    <message>
        <source>Needs somebody today</source>
        <translation>Требует внимания сегодня</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>somebody looks after it since %1</source>
        <translation>кто-то занимается этим с %1</translation>
    </message>
    <message>
        <source>told to more people, for nobody had confirmed it</source>
        <translation>сообщено большему числу людей: никто не подтвердил</translation>
    </message>
    <message>
        <source>I look after it</source>
        <translation>Займусь этим</translation>
    </message>
    <message>
        <source>I look after it: %1</source>
        <translation>Займусь этим: %1</translation>
    </message>
    <message>
        <source>The hub</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>версия %1</translation>
    </message>
    <message>
        <source>running since %1</source>
        <translation>работает с %1</translation>
    </message>
    <message>
        <source>its record: %1</source>
        <translation>база данных: %1</translation>
    </message>
    <message>
        <source>changes that wait: %1</source>
        <translation>изменений в очереди: %1</translation>
    </message>
    <message>
        <source>It cannot write: orders are shown and none are taken. Look at the disk, then start the hub again.</source>
        <translation>Сервер не может записывать: заказы видны, но не принимаются. Проверьте диск, затем перезапустите сервер.</translation>
    </message>
    <message>
        <source>The standby</source>
        <translation>Резервный компьютер</translation>
    </message>
    <message>
        <source>There is none. When the hub is lost, its newest backup is all there is.</source>
        <translation>Его нет. Если сервер пропадёт, останется только последняя резервная копия.</translation>
    </message>
    <message>
        <source>has everything</source>
        <translation>всё получил</translation>
    </message>
    <message>
        <source>lacks the last %1</source>
        <translation>не хватает последних %1</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>Он не отвечает.</translation>
    </message>
    <message>
        <source>The hub goes on alone: what it takes now is nowhere else.</source>
        <translation>Сервер работает один: новые данные есть только на нём.</translation>
    </message>
    <message>
        <source>The hub&apos;s disk</source>
        <translation>Диск сервера</translation>
    </message>
    <message>
        <source>%1 of %2 are free</source>
        <translation>свободно %1 из %2</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>None are made: the hub&apos;s configuration names no place for them.</source>
        <translation>Не создаются: в настройках сервера не указано место для них.</translation>
    </message>
    <message>
        <source>everything up to %1 is safe</source>
        <translation>сохранено всё до %1</translation>
    </message>
    <message>
        <source>none was made yet</source>
        <translation>ещё ни одной не создано</translation>
    </message>
    <message>
        <source>tried by restoring one: %1, good</source>
        <translation>проверено восстановлением: %1, исправна</translation>
    </message>
    <message>
        <source>The last one that was tried cannot be restored.</source>
        <translation>Последнюю проверенную копию нельзя восстановить.</translation>
    </message>
    <message>
        <source>Services outside</source>
        <translation>Внешние службы</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1: не отвечает.</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 не отвечает: %2</translation>
    </message>
    <message>
        <source>working: %1</source>
        <translation>работают: %1</translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>Ждёт отправки</translation>
    </message>
    <message>
        <source>%1: %2, the oldest for %3</source>
        <translation>%1: %2, самое старое ждёт %3</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Ничего.</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Экраны</translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation>Пока ни одного.</translation>
    </message>
    <message>
        <source>%1 of %2 are live</source>
        <translation>на связи %1 из %2</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Позади</translation>
    </message>
    <message>
        <source>%1, for %2: %3</source>
        <translation>%1, длилось %2: %3</translation>
    </message>
    <message>
        <source>The journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Its chain is broken: %1</source>
        <translation>Его цепочка нарушена: %1</translation>
    </message>
    <message>
        <source>Whole copy, up to %1</source>
        <translation>Полная копия, до %1</translation>
    </message>
    <message>
        <source>Changes, up to %1</source>
        <translation>Изменения, до %1</translation>
    </message>
    <message>
        <source>No backups are made</source>
        <translation>Резервные копии не создаются</translation>
    </message>
    <message>
        <source>If this disk is lost, everything is. Name a folder on another disk in the hub&apos;s configuration (backup.folder) and start the hub again.</source>
        <translation>Если этот диск пропадёт, пропадёт всё. Укажите папку на другом диске в настройках сервера (backup.folder) и перезапустите сервер.</translation>
    </message>
    <message>
        <source>Everything is safe</source>
        <translation>Всё сохранено</translation>
    </message>
    <message>
        <source>All but the last %1 is safe</source>
        <translation>Сохранено всё, кроме последних %1</translation>
    </message>
    <message>
        <source>A whole copy is being made: %1 %</source>
        <translation>Создаётся полная копия: %1 %</translation>
    </message>
    <message>
        <source>The newest backup is being restored to try it: %1 %</source>
        <translation>Последняя копия восстанавливается для проверки: %1 %</translation>
    </message>
    <message>
        <source>kept at: %1</source>
        <translation>хранится в: %1</translation>
    </message>
    <message>
        <source>last whole copy: %1</source>
        <translation>последняя полная копия: %1</translation>
    </message>
    <message>
        <source>last changes: %1</source>
        <translation>последние изменения: %1</translation>
    </message>
    <message>
        <source>files that are not everywhere yet: %1</source>
        <translation>файлов ещё не во всех местах: %1</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>С %1: %2</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Создать копию</translation>
    </message>
    <message>
        <source>Try the newest</source>
        <translation>Проверить последнюю</translation>
    </message>
    <message>
        <source>Make a whole copy now</source>
        <translation>Создать полную копию сейчас</translation>
    </message>
    <message>
        <source>Restore the newest backup aside and check it</source>
        <translation>Восстановить последнюю копию отдельно и проверить</translation>
    </message>
    <message>
        <source>No backup was tried yet</source>
        <translation>Копии ещё не проверялись</translation>
    </message>
    <message>
        <source>The hub restores one aside from time to time and looks at it.</source>
        <translation>Время от времени сервер восстанавливает одну отдельно и проверяет её.</translation>
    </message>
    <message>
        <source>Tried at %1: good</source>
        <translation>Проверено %1: исправна</translation>
    </message>
    <message>
        <source>Tried at %1: not good</source>
        <translation>Проверено %1: неисправна</translation>
    </message>
</context>
<context>
    <name>oshaq::TablesSection</name>
    <message>
        <source>The tables are not known</source>
        <translation>Столы неизвестны</translation>
    </message>
    <message>
        <source>Asking for the tables</source>
        <translation>Запрашиваем столы</translation>
    </message>
    <message>
        <source>No tables yet</source>
        <translation>Столов пока нет</translation>
    </message>
    <message>
        <source>Guests who scan the code of their table order without an account, and the order knows where it goes.</source>
        <translation>Гости сканируют код своего стола и заказывают без учётной записи, а в заказе уже указано, куда нести.</translation>
    </message>
    <message>
        <source>Add a table</source>
        <translation>Добавить стол</translation>
    </message>
    <message>
        <source>No code: guests cannot order here by themselves.</source>
        <translation>Кода нет: гости не могут заказывать здесь сами.</translation>
    </message>
    <message numerus="yes">
        <source>Its code is good until %1; %n guests came by it.</source>
        <translation>
            <numerusform>Код действует до %1; по нему пришёл %n гость.</numerusform>
            <numerusform>Код действует до %1; по нему пришли %n гостя.</numerusform>
            <numerusform>Код действует до %1; по нему пришли %n гостей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its code ended %1.</source>
        <translation>Срок кода истёк: %1.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Новый код</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Изменить: %1</translation>
    </message>
    <message>
        <source>New code for %1</source>
        <translation>Новый код: %1</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>Новый стол</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove %1? Its code stops working. A table with an open order stays.</source>
        <translation>Удалить %1? Код перестанет работать. Стол с открытым заказом останется.</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Название или номер</translation>
    </message>
    <message>
        <source>As it is called out and printed: 12, Terrace 4.</source>
        <translation>Как его называют вслух и печатают: 12, Терраса 4.</translation>
    </message>
    <message>
        <source>Give it a name or a number.</source>
        <translation>Укажите название или номер.</translation>
    </message>
    <message>
        <source>Code of %1</source>
        <translation>Код: %1</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Другой код</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>Создать код</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Good until %1. It is shown this once: write it down or print it.</source>
        <translation>Действует до %1. Показывается один раз: запишите или напечатайте.</translation>
    </message>
    <message>
        <source>The code that stands on the table now stops working.</source>
        <translation>Код, который сейчас на столе, перестанет работать.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Столы</translation>
    </message>
    <message>
        <source>The tables of the restaurant, and the codes by which guests order at them.</source>
        <translation>Столы ресторана и коды, по которым гости за ними заказывают.</translation>
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
    <message>
        <source>accept in %1</source>
        <extracomment>State of a ticket of another service: the time that is left to accept it. Keep it short</extracomment>
        <translation>принять за %1</translation>
    </message>
    <message>
        <source>TOO LATE</source>
        <translation>ПОЗДНО</translation>
    </message>
</context>
<context>
    <name>oshaq::TicketView</name>
    <message>
        <source>Open tickets</source>
        <translation>Открытые заказы</translation>
    </message>
</context>
<context>
    <name>oshaq::TokensSection</name>
    <message>
        <source>The tokens are not known</source>
        <translation>Токены неизвестны</translation>
    </message>
    <message>
        <source>Asking for the tokens</source>
        <translation>Запрашиваем токены</translation>
    </message>
    <message>
        <source>No program has access</source>
        <translation>Доступа нет ни у одной программы</translation>
    </message>
    <message>
        <source>A website that takes orders, or a till, needs a token of its own.</source>
        <translation>Сайту, который принимает заказы, или кассе нужен свой токен.</translation>
    </message>
    <message>
        <source>Give a program access</source>
        <translation>Дать программе доступ</translation>
    </message>
    <message>
        <source>May do what the owner may</source>
        <translation>Можно то же, что владельцу</translation>
    </message>
    <message>
        <source>May do what programs may</source>
        <translation>Можно то, что разрешено программам</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>создан %1</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Срок истёк.</translation>
    </message>
    <message>
        <source>does not end by itself</source>
        <translation>без срока</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>действует до %1</translation>
    </message>
    <message>
        <source>Yes, end it now</source>
        <translation>Да, отозвать</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Yes, end %1 now</source>
        <translation>Да, отозвать: %1</translation>
    </message>
    <message>
        <source>End %1</source>
        <translation>Отозвать: %1</translation>
    </message>
    <message>
        <source>Access for a program</source>
        <translation>Доступ для программы</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Make the token</source>
        <translation>Создать токен</translation>
    </message>
    <message>
        <source>For which program</source>
        <translation>Для какой программы</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>It is shown this once. Copy it into the program now; whoever has it acts in your name.</source>
        <translation>Показывается один раз. Сразу скопируйте его в программу; у кого он есть, тот действует от вашего имени.</translation>
    </message>
    <message>
        <source>Appears here when it is made.</source>
        <translation>Появится здесь, когда будет создан.</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>Через 30 дней</translation>
    </message>
    <message>
        <source>In a year</source>
        <translation>Через год</translation>
    </message>
    <message>
        <source>In 3 years</source>
        <translation>Через 3 года</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>Без срока</translation>
    </message>
    <message>
        <source>Say which program it is for.</source>
        <translation>Укажите, для какой программы.</translation>
    </message>
    <message>
        <source>Access for programs</source>
        <translation>Доступ для программ</translation>
    </message>
    <message>
        <source>Tokens by which other programs reach this restaurant: a website, a till, a report.</source>
        <translation>Токены, по которым к ресторану подключаются другие программы: сайт, касса, отчёт.</translation>
    </message>
</context>
<context>
    <name>oshaq::WebhooksSection</name>
    <message>
        <source>The addresses are not known</source>
        <translation>Адреса неизвестны</translation>
    </message>
    <message>
        <source>Asking for the addresses</source>
        <translation>Запрашиваем адреса</translation>
    </message>
    <message>
        <source>Nobody hears of events</source>
        <translation>События никому не отправляются</translation>
    </message>
    <message>
        <source>A program that wants to know when an order is ready gives you an address that begins with https.</source>
        <translation>Программа, которой нужно знать о готовности заказа, даёт вам адрес, начинающийся с https.</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Добавить адрес</translation>
    </message>
    <message>
        <source>Hears of everything that programs may hear</source>
        <translation>Получает всё, что разрешено программам</translation>
    </message>
    <message>
        <source>Hears of %1</source>
        <translation>Получает: %1</translation>
    </message>
    <message>
        <source>Switched off %1, after a whole day of failures.</source>
        <translation>Отключён после целых суток сбоев: %1.</translation>
    </message>
    <message>
        <source>Has not taken anything since %1.</source>
        <translation>Ничего не принимает с %1.</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Не используется</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Отправить пробу</translation>
    </message>
    <message>
        <source>Last deliveries</source>
        <translation>Последние отправки</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Изменить: %1</translation>
    </message>
    <message>
        <source>Send a test to %1</source>
        <translation>Отправить пробу: %1</translation>
    </message>
    <message>
        <source>Last deliveries to %1</source>
        <translation>Последние отправки: %1</translation>
    </message>
    <message>
        <source>A test is on its way to %1. &quot;Last deliveries&quot; says how it went.</source>
        <translation>Проба отправляется на %1. Результат смотрите в «Последние отправки».</translation>
    </message>
    <message>
        <source>%1: %2 arrived after %3 ms</source>
        <translation>%1: %2 доставлено за %3 мс</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 waits, tried %n times</source>
        <translation>
            <numerusform>%1: %2 ждёт, %n попытка</numerusform>
            <numerusform>%1: %2 ждёт, %n попытки</numerusform>
            <numerusform>%1: %2 ждёт, %n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 was given up: %3</source>
        <translation>%1: %2 не доставлено: %3</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>ответ %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Пока ничего не отправлено.</translation>
    </message>
    <message>
        <source>An address for events</source>
        <translation>Новый адрес для событий</translation>
    </message>
    <message>
        <source>Address for events</source>
        <translation>Адрес для событий</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove this address? It hears of nothing any more.</source>
        <translation>Удалить этот адрес? Он больше ничего не получит.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>It begins with https://</source>
        <translation>Начинается с https://</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Such as order.status or order.*, with commas between them; empty: all.</source>
        <translation>Например, order.status или order.*, через запятую; пусто: все.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Используется</translation>
    </message>
    <message>
        <source>Secret of its signatures</source>
        <translation>Секрет для подписей</translation>
    </message>
    <message>
        <source>It is shown this once: give it to the program.</source>
        <translation>Показывается один раз: передайте программе.</translation>
    </message>
    <message>
        <source>A new address gets one when it is saved.</source>
        <translation>Новый адрес получит его при сохранении.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an event such as order.status.</source>
        <translation>«%1» — не событие вида order.status.</translation>
    </message>
    <message>
        <source>An address such as https://example.com/events</source>
        <translation>Адрес вида https://example.com/events</translation>
    </message>
    <message>
        <source>Events to programs</source>
        <translation>События для программ</translation>
    </message>
    <message>
        <source>Addresses that hear of what happens here, each event signed.</source>
        <translation>Адреса, которые узнают, что здесь происходит; каждое событие подписано.</translation>
    </message>
</context>
<context>
    <name>oshaq::WhereStep</name>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>A new restaurant</source>
        <translation>Новый ресторан</translation>
    </message>
    <message>
        <source>One more screen of a restaurant that has Oshaq</source>
        <translation>Ещё один экран ресторана, где есть Oshaq</translation>
    </message>
    <message>
        <source>This computer is for</source>
        <translation>Этот компьютер для</translation>
    </message>
    <message>
        <source>Welcome to Oshaq</source>
        <translation>Добро пожаловать в Oshaq</translation>
    </message>
    <message>
        <source>A few questions, and the first order can come. Each can be skipped.</source>
        <translation>Несколько вопросов, и можно принимать первый заказ. Каждый можно пропустить.</translation>
    </message>
    <message>
        <source>Let this screen in</source>
        <translation>Впустить этот экран</translation>
    </message>
    <message>
        <source>What is known and waits on this screen stays on it.</source>
        <translation>Всё, что этот экран знает и хранит, останется на нём.</translation>
    </message>
</context>
<context>
    <name>oshaq::WorkCard</name>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Остановить: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Открыть: %1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Show in its folder: %1</source>
        <translation>Показать в папке: %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Take off the list: %1</source>
        <translation>Убрать из списка: %1</translation>
    </message>
</context>
<context>
    <name>oshaq::WorkPanel</name>
    <message>
        <source>Files and long work</source>
        <translation>Файлы и долгие задачи</translation>
    </message>
    <message>
        <source>Nothing is under way. Reports, exports and imports show here how far they are.</source>
        <translation>Сейчас ничего не выполняется. Здесь виден ход отчётов, экспорта и импорта.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1: больше нет на месте.</translation>
    </message>
</context>
<context>
    <name>oshaq::WorkText</name>
    <message>
        <source>Sales report, %1</source>
        <translation>Отчёт о продажах, %1</translation>
    </message>
    <message>
        <source>Orders, %1</source>
        <translation>Заказы, %1</translation>
    </message>
    <message>
        <source>Day-end report of %1</source>
        <translation>Отчёт за день: %1</translation>
    </message>
    <message>
        <source>The menu as a file</source>
        <translation>Меню в файл</translation>
    </message>
    <message>
        <source>Menu from %1</source>
        <translation>Меню из %1</translation>
    </message>
    <message>
        <source>Orders from %1</source>
        <translation>Заказы из %1</translation>
    </message>
    <message>
        <source>What was wrong in %1</source>
        <translation>Ошибки в %1</translation>
    </message>
    <message>
        <source>The disk is full. Make room or choose another place, then save it again.</source>
        <translation>Диск заполнен. Освободите место или выберите другое, затем сохраните снова.</translation>
    </message>
    <message>
        <source>The file cannot be written there. Choose another folder, then save it again.</source>
        <translation>Туда файл записать нельзя. Выберите другую папку, затем сохраните снова.</translation>
    </message>
    <message>
        <source>The file would be too large. Choose a shorter time, then save it again.</source>
        <translation>Файл получится слишком большим. Выберите период короче, затем сохраните снова.</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>Готово %1 %</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>пока %1</translation>
    </message>
    <message>
        <source>Has begun</source>
        <translation>Начато</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено как %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Stopped: nothing was saved</source>
        <translation>Остановлено: ничего не сохранено</translation>
    </message>
    <message>
        <source>Ready: %1</source>
        <translation>Готово: %1</translation>
    </message>
    <message>
        <source>Did not work: %1. %2</source>
        <translation>Не получилось: %1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <extracomment>Under a sign in the narrow rail: work that is under way</extracomment>
        <translation>
            <numerusform>%n в работе</numerusform>
            <numerusform>%n в работе</numerusform>
            <numerusform>%n в работе</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>Under a sign in the narrow rail: how the newest work ended</extracomment>
        <translation>Сбой</translation>
    </message>
</context>
</TS>
