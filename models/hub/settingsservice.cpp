// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/settingsservice.h"

#include "models/hub/businessstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/printerstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

std::optional<SettingValue> ofBusiness(const Business &business, const QString &key)
{
    if (key == QLatin1String(settingkeys::businessName))
        return business.name;
    if (key == QLatin1String(settingkeys::timeZone))
        return business.timeZone;
    if (key == QLatin1String(settingkeys::dayStart))
        return qint64{business.dayStartMinutes};
    if (key == QLatin1String(settingkeys::deliveryCost))
        return business.deliveryCostMinor;
    if (key == QLatin1String(settingkeys::currency))
        return business.currency;
    if (key == QLatin1String(settingkeys::taxRate))
        return business.taxRate;
    if (key == QLatin1String(settingkeys::taxName))
        return business.taxName;
    return std::nullopt;
}

void setInBusiness(Business *business, const QString &key, const SettingValue &value)
{
    if (key == QLatin1String(settingkeys::businessName))
        business->name = std::get<QString>(value).trimmed();
    else if (key == QLatin1String(settingkeys::timeZone))
        business->timeZone = std::get<QString>(value);
    else if (key == QLatin1String(settingkeys::dayStart))
        business->dayStartMinutes = int(std::get<qint64>(value));
    else if (key == QLatin1String(settingkeys::deliveryCost))
        business->deliveryCostMinor = std::get<qint64>(value);
    else if (key == QLatin1String(settingkeys::currency))
        business->currency = std::get<QString>(value);
    else if (key == QLatin1String(settingkeys::taxRate))
        business->taxRate = std::get<qint64>(value);
    else if (key == QLatin1String(settingkeys::taxName))
        business->taxName = std::get<QString>(value).trimmed();
}

/// Amounts are kept in minor units: those of orders must never change their meaning, and a price may only when the
/// other currency has as many digits.
Result<void> checkMayHaveCurrency(sql::Database &database, const Business &business, const QString &code)
{
    const auto refuse = [](const QString &issue) {
        return Error{ErrorCode::StillInUse,
                     issue,
                     {{QStringLiteral("settings.") + QLatin1String(settingkeys::currency), issue}}};
    };
    const auto exists = [&](const QString &sql) -> Result<bool> {
        auto row = database.query(sql, {business.id});
        if (!row)
            return row.error();
        const auto found = hubsql::nextRow(*row);
        if (!found)
            return found.error();
        return row->integer(0) != 0;
    };
    const auto orders = exists(QStringLiteral("SELECT EXISTS (SELECT 1 FROM orders WHERE business_id = ?)"));
    if (!orders)
        return orders.error();
    if (*orders)
        return refuse(QStringLiteral("There are orders in %1 already.").arg(business.currency));
    const auto before = Currency::fromCode(business.currency);
    const auto after = Currency::fromCode(code);
    if (before && after && before->exponent() == after->exponent())
        return {};
    const auto items = exists(QStringLiteral(
        "SELECT EXISTS (SELECT 1 FROM items WHERE business_id = ? AND deleted_at IS NULL AND price <> 0)"));
    if (!items)
        return items.error();
    if (*items || business.deliveryCostMinor != 0)
        return refuse(QStringLiteral("%1 has other decimals than %2: take the prices off the menu first.")
                          .arg(code, business.currency));
    return {};
}

Result<void> checkIsPrinter(sql::Database &database, qint64 businessId, const QString &name)
{
    if (name.trimmed().isEmpty())
        return {};
    const auto printers = printerstore::list(database, businessId);
    if (!printers)
        return printers.error();
    const bool isKnown = std::any_of(printers->begin(), printers->end(), [&name](const Printer &printer) {
        return printer.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    if (isKnown)
        return {};
    const QString issue = QStringLiteral("There is no such printer.");
    return Error{ErrorCode::ValidationFailed,
                 issue,
                 {{QStringLiteral("settings.") + QLatin1String(settingkeys::fallbackPrinter), issue}}};
}

Result<void> store(WriteContext &context, const QString &key, const SettingValue &value)
{
    const qint64 businessId = context.principal.businessId;
    auto updated =
        context.database.query(QStringLiteral("UPDATE settings SET value = ?, version = version + 1, updated_at = ?"
                                              " WHERE business_id = ? AND key = ?"),
                               {settingText(value), context.nowMs, businessId, key});
    if (!updated)
        return updated.error();
    if (updated->rowsAffected() > 0)
        return {};
    return context.database.run(
        QStringLiteral("INSERT INTO settings (business_id, key, value, version, updated_at) VALUES (?, ?, ?, 1, ?)"),
        {businessId, key, settingText(value), context.nowMs});
}

} // namespace

Result<BusinessSettings> settingsreads::all(sql::Database &database, qint64 businessId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    BusinessSettings settings;
    settings.version = business->version;
    for (const SettingRule &rule : settingRules()) {
        const QString key = QLatin1String(rule.key);
        settings.values[key] = ofBusiness(*business, key).value_or(settingFallback(rule));
    }
    auto rows =
        database.query(QStringLiteral("SELECT key, value, version FROM settings WHERE business_id = ?"), {businessId});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        settings.version += rows->integer(2);
        const SettingRule *rule = findSettingRule(rows->text(0));
        // A newer program may have set what this one does not know.
        if (!rule || rule->home != SettingRule::Home::Settings)
            continue;
        if (auto value = settingFromText(*rule, rows->text(1)))
            settings.values[rows->text(0)] = std::move(*value);
    }
    if (rows->failed())
        return hubsql::readFailed();
    return settings;
}

Result<SettingValue> settingsreads::one(sql::Database &database, qint64 businessId, const QString &key)
{
    const SettingRule *rule = findSettingRule(key);
    if (!rule || rule->home != SettingRule::Home::Settings)
        return Error{ErrorCode::Internal, QStringLiteral("There is no setting %1.").arg(key), {}};
    auto rows = database.query(QStringLiteral("SELECT value FROM settings WHERE business_id = ? AND key = ?"),
                               {businessId, key});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return settingFallback(*rule);
    auto value = settingFromText(*rule, rows->text(0));
    return value ? *value : settingFallback(*rule);
}

Result<WriteOutcome> settingswrites::put(WriteContext &context, const Changes &changes, qint64 version)
{
    const qint64 businessId = context.principal.businessId;
    const auto now = settingsreads::all(context.database, businessId);
    if (!now)
        return now.error();
    if (version != now->version) {
        return Error{ErrorCode::VersionStale,
                     QStringLiteral("The settings are at version %1 by now; look at them again.").arg(now->version),
                     {}};
    }
    auto business = businessstore::find(context.database, businessId);
    if (!business)
        return business.error();
    QJsonArray keys;
    QJsonObject values;
    bool touchesBusiness = false;
    for (const auto &[key, value] : changes) {
        const SettingRule *rule = findSettingRule(key);
        if (!rule) {
            const QString issue = QStringLiteral("There is no such setting.");
            return Error{ErrorCode::ValidationFailed, issue, {{QStringLiteral("settings.") + key, issue}}};
        }
        if (const auto checked = checkSetting(*rule, value); !checked)
            return checked.error();
        if (now->values.at(key) == value)
            continue;
        if (rule->ownerOnly && context.principal.role != Role::Owner)
            return Error{ErrorCode::Forbidden, QStringLiteral("Only the owner may change %1.").arg(key), {}};
        if (rule->type == SettingRule::Type::Currency) {
            const auto allowed = checkMayHaveCurrency(context.database, *business, std::get<QString>(value));
            if (!allowed)
                return allowed.error();
        }
        if (key == QLatin1String(settingkeys::fallbackPrinter)) {
            const auto allowed = checkIsPrinter(context.database, businessId, std::get<QString>(value));
            if (!allowed)
                return allowed.error();
        }
        keys.append(key);
        // Texts are what people typed; the journal holds none.
        if (rule->type != SettingRule::Type::Text)
            values.insert(key, settingText(value));
        if (rule->home == SettingRule::Home::Business) {
            setInBusiness(&*business, key, value);
            touchesBusiness = true;
        } else if (const auto stored = store(context, key, value); !stored) {
            return stored.error();
        }
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    if (keys.isEmpty())
        return outcome;
    if (touchesBusiness) {
        ++business->version;
        if (const auto updated = businessstore::update(context.database, *business, context.nowMs); !updated)
            return updated.error();
    }
    const auto written =
        journalstore::append(context, businessId,
                             {EntityKind::Business, businessId, business->version, QStringLiteral("business.settings"),
                              QJsonObject{{QStringLiteral("keys"), keys}, {QStringLiteral("values"), values}},
                              businessstore::digest(*business)});
    if (!written)
        return written.error();
    return outcome;
}

} // namespace oshaq
