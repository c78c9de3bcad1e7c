// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QtGlobal>

#include <vector>

namespace oshaq {

/// The sheets in which many dishes change at once, as the catalog page opens them: over the page, one at a time. They
/// change the menu through the page's CatalogDesk, so that undo takes back what they did, and say themselves what was
/// refused.
///
/// GUI thread. Nothing here waits for a person: the calls return when the sheet is open. Must outlive the page, or be
/// taken back with CatalogPage::setSheets(nullptr).
class CatalogSheets
{
    Q_DISABLE_COPY_MOVE(CatalogSheets)

public:
    CatalogSheets() = default;
    virtual ~CatalogSheets() = default;

    /// The page's look is another one now; called with setSheets() too.
    virtual void setLook(const Look &look) = 0;

    /// A menu from a spreadsheet file.
    virtual void openImport() = 0;
    /// `itemIds`: whose prices change at first; empty: all. The sheet may offer other choices.
    virtual void openPrices(const std::vector<qint64> &itemIds) = 0;
    /// `itemIds`: what is edited; not empty.
    virtual void openBulk(const std::vector<qint64> &itemIds) = 0;
};

} // namespace oshaq
