// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/error.h"
#include "models/domain/staffmember.h"
#include "models/domain/staffshift.h"
#include "models/domain/workhours.h"
#include "models/terminal/portcall.h"
#include "ui/common/zoneclock.h"

#include <QCoreApplication>
#include <QDate>

#include <optional>
#include <vector>

namespace oshaq {

/// What the staff page says about people and their hours. Pure: the same facts give the same words.
class StaffText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::StaffText)

public:
    /// "PIN, password"; "Cannot sign in".
    static QString signsInBy(const StaffMember &member);
    /// Of the person's station; "All stations" when there is none.
    static QString stationName(const StaffMember &member, const std::vector<Station> &stations);
    /// "Since 09:02", or with the day when it is another one.
    static QString hereSince(const StaffShift &shift, const ZoneClock &clock, qint64 nowMs);

    /// "8 h 05 min", "35 min".
    static QString length(qint64 ms);
    /// "8:05": for columns and files; always hours and minutes.
    static QString hours(qint64 ms);
    /// "09:02–17:30", "18:00– now", "→ 04:00–06:30" where it began the day before.
    static QString span(const WorkPart &part, const ZoneClock &clock);
    /// What is unusual about it; empty: nothing.
    static QString remark(const WorkPart &part);
    /// "12–18 January 2026".
    static QString range(QDate from, QDate to);
    /// "Mon 12".
    static QString dayHead(QDate day);

    /// Why a PIN or password is not taken, where it is typed; empty: it is.
    static QString pinProblem(const QString &pin);
    static QString passwordProblem(const QString &password);
    /// Why something about people was refused, and what to do.
    static QString failure(const PortFailure &failure);
};

} // namespace oshaq
