// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcutssection.h"

#include "ui/settings/shortcutlist.h"

#include <QBoxLayout>

#include <algorithm>

namespace oshaq {

ShortcutsSection::ShortcutsSection(const Look &look, QWidget *parent)
    : SettingsSection(parent)
    , m_list(new ShortcutList(look, this))
    , m_layout(new QVBoxLayout(this))
{
    m_list->setObjectName(QStringLiteral("shortcutList"));
    m_layout->addWidget(m_list);
    m_layout->addStretch(1);
    setLook(look);
}

void ShortcutsSection::setLook(const Look &look)
{
    m_list->setLook(look);
    m_layout->setContentsMargins(0, look.px(8), look.px(8), look.px(24));
}

void ShortcutsSection::setPages(const std::vector<Page *> &pages)
{
    m_pages.assign(pages.begin(), pages.end());
    refresh();
}

void ShortcutsSection::setFirst(const QString &pageKey)
{
    m_first = pageKey;
    refresh();
}

void ShortcutsSection::showEvent(QShowEvent *event)
{
    refresh();
    SettingsSection::showEvent(event);
}

void ShortcutsSection::refresh()
{
    //: Keys on the keyboard
    const QString control = tr("Ctrl");
    ShortcutList::Group window{tr("Everywhere"), {}};
    std::vector<ShortcutList::Group> groups;
    int number = 1;
    for (const QPointer<Page> &page : m_pages) {
        if (!page)
            continue;
        const QString digit = QString::number(page->standsAtFoot() ? 0 : number++);
        window.shortcuts.push_back({{control, digit}, page->title()});
        ShortcutList::Group group{page->title(), page->shortcuts()};
        if (group.shortcuts.empty())
            continue;
        if (page->key() == m_first)
            groups.insert(groups.begin(), std::move(group));
        else
            groups.push_back(std::move(group));
    }
    window.shortcuts.push_back({{QStringLiteral("F1"), QStringLiteral("?")}, tr("The keys of this page")});
    window.shortcuts.push_back({{QStringLiteral("F6")}, tr("To the pages at the left edge")});
    window.shortcuts.push_back({{QStringLiteral("F11")}, tr("Full screen, and back")});
    groups.push_back(std::move(window));
    m_list->setGroups(std::move(groups));
}

} // namespace oshaq
