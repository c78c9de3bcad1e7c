// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

namespace oshaq {

/// Six digits that somebody compares with those on another screen: large, in two groups, read out one by one.
class DigitsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DigitsView)

public:
    explicit DigitsView(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setDigits(const QString &digits);
    const QString &digits() const { return m_digits; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont figures() const;
    QString grouped() const;

    Look m_look;
    QString m_digits;
};

} // namespace oshaq
