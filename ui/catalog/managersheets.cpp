// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/managersheets.h"

#include "ui/catalog/bulksheet.h"
#include "ui/catalog/importsheet.h"
#include "ui/catalog/menuexportsheet.h"
#include "ui/catalog/pricesheet.h"

namespace oshaq {

ManagerSheets::ManagerSheets(CatalogDesk &desk, CatalogFiles &files, const Look &look, QWidget *page)
    : m_import(new ImportSheet(desk, files, look, page))
    , m_prices(new PriceSheet(desk, look, page))
    , m_bulk(new BulkSheet(desk, look, page))
    , m_export(new MenuExportSheet(desk.port(), files, look, page))
{
    QObject::connect(m_import, &ImportSheet::exportWanted, m_export, [this] { openExport(); });
}

void ManagerSheets::setLook(const Look &look)
{
    for (ManagerSheet *sheet : std::initializer_list<ManagerSheet *>{m_import, m_prices, m_bulk, m_export})
        sheet->adoptLook(look);
}

bool ManagerSheets::makePlace(const ManagerSheet *wanted)
{
    const bool isBusy = m_prices->isBusy() || m_bulk->isBusy() || m_import->step() == ImportSheet::Step::Importing;
    for (ManagerSheet *sheet : std::initializer_list<ManagerSheet *>{m_import, m_prices, m_bulk, m_export}) {
        if (sheet == wanted || !sheet->isOpen())
            continue;
        if (isBusy)
            return false;
        sheet->close();
    }
    return true;
}

void ManagerSheets::openImport()
{
    if (makePlace(m_import))
        m_import->begin();
}

void ManagerSheets::openPrices(const std::vector<qint64> &itemIds)
{
    if (makePlace(m_prices))
        m_prices->begin(itemIds);
}

void ManagerSheets::openBulk(const std::vector<qint64> &itemIds)
{
    if (makePlace(m_bulk))
        m_bulk->begin(itemIds);
}

void ManagerSheets::openExport()
{
    if (makePlace(m_export))
        m_export->begin();
}

} // namespace oshaq
