// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/staffport.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

#include <map>
#include <vector>

namespace oshaq {

/// A StaffPort without a hub: tests say who works there and when it answers (see ScriptedAnswers). It refuses as the
/// hub does, as far as a screen can tell.
class FakeStaffPort final : public StaffPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeStaffPort)

public:
    using StaffPort::StaffPort;

    // What it knows.
    std::vector<StaffMember> known; ///< in any order
    std::vector<StaffShift> worked; ///< in any order
    std::map<qint64, QString> pins; ///< by person
    PermissionTable table;
    QString timeZone = QStringLiteral("Asia/Almaty"); ///< of business days
    int dayStartMinutes = 240;
    qint64 nowMs = 1'768'488'420'000; ///< 2026-01-15 19:47 in Almaty

    /// Somebody who works there; the id.
    qint64 add(const QString &name, Role role, const QString &pin = {});
    /// A shift of them; without an end they are here now.
    qint64 addShift(qint64 staffId, qint64 beganAtMs, std::optional<qint64> endedAtMs = std::nullopt,
                    const QString &terminalName = {});
    StaffMember *find(qint64 staffId);

    // When it answers.
    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }
    int waiting() const { return m_answers.waiting(); }

    // What was asked: "staff", "save 3 Aigerim", "remove 3", "setPin 3 4071", "setPassword 3",
    // "shifts 2026-01-12 2026-01-18", "endShift 7 1768488420000", "permissions", "cancel 4".
    QStringList calls;
    QStringList keys; ///< of save, setPin, setPassword and endShift, in order

    PortCall staff(PortDone<std::vector<StaffMember>> done) override;
    PortCall save(const QString &key, const StaffMember &member, PortDone<StaffMember> done) override;
    PortCall remove(qint64 staffId, qint64 version, PortDone<PortNothing> done) override;
    PortCall setPin(const QString &key, qint64 staffId, const QString &pin, PortDone<PortNothing> done) override;
    PortCall setPassword(const QString &key, qint64 staffId, const QString &password,
                         PortDone<PortNothing> done) override;
    PortCall shifts(QDate from, QDate to, PortDone<std::vector<StaffShift>> done) override;
    PortCall endShift(const QString &key, qint64 shiftId, qint64 endedAtMs, PortDone<StaffShift> done) override;
    PortCall permissions(PortDone<PermissionTable> done) override;
    void cancel(PortCall call) override;

private:
    PortAnswer<StaffMember> saveNow(StaffMember member);
    PortAnswer<PortNothing> setPinNow(qint64 staffId, const QString &pin);
    std::vector<StaffShift> touching(QDate from, QDate to) const;

    ScriptedAnswers m_answers;
    std::map<QString, qint64> m_byKey; ///< who was hired under a key: the same key hires once
    qint64 m_nextId = 1;
};

} // namespace oshaq
