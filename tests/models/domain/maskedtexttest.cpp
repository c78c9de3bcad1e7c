// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/maskedtext.h"

#include <QTest>

using namespace oshaq;

class MaskedTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesWhatIsSomebodys_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("masked");
        const auto row = [](const char *line, const char *masked) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(masked);
        };
        row("", "");
        row("sent to +77015550199 at last", "sent to +***99 at last");
        row("to +7 (701) 555-01-99.", "to +***99.");
        row("/api/v1/business/guests/%2B77015550199", "/api/v1/business/guests/+***99");
        row("/api/v1/business/guests/87015550199/x", "/api/v1/business/guests/***99/x");
        row("dana.s@example.com is refused", "***@*** is refused");
        row("mail <dana+1@example.kz>", "mail <***@***>");
        row("dana@x", "***@***");
        row("dana@, and a@", "***@, and ***@");
        row("two: +77015550199,+77015550188", "two: +***99,+***88");
        // What is nobody's.
        row("order 0192f0c1-2345-7abc-8def-012345678901", "order 0192f0c1-2345-7abc-8def-012345678901");
        row("v1.2.3456789012 took 12 ms", "v1.2.3456789012 took 12 ms");
        row("2026-01-15T10:30:00.000Z +0500", "2026-01-15T10:30:00.000Z +0500");
        row("123456789", "123456789");
        row("1+2 @ home", "1+2 @ home");
        row("a 1234567890123456 b", "a 1234567890123456 b");
        row("+", "+");
        row("%2B", "%2B");
        row("Әсел: +77015550199", "Әсел: +***99");
    }
    void hidesWhatIsSomebodys()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, masked);
        QCOMPARE(maskPersonal(line), masked);
    }
};

QTEST_APPLESS_MAIN(MaskedTextTest)
#include "maskedtexttest.moc"
