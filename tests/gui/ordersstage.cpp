// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/ordersstage.h"

namespace oshaq::test {

void OrdersStage::prepare()
{
    m_port = std::make_unique<FakeOrdersPort>();
    m_archive = std::make_unique<FakeArchivePort>();
    m_printers = std::make_unique<FakePrinterPort>();
    m_link = std::make_unique<LinkStatus>();
    m_sheets = std::make_unique<RecordingSheets>();
    orderssample::addEvening(*m_port);
    orderssample::addArchive(*m_archive, *m_port);
    orderssample::addPrinters(*m_printers);
    m_archive->setImmediate(true);
    m_printers->setImmediate(true);
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    facts.knownAtMs = m_port->hubNowMs() - 300'000;
    m_link->update(facts);
}

void OrdersStage::close()
{
    m_page.reset();
}

void OrdersStage::show(QSize size, const Look &look)
{
    m_page = std::make_unique<OrdersPage>(*m_port, *m_archive, *m_printers, *m_link, look);
    m_page->setSheets(m_sheets.get());
    m_page->resize(size);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
    m_page->enter();
    QCoreApplication::processEvents();
    m_port->calls.clear();
    m_archive->calls.clear();
}

} // namespace oshaq::test
