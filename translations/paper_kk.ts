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
</context>
</TS>
