// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/integrations/bank/bankclient.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <vector>

namespace oshaq::test {

/// A bank in memory: keeps its own book of what it took, whatever becomes of those who asked. Answers are given by
/// deliver(), so that a test decides who is still there to hear them.
class FakeBankClient final : public BankClient
{
public:
    /// What the bank does with a call, and what the caller hears of it.
    struct Mood
    {
        bool does = true;
        bool isLost = false;  ///< no answer
        bool notSent = false; ///< it never arrived: nothing is done
        bool declines = false;
    };
    struct Entry
    {
        BankTransaction said;
        std::map<QString, qint64> refunds; ///< by external id
        int posts = 0;                     ///< how often somebody asked for this charge
    };

    QString terminal = QStringLiteral("terminal-1");
    bool isSetUp = true;
    bool holdsFirst = false; ///< a terminal of two steps
    qint64 nowMs = 0;        ///< the bank's clock
    std::map<qint64, Entry> book;
    std::function<Mood()> mood = [] { return Mood(); };
    int pagesOpened = 0;
    int asked = 0;
    QStringList forgotten;
    QString keptCard = QStringLiteral("0c5d3a3e-card-of-the-bank");

    Result<QString> merchantTerminal(qint64) override
    {
        if (isSetUp)
            return terminal;
        return Error{ErrorCode::PaymentMethodNotConfigured, QStringLiteral("No bank."), {}};
    }

    void openPage(const BankOrder &order, PageDone done) override
    {
        const Mood how = mood();
        const bool isOpen = !how.notSent && !how.isLost && !how.declines;
        if (isOpen) {
            ++pagesOpened;
            m_pages[order.invoice] = order;
        }
        m_answers.push_back([done = std::move(done), isOpen] {
            if (isOpen)
                done(HostedPage{QStringLiteral("http://127.0.0.1/pay.js"), R"({"invoiceId":"1"})"});
            else
                done(Error{ErrorCode::StorageUnavailable, QStringLiteral("no page"), {}});
        });
    }

    /// The guest on the page. False: there is no such page.
    bool guestPays(qint64 invoice)
    {
        const auto page = m_pages.find(invoice);
        if (page == m_pages.end() || isTaken(invoice))
            return false;
        take(page->second);
        return true;
    }
    void guestIsDeclined(qint64 invoice)
    {
        if (const auto page = m_pages.find(invoice); page != m_pages.end() && !isTaken(invoice))
            enter(page->second).said.state = BankState::Rejected;
    }

    void payWithCard(const BankOrder &order, const QString &, Done done) override
    {
        const Mood how = mood();
        if (!how.notSent)
            ++enter(order).posts;
        if (!how.notSent && how.does && !how.declines)
            take(order);
        else if (how.declines && !how.notSent)
            enter(order).said.state = BankState::Rejected;
        else if (!how.notSent && !how.does)
            m_unknown.insert(order.invoice); // it arrived and was dropped
        answer(how, order.invoice, std::move(done));
    }

    void status(qint64, qint64 invoice, Done done) override
    {
        ++asked;
        Mood how = mood();
        how.declines = false;
        answer(how, invoice, std::move(done));
    }

    void charge(qint64, const QString &id, qint64, Done done) override
    {
        const Mood how = mood();
        Entry *entry = byId(id);
        if (entry && how.does && !how.notSent && !how.declines && entry->said.state == BankState::Authorised)
            entry->said.state = BankState::Charged;
        answer(how, entry ? entry->said.invoice : 0, std::move(done));
    }

    void cancel(qint64, const QString &id, Done done) override
    {
        const Mood how = mood();
        Entry *entry = byId(id);
        if (entry && how.does && !how.notSent && !how.declines && entry->said.state == BankState::Authorised)
            entry->said.state = BankState::Cancelled;
        answer(how, entry ? entry->said.invoice : 0, std::move(done));
    }

    void refund(qint64, const QString &id, qint64 amountMinor, const QString &externalId, Done done) override
    {
        Mood how = mood();
        Entry *entry = byId(id);
        const bool isKnown = entry && entry->refunds.contains(externalId);
        if (entry && !isKnown && entry->said.refundedMinor + amountMinor > entry->said.amountMinor)
            how.declines = true;
        if (entry && !isKnown && how.does && !how.notSent && !how.declines) {
            entry->refunds[externalId] = amountMinor;
            entry->said.refundedMinor += amountMinor;
            entry->said.state = BankState::Refunded;
        }
        answer(how, entry ? entry->said.invoice : 0, std::move(done));
    }

    void forgetCard(qint64, const QString &bankCardId, Done done) override
    {
        const Mood how = mood();
        if (how.does && !how.notSent)
            forgotten.append(bankCardId);
        answer(how, 0, std::move(done));
    }

    /// Gives the oldest answer; false: there is none.
    bool deliver()
    {
        if (m_answers.empty())
            return false;
        const auto next = std::move(m_answers.front());
        m_answers.pop_front();
        next();
        return true;
    }
    /// Whoever asked is gone.
    void dropAnswers() { m_answers.clear(); }

    bool isTaken(qint64 invoice) const
    {
        const auto entry = book.find(invoice);
        return entry != book.end() &&
               (entry->second.said.state == BankState::Charged || entry->second.said.state == BankState::Refunded ||
                entry->second.said.state == BankState::Authorised);
    }
    qint64 keptMinor(qint64 invoice) const
    {
        const auto entry = book.find(invoice);
        if (entry == book.end() || !isTaken(invoice))
            return 0;
        return entry->second.said.amountMinor - entry->second.said.refundedMinor;
    }

private:
    Entry &enter(const BankOrder &order)
    {
        Entry &entry = book[order.invoice];
        if (entry.said.id.isEmpty()) {
            entry.said.id = QStringLiteral("tx-%1").arg(order.invoice);
            entry.said.invoice = order.invoice;
            entry.said.amountMinor = order.amountMinor;
            entry.said.currency = order.currency.code();
            entry.said.terminalId = terminal;
            entry.said.createdAtMs = nowMs;
        }
        return entry;
    }

    void take(const BankOrder &order)
    {
        Entry &entry = enter(order);
        m_unknown.erase(order.invoice);
        entry.said.state = holdsFirst ? BankState::Authorised : BankState::Charged;
        if (order.keepCard) {
            entry.said.cardId = keptCard;
            entry.said.cardMask = QStringLiteral("440564******1234");
            entry.said.cardType = QStringLiteral("VISA");
        }
    }

    Entry *byId(const QString &id)
    {
        const auto found =
            std::find_if(book.begin(), book.end(), [&id](const auto &one) { return one.second.said.id == id; });
        return found == book.end() ? nullptr : &found->second;
    }

    void answer(const Mood &how, qint64 invoice, Done done)
    {
        m_answers.push_back([this, how, invoice, done = std::move(done)] {
            using Outcome = BankReply::Outcome;
            BankReply reply;
            const auto entry = book.find(invoice);
            if (how.notSent)
                reply.outcome = Outcome::NotSent;
            else if (how.isLost)
                reply.outcome = Outcome::Lost;
            else if (how.declines)
                reply.outcome = Outcome::Declined;
            else if (entry == book.end() || m_unknown.contains(invoice))
                reply.outcome = Outcome::NotFound;
            else
                reply.outcome = Outcome::Told;
            if (reply.outcome == Outcome::Told)
                reply.transaction = entry->second.said;
            else
                reply.reason = QStringLiteral("as the test wants it");
            done(reply);
        });
    }

    std::deque<std::function<void()>> m_answers;
    std::map<qint64, BankOrder> m_pages;
    std::set<qint64> m_unknown; ///< dropped on arrival
};

} // namespace oshaq::test
