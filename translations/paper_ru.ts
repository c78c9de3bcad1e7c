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
</context>
</TS>
