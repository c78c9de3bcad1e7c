// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/catalogstage.h"

#include "ui/catalog/categorylist.h"

namespace oshaq::test {

void CatalogStage::prepare()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_stage = std::make_unique<Stage>();
    open(catalogsample::catalog());
}

void CatalogStage::open(const Catalog &catalog, QSize size)
{
    if (m_page)
        m_stage = std::make_unique<Stage>();
    m_stage->catalog.setCatalog(catalog);
    m_stage->open(QStringLiteral("catalog"), size);
    m_page = m_stage->catalogPage;
    m_page->categories()->setCurrentId(2);
    Stage::waitFor([this] { return m_page->isQuiet(); });
}

} // namespace oshaq::test
