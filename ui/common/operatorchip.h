// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QAbstractButton>
#include <QString>

namespace oshaq {

/// Who is at this screen, at the foot of the rail: initials on a plate and the name under it. Pressed, people change.
class OperatorChip final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperatorChip)

public:
    explicit OperatorChip(const Look &look, QWidget *parent = nullptr);

    /// `showsName`: there is room for it.
    void setLook(const Look &look, bool showsName);
    void setPerson(const QString &name, const QString &role);

    static int heightFor(const Look &look, bool showsName);
    QSize sizeHint() const override { return QSize(m_look.px(64), heightFor(m_look, m_showsName)); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *) override { update(); }
    void focusOutEvent(QFocusEvent *) override { update(); }
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Look m_look;
    QString m_name;
    QString m_role;
    bool m_showsName = true;
};

} // namespace oshaq
