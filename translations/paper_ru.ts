<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Paper</name>
    <message>
        <source>Dine in</source>
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
        <source>Cash</source>
        <translation>Наличные</translation>
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
        <translation>Стол %1</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Кухня</translation>
    </message>
    <message>
        <source>Guests: %1</source>
        <translation>Гостей: %1</translation>
    </message>
    <message>
        <source>Ordered %1</source>
        <translation>Заказ в %1</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>К %1</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Аллергия</translation>
    </message>
    <message>
        <source>Course %1</source>
        <translation>Подача %1</translation>
    </message>
    <message>
        <source>of it tip</source>
        <translation>из них чаевые</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Сдача</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>К оплате</translation>
    </message>
    <message>
        <source>Portions: %1</source>
        <translation>Порций: %1</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Заказ отменён</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>Заказ изменён</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>Новый стол</translation>
    </message>
    <message>
        <source>No allergy any more</source>
        <translation>Аллергии больше нет</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Новая заметка</translation>
    </message>
    <message>
        <source>Void: do not make</source>
        <translation>Отмена: не готовить</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Заказ %1</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Спасибо!</translation>
    </message>
    <message>
        <source>Printed %1</source>
        <translation>Напечатано %1</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Пробная страница</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 мм</translation>
    </message>
    <message>
        <source>Both ends of this line must be on the paper:</source>
        <translation>Оба конца этой строки должны быть на бумаге:</translation>
    </message>
    <message>
        <source>Small print</source>
        <translation>Мелкий шрифт</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>What is chosen</source>
        <translation>Что выбрано</translation>
    </message>
    <message>
        <source>What is cooked</source>
        <translation>Что готовить</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копия</translation>
    </message>
    <message>
        <source>May be a second one: is it there already?</source>
        <translation>Возможно, вторая: нет ли уже такой?</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>Повторная печать</translation>
    </message>
    <message>
        <source>In place of: %1</source>
        <translation>Вместо принтера: %1</translation>
    </message>
    <message>
        <source>Rush</source>
        <translation>Срочно</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Ждать</translation>
    </message>
    <message>
        <source>Fire: make now</source>
        <translation>Готовить сейчас</translation>
    </message>
    <message>
        <source>Day-end report</source>
        <translation>Отчёт за день</translation>
    </message>
    <message>
        <source>Report %1 of this day</source>
        <translation>Отчёт № %1 за этот день</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>До %1</translation>
    </message>
    <message>
        <source>The day was not over yet.</source>
        <translation>День ещё не закончился.</translation>
    </message>
    <message>
        <source>Open orders: %1</source>
        <translation>Открытых заказов: %1</translation>
    </message>
    <message>
        <source>They are in no revenue below.</source>
        <translation>В выручку ниже они не вошли.</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Выручка</translation>
    </message>
    <message>
        <source>of it delivery</source>
        <translation>из неё доставка</translation>
    </message>
    <message>
        <source>of it tax</source>
        <translation>из неё налог</translation>
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
        <source>Open</source>
        <translation>Открыто</translation>
    </message>
    <message>
        <source>Average check</source>
        <translation>Средний чек</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>Первый заказ</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Последний заказ</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Оплаты</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Saved card</source>
        <translation>Сохранённая карта</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Чаевые</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Where orders went</source>
        <translation>Выдача заказов</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Без причины</translation>
    </message>
    <message>
        <source>Best sold</source>
        <translation>Продано больше всего</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Сроки</translation>
    </message>
    <message>
        <source>Ready after the promise</source>
        <translation>Готово позже срока</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Share of late ones</source>
        <translation>Доля опозданий</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Кем создан</translation>
    </message>
    <message>
        <source>Journal row</source>
        <translation>Строка журнала</translation>
    </message>
    <message>
        <source>Its seal</source>
        <translation>Её пломба</translation>
    </message>
    <message>
        <source>Keep this paper: the seal shows whether anything before it was changed later.</source>
        <translation>Храните эту бумагу: пломба покажет, меняли ли потом что-нибудь до неё.</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>налог</translation>
    </message>
    <message>
        <source>incl. %1 %2 %</source>
        <translation>в т. ч. %1 %2 %</translation>
    </message>
    <message>
        <source>Placed by guests</source>
        <translation>Оформлено гостями</translation>
    </message>
    <message>
        <source>Placed at a screen</source>
        <translation>Оформлено на экране</translation>
    </message>
    <message>
        <source>Placed by staff</source>
        <translation>Оформлено персоналом</translation>
    </message>
    <message>
        <source>Placed by the business</source>
        <translation>Оформлено рестораном</translation>
    </message>
    <message>
        <source>Placed by a program</source>
        <translation>Оформлено программой</translation>
    </message>
    <message>
        <source>Placed by: %1</source>
        <translation>Оформлено: %1</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Итоги</translation>
    </message>
    <message>
        <source>of which lines</source>
        <translation>из неё строки заказов</translation>
    </message>
    <message>
        <source>of which delivery</source>
        <translation>из неё доставка</translation>
    </message>
    <message>
        <source>Cancelled orders&apos; total</source>
        <translation>Сумма отменённых заказов</translation>
    </message>
    <message>
        <source>Promised orders</source>
        <translation>Заказы со сроком</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>По дням</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>По часам</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>By weekday</source>
        <translation>По дням недели</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>День недели</translation>
    </message>
    <message>
        <source>Orders by hour and weekday</source>
        <translation>Заказы по часам и дням недели</translation>
    </message>
    <message>
        <source>Revenue by hour and weekday</source>
        <translation>Выручка по часам и дням недели</translation>
    </message>
    <message>
        <source>By fulfilment and channel</source>
        <translation>По выдаче и источнику</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>По блюдам</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Блюдо</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>По категориям</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>Отмены</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Среднее</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>Половина за</translation>
    </message>
    <message>
        <source>90 % within</source>
        <translation>90 % за</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Дольше всего</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опоздало</translation>
    </message>
    <message>
        <source>Times in seconds</source>
        <translation>Время в секундах</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Placed to accepted</source>
        <translation>От оформления до принятия</translation>
    </message>
    <message>
        <source>Placed to ready</source>
        <translation>От оформления до готовности</translation>
    </message>
    <message>
        <source>Preparing to ready</source>
        <translation>От начала готовки до готовности</translation>
    </message>
    <message>
        <source>Later than promised by</source>
        <translation>Опоздание к сроку</translation>
    </message>
    <message>
        <source>Station: %1</source>
        <translation>Цех: %1</translation>
    </message>
    <message>
        <source>Dish times in seconds</source>
        <translation>Время блюд в секундах</translation>
    </message>
    <message>
        <source>Dish</source>
        <translation>Блюдо</translation>
    </message>
    <message>
        <source>Placed to painted in milliseconds</source>
        <translation>От оформления до показа в миллисекундах</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Экран</translation>
    </message>
    <message>
        <source>Another screen</source>
        <translation>Другой экран</translation>
    </message>
    <message>
        <source>All screens</source>
        <translation>Все экраны</translation>
    </message>
    <message>
        <source>Report of this day</source>
        <translation>Номер отчёта за день</translation>
    </message>
    <message>
        <source>The day was not over; until</source>
        <translation>День не закончился; до</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Sales from %1 to %2, business days of %3, amounts in %4</source>
        <translation>Продажи с %1 по %2, рабочие дни по времени %3, суммы в %4</translation>
    </message>
    <message>
        <source>Day-end report %1 of %2, times of %3, amounts in %4</source>
        <translation>Отчёт за день № %1 за %2, время %3, суммы в %4</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % за</translation>
    </message>
    <message>
        <source>Cash drawers</source>
        <translation>Денежные ящики</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Ящик</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Размен</translation>
    </message>
    <message>
        <source>Cash payments</source>
        <translation>Оплаты наличными</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Внесено</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Изъято</translation>
    </message>
    <message>
        <source>Should hold</source>
        <translation>Должно быть</translation>
    </message>
    <message>
        <source>Still open, not counted.</source>
        <translation>Ещё открыт, не пересчитан.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Насчитано</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Расхождение</translation>
    </message>
</context>
</TS>
