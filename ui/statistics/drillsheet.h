// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/statisticsport.h"
#include "ui/common/sheet.h"

#include <optional>

class QLabel;
class QTableView;

namespace oshaq {

class Band;
class DrillModel;
class StateView;
class TouchButton;

/// The orders behind a figure, newest first; more of them come while somebody scrolls.
class DrillSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DrillSheet)

public:
    /// The port must outlive it.
    DrillSheet(StatisticsPort &port, const Look &look, QWidget *parent);
    ~DrillSheet() override;

    void setLook(const Look &look) override;
    void begin(const DrillQuery &query, const QString &name);

    QTableView *table() const { return m_table; }
    DrillModel *model() const { return m_model; }
    QString sum() const;
    Band *band() const { return m_band; }
    StateView *state() const { return m_state; }
    TouchButton *openButton() const { return m_open; }

Q_SIGNALS:
    void orderAsked(qint64 orderId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void retranslate() override;

private:
    void ask();
    void askMore();
    void forget();
    void take(const PortAnswer<DrillPage> &answer);
    void showState();
    void arrangeColumns();
    void openCurrent();

    StatisticsPort &m_port;
    DrillQuery m_query;
    QString m_name;
    PortCall m_call = 0;
    bool m_isComplete = false;
    std::optional<PortFailure> m_failure;
    DrillModel *m_model;
    QLabel *m_sum;
    Band *m_band;
    StateView *m_state;
    QTableView *m_table;
    TouchButton *m_back;
    TouchButton *m_open;
};

} // namespace oshaq
