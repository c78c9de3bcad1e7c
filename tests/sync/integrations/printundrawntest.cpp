// SPDX-License-Identifier: GPL-3.0-or-later
//
// A hub whose installation is not whole: this test stands where there is no library that draws beside it.

#include "models/hub/accessservice.h"
#include "models/hub/printservice.h"
#include "models/runtime/clock.h"
#include "sync/integrations/printing/printingthread.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;

class PrintUndrawnTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Tried once as any test page, nothing is sent, and the reason is where printers' reasons are.
    void aPaperSaysWhyItIsNotPrinted()
    {
        QTest::ignoreMessage(QtCriticalMsg,
                             QRegularExpression(QStringLiteral("^nothing is printed .*liboshaq_drawing")));
        const SystemClock clock;
        const QTemporaryDir directory;
        HubOptions options;
        options.directory = directory.path();
        options.synchronous = sql::Synchronous::Off;
        const auto hub = Hub::open(options, clock);
        QVERIFY(hub);
        Principal owner;
        const auto write = [&](std::function<Result<WriteOutcome>(WriteContext &)> run) {
            WriteCommand command;
            command.principal = owner;
            command.run = std::move(run);
            return (*hub)->writer().submitAndWait(std::move(command));
        };
        Business wanted;
        wanted.name = QStringLiteral("Oshaq");
        const auto business =
            write([&](WriteContext &context) { return accesswrites::createBusiness(context, wanted); });
        QVERIFY(business);
        owner.kind = Principal::Kind::Business;
        owner.role = Role::Owner;
        owner.businessId = owner.id = business->entityId;
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        PrinterEdit edit;
        edit.name = QStringLiteral("Kitchen");
        edit.kind = PrinterKind::Network;
        edit.address = QStringLiteral("127.0.0.1:%1").arg(server.serverPort());
        edit.width = 384;
        edit.loopbackToo = true;
        const auto printer = write([&](WriteContext &context) { return printwrites::create(context, edit); });
        QVERIFY(printer);

        PrintOptions printing;
        printing.loopbackPrinters = true;
        QtScheduler scheduler;
        PrintDispatcher dispatcher(**hub, scheduler, printing);
        dispatcher.start();
        const auto page =
            write([id = printer->entityId](WriteContext &context) { return printwrites::test(context, id); });
        QVERIFY(page);
        const auto reader = (*hub)->openReader();
        QVERIFY(reader);
        const auto job = [&] { return printjobstore::find(**reader, owner.businessId, page->entityId); };
        QTRY_COMPARE_WITH_TIMEOUT(job()->state, PrintJobState::Failed, 20'000);
        QCOMPARE(job()->attempts, 1);
        QCOMPARE(job()->fault, PrintFault::PrinterError);
        QVERIFY2(job()->error.contains(QStringLiteral("cannot draw")), qPrintable(job()->error));
        QVERIFY(!server.hasPendingConnections());
    }
};

QTEST_GUILESS_MAIN(PrintUndrawnTest)
#include "printundrawntest.moc"
