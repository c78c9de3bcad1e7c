// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

#include <vector>

namespace oshaq {

class OperatorChip;
class RailEntry;
class TouchButton;

/// The pages of the program at the left edge: the mark, one entry a page with its key, and the switch for the full
/// screen. Tab reaches the chosen entry, the arrow keys go through all of them, Enter opens, Esc lets go. Where the
/// window is low for the size of its letters, keys, mark and then the entries themselves get out of the way.
class NavigationRail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationRail)

public:
    explicit NavigationRail(const Look &look, QWidget *parent = nullptr);
    ~NavigationRail() override;

    void setLook(const Look &look);
    /// Appends an entry; `key` is shown on it: "Ctrl+1". At the foot stand those that are not for everybody's work.
    void addPage(const QString &iconName, const QString &key, bool atFoot = false);
    void setText(int index, const QString &text);
    /// Pages that somebody may not use are not offered. All are visible at first.
    void setPageVisible(int index, bool visible);
    bool isPageVisible(int index) const { return m_isVisible.at(size_t(index)); }
    int count() const { return int(m_entries.size()); }

    /// An entry above the foot that is no page: what is under way. An empty text hides it; `percent` as RailEntry's.
    void setWork(const QString &text, int percent);
    RailEntry *workEntry() const { return m_work; }

    int currentPage() const { return m_current; }
    /// Shows it as the chosen one; emits nothing.
    void setCurrentPage(int index);
    /// Puts the keyboard on the chosen entry.
    void takeFocus();

    RailEntry *entry(int index) const { return m_entries.at(size_t(index)); }
    TouchButton *fullScreenButton() const { return m_fullScreen; }
    /// Above the full screen's switch; hidden until somebody is at the screen.
    OperatorChip *operatorChip() const { return m_chip; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pageChosen(int index);
    void workChosen();
    /// Esc: the keyboard belongs to the page again.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// How much of everything there is room for.
    struct Plan
    {
        Look look;
        bool hasMark = true;
        bool hasKeys = true;
        int entryHeight = 0;
        int gap = 0;
        int headHeight = 0;
        int footHeight = 0;
        int chipHeight = 0; ///< 0: nobody is named
    };

    Plan planFor(const Look &look, bool hasMark, bool hasKeys) const;
    int heightOf(const Plan &plan) const;
    int visibleCount() const;
    int widthFor(const Look &look) const;
    int rows() const;
    void arrange();
    void namePages();
    void retranslate();

    Look m_look;
    Plan m_plan;
    std::vector<RailEntry *> m_entries;
    std::vector<bool> m_atFoot;
    std::vector<bool> m_isVisible;
    int m_current = 0;
    RailEntry *m_work;
    TouchButton *m_fullScreen;
    OperatorChip *m_chip;
};

} // namespace oshaq
