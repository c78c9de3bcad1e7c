// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/role.h"
#include "models/domain/settingrules.h"

#include <QCoreApplication>
#include <QString>

#include <array>
#include <optional>

namespace oshaq {

/// The words of settings, and how their values are written and read. Pure: the same facts give the same words.
class SettingText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::SettingText)

public:
    // Of a setting, by its key.
    static QString title(const QString &key);
    /// What it does, one sentence.
    static QString meaning(const QString &key);

    /// As people read it: "Yes", "12 %", "700 ₸", "04:00".
    static QString value(const SettingRule &rule, const SettingValue &value, const Currency &currency);
    /// As it stands in a line to be edited.
    static QString edited(const SettingRule &rule, const SettingValue &value, const Currency &currency);
    /// What was typed; nothing when it is no value of this kind. Limits are checkSetting()'s.
    static std::optional<SettingValue> read(const SettingRule &rule, const QString &text, const Currency &currency);
    /// What may be typed: "Minutes, from 1 to 240." For an error beside the field.
    static QString wanted(const SettingRule &rule, const Currency &currency);

    /// What a screen may be given, the least first.
    static const std::array<Role, 5> &screenRoles();
    static QString role(Role role);
    /// "terminal:3" for people.
    static QString actor(const QString &actor);

    // Seconds as minutes.
    static QString duration(int seconds); ///< "15 min", "7 min 30 s"
    static QString minutes(int seconds);  ///< "15" or "7.5", as it is typed
    static std::optional<int> readMinutes(const QString &text, int mostMinutes);
};

} // namespace oshaq
