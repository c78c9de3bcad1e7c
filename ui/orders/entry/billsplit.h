// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "ui/common/look.h"

#include <QWidget>

#include <set>
#include <vector>

class QLabel;

namespace oshaq {

class ChoiceRow;
class Stepper;

/// How a bill is shared: one pays everything, some guests pay the same, or each pays for their dishes. What has been
/// paid for is remembered as long as the sheet is on one order.
class BillSplit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BillSplit)

public:
    enum class Way
    {
        Everything,
        Evenly,
        ByDishes
    };

    explicit BillSplit(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Nothing is chosen or paid for then.
    void begin(const Order &order);
    /// What the order owes now; its dishes may have changed.
    void setDue(const Order &order, qint64 dueMinor);
    Way way() const;
    void setWay(Way way);
    int guests() const;
    /// Of the next payment.
    qint64 shareMinor() const;
    /// One of those who share has paid their part.
    void paid();

    ChoiceRow *ways() const { return m_ways; }
    Stepper *guestsStepper() const { return m_guests; }
    ChoiceRow *dishes() const { return m_dishes; }
    QString hint() const;

Q_SIGNALS:
    /// By a person: the share is another one.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showWay();
    void showDishes();
    std::vector<OrderLine> lines() const;

    Order m_order;
    qint64 m_dueMinor = 0;
    std::set<qint64> m_chosen; ///< lines
    std::set<qint64> m_paid;   ///< lines that were paid for here
    int m_payer = 1;           ///< of those who pay for their dishes

    ChoiceRow *m_ways;
    QLabel *m_guestsLabel;
    Stepper *m_guests;
    QWidget *m_evenly;
    QLabel *m_hint;
    ChoiceRow *m_dishes;
};

} // namespace oshaq
