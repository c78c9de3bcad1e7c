// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/catalogsheetsstage.h"

namespace oshaq::test {

void CatalogSheetsStage::prepare()
{
    m_port = std::make_unique<FakeCatalogPort>();
    m_port->setCatalog(catalogsample::catalog());
    m_port->setImmediate(true);
    m_desk = std::make_unique<CatalogDesk>(*m_port);
    m_files = std::make_unique<FakeCatalogFiles>();
    m_files->disk.insert(menuPath, menuFile);
    m_page = std::make_unique<QWidget>();
    m_page->resize(1280, 800);
    m_sheets = std::make_unique<ManagerSheets>(*m_desk, *m_files, Look(lightTheme()), m_page.get());
    m_page->show();
    m_page->activateWindow();
    settle();
}

void CatalogSheetsStage::close()
{
    m_sheets.reset();
    m_page.reset();
    m_files.reset();
    m_desk.reset();
    m_port.reset();
}

std::vector<qint64> CatalogSheetsStage::soups() const
{
    std::vector<qint64> ids;
    const qint64 category = catalogsample::categoryId(m_port->atHub(), QStringLiteral("Soups"));
    for (const Item &item : m_port->atHub().items) {
        if (item.categoryId == category)
            ids.push_back(item.id);
    }
    return ids;
}

void CatalogSheetsStage::toColumns()
{
    m_files->chosen = menuPath;
    m_sheets->openImport();
    click("importChoose");
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
}

void CatalogSheetsStage::toChecked()
{
    toColumns();
    m_port->importResult = {false, 2, 0, 1, 1, 0, {QStringLiteral("notes")}};
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Checked);
}

} // namespace oshaq::test
