// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "ui/common/sheet.h"

#include <QTimeZone>

#include <vector>

class QDateEdit;

namespace oshaq {

class ChoiceRow;
class Field;
class TouchButton;

/// Until when some dishes are out.
class OutSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutSheet)

public:
    OutSheet(const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    /// `names`: what is out, for the title.
    void ask(const std::vector<qint64> &itemIds, const QString &names, const SaleHours &hours, const Business &business,
             qint64 nowMs);
    ChoiceRow *choices() const { return m_choices; }
    TouchButton *takeButton() const { return m_take; }

Q_SIGNALS:
    /// 0: until somebody brings them back.
    void decided(const std::vector<qint64> &itemIds, qint64 backAtMs);

protected:
    void retranslate() override;

private:
    /// Places in the row of choices; not all are offered.
    enum class Until
    {
        BroughtBack,
        DayEnd,
        SoldAgain,
        Date
    };

    Until chosen() const;
    qint64 backAt() const;
    void refresh();

    std::vector<qint64> m_ids;
    QString m_names;
    Business m_business;
    QTimeZone m_zone;
    qint64 m_nowMs = 0;
    qint64 m_dayEndMs = 0;
    qint64 m_soldNextMs = 0; ///< after the day's end; 0: no later than that
    std::vector<Until> m_offered;
    ChoiceRow *m_choices;
    Field *m_choiceField;
    QDateEdit *m_date;
    Field *m_dateField;
    TouchButton *m_take;
};

} // namespace oshaq
