// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QAbstractButton>
#include <QStringList>

namespace oshaq {

/// The primary button while a pointer is over it or presses it.
QColor emberUnderPointer(const Theme &theme);

/// A button for thumbs: at least 12 mm high, its key shown on it. On the kitchen page it never takes the focus away
/// from the tickets, its key works from everywhere on the page instead; where people go from control to control,
/// setTakesFocus() makes it one of them.
class TouchButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TouchButton)

public:
    enum class Kind
    {
        Raised,  ///< on the page's background
        OnBand,  ///< on a coloured band: outlined
        Chosen,  ///< checked state shown as the light button
        Title,   ///< the page's title, which opens a choice
        Glyph,   ///< an icon alone, without a plate
        Primary, ///< the one thing that this place is for
        Danger,  ///< takes something away that somebody may miss
    };

    explicit TouchButton(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setKind(Kind kind);
    /// Key caps after the text, as printed on the keyboard.
    void setKeys(const QStringList &keys);
    /// One of our icons before the text.
    void setIconName(const QString &name);
    void setTakesFocus(bool takes);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// So narrow it may be laid out where room is short: all that stands on it is whole, with less room around it.
    int leastWidth() const { return sizeHint().width() - m_look.px(14); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int contentWidth() const;
    TextRole textRole() const;
    int chevronWidth() const;

    Look m_look;
    Kind m_kind = Kind::Raised;
    QStringList m_keys;
    QString m_iconName;
};

} // namespace oshaq
