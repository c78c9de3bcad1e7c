// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/orderpaper.h"

#include "models/domain/paperblocks.h"
#include "models/domain/quantity.h"

#include <QDateTime>

#include <algorithm>
#include <set>

namespace oshaq {

namespace {

using Kind = PrintBlock::Kind;
using Align = PrintBlock::Align;
using namespace paper;

/// A promise for another day needs that day.
QString promiseText(const Order &order, const PaperSetting &setting)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(setting.nowMs, setting.zone).date();
    const QDate day = QDateTime::fromMSecsSinceEpoch(order.promisedAtMs, setting.zone).date();
    return day == today ? timeText(order.promisedAtMs, setting) : dateTimeText(order.promisedAtMs, setting);
}

/// "Dine in · Table 7 · 4 guests": where it goes.
QString placeText(const Order &order, const PaperSetting &setting)
{
    if (order.fulfilment == Fulfilment::DineIn && !order.table.isEmpty())
        return setting.language(QT_TRANSLATE_NOOP("Paper", "Table %1")).arg(order.table);
    QString place = upper(setting, fulfilmentWord(order.fulfilment));
    if (const QString name = firstName(order.guestName); !name.isEmpty())
        place += QStringLiteral(" · ") + name;
    return place;
}

void addHead(PrintDocument *document, const Order &order, const QString &stations, const PaperSetting &setting)
{
    auto &blocks = document->blocks;
    const QString station = stations.isEmpty() ? setting.language(QT_TRANSLATE_NOOP("Paper", "Kitchen")) : stations;
    blocks.push_back(columns(station, timeText(setting.nowMs, setting), 2, true));
    blocks.push_back(text(order.number, 5, true, Align::Center));
    if (order.priority)
        blocks.push_back(inverse(upper(setting, QT_TRANSLATE_NOOP("Paper", "Rush")), 4));
    blocks.push_back(text(placeText(order, setting), 4, true, Align::Center));
    QStringList details;
    if (order.fulfilment == Fulfilment::DineIn && order.covers > 0)
        details << setting.language(QT_TRANSLATE_NOOP("Paper", "Guests: %1")).arg(order.covers);
    details << setting.language(QT_TRANSLATE_NOOP("Paper", "Ordered %1")).arg(timeText(order.placedAtMs, setting));
    blocks.push_back(text(details.join(QStringLiteral(" · ")), 2, false, Align::Center));
    if (order.promisedAtMs != 0)
        blocks.push_back(text(setting.language(QT_TRANSLATE_NOOP("Paper", "For %1")).arg(promiseText(order, setting)),
                              4, true, Align::Center));
}

void addAllergy(PrintDocument *document, const Order &order, const PaperSetting &setting)
{
    if (order.allergy.isEmpty())
        return;
    document->blocks.push_back(
        inverse(upper(setting, QT_TRANSLATE_NOOP("Paper", "Allergy")) + QStringLiteral(": ") + order.allergy, 4));
}

void addNote(PrintDocument *document, const Order &order)
{
    if (!order.note.isEmpty())
        document->blocks.push_back(text(QStringLiteral("» ") + order.note, 3, true));
}

void addLine(PrintDocument *document, const OrderLine &line, const PaperSetting &setting, bool struck = false)
{
    PrintBlock block = text(line.name, 4, true);
    block.kind = Kind::Item;
    block.side = quantityText(line.quantity, setting.language.locale);
    block.struck = struck;
    if (struck)
        block.side.prepend(QChar(0x2212)); // minus: told apart also where the stroke is missed
    document->blocks.push_back(std::move(block));
    for (const OrderLineOption &option : line.options) {
        PrintBlock chosen = text(QStringLiteral("+ ") + option.name, 3);
        chosen.indent = 2;
        chosen.struck = struck;
        document->blocks.push_back(std::move(chosen));
    }
    if (!line.note.isEmpty() && !struck) {
        PrintBlock note = text(QStringLiteral("» ") + line.note, 3, true);
        note.indent = 2;
        document->blocks.push_back(std::move(note));
    }
}

/// By course; a heading for each when there are several.
void addLines(PrintDocument *document, std::vector<OrderLine> lines, const PaperSetting &setting)
{
    std::stable_sort(lines.begin(), lines.end(),
                     [](const OrderLine &a, const OrderLine &b) { return a.course < b.course; });
    const bool several = !lines.empty() && lines.front().course != lines.back().course;
    const auto isHeld = [&lines](int wanted) {
        return std::all_of(lines.begin(), lines.end(),
                           [wanted](const OrderLine &line) { return line.course != wanted || line.isHeld(); });
    };
    int course = -1;
    for (const OrderLine &line : lines) {
        if (several && line.course != course) {
            course = line.course;
            QString heading = setting.language(QT_TRANSLATE_NOOP("Paper", "Course %1")).arg(course);
            if (isHeld(course))
                heading += QStringLiteral(" · ") + upper(setting, QT_TRANSLATE_NOOP("Paper", "Hold"));
            document->blocks.push_back(text(heading, isHeld(course) ? 3 : 2, true, Align::Center));
        }
        addLine(document, line, setting);
    }
}

bool hasFraction(qint64 minor, const Currency &currency)
{
    qint64 unit = 1;
    for (int i = 0; i < currency.exponent(); ++i)
        unit *= 10;
    return minor % unit != 0;
}

/// Nobody pays in tiyn: tenge show them only where a price has some. Other currencies always show theirs.
bool showsFractions(const Order &order)
{
    const Currency &currency = order.cost.currency;
    if (currency.code() != QLatin1String("KZT"))
        return true;
    return hasFraction(order.cost.totalMinor, currency) || hasFraction(order.cost.subtotalMinor, currency) ||
           std::any_of(order.lines.begin(), order.lines.end(),
                       [&currency](const OrderLine &line) { return hasFraction(line.priceMinor, currency); });
}

QString symbolOf(const Currency &currency)
{
    return currency.code() == QLatin1String("KZT") ? QStringLiteral("₸") : currency.code();
}

void addReceiptLines(PrintDocument *document, const Order &order, const PaperSetting &setting, bool fractions)
{
    const QLocale &locale = setting.language.locale;
    const auto amount = [&](qint64 minor) { return paperMoney(minor, order.cost.currency, locale, fractions); };
    for (const OrderLine &line : order.lines) {
        if (line.status == LineStatus::Voided)
            continue;
        const auto total = lineTotalMinor(line.priceMinor, line.quantity);
        document->blocks.push_back(columns(line.name, total ? amount(*total) : QString(), 3, true));
        QStringList options;
        for (const OrderLineOption &option : line.options)
            options << (option.priceMinor == 0 ? option.name
                                               : option.name + QStringLiteral(" ") + amount(option.priceMinor));
        if (!options.isEmpty()) {
            PrintBlock chosen = text(QStringLiteral("+ ") + options.join(QStringLiteral(", ")), 2);
            chosen.indent = 1;
            document->blocks.push_back(std::move(chosen));
        }
        if (line.quantity != defaultQuantityStep) {
            PrintBlock each =
                text(quantityText(line.quantity, locale) + QStringLiteral(" × ") + amount(line.priceMinor), 2);
            each.indent = 1;
            document->blocks.push_back(std::move(each));
        }
    }
}

void addPayments(PrintDocument *document, const Order &order, const std::vector<Payment> &payments,
                 const PaperSetting &setting, bool fractions)
{
    auto &blocks = document->blocks;
    const PaperLanguage &words = setting.language;
    const auto amount = [&](qint64 minor) {
        return paperMoney(minor, order.cost.currency, setting.language.locale, fractions);
    };
    for (const Payment &payment : payments) {
        if (!isPaid(payment.status) && payment.refundedMinor == 0)
            continue;
        blocks.push_back(columns(words(methodWord(payment.method)), amount(payment.totalMinor()), 2));
        if (payment.tipMinor > 0)
            blocks.push_back(columns(words(QT_TRANSLATE_NOOP("Paper", "of it tip")), amount(payment.tipMinor), 2));
        if (payment.tenderedMinor && payment.changeMinor() > 0) {
            blocks.push_back(columns(words(QT_TRANSLATE_NOOP("Paper", "Given")), amount(*payment.tenderedMinor), 2));
            blocks.push_back(columns(words(QT_TRANSLATE_NOOP("Paper", "Change")), amount(payment.changeMinor()), 2));
        }
        if (payment.refundedMinor > 0)
            blocks.push_back(
                columns(words(QT_TRANSLATE_NOOP("Paper", "Given back")), amount(payment.refundedMinor), 2));
    }
    const PaymentSummary summary = summarise(order.cost.totalMinor, payments);
    const qint64 dueMinor = order.status == OrderStatus::Cancelled ? 0 : order.cost.totalMinor - summary.paidMinor;
    if (dueMinor > 0)
        blocks.push_back(columns(words(QT_TRANSLATE_NOOP("Paper", "To pay")), amount(dueMinor), 3, true));
}

/// "incl. VAT 12 %"
QString taxText(const Business &business, const Order &order, const PaperSetting &setting)
{
    const PaperLanguage &words = setting.language;
    const QString name = business.taxName.isEmpty() ? words(QT_TRANSLATE_NOOP("Paper", "tax")) : business.taxName;
    QString rate = QString::fromLatin1(formatQuantity(order.cost.taxRate));
    rate.replace(u'.', words.locale.decimalPoint());
    return words(QT_TRANSLATE_NOOP("Paper", "incl. %1 %2 %")).arg(name, rate);
}

} // namespace

QString paperMoney(qint64 minor, const Currency &currency, const QLocale &locale, bool fractions)
{
    qint64 unit = 1;
    for (int i = 0; i < currency.exponent(); ++i)
        unit *= 10;
    const qint64 whole = minor / unit;
    const qint64 rest = std::abs(minor % unit);
    QString amount = locale.toString(std::abs(whole));
    if (currency.exponent() > 0 && (fractions || rest != 0))
        amount += locale.decimalPoint() + QString::number(rest).rightJustified(currency.exponent(), u'0');
    if (minor < 0)
        amount.prepend(QChar(0x2212));
    // A breaking blank would let the amount go over two lines.
    amount.replace(u' ', QChar(QChar::Nbsp)).replace(QChar(0x202f), QChar(QChar::Nbsp));
    return amount + QChar(QChar::Nbsp) + symbolOf(currency);
}

PrintDocument kitchenTicketDocument(const KitchenTicket &ticket, const PaperSetting &setting)
{
    PrintDocument document;
    addHead(&document, ticket.order, ticket.stations, setting);
    addAllergy(&document, ticket.order, setting);
    addNote(&document, ticket.order);
    document.blocks.push_back(plain(Kind::Rule));
    addLines(&document, ticket.lines, setting);
    document.blocks.push_back(plain(Kind::Rule));
    qint64 pieces = 0;
    for (const OrderLine &line : ticket.lines)
        pieces += line.quantity;
    // A cook compares it with what stands on the pass.
    document.blocks.push_back(columns(
        setting.language(QT_TRANSLATE_NOOP("Paper", "Portions: %1")).arg(quantityText(pieces, setting.language.locale)),
        ticket.order.number, 2));
    finish(&document);
    return document;
}

PrintDocument changeTicketDocument(const KitchenChange &change, const PaperSetting &setting)
{
    PrintDocument document;
    auto &blocks = document.blocks;
    blocks.push_back(inverse(upper(setting, change.cancelled ? QT_TRANSLATE_NOOP("Paper", "Order cancelled")
                                                             : QT_TRANSLATE_NOOP("Paper", "Order changed")),
                             4));
    addHead(&document, change.order, change.stations, setting);
    if (change.cancelled && !change.order.cancelReason.isEmpty())
        blocks.push_back(text(change.order.cancelReason, 3, true, Align::Center));
    if (change.table)
        blocks.push_back(inverse(
            upper(setting, QT_TRANSLATE_NOOP("Paper", "New table")) + QStringLiteral(": ") + change.order.table, 4));
    if (change.allergy && change.order.allergy.isEmpty())
        blocks.push_back(inverse(upper(setting, QT_TRANSLATE_NOOP("Paper", "No allergy any more")), 3));
    if (!change.cancelled)
        addAllergy(&document, change.order, setting);
    if (change.note) {
        blocks.push_back(text(setting.language(QT_TRANSLATE_NOOP("Paper", "New note")), 2, true));
        blocks.push_back(text(
            change.order.note.isEmpty() ? QStringLiteral("—") : QStringLiteral("» ") + change.order.note, 3, true));
    }
    blocks.push_back(plain(Kind::Rule));
    if (!change.voided.empty()) {
        blocks.push_back(inverse(upper(setting, QT_TRANSLATE_NOOP("Paper", "Void: do not make")), 3));
        for (const OrderLine &line : change.voided)
            addLine(&document, line, setting, true);
    }
    if (!change.fired.empty()) {
        blocks.push_back(inverse(upper(setting, QT_TRANSLATE_NOOP("Paper", "Fire: make now")), 3));
        addLines(&document, change.fired, setting);
    }
    if (!change.added.empty()) {
        blocks.push_back(inverse(upper(setting, QT_TRANSLATE_NOOP("Paper", "Added")), 3));
        addLines(&document, change.added, setting);
    }
    if (!change.voided.empty() || !change.added.empty() || !change.fired.empty())
        blocks.push_back(plain(Kind::Rule));
    finish(&document);
    return document;
}

PrintDocument receiptDocument(const Business &business, const Order &order, const std::vector<Payment> &payments,
                              const PaperSetting &setting)
{
    PrintDocument document;
    auto &blocks = document.blocks;
    const PaperLanguage &words = setting.language;
    const bool fractions = showsFractions(order);
    const auto amount = [&](qint64 minor) { return paperMoney(minor, order.cost.currency, words.locale, fractions); };
    blocks.push_back(text(business.name, 4, true, Align::Center));
    blocks.push_back(plain(Kind::Space, 1));
    blocks.push_back(text(words(QT_TRANSLATE_NOOP("Paper", "Order %1")).arg(order.number), 4, true, Align::Center));
    blocks.push_back(text(dateTimeText(order.placedAtMs, setting), 2, false, Align::Center));
    blocks.push_back(text(placeText(order, setting), 3, true, Align::Center));
    if (order.status == OrderStatus::Cancelled)
        blocks.push_back(inverse(upper(setting, QT_TRANSLATE_NOOP("Paper", "Order cancelled")), 4));
    if (order.fulfilment == Fulfilment::Delivery) {
        // The courier finds the guest by it.
        const QString name = firstName(order.guestName) == order.guestName ? QString() : order.guestName;
        for (const QString &line : {name, order.guestPhone, order.address}) {
            if (!line.isEmpty())
                blocks.push_back(text(line, 3));
        }
    }
    blocks.push_back(plain(Kind::Rule));
    addReceiptLines(&document, order, setting, fractions);
    blocks.push_back(plain(Kind::Rule));
    if (order.cost.deliveryMinor != 0) {
        blocks.push_back(columns(words(QT_TRANSLATE_NOOP("Paper", "Subtotal")), amount(order.cost.subtotalMinor), 2));
        blocks.push_back(columns(words(QT_TRANSLATE_NOOP("Paper", "Delivery")), amount(order.cost.deliveryMinor), 2));
    }
    blocks.push_back(
        columns(upper(setting, QT_TRANSLATE_NOOP("Paper", "Total")), amount(order.cost.totalMinor), 4, true));
    if (order.cost.taxRate != 0)
        blocks.push_back(columns(taxText(business, order, setting), amount(order.cost.taxMinor), 2));
    addPayments(&document, order, payments, setting, fractions);
    blocks.push_back(plain(Kind::Rule));
    blocks.push_back(text(words(QT_TRANSLATE_NOOP("Paper", "Thank you!")), 3, true, Align::Center));
    blocks.push_back(text(words(QT_TRANSLATE_NOOP("Paper", "Printed %1")).arg(dateTimeText(setting.nowMs, setting)), 1,
                          false, Align::Center));
    finish(&document);
    return document;
}

PrintDocument testDocument(const Printer &printer, const QString &businessName, const PaperSetting &setting)
{
    PrintDocument document;
    auto &blocks = document.blocks;
    const PaperLanguage &words = setting.language;
    blocks.push_back(inverse(upper(setting, QT_TRANSLATE_NOOP("Paper", "Test page")), 4));
    blocks.push_back(text(printer.name, 4, true, Align::Center));
    blocks.push_back(text(businessName, 2, false, Align::Center));
    blocks.push_back(
        columns(printer.address, words(QT_TRANSLATE_NOOP("Paper", "%1 mm")).arg(printer.width == 384 ? 58 : 80), 2));
    blocks.push_back(columns(dateTimeText(setting.nowMs, setting), QStringLiteral("Oshaq"), 2));
    blocks.push_back(plain(Kind::Rule));
    blocks.push_back(text(words(QT_TRANSLATE_NOOP("Paper", "Both ends of this line must be on the paper:")), 2));
    blocks.push_back(columns(QStringLiteral("|◄"), QStringLiteral("►|"), 3, true));
    // Letters that a printer's own tables often lack; they are the same in every language.
    blocks.push_back(text(QStringLiteral("Ә Ғ Қ Ң Ө Ұ Ү Һ І  ә ғ қ ң ө ұ ү һ і"), 3));
    blocks.push_back(text(QStringLiteral("Щ Ё Ъ Ы Э Ю Я  щ ё ъ ы э ю я"), 3));
    blocks.push_back(text(QStringLiteral("Qwerty 0123456789 ₸ € $ № × ½"), 3));
    blocks.push_back(plain(Kind::Rule));
    blocks.push_back(text(words(QT_TRANSLATE_NOOP("Paper", "Small print")), 1));
    blocks.push_back(text(words(QT_TRANSLATE_NOOP("Paper", "Text")), 2));
    blocks.push_back(text(words(QT_TRANSLATE_NOOP("Paper", "What is chosen")), 3));
    blocks.push_back(text(words(QT_TRANSLATE_NOOP("Paper", "What is cooked")), 4, true));
    blocks.push_back(text(QStringLiteral("A-042"), 5, true, Align::Center));
    finish(&document);
    return document;
}

PrintDocument drawerDocument()
{
    PrintDocument document;
    document.blocks.push_back(plain(Kind::Drawer));
    return document;
}

PrintDocument markedDocument(PrintDocument document, const PaperMarks &marks, const PaperLanguage &language)
{
    std::vector<PrintBlock> above;
    if (marks.maybeSecond) {
        above.push_back(inverse(language.locale.toUpper(language(QT_TRANSLATE_NOOP("Paper", "Copy"))), 4));
        above.push_back(text(language(QT_TRANSLATE_NOOP("Paper", "May be a second one: is it there already?")), 3, true,
                             Align::Center));
    }
    if (marks.reprint)
        above.push_back(inverse(language.locale.toUpper(language(QT_TRANSLATE_NOOP("Paper", "Reprint"))), 4));
    if (!marks.insteadOf.isEmpty())
        above.push_back(
            text(language(QT_TRANSLATE_NOOP("Paper", "In place of: %1")).arg(marks.insteadOf), 3, true, Align::Center));
    document.blocks.insert(document.blocks.begin(), above.begin(), above.end());
    return document;
}

} // namespace oshaq
