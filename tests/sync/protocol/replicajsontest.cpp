// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/replicajson.h"

#include <QTest>

using namespace oshaq;

class ReplicaJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesComeAsTheyWent()
    {
        QByteArray body;
        appendFrame(&body, {7, {{1, {10, 12}}, {2, {3, 3}}}, QByteArray("\0\xff changes", 10)});
        appendFrame(&body, {8, {}, {}});
        const auto frames = readFrames(body);
        QVERIFY(frames);
        QCOMPARE(frames->size(), 2u);
        QCOMPARE(frames->front().n, 7);
        QCOMPARE(frames->front().seqs.at(1), std::pair(qint64(10), qint64(12)));
        QCOMPARE(frames->front().seqs.at(2).second, 3);
        QCOMPARE(frames->front().bytes, QByteArray("\0\xff changes", 10));
        QCOMPARE(frames->back().n, 8);
        QVERIFY(frames->back().bytes.isEmpty());
        QVERIFY(readFrames({})->empty());
    }

    void whatIsCutOffIsRefused()
    {
        QByteArray body;
        appendFrame(&body, {7, {{1, {10, 12}}}, "some changes"});
        for (qsizetype length = 1; length < body.size(); ++length)
            QVERIFY2(!readFrames(body.left(length)), QByteArray::number(length));
        QVERIFY(!readFrames(body + 'x'));
        QVERIFY(!readFrames(QByteArray("\xff\xff\xff\xff{}", 6)));
        QVERIFY(!readFrames(QByteArray("\0\0\0\2[]\0\0\0\0", 10)));
    }

    void notesComeAsTheyWent()
    {
        ReplicaNote note;
        note.role = ReplicaRole::Hub;
        note.mode = ReplicaMode::Sync;
        note.solo = true;
        note.refusing = true;
        note.reason = QStringLiteral("standby_unreachable");
        note.lagMs = 1200;
        note.otherUrl = QStringLiteral("https://192.168.1.11:8787");
        note.storage = QStringLiteral("disk_full");
        JsonWriter json;
        writeReplicaNote(json, note);
        QCOMPARE(readReplicaNote(*parseJson(json.take())), std::optional(note));
        // An older hub, and one that has words of a later version.
        QVERIFY(!readReplicaNote(*parseJson("{}")));
        QVERIFY(!readReplicaNote(*parseJson(R"({"role":"witness","mode":"sync"})")));
    }

    void acknowledgementsComeAsTheyWent()
    {
        const ReplicaAck ack{"follower", QStringLiteral("3-A.17"), QStringLiteral("http://x:1"), {}};
        const ReplicaAck read = readAck(*parseJson(ackBody(ack)));
        QCOMPARE(read.follower, ack.follower);
        QCOMPARE(read.position, ack.position);
        QCOMPARE(read.url, ack.url);
        QVERIFY(read.promoted.isEmpty());
        const auto answer = readAckAnswer(*parseJson(ackAnswerJson({QStringLiteral("hub"), QStringLiteral("3-A")})));
        QVERIFY(answer);
        QCOMPARE(answer->epoch, QStringLiteral("3-A"));
        QVERIFY(!readAckAnswer(*parseJson("{}")));
    }
};

QTEST_GUILESS_MAIN(ReplicaJsonTest)
#include "replicajsontest.moc"
