// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketill.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr qint64 minuteMs = 60'000;

template <typename T> PortAnswer<T> refused(const char *code, const QString &message)
{
    return PortAnswer<T>::failed({PortFailure::Kind::Refused, QString::fromLatin1(code), message, {}});
}

} // namespace

FakeTillPort::FakeTillPort(FakeArchivePort &archive, QObject *parent)
    : TillPort(parent)
    , m_archive(archive)
{}

DrawerView *FakeTillPort::find(qint64 drawerId)
{
    const auto found = std::find_if(drawers.begin(), drawers.end(),
                                    [drawerId](const DrawerView &one) { return one.session.id == drawerId; });
    return found == drawers.end() ? nullptr : &*found;
}

PortCall FakeTillPort::openDrawers(PortDone<std::vector<DrawerView>> done)
{
    calls << QStringLiteral("openDrawers");
    return m_answers.ask<std::vector<DrawerView>>(this, std::move(done), [this] {
        std::vector<DrawerView> open;
        for (const DrawerView &one : drawers) {
            if (one.session.isOpen()) {
                open.push_back(one);
                open.back().session.moves.clear();
            }
        }
        return PortAnswer<std::vector<DrawerView>>::of(std::move(open));
    });
}

PortCall FakeTillPort::drawer(qint64 drawerId, PortDone<DrawerView> done)
{
    calls << QStringLiteral("drawer %1").arg(drawerId);
    return m_answers.ask<DrawerView>(this, std::move(done), [this, drawerId] {
        const DrawerView *found = find(drawerId);
        return found ? PortAnswer<DrawerView>::of(*found) : refused<DrawerView>("NOT_FOUND", QStringLiteral("none"));
    });
}

PortAnswer<DrawerView> FakeTillPort::once(const QString &key, const std::function<PortAnswer<DrawerView>()> &act)
{
    if (const auto known = m_drawers.find(key); known != m_drawers.end())
        return PortAnswer<DrawerView>::of(*find(known->second));
    const PortAnswer<DrawerView> answer = act();
    if (answer)
        m_drawers.emplace(key, answer.value->session.id);
    return answer;
}

PortCall FakeTillPort::openDrawer(const QString &key, qint64 floatMinor, PortDone<DrawerView> done)
{
    calls << QStringLiteral("openDrawer %1").arg(floatMinor);
    keys << key;
    return m_answers.ask<DrawerView>(this, std::move(done), [this, key, floatMinor] {
        return once(key, [this, floatMinor] {
            DrawerView view;
            view.session.id = ++m_nextId;
            view.session.terminalId = 1;
            view.session.terminalName = QStringLiteral("Counter");
            view.session.floatMinor = floatMinor;
            view.session.openedAtMs = nowMs;
            view.session.openedBy = person;
            view.isHere = true;
            drawers.push_back(view);
            return PortAnswer<DrawerView>::of(view);
        });
    });
}

PortCall FakeTillPort::moveCash(const CashMove &move, PortDone<DrawerView> done)
{
    calls << QStringLiteral("%1 %2 %3 %4")
                 .arg(drawerMoveKindText(move.kind), QString::number(move.drawerId), QString::number(move.amountMinor),
                      move.reason);
    keys << move.key;
    return m_answers.ask<DrawerView>(this, std::move(done), [this, move] {
        return once(move.key, [this, &move] {
            DrawerView *view = find(move.drawerId);
            if (!view || !view->session.isOpen())
                return refused<DrawerView>("VERSION_STALE", QStringLiteral("closed"));
            DrawerSession &session = view->session;
            session.moves.push_back({++m_nextId, move.kind, move.amountMinor, move.reason, {}, {}, person, nowMs});
            (move.kind == DrawerMoveKind::PayIn ? session.paidInMinor : session.paidOutMinor) += move.amountMinor;
            ++session.version;
            return PortAnswer<DrawerView>::of(*view);
        });
    });
}

PortCall FakeTillPort::countCash(const CashCount &count, PortDone<DrawerView> done)
{
    calls << QStringLiteral("%1 %2 %3")
                 .arg(count.closes ? QStringLiteral("close") : QStringLiteral("count"), QString::number(count.drawerId),
                      QString::number(count.countedMinor));
    keys << count.key;
    counts.push_back(count);
    return m_answers.ask<DrawerView>(this, std::move(done), [this, count] {
        return once(count.key, [this, &count] {
            DrawerView *view = find(count.drawerId);
            if (!view || !view->session.isOpen() || (count.closes && count.version != view->session.version))
                return refused<DrawerView>("VERSION_STALE", QStringLiteral("changed"));
            DrawerSession &session = view->session;
            session.counts.push_back(
                {++m_nextId, count.countedMinor, session.expectedMinor(), count.pieces, person, nowMs});
            ++session.version;
            if (count.closes) {
                session.closedAtMs = nowMs;
                session.closedBy = person;
                session.note = count.note;
                view->isHere = false;
            }
            return PortAnswer<DrawerView>::of(*view);
        });
    });
}

PortCall FakeTillPort::refund(const QString &key, qint64 paymentId, std::optional<qint64> amountMinor,
                              const QString &reason, PortDone<Payment> done)
{
    calls << QStringLiteral("refund %1 %2 %3")
                 .arg(QString::number(paymentId), amountMinor ? QString::number(*amountMinor) : QStringLiteral("all"),
                      reason);
    keys << key;
    return m_answers.ask<Payment>(this, std::move(done), [this, key, paymentId, amountMinor, reason] {
        if (const auto known = m_refunds.find(key); known != m_refunds.end())
            return PortAnswer<Payment>::of(known->second);
        const PortAnswer<Payment> answer = refundNow(paymentId, amountMinor, reason);
        if (answer)
            m_refunds.emplace(key, *answer.value);
        return answer;
    });
}

PortAnswer<Payment> FakeTillPort::refundNow(qint64 paymentId, std::optional<qint64> amountMinor, const QString &reason)
{
    for (auto &[orderId, payments] : m_archive.paid) {
        for (Payment &payment : payments) {
            if (payment.id != paymentId)
                continue;
            const qint64 amount = amountMinor.value_or(payment.refundableMinor());
            if (amount <= 0 || amount > payment.refundableMinor())
                return refused<Payment>("REFUND_EXCEEDS_PAID", QStringLiteral("too much"));
            const auto limit = refundLimitMinor(role, payment.currency);
            if (limit && payment.refundedMinor + amount > *limit)
                return PortAnswer<Payment>::failed(
                    {PortFailure::Kind::SignIn, QStringLiteral("FORBIDDEN"), QStringLiteral("too much"), {}});
            payment.refundedMinor += amount;
            payment.status =
                payment.refundedMinor == payment.totalMinor() ? PaymentStatus::Refunded : PaymentStatus::PartRefunded;
            payment.refunds.push_back({++m_nextId, amount, reason, nowMs});
            ++payment.version;
            return PortAnswer<Payment>::of(payment);
        }
    }
    return refused<Payment>("NOT_FOUND", QStringLiteral("none"));
}

PortCall FakeTillPort::payOnPage(const PageRequest &request, PortDone<BankPage> done)
{
    calls << QStringLiteral("page %1 %2 %3").arg(request.orderId).arg(request.amountMinor).arg(request.tipMinor);
    keys << request.key;
    return m_answers.ask<BankPage>(this, std::move(done), [this, request] {
        if (const auto known = m_pages.find(request.key); known != m_pages.end())
            return PortAnswer<BankPage>::of(known->second);
        BankPage page;
        page.payment.id = ++m_nextId;
        page.payment.orderId = request.orderId;
        page.payment.method = PaymentMethod::Halyk;
        page.payment.status = PaymentStatus::Pending;
        page.payment.amountMinor = request.amountMinor;
        page.payment.tipMinor = request.tipMinor;
        page.payment.createdAtMs = nowMs;
        page.url = QStringLiteral("https://pay.example.kz/p/0f3b8c62d1a94e7f%1").arg(page.payment.id);
        m_archive.paid[request.orderId].push_back(page.payment);
        m_pages.emplace(request.key, page);
        m_lastPage = page.payment.id;
        return PortAnswer<BankPage>::of(page);
    });
}

PortCall FakeTillPort::savedCards(qint64, PortDone<std::vector<SavedCard>> done)
{
    return m_answers.ask<std::vector<SavedCard>>(
        this, std::move(done), [this] { return PortAnswer<std::vector<SavedCard>>::of(cards); }, true);
}

PortCall FakeTillPort::payWithCard(const CardRequest &request, PortDone<Payment> done)
{
    calls << QStringLiteral("card %1 of %2 %3 %4")
                 .arg(request.cardId)
                 .arg(request.orderId)
                 .arg(request.amountMinor)
                 .arg(request.tipMinor);
    keys << request.key;
    return m_answers.ask<Payment>(this, std::move(done), [this, request] {
        if (const auto known = m_pages.find(request.key); known != m_pages.end())
            return PortAnswer<Payment>::of(known->second.payment);
        Payment payment;
        payment.id = ++m_nextId;
        payment.orderId = request.orderId;
        payment.method = PaymentMethod::SavedCard;
        payment.status = PaymentStatus::Pending;
        payment.cardId = request.cardId;
        payment.amountMinor = request.amountMinor;
        payment.tipMinor = request.tipMinor;
        payment.createdAtMs = nowMs;
        m_archive.paid[request.orderId].push_back(payment);
        m_pages.emplace(request.key, BankPage{payment, {}});
        m_lastPage = payment.id;
        return PortAnswer<Payment>::of(payment);
    });
}

void FakeTillPort::settlePage(PaymentStatus status)
{
    for (auto &[orderId, payments] : m_archive.paid) {
        for (Payment &payment : payments) {
            if (payment.id == m_lastPage)
                payment.status = status;
        }
    }
}

DrawerView sampleDrawer(qint64 nowMs)
{
    DrawerView view;
    DrawerSession &session = view.session;
    session.id = 41;
    session.terminalId = 1;
    session.terminalName = QStringLiteral("Counter");
    session.floatMinor = 5'000'000;
    session.openedAtMs = nowMs - 535 * minuteMs;
    session.openedBy = QStringLiteral("Aigerim");
    session.sales = 11;
    session.salesMinor = 13'480'000;
    session.refunds = 1;
    session.refundsMinor = 210'000;
    session.paidInMinor = 1'000'000;
    session.paidOutMinor = 350'000;
    session.moves = {{1,
                      DrawerMoveKind::PayOut,
                      350'000,
                      QStringLiteral("Ice"),
                      {},
                      {},
                      QStringLiteral("Aigerim"),
                      nowMs - 400 * minuteMs},
                     {2,
                      DrawerMoveKind::PayIn,
                      1'000'000,
                      QStringLiteral("More change"),
                      {},
                      {},
                      QStringLiteral("Daulet"),
                      nowMs - 120 * minuteMs}};
    session.counts = {{3, 9'870'000, 9'880'000, {}, QStringLiteral("Daulet"), nowMs - 119 * minuteMs}};
    session.version = 4;
    view.isHere = true;
    return view;
}

} // namespace oshaq
