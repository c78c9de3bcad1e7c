// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QTranslator>

namespace oshaq {

/// A translator with Russian and Kazakh wordings of the length that real translations have (and somewhat longer), so
/// that tests of room and overlap do not wait for the translation files.
class LongWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }

    QString translate(const char *, const char *source, const char *, int) const override
    {
        static const QHash<QString, QString> words{
            {QStringLiteral("New"), QStringLiteral("Новый заказ")},
            {QStringLiteral("Accepted"), QStringLiteral("Қабылданды")},
            {QStringLiteral("Preparing"), QStringLiteral("Дайындалуда")},
            {QStringLiteral("Ready"), QStringLiteral("Готово к выдаче")},
            {QStringLiteral("LATE +%1 min"), QStringLiteral("ОПОЗДАНИЕ +%1 мин")},
            {QStringLiteral("LATE"), QStringLiteral("ОПОЗДАНИЕ")},
            {QStringLiteral("%1 min left"), QStringLiteral("осталось %1 мин")},
            {QStringLiteral("Table %1"), QStringLiteral("Стол %1")},
            {QStringLiteral("%n covers"), QStringLiteral("%n персон")},
            {QStringLiteral("Pickup"), QStringLiteral("Самовывоз")},
            {QStringLiteral("Delivery"), QStringLiteral("Жеткізіп беру")},
            {QStringLiteral("for %1"), QStringLiteral("к %1")},
            {QStringLiteral("ALLERGY: %1"), QStringLiteral("АЛЛЕРГИЯ: %1")},
            {QStringLiteral("Start"), QStringLiteral("Начать готовить")},
            {QStringLiteral("Bump"), QStringLiteral("Готово, снять")},
            {QStringLiteral("Hand over"), QStringLiteral("Выдать заказ")},
            {QStringLiteral("Course %1"), QStringLiteral("Подача %1")},
            {QStringLiteral("%1 of %2 done"), QStringLiteral("готово %1 из %2")},
            {QStringLiteral("%1 continued"), QStringLiteral("%1, продолжение")},
            {QStringLiteral("continues"), QStringLiteral("продолжение дальше")},
            {QStringLiteral("ADDED"), QStringLiteral("ДОБАВЛЕНО")},
            {QStringLiteral("VOID"), QStringLiteral("ОТМЕНЕНО")},
            {QStringLiteral("Recall"), QStringLiteral("Вернуть последний")},
            {QStringLiteral("Stations"), QStringLiteral("Цеха кухни")},
            {QStringLiteral("All stations"), QStringLiteral("Барлық бекеттер")},
            {QStringLiteral("%n open"), QStringLiteral("%n открыто")},
            {QStringLiteral("%n late"), QStringLiteral("%n опаздывают")},
            {QStringLiteral("Next promise %1"), QStringLiteral("Ближайшее обещание %1")},
            {QStringLiteral("Live · on screen in %1 ms"), QStringLiteral("На связи · на экране за %1 мс")},
            {QStringLiteral("Offline since %1"), QStringLiteral("Нет связи с %1")},
            {QStringLiteral("%n changes waiting"), QStringLiteral("%n изменений ждут")},
            {QStringLiteral("The site does not answer."), QStringLiteral("Сервер ресторана не отвечает.")},
            {QStringLiteral("You see what was known at %1."), QStringLiteral("Вы видите то, что было известно в %1.")},
            {QStringLiteral("Bumps are kept here and sent when it is back."),
             QStringLiteral("Отметки сохраняются здесь и будут отправлены, когда связь вернётся.")},
            {QStringLiteral("New orders will not appear: ask the counter."),
             QStringLiteral("Новые заказы не появятся: спросите на кассе.")},
            {QStringLiteral("Page %1 of %2"), QStringLiteral("Страница %1 из %2")},
            {QStringLiteral("%n more after it"), QStringLiteral("ещё %n после неё")},
            {QStringLiteral("Kitchen"), QStringLiteral("Кухня")},
            {QStringLiteral("Enter"), QStringLiteral("Enter")},
        };
        // A null string means: not translated here.
        return words.value(QString::fromUtf8(source));
    }
};

} // namespace oshaq
