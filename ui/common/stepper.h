// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

class QLineEdit;

namespace oshaq {

class TouchButton;

/// A quantity with "less" and "more" beside it, in steps of its dish. Thousandths. Typing works too; what is no
/// multiple of the step is shown as wrong and isValid() is false.
class Stepper final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Stepper)

public:
    explicit Stepper(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Thousandths, at least one step; `least` is a multiple of it (0 allows "none").
    void setRange(qint64 step, qint64 least, qint64 most);
    qint64 value() const { return m_value; }
    void setValue(qint64 thousandths);
    bool isValid() const { return m_valid; }
    /// What it is a quantity of, for screen readers: "Plov, wedding".
    void setWhat(const QString &what);

Q_SIGNALS:
    /// By a person.
    void valueChanged(qint64 thousandths);

protected:
    void changeEvent(QEvent *event) override;

private:
    void stepBy(int steps);
    void handleEdited(const QString &text);
    void judge(bool valid);
    void retranslate();

    Look m_look;
    qint64 m_step = 1000;
    qint64 m_least = 1000;
    qint64 m_most = 999'000;
    qint64 m_value = 1000;
    bool m_valid = true;
    QString m_what;
    TouchButton *m_less;
    QLineEdit *m_text;
    TouchButton *m_more;
};

} // namespace oshaq
