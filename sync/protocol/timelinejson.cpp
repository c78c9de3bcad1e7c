// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/timelinejson.h"

#include "models/domain/linestatus.h"
#include "sync/protocol/fieldreader.h"

#include <algorithm>
#include <map>
#include <utility>

namespace oshaq {

namespace {

using Kind = TimelineEvent::Kind;

/// A row of the journal, with who and where in words.
struct JournalRow
{
    qint64 atMs = 0;
    QString type;
    QString requestId;
    QString actor;
    QString terminal;
    QStringList dishes;
    const JsonValue *payload = nullptr;
};

/// A row of "statuses", and the journal's row that it belongs to.
struct StatusRow
{
    OrderStatus status = OrderStatus::New;
    qint64 atMs = 0;
    bool recall = false;
    QString reason;
    const JournalRow *journal = nullptr;
};

/// What is known of a line when the journal is read from its beginning.
struct LineState
{
    LineStatus status = LineStatus::Queued;
    bool held = false;
};

/// "guest:12" is a guest whose name nobody wrote down; whoever acts with a terminal's token is that terminal.
QString actorOf(const FieldReader &row, const QString &terminal)
{
    const QString name = row.text(u"actor_name");
    const QString code = row.text(u"actor");
    if (!name.isEmpty())
        return name == terminal ? QString() : name;
    const QString kind = code.section(u':', 0, 0);
    return kind == u"terminal" ? QString() : kind;
}

JournalRow readJournalRow(const FieldReader &row)
{
    JournalRow out;
    out.atMs = row.time(u"at");
    out.type = row.requiredText(u"type");
    out.requestId = row.text(u"request_id");
    out.terminal = row.text(u"terminal");
    out.actor = actorOf(row, out.terminal);
    for (const JsonValue &dish : row.array(u"dishes")) {
        if (dish.isString())
            out.dishes.append(dish.string());
        else
            row.wrong(u"dishes", QStringLiteral("must hold strings"));
    }
    out.payload = &row[u"payload"];
    return out;
}

StatusRow readStatusRow(const FieldReader &row)
{
    StatusRow out;
    if (const auto status = orderStatusFromCode(row.integer(u"status")))
        out.status = *status;
    else
        row.wrong(u"status", QStringLiteral("is not a known status"));
    out.atMs = row.time(u"timestamp");
    out.recall = row.boolean(u"is_recall", false);
    out.reason = row.text(u"reason");
    return out;
}

bool isStep(const JournalRow &row, const StatusRow &status)
{
    if (row.type == u"order.created")
        return !status.recall && row.atMs == status.atMs && (*row.payload)[u"status"].integer() == int(status.status);
    if (row.type != (status.recall ? u"order.recalled" : u"order.status"))
        return false;
    for (const JsonValue &step : (*row.payload)[u"steps"].items()) {
        const auto &parts = step.items();
        if (parts.size() == 2 && parts[0].integer() == int(status.status) && parts[1].integer() == status.atMs)
            return true;
    }
    return false;
}

/// Both are in the order in which they were written: what was before the last match is not looked at again.
void matchSteps(const std::vector<JournalRow> &journal, std::vector<StatusRow> *statuses)
{
    auto from = journal.begin();
    for (StatusRow &status : *statuses) {
        const auto found =
            std::find_if(from, journal.end(), [&status](const JournalRow &row) { return isStep(row, status); });
        if (found == journal.end())
            continue;
        status.journal = &*found;
        from = found; // one row may hold several steps
    }
}

QString whatOf(const LineState &before, const LineState &after)
{
    switch (after.status) {
    case LineStatus::Started:
        return before.status == LineStatus::Done ? QStringLiteral("recalled") : QStringLiteral("started");
    case LineStatus::Done:
        return QStringLiteral("done");
    case LineStatus::Voided:
        return QStringLiteral("voided");
    case LineStatus::Queued:
        break;
    }
    if (before.status == LineStatus::Voided)
        return QStringLiteral("restored");
    if (before.status != LineStatus::Queued)
        return QStringLiteral("unstarted");
    return after.held ? QStringLiteral("held") : QStringLiteral("fired");
}

/// A status says these by itself when one request brought both.
bool isImplied(const QString &what)
{
    return what == u"started" || what == u"done" || what == u"recalled" || what == u"unstarted";
}

TimelineEvent eventOf(Kind kind, qint64 atMs, const JournalRow *row = nullptr)
{
    TimelineEvent event;
    event.kind = kind;
    event.atMs = atMs;
    if (row) {
        event.actor = row->actor;
        event.terminal = row->terminal;
    }
    return event;
}

/// Reads the journal from its beginning, because what became of a line says what was done to it only with what it was.
class JournalReader
{
public:
    explicit JournalReader(std::vector<StatusRow> *statuses)
        : m_statuses(*statuses)
    {}

    /// Names of lines that a status says already are kept for it.
    std::map<const StatusRow *, QStringList> impliedDishes;
    std::vector<TimelineEvent> events;

    void read(const JournalRow &row)
    {
        if (row.type == u"order.lines")
            readLines(row);
        else if (row.type == u"order.split" || row.type == u"order.joined")
            readMove(row);
        else if (row.type == u"order.updated")
            readEdit(row);
        else if (row.type == u"order.priority")
            readPriority(row);
        else if (row.type == u"order.created")
            readCreated(row);
        else if (row.type == u"order.status" || row.type == u"order.recalled")
            readUnmatchedSteps(row);
        else
            addOther(row);
    }

private:
    void addOther(const JournalRow &row)
    {
        TimelineEvent event = eventOf(Kind::Other, row.atMs, &row);
        event.what = row.type;
        events.push_back(std::move(event));
    }

    /// The names belong to the lines one by one, or to all of them together.
    static QStringList namesOf(const JournalRow &row, std::size_t index, std::size_t count)
    {
        return std::size_t(row.dishes.size()) == count ? QStringList{row.dishes[qsizetype(index)]} : row.dishes;
    }

    static void addNames(QStringList *to, const QStringList &names, bool whole)
    {
        // Without a name for each line, the same ones come again with every line.
        if (!whole)
            to->append(names);
        else if (to->isEmpty())
            *to = names;
    }

    void readLines(const JournalRow &row)
    {
        const JsonValue &payload = *row.payload;
        if (const std::vector<JsonValue> &added = payload[u"added"].items(); !added.empty()) {
            TimelineEvent event = eventOf(Kind::Lines, row.atMs, &row);
            event.what = QStringLiteral("added");
            event.dishes = row.dishes;
            events.push_back(std::move(event));
        }
        const std::vector<JsonValue> &lines = payload[u"lines"].items();
        const bool whole = std::size_t(row.dishes.size()) != lines.size();
        std::vector<std::pair<QString, TimelineEvent>> groups;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::vector<JsonValue> &line = lines[i].items();
            if (line.size() < 3)
                continue;
            LineState after;
            after.status = LineStatus(std::clamp<qint64>(line[1].integer(), 1, 4));
            after.held = line.size() > 3 && line[3].integer() != 0;
            const LineState before = std::exchange(m_lines[line[0].integer()], after);
            const QString what = whatOf(before, after);
            auto group =
                std::find_if(groups.begin(), groups.end(), [&what](const auto &one) { return one.first == what; });
            if (group == groups.end()) {
                TimelineEvent event = eventOf(Kind::Lines, row.atMs, &row);
                event.what = what;
                event.reason = payload[u"reason"].string();
                // Firing and holding leave the line's own time as it was.
                if (what != u"fired" && what != u"held")
                    event.atMs = std::min(row.atMs, line[2].integer());
                groups.emplace_back(what, std::move(event));
                group = std::prev(groups.end());
            }
            addNames(&group->second.dishes, namesOf(row, i, lines.size()), whole);
        }
        for (auto &[what, event] : groups) {
            if (const StatusRow *status = isImplied(what) ? statusOfRequest(row) : nullptr)
                impliedDishes[status] += event.dishes;
            else
                events.push_back(std::move(event));
        }
    }

    /// The last status that the same request brought.
    const StatusRow *statusOfRequest(const JournalRow &row) const
    {
        if (row.requestId.isEmpty())
            return nullptr;
        const auto found = std::find_if(m_statuses.rbegin(), m_statuses.rend(), [&row](const StatusRow &status) {
            return status.journal && status.journal->requestId == row.requestId;
        });
        return found == m_statuses.rend() ? nullptr : &*found;
    }

    void readMove(const JournalRow &row)
    {
        const QString verb = row.type == u"order.split" ? QStringLiteral("split") : QStringLiteral("joined");
        const QString into = (*row.payload)[u"into_number"].string();
        TimelineEvent event = eventOf(Kind::Moved, row.atMs, &row);
        event.what = verb + (into.isEmpty() ? QStringLiteral("_from") : QStringLiteral("_into"));
        event.otherNumber = into.isEmpty() ? (*row.payload)[u"from_number"].string() : into;
        event.dishes = row.dishes;
        events.push_back(std::move(event));
    }

    void readEdit(const JournalRow &row)
    {
        QStringList fields;
        for (const JsonValue &field : (*row.payload)[u"fields"].items())
            fields << field.string();
        TimelineEvent event = eventOf(Kind::Edit, row.atMs, &row);
        event.what = fields.join(u',');
        events.push_back(std::move(event));
    }

    void readPriority(const JournalRow &row)
    {
        addOther(row);
        events.back().recall = !(*row.payload)[u"priority"].boolean();
    }

    /// Its status row says it, when there is one.
    void readCreated(const JournalRow &row)
    {
        if (!m_statuses.empty())
            return;
        TimelineEvent event = eventOf(Kind::Status, row.atMs, &row);
        event.status = orderStatusFromCode((*row.payload)[u"status"].integer()).value_or(OrderStatus::New);
        events.push_back(std::move(event));
    }

    /// Steps without a row of their own: kept for a while only, or written by a hub that keeps them elsewhere.
    void readUnmatchedSteps(const JournalRow &row)
    {
        for (const JsonValue &step : (*row.payload)[u"steps"].items()) {
            const std::vector<JsonValue> &parts = step.items();
            const auto status = parts.empty() ? std::nullopt : orderStatusFromCode(parts[0].integer());
            if (!status || parts.size() < 2)
                continue;
            const qint64 atMs = parts[1].integer();
            const bool told = std::any_of(m_statuses.begin(), m_statuses.end(), [&](const StatusRow &one) {
                return one.status == *status && one.atMs == atMs;
            });
            if (told)
                continue;
            TimelineEvent event = eventOf(Kind::Status, atMs, &row);
            event.status = *status;
            event.recall = row.type == u"order.recalled";
            events.push_back(std::move(event));
        }
    }

    const std::vector<StatusRow> &m_statuses;
    std::map<qint64, LineState> m_lines;
};

TimelineEvent statusEvent(const StatusRow &row, const JournalRow *created, QStringList dishes)
{
    TimelineEvent event = eventOf(Kind::Status, row.atMs, row.journal);
    event.status = row.status;
    event.recall = row.recall;
    event.reason = row.reason;
    event.dishes = std::move(dishes);
    const bool automatic = created && row.journal && row.journal != created && !created->requestId.isEmpty() &&
                           row.journal->requestId == created->requestId;
    if (automatic) {
        event.what = QStringLiteral("automatic");
        event.actor.clear();
        event.terminal.clear();
    }
    return event;
}

/// Amounts of the history are in the order's currency, which its first row names.
Currency currencyOf(const std::vector<JournalRow> &journal, const Currency &otherwise)
{
    for (const JournalRow &row : journal) {
        if (const QString code = (*row.payload)[u"currency"].string(); !code.isEmpty()) {
            if (const Result<Currency> currency = Currency::fromCode(code))
                return *currency;
        }
    }
    return otherwise;
}

void readPainted(const FieldReader &in, std::vector<TimelineEvent> *events)
{
    const auto painted = readEach<TimelineEvent>(in, u"painted", [](const FieldReader &row) {
        TimelineEvent event = eventOf(Kind::Painted, row.time(u"painted_at"));
        event.terminal = row.text(u"viewer_name");
        if (event.terminal.isEmpty())
            event.terminal = row.text(u"viewer");
        event.what = row.text(u"station_name");
        event.latencyMs = row.maybeInteger(u"latency_ms");
        return event;
    });
    std::copy_if(painted.begin(), painted.end(), std::back_inserter(*events),
                 [](const TimelineEvent &event) { return event.atMs != 0; });
}

void readPayments(const FieldReader &in, const Currency &otherwise, std::vector<TimelineEvent> *events)
{
    const auto payments = readEach<TimelineEvent>(in, u"payments", [&otherwise](const FieldReader &row) {
        const Result<Currency> own = Currency::fromCode(row.text(u"currency"));
        TimelineEvent event = eventOf(Kind::Payment, row.time(u"at"));
        event.what = row.requiredText(u"what");
        event.method = row.text(u"method");
        event.state = row.text(u"status");
        if (!row[u"amount"].isNull())
            event.amountMinor = row.money(u"amount", own ? *own : otherwise);
        event.actor = row.text(u"actor_name");
        return event;
    });
    events->insert(events->end(), payments.begin(), payments.end());
}

void readPrints(const FieldReader &in, std::vector<TimelineEvent> *events)
{
    const auto prints = readEach<TimelineEvent>(in, u"prints", [](const FieldReader &row) {
        TimelineEvent event = eventOf(Kind::Print, row.time(u"at"));
        event.what = row.requiredText(u"kind");
        event.state = row.text(u"state");
        event.reprint = row.boolean(u"reprint", false);
        event.terminal = row.text(u"printer_name");
        return event;
    });
    events->insert(events->end(), prints.begin(), prints.end());
}

} // namespace

Result<OrderTimeline> readTimeline(const JsonValue &data, const Currency &currency)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    OrderTimeline timeline;
    timeline.orderId = in.integer(u"order_id");
    const auto journal = readEach<JournalRow>(in, u"events", readJournalRow);
    auto statuses = readEach<StatusRow>(in, u"statuses", readStatusRow);
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("the history of an order"));

    matchSteps(journal, &statuses);
    const auto created = std::find_if(journal.begin(), journal.end(),
                                      [](const JournalRow &row) { return row.type == u"order.created"; });
    JournalReader reader(&statuses);
    for (const JournalRow &row : journal)
        reader.read(row);
    std::vector<TimelineEvent> events;
    for (const StatusRow &status : statuses) {
        events.push_back(
            statusEvent(status, created == journal.end() ? nullptr : &*created, reader.impliedDishes[&status]));
    }
    events.insert(events.end(), reader.events.begin(), reader.events.end());
    readPayments(in, currencyOf(journal, currency), &events);
    readPrints(in, &events);
    readPainted(in, &events);
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("the history of an order"));

    // Oldest first, those of the same moment as they were put together; then the whole turned round.
    std::stable_sort(events.begin(), events.end(),
                     [](const TimelineEvent &a, const TimelineEvent &b) { return a.atMs < b.atMs; });
    std::reverse(events.begin(), events.end());
    timeline.events = std::move(events);
    return timeline;
}

} // namespace oshaq
