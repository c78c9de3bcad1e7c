// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/pricing.h"
#include "models/hub/catalogservice.h"
#include "models/hub/writer.h"
#include "models/sql/database.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace oshaq::test {

/// One business of a HubFixture.
struct FixtureBusiness
{
    qint64 id = 0;
    QString token;
    Catalog catalog;

    /// 0 when there is no such item or option.
    qint64 item(QStringView name) const;
    qint64 option(QStringView itemName, QStringView optionName) const;
    qint64 station(QStringView name) const;

    /// The business token's principal: acts as owner.
    Principal owner() const;
    Principal terminal(Role role, qint64 id = 1) const;
    Principal guest(qint64 userId) const;
};

/// hub.db in a temporary directory with the real migrations, and commands run on it as the writer would: one
/// transaction each, committed when the command succeeds. Time stands still until a test moves it.
///
/// The menu of a business: "Soup" 12.95, "Bread" 0.5, "Plov" 25 (480 s; group "Size", exactly one of "Small" and
/// "Large" +5.5) in "Food" (station "Hot"); "Shashlik" 98 by 0.1 in "Grill" (station "Tandoor"); "Oyster" 30, not
/// available.
class HubFixture
{
    Q_DISABLE_COPY_MOVE(HubFixture)

public:
    HubFixture() = default;

    /// False: see problem().
    bool open();
    QString problem() const { return m_problem; }

    qint64 nowMs = 1'768'471'200'000; ///< 2026-01-15T10:00:00Z
    const QString epoch = QStringLiteral("TESTEPOCH");

    sql::Database &database() { return *m_database; }
    /// Of personal fields.
    const std::shared_ptr<sql::FieldKeys> &keys() const { return m_keys; }
    /// Another connection, read-only.
    std::unique_ptr<sql::Database> openReader();

    Result<WriteOutcome> run(const Principal &principal,
                             const std::function<Result<WriteOutcome>(WriteContext &)> &command);

    /// id 0: see problem().
    FixtureBusiness makeBusiness(const QString &name);
    /// A guest's user id; 0: see problem().
    qint64 makeGuest(const FixtureBusiness &business, const QString &name, const QString &phone = {});
    qint64 makeAddress(const FixtureBusiness &business, qint64 userId, const QString &address);

    /// The value of a statement with one row and column; fails the test when there is none.
    qint64 number(const QString &sql, const QVariantList &values = {});
    QString text(const QString &sql, const QVariantList &values = {});
    /// EXPLAIN QUERY PLAN as lines.
    QStringList plan(const QString &sql, const QVariantList &values = {});
    bool execute(const QString &sql, const QVariantList &values = {});

private:
    QTemporaryDir m_directory;
    std::shared_ptr<sql::FieldKeys> m_keys =
        std::make_shared<sql::FieldKeys>(m_directory.filePath(QStringLiteral("personal.key")));
    std::unique_ptr<sql::Database> m_database;
    QString m_problem;
};

/// A line of a request.
NewOrderLine line(qint64 itemId, qint64 thousandths = 1000, std::vector<qint64> optionIds = {});
/// A pickup order of these lines.
NewOrder pickup(std::vector<NewOrderLine> lines);

} // namespace oshaq::test
