// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discovery/hubfinder.h"

#include "sync/discovery/avahibrowser.h"

#include <QThread>

#include <functional>

namespace oshaq {

namespace {

class FinderThread final : public QThread
{
public:
    FinderThread(QString busAddress, std::function<void(const HubSearch &)> tell)
        : m_busAddress(std::move(busAddress))
        , m_tell(std::move(tell))
    {
        setObjectName(QStringLiteral("finder"));
    }
    ~FinderThread() override
    {
        quit();
        wait();
    }

protected:
    void run() override
    {
        AvahiSession session(m_busAddress);
        AvahiBrowser browser(session);
        connect(&browser, &AvahiBrowser::changed, &browser, [this, &browser] { m_tell(browser.search()); });
        session.start();
        exec();
    }

private:
    const QString m_busAddress;
    const std::function<void(const HubSearch &)> m_tell;
};

} // namespace

HubFinder::HubFinder(QString busAddress, QObject *parent)
    : QObject(parent)
    , m_busAddress(std::move(busAddress))
{}

HubFinder::~HubFinder() = default;

void HubFinder::start()
{
    if (m_thread)
        return;
    m_thread = std::make_unique<FinderThread>(
        m_busAddress, [this](const HubSearch &search) { m_mailbox.post([this, search] { take(search); }); });
    m_thread->start();
}

void HubFinder::take(const HubSearch &search)
{
    if (search == m_search)
        return;
    m_search = search;
    Q_EMIT changed();
}

} // namespace oshaq
