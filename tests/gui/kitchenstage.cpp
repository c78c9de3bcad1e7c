// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/kitchenstage.h"

#include "tests/gui/windowpages.h"
#include "tests/support/kitchensample.h"

namespace oshaq::test {

void KitchenStage::prepare()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_directory->filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
    m_port = std::make_unique<FakeKitchenPort>();
    m_link = std::make_unique<LinkStatus>();
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    facts.knownAtMs = m_port->hubNowMs();
    m_link->update(facts);
    kitchensample::addStations(*m_port);
    m_display = std::make_unique<DisplaySettings>(*m_settings);
}

void KitchenStage::close()
{
    m_window.reset();
    m_display.reset();
    m_settings.reset();
}

void KitchenStage::openWindow()
{
    auto page = std::make_unique<KitchenPage>(*m_port, *m_link, Look());
    m_page = page.get();
    m_view = page->view();
    m_window = std::make_unique<MainWindow>(windowPages(std::move(page)), *m_display, *m_settings);
}

void KitchenStage::show(int tickets, QSize size)
{
    if (tickets == 0)
        kitchensample::addBusyMoment(*m_port);
    else if (tickets > 0)
        kitchensample::addMany(*m_port, tickets, 1200);
    openWindow();
    m_window->resize(size);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCoreApplication::processEvents();
    m_port->calls.clear();
}

qint64 KitchenStage::idOf(const QString &number) const
{
    for (const Ticket &ticket : m_port->tickets()) {
        if (ticket.order.number == number)
            return ticket.orderId;
    }
    return 0;
}

} // namespace oshaq::test
