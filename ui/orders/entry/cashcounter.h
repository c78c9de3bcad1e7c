// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drawer.h"
#include "ui/common/look.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace oshaq {

class FlowRow;
class Stepper;

/// Notes and coins of a currency, counted kind by kind.
class CashCounter final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CashCounter)

public:
    explicit CashCounter(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Nothing is counted then.
    void begin(const Currency &currency);
    /// The kinds of which there are some, largest first.
    std::vector<DrawerPieces> pieces() const;
    qint64 sumMinor() const;
    /// Every number is one.
    bool isValid() const;
    int count() const { return int(m_rows.size()); }
    Stepper *stepper(int row) const { return m_rows.at(std::size_t(row)).stepper; }

Q_SIGNALS:
    /// By a person.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        qint64 faceMinor = 0;
        QWidget *box = nullptr;
        QLabel *face = nullptr;
        Stepper *stepper = nullptr;
        QLabel *sum = nullptr;
    };

    void showSums();

    Look m_look;
    Currency m_currency;
    FlowRow *m_flow;
    std::vector<Row> m_rows;
};

} // namespace oshaq
