<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
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
</context>
<context>
    <name>oshaq::MainWindow</name>
    <message>
        <source>Oshaq</source>
        <translation>Oshaq</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Кухня</translation>
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
