// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/operatorstore.h"

#include "models/terminal/pinhash.h"

#include <QLoggingCategory>

namespace oshaq {

Q_LOGGING_CATEGORY(lcOperators, "oshaq.terminal.operators")

namespace {

QString asksKey()
{
    return QStringLiteral("lock.asks");
}
QString afterKey()
{
    return QStringLiteral("lock.after");
}
QString failuresKey()
{
    return QStringLiteral("lock.failures");
}
QString untilKey()
{
    return QStringLiteral("lock.until");
}
QString idKey()
{
    return QStringLiteral("operator.id");
}
QString nameKey()
{
    return QStringLiteral("operator.name");
}
QString roleKey()
{
    return QStringLiteral("operator.role");
}
QString saltKey()
{
    return QStringLiteral("operator.salt");
}

} // namespace

LockPolicy OperatorStore::policy() const
{
    return {m_database.meta(asksKey()) == u"1", m_database.meta(afterKey()).toInt()};
}

Result<void> OperatorStore::setPolicy(const LockPolicy &policy)
{
    return m_database.write([&](sql::Database &) -> Result<void> {
        if (auto done = m_database.writeMeta(asksKey(), policy.asksForPin ? QStringLiteral("1") : QString()); !done)
            return done;
        return m_database.writeMeta(afterKey(), QString::number(policy.lockAfterSeconds));
    });
}

std::optional<ScreenOperator> OperatorStore::current() const
{
    const qint64 id = m_database.meta(idKey()).toLongLong();
    const auto role = roleFromText(m_database.meta(roleKey()));
    if (id <= 0 || !role)
        return std::nullopt;
    return ScreenOperator{id, m_database.meta(nameKey()), *role};
}

Result<void> OperatorStore::setCurrent(const std::optional<ScreenOperator> &person)
{
    return m_database.write([&](sql::Database &) -> Result<void> {
        if (auto done = m_database.writeMeta(idKey(), person ? QString::number(person->staffId) : QString()); !done)
            return done;
        if (auto done = m_database.writeMeta(nameKey(), person ? person->name : QString()); !done)
            return done;
        return m_database.writeMeta(roleKey(), person ? roleText(person->role) : QString());
    });
}

QByteArray OperatorStore::salt()
{
    const QByteArray known = QByteArray::fromHex(m_database.meta(saltKey()).toLatin1());
    if (!known.isEmpty())
        return known;
    const QByteArray made = pinhash::newSalt();
    if (auto kept = m_database.setMeta(saltKey(), QString::fromLatin1(made.toHex())); !kept) {
        qCWarning(lcOperators, "%ls", qUtf16Printable(kept.error().message));
        return {};
    }
    return made;
}

std::vector<KnownOperator> OperatorStore::read(const QString &condition, const QVariantList &values)
{
    std::vector<KnownOperator> list;
    auto rows = m_database.connection().query(
        QStringLiteral("SELECT staff_id, name, role, pin_hash, confirmed_at FROM known_operators WHERE ") + condition,
        values);
    if (!rows) {
        qCWarning(lcOperators, "%ls", qUtf16Printable(rows.error().message));
        return list;
    }
    while (rows->next()) {
        const auto role = roleFromText(rows->text(2));
        if (role)
            list.push_back({{rows->integer(0), rows->text(1), *role}, rows->bytes(3), rows->integer(4)});
    }
    return list;
}

std::optional<KnownOperator> OperatorStore::find(const QByteArray &pinHash, qint64 nowMs)
{
    auto found = read(QStringLiteral("pin_hash = ? AND confirmed_at > ?"), {pinHash, nowMs - knownForMs});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

bool OperatorStore::knowsManager(qint64 nowMs)
{
    return !read(QStringLiteral("role IN ('owner', 'manager') AND confirmed_at > ?"), {nowMs - knownForMs}).empty();
}

Result<void> OperatorStore::remember(const KnownOperator &known)
{
    return m_database.write([&](sql::Database &database) -> Result<void> {
        // A PIN that changed hands.
        if (auto done = database.run(QStringLiteral("DELETE FROM known_operators WHERE pin_hash = ? OR staff_id = ?"
                                                    " OR confirmed_at <= ?"),
                                     {known.pinHash, known.person.staffId, known.confirmedAtMs - knownForMs});
            !done)
            return done;
        if (auto done = database.run(QStringLiteral("INSERT INTO known_operators (staff_id, name, role, pin_hash,"
                                                    " confirmed_at) VALUES (?, ?, ?, ?, ?)"),
                                     {known.person.staffId, known.person.name, roleText(known.person.role),
                                      known.pinHash, known.confirmedAtMs});
            !done)
            return done;
        return database.run(QStringLiteral("DELETE FROM known_operators WHERE staff_id NOT IN (SELECT staff_id FROM"
                                           " known_operators ORDER BY confirmed_at DESC, staff_id = ? DESC LIMIT ?)"),
                            {known.person.staffId, maxKnown});
    });
}

Result<void> OperatorStore::update(const ScreenOperator &person)
{
    return run(QStringLiteral("UPDATE known_operators SET name = ?, role = ? WHERE staff_id = ?"),
               {person.name, roleText(person.role), person.staffId});
}

Result<void> OperatorStore::forget(qint64 staffId)
{
    return run(QStringLiteral("DELETE FROM known_operators WHERE staff_id = ?"), {staffId});
}

Result<void> OperatorStore::forgetPin(const QByteArray &pinHash)
{
    return run(QStringLiteral("DELETE FROM known_operators WHERE pin_hash = ?"), {pinHash});
}

Result<void> OperatorStore::forgetAll()
{
    return run(QStringLiteral("DELETE FROM known_operators"), {});
}

Result<void> OperatorStore::forgetReports()
{
    return run(QStringLiteral("DELETE FROM operator_reports"), {});
}

Result<void> OperatorStore::addReport(const OperatorReport &report)
{
    return run(QStringLiteral("INSERT INTO operator_reports (staff_id, kind, acted_at) VALUES (?, ?, ?)"),
               {report.staffId, report.isSignIn ? QStringLiteral("in") : QStringLiteral("out"), report.actedAtMs});
}

std::optional<OperatorReport> OperatorStore::firstReport()
{
    auto rows = m_database.connection().query(
        QStringLiteral("SELECT report_id, staff_id, kind, acted_at FROM operator_reports ORDER BY report_id LIMIT 1"));
    if (!rows || !rows->next())
        return std::nullopt;
    return OperatorReport{rows->integer(0), rows->integer(1), rows->text(2) == u"in", rows->integer(3)};
}

Result<void> OperatorStore::removeReport(qint64 id)
{
    return run(QStringLiteral("DELETE FROM operator_reports WHERE report_id = ?"), {id});
}

int OperatorStore::failures() const
{
    return m_database.meta(failuresKey()).toInt();
}

qint64 OperatorStore::waitsUntilMs() const
{
    return m_database.meta(untilKey()).toLongLong();
}

Result<void> OperatorStore::setFailures(int failures, qint64 waitsUntilMs)
{
    if (failures == this->failures() && waitsUntilMs == this->waitsUntilMs())
        return {};
    return m_database.write([&](sql::Database &) -> Result<void> {
        if (auto done = m_database.writeMeta(failuresKey(), QString::number(failures)); !done)
            return done;
        return m_database.writeMeta(untilKey(), QString::number(waitsUntilMs));
    });
}

Result<void> OperatorStore::run(const QString &sql, const QVariantList &values)
{
    return m_database.write([&](sql::Database &database) { return database.run(sql, values); });
}

} // namespace oshaq
