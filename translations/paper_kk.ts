<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk" sourcelanguage="en">
<context>
    <name>Paper</name>
    <message>
        <source>Dine in</source>
        <translation>Залда</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Өзі алып кету</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Жеткізу</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Қолма-қол</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Онлайн</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>%1-үстел</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Ас үй</translation>
    </message>
    <message>
        <source>Guests: %1</source>
        <translation>Қонақ: %1</translation>
    </message>
    <message>
        <source>Ordered %1</source>
        <translation>Тапсырыс %1</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>%1 дайын болсын</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Аллергия</translation>
    </message>
    <message>
        <source>Course %1</source>
        <translation>%1-кезек</translation>
    </message>
    <message>
        <source>of it tip</source>
        <translation>оның ішінде шайпұл</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Алынды</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Қайтарым</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Қайтарылды</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Төлеуге</translation>
    </message>
    <message>
        <source>Portions: %1</source>
        <translation>Порция: %1</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Тапсырыс тоқтатылды</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>Тапсырыс өзгерді</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>Жаңа үстел</translation>
    </message>
    <message>
        <source>No allergy any more</source>
        <translation>Аллергия енді жоқ</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Жаңа ескерту</translation>
    </message>
    <message>
        <source>Void: do not make</source>
        <translation>Алынды: жасамаңыз</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Қосылды</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Тапсырыс %1</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Сома</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Барлығы</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Рақмет!</translation>
    </message>
    <message>
        <source>Printed %1</source>
        <translation>Басылды: %1</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Сынақ беті</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 мм</translation>
    </message>
    <message>
        <source>Both ends of this line must be on the paper:</source>
        <translation>Бұл жолдың екі ұшы да қағазда болуы керек:</translation>
    </message>
    <message>
        <source>Small print</source>
        <translation>Ұсақ қаріп</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Мәтін</translation>
    </message>
    <message>
        <source>What is chosen</source>
        <translation>Таңдалғаны</translation>
    </message>
    <message>
        <source>What is cooked</source>
        <translation>Әзірленетіні</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Көшірме</translation>
    </message>
    <message>
        <source>May be a second one: is it there already?</source>
        <translation>Екіншісі болуы мүмкін: ол бұрыннан бар ма?</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>Қайта басылды</translation>
    </message>
    <message>
        <source>In place of: %1</source>
        <translation>%1 принтерінің орнына</translation>
    </message>
    <message>
        <source>Rush</source>
        <translation>Шұғыл</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Күту</translation>
    </message>
    <message>
        <source>Fire: make now</source>
        <translation>Қазір жасаңыз</translation>
    </message>
    <message>
        <source>Day-end report</source>
        <translation>Күндік есеп</translation>
    </message>
    <message>
        <source>Report %1 of this day</source>
        <translation>Осы күннің № %1 есебі</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Соңғы уақыты: %1</translation>
    </message>
    <message>
        <source>The day was not over yet.</source>
        <translation>Күн әлі аяқталмаған еді.</translation>
    </message>
    <message>
        <source>Open orders: %1</source>
        <translation>Ашық тапсырыс: %1</translation>
    </message>
    <message>
        <source>They are in no revenue below.</source>
        <translation>Олар төмендегі түсімге кірмейді.</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Түсім</translation>
    </message>
    <message>
        <source>of it delivery</source>
        <translation>оның ішінде жеткізу</translation>
    </message>
    <message>
        <source>of it tax</source>
        <translation>оның ішінде салық</translation>
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
        <source>Open</source>
        <translation>Ашық</translation>
    </message>
    <message>
        <source>Average check</source>
        <translation>Орташа чек</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>Алғашқы тапсырыс</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Соңғы тапсырыс</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Төлемдер</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Жоқ</translation>
    </message>
    <message>
        <source>Saved card</source>
        <translation>Сақталған карта</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Шайпұл</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Жиыны</translation>
    </message>
    <message>
        <source>Where orders went</source>
        <translation>Беру тәсілі</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Себебі жазылмаған</translation>
    </message>
    <message>
        <source>Best sold</source>
        <translation>Ең көп сатылғаны</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Мерзімдер</translation>
    </message>
    <message>
        <source>Ready after the promise</source>
        <translation>Мерзімнен кеш дайын болды</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Share of late ones</source>
        <translation>Кешіккендер үлесі</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Жасалған уақыты</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Жасаған</translation>
    </message>
    <message>
        <source>Journal row</source>
        <translation>Журнал жолы</translation>
    </message>
    <message>
        <source>Its seal</source>
        <translation>Жолдың пломбасы</translation>
    </message>
    <message>
        <source>Keep this paper: the seal shows whether anything before it was changed later.</source>
        <translation>Бұл қағазды сақтаңыз: пломба оған дейінгі жазбалардың кейін өзгертілген-өзгертілмегенін көрсетеді.</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>салық</translation>
    </message>
    <message>
        <source>incl. %1 %2 %</source>
        <translation>оның ішінде %1 %2 %</translation>
    </message>
    <message>
        <source>Placed by guests</source>
        <translation>Қонақтардан түскен</translation>
    </message>
    <message>
        <source>Placed at a screen</source>
        <translation>Экраннан түскен</translation>
    </message>
    <message>
        <source>Placed by staff</source>
        <translation>Қызметкерлерден түскен</translation>
    </message>
    <message>
        <source>Placed by the business</source>
        <translation>Мейрамханадан түскен</translation>
    </message>
    <message>
        <source>Placed by a program</source>
        <translation>Бағдарламадан түскен</translation>
    </message>
    <message>
        <source>Placed by: %1</source>
        <translation>Кімнен түскен: %1</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Көрсеткіш</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Мәні</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Қорытынды</translation>
    </message>
    <message>
        <source>of which lines</source>
        <translation>оның ішінде тапсырыс жолдары</translation>
    </message>
    <message>
        <source>of which delivery</source>
        <translation>оның ішінде жеткізу</translation>
    </message>
    <message>
        <source>Cancelled orders&apos; total</source>
        <translation>Жойылған тапсырыстар сомасы</translation>
    </message>
    <message>
        <source>Promised orders</source>
        <translation>Мерзімі бар тапсырыстар</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Күн бойынша</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Күн</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>Сағат бойынша</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Сағат</translation>
    </message>
    <message>
        <source>By weekday</source>
        <translation>Апта күні бойынша</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Апта күні</translation>
    </message>
    <message>
        <source>Orders by hour and weekday</source>
        <translation>Сағат пен апта күні бойынша тапсырыстар</translation>
    </message>
    <message>
        <source>Revenue by hour and weekday</source>
        <translation>Сағат пен апта күні бойынша түсім</translation>
    </message>
    <message>
        <source>By fulfilment and channel</source>
        <translation>Беру тәсілі мен көзі бойынша</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Тәсілі</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>Тағам бойынша</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Тағам</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Санат</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Жолдар</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Мөлшері</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>Санат бойынша</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>Жойылғандар</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Себебі</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Саны</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Орташа</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>Жартысы (дейін)</translation>
    </message>
    <message>
        <source>90 % within</source>
        <translation>90 % (дейін)</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Ең ұзағы</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Кешікті</translation>
    </message>
    <message>
        <source>Times in seconds</source>
        <translation>Уақыт, секундпен</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Өлшенгені</translation>
    </message>
    <message>
        <source>Placed to accepted</source>
        <translation>Түскеннен қабылдағанға дейін</translation>
    </message>
    <message>
        <source>Placed to ready</source>
        <translation>Түскеннен дайын болғанға дейін</translation>
    </message>
    <message>
        <source>Preparing to ready</source>
        <translation>Жасай бастағаннан дайын болғанға дейін</translation>
    </message>
    <message>
        <source>Later than promised by</source>
        <translation>Мерзімнен кешігу</translation>
    </message>
    <message>
        <source>Station: %1</source>
        <translation>Цех: %1</translation>
    </message>
    <message>
        <source>Dish times in seconds</source>
        <translation>Тағам уақыты, секундпен</translation>
    </message>
    <message>
        <source>Dish</source>
        <translation>Тағам</translation>
    </message>
    <message>
        <source>Placed to painted in milliseconds</source>
        <translation>Түскеннен экранға шыққанға дейін, миллисекундпен</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Экран</translation>
    </message>
    <message>
        <source>Another screen</source>
        <translation>Басқа экран</translation>
    </message>
    <message>
        <source>All screens</source>
        <translation>Барлық экран</translation>
    </message>
    <message>
        <source>Report of this day</source>
        <translation>Осы күнгі есеп нөмірі</translation>
    </message>
    <message>
        <source>The day was not over; until</source>
        <translation>Күн аяқталмаған; соңғы уақыты</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Тәсілі</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Алынды</translation>
    </message>
    <message>
        <source>Sales from %1 to %2, business days of %3, amounts in %4</source>
        <translation>Сату: %1 – %2, жұмыс күндерінің уақыты: %3, валютасы: %4</translation>
    </message>
    <message>
        <source>Day-end report %1 of %2, times of %3, amounts in %4</source>
        <translation>Күндік есеп № %1, күні: %2, уақыты: %3, валютасы: %4</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % ішінде</translation>
    </message>
    <message>
        <source>Cash drawers</source>
        <translation>Ақша жәшіктері</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Жәшік</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Ұсақ ақша</translation>
    </message>
    <message>
        <source>Cash payments</source>
        <translation>Қолма-қол төлем</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Салынды</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Алынды</translation>
    </message>
    <message>
        <source>Should hold</source>
        <translation>Болуы керек</translation>
    </message>
    <message>
        <source>Still open, not counted.</source>
        <translation>Әлі ашық, саналмаған.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Саналды</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Айырма</translation>
    </message>
</context>
</TS>
