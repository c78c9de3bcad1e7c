// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QString>
#include <QWidget>

#include <vector>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace oshaq {

class Stepper;
class TouchButton;

/// A line of the ticket as it is shown.
struct TicketRow
{
    int id = 0;
    QString name;
    QString caption; ///< options, note
    QString alert;   ///< the guest's allergy is in it
    QString problem; ///< why it cannot be ordered so
    QString amount;  ///< empty: not known
    qint64 quantity = 1000;
    qint64 step = 1000;
    int course = 1;

    bool operator==(const TicketRow &) const = default;
};

/// One line. Chosen, it shows what can be done with it; it can be driven with keys: + and - change the quantity, Enter
/// opens the dish, Delete takes it away.
class DraftRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftRow)

public:
    explicit DraftRow(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setRow(const TicketRow &row);
    const TicketRow &row() const { return m_row; }
    void setChosen(bool chosen);
    /// What can be done with it stands in two lines.
    void setNarrow(bool narrow);
    bool isChosen() const { return m_chosen; }
    Stepper *stepper() const { return m_stepper; }
    TouchButton *changeButton() const { return m_change; }
    TouchButton *removeButton() const { return m_remove; }

Q_SIGNALS:
    void chosen(int id);
    void quantityChanged(int id, qint64 thousandths);
    void changeAsked(int id);
    void removeAsked(int id);
    void stepAsked(int id, int direction);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void stepBy(int steps);

    Look m_look;
    TicketRow m_row;
    bool m_chosen = false;
    QLabel *m_quantity;
    QLabel *m_name;
    QLabel *m_amount;
    QLabel *m_caption;
    QLabel *m_alert;
    QLabel *m_problem;
    QWidget *m_tools;
    QBoxLayout *m_toolsLayout;
    Stepper *m_stepper;
    TouchButton *m_change;
    TouchButton *m_remove;
};

/// The ticket that is being written. Rows that stay keep their widgets, so that nothing jumps under a finger.
class DraftTicket final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftTicket)

public:
    explicit DraftTicket(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setRows(const std::vector<TicketRow> &rows);
    int count() const { return int(m_rows.size()); }
    DraftRow *row(int index) const { return m_rows.at(std::size_t(index)); }
    void setNarrow(bool narrow);
    DraftRow *rowOf(int id) const;
    /// 0: none.
    int chosenId() const;
    void choose(int id);

Q_SIGNALS:
    void quantityChanged(int id, qint64 thousandths);
    void changeAsked(int id);
    void removeAsked(int id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void move(int id, int direction);

    Look m_look;
    QVBoxLayout *m_layout;
    std::vector<DraftRow *> m_rows; ///< as shown: by course
    std::vector<QLabel *> m_courseHeads;
    int m_chosen = 0;
    bool m_narrow = false;
};

} // namespace oshaq
