// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/feed.h"
#include "models/runtime/mailbox.h"
#include "models/runtime/workerpool.h"
#include "models/terminal/catalogport.h"
#include "models/terminal/terminal.h"
#include "sync/client/hubcalls.h"

#include <QCache>
#include <QTimer>

#include <memory>

namespace oshaq {

/// CatalogPort over a terminal and its hub's API. How failures show: see HubCalls. Rows that the hub answers with are
/// put into this terminal's copy at once, so that whoever goes on from them is not told that they are stale. Destroying
/// it forgets every question.
class CatalogClient final : public CatalogPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CatalogClient)

public:
    /// Pictures are kept up to so many bytes.
    static constexpr int maxPictureBytes = 8 * 1024 * 1024;
    static constexpr std::size_t previewRows = 20;

    /// All must outlive it.
    CatalogClient(Terminal &terminal, const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent = nullptr);
    ~CatalogClient() override;

    Business business() const override;
    Catalog catalog() const override;
    qint64 hubNowMs() const override;

    Result<void> setAvailable(qint64 itemId, bool available, qint64 backAtMs = 0) override;

    PortCall apply(const QString &key, const CatalogChange &change, PortDone<CatalogChanged> done) override;
    PortCall item(qint64 itemId, PortDone<Item> done) override;
    PortCall category(qint64 categoryId, PortDone<Category> done) override;

    /// A path that no menu has is refused here.
    PortCall picture(const QString &path, PortDone<QByteArray> done) override;
    /// What is no picture is refused here.
    PortCall setItemPicture(const QString &key, qint64 itemId, const QByteArray &picture, PortDone<Item> done) override;
    PortCall removeItemPicture(qint64 itemId, PortDone<Item> done) override;

    PortCall readTable(const QByteArray &file, PortDone<TablePreview> done) override;
    /// After a lost answer the hub says that it has the file, but not any more what it did: the counts are 0 then.
    PortCall importMenu(const QString &key, const QByteArray &file, const QMap<QString, QString> &columns, bool dryRun,
                        PortDone<MenuImportResult> done) override;
    PortCall exportMenu(PortDone<QByteArray> done) override;

    void cancel(PortCall call) override;

    /// See HubCalls.
    void giveUp();

private:
    Currency currency() const;
    /// Into this terminal's copy of the menu.
    void fold(const std::vector<FeedChange> &rows);
    PortDone<Item> folding(PortDone<Item> done);
    template <typename T> PortCall refuse(ErrorCode code, const QString &message, PortDone<T> done);

    Terminal &m_terminal;
    HubCalls m_calls;
    QTimer m_changeTimer;
    QCache<QString, QByteArray> m_pictures;
    Mailbox m_mailbox;
    std::unique_ptr<WorkerPool> m_workers; ///< last: joined before the mailbox goes; none before a file is read
};

} // namespace oshaq
