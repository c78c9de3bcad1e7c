// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

#include <vector>

class QAbstractButton;

namespace oshaq {

class TouchButton;

/// The pages of the program at the left edge: the mark, one entry a page, and the switch for the full screen.
class NavigationRail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationRail)

public:
    explicit NavigationRail(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Appends an entry; the first one is chosen.
    void addPage(const QString &iconName, const QString &text);
    int currentPage() const { return m_current; }
    TouchButton *fullScreenButton() const { return m_fullScreen; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void pageChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry
    {
        QString iconName;
        QString text;
    };

    QRect entryRect(int index) const;
    void arrange();

    Look m_look;
    std::vector<Entry> m_entries;
    int m_current = 0;
    TouchButton *m_fullScreen;
};

} // namespace oshaq
