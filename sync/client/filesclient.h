// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "models/terminal/filesport.h"
#include "models/terminal/worklist.h"
#include "sync/client/filesink.h"
#include "sync/client/hubendpoint.h"

#include <map>
#include <memory>

namespace oshaq {

/// FilesPort over the hub's API. Bytes go to disk on the wire's thread as they come; orders are asked for part by part
/// and become one file. A failure of any part ends the work, and nothing of it is left. Destroying it stops what is
/// under way, as failures.
class FilesClient final : public FilesPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilesClient)

public:
    /// So long the hub may reckon, or be silent in the middle.
    static constexpr int stallTimeoutMs = 120'000;

    /// All must outlive it.
    FilesClient(WorkList &works, const HubEndpoint &endpoint, HttpTransport &transport, const Clock &clock,
                QObject *parent = nullptr);
    ~FilesClient() override;

    quint64 saveReport(QDate from, QDate to, ReportFormat format, const QString &language,
                       const QString &fileName) override;
    quint64 saveOrders(const OrderFileRequest &request, const QString &fileName) override;
    quint64 saveDayEnd(qint64 dayEndId, QDate day, const QString &language, const QString &fileName) override;

    /// What is on its way ends as Unreachable: the hub or the token is another one from now on.
    void giveUp();

private:
    struct Download
    {
        quint64 request = 0;
        QString fileName;
        QByteArray path; ///< of the part that is on its way
        bool hasParts = false;
        std::shared_ptr<FileSink> sink;
    };

    quint64 begin(Work::Kind kind, const QString &subject, const QByteArray &path, const QString &fileName,
                  FileSink::Form form);
    void ask(quint64 work, const QByteArray &path);
    void finish(quint64 work, const WireReply &reply);
    /// Somebody does not want it any more.
    void stop(quint64 work);
    void fail(quint64 work, const PortFailure &failure);

    WorkList &m_works;
    const HubEndpoint &m_endpoint;
    HttpTransport &m_transport;
    const Clock &m_clock;
    std::map<quint64, Download> m_downloads; ///< by their works
};

} // namespace oshaq
