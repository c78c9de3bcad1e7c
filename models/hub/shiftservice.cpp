// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/shiftservice.h"

#include "models/domain/timespans.h"
#include "models/domain/timetext.h"
#include "models/hub/analytics.h"
#include "models/hub/businessstore.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/staffstore.h"

#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

/// How far back a screen that was away is believed.
constexpr qint64 maxAwayMs = dayMs;

qint64 believed(const WriteContext &context, qint64 actedAtMs)
{
    return std::clamp(actedAtMs, context.nowMs - maxAwayMs, context.nowMs);
}

Result<qint64> dayEnd(WriteContext &context, qint64 atMs)
{
    const auto business = businessstore::find(context.database, context.principal.businessId);
    if (!business)
        return business.error();
    const QDate day = businessDay(atMs, business->timeZone, business->dayStartMinutes);
    return businessDayBounds(day, business->timeZone, business->dayStartMinutes).endMs;
}

/// As it is at this moment: the end of the business day needs nobody who writes it down.
StaffShift asOf(const ShiftRow &row, qint64 nowMs)
{
    StaffShift shift = row.shift;
    if (row.isOpen() && row.endsByMs <= nowMs) {
        shift.endedAtMs = row.endsByMs;
        shift.endedByOther = true;
    }
    return shift;
}

Result<void> note(WriteContext &context, const ShiftRow &row, const char *type, qint64 atMs)
{
    const auto person = shiftstore::person(context.database, row.businessId, row.shift.staffId);
    if (!person)
        return person.error();
    const QJsonObject payload{{QStringLiteral("shift"), row.shift.id},
                              {QStringLiteral("terminal"), row.shift.terminalId},
                              {QStringLiteral("at"), atMs}};
    // The person's own row stays as it is, and so does its version.
    const auto written = journalstore::append(context, row.businessId,
                                              {EntityKind::Staff, row.shift.staffId, person->version,
                                               QString::fromLatin1(type), payload, shiftstore::digest(row)});
    if (!written)
        return written.error();
    return {};
}

Result<void> store(WriteContext &context, ShiftRow *row, qint64 endMs, bool byOther)
{
    row->shift.endedAtMs = std::max(endMs, row->shift.beganAtMs);
    row->shift.endedByOther = byOther;
    if (const auto updated = shiftstore::update(context.database, *row); !updated)
        return updated;
    return note(context, *row, "staff.shift_ended", *row->shift.endedAtMs);
}

/// Writes down what the end of a business day has ended.
Result<void> storeExpired(WriteContext &context, qint64 staffId)
{
    auto open = shiftstore::open(context.database, context.principal.businessId, staffId);
    if (!open)
        return open.error();
    if (!open->has_value() || (*open)->endsByMs > context.nowMs)
        return {};
    return store(context, &**open, (*open)->endsByMs, true);
}

/// Puts a sign-in at its place among the shifts of that person: into the one that covers it, which moves here while it
/// is open, or a new one that ends where the next one begins.
Result<ShiftRow> place(WriteContext &context, qint64 staffId, qint64 atMs, std::optional<qint64> goneAtMs)
{
    if (const auto stored = storeExpired(context, staffId); !stored)
        return stored.error();
    const qint64 businessId = context.principal.businessId;
    const qint64 terminalId = context.principal.id;
    auto rows = shiftstore::after(context.database, businessId, staffId, atMs);
    if (!rows)
        return rows.error();
    if (!rows->empty() && rows->front().shift.beganAtMs <= atMs) {
        ShiftRow &known = rows->front();
        if (!known.isOpen() || known.shift.terminalId == terminalId)
            return std::move(known);
        known.shift.terminalId = terminalId;
        if (const auto updated = shiftstore::update(context.database, known); !updated)
            return updated.error();
        if (const auto noted = note(context, known, "staff.shift_moved", atMs); !noted)
            return noted.error();
        return std::move(known);
    }
    const auto endsBy = dayEnd(context, atMs);
    if (!endsBy)
        return endsBy.error();
    ShiftRow row;
    row.businessId = businessId;
    row.shift.staffId = staffId;
    row.shift.terminalId = terminalId;
    row.shift.beganAtMs = atMs;
    row.endsByMs = *endsBy;
    qint64 endMs = *endsBy;
    if (!rows->empty())
        endMs = std::min(endMs, rows->front().shift.beganAtMs);
    if (goneAtMs)
        endMs = std::min(endMs, *goneAtMs);
    const bool isOver = !rows->empty() || goneAtMs || endMs <= context.nowMs;
    if (isOver) {
        row.shift.endedAtMs = endMs;
        row.shift.endedByOther = true;
    }
    if (const auto inserted = shiftstore::insert(context.database, &row); !inserted)
        return inserted.error();
    if (const auto noted = note(context, row, "staff.shift_began", atMs); !noted)
        return noted.error();
    if (isOver) {
        if (const auto noted = note(context, row, "staff.shift_ended", endMs); !noted)
            return noted.error();
    }
    return row;
}

WriteOutcome outcomeOf(const KnownPerson &person, qint64 shiftId)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Staff;
    outcome.entityId = person.staffId;
    outcome.values = {shiftId, static_cast<qint64>(person.role), person.goneAtMs ? 0 : 1};
    return outcome;
}

} // namespace

Result<std::vector<StaffShift>> shiftreads::list(sql::Database &database, qint64 businessId, const QString &from,
                                                 const QString &to, std::optional<qint64> staffId, qint64 nowMs)
{
    const auto period = analyticsreads::period(database, businessId, from, to, nowMs);
    if (!period)
        return period.error();
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    ShiftFilter filter;
    filter.fromMs = businessDayBounds(period->from, business->timeZone, business->dayStartMinutes).beginMs;
    filter.toMs = businessDayBounds(period->to, business->timeZone, business->dayStartMinutes).endMs;
    filter.staffId = staffId;
    const auto rows = shiftstore::list(database, businessId, filter);
    if (!rows)
        return rows.error();
    std::vector<StaffShift> shifts;
    shifts.reserve(rows->size());
    for (const ShiftRow &row : *rows)
        shifts.push_back(asOf(row, nowMs));
    return shifts;
}

Result<StaffShift> shiftreads::one(sql::Database &database, qint64 businessId, qint64 shiftId, qint64 nowMs)
{
    const auto row = shiftstore::find(database, businessId, shiftId);
    if (!row)
        return row.error();
    return asOf(*row, nowMs);
}

Result<OperatorRow> shiftreads::operatorRow(sql::Database &database, qint64 businessId, qint64 staffId)
{
    const auto person = shiftstore::person(database, businessId, staffId);
    if (!person)
        return person.error();
    return OperatorRow{person->role, !person->goneAtMs};
}

Result<WriteOutcome> shiftwrites::signIn(WriteContext &context, const SignInProof &proof)
{
    const auto staff = signinwrites::acceptPin(context, proof);
    if (!staff)
        return staff.error();
    context.principal.operatorId = staff->id;
    const auto shift = place(context, staff->id, context.nowMs, std::nullopt);
    if (!shift)
        return shift.error();
    KnownPerson person;
    person.staffId = staff->id;
    person.role = staff->role;
    return outcomeOf(person, shift->shift.id);
}

Result<WriteOutcome> shiftwrites::signedInAway(WriteContext &context, qint64 staffId, qint64 actedAtMs)
{
    const auto person = shiftstore::person(context.database, context.principal.businessId, staffId);
    if (!person && person.error().code == ErrorCode::NotFound)
        return editrules::invalid("staff_id", QStringLiteral("Nobody of this number works here or ever did."));
    if (!person)
        return person.error();
    context.principal.operatorId = staffId;
    const qint64 atMs = believed(context, actedAtMs);
    if (person->goneAtMs && *person->goneAtMs <= atMs)
        return outcomeOf(*person, 0);
    const auto shift = place(context, staffId, atMs, person->goneAtMs);
    if (!shift)
        return shift.error();
    return outcomeOf(*person, shift->shift.id);
}

Result<WriteOutcome> shiftwrites::signOut(WriteContext &context, qint64 staffId, std::optional<qint64> actedAtMs)
{
    const qint64 atMs = believed(context, actedAtMs.value_or(context.nowMs));
    // A shift that began in this very millisecond has no moment yet that is after its begin.
    auto rows = shiftstore::after(context.database, context.principal.businessId, staffId, atMs - 1);
    if (!rows)
        return rows.error();
    const auto here = std::find_if(rows->begin(), rows->end(), [&](const ShiftRow &row) {
        return row.shift.beganAtMs <= atMs && row.shift.terminalId == context.principal.id &&
               (row.isOpen() || row.shift.endedByOther);
    });
    if (here == rows->end()) {
        if (const auto stored = storeExpired(context, staffId); !stored)
            return stored.error();
        return editrules::noSuch("person at this screen");
    }
    context.principal.operatorId = staffId;
    if (const auto stored = store(context, &*here, atMs, false); !stored)
        return stored.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Staff;
    outcome.entityId = staffId;
    outcome.values = {here->shift.id};
    return outcome;
}

Result<WriteOutcome> shiftwrites::end(WriteContext &context, qint64 shiftId, qint64 endedAtMs)
{
    const qint64 businessId = context.principal.businessId;
    auto row = shiftstore::find(context.database, businessId, shiftId);
    if (!row)
        return row.error();
    if (!row->isOpen() && !row->shift.endedByOther)
        return editrules::invalid("ended_at", QStringLiteral("They signed out themselves."));
    if (endedAtMs < row->shift.beganAtMs)
        return editrules::invalid("ended_at", QStringLiteral("This is before the shift began."));
    if (endedAtMs > context.nowMs)
        return editrules::invalid("ended_at", QStringLiteral("This is not over yet."));
    const auto later = shiftstore::after(context.database, businessId, row->shift.staffId, row->shift.beganAtMs);
    if (!later)
        return later.error();
    for (const ShiftRow &other : *later) {
        if (other.shift.id != shiftId && other.shift.beganAtMs >= row->shift.beganAtMs &&
            other.shift.beganAtMs < endedAtMs)
            return editrules::invalid("ended_at", QStringLiteral("Their next shift had begun by then."));
    }
    if (const auto stored = store(context, &*row, endedAtMs, true); !stored)
        return stored.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Staff;
    outcome.entityId = row->shift.staffId;
    outcome.values = {shiftId};
    return outcome;
}

Result<void> shiftwrites::endOpen(WriteContext &context, const StaffMember &staff)
{
    auto open = shiftstore::open(context.database, staff.businessId, staff.id);
    if (!open)
        return open.error();
    if (!open->has_value())
        return {};
    return store(context, &**open, std::min(context.nowMs, (*open)->endsByMs), true);
}

} // namespace oshaq
