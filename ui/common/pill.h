// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

namespace oshaq {

/// A short fact in a rounded outline, with a dot where its colour means something: "2 late", "Live".
class Pill final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pill)

public:
    enum class Tone
    {
        Quiet,
        Good,
        Warning,
        Late,
        Waiting
    };

    explicit Pill(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// An empty text hides the pill: a fact that is not known is not shown.
    void setFact(const QString &text, Tone tone = Tone::Quiet);
    QString text() const { return m_text; }
    Tone tone() const { return m_tone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QString m_text;
    Tone m_tone = Tone::Quiet;
};

} // namespace oshaq
