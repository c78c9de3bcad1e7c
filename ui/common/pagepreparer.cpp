// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pagepreparer.h"

#include "ui/common/sheet.h"

namespace oshaq {

namespace {

/// Styling one takes some 0.1 ms.
constexpr int widgetsATurn = 16;
constexpr int pauseMs = 15;

/// Parents before their children.
void collect(QWidget *widget, std::vector<QPointer<QWidget>> *into)
{
    into->emplace_back(widget);
    for (QObject *child : widget->children()) {
        if (auto *one = qobject_cast<QWidget *>(child))
            collect(one, into);
    }
}

} // namespace

PagePreparer::PagePreparer(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(pauseMs);
    connect(&m_timer, &QTimer::timeout, this, &PagePreparer::turn);
}

void PagePreparer::add(Page &page, std::function<void()> place)
{
    m_pages.push_back({&page, std::move(place)});
    m_timer.start();
}

void PagePreparer::turn()
{
    // Before anything in them is styled, which makes their look cheap.
    if (!m_sheets.empty()) {
        if (Sheet *sheet = m_sheets.back())
            sheet->prepare();
        m_sheets.pop_back();
        return;
    }
    if (!m_unpolished.empty()) {
        // Qt styles a widget with all that is inside it, so whoever begins inside does it piece by piece.
        for (int i = 0; i < widgetsATurn && !m_unpolished.empty(); ++i) {
            if (QWidget *widget = m_unpolished.back())
                widget->ensurePolished();
            m_unpolished.pop_back();
        }
        return;
    }
    if (m_pages.empty()) {
        m_timer.stop();
        return;
    }
    Waiting &next = m_pages.front();
    if (next.place) {
        std::exchange(next.place, {})();
        return;
    }
    Page *page = next.page;
    m_pages.pop_front();
    if (page->testAttribute(Qt::WA_WState_Polished))
        return; // somebody opened it
    page->takeStyle();
    collect(page, &m_unpolished);
    for (Sheet *sheet : page->findChildren<Sheet *>())
        m_sheets.emplace_back(sheet);
}

} // namespace oshaq
