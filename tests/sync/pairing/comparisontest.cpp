// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pairing/comparison.h"

#include <QSet>
#include <QTest>

using namespace oshaq;
using namespace oshaq::comparison;

/// What the six digits promise, without any network.
class ComparisonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSidesSeeTheSame();
    void everyPartOfTheTranscriptCounts_data();
    void everyPartOfTheTranscriptCounts();
    void commitmentsBind();
    void somebodyInBetweenIsSeen();
    void nobodyInBetweenCanSearch();
    void onlyTheOtherSideOpens();
    void weakKeysAreRefused();
};

static Transcript sample()
{
    return {QByteArray(32, 'a'), QByteArray(32, 'b'), QStringLiteral("Grill"),
            QByteArray(32, 'c'), QByteArray(32, 'd'), QByteArray(32, 'e')};
}

void ComparisonTest::bothSidesSeeTheSame()
{
    QCOMPARE(digits(sample()).size(), 6);
    QCOMPARE(digits(sample()), digits(sample()));
    // Written down: hubs and screens of different versions must agree.
    QCOMPARE(digits(sample()), QStringLiteral("421236"));
}

void ComparisonTest::everyPartOfTheTranscriptCounts_data()
{
    QTest::addColumn<QByteArray>("part");
    for (const char *part : {"screen key", "screen nonce", "name", "hub key", "hub nonce", "authority"})
        QTest::newRow(part) << QByteArray(part);
}

void ComparisonTest::everyPartOfTheTranscriptCounts()
{
    QFETCH(QByteArray, part);
    Transcript other = sample();
    const QByteArray changed = QByteArray(31, 'x') + 'y';
    if (part == "screen key")
        other.screenKey = changed;
    else if (part == "screen nonce")
        other.screenNonce = changed;
    else if (part == "name")
        other.screenName = QStringLiteral("Grill ");
    else if (part == "hub key")
        other.hubKey = changed;
    else if (part == "hub nonce")
        other.hubNonce = changed;
    else
        other.authority = changed;
    QVERIFY(digits(other) != digits(sample()));
}

void ComparisonTest::commitmentsBind()
{
    const EphemeralKey screen;
    const EphemeralKey hub;
    const QByteArray nonce = makeNonce();
    const QByteArray promised = screenCommitment(screen.publicKey(), nonce, QStringLiteral("Grill"));
    QVERIFY(isSame(promised, screenCommitment(screen.publicKey(), nonce, QStringLiteral("Grill"))));
    QVERIFY(!isSame(promised, screenCommitment(screen.publicKey(), makeNonce(), QStringLiteral("Grill"))));
    QVERIFY(!isSame(promised, screenCommitment(hub.publicKey(), nonce, QStringLiteral("Grill"))));
    QVERIFY(!isSame(promised, screenCommitment(screen.publicKey(), nonce, QStringLiteral("Gril"))));
    // A hub's says of which CA, and to whose commitment: neither can be sent on for another's.
    const QByteArray authority(32, 'e');
    const QByteArray of = hubCommitment(hub.publicKey(), nonce, authority, promised);
    QVERIFY(!isSame(of, hubCommitment(hub.publicKey(), nonce, QByteArray(32, 'f'), promised)));
    QVERIFY(!isSame(of, hubCommitment(hub.publicKey(), nonce, authority, QByteArray(32, 'f'))));
    QVERIFY(!isSame(of, promised));
    QVERIFY(!isSame(QByteArray(), promised));
}

/// Somebody who answers for the hub with a key of their own, and knocks at the hub with another.
void ComparisonTest::somebodyInBetweenIsSeen()
{
    int alike = 0;
    for (int i = 0; i < 200; ++i) {
        const EphemeralKey screen;
        const EphemeralKey hub;
        const EphemeralKey between;
        const QByteArray screenNonce = makeNonce();
        const QByteArray hubNonce = makeNonce();
        const QByteArray theirs = makeNonce();
        const Transcript atScreen{screen.publicKey(),  screenNonce, QStringLiteral("Grill"),
                                  between.publicKey(), theirs,      QByteArray(32, 'm')};
        const Transcript atHub{between.publicKey(), theirs,   QStringLiteral("Grill"),
                               hub.publicKey(),     hubNonce, QByteArray(32, 'e')};
        alike += digits(atScreen) == digits(atHub) ? 1 : 0;
    }
    // One in a million each.
    QVERIFY2(alike <= 1, qPrintable(QString::number(alike)));
}

/// Without commitments whoever sits between tries nonces until the digits fit, in a second. With them the nonce has to
/// be chosen before the other side's is known: what was found by searching is refused.
void ComparisonTest::nobodyInBetweenCanSearch()
{
    const EphemeralKey screen;
    const EphemeralKey hub;
    const EphemeralKey between;
    const QString name = QStringLiteral("Grill");
    const QByteArray authority(32, 'e');
    // The one in between has knocked at the hub and knows what it will show.
    const QByteArray chosen = makeNonce();
    const QByteArray knocked = screenCommitment(between.publicKey(), chosen, name);
    const QString wanted = digits({between.publicKey(), chosen, name, hub.publicKey(), makeNonce(), authority});
    // To the screen they must commit before it says its nonce.
    const QByteArray screenNonce = makeNonce();
    const QByteArray screenPromise = screenCommitment(screen.publicKey(), screenNonce, name);
    const QByteArray first = makeNonce();
    const QByteArray said = hubCommitment(between.publicKey(), first, authority, screenPromise);
    // Now the screen's nonce is known: here is one that makes the digits fit, of at most some million tries. A shorter
    // comparison, of three digits, is enough to show it.
    QByteArray found;
    for (int i = 0; i < 100'000 && found.isEmpty(); ++i) {
        const QByteArray tried = makeNonce();
        const QString seen = digits({screen.publicKey(), screenNonce, name, between.publicKey(), tried, authority});
        if (seen.right(3) == wanted.right(3))
            found = tried;
    }
    QVERIFY(!found.isEmpty());
    QVERIFY(!isSame(said, hubCommitment(between.publicKey(), found, authority, screenPromise)));
    // The other way round likewise: at the hub they stand by the nonce that they promised.
    QVERIFY(!isSame(knocked, screenCommitment(between.publicKey(), found, name)));
}

void ComparisonTest::onlyTheOtherSideOpens()
{
    const EphemeralKey screen;
    const EphemeralKey hub;
    const EphemeralKey between;
    const auto sealed = hub.seal("ott_secret", screen.publicKey());
    QVERIFY(sealed.ok());
    QVERIFY(!sealed->contains("secret"));
    const auto opened = screen.open(*sealed, hub.publicKey());
    QVERIFY(opened.ok());
    QCOMPARE(*opened, QByteArray("ott_secret"));
    QVERIFY(!between.open(*sealed, hub.publicKey()).ok());
    QVERIFY(!screen.open(*sealed, between.publicKey()).ok());
    for (const qsizetype at : {qsizetype(0), qsizetype(30), sealed->size() - 1}) {
        QByteArray changed = *sealed;
        changed[at] = char(changed[at] ^ 1);
        QVERIFY(!screen.open(changed, hub.publicKey()).ok());
    }
    QVERIFY(!screen.open(sealed->left(10), hub.publicKey()).ok());
    QVERIFY(!screen.open({}, hub.publicKey()).ok());
    // Twice the same is never the same bytes.
    QVERIFY(*hub.seal("ott_secret", screen.publicKey()) != *sealed);
}

void ComparisonTest::weakKeysAreRefused()
{
    const EphemeralKey hub;
    QVERIFY(!hub.seal("ott_secret", QByteArray(32, '\0')).ok());
    QVERIFY(!hub.seal("ott_secret", QByteArray(32, '\0').replace(0, 1, "\x01")).ok());
    QVERIFY(!hub.seal("ott_secret", "short").ok());
    QVERIFY(!hub.seal("ott_secret", {}).ok());
    QSet<QByteArray> keys;
    for (int i = 0; i < 50; ++i)
        keys.insert(EphemeralKey().publicKey());
    QCOMPARE(keys.size(), 50);
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "comparisontest.moc"
