// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/role.h"
#include "models/hub/hub.h"
#include "models/runtime/clock.h"
#include "sync/server/apiserver.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>

namespace oshaq::test {

/// One business of a test site with everybody who may call for it.
struct TestBusiness
{
    qint64 id = 0;
    QByteArray token;                          ///< of the business: acts as owner
    std::map<Role, QByteArray> terminalTokens; ///< manager, kitchen, counter, courier
    std::map<Role, qint64> terminalIds;
    QByteArray guestToken;
    qint64 guestId = 0;
    std::map<QString, qint64> itemIds;   ///< by name, see TestSite
    std::map<QString, qint64> optionIds; ///< by name
    Catalog catalog;

    qint64 item(const char *name) const;
    qint64 option(const char *name) const;
};

struct TestSiteOptions
{
    bool server = true; ///< false: the hub alone
    int threads = 2;
    int liveTickMs = 5'000;
    bool rateLimit = false;
    int ratePerSecond = 50;
    int rateBurst = 200;
    sql::Synchronous synchronous = sql::Synchronous::Off; ///< fast: durability has its own tests
    std::function<void(ApiOptions &)> configure;          ///< further options of the server
    const Clock *clock = nullptr;                         ///< null: the system's
    QString directory; ///< an empty one; not given: a temporary one that goes with the site
};

/// A real hub in a temporary directory, with one business, a small menu, a token for everybody and a running ApiServer
/// on a free port.
///
/// The menu: "Soup" 12.95, "Bread" 0.5, "Plov" 25 with the option group "Size" (exactly one of "Small" +0 and "Large"
/// +5.5) in "Food" (station "Kitchen"); "Apples" 4 by 0.25 in "Fruit" (station "Cold"); "Oyster" 30, not available.
class TestSite
{
    Q_DISABLE_COPY_MOVE(TestSite)

public:
    explicit TestSite(TestSiteOptions options = {});
    ~TestSite();

    /// Opens the hub, makes the first business, starts the server. False: see problem().
    bool start();
    QString problem() const { return m_problem; }

    Hub &hub() { return *m_hub; }
    /// 0 without a server.
    quint16 port() const;
    const TestBusiness &business() const { return m_businesses.front(); }

    /// One more business with the same menu; its ids differ.
    const TestBusiness *addBusiness(const QString &name);
    /// One more terminal of a business: its token.
    QByteArray addTerminal(const TestBusiness &business, const QString &name, Role role);
    /// One more guest of a business: its token.
    QByteArray addGuest(const TestBusiness &business, const QString &name, const QString &phone = {});

    /// Rows of a table as a fresh reader sees them; -1 when that fails.
    qint64 rowCount(const char *table) const;
    /// Rows of every table that a request may write, by name: equal before and after means that nothing was written.
    std::map<QString, qint64> allRowCounts() const;

    QList<QByteArray> accessLog() const;

    /// The server goes, the hub stays; and back, on another port.
    void stopServer();
    bool startServer();
    /// Hub and server end and begin again over the same data, the server on another port. False: see problem().
    bool restart();

private:
    Result<WriteOutcome> write(const Principal &principal, std::function<Result<WriteOutcome>(WriteContext &)> run);
    bool openHub();
    bool makeBusiness(const QString &name);
    bool fail(const QString &what, const Error &error);

    TestSiteOptions m_options;
    SystemClock m_systemClock;
    QTemporaryDir m_temporary;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<ApiServer> m_server;
    std::list<TestBusiness> m_businesses; ///< addresses stay good
    QString m_problem;
    struct Log
    {
        mutable std::mutex mutex;
        QList<QByteArray> lines;
    };
    std::shared_ptr<Log> m_log = std::make_shared<Log>();
};

} // namespace oshaq::test
