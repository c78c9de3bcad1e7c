// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/faultplan.h"

#include <algorithm>
#include <map>
#include <random>

namespace oshaq::drill {

namespace {

constexpr Fault::Kind allKinds[] = {Fault::Kind::Kill, Fault::Kind::Cut, Fault::Kind::Loss, Fault::Kind::Delay,
                                    Fault::Kind::Restart};

/// A number from 0 to below `bound`. std's distributions differ between libraries; a plan must not.
qint64 below(std::mt19937 *random, qint64 bound)
{
    return bound <= 0 ? 0 : qint64((*random)() % quint64(bound));
}

template <typename T> void shuffle(std::vector<T> *cards, std::mt19937 *random)
{
    for (std::size_t i = cards->size(); i > 1; --i)
        std::swap((*cards)[i - 1], (*cards)[std::size_t(below(random, qint64(i)))]);
}

} // namespace

QString faultText(Fault::Kind kind)
{
    switch (kind) {
    case Fault::Kind::Cut:
        return QStringLiteral("cut");
    case Fault::Kind::Loss:
        return QStringLiteral("loss");
    case Fault::Kind::Delay:
        return QStringLiteral("delay");
    case Fault::Kind::Restart:
        return QStringLiteral("restart");
    case Fault::Kind::Kill:
        return QStringLiteral("kill");
    case Fault::Kind::Takeover:
        return QStringLiteral("takeover");
    case Fault::Kind::Split:
        return QStringLiteral("split");
    }
    return {};
}

std::vector<Fault> makeFaultPlan(const FaultPlanOptions &options)
{
    std::mt19937 random(options.seed);
    std::vector<Fault> plan;
    std::map<QString, qint64> freeAtMs;
    using Card = std::pair<std::size_t, Fault::Kind>; // role, kind
    std::vector<Card> deck;
    // Whose faults exclude each other.
    const auto slotOf = [&](std::size_t role, const QString &node) {
        return options.standby && role == 1 ? options.roles[0].front() : node;
    };
    for (qint64 atMs = options.everyMs / 2; atMs < options.durationMs;
         atMs += options.everyMs / 2 + below(&random, options.everyMs)) {
        if (deck.empty()) {
            for (std::size_t role = 0; role < options.roles.size(); ++role) {
                for (const Fault::Kind kind : allKinds)
                    deck.push_back({role, kind});
            }
            if (options.standby) {
                deck.push_back({0, Fault::Kind::Takeover});
                deck.push_back({0, Fault::Kind::Split});
            }
            shuffle(&deck, &random);
        }
        // The first card whose role has a node without a fault now.
        for (auto card = deck.begin(); card != deck.end(); ++card) {
            const QStringList &nodes = options.roles[card->first];
            QStringList free;
            for (const QString &node : nodes) {
                if (freeAtMs[slotOf(card->first, node)] <= atMs)
                    free << node;
            }
            if (free.isEmpty())
                continue;
            Fault fault;
            fault.kind = card->second;
            fault.node = free[below(&random, free.size())];
            fault.atMs = atMs;
            const bool isTakenOver = fault.kind == Fault::Kind::Takeover || fault.kind == Fault::Kind::Split;
            const bool isEnd = fault.kind == Fault::Kind::Restart || fault.kind == Fault::Kind::Kill;
            // What is down is started again soon, by a supervisor or a person; a network is away for longer.
            fault.forMs = isEnd ? 200 + below(&random, options.everyMs / 2)
                                : options.everyMs / 2 + below(&random, options.everyMs * 2);
            fault.forMs = std::min(fault.forMs, options.durationMs - atMs);
            if (fault.kind == Fault::Kind::Loss)
                fault.percent = 30;
            if (fault.kind == Fault::Kind::Delay) {
                fault.delayMs = 50 + int(below(&random, 250));
                fault.jitterMs = fault.delayMs / 2;
                fault.percent = 10;
            }
            // A moment of rest, so that "recovered" means something; a new standby has to follow first.
            freeAtMs[slotOf(card->first, fault.node)] =
                fault.endMs() + (isTakenOver ? 2 * options.everyMs : options.everyMs / 2);
            plan.push_back(fault);
            deck.erase(card);
            break;
        }
    }
    return plan;
}

} // namespace oshaq::drill
