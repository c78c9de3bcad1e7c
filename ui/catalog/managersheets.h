// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalogsheets.h"

#include <functional>

class QWidget;

namespace oshaq {

class BulkSheet;
class CatalogDesk;
class CatalogFiles;
class MenuExportSheet;
class ImportSheet;
class ManagerSheet;
class PriceSheet;

/// The sheets in which managers change many dishes at once, over a page. The page owns the widgets; this only opens
/// them.
class ManagerSheets final : public CatalogSheets
{
    Q_DISABLE_COPY_MOVE(ManagerSheets)

public:
    /// Desk and files must outlive `page`, which owns the sheets; it must outlive every call.
    ManagerSheets(CatalogDesk &desk, CatalogFiles &files, const Look &look, QWidget *page);

    void setLook(const Look &look) override;

    void openImport() override;
    void openPrices(const std::vector<qint64> &itemIds) override;
    void openBulk(const std::vector<qint64> &itemIds) override;
    /// The menu as a file.
    void openExport();

    ImportSheet *importSheet() const { return m_import; }
    PriceSheet *priceSheet() const { return m_prices; }
    BulkSheet *bulkSheet() const { return m_bulk; }
    MenuExportSheet *exportSheet() const { return m_export; }

private:
    /// False: one of them waits for an answer and stays.
    bool makePlace(const ManagerSheet *wanted);

    ImportSheet *m_import;
    PriceSheet *m_prices;
    BulkSheet *m_bulk;
    MenuExportSheet *m_export;
};

} // namespace oshaq
