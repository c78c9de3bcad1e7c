// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/drillsheet.h"

#include "sync/protocol/json.h"

#include <algorithm>
#include <map>

namespace oshaq::drill {

namespace {

constexpr std::size_t findingsShown = 20;

QString seconds(qint64 ms)
{
    return ms < 0 ? QStringLiteral("-") : QStringLiteral("%1 s").arg(double(ms) / 1000, 0, 'f', 1);
}

QString row(const Percentiles &values)
{
    return QStringLiteral("%1 measured, p50 %2 ms, p95 %3 ms, p99 %4 ms, worst %5 ms")
        .arg(values.count)
        .arg(values.p50)
        .arg(values.p95)
        .arg(values.p99)
        .arg(values.max);
}

void writePercentiles(JsonWriter *json, const Percentiles &values)
{
    json->beginObject();
    json->key("count").value(values.count);
    json->key("p50_ms").value(values.p50);
    json->key("p95_ms").value(values.p95);
    json->key("p99_ms").value(values.p99);
    json->key("max_ms").value(values.max);
    json->endObject();
}

/// Of all faults of a kind at a role.
struct FaultSum
{
    int count = 0;
    qint64 lastedMs = 0;
    qint64 slowestMs = -1;
    int unseen = 0;
};

std::map<std::pair<QString, QString>, FaultSum> sumsOf(const std::vector<DoneFault> &faults)
{
    std::map<std::pair<QString, QString>, FaultSum> sums;
    for (const DoneFault &done : faults) {
        QString role = done.fault.node;
        while (!role.isEmpty() && role.back().isDigit())
            role.chop(1);
        FaultSum &sum = sums[{role, faultText(done.fault.kind)}];
        ++sum.count;
        sum.lastedMs += done.endedMs - done.beganMs;
        if (done.recoveredMs < 0)
            ++sum.unseen;
        else
            sum.slowestMs = std::max(sum.slowestMs, done.recoveredMs);
    }
    return sums;
}

/// The first moment of `moments` (ascending) at or after `atMs`; -1: none.
qint64 firstAfter(const std::vector<qint64> &moments, qint64 atMs)
{
    const auto found = std::lower_bound(moments.begin(), moments.end(), atMs);
    return found == moments.end() ? -1 : *found;
}

} // namespace

Percentiles percentilesOf(std::vector<qint64> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto rank = [&](int percent) { return values[(values.size() * std::size_t(percent) + 99) / 100 - 1]; };
    return {qint64(values.size()), rank(50), rank(95), rank(99), values.back()};
}

bool DrillSheet::passed() const
{
    return check.passed() && quietAfterMs >= 0 && problems.isEmpty();
}

void findRecoveries(std::vector<DoneFault> *faults, const std::vector<ClientHistory> &clients, const QStringList &hubs)
{
    // When each client last did its work: an order's acknowledgement, a command's confirmation, or being live.
    std::map<QString, std::vector<qint64>> worked;
    std::vector<qint64> anybody;
    for (const ClientHistory &client : clients) {
        std::vector<qint64> &moments = worked[client.client];
        for (const AskedOrder &order : client.orders) {
            if (order.isAcknowledged())
                moments.push_back(order.answeredAtMs);
        }
        for (const ToldCommand &command : client.commands) {
            if (command.end == ToldCommand::End::Confirmed)
                moments.push_back(command.endAtMs);
        }
        anybody.insert(anybody.end(), moments.begin(), moments.end());
        for (const TerminalState &state : client.states) {
            if (state.link == QLatin1String("live"))
                moments.push_back(state.atMs);
        }
        std::sort(moments.begin(), moments.end());
    }
    std::sort(anybody.begin(), anybody.end());
    for (DoneFault &done : *faults) {
        const std::vector<qint64> &moments = hubs.contains(done.fault.node) ? anybody : worked[done.fault.node];
        const qint64 atMs = firstAfter(moments, done.endedMs);
        const bool interrupted = std::any_of(faults->begin(), faults->end(), [&](const DoneFault &other) {
            return &other != &done && other.beganMs >= done.endedMs && other.beganMs < atMs &&
                   (other.fault.node == done.fault.node || hubs.contains(other.fault.node));
        });
        done.recoveredMs = atMs < 0 || interrupted ? -1 : atMs - done.endedMs;
    }
}

QByteArray sheetText(const DrillSheet &sheet)
{
    QStringList lines;
    lines << QStringLiteral("Drill: %1. Seed %2, lab: %3.")
                 .arg(sheet.passed() ? QStringLiteral("PASSED") : QStringLiteral("FAILED"))
                 .arg(sheet.seed)
                 .arg(sheet.lab);
    lines << QStringLiteral("1 hub, %1 standby, %2 terminals, %3 phones; %4; faults for %5, quiet %6.")
                 .arg(sheet.standby ? 1 : 0)
                 .arg(sheet.terminals)
                 .arg(sheet.phones)
                 .arg(sheet.orders, seconds(sheet.faultsMs),
                      sheet.quietAfterMs < 0 ? QStringLiteral("never: ") + sheet.notQuiet
                                             : QStringLiteral("%1 after").arg(seconds(sheet.quietAfterMs)));
    lines << QString();
    lines << QStringLiteral("  %1 %2 %3 %4 %5 %6")
                 .arg(QStringLiteral("what"), -10)
                 .arg(QStringLiteral("where"), -12)
                 .arg(QStringLiteral("times"), 6)
                 .arg(QStringLiteral("for"), 10)
                 .arg(QStringLiteral("back within"), 12)
                 .arg(QStringLiteral("not seen"), 9);
    for (const auto &[key, sum] : sumsOf(sheet.faults)) {
        lines << QStringLiteral("  %1 %2 %3 %4 %5 %6")
                     .arg(key.second, -10)
                     .arg(key.first, -12)
                     .arg(sum.count, 6)
                     .arg(seconds(sum.lastedMs), 10)
                     .arg(seconds(sum.slowestMs), 12)
                     .arg(sum.unseen, 9);
    }
    const CheckResult &check = sheet.check;
    lines << QString();
    lines << QStringLiteral(
                 "Orders: %1 asked for, %2 acknowledged (%3 late), %4 refused, %5 unanswered, %6 in the hub.")
                 .arg(check.ordersAsked)
                 .arg(check.ordersAcknowledged)
                 .arg(check.ordersLate)
                 .arg(check.ordersRefused)
                 .arg(check.ordersUnanswered)
                 .arg(check.ordersInHub);
    lines << QStringLiteral("Staff's commands: %1 told done, %2 confirmed, %3 refused by the hub and shown.")
                 .arg(check.commandsTold)
                 .arg(check.commandsConfirmed)
                 .arg(check.commandsParked);
    if (sheet.standby)
        lines << QStringLiteral(
                     "The standby took over %1 times; %2 writes were tried at hubs that were cut off then, and "
                     "refused.")
                     .arg(sheet.takeovers)
                     .arg(sheet.refusedByOld);
    lines << QStringLiteral("Answers to phones: ") + row(sheet.answers);
    lines << QStringLiteral("Ordered to painted: ") + row(sheet.painted);
    lines << QString();
    QStringList counts;
    for (int kind = 0; kind < findingKinds; ++kind) {
        const auto which = Finding::Kind(kind);
        counts << QStringLiteral("%1 %2").arg(findingKey(which).replace(u'_', u' ')).arg(check.count(which));
    }
    lines << QStringLiteral("Found: ") + counts.join(QStringLiteral(", ")) + u'.';
    for (std::size_t i = 0; i < std::min(check.findings.size(), findingsShown); ++i) {
        const Finding &finding = check.findings[i];
        lines << QStringLiteral("  %1: %2: %3").arg(findingKey(finding.kind), finding.where, finding.what);
    }
    if (check.findings.size() > findingsShown)
        lines << QStringLiteral("  and %1 more").arg(check.findings.size() - findingsShown);
    for (const QString &problem : sheet.problems)
        lines << QStringLiteral("Problem: ") + problem;
    return lines.join(u'\n').toUtf8() + '\n';
}

QByteArray sheetJson(const DrillSheet &sheet)
{
    JsonWriter json;
    json.beginObject();
    json.key("passed").value(sheet.passed());
    json.key("lab").value(sheet.lab);
    json.key("orders").value(sheet.orders);
    json.key("seed").value(qint64{sheet.seed});
    json.key("terminals").value(sheet.terminals);
    json.key("phones").value(sheet.phones);
    json.key("standby").value(sheet.standby);
    json.key("takeovers").value(sheet.takeovers);
    json.key("refused_by_old").value(sheet.refusedByOld);
    json.key("faults_ms").value(sheet.faultsMs);
    json.key("quiet_after_ms").value(sheet.quietAfterMs);
    json.key("not_quiet").value(sheet.notQuiet);
    json.key("faults").beginArray();
    for (const DoneFault &done : sheet.faults) {
        json.beginObject();
        json.key("kind").value(faultText(done.fault.kind));
        json.key("node").value(done.fault.node);
        json.key("at_ms").value(done.fault.atMs);
        json.key("lasted_ms").value(done.endedMs - done.beganMs);
        json.key("recovered_ms").value(done.recoveredMs);
        json.endObject();
    }
    json.endArray();
    const CheckResult &check = sheet.check;
    json.key("orders_asked").value(check.ordersAsked);
    json.key("orders_acknowledged").value(check.ordersAcknowledged);
    json.key("orders_late").value(check.ordersLate);
    json.key("orders_refused").value(check.ordersRefused);
    json.key("orders_unanswered").value(check.ordersUnanswered);
    json.key("orders_in_hub").value(check.ordersInHub);
    json.key("commands_told").value(check.commandsTold);
    json.key("commands_confirmed").value(check.commandsConfirmed);
    json.key("commands_parked").value(check.commandsParked);
    for (int kind = 0; kind < findingKinds; ++kind) {
        const auto which = Finding::Kind(kind);
        json.key(findingKey(which).toLatin1()).value(check.count(which));
    }
    json.key("answers");
    writePercentiles(&json, sheet.answers);
    json.key("painted");
    writePercentiles(&json, sheet.painted);
    json.key("findings").beginArray();
    for (const Finding &finding : check.findings) {
        json.beginObject();
        json.key("kind").value(findingKey(finding.kind));
        json.key("where").value(finding.where);
        json.key("what").value(finding.what);
        json.endObject();
    }
    json.endArray();
    json.key("problems").beginArray();
    for (const QString &problem : sheet.problems)
        json.value(problem);
    json.endArray();
    json.endObject();
    return json.take() + '\n';
}

} // namespace oshaq::drill
