// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingtext.h"

#include "ui/common/formats.h"

#include <QTime>

namespace oshaq {

namespace {

bool isKey(const QString &key, const char *which)
{
    return key == QLatin1String(which);
}

/// 240 -> "04:00".
QString clockText(qint64 minutes)
{
    return QTime(0, 0).addSecs(int(minutes) * 60).toString(QStringLiteral("HH:mm"));
}

} // namespace

QString SettingText::title(const QString &key)
{
    if (isKey(key, settingkeys::businessName))
        return tr("Name of the restaurant");
    if (isKey(key, settingkeys::currency))
        return tr("Currency");
    if (isKey(key, settingkeys::timeZone))
        return tr("Time zone");
    if (isKey(key, settingkeys::dayStart))
        return tr("Start of the business day");
    if (isKey(key, settingkeys::deliveryCost))
        return tr("Price of a delivery");
    if (isKey(key, settingkeys::deliveryFrom))
        return tr("Where couriers start");
    if (isKey(key, settingkeys::taxRate))
        return tr("Tax inside the prices");
    if (isKey(key, settingkeys::taxName))
        return tr("Name of the tax");
    if (isKey(key, settingkeys::autoAccept))
        return tr("Accept new orders at once");
    if (isKey(key, settingkeys::unpaintedSeconds))
        return tr("Alarm for tickets on no screen");
    if (isKey(key, settingkeys::fallbackPrinter))
        return tr("Printer for tickets on no screen");
    if (isKey(key, settingkeys::retentionYears))
        return tr("Keep orders for");
    if (isKey(key, settingkeys::guestMonths))
        return tr("Forget guests after");
    return key;
}

QString SettingText::meaning(const QString &key)
{
    if (isKey(key, settingkeys::businessName))
        return tr("Stands on receipts and screens.");
    if (isKey(key, settingkeys::currency))
        return tr("Three letters, such as KZT. It stays as it is once there are orders. Only the owner changes it.");
    if (isKey(key, settingkeys::timeZone))
        return tr("The clock that the restaurant lives by, such as Asia/Almaty. Only the owner changes it.");
    if (isKey(key, settingkeys::dayStart))
        return tr("An order after midnight belongs to the evening before until then. Only the owner changes it.");
    if (isKey(key, settingkeys::deliveryCost))
        return tr(
            "What a guest pays for a delivery on top of the dishes where no zone says something else. Orders that "
            "were taken keep theirs.");
    if (isKey(key, settingkeys::deliveryFrom))
        return tr("Latitude and longitude of the house, such as 43.238949, 76.889709. Zones by distance are measured "
                  "from there.");
    if (isKey(key, settingkeys::taxRate))
        return tr("How much of a price is tax, in percent; it stands on receipts and in reports. Orders that were "
                  "taken keep theirs. Only the owner changes it.");
    if (isKey(key, settingkeys::taxName))
        return tr("What receipts call it, such as VAT.");
    if (isKey(key, settingkeys::autoAccept))
        return tr("The kitchen sees a new order as accepted without anybody pressing a button.");
    if (isKey(key, settingkeys::unpaintedSeconds))
        return tr("After so many seconds without any kitchen screen of its station showing it, a ticket is an alarm on "
                  "every screen and goes to paper. 0 switches it off.");
    if (isKey(key, settingkeys::fallbackPrinter))
        return tr("The name of the printer that such a ticket goes to. Empty: the station's own printer, or the first "
                  "that prints kitchen tickets.");
    if (isKey(key, settingkeys::retentionYears))
        return tr("Years for which orders are kept at least; cleaning up never goes below. Only the owner changes it.");
    if (isKey(key, settingkeys::guestMonths))
        return tr("Months without an order after which a guest's name, phone, addresses and notes are erased; the orders "
                  "stay, as nobody's. 0 keeps them. Only the owner changes it.");
    return {};
}

QString SettingText::value(const SettingRule &rule, const SettingValue &value, const Currency &currency)
{
    if (const bool *boolean = std::get_if<bool>(&value))
        return *boolean ? tr("Yes") : tr("No");
    if (const QString *text = std::get_if<QString>(&value))
        return text->isEmpty() ? tr("nothing") : *text;
    const qint64 number = std::get<qint64>(value);
    switch (rule.type) {
    case SettingRule::Type::Money:
        return formats::money(number, currency);
    case SettingRule::Type::Percent:
        return number == 0 ? tr("no tax") : tr("%1 %").arg(formats::quantity(number));
    default:
        break;
    }
    if (isKey(QLatin1String(rule.key), settingkeys::dayStart))
        return clockText(number);
    if (rule.zeroIsOff && number == 0)
        return tr("off");
    if (isKey(QLatin1String(rule.key), settingkeys::unpaintedSeconds))
        return tr("after %1").arg(duration(int(number)));
    if (isKey(QLatin1String(rule.key), settingkeys::retentionYears))
        return tr("%n years", nullptr, int(number));
    if (isKey(QLatin1String(rule.key), settingkeys::guestMonths))
        return tr("%n months", nullptr, int(number));
    return QString::number(number);
}

QString SettingText::edited(const SettingRule &rule, const SettingValue &value, const Currency &currency)
{
    if (const QString *text = std::get_if<QString>(&value))
        return *text;
    if (const bool *boolean = std::get_if<bool>(&value))
        return *boolean ? tr("Yes") : tr("No");
    const qint64 number = std::get<qint64>(value);
    if (rule.type == SettingRule::Type::Money)
        return formats::amount(number, currency);
    if (rule.type == SettingRule::Type::Percent)
        return formats::quantity(number);
    if (isKey(QLatin1String(rule.key), settingkeys::dayStart))
        return clockText(number);
    return QString::number(number);
}

std::optional<SettingValue> SettingText::read(const SettingRule &rule, const QString &text, const Currency &currency)
{
    const QString typed = text.trimmed();
    switch (rule.type) {
    case SettingRule::Type::Text:
    case SettingRule::Type::TimeZone:
        return SettingValue(typed);
    case SettingRule::Type::Currency:
        return SettingValue(typed.toUpper());
    case SettingRule::Type::Money:
        if (const auto minor = formats::readAmount(typed, currency))
            return SettingValue(*minor);
        return std::nullopt;
    case SettingRule::Type::Percent:
        if (typed == u"0")
            return SettingValue(qint64{0});
        if (const auto rate = formats::readQuantity(typed))
            return SettingValue(*rate);
        return std::nullopt;
    case SettingRule::Type::Boolean:
        return std::nullopt;
    case SettingRule::Type::Integer:
        break;
    }
    if (isKey(QLatin1String(rule.key), settingkeys::dayStart)) {
        QTime time = QTime::fromString(typed, QStringLiteral("H:mm"));
        if (!time.isValid())
            time = QTime::fromString(typed, QStringLiteral("H"));
        if (!time.isValid())
            return std::nullopt;
        return SettingValue(qint64{time.hour() * 60 + time.minute()});
    }
    bool isNumber = false;
    const qint64 number = typed.toLongLong(&isNumber);
    return isNumber ? std::optional(SettingValue(number)) : std::nullopt;
}

QString SettingText::wanted(const SettingRule &rule, const Currency &currency)
{
    const QString key = QLatin1String(rule.key);
    switch (rule.type) {
    case SettingRule::Type::Money:
        return tr("An amount such as %1.").arg(formats::amount(70'000, currency));
    case SettingRule::Type::Percent:
        return tr("Percent from 0 to 100, such as 12.");
    case SettingRule::Type::TimeZone:
        return tr("A time zone such as Asia/Almaty: part of the earth, slash, city.");
    case SettingRule::Type::Currency:
        return tr("The three letters of a currency, such as KZT.");
    case SettingRule::Type::Text:
        return rule.minimum > 0 ? tr("It may not be empty, and at most %1 characters.").arg(rule.maximum)
                                : tr("At most %1 characters.").arg(rule.maximum);
    case SettingRule::Type::Boolean:
        return {};
    case SettingRule::Type::Integer:
        break;
    }
    if (isKey(key, settingkeys::dayStart))
        return tr("A time of day such as 04:00.");
    if (rule.zeroIsOff)
        return tr("A number from %1 to %2, or 0 for off.")
            .arg(QString::number(rule.minimum), QString::number(rule.maximum));
    return tr("A number from %1 to %2.").arg(QString::number(rule.minimum), QString::number(rule.maximum));
}

const std::array<Role, 5> &SettingText::screenRoles()
{
    static constexpr std::array roles{Role::Kitchen, Role::Counter, Role::Courier, Role::Manager, Role::Owner};
    return roles;
}

QString SettingText::role(Role role)
{
    switch (role) {
    case Role::Owner:
        return tr("Everything, as the owner");
    case Role::Manager:
        return tr("Everything but what is the owner's");
    case Role::Kitchen:
        return tr("Kitchen: see and make tickets");
    case Role::Counter:
        return tr("Counter: take orders and money");
    case Role::Courier:
        return tr("Courier: bring orders to guests");
    case Role::Guest:
    case Role::Integration:
    case Role::Standby:
        break;
    }
    return roleText(role);
}

QString SettingText::actor(const QString &actor)
{
    const QString kind = actor.section(u':', 0, 0);
    const QString id = actor.section(u':', 1);
    if (kind == u"terminal")
        return tr("screen %1").arg(id);
    if (kind == u"staff")
        return tr("person %1").arg(id);
    if (kind == u"business")
        return tr("the owner's token");
    return actor;
}

QString SettingText::duration(int seconds)
{
    if (seconds % 60 == 0)
        return tr("%1 min").arg(seconds / 60);
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    return tr("%1 min %2 s").arg(QString::number(seconds / 60), QString::number(seconds % 60));
}

QString SettingText::minutes(int seconds)
{
    return formats::quantity(qint64{seconds} * 1000 / 60);
}

std::optional<int> SettingText::readMinutes(const QString &text, int mostMinutes)
{
    const auto thousandths = formats::readQuantity(text);
    if (!thousandths)
        return std::nullopt;
    const qint64 seconds = (*thousandths * 60 + 500) / 1000;
    if (seconds < 60 || seconds > qint64{mostMinutes} * 60)
        return std::nullopt;
    return int(seconds);
}

} // namespace oshaq
