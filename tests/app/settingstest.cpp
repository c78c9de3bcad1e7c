// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/settings.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;

namespace {

QProcessEnvironment environment(const QList<std::pair<const char *, const char *>> &values)
{
    QProcessEnvironment made;
    for (const auto &[name, value] : values)
        made.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    return made;
}

} // namespace

class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreValid()
    {
        const auto settings = Settings::load({});
        QVERIFY(settings.ok());
        QCOMPARE(settings->address("server.listen").text(), QStringLiteral("127.0.0.1:8787"));
        QVERIFY(settings->isOn("limits.rate"));
        QVERIFY(!settings->isOn("server.plain_http"));
        QSet<QString> keys;
        for (const SettingInfo &info : Settings::table()) {
            const QString key = QString::fromLatin1(info.key);
            QVERIFY2(key.count(u'.') == 1, info.key);
            QVERIFY2(*info.meaning, info.key);
            keys.insert(key);
            if (info.secret)
                continue;
            // A default is a value like any other: what it prints can be written into a file.
            Settings::Sources sources;
            sources.assignments = {key + u'=' + QString::fromLatin1(info.defaultValue)};
            const auto again = Settings::load(sources);
            QVERIFY2(again.ok(), info.key);
            QCOMPARE(again->text(info.key), QString::fromLatin1(info.defaultValue));
            QCOMPARE(again->sourceOf(info.key), Settings::Source::CommandLine);
        }
        QCOMPARE(keys.size(), qsizetype(Settings::table().size()));
    }

    void eachSourceBeatsTheOneBefore()
    {
        Settings::Sources sources;
        QCOMPARE(number(sources), 50);
        sources.file = file("[limits]\nrate_per_second = 60\n[server]\nthreads=3\n");
        QCOMPARE(number(sources), 60);
        sources.environment = environment({{"OSHAQ_LIMITS_RATE_PER_SECOND", "70"}});
        QCOMPARE(number(sources), 70);
        sources.assignments = {QStringLiteral("limits.rate_per_second=80")};
        QCOMPARE(number(sources), 80);
        sources.assignments << QStringLiteral("limits.rate_per_second=90"); // the last one counts
        QCOMPARE(number(sources), 90);
        const auto settings = Settings::load(sources);
        QCOMPARE(settings->sourceOf("limits.rate_per_second"), Settings::Source::CommandLine);
        QCOMPARE(settings->sourceOf("server.threads"), Settings::Source::File);
        QCOMPARE(settings->number("server.threads"), 3);
        QCOMPARE(settings->sourceOf("log.level"), Settings::Source::Default);
        sources.assignments.clear();
        QCOMPARE(Settings::load(sources)->sourceOf("limits.rate_per_second"), Settings::Source::Environment);
    }

    void fileSyntax()
    {
        Settings::Sources sources;
        sources.file = file(
            "\xEF\xBB\xBF# comment\r\n; another\r\n\r\nlog.level = DEBUG\r\n [ server ] \r\n listen = [::1]:0 \r\n");
        const auto settings = Settings::load(sources);
        QVERIFY2(settings.ok(), qPrintable(settings ? QString() : settings.error().message));
        QCOMPARE(settings->text("log.level"), QStringLiteral("debug"));
        QCOMPARE(settings->text("server.listen"), QStringLiteral("[::1]:0"));
    }

    void wrongFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown key") << QByteArray("[limits]\nrat = on\n")
                                     << ":2: there is no setting \"limits.rat\"; did you mean \"limits.rate\"?";
        QTest::newRow("unknown section") << QByteArray("[sever]\nlisten = 127.0.0.1:1\n")
                                         << "did you mean \"server.listen\"?";
        QTest::newRow("nothing like it") << QByteArray("\n\n[xylophone]\nquux_zork_flub = 1\n")
                                         << ":4: there is no setting \"xylophone.quux_zork_flub\"";
        QTest::newRow("key without section")
            << QByteArray("listen = 127.0.0.1:1\n") << "there is no setting \"listen\"";
        QTest::newRow("twice") << QByteArray("[limits]\nrate = on\nrate = off\n") << ":3: \"limits.rate\" is set twice";
        QTest::newRow("no value") << QByteArray("[limits]\nrate\n") << ":2: expected name = value";
        QTest::newRow("half a section") << QByteArray("[limits\nrate = on\n") << ":1: a section";
        QTest::newRow("bad switch") << QByteArray("[limits]\nrate = maybe\n")
                                    << "limits.rate is on or off, not \"maybe\"";
        QTest::newRow("empty switch") << QByteArray("[limits]\nrate =\n") << "limits.rate is on or off";
        QTest::newRow("bad number") << QByteArray("[server]\nthreads = -1\n")
                                    << "server.threads is a number from 0 to 64";
        QTest::newRow("too large") << QByteArray("[server]\nthreads = 65\n")
                                   << "server.threads is a number from 0 to 64";
        QTest::newRow("beyond 64 bits") << QByteArray("[server]\nthreads = 99999999999999999999\n")
                                        << "server.threads is a number";
        QTest::newRow("bad address") << QByteArray("[server]\nlisten = 8787\n")
                                     << "server.listen is an address and a port";
        QTest::newRow("bad choice") << QByteArray("[log]\nlevel = loud\n")
                                    << "log.level is one of: debug info warning error";
        QTest::newRow("binary") << QByteArray("\0\1\2\3", 4) << ":1: expected name = value";
    }
    void wrongFiles()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, said);
        Settings::Sources sources;
        sources.file = file(content);
        const auto settings = Settings::load(sources);
        QVERIFY(!settings.ok());
        QVERIFY2(settings.error().message.contains(said), qPrintable(settings.error().message));
    }

    void filesThatAreNotThere()
    {
        Settings::Sources sources;
        sources.file = m_directory.filePath(QStringLiteral("none.ini"));
        QVERIFY(!Settings::load(sources).ok());
        sources.file = file(QByteArray("# ").repeated(1'000'000));
        QVERIFY(!Settings::load(sources).ok());
    }

    void everythingThatIsWrong()
    {
        Settings::Sources sources;
        sources.file = file("[limits]\nrat = on\nrate = maybe\n[log\nnonsense\n");
        sources.environment = environment({{"OSHAQ_SERVER_THREADS", "-1"}});
        sources.assignments = {QStringLiteral("log.files=0"), QStringLiteral("loud")};
        const auto problems = Settings::problems(sources);
        QCOMPARE(problems.size(), std::size_t(7));
        QVERIFY(problems[0].message.contains(QLatin1String(":2: there is no setting")));
        QVERIFY(problems[1].message.contains(QLatin1String(":3: limits.rate is on or off")));
        QVERIFY(problems[2].message.contains(QLatin1String(":4: a section")));
        QVERIFY(problems[3].message.contains(QLatin1String(":5: expected name = value")));
        QVERIFY(problems[4].message.startsWith(QLatin1String("OSHAQ_SERVER_THREADS: ")));
        QVERIFY(problems[5].message.startsWith(QLatin1String("--set: log.files")));
        QVERIFY(problems[6].message.contains(QLatin1String("is not KEY=VALUE")));
        QCOMPARE(Settings::load(sources).error().message, problems[0].message);
        QVERIFY(Settings::problems({}).empty());
    }

    void valuesFromFiles()
    {
        Settings::Sources sources;
        const QString path = file("  70\n");
        sources.environment.insert(QStringLiteral("OSHAQ_LIMITS_RATE_PER_SECOND_FILE"), path);
        QCOMPARE(number(sources), 70);
        sources.environment.insert(QStringLiteral("OSHAQ_LIMITS_RATE_PER_SECOND"), QStringLiteral("80"));
        QVERIFY(Settings::load(sources).error().message.contains(QLatin1String("keep one of both")));
        sources.environment.remove(QStringLiteral("OSHAQ_LIMITS_RATE_PER_SECOND"));
        QVERIFY(QFile::remove(path));
        QVERIFY(Settings::load(sources).error().message.contains(QLatin1String("cannot be read")));
    }

    void secretsAreNotOnTheCommandLine()
    {
        for (const SettingInfo &info : Settings::table()) {
            Settings::Sources sources;
            sources.assignments = {QString::fromLatin1(info.key) + u'=' + QString::fromLatin1(info.defaultValue)};
            QCOMPARE(Settings::load(sources).ok(), !info.secret);
        }
    }

    void environmentOfOthers()
    {
        Settings::Sources sources;
        sources.environment =
            environment({{"OSHAQ_LONG", "1"}, {"OSHAQ_DATA", "/x"}, {"PATH", "/bin"}, {"OSHAQ_LOG_LEVEL", "warning"}});
        const auto settings = Settings::load(sources);
        QVERIFY(settings.ok());
        QCOMPARE(settings->text("log.level"), QStringLiteral("warning"));
        sources.environment = environment({{"OSHAQ_SERVER_LISTN", "127.0.0.1:1"}});
        const auto typo = Settings::load(sources);
        QVERIFY(!typo.ok());
        QVERIFY2(typo.error().message.contains(QStringLiteral("did you mean \"OSHAQ_SERVER_LISTEN\"?")),
                 qPrintable(typo.error().message));
    }

    void wrongAssignments()
    {
        for (const char *text : {"", "=", "=on", "limits.rate", "limits.rates=on", "limits.rate=", "LIMITS.RATE=on"}) {
            Settings::Sources sources;
            sources.assignments = {QString::fromLatin1(text)};
            const auto settings = Settings::load(sources);
            QVERIFY2(!settings.ok(), text);
            QVERIFY(settings.error().message.startsWith(QStringLiteral("--set: ")));
        }
    }

    void switches()
    {
        for (const auto &[text, on] : {std::pair{"on", true},
                                       {"TRUE", true},
                                       {"yes", true},
                                       {"1", true},
                                       {"off", false},
                                       {"False", false},
                                       {"no", false},
                                       {"0", false}}) {
            Settings::Sources sources;
            sources.assignments = {QStringLiteral("limits.rate=") + QString::fromLatin1(text)};
            QCOMPARE(Settings::load(sources)->isOn("limits.rate"), on);
        }
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("normal"); // empty: refused
        QTest::addColumn<bool>("loopback");
        QTest::newRow("IPv4") << "127.0.0.1:8787"
                              << "127.0.0.1:8787" << true;
        QTest::newRow("any port") << "127.0.0.1:0"
                                  << "127.0.0.1:0" << true;
        QTest::newRow("IPv6") << "[::1]:80"
                              << "[::1]:80" << true;
        QTest::newRow("localhost") << "localhost:1"
                                   << "127.0.0.1:1" << true;
        QTest::newRow("all") << "0.0.0.0:8787"
                             << "0.0.0.0:8787" << false;
        QTest::newRow("all IPv6") << "[::]:8787"
                                  << "[::]:8787" << false;
        QTest::newRow("network") << "192.168.1.5:65535"
                                 << "192.168.1.5:65535" << false;
        for (const char *text :
             {"", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:80x", "1:80",
              "1.2:80", "256.0.0.1:80", "::1:80", "[::1]", "[127.0.0.1]:80", "[1.2.3.4.5]:80", "example.org:80",
              "127.0.0.1 :80", "http://127.0.0.1:80", "0127.0.0.1:999999999999"})
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text) << QString() << false;
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, normal);
        QFETCH(bool, loopback);
        const auto address = listenAddressFromText(text);
        QCOMPARE(address.has_value(), !normal.isEmpty());
        if (address) {
            QCOMPARE(address->text(), normal);
            QCOMPARE(address->isLoopback(), loopback);
        }
    }

private:
    int number(const Settings::Sources &sources)
    {
        const auto settings = Settings::load(sources);
        return settings ? int(settings->number("limits.rate_per_second")) : -1;
    }

    QString file(const QByteArray &content)
    {
        QFile made(m_directory.filePath(QStringLiteral("%1.ini").arg(++m_files)));
        if (made.open(QIODevice::WriteOnly))
            made.write(content);
        return made.fileName();
    }

    QTemporaryDir m_directory;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settingstest.moc"
