// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/worklist.h"

#include <QCoreApplication>
#include <QLocale>

namespace oshaq {

/// What is said of work that is under way or over. Pure: the same work gives the same words.
class WorkText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::WorkText)

public:
    /// "Orders, 1 to 30 November"
    static QString title(const Work &work, const QLocale &locale = QLocale());
    /// How far it is, what came of it, or why nothing did and what to do.
    static QString state(const Work &work, const QLocale &locale = QLocale());
    /// 0 to 100; -1: nobody knows.
    static int percent(const Work &work);
    /// One sentence for people who do something else.
    static QString notice(const Work &work, const QLocale &locale = QLocale());
    /// For the rail: what runs, else how the newest one ended; empty: there is none.
    static QString rail(const WorkList &works);
    /// Together, of those that run; -1: nobody knows, or none runs.
    static int percent(const WorkList &works);

private:
    static QString period(const QString &subject, const QLocale &locale);
    static QString failure(const Work &work);
};

} // namespace oshaq
