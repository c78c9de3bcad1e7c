// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/settingrules.h"

#include <QString>
#include <QStringList>

#include <map>

namespace oshaq {

/// Everything that the business has set, or what counts while it has not.
struct SiteSettings
{
    qint64 version = 0; ///< of all of them together
    QString currency;   ///< ISO 4217
    std::map<QString, SettingValue> values;

    bool operator==(const SiteSettings &) const = default;
};

/// Shown once.
struct PairingCode
{
    QString code;
    qint64 expiresAtMs = 0;
    QString link = {}; ///< see PairingLink; empty: this hub has no CA of its own

    bool operator==(const PairingCode &) const = default;
};

/// The code that guests at a table scan, shown once.
struct TableCode
{
    qint64 tableId = 0;
    QString code;
    qint64 expiresAtMs = 0;

    bool operator==(const TableCode &) const = default;
};

/// A token of the business or of another program, without its secret.
struct ApiToken
{
    qint64 id = 0;
    QString name;
    bool actsAsOwner = false; ///< the business's own; else an integration's
    qint64 createdAtMs = 0;
    qint64 expiresAtMs = 0; ///< 0: does not expire
    bool live = true;

    bool operator==(const ApiToken &) const = default;
};

/// One change of settings, as the journal has it.
struct SettingsChange
{
    qint64 atMs = 0;
    QString actor;        ///< "terminal:3", "staff:5", "business:1"
    QString terminalName; ///< as it is called now; empty: none
    QStringList keys;
    /// key -> its new value as stored; texts that people typed are not in the journal.
    std::map<QString, QString> values;

    bool operator==(const SettingsChange &) const = default;
};

/// What the hub says about itself.
struct HubFacts
{
    QString version;
    QStringList urls; ///< where it answers, without "/api"
    qint64 startedAtMs = 0;
    bool onlyThisComputer = false; ///< no other machine reaches it, as it is set up
    qint64 databaseBytes = 0;

    bool operator==(const HubFacts &) const = default;
};

} // namespace oshaq
