// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "ui/common/sheet.h"
#include "ui/common/zoneclock.h"

#include <optional>

class QLabel;
class QLineEdit;

namespace oshaq {

class ChoiceRow;
class Field;

/// Taking a new order: what the guest is promised.
class AcceptSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AcceptSheet)

public:
    AcceptSheet(const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    /// `zone`: in which a time of day is typed.
    void ask(const Order &order, const QString &zone, qint64 nowMs);
    qint64 orderId() const { return m_order.id; }

Q_SIGNALS:
    /// Hub time; 0: no promise.
    void accepted(qint64 orderId, qint64 promisedAtMs);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate() override;

private:
    void handlePicked(int index);
    void accept();
    /// Of the typed time: today, or tomorrow when it is over; nothing when it is none.
    std::optional<qint64> typedTime() const;

    Order m_order;
    QString m_zone;
    qint64 m_nowMs = 0;
    QLabel *m_summary;
    QLabel *m_question;
    ChoiceRow *m_choices;
    QLineEdit *m_time;
    Field *m_timeField;
    TouchButton *m_cancel;
    TouchButton *m_accept;
};

} // namespace oshaq
