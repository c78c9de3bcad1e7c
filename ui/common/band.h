// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

namespace oshaq {

class TouchButton;

/// A band across the page that says what is wrong and what to do, without taking the page away. The text wraps.
class Band : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Band)

public:
    enum class Tone
    {
        Notice, ///< nothing is wrong: something was done
        Warning,
        Alarm
    };

    explicit Band(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// An empty text hides the band.
    void setMessage(const QString &text, Tone tone);
    QString message() const { return m_text; }

    /// A button at the end of the band, for example Dismiss; an empty text takes it away.
    void setAction(const QString &text, const QString &key);
    TouchButton *actionButton() const { return m_action; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect textRect(const Look &look, int width, int height) const;
    int heightFor(const Look &look, int width) const;
    void adjustHeight();

    Look m_look;
    Look m_fitted; ///< smaller where a long message would take the page away
    QString m_text;
    Tone m_tone = Tone::Warning;
    TouchButton *m_action = nullptr;
};

} // namespace oshaq
