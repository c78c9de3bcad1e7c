// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/apishared.h"
#include "sync/server/apithread.h"
#include "sync/server/requesthandler.h"

#include <memory>

namespace oshaq {

/// The API behind the transport's seam: one for each HTTP thread, made and used there.
class ApiHandler final : public RequestHandler
{
    Q_DISABLE_COPY_MOVE(ApiHandler)

public:
    ApiHandler(std::shared_ptr<ApiShared> shared, PostToThread post);

    void handle(HttpRequest request, Respond respond) override;
    UpgradeDecision upgrade(const HttpRequest &request) override;
    qint64 maxBodyBytes(const QByteArray &method, const QByteArray &path, const QByteArray &authorization) override;
    void committed(const CommitNotice &notice) override;
    void tellLive() override;
    void refusedByGuard(const QByteArray &remoteAddress, int status, const QByteArray &reason) override;
    void connectionsChanged(int difference) override;
    HttpResponse guardRefusal(int status, const QByteArray &code, const QByteArray &message) override;

private:
    std::shared_ptr<ApiShared> m_shared;
    ApiThread m_thread;
};

} // namespace oshaq
