// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/operatorport.h"
#include "models/terminal/terminaldatabase.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace oshaq {

/// Somebody who gets in without a hub.
struct KnownOperator
{
    ScreenOperator person;
    QByteArray pinHash;
    qint64 confirmedAtMs = 0; ///< hub time
};

/// A sign-in or sign-out that the hub has not heard of.
struct OperatorReport
{
    qint64 id = 0;
    qint64 staffId = 0;
    bool isSignIn = false;
    qint64 actedAtMs = 0; ///< hub time
};

/// Who stands at this screen and who may, in terminal.db: the tables `known_operators` and `operator_reports`, and a
/// few values of `meta`. GUI thread.
class OperatorStore
{
    Q_DISABLE_COPY_MOVE(OperatorStore)

public:
    static constexpr int maxKnown = 50;
    static constexpr qint64 knownForMs = qint64{7} * 24 * 60 * 60 * 1000;

    explicit OperatorStore(TerminalDatabase &database)
        : m_database(database)
    {}

    LockPolicy policy() const;
    Result<void> setPolicy(const LockPolicy &policy);

    std::optional<ScreenOperator> current() const;
    Result<void> setCurrent(const std::optional<ScreenOperator> &person);

    /// Under which all PINs are hashed here; made when it is first asked for. Empty: that failed.
    QByteArray salt();

    /// Whose PIN it is, if the hub said so lately enough.
    std::optional<KnownOperator> find(const QByteArray &pinHash, qint64 nowMs);
    /// Whether somebody who may manage gets in without a hub.
    bool knowsManager(qint64 nowMs);
    /// Keeps the newest maxKnown; nobody else has that PIN any more.
    Result<void> remember(const KnownOperator &known);
    /// Another name or role, the same PIN.
    Result<void> update(const ScreenOperator &person);
    Result<void> forget(qint64 staffId);
    Result<void> forgetPin(const QByteArray &pinHash);
    Result<void> forgetAll();
    /// Of another hub, which does not know whom they are about.
    Result<void> forgetReports();

    Result<void> addReport(const OperatorReport &report);
    std::optional<OperatorReport> firstReport();
    Result<void> removeReport(qint64 id);

    /// Wrong PINs in a row, counted before they are checked.
    int failures() const;
    qint64 waitsUntilMs() const; ///< this terminal's wall clock
    Result<void> setFailures(int failures, qint64 waitsUntilMs);

private:
    Result<void> run(const QString &sql, const QVariantList &values);
    std::vector<KnownOperator> read(const QString &condition, const QVariantList &values);

    TerminalDatabase &m_database;
};

} // namespace oshaq
