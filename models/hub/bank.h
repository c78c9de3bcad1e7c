// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace oshaq {

/// What a browser needs to show the bank's page. Holds a token: never logged, never stored.
struct BankPage
{
    QString scriptUrl;     ///< of the bank's own script
    QByteArray parameters; ///< a JSON object for it
};

/// The bank that takes cards for the businesses of this hub: a port, whose desk lives in sync/integrations. What is
/// written in the record is brought to the bank without being asked to; here is what cannot wait for that. Thread-safe.
/// `done` is called once, on any thread, maybe before the call returns.
class Bank
{
public:
    using PageDone = std::function<void(Result<BankPage>)>;
    using Done = std::function<void(Result<void>)>;

    virtual ~Bank() = default;

    /// PaymentMethodNotConfigured unless this business can take cards through it. `database`: the caller's own.
    virtual Result<void> ready(sql::Database &database, qint64 businessId) const = 0;
    /// For an attempt that was written down. When the bank gives no page, and gave none before, it has failed.
    virtual void openPage(qint64 businessId, qint64 paymentId, PageDone done) = 0;
    /// Asks what became of it, and writes that down. An error: the bank does not say.
    virtual void ask(qint64 businessId, qint64 paymentId, Done done) = 0;
    /// Something is to be asked that no row of the journal tells of.
    virtual void look() = 0;
};

/// The default: no business has a bank.
class NoBank final : public Bank
{
public:
    Result<void> ready(sql::Database &database, qint64 businessId) const override;
    void openPage(qint64 businessId, qint64 paymentId, PageDone done) override;
    void ask(qint64 businessId, qint64 paymentId, Done done) override;
    void look() override {}
};

} // namespace oshaq
