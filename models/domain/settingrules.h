// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <span>
#include <variant>

namespace oshaq {

/// A value of a setting: yes or no, a number (amounts in minor units), or a text.
using SettingValue = std::variant<bool, qint64, QString>;

/// What a business can set, declared once: storage, checks, the API's shape and its description read this.
struct SettingRule
{
    enum class Type
    {
        Boolean,
        Integer,
        Money,
        Text,
        TimeZone,
        Currency, ///< ISO 4217
        Percent   ///< thousandths of a percent
    };
    /// Where the value lives. Columns of `businesses` are sent to terminals with the business.
    enum class Home
    {
        Settings,
        Business
    };

    const char *key;
    Type type;
    Home home;
    qint64 fallback; ///< of numbers and booleans that nobody set
    qint64 minimum;  ///< of a number, or of a text's length
    qint64 maximum;
    bool ownerOnly; ///< managers may look at it, not change it
    const char *description;
    bool zeroIsOff = false; ///< of a number: 0 is allowed below the minimum and switches it off
};

namespace settingkeys {
inline constexpr char autoAccept[] = "orders.auto_accept";
inline constexpr char retentionYears[] = "orders.retention_years";
inline constexpr char guestMonths[] = "guests.retention_months";
inline constexpr char deliveryCost[] = "orders.delivery_cost";
inline constexpr char deliveryFrom[] = "orders.delivery_from";
inline constexpr char businessName[] = "business.name";
inline constexpr char timeZone[] = "business.time_zone";
inline constexpr char currency[] = "business.currency";
inline constexpr char taxRate[] = "taxes.rate";
inline constexpr char taxName[] = "taxes.name";
inline constexpr char unpaintedSeconds[] = "kitchen.unpainted_seconds";
inline constexpr char fallbackPrinter[] = "printing.fallback_printer";
inline constexpr char dayStart[] = "business.day_start_minutes";
} // namespace settingkeys

std::span<const SettingRule> settingRules();
/// Null: there is no such setting.
const SettingRule *findSettingRule(QStringView key);

/// "boolean", "integer", "money", "text", "time_zone", "currency", "percent".
QString settingTypeText(SettingRule::Type type);

/// ValidationFailed with what is wrong with the value.
Result<void> checkSetting(const SettingRule &rule, const SettingValue &value);

/// As it is stored; and back, nothing when the text does not fit the rule.
QString settingText(const SettingValue &value);
Result<SettingValue> settingFromText(const SettingRule &rule, const QString &text);
/// The value of a setting that nobody set.
SettingValue settingFallback(const SettingRule &rule);

} // namespace oshaq
