// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/paperblocks.h"

#include "models/domain/quantity.h"

#include <QDateTime>

namespace oshaq {

namespace {

using Kind = PrintBlock::Kind;
using Align = PrintBlock::Align;

} // namespace

PrintBlock paper::text(const QString &content, int size, bool bold, Align align)
{
    PrintBlock block;
    block.text = content;
    block.size = size;
    block.bold = bold;
    block.align = align;
    return block;
}

PrintBlock paper::inverse(const QString &content, int size)
{
    PrintBlock block = text(content, size, true, Align::Center);
    block.inverse = true;
    return block;
}

PrintBlock paper::columns(const QString &left, const QString &right, int size, bool bold)
{
    PrintBlock block = text(left, size, bold);
    block.kind = Kind::Columns;
    block.side = right;
    return block;
}

PrintBlock paper::plain(Kind kind, int size)
{
    PrintBlock block;
    block.kind = kind;
    block.size = size;
    return block;
}

QString paper::upper(const PaperSetting &setting, const char *source)
{
    return setting.language.locale.toUpper(setting.language(source));
}

QString paper::timeText(qint64 ms, const PaperSetting &setting)
{
    return QDateTime::fromMSecsSinceEpoch(ms, setting.zone).toString(QStringLiteral("HH:mm"));
}

QString paper::dateTimeText(qint64 ms, const PaperSetting &setting)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(ms, setting.zone);
    return setting.language.locale.toString(when.date(), QLocale::ShortFormat) + u' ' +
           when.toString(QStringLiteral("HH:mm"));
}

QString paper::quantityText(qint64 thousandths, const QLocale &locale)
{
    return QString::fromLatin1(formatQuantity(thousandths)).replace(u'.', locale.decimalPoint());
}

const char *paper::fulfilmentWord(Fulfilment fulfilment)
{
    switch (fulfilment) {
    case Fulfilment::DineIn:
        return QT_TRANSLATE_NOOP("Paper", "Dine in");
    case Fulfilment::Pickup:
        return QT_TRANSLATE_NOOP("Paper", "Pickup");
    case Fulfilment::Delivery:
        return QT_TRANSLATE_NOOP("Paper", "Delivery");
    }
    return "";
}

const char *paper::methodWord(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Cash:
        return QT_TRANSLATE_NOOP("Paper", "Cash");
    case PaymentMethod::CardReader:
    case PaymentMethod::SavedCard:
        return QT_TRANSLATE_NOOP("Paper", "Card");
    case PaymentMethod::Halyk:
        return QT_TRANSLATE_NOOP("Paper", "Online");
    }
    return "";
}

void paper::finish(PrintDocument *document)
{
    document->blocks.push_back(plain(Kind::Space, 1));
    document->blocks.push_back(plain(Kind::Cut));
}

} // namespace oshaq
