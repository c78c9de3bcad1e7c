// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakestaff.h"

#include "models/domain/credentials.h"
#include "models/domain/timetext.h"

#include <algorithm>

namespace oshaq {

namespace {

PortFailure refused(const QString &code, const QString &message, const QString &path = {})
{
    PortFailure failure{PortFailure::Kind::Refused, code, message, {}};
    if (!path.isEmpty())
        failure.details.push_back({path, message});
    return failure;
}

PortFailure notFound()
{
    return refused(QStringLiteral("NOT_FOUND"), QStringLiteral("There is no such thing."));
}

PortFailure stale()
{
    return refused(QStringLiteral("VERSION_STALE"), QStringLiteral("Somebody changed it meanwhile."));
}

PortFailure refusedBy(const Error &error)
{
    return {PortFailure::Kind::Refused, errorCodeText(error.code), error.message, error.details};
}

} // namespace

qint64 FakeStaffPort::add(const QString &name, Role role, const QString &pin)
{
    StaffMember member;
    member.id = m_nextId++;
    member.name = name;
    member.role = role;
    member.hasPin = !pin.isEmpty();
    known.push_back(member);
    if (member.hasPin)
        pins[member.id] = pin;
    return member.id;
}

qint64 FakeStaffPort::addShift(qint64 staffId, qint64 beganAtMs, std::optional<qint64> endedAtMs,
                               const QString &terminalName)
{
    StaffShift shift;
    shift.id = m_nextId++;
    shift.staffId = staffId;
    shift.terminalId = terminalName.isEmpty() ? 0 : 1;
    shift.terminalName = terminalName;
    shift.beganAtMs = beganAtMs;
    shift.endedAtMs = endedAtMs;
    worked.push_back(shift);
    return shift.id;
}

StaffMember *FakeStaffPort::find(qint64 staffId)
{
    const auto found =
        std::find_if(known.begin(), known.end(), [staffId](const StaffMember &one) { return one.id == staffId; });
    return found == known.end() ? nullptr : &*found;
}

PortCall FakeStaffPort::staff(PortDone<std::vector<StaffMember>> done)
{
    calls << QStringLiteral("staff");
    return m_answers.ask<std::vector<StaffMember>>(this, std::move(done), [this] {
        std::vector<StaffMember> all = known;
        std::stable_sort(all.begin(), all.end(), [](const StaffMember &a, const StaffMember &b) {
            return QString::localeAwareCompare(a.name, b.name) < 0;
        });
        return PortAnswer<std::vector<StaffMember>>::of(std::move(all));
    });
}

PortCall FakeStaffPort::save(const QString &key, const StaffMember &member, PortDone<StaffMember> done)
{
    calls << QStringLiteral("save %1 %2").arg(QString::number(member.id), member.name);
    keys << key;
    return m_answers.ask<StaffMember>(this, std::move(done), [this, key, member] {
        const auto before = m_byKey.find(key);
        if (const StaffMember *made = before == m_byKey.end() ? nullptr : find(before->second))
            return PortAnswer<StaffMember>::of(*made);
        auto saved = saveNow(member);
        if (saved)
            m_byKey.emplace(key, saved.value->id);
        return saved;
    });
}

PortAnswer<StaffMember> FakeStaffPort::saveNow(StaffMember member)
{
    if (member.name.trimmed().isEmpty()) {
        return PortAnswer<StaffMember>::failed(refused(
            QStringLiteral("VALIDATION_FAILED"), QStringLiteral("A person needs a name."), QStringLiteral("name")));
    }
    const QString login = cleanLogin(member.login);
    for (const StaffMember &other : known) {
        if (!login.isEmpty() && other.id != member.id && cleanLogin(other.login) == login) {
            return PortAnswer<StaffMember>::failed(refused(
                QStringLiteral("ALREADY_EXISTS"), QStringLiteral("Somebody has that login."), QStringLiteral("login")));
        }
    }
    if (member.id == 0) {
        member.id = m_nextId++;
        member.version = 1;
        known.push_back(member);
        return PortAnswer<StaffMember>::of(member);
    }
    StaffMember *current = find(member.id);
    if (!current)
        return PortAnswer<StaffMember>::failed(notFound());
    if (current->version != member.version)
        return PortAnswer<StaffMember>::failed(stale());
    // What it signs in with is changed in other ways.
    member.hasPin = current->hasPin;
    member.hasPassword = current->hasPassword;
    member.hasTotp = current->hasTotp;
    *current = member;
    ++current->version;
    return PortAnswer<StaffMember>::of(*current);
}

PortCall FakeStaffPort::remove(qint64 staffId, qint64 version, PortDone<PortNothing> done)
{
    calls << QStringLiteral("remove %1").arg(staffId);
    return m_answers.ask<PortNothing>(this, std::move(done), [this, staffId, version] {
        const StaffMember *current = find(staffId);
        if (!current)
            return PortAnswer<PortNothing>::failed(notFound());
        if (current->version != version)
            return PortAnswer<PortNothing>::failed(stale());
        for (StaffShift &shift : worked) {
            if (shift.staffId == staffId && !shift.endedAtMs) {
                shift.endedAtMs = nowMs;
                shift.endedByOther = true;
            }
        }
        std::erase_if(known, [staffId](const StaffMember &one) { return one.id == staffId; });
        pins.erase(staffId);
        return PortAnswer<PortNothing>::of({});
    });
}

PortCall FakeStaffPort::setPin(const QString &key, qint64 staffId, const QString &pin, PortDone<PortNothing> done)
{
    calls << QStringLiteral("setPin %1 %2").arg(QString::number(staffId), pin).trimmed();
    keys << key;
    return m_answers.ask<PortNothing>(this, std::move(done), [this, staffId, pin] { return setPinNow(staffId, pin); });
}

PortAnswer<PortNothing> FakeStaffPort::setPinNow(qint64 staffId, const QString &pin)
{
    StaffMember *member = find(staffId);
    if (!member)
        return PortAnswer<PortNothing>::failed(notFound());
    if (!pin.isEmpty()) {
        if (const Result<void> checked = checkPin(pin); !checked)
            return PortAnswer<PortNothing>::failed(refusedBy(checked.error()));
        const bool isTaken = std::any_of(pins.begin(), pins.end(),
                                         [&](const auto &one) { return one.first != staffId && one.second == pin; });
        if (isTaken) {
            return PortAnswer<PortNothing>::failed(refused(
                QStringLiteral("ALREADY_EXISTS"), QStringLiteral("Somebody has that PIN."), QStringLiteral("pin")));
        }
        pins[staffId] = pin;
    } else {
        pins.erase(staffId);
    }
    member->hasPin = !pin.isEmpty();
    ++member->version;
    return PortAnswer<PortNothing>::of({});
}

PortCall FakeStaffPort::setPassword(const QString &key, qint64 staffId, const QString &password,
                                    PortDone<PortNothing> done)
{
    calls << QStringLiteral("setPassword %1").arg(staffId);
    keys << key;
    return m_answers.ask<PortNothing>(this, std::move(done), [this, staffId, password] {
        StaffMember *member = find(staffId);
        if (!member)
            return PortAnswer<PortNothing>::failed(notFound());
        if (!password.isEmpty()) {
            if (const Result<void> checked = checkPassword(password); !checked)
                return PortAnswer<PortNothing>::failed(refusedBy(checked.error()));
        }
        member->hasPassword = !password.isEmpty();
        ++member->version;
        return PortAnswer<PortNothing>::of({});
    });
}

std::vector<StaffShift> FakeStaffPort::touching(QDate from, QDate to) const
{
    const qint64 beginMs = businessDayBounds(from, timeZone, dayStartMinutes).beginMs;
    const qint64 endMs = businessDayBounds(to, timeZone, dayStartMinutes).endMs;
    std::vector<StaffShift> found;
    for (StaffShift shift : worked) {
        if (shift.beganAtMs >= endMs || shift.endedAtMs.value_or(nowMs) < beginMs)
            continue;
        for (const StaffMember &member : known) {
            if (member.id == shift.staffId)
                shift.staffName = member.name;
        }
        found.push_back(std::move(shift));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const StaffShift &a, const StaffShift &b) { return a.beganAtMs > b.beganAtMs; });
    return found;
}

PortCall FakeStaffPort::shifts(QDate from, QDate to, PortDone<std::vector<StaffShift>> done)
{
    calls << QStringLiteral("shifts %1 %2").arg(from.toString(Qt::ISODate), to.toString(Qt::ISODate));
    return m_answers.ask<std::vector<StaffShift>>(this, std::move(done), [this, from, to] {
        return PortAnswer<std::vector<StaffShift>>::of(touching(from, to));
    });
}

PortCall FakeStaffPort::endShift(const QString &key, qint64 shiftId, qint64 endedAtMs, PortDone<StaffShift> done)
{
    calls << QStringLiteral("endShift %1 %2").arg(shiftId).arg(endedAtMs);
    keys << key;
    return m_answers.ask<StaffShift>(this, std::move(done), [this, shiftId, endedAtMs] {
        for (StaffShift &shift : worked) {
            if (shift.id != shiftId)
                continue;
            if (endedAtMs < shift.beganAtMs || endedAtMs > nowMs) {
                return PortAnswer<StaffShift>::failed(refused(QStringLiteral("VALIDATION_FAILED"),
                                                              QStringLiteral("Not within the shift."),
                                                              QStringLiteral("ended_at")));
            }
            shift.endedAtMs = endedAtMs;
            shift.endedByOther = true;
            return PortAnswer<StaffShift>::of(shift);
        }
        return PortAnswer<StaffShift>::failed(notFound());
    });
}

PortCall FakeStaffPort::permissions(PortDone<PermissionTable> done)
{
    calls << QStringLiteral("permissions");
    return m_answers.ask<PermissionTable>(this, std::move(done),
                                          [this] { return PortAnswer<PermissionTable>::of(table); });
}

void FakeStaffPort::cancel(PortCall call)
{
    calls << QStringLiteral("cancel %1").arg(call);
    m_answers.cancel(call);
}

} // namespace oshaq
