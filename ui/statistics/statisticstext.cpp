// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/statisticstext.h"

#include "models/terminal/shiftjournal.h"
#include "ui/common/formats.h"

#include <QLocale>

namespace oshaq {

namespace {

QString percent(qint64 permille)
{
    return QLocale().toString(double(permille) / 10.0, 'f', 1) + QChar(QChar::Nbsp) + QLatin1Char('%');
}

QString signedText(bool isUp, const QString &magnitude)
{
    return (isUp ? QStringLiteral("+") : QStringLiteral("−")) + magnitude;
}

QString dayAndMonth(const QDate &day, bool withYear)
{
    return QLocale().toString(day, withYear ? QStringLiteral("d MMM yyyy") : QStringLiteral("d MMM"));
}

} // namespace

// ---- ranges

QString StatisticsText::rangeName(RangeKind kind)
{
    switch (kind) {
    case RangeKind::Today:
        return tr("Today");
    case RangeKind::Yesterday:
        return tr("Yesterday");
    case RangeKind::ThisWeek:
        return tr("This week");
    case RangeKind::LastWeek:
        return tr("Last week");
    case RangeKind::ThisMonth:
        return tr("This month");
    case RangeKind::LastMonth:
        return tr("Last month");
    case RangeKind::ThisYear:
        return tr("This year");
    case RangeKind::Last30Days:
        return tr("Last 30 days");
    case RangeKind::Own:
        return tr("Own range");
    }
    return {};
}

QString StatisticsText::days(const DayRange &range, const QDate &today)
{
    const bool otherYear = range.to.year() != today.year() || range.from.year() != range.to.year();
    if (range.from == range.to)
        return dayAndMonth(range.from, otherYear);
    const QDate &from = range.from;
    const QDate &to = range.to;
    if (from.year() == to.year() && from.month() == to.month())
        return QString::number(from.day()) + QStringLiteral("–") + dayAndMonth(to, otherYear);
    return dayAndMonth(from, from.year() != to.year()) + QStringLiteral(" – ") + dayAndMonth(to, otherYear);
}

QString StatisticsText::range(const RangeChoice &choice, const QDate &today)
{
    return rangeName(choice.kind) + QStringLiteral(" · ") + days(rangeOf(choice, today), today);
}

QString StatisticsText::comparison(Comparison comparison, const RangeChoice &choice, const QDate &today)
{
    switch (comparison) {
    case Comparison::None:
        return tr("without comparison");
    case Comparison::YearBefore:
        return tr("against a year before");
    case Comparison::Before:
        break;
    }
    switch (choice.kind) {
    case RangeKind::Today:
    case RangeKind::Yesterday:
        return tr("against the day before");
    case RangeKind::ThisWeek:
    case RangeKind::LastWeek:
        return tr("against the week before");
    case RangeKind::ThisMonth:
    case RangeKind::LastMonth:
        return tr("against the month before");
    case RangeKind::ThisYear:
        return tr("against the year before");
    case RangeKind::Last30Days:
    case RangeKind::Own:
        break;
    }
    const std::optional<DayRange> before = comparisonOf({choice.kind, Comparison::Before, choice.own}, today);
    const int days = before ? before->days() : 0;
    // The singular is a text of its own: English has no translation file that would pick it.
    return days == 1 ? tr("against the day before") : tr("against %n days before", nullptr, days);
}

QString StatisticsText::weekday(int day)
{
    return QLocale().standaloneDayName(day, QLocale::LongFormat);
}

QString StatisticsText::shortWeekday(int day)
{
    return QLocale().standaloneDayName(day, QLocale::ShortFormat);
}

QString StatisticsText::bucket(const DayRange &days, statisticsmath::BucketSize size)
{
    switch (size) {
    case statisticsmath::BucketSize::Day:
        break;
    case statisticsmath::BucketSize::Week:
        return StatisticsText::days(days, days.to);
    case statisticsmath::BucketSize::Month:
        return QLocale().standaloneMonthName(days.from.month()) + QLatin1Char(' ') + QString::number(days.from.year());
    }
    return shortWeekday(days.from.dayOfWeek()) + QLatin1Char(' ') + dayAndMonth(days.from, false);
}

QString StatisticsText::shortBucket(const DayRange &days, statisticsmath::BucketSize size, int count)
{
    constexpr int aWeek = 7;
    switch (size) {
    case statisticsmath::BucketSize::Day:
        break;
    case statisticsmath::BucketSize::Week:
        return dayAndMonth(days.from, false);
    case statisticsmath::BucketSize::Month:
        return QLocale().standaloneMonthName(days.from.month(), QLocale::ShortFormat);
    }
    return count <= aWeek ? shortWeekday(days.from.dayOfWeek()) : dayAndMonth(days.from, false);
}

// ---- figures

QString StatisticsText::figure(qint64 value, FigureKind kind, const Currency &currency)
{
    switch (kind) {
    case FigureKind::Count:
        return QLocale().toString(value);
    case FigureKind::Money:
        return formats::money(value, currency);
    case FigureKind::Quantity:
        return formats::groupedQuantity(value);
    case FigureKind::Share:
        return percent(value);
    case FigureKind::Minutes:
        return formats::age(value);
    case FigureKind::Millis:
        //: Milliseconds
        return tr("%1 ms").arg(QLocale().toString(value));
    }
    return {};
}

QString StatisticsText::figure(const std::optional<qint64> &value, FigureKind kind, const Currency &currency)
{
    return value ? figure(*value, kind, currency) : QStringLiteral("—");
}

QString StatisticsText::moneyUnit(const statisticsmath::AxisUnit &unit, const Currency &currency)
{
    const QString sign = formats::currencySign(currency);
    switch (unit.thousands) {
    case 1:
        //: Of an axis; %1 is the sign of a currency
        return tr("thousand %1").arg(sign);
    case 2:
        //: Of an axis; %1 is the sign of a currency
        return tr("million %1").arg(sign);
    default:
        return sign;
    }
}

QString StatisticsText::axisFigure(qint64 minor, const statisticsmath::AxisUnit &unit)
{
    return QLocale().toString(double(minor) / double(unit.minor), 'g', 6);
}

StatisticsText::Change StatisticsText::change(std::optional<qint64> now, std::optional<qint64> before, FigureKind kind,
                                              bool moreIsBetter)
{
    if (!now || !before)
        return {Change::Way::Unknown, false, tr("no comparison")};
    constexpr qint64 second = 1000;
    const qint64 difference = *now - *before;
    bool isSame = difference == 0;
    QString words;
    switch (kind) {
    case FigureKind::Share:
        //: Percentage points
        words = tr("%1 pt").arg(QLocale().toString(double(std::abs(difference)) / 10.0, 'f', 1));
        break;
    case FigureKind::Minutes:
        words = formats::age(std::abs(difference));
        isSame = std::abs(difference) < second;
        break;
    case FigureKind::Count:
    case FigureKind::Money:
    case FigureKind::Quantity:
    case FigureKind::Millis:
        if (const auto permille = statisticsmath::changePermille(*now, *before)) {
            words = percent(std::abs(*permille));
            // "+0.0 %" says less than words do.
            isSame = *permille == 0;
        } else {
            return {Change::Way::Unknown, false, tr("nothing before")};
        }
        break;
    }
    if (isSame)
        return {Change::Way::Same, false, tr("the same")};
    Change change;
    change.isUp = difference > 0;
    change.way = change.isUp == moreIsBetter ? Change::Way::Better : Change::Way::Worse;
    //: %1 is how much: "+6.2 %"
    change.text =
        (change.way == Change::Way::Better ? tr("%1, better") : tr("%1, worse")).arg(signedText(change.isUp, words));
    return change;
}

// ---- names

QString StatisticsText::channel(const QString &code)
{
    if (code == u"guest")
        return tr("Guests' phones");
    if (code == u"terminal")
        return tr("Screens");
    if (code == u"business")
        return tr("Restaurant's token");
    if (code == u"staff")
        return tr("Staff");
    if (code == u"integration")
        return tr("Other services");
    return named(code);
}

QString StatisticsText::fulfilment(Fulfilment fulfilment)
{
    switch (fulfilment) {
    case Fulfilment::DineIn:
        return tr("Dine-in");
    case Fulfilment::Pickup:
        return tr("Pickup");
    case Fulfilment::Delivery:
        return tr("Delivery");
    }
    return {};
}

QString StatisticsText::cancelReason(const QString &reason)
{
    if (reason == QLatin1String(shiftjournal::undoneReason))
        return tr("Taken back");
    return reason.trimmed().isEmpty() ? tr("No reason given") : reason;
}

QString StatisticsText::named(const QString &name)
{
    return name.trimmed().isEmpty() ? tr("Without a name") : name.simplified();
}

QString StatisticsText::fileStem(const QString &what, const DayRange &range)
{
    QString stem = QStringLiteral("oshaq-%1-%2").arg(what, range.from.toString(Qt::ISODate));
    if (range.from != range.to)
        stem += QLatin1Char('-') + range.to.toString(Qt::ISODate);
    return stem;
}

} // namespace oshaq
