// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

namespace oshaq {

class TouchButton;

/// What stands where a list would: that it is empty and what to do then, that it is on its way, or why it did not come.
class StateView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateView)

public:
    explicit StateView(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// `iconName`: one of our icons. An empty `action` shows no button.
    void setState(const QString &iconName, const QString &title, const QString &text, const QString &action = {});
    QString title() const { return m_title; }
    QString text() const { return m_text; }
    TouchButton *actionButton() const { return m_action; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect block() const;
    int wordsHeight(int wide) const;
    /// 0: it is left out.
    int iconHeight() const;
    int textHeight(int width, TextRole role, const QString &text) const;
    void arrange();

    Look m_look;
    QString m_iconName;
    QString m_title;
    QString m_text;
    TouchButton *m_action;
};

} // namespace oshaq
