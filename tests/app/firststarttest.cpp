// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/firststart.h"

#include "models/hub/accessservice.h"
#include "models/hub/terminalservice.h"
#include "models/runtime/clock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;

/// What a desktop may do at the hub that it carries itself.
class FirstStartTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theOwnTerminalIsTheOwners();
    void aKitchenOfAnEarlierVersionIsRaisedOnce();

private:
    Principal principal();
    QString giveRole(Role role);
    QString start();

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<Terminal> m_terminal;
};

void FirstStartTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    const QString path = m_directory->filePath(QStringLiteral("site"));
    QVERIFY(ensureHub(path, QStringLiteral("Asia/Almaty"), m_clock).ok());
    HubOptions options;
    options.directory = path;
    auto hub = Hub::open(options, m_clock);
    QVERIFY2(hub.ok(), hub ? "" : qPrintable(hub.error().message));
    m_hub = std::move(*hub);
    auto terminal = Terminal::open(m_directory->filePath(QStringLiteral("screen")), m_clock);
    QVERIFY(terminal.ok());
    m_terminal = std::move(*terminal);
    QCOMPARE(start(), QString());
}

void FirstStartTest::cleanup()
{
    m_terminal.reset();
    m_hub.reset();
    m_directory.reset();
}

QString FirstStartTest::start()
{
    const auto ready =
        ensureOwnTerminal(*m_hub, *m_terminal, QStringLiteral("http://127.0.0.1:1"), QStringLiteral("Counter"));
    return ready ? QString() : ready.error().message;
}

Principal FirstStartTest::principal()
{
    auto reader = m_hub->openReader();
    if (!reader)
        return {};
    const auto found = accessreads::authenticate(**reader, m_terminal->credentials().token, m_clock.nowMs());
    return found ? *found : Principal();
}

QString FirstStartTest::giveRole(Role role)
{
    WriteCommand command;
    command.principal.kind = Principal::Kind::Business;
    command.principal.role = Role::Owner;
    command.principal.businessId = principal().businessId;
    command.run = [id = principal().id, role](WriteContext &context) {
        TerminalEdit edit;
        edit.role = role;
        return terminalwrites::edit(context, id, edit, std::nullopt);
    };
    const auto done = m_hub->writer().submitAndWait(std::move(command));
    return done ? QString() : done.error().message;
}

void FirstStartTest::theOwnTerminalIsTheOwners()
{
    QCOMPARE(m_terminal->credentials().role, Role::Owner);
    QCOMPARE(principal().role, Role::Owner);
    const QString token = m_terminal->credentials().token;
    QCOMPARE(start(), QString());
    QCOMPARE(m_terminal->credentials().token, token);
    // Whoever gives it another role is obeyed.
    QCOMPARE(giveRole(Role::Kitchen), QString());
    QCOMPARE(start(), QString());
    QCOMPARE(m_terminal->credentials().role, Role::Kitchen);
    QCOMPARE(m_terminal->orders().role(), Role::Kitchen);
}

void FirstStartTest::aKitchenOfAnEarlierVersionIsRaisedOnce()
{
    QCOMPARE(giveRole(Role::Kitchen), QString());
    QVERIFY(m_terminal->database().setMeta(QStringLiteral("own.role.given"), QString()).ok());
    QVERIFY(m_terminal
                ->setCredentials({QStringLiteral("http://127.0.0.1:1"), m_terminal->credentials().token, Role::Kitchen})
                .ok());
    const QString token = m_terminal->credentials().token;
    QCOMPARE(start(), QString());
    QCOMPARE(m_terminal->credentials().token, token);
    QCOMPARE(m_terminal->credentials().role, Role::Owner);
    QCOMPARE(principal().role, Role::Owner); // the session of the token as well
    QCOMPARE(m_terminal->orders().role(), Role::Owner);

    QCOMPARE(giveRole(Role::Kitchen), QString());
    QCOMPARE(start(), QString());
    QCOMPARE(m_terminal->credentials().role, Role::Kitchen);
}

QTEST_GUILESS_MAIN(FirstStartTest)
#include "firststarttest.moc"
