// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/entryscenes.h"
#include "ui/common/application.h"
#include "ui/common/field.h"
#include "ui/common/formats.h"
#include "ui/orders/entry/cashcounter.h"
#include "ui/orders/entry/drawersheet.h"
#include "ui/orders/entry/refundsheet.h"

#include <QLabel>
#include <QTest>

using namespace oshaq;
using namespace oshaq::entryscenes;

/// Counting the drawer and giving money back, as somebody at the counter does it.
class MoneySheetsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const Look look(lightTheme());
        applyLook(*qobject_cast<QApplication *>(QCoreApplication::instance()), look);
        m_desk = std::make_unique<Desk>(look, QSize(1280, 800));
        QVERIFY(QTest::qWaitForWindowExposed(&m_desk->page));
        m_desk->page.activateWindow();
    }
    void cleanup() { m_desk.reset(); }

    // ---- drawer

    void opensWithItsFloat()
    {
        DrawerSheet *sheet = openDrawer(false);
        QVERIFY(sheet->isKnown() && !sheet->drawer());
        QVERIFY2(sheet->stateText().startsWith(QStringLiteral("No drawer is open")), qPrintable(sheet->stateText()));
        m_desk->type(QStringLiteral("50000"));
        QVERIFY(sheet->doneButton()->text().contains(QStringLiteral("50,000")));
        enter();
        QCOMPARE(m_desk->till.calls.last(), QStringLiteral("openDrawer 5000000"));
        QVERIFY(sheet->drawer());
        QVERIFY2(sheet->figures().first().endsWith(QStringLiteral("50,000\u00a0₸")), qPrintable(sheet->figures().first()));
        QVERIFY(sheet->tasks()->isVisible());
    }

    void anEmptyFloatIsZero()
    {
        DrawerSheet *sheet = openDrawer(false);
        sheet->amountEdit()->setText(QStringLiteral("x"));
        enter();
        QVERIFY(!sheet->amountField()->error().isEmpty());
        QVERIFY(m_desk->till.keys.isEmpty());
        sheet->amountEdit()->clear();
        enter();
        QCOMPARE(m_desk->till.calls.last(), QStringLiteral("openDrawer 0"));
    }

    void cashByHandNeedsAReason()
    {
        DrawerSheet *sheet = openDrawer(true);
        m_desk->type(QStringLiteral("2000"));
        enter();
        QVERIFY(!sheet->reasonField()->error().isEmpty());
        sheet->reasons()->button(0)->click();
        QVERIFY(sheet->reasonField()->error().isEmpty());
        enter();
        QCOMPARE(m_desk->till.calls.last(), QStringLiteral("pay_in 41 200000 More change"));
        QVERIFY(sheet->logText().contains(QStringLiteral("More change")));
        QVERIFY(sheet->amountEdit()->text().isEmpty());
        // The next one is another act.
        QVERIFY(sheet->message().contains(QStringLiteral("2,000")));
        press(Qt::Key_F7);
        m_desk->type(QStringLiteral("900000"));
        sheet->reasonEdit()->setText(QStringLiteral("Taxi"));
        enter();
        QVERIFY2(!sheet->amountField()->error().isEmpty(), "no more goes out than should be there");
        sheet->amountEdit()->setText(QStringLiteral("500"));
        enter();
        QCOMPARE(m_desk->till.calls.last(), QStringLiteral("pay_out 41 50000 Taxi"));
        QVERIFY(m_desk->till.keys.at(0) != m_desk->till.keys.at(1));
    }

    void countsNoteByNote()
    {
        DrawerSheet *sheet = openDrawer(true);
        const qint64 expected = sheet->drawer()->session.expectedMinor();
        press(Qt::Key_F8);
        QVERIFY(sheet->counter()->isVisible());
        step(sheet, 0, 9); // 20,000
        QCOMPARE(sheet->counter()->sumMinor(), 18'000'000);
        QVERIFY2(sheet->differenceText().contains(QStringLiteral("is missing")), qPrintable(sheet->differenceText()));
        step(sheet, 1, 1);
        QCOMPARE(sheet->sumEdit()->text(), QStringLiteral("190,000"));
        QCOMPARE(expected, 18'920'000);
        QVERIFY2(sheet->differenceText().startsWith(QStringLiteral("800\u00a0₸ more")), qPrintable(sheet->differenceText()));
        enter();
        QCOMPARE(m_desk->till.calls.last(), QStringLiteral("count 41 19000000"));
        QCOMPARE(m_desk->till.counts.back().pieces, (std::vector<DrawerPieces>{{2'000'000, 9}, {1'000'000, 1}}));
        QVERIFY(sheet->drawer()->session.isOpen());
        QVERIFY(sheet->message().contains(QStringLiteral("800")));
        // What was counted is written down: nothing is lost by leaving.
        press(Qt::Key_Escape);
        QVERIFY(!sheet->isOpen());
    }

    void closesWithASumAndANote()
    {
        DrawerSheet *sheet = openDrawer(true);
        press(Qt::Key_F9);
        enter();
        QVERIFY(!sheet->sumField()->error().isEmpty());
        sheet->sumEdit()->setFocus();
        m_desk->type(QStringLiteral("189200"));
        QVERIFY2(sheet->differenceText().startsWith(QStringLiteral("Exactly")), qPrintable(sheet->differenceText()));
        sheet->noteEdit()->setText(QStringLiteral("All there"));
        enter();
        const TillPort::CashCount &count = m_desk->till.counts.back();
        QVERIFY(count.closes && count.pieces.empty());
        QCOMPARE(count.note, QStringLiteral("All there"));
        QCOMPARE(count.version, 4);
        QVERIFY(!sheet->drawer()->session.isOpen());
        QVERIFY(!sheet->tasks()->isVisible());
        press(Qt::Key_Return);
        QVERIFY(!sheet->isOpen());
        // The next time it is asked anew.
        sheet = openDrawer(false);
        QVERIFY(sheet->isKnown() && !sheet->drawer());
    }

    void aCountIsNotLostByAKey()
    {
        DrawerSheet *sheet = openDrawer(true);
        press(Qt::Key_F8);
        step(sheet, 0, 2);
        press(Qt::Key_Escape);
        QVERIFY(sheet->isOpen() && sheet->isAsking());
        sheet->leaveStrip()->keepButton()->click();
        QVERIFY(!sheet->isOpen());
        m_desk->sheets.drawer();
        m_desk->settle();
        QCOMPARE(sheet->counter()->sumMinor(), 4'000'000);
        QCOMPARE(sheet->tasks()->chosen(), int(DrawerSheet::Task::Count));
        press(Qt::Key_Escape);
        sheet->leaveStrip()->discardButton()->click();
        QVERIFY(!sheet->isOpen());
        QCOMPARE(sheet->counter()->sumMinor(), 0);
    }

    void isTriedAgainUnderItsKey()
    {
        DrawerSheet *sheet = openDrawer(true);
        m_desk->type(QStringLiteral("2000"));
        sheet->reasons()->button(0)->click();
        m_desk->till.failNext({});
        enter();
        QVERIFY(sheet->message().contains(QStringLiteral("nothing is written twice")));
        QCOMPARE(sheet->amountEdit()->text(), QStringLiteral("2000"));
        enter();
        QCOMPARE(m_desk->till.keys.size(), 2);
        QCOMPARE(m_desk->till.keys.at(0), m_desk->till.keys.at(1));
    }

    void somebodyElseClosedIt()
    {
        DrawerSheet *sheet = openDrawer(true);
        m_desk->till.drawers.front().session.closedAtMs = 1;
        m_desk->type(QStringLiteral("2000"));
        sheet->reasons()->button(0)->click();
        enter();
        QVERIFY(!sheet->message().isEmpty());
        m_desk->settle();
        QVERIFY2(sheet->isKnown() && !sheet->drawer(), "it was asked again");
    }

    void withoutAHubItIsAskedAgain()
    {
        m_desk->setLive(false);
        DrawerSheet *sheet = openDrawer(true);
        QVERIFY(!sheet->isKnown());
        QVERIFY(sheet->stateText().contains(QStringLiteral("does not answer")));
        m_desk->setLive(true);
        enter();
        m_desk->settle();
        QVERIFY(sheet->isKnown() && sheet->drawer());
    }

    void anotherLanguageKeepsWhatIsTyped()
    {
        DrawerSheet *sheet = openDrawer(true);
        m_desk->type(QStringLiteral("2500"));
        QLocale::setDefault(QLocale(QLocale::Russian));
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(sheet, &change);
        QCOMPARE(formats::readAmount(sheet->amountEdit()->text(), Currency()), std::optional<qint64>(250'000));
        QLocale::setDefault(QLocale(QLocale::English));
        QApplication::sendEvent(sheet, &change);
    }

    // ---- refunds

    void givesAPartBack()
    {
        RefundSheet *sheet = openRefund(Role::Manager);
        QCOMPARE(sheet->cards().size(), std::size_t(1));
        QCOMPARE(sheet->amountEdit()->text(), QStringLiteral("20,000"));
        QVERIFY(sheet->howText().contains(QStringLiteral("drawer")));
        m_desk->type(QStringLiteral("3000"));
        enter();
        QVERIFY(!sheet->reasonField()->error().isEmpty());
        QVERIFY(m_desk->till.keys.isEmpty());
        sheet->reasons()->button(1)->click();
        enter();
        const qint64 payment = m_desk->archive.paid.at(id()).front().id;
        QCOMPARE(m_desk->till.calls.last(), QStringLiteral("refund %1 300000 It took too long").arg(payment));
        QVERIFY(sheet->message().contains(QStringLiteral("3,000")));
        QVERIFY(sheet->cards().front()->below().contains(QStringLiteral("3,000")));
        press(Qt::Key_Return);
        QVERIFY(!sheet->isOpen());
    }

    void counterHasALimit()
    {
        RefundSheet *sheet = openRefund(Role::Counter);
        QCOMPARE(sheet->amountEdit()->text(), QStringLiteral("5,000"));
        QVERIFY2(sheet->limitText().contains(QStringLiteral("ask a manager")), qPrintable(sheet->limitText()));
        m_desk->type(QStringLiteral("5001"));
        sheet->reasons()->button(0)->click();
        enter();
        QVERIFY(sheet->amountField()->error().contains(QStringLiteral("ask a manager")));
        QVERIFY(m_desk->till.keys.isEmpty());
        sheet->amountEdit()->setText(QStringLiteral("5000"));
        enter();
        QCOMPARE(m_desk->till.keys.size(), 1);
    }

    void noMoreThanIsLeft()
    {
        RefundSheet *sheet = openRefund(Role::Manager);
        m_desk->type(QStringLiteral("20001"));
        sheet->reasons()->button(0)->click();
        enter();
        QVERIFY(!sheet->amountField()->error().isEmpty());
        for (const char *wrong : {"", "0", "x", "-5"}) {
            sheet->amountEdit()->setText(QString::fromLatin1(wrong));
            enter();
            QVERIFY2(!sheet->amountField()->error().isEmpty(), wrong);
        }
        QVERIFY(m_desk->till.keys.isEmpty());
    }

    void somebodyElseGaveItBack()
    {
        RefundSheet *sheet = openRefund(Role::Manager);
        sheet->reasons()->button(0)->click();
        Payment &payment = m_desk->archive.paid.at(id()).front();
        payment.refundedMinor = payment.totalMinor();
        payment.status = PaymentStatus::Refunded;
        enter();
        QVERIFY2(sheet->message().contains(QStringLiteral("Less than that")), qPrintable(sheet->message()));
        m_desk->settle();
        QVERIFY(sheet->stateText().startsWith(QStringLiteral("Nothing of it")));
        QVERIFY(!sheet->cards().front()->isEnabled());
    }

    void refundsAreTriedAgainUnderTheirKey()
    {
        RefundSheet *sheet = openRefund(Role::Manager);
        sheet->reasons()->button(0)->click();
        m_desk->till.failNext({});
        enter();
        QVERIFY(sheet->message().contains(QStringLiteral("nothing goes back twice")));
        enter();
        QCOMPARE(m_desk->till.keys.size(), 2);
        QCOMPARE(m_desk->till.keys.at(0), m_desk->till.keys.at(1));
    }

    void unpaidOrdersHaveNothingToGiveBack()
    {
        m_desk->archive.paid.clear();
        RefundSheet *sheet = openRefund(Role::Manager);
        QVERIFY(sheet->stateText().startsWith(QStringLiteral("Nothing was paid")));
        QVERIFY(!sheet->amountEdit()->isVisible());
        enter();
        QVERIFY(!sheet->isOpen());
    }

private:
    void enter()
    {
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        m_desk->key(key, {}, modifiers);
        m_desk->settle();
    }
    DrawerSheet *openDrawer(bool isOpen)
    {
        if (isOpen)
            m_desk->till.drawers = {sampleDrawer(m_desk->port.hubNowMs())};
        m_desk->sheets.drawer();
        m_desk->settle();
        return m_desk->sheets.drawerSheet();
    }
    static void step(DrawerSheet *sheet, int row, int times)
    {
        for (int i = 0; i < times; ++i)
            sheet->counter()->stepper(row)->findChild<TouchButton *>(QStringLiteral("stepMore"))->click();
    }
    qint64 id() const { return m_desk->orderId(QStringLiteral("A-043")); }
    /// 20,000 in cash.
    RefundSheet *openRefund(Role role)
    {
        m_desk->port.setRole(role);
        m_desk->till.role = role;
        m_desk->sheets.refund(id(), QStringLiteral("A-043"));
        m_desk->settle();
        return m_desk->sheets.refundSheet();
    }

    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(MoneySheetsTest)
#include "moneysheetstest.moc"
