// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QString>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace oshaq {

/// How something is sold: in portions or by weight, in which steps; the usual ones to choose from, or one's own.
class StepChoice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepChoice)

public:
    explicit StepChoice(QWidget *parent = nullptr);

    /// Thousandths; what stands where nothing of its own is said; 0: something of its own has to be said.
    void setCategoryStep(qint64 thousandths);
    /// As typed; empty: the category's.
    QString text() const { return m_text; }
    void setText(const QString &text);
    QComboBox *list() const { return m_list; }
    QLineEdit *own() const { return m_own; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void show();

    qint64 m_categoryStep = 1000;
    QString m_text;
    bool m_isOwn = false;
    QComboBox *m_list;
    QLineEdit *m_own;
};

} // namespace oshaq
