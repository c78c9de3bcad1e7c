// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>
#include <vector>

namespace oshaq {

class Sheet;

/// Does for pages that nobody sees yet what opening them would wait for: their look, and Qt's styling of every widget
/// in them, sheets included. A little each time, with pauses, so that nothing else waits.
class PagePreparer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PagePreparer)

public:
    explicit PagePreparer(QObject *parent = nullptr);

    /// When its turn comes, `place` gives the page its look and puts it where it is going to be shown: Qt would style
    /// it again for another parent. The page outlives this.
    void add(Page &page, std::function<void()> place);
    bool isDone() const { return m_pages.empty() && m_unpolished.empty() && m_sheets.empty(); }

private:
    struct Waiting
    {
        Page *page;
        std::function<void()> place;
    };

    void turn();

    std::deque<Waiting> m_pages;
    std::vector<QPointer<QWidget>> m_unpolished; ///< of the page at hand; the last comes first
    std::vector<QPointer<Sheet>> m_sheets;       ///< of the page at hand
    QTimer m_timer;
};

} // namespace oshaq
