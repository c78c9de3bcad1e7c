// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/salehours.h"
#include "ui/common/look.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QLabel;
class QTimeEdit;

namespace oshaq {

class ChoiceRow;
class FlowRow;
class TouchButton;

/// When something is sold: as its category says (or always), or one or more times of some days.
class HoursEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HoursEditor)

public:
    explicit HoursEditor(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// What no hours at all mean: "As its category: every day 12:00–23:00", "Always".
    void setDefaultWords(const QString &words);
    SaleHours hours() const { return m_hours; }
    void setHours(const SaleHours &hours);

    ChoiceRow *kind() const { return m_kind; }
    TouchButton *addButton() const { return m_add; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QWidget *box = nullptr;
        ChoiceRow *days = nullptr;
        FlowRow *times = nullptr;
        QTimeEdit *from = nullptr;
        QLabel *dash = nullptr;
        QTimeEdit *to = nullptr;
        TouchButton *remove = nullptr;
    };

    void rebuild();
    void addRow();
    void showRows();
    void readRow(size_t row);
    void retranslate();

    Look m_look;
    SaleHours m_hours;
    QString m_defaultWords;
    ChoiceRow *m_kind;
    QWidget *m_windows;
    QBoxLayout *m_list;
    TouchButton *m_add;
    std::vector<Row> m_rows;
    bool m_showing = false;
};

} // namespace oshaq
