// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/portcall.h"
#include "ui/catalog/availability.h"
#include "ui/catalog/itemform.h"

#include <QCoreApplication>

namespace oshaq {

/// The words of the catalog page. Pure: QLocale() is the only thing they look at.
class CatalogText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::CatalogText)

public:
    /// "Available", "86 · back tomorrow 04:00", "Not sold now · from 18:00".
    static QString availability(const Availability &availability, qint64 nowMs, const QTimeZone &zone);
    /// "18:00" today, "tomorrow 04:00", "Mon 12:00" within a week, else with the date.
    static QString moment(qint64 ms, qint64 nowMs, const QTimeZone &zone);

    /// "every day 12:00–23:00", "Sat, Sun 11:00–16:00; Mon–Fri 09:00–11:00"; empty hours: "always".
    static QString hours(const SaleHours &hours);
    static QString window(const SaleWindow &window);
    /// "Mon–Fri", "Sat, Sun", "every day".
    static QString days(unsigned weekdays);
    /// "12:00", 1440 is "24:00".
    static QString minutes(int afterMidnight);
    /// 1 is Monday.
    static QString shortDay(int dayOfWeek);

    /// "portion · step 1", "weight · step 0.1".
    static QString step(qint64 thousandths);
    /// "Meat: lamb, beef, horse +600 · required, one".
    static QString group(const OptionGroupForm &group);
    /// "required, one", "optional, up to 2".
    static QString choices(int least, int most);
    /// A dish's known allergens in the language of the screen; own words stay.
    static QString allergen(const QString &word);
    static QStringList knownAllergens();

    static QString fieldName(ItemField field);
    /// What a field holds, for people who compare two of them.
    static QString fieldValue(ItemField field, const ItemForm &form, const Catalog &catalog, const Currency &currency);
    static QString problem(FormProblem::Kind kind);

    /// "BM" for Beshbarmak, meat.
    static QString initials(const QString &name);
    static QString items(int count);
    /// Why a change of the menu was refused and what to do.
    static QString failure(const PortFailure &failure);
};

} // namespace oshaq
