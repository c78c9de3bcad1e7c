// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/archiveport.h"
#include "models/terminal/ordersport.h"
#include "ui/orders/entry/entrysheet.h"

#include <optional>
#include <vector>

class QVBoxLayout;

namespace oshaq {

class Stepper;

/// Some dishes, or a part of them, become an order of their own. Only the hub can do that; the same choice keeps its
/// key however often it is tried.
class SplitSheet final : public EntrySheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SplitSheet)

public:
    SplitSheet(OrdersPort &port, ArchivePort &archive, const Look &look, QWidget *parent);
    ~SplitSheet() override;

    void setLook(const Look &look) override;
    void begin(qint64 orderId);
    int count() const { return int(m_rows.size()); }
    Stepper *stepper(int row) const { return m_rows.at(std::size_t(row)).stepper; }
    QString staysText() const;
    QString goesText() const;
    bool isFinished() const { return m_finished; }

protected:
    void submit() override;
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate() override;

private:
    struct Row
    {
        OrderLine line;
        QWidget *box;
        Stepper *stepper;
    };

    void showTotals();
    std::vector<ArchivePort::SplitLine> choice() const;

    OrdersPort &m_port;
    ArchivePort &m_archive;
    Order m_order;
    QVBoxLayout *m_list;
    std::vector<Row> m_rows;
    QLabel *m_about;
    QLabel *m_stays;
    QLabel *m_goes;
    QString m_key;
    std::optional<PortCall> m_call;
    bool m_finished = false;
};

} // namespace oshaq
