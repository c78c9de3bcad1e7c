// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/sharedfeed.h"
#include "models/hub/orderservice.h"
#include "tests/support/hubfixture.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace oshaq;
using namespace oshaq::test;

class SharedFeedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPageIsReadOnce();
    void whoIsInTheMiddleOfAPageGetsIt();
    void whatIsNewIsReadAnew();
    void nothingIsKeptThatWasErased();
    void otherEpochsAndBusinessesHaveTheirOwn();
    void aVersionThatWasJustToldIsToldAgain();
    void whatACommitTellsIsNotReadAgain();
    void onlyWhatIsNewEnoughIsNotReadAgain();
    void whatNobodyToldIsReadAgain_data();
    void whatNobodyToldIsReadAgain();
    void threadsShareTheirMessages();

private:
    qint64 place()
    {
        const auto placed = m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return orderwrites::create(context, pickup({line(m_business.item(u"Soup"))}));
        });
        return placed ? placed->order->id : 0;
    }
    /// As a commit tells it; the note shows where a page has it from.
    CommitNotice told(qint64 id) const
    {
        auto order = orderreads::one(m_hub->database(), m_business.id, {id, {}});
        order->note = QStringLiteral("told");
        CommitNotice notice;
        notice.orders = std::make_shared<const std::vector<std::shared_ptr<const Order>>>(
            1, std::make_shared<const Order>(*std::move(order)));
        return notice;
    }
    QString noteIn(const SharedFeed::Read &read) const { return read.page->changes.back()->change.order->note; }
    SharedFeed::Read after(qint64 seq, int limit = 500)
    {
        auto read = m_feed->after(m_hub->database(), m_business.id, {m_hub->epoch, seq}, limit);
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return *read;
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    std::unique_ptr<SharedFeed> m_feed;
    qint64 m_begin = 0;
};

void SharedFeedTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    m_feed = std::make_unique<SharedFeed>();
    m_begin = after(0).page->cursor.seq;
    m_feed = std::make_unique<SharedFeed>();
}

void SharedFeedTest::aPageIsReadOnce()
{
    QVERIFY(place() > 0);
    const auto first = after(m_begin);
    const auto second = after(m_begin);
    QVERIFY(first.isFresh);
    QVERIFY(!second.isFresh);
    QCOMPARE(first.page.get(), second.page.get());
    QCOMPARE(first.page->changes.size(), 1u);
    // At its end there is nothing more, and nothing is kept of that.
    QVERIFY(after(first.page->cursor.seq).isFresh);
    QVERIFY(after(first.page->cursor.seq).page->changes.empty());
}

void SharedFeedTest::whoIsInTheMiddleOfAPageGetsIt()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(place() > 0);
    const auto whole = after(m_begin);
    QCOMPARE(whole.page->changes.size(), 3u);
    const auto late = after(whole.page->changes[1]->change.change.seq);
    QCOMPARE(late.page.get(), whole.page.get());
    QVERIFY(!late.isFresh);
}

void SharedFeedTest::whatIsNewIsReadAnew()
{
    QVERIFY(place() > 0);
    const auto first = after(m_begin);
    const qint64 id = place();
    const auto next = after(first.page->cursor.seq);
    QVERIFY(next.isFresh);
    QCOMPARE(next.page->changes.size(), 1u);
    QCOMPARE(next.page->changes[0]->change.change.id, id);
    const auto limited = [&] {
        m_feed->forget();
        return after(m_begin, 1);
    }();
    QVERIFY(limited.page->more);
    QCOMPARE(limited.page->changes.size(), 1u);
}

void SharedFeedTest::nothingIsKeptThatWasErased()
{
    QVERIFY(place() > 0);
    const auto before = after(m_begin);
    m_feed->forget();
    const auto now = after(m_begin);
    QVERIFY(now.isFresh);
    QVERIFY(now.page.get() != before.page.get());
}

void SharedFeedTest::otherEpochsAndBusinessesHaveTheirOwn()
{
    QVERIFY(place() > 0);
    const auto own = after(m_begin);
    const auto gone = m_feed->after(m_hub->database(), m_business.id, {QStringLiteral("another"), m_begin}, 500);
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::CursorGone);
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Next door"));
    const auto theirs = m_feed->after(m_hub->database(), other.id, {m_hub->epoch, 0}, 500);
    QVERIFY(theirs);
    QCOMPARE(theirs->page->businessId, other.id);
    QVERIFY(theirs->page.get() != own.page.get());
}

void SharedFeedTest::aVersionThatWasJustToldIsToldAgain()
{
    const qint64 first = place();
    const qint64 second = place();
    for (const qint64 id : {first, second, first}) {
        const auto set = m_hub->run(m_business.owner(), [id, first](WriteContext &context) {
            OrderCommand wanted;
            wanted.to = OrderStatus::Preparing;
            if (id == first && orderreads::one(context.database, context.principal.businessId, {id, {}})->status ==
                                   OrderStatus::Preparing)
                wanted.to = OrderStatus::Ready;
            return orderwrites::command(context, {id, {}}, wanted);
        });
        QVERIFY(set);
    }
    QStringList told;
    for (const auto &one : after(m_begin).page->changes)
        told.append(QStringLiteral("%1 %2%3")
                        .arg(one->change.change.id == first ? 1 : 2)
                        .arg(one->change.change.type, one->isAgain ? QStringLiteral(" again") : QString()));
    QCOMPARE(told, (QStringList{QStringLiteral("1 order.created"), QStringLiteral("2 order.created"),
                                QStringLiteral("1 order.lines"), QStringLiteral("1 order.status again"),
                                QStringLiteral("2 order.lines"), QStringLiteral("2 order.status again"),
                                QStringLiteral("1 order.lines"), QStringLiteral("1 order.status again")}));
    // A page that begins with it has the row: nobody knows what was told before.
    m_feed->forget();
    const auto late = after(m_begin + 3, 1);
    QCOMPARE(late.page->changes.size(), 1u);
    QCOMPARE(late.page->changes.front()->change.change.type, QStringLiteral("order.status"));
    QVERIFY(!late.page->changes.front()->isAgain);
}

void SharedFeedTest::whatACommitTellsIsNotReadAgain()
{
    const qint64 id = place();
    QCOMPARE(noteIn(after(m_begin)), QString());
    m_feed->forget();
    m_feed->committed(told(id));
    QCOMPARE(noteIn(after(m_begin)), QStringLiteral("told"));
    // Only the order: what else there is is read.
    QVERIFY(place() > 0);
    m_feed->committed(told(id));
    const auto both = after(m_begin);
    QCOMPARE(both.page->changes.size(), 1u); // the page of before
    QCOMPARE(noteIn(after(both.page->cursor.seq)), QString());
}

void SharedFeedTest::onlyWhatIsNewEnoughIsNotReadAgain()
{
    const qint64 id = place();
    const CommitNotice before = told(id);
    const auto accepted = m_hub->run(m_business.owner(), [id](WriteContext &context) {
        OrderCommand wanted;
        wanted.to = OrderStatus::Accepted;
        return orderwrites::command(context, {id, {}}, wanted);
    });
    QVERIFY(accepted);
    m_feed->committed(before);
    const auto read = after(m_begin);
    QCOMPARE(noteIn(read), QString());
    QCOMPARE(read.page->changes.back()->change.order->status, OrderStatus::Accepted);
    // Another business's order of that number is none of theirs.
    m_feed->forget();
    CommitNotice others = told(id);
    auto order = *others.orders->front();
    ++order.businessId;
    others.orders = std::make_shared<const std::vector<std::shared_ptr<const Order>>>(
        1, std::make_shared<const Order>(std::move(order)));
    m_feed->committed(others);
    QCOMPARE(noteIn(after(m_begin)), QString());
}

void SharedFeedTest::whatNobodyToldIsReadAgain_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"touched", "erased"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void SharedFeedTest::whatNobodyToldIsReadAgain()
{
    QFETCH(QString, what);
    m_feed->committed(told(place()));
    CommitNotice notice;
    notice.touched.untoldOrders = what == u"touched";
    notice.touched.erasures = what == u"erased";
    m_feed->committed(notice);
    QCOMPARE(noteIn(after(m_begin)), QString());
}

void SharedFeedTest::threadsShareTheirMessages()
{
    for (int i = 0; i < 50; ++i)
        QVERIFY(place() > 0);
    const auto read = after(m_begin);
    const Currency currency = *Currency::fromCode(QStringLiteral("KZT"));
    std::vector<std::vector<const char *>> seen(4);
    std::vector<std::thread> threads;
    for (auto &mine : seen) {
        threads.emplace_back([&mine, &read, &currency] {
            for (const auto &told : read.page->changes) {
                for (int view = 0; view < orderViewCount; ++view)
                    mine.push_back(told->message(currency, static_cast<OrderView>(view)).constData());
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(seen[0].size(), read.page->changes.size() * orderViewCount);
    for (const auto &mine : seen)
        QVERIFY(mine == seen[0]);
}

QTEST_GUILESS_MAIN(SharedFeedTest)
#include "sharedfeedtest.moc"
