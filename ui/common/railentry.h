// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QAbstractButton>
#include <QString>

namespace oshaq {

/// One page in the rail: a sign, its name and its key. To a screen reader it is one of several, of which one is chosen.
class RailEntry final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RailEntry)

public:
    RailEntry(const QString &iconName, const QString &key, const Look &look, QWidget *parent);

    void setLook(const Look &look, bool showsKey);

    /// 0 to 100: a bar under the name; -1: none.
    void setPercent(int percent);
    int percent() const { return m_percent; }

    static int heightFor(const Look &look, bool showsKey);
    int wantedWidth(const Look &look, bool showsKey) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Look m_look;
    QString m_iconName;
    QString m_key;
    bool m_showsKey = true;
    int m_percent = -1;
};

} // namespace oshaq
