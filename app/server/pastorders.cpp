// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/pastorders.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int maxCovers = 999;
constexpr qsizetype maxTable = 50;

Fulfilment fulfilmentOf(const QString &text)
{
    const QString word = text.toLower();
    for (const char *delivery : {"deliver", "courier", "достав", "жеткіз"}) {
        if (word.contains(QString::fromUtf8(delivery)))
            return Fulfilment::Delivery;
    }
    for (const char *pickup : {"take", "pickup", "pick up", "to go", "togo", "самовывоз", "с собой", "алып"}) {
        if (word.contains(QString::fromUtf8(pickup)))
            return Fulfilment::Pickup;
    }
    return Fulfilment::DineIn;
}

/// "[Tomatillo, [Rice, Beans]]" -> Tomatillo, Rice, Beans.
QStringList optionsOf(QString text)
{
    text.remove(u'[').remove(u']');
    QStringList options;
    for (const QString &part : text.split(u',')) {
        if (const QString option = part.trimmed(); !option.isEmpty())
            options << option;
    }
    return options;
}

bool holdsAny(const QString &text, std::initializer_list<const char *> words)
{
    const QString folded = text.toLower();
    return std::any_of(words.begin(), words.end(),
                       [&folded](const char *word) { return folded.contains(QString::fromUtf8(word)); });
}

PaymentMethod methodOf(const QString &text)
{
    // "Cashless" is not cash.
    const bool cashless = holdsAny(text, {"cashless", "non-cash", "безнал", "қолма-қолсыз"});
    const bool cash = !cashless && holdsAny(text, {"cash", "налич", "қолма-қол", "нал."});
    return cash || text.isEmpty() ? PaymentMethod::Cash : PaymentMethod::CardReader;
}

bool saysUnpaid(const QString &text)
{
    return holdsAny(text, {"unpaid", "not paid", "не оплач", "неоплач", "төленбе"}) ||
           text.compare(QLatin1String("none"), Qt::CaseInsensitive) == 0;
}

class Planner
{
public:
    Planner(const Currency &currency, const QString &timeZone, PastOrders *plan)
        : m_currency(currency)
        , m_zone(timeZone.toLatin1())
        , m_plan(plan)
    {}

    std::optional<PastOrder> orderOf(const HistoricOrder &historic)
    {
        PastOrder order;
        order.sourceId = historic.id;
        order.fulfilment = fulfilmentOf(historic.fulfilment);
        order.table = historic.table.left(maxTable);
        bool sound = true;
        if (!historic.covers.isEmpty()) {
            bool isNumber = false;
            order.covers = historic.covers.toInt(&isNumber);
            if (!isNumber || order.covers < 0 || order.covers > maxCovers)
                sound = problem(historic.fileLine, "covers",
                                QStringLiteral("\"%1\" is no number of guests.").arg(historic.covers.left(40)));
        }
        for (const HistoricLine &line : historic.lines) {
            auto past = lineOf(line);
            if (past)
                order.lines.push_back(std::move(*past));
            else
                sound = false;
        }
        // What it cost is known only when every line is.
        if (sound)
            sound = readPayment(historic, &order);
        return sound ? std::optional(std::move(order)) : std::nullopt;
    }

    /// From the file's own clock to the hub's.
    qint64 instantOf(qint64 clockMs) const
    {
        const QDateTime clock = QDateTime::fromMSecsSinceEpoch(clockMs, Qt::UTC);
        return QDateTime(clock.date(), clock.time(), m_zone).toMSecsSinceEpoch();
    }

private:
    bool problem(int line, const char *column, const QString &reason)
    {
        m_plan->problems.push_back({line, QString::fromLatin1(column), reason});
        return false;
    }

    /// False: it was said what is wrong.
    bool readPayment(const HistoricOrder &historic, PastOrder *order)
    {
        const auto amount = [&](const QString &text, const char *column) -> std::optional<qint64> {
            const auto read = amountOf(text, m_currency);
            if (read)
                return *read;
            problem(historic.fileLine, column, read.error().message);
            return std::nullopt;
        };
        PastPayment payment;
        if (!historic.tip.isEmpty()) {
            const auto tip = amount(historic.tip, "tip");
            if (!tip)
                return false;
            payment.tipMinor = *tip;
        }
        qint64 totalMinor = 0;
        for (const PastLine &line : order->lines) {
            if (const auto total = lineTotalMinor(line.priceMinor, line.quantity))
                totalMinor += *total;
        }
        payment.amountMinor = totalMinor;
        if (!historic.paid.isEmpty()) {
            const auto paid = amount(historic.paid, "paid");
            if (!paid)
                return false;
            payment.amountMinor = *paid == totalMinor + payment.tipMinor ? totalMinor : *paid;
            if (payment.amountMinor > totalMinor)
                return problem(historic.fileLine, "paid",
                               QStringLiteral("\"%1\" is more than the order costs.").arg(historic.paid.left(40)));
        } else if (saysUnpaid(historic.paymentMethod) || (historic.paymentMethod.isEmpty() && payment.tipMinor == 0)) {
            payment.amountMinor = 0;
        }
        if (payment.amountMinor == 0) {
            if (payment.tipMinor > 0)
                return problem(historic.fileLine, "tip", QStringLiteral("There is a tip and nothing was paid."));
            return true;
        }
        payment.method = methodOf(historic.paymentMethod);
        order->payment = payment;
        return true;
    }

    std::optional<PastLine> lineOf(const HistoricLine &line)
    {
        PastLine past;
        past.externalId = line.externalId;
        past.name = line.name;
        past.quantity = line.quantity;
        past.options = optionsOf(line.options);
        const bool hasTotal = !line.total.isEmpty();
        const auto amount = amountOf(hasTotal ? line.total : line.price, m_currency);
        if (!amount) {
            problem(line.fileLine, hasTotal ? "total" : "price", amount.error().message);
            return std::nullopt;
        }
        past.priceMinor = *amount;
        if (!hasTotal || line.quantity == 1000)
            return past;
        past.priceMinor = *amount * 1000 / line.quantity;
        const auto total = lineTotalMinor(past.priceMinor, line.quantity);
        if (total && *total == *amount)
            return past;
        // No price of one gives this total: the line is sold as a whole.
        past.name = QStringLiteral("%1 x %2")
                        .arg(double(line.quantity) / 1000)
                        .arg(line.name.isEmpty() ? line.externalId : line.name);
        past.quantity = 1000;
        past.priceMinor = *amount;
        return past;
    }

    const Currency m_currency;
    const QTimeZone m_zone;
    PastOrders *m_plan;
};

} // namespace

Result<qint64> amountOf(const QString &text, const Currency &currency)
{
    static const QRegularExpression outside(QStringLiteral("^[^0-9-]*|[^0-9]*$"));
    static const QRegularExpression blanks(QStringLiteral("[\\s\u00a0\u202f']"));
    QString plain = text;
    plain.remove(outside);
    plain.remove(blanks);
    const qsizetype comma = plain.lastIndexOf(u',');
    const qsizetype point = plain.lastIndexOf(u'.');
    // The last of the two is the decimal one, unless three digits and nothing else follow a comma: then it groups.
    if (comma > point && (plain.size() - comma - 1 != 3 || point >= 0)) {
        plain.remove(u'.');
        plain.replace(u',', u'.');
    } else {
        plain.remove(u',');
    }
    auto amount = parseMajorUnits(plain.toLatin1(), currency);
    if (!amount || *amount < 0) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("\"%1\" is no amount of %2.").arg(text.left(40), currency.code()),
                     {}};
    }
    return amount;
}

PastOrders planPastOrders(const HistoryFile &history, const Currency &currency, const QString &timeZone,
                          const std::optional<QDate> &day)
{
    PastOrders plan;
    plan.problems = history.problems;
    Planner planner(currency, timeZone, &plan);
    qint64 fallbackMs = 0;
    if (day)
        fallbackMs = planner.instantOf(QDateTime(*day, QTime(12, 0), Qt::UTC).toMSecsSinceEpoch());
    for (const HistoricOrder &historic : history.orders) {
        plan.rowsWithoutItem += historic.linesWithoutItem;
        if (historic.lines.empty()) {
            ++plan.withoutLines;
            continue;
        }
        auto order = planner.orderOf(historic);
        if (!order || historic.damaged) {
            ++plan.refused;
            continue;
        }
        if (historic.atMs) {
            order->placedAtMs = history.isUtc ? *historic.atMs : planner.instantOf(*historic.atMs);
        } else {
            order->placedAtMs = fallbackMs;
            fallbackMs += 1000;
        }
        plan.orders.push_back(std::move(*order));
    }
    return plan;
}

} // namespace oshaq
