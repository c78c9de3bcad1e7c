// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backuptarget.h"
#include "sync/integrations/backup/s3transport.h"

namespace oshaq {

/// A bucket of an S3-compatible service.
class S3Target final : public BackupTarget
{
public:
    explicit S3Target(const S3Access &access);

    /// "bucket/prefix at https://s3.example".
    QString title() const override;
    Result<std::vector<Entry>> list() override;
    Result<void> put(const QString &file, const BackupName &name) override;
    Result<void> get(const BackupName &name, const QString &file) override;
    Result<void> remove(const BackupName &name) override;

private:
    QString keyOf(const BackupName &name) const;
    /// What an answer that is no success says.
    Error problemOf(const S3Transport::Reply &reply, const QString &what) const;

    S3Transport m_transport;
};

} // namespace oshaq
