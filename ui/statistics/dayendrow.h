// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dayend.h"
#include "ui/common/look.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class FlowRow;
class TouchButton;

/// A kept day-end report: what it said, and printing or saving it once more.
class DayEndRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayEndRow)

public:
    DayEndRow(const DayEnd &report, const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setTexts(const QString &title, const QString &facts);
    /// What became of printing it; beside its buttons.
    void setStatus(const QString &status, bool isError);
    const DayEnd &report() const { return m_report; }
    QString title() const;
    QString facts() const;
    QString status() const;
    TouchButton *printButton() const { return m_print; }
    TouchButton *saveButton() const { return m_save; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DayEnd m_report;
    Look m_look;
    QVBoxLayout *m_layout;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_status;
    FlowRow *m_buttons;
    TouchButton *m_print;
    TouchButton *m_save;
};

} // namespace oshaq
