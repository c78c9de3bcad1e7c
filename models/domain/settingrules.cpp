// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/settingrules.h"

#include "models/domain/deliveryzone.h"
#include "models/domain/money.h"
#include "models/domain/tax.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <string_view>

namespace oshaq {

namespace {

using Type = SettingRule::Type;
using Home = SettingRule::Home;

constexpr std::array rules{
    SettingRule{settingkeys::businessName, Type::Text, Home::Business, 0, 1, 200, false,
                "What the restaurant is called, on receipts and screens."},
    SettingRule{settingkeys::currency, Type::Currency, Home::Business, 0, 3, 3, true,
                "What prices are in. It stays once there are orders."},
    SettingRule{settingkeys::timeZone, Type::TimeZone, Home::Business, 0, 1, 64, true,
                "The zone whose clock the restaurant lives by, such as Asia/Almaty."},
    SettingRule{settingkeys::dayStart, Type::Integer, Home::Business, 240, 0, 1439, true,
                "When a business day begins, in minutes after local midnight."},
    SettingRule{settingkeys::deliveryCost, Type::Money, Home::Business, 0, 0, maxAmountMinor, false,
                "What a delivery costs the guest where no zone says something else."},
    SettingRule{settingkeys::deliveryFrom, Type::Text, Home::Settings, 0, 0, 60, false,
                "Where couriers start, as latitude and longitude, such as 43.238949, 76.889709; zones by distance are"
                " measured from there."},
    SettingRule{settingkeys::taxRate, Type::Percent, Home::Business, 0, 0, maxTaxRate, true,
                "How much of a price is tax, in percent; orders that were taken keep theirs."},
    SettingRule{settingkeys::taxName, Type::Text, Home::Business, 0, 0, 40, false, "What receipts call the tax."},
    SettingRule{settingkeys::autoAccept, Type::Boolean, Home::Settings, 0, 0, 1, false,
                "A new order is accepted as soon as it is placed."},
    SettingRule{settingkeys::unpaintedSeconds, Type::Integer, Home::Settings, 10, 3, 300, false,
                "After so many seconds a ticket that no kitchen screen of its station shows is an alarm on every screen"
                " and goes to paper; 0 is off.",
                true},
    SettingRule{settingkeys::fallbackPrinter, Type::Text, Home::Settings, 0, 0, 200, false,
                "The printer, by its name, for tickets that no kitchen screen shows; empty is the station's own, or the"
                " first that prints kitchen tickets."},
    SettingRule{settingkeys::retentionYears, Type::Integer, Home::Settings, 5, 1, 50, true,
                "For how many years the law wants orders kept; cleanup keeps them at least as long."},
    SettingRule{settingkeys::guestMonths, Type::Integer, Home::Settings, 0, 1, 600, true,
                "After so many months without an order a guest's name, phone, addresses and notes are erased; their"
                " orders stay, as nobody's. 0 is never.",
                true},
};

Error wrong(const SettingRule &rule, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{QStringLiteral("settings.") + QLatin1String(rule.key), issue}}};
}

} // namespace

std::span<const SettingRule> settingRules()
{
    return rules;
}

const SettingRule *findSettingRule(QStringView key)
{
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [key](const SettingRule &rule) { return key == QLatin1String(rule.key); });
    return found == rules.end() ? nullptr : &*found;
}

QString settingTypeText(SettingRule::Type type)
{
    switch (type) {
    case Type::Boolean:
        return QStringLiteral("boolean");
    case Type::Integer:
        return QStringLiteral("integer");
    case Type::Money:
        return QStringLiteral("money");
    case Type::Text:
        return QStringLiteral("text");
    case Type::TimeZone:
        return QStringLiteral("time_zone");
    case Type::Currency:
        return QStringLiteral("currency");
    case Type::Percent:
        return QStringLiteral("percent");
    }
    return {};
}

Result<void> checkSetting(const SettingRule &rule, const SettingValue &value)
{
    switch (rule.type) {
    case Type::Boolean:
        if (!std::holds_alternative<bool>(value))
            return wrong(rule, QStringLiteral("must be true or false"));
        return {};
    case Type::Integer:
    case Type::Money:
    case Type::Percent:
        if (const qint64 *number = std::get_if<qint64>(&value);
            !number || ((*number < rule.minimum || *number > rule.maximum) && !(rule.zeroIsOff && *number == 0))) {
            return wrong(rule, rule.type == Type::Money     ? QStringLiteral("is out of range")
                               : rule.type == Type::Percent ? QStringLiteral("must be 0 to 100 percent")
                               : rule.zeroIsOff
                                   ? QStringLiteral("must be %1 to %2, or 0")
                                         .arg(QString::number(rule.minimum), QString::number(rule.maximum))
                                   : QStringLiteral("must be %1 to %2")
                                         .arg(QString::number(rule.minimum), QString::number(rule.maximum)));
        }
        return {};
    case Type::Text:
    case Type::TimeZone:
    case Type::Currency:
        break;
    }
    const QString *text = std::get_if<QString>(&value);
    if (!text || text->trimmed().size() < rule.minimum || text->size() > rule.maximum)
        return wrong(rule, QStringLiteral("must be a text of %1 to %2 characters")
                               .arg(QString::number(rule.minimum), QString::number(rule.maximum)));
    if (rule.type == Type::Currency && !Currency::fromCode(*text))
        return wrong(rule, QStringLiteral("must be a currency such as KZT"));
    if (rule.type == Type::TimeZone && !QTimeZone(text->toLatin1()).isValid())
        return wrong(rule, QStringLiteral("must be a time zone such as Asia/Almaty"));
    if (rule.key == std::string_view(settingkeys::deliveryFrom) && !text->isEmpty() && !geoPointFromText(*text))
        return wrong(rule, QStringLiteral("must be latitude and longitude, such as 43.238949, 76.889709"));
    return {};
}

QString settingText(const SettingValue &value)
{
    if (const bool *boolean = std::get_if<bool>(&value))
        return *boolean ? QStringLiteral("true") : QStringLiteral("false");
    if (const qint64 *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    return std::get<QString>(value);
}

Result<SettingValue> settingFromText(const SettingRule &rule, const QString &text)
{
    SettingValue value = text;
    if (rule.type == Type::Boolean && (text == u"true" || text == u"false"))
        value = text == u"true";
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber && (rule.type == Type::Integer || rule.type == Type::Money || rule.type == Type::Percent))
        value = number;
    if (const auto checked = checkSetting(rule, value); !checked)
        return checked.error();
    return value;
}

SettingValue settingFallback(const SettingRule &rule)
{
    switch (rule.type) {
    case Type::Boolean:
        return rule.fallback != 0;
    case Type::Integer:
    case Type::Money:
    case Type::Percent:
        return rule.fallback;
    case Type::Text:
    case Type::TimeZone:
    case Type::Currency:
        break;
    }
    return QString();
}

} // namespace oshaq
