// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/entrystage.h"
#include "ui/common/field.h"
#include "ui/orders/entry/billsplit.h"
#include "ui/orders/entry/draftticket.h"
#include "ui/orders/entry/paymath.h"

#include <algorithm>

using namespace oshaq;
using namespace oshaq::test;

/// Orders that are paid, split and joined.
class OrderPayTest final : public QObject, EntryStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { m_desk.reset(); }

    void cashWithChange()
    {
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        QCOMPARE(pay->dueMinor(), 4'120'000);
        type(QStringLiteral("50000"));
        QVERIFY(pay->changeText().startsWith(QStringLiteral("8,800")));
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(pay->isPaid());
        const auto &request = m_desk->archive.payRequests.front();
        QCOMPARE(request.amountMinor, 4'120'000);
        QCOMPARE(request.tenderedMinor, std::optional<qint64>(5'000'000));
        QVERIFY(pay->changeText().startsWith(QStringLiteral("8,800")));
        press(Qt::Key_Return);
        QVERIFY(!pay->isOpen());
    }

    void paymentIsTriedAgainUnderItsKey()
    {
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        m_desk->archive.failNext({});
        type(QStringLiteral("50000"));
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(!pay->isPaid() && !pay->message().isEmpty());
        QCOMPARE(pay->tenderedEdit()->text(), QStringLiteral("50000"));
        // The clerk goes away and comes back.
        press(Qt::Key_Escape);
        QVERIFY(!pay->isOpen());
        openPay(QStringLiteral("A-043"));
        QCOMPARE(pay->tenderedEdit()->text(), QStringLiteral("50,000"));
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(pay->isPaid());
        QCOMPARE(m_desk->archive.keys.size(), 2);
        QCOMPARE(m_desk->archive.keys[0], m_desk->archive.keys[1]);
    }

    void refusedPaymentIsSaidAndGetsANewKey()
    {
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        m_desk->archive.failNext({PortFailure::Kind::Refused, QStringLiteral("PAYMENT_EXCEEDS_DUE"), {}, {}});
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY2(pay->message().contains(QStringLiteral("owes less")), qPrintable(pay->message()));
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(pay->isPaid());
        QVERIFY(m_desk->archive.keys[0] != m_desk->archive.keys[1]);
    }

    void wrongAmountsAreSaidBesideThem()
    {
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        type(QStringLiteral("100"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!pay->tenderedField()->error().isEmpty());
        pay->amountEdit()->setFocus();
        pay->amountEdit()->selectAll();
        type(QStringLiteral("900000"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!pay->amountField()->error().isEmpty());
        for (const char *text : {"", "0", "-5", "abc", "1.2.3", "99999999999999999999"}) {
            pay->amountEdit()->setText(QString::fromLatin1(text));
            press(Qt::Key_Return, Qt::ControlModifier);
            QVERIFY2(!pay->amountField()->error().isEmpty(), text);
        }
        QVERIFY(m_desk->archive.payRequests.empty());
    }

    void threeGuestsShareEvenly()
    {
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        QTest::mouseClick(pay->share()->ways()->button(1), Qt::LeftButton);
        QCOMPARE(pay->amountEdit()->text(), QStringLiteral("20,600"));
        QTest::mouseClick(pay->share()->guestsStepper()->findChild<TouchButton *>(QStringLiteral("stepMore")),
                          Qt::LeftButton);
        QCOMPARE(pay->amountEdit()->text(), QStringLiteral("13,734"));
        for (int guest = 0; guest < 3; ++guest) {
            QVERIFY(!pay->isPaid());
            press(Qt::Key_Return, Qt::ControlModifier);
            m_desk->settle();
        }
        QVERIFY(pay->isPaid());
        QCOMPARE(m_desk->archive.payRequests.size(), std::size_t(3));
        qint64 sum = 0;
        for (const auto &request : m_desk->archive.payRequests)
            sum += request.amountMinor;
        QCOMPARE(sum, 4'120'000);
    }

    void eachPaysForTheirDishes()
    {
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        BillSplit *share = pay->share();
        QTest::mouseClick(share->ways()->button(2), Qt::LeftButton);
        QVERIFY(!share->hint().isEmpty());
        QCOMPARE(pay->amountEdit()->text(), QStringLiteral("0"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!pay->amountField()->error().isEmpty());
        QVERIFY(share->dishes()->count() >= 2);
        QTest::mouseClick(share->dishes()->button(0), Qt::LeftButton);
        const qint64 first = share->shareMinor();
        QVERIFY(first > 0 && first < 4'120'000);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(m_desk->archive.payRequests.back().amountMinor, first);
        QVERIFY(!pay->isPaid());
        // It is the next guest's turn; what was paid for is not offered again.
        QVERIFY(!share->dishes()->button(0)->isEnabled());
        QVERIFY(share->hint().contains(u'2'));
        for (int i = 1; i < share->dishes()->count(); ++i)
            QTest::mouseClick(share->dishes()->button(i), Qt::LeftButton);
        QCOMPARE(share->shareMinor(), 4'120'000 - first);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(pay->isPaid());
    }

    void guestsPayOnTheirPhone()
    {
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        press(Qt::Key_F8);
        QVERIFY(pay->doneButton()->text().contains(QStringLiteral("code")));
        QVERIFY(!pay->tenderedEdit()->isVisible() && !pay->slipEdit()->isVisible());
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(m_desk->till.calls.last(),
                 QStringLiteral("page %1 4120000 0").arg(m_desk->orderId(QStringLiteral("A-043"))));
        QVERIFY(pay->pageUrl().startsWith(QStringLiteral("https://")));
        QVERIFY2(!pay->isPaid(), "what waits for the bank is not paid");
        QCOMPARE(pay->dueText(), QStringLiteral("Waits for the bank"));
        // Away and back: the code is still there, and nothing is asked for twice.
        press(Qt::Key_Escape);
        openPay(QStringLiteral("A-043"));
        m_desk->settle();
        QVERIFY(!pay->pageUrl().isEmpty());
        m_desk->till.settlePage(PaymentStatus::Charged);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(pay->isPaid());
        QVERIFY(pay->pageUrl().isEmpty());
        QVERIFY(pay->message().contains(QStringLiteral("41,200")));
        QCOMPARE(m_desk->till.keys.size(), 1);
    }

    void savedCardsAreOfferedToWhoHasThem()
    {
        QCOMPARE(openPay(QStringLiteral("A-043"))->methods()->count(), 3);
        press(Qt::Key_Escape);
        m_desk->till.cards = {{3, 5, QStringLiteral("440564******1234"), QStringLiteral("VISA"), 0},
                              {4, 5, QStringLiteral("510000******0042"), {}, 0}};
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        m_desk->settle();
        QCOMPARE(pay->methods()->count(), 4);
        QVERIFY(!pay->cards()->isVisible());
        press(Qt::Key_F9);
        QVERIFY(pay->cards()->isVisible());
        QVERIFY(pay->cards()->button(0)->text().contains(QStringLiteral("VISA")));
        QVERIFY(pay->cards()->button(1)->text().endsWith(QStringLiteral("0042")));
        QTest::mouseClick(pay->cards()->button(1), Qt::LeftButton);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(m_desk->till.calls.last(),
                 QStringLiteral("card 4 of %1 4120000 0").arg(m_desk->orderId(QStringLiteral("A-043"))));
        QVERIFY2(!pay->isPaid(), "what waits for the bank is not paid");
        QVERIFY(pay->pageUrl().isEmpty());
        m_desk->till.settlePage(PaymentStatus::Failed);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(pay->message().contains(QStringLiteral("said no")));
        QVERIFY(!pay->isPaid());
        press(Qt::Key_F9);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        m_desk->till.settlePage(PaymentStatus::Charged);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(pay->isPaid());
        QVERIFY(pay->message().contains(QStringLiteral("saved card")));
    }

    void aSavedCardWithoutAnAnswerIsTriedAgain()
    {
        m_desk->till.cards = {{3, 5, QStringLiteral("440564******1234"), QStringLiteral("VISA"), 0},
                              {4, 5, QStringLiteral("510000******0042"), {}, 0}};
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        m_desk->settle();
        press(Qt::Key_F9);
        QTest::mouseClick(pay->cards()->button(1), Qt::LeftButton);
        m_desk->till.failNext(PortFailure{});
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        press(Qt::Key_Escape);
        // The hub does not say which cards there are: it is still that card, under that key.
        m_desk->till.cards.clear();
        pay = openPay(QStringLiteral("A-043"));
        m_desk->settle();
        QVERIFY(pay->cards()->isVisible());
        QCOMPARE(pay->cards()->count(), 1);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(m_desk->till.calls.last().startsWith(QStringLiteral("card 4 of")));
        QCOMPARE(m_desk->till.keys.size(), 2);
        QCOMPARE(m_desk->till.keys[0], m_desk->till.keys[1]);
    }

    void theBankSaysNo()
    {
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        press(Qt::Key_F8);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        m_desk->till.settlePage(PaymentStatus::Failed);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(!pay->isPaid() && pay->pageUrl().isEmpty());
        QVERIFY(pay->message().startsWith(QStringLiteral("Nothing came")));
        QCOMPARE(pay->dueMinor(), 4'120'000);
        QVERIFY(pay->amountEdit()->isVisible());
        // Another way.
        press(Qt::Key_F6);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(pay->isPaid());
    }

    void withoutABankItSaysSo()
    {
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        press(Qt::Key_F8);
        m_desk->till.failNext({PortFailure::Kind::Refused, QStringLiteral("PAYMENT_METHOD_NOT_CONFIGURED"), {}, {}});
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY2(pay->message().startsWith(QStringLiteral("No bank is set up")), qPrintable(pay->message()));
        QVERIFY(pay->pageUrl().isEmpty() && pay->amountEdit()->isVisible());
    }

    void sharesOfDishesFit()
    {
        const Currency tenge;
        // Delivery goes with the dishes, in whole tenge.
        QCOMPARE(dishesShare(1'100'000, 500'000, 1'000'000, 1'100'000, tenge), 550'000);
        QCOMPARE(dishesShare(1'000'000, 333'333, 1'000'000, 1'000'000, tenge), 333'400);
        QCOMPARE(dishesShare(1'000'000, 500'000, 1'000'000, 200'000, tenge), 200'000);
        QCOMPARE(dishesShare(1'000'000, 0, 1'000'000, 200'000, tenge), 0);
        QCOMPARE(dishesShare(1'000'000, 1'000'001, 1'000'000, 200'000, tenge), 0);
        QCOMPARE(dishesShare(0, 1, 1, 1, tenge), 0);
    }

    void cardReaderWithSlipAndTip()
    {
        PaySheet *pay = openPay(QStringLiteral("A-043"));
        press(Qt::Key_F7);
        type(QStringLiteral("000123"));
        pay->tipEdit()->setFocus();
        type(QStringLiteral("500"));
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        const auto &request = m_desk->archive.payRequests.front();
        QCOMPARE(request.method, PaymentMethod::CardReader);
        QCOMPARE(request.slip, QStringLiteral("000123"));
        QCOMPARE(request.tipMinor, 50'000);
        QVERIFY(!request.tenderedMinor);
        QVERIFY(pay->isPaid());
    }

    void usualCashAndEvenShares()
    {
        const Currency tenge;
        QCOMPARE(quickCash(1'845'000, tenge), (std::vector<qint64>{1'845'000, 1'850'000, 1'900'000, 2'000'000}));
        QVERIFY(quickCash(0, tenge).empty());
        QVERIFY(quickCash(-5, tenge).empty());
        QCOMPARE(quickCash(1234, *Currency::fromCode(QStringLiteral("USD"))),
                 (std::vector<qint64>{1234, 1300, 1500, 2000, 5000}));
        QCOMPARE(evenShare(1000, 3, tenge), 400);
        QCOMPARE(evenShare(50, 3, tenge), 50);
        QCOMPARE(evenShare(1000, 0, tenge), 1000);
        QCOMPARE(evenShare(-5, 3, tenge), 0);
    }

    void splitNeedsBothSidesAndKeepsItsKey()
    {
        m_desk->sheets.split(m_desk->orderId(QStringLiteral("A-043")));
        SplitSheet *split = m_desk->sheets.splitSheet();
        QCOMPARE(split->count(), 3); // the voided line is nobody's
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!split->message().isEmpty());
        for (int row = 0; row < split->count(); ++row) {
            for (int i = 0; i < 4; ++i)
                QTest::mouseClick(split->stepper(row)->findChild<TouchButton *>(QStringLiteral("stepMore")),
                                  Qt::LeftButton);
        }
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(split->message().contains(QStringLiteral("stay")));
        QVERIFY(m_desk->archive.keys.isEmpty());
        QTest::mouseClick(split->stepper(0)->findChild<TouchButton *>(QStringLiteral("stepLess")), Qt::LeftButton);
        QVERIFY2(split->staysText().contains(QStringLiteral("2,500")), qPrintable(split->staysText()));
        QVERIFY2(split->goesText().contains(QStringLiteral("58,700")), qPrintable(split->goesText()));

        m_desk->archive.failNext({});
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(!split->isFinished());
        QCOMPARE(split->stepper(0)->value(), 3000);
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(split->isFinished());
        QVERIFY(split->message().contains(QStringLiteral("A-043-2")));
        QCOMPARE(m_desk->archive.keys.size(), 2);
        QCOMPARE(m_desk->archive.keys[0], m_desk->archive.keys[1]);
        press(Qt::Key_Return);
        QVERIFY(!split->isOpen());
    }

    void joinShowsWhatComesOfIt()
    {
        const qint64 into = m_desk->orderId(QStringLiteral("A-039"));
        m_desk->sheets.join(into);
        JoinSheet *join = m_desk->sheets.joinSheet();
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!join->message().isEmpty());
        // Tables first: this one is at a table.
        QVERIFY(join->cards().front()->title().contains(QStringLiteral("Table")));
        type(QStringLiteral("046"));
        QCOMPARE(join->cards().size(), std::size_t(1));
        press(Qt::Key_Return);
        QVERIFY2(join->previewText().contains(QStringLiteral("A-046 goes into A-039")),
                 qPrintable(join->previewText()));
        QVERIFY(join->previewText().contains(QStringLiteral("29,500")));
        m_desk->archive.failNext({PortFailure::Kind::Refused, QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED"), {}, {}});
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(!join->isFinished() && !join->previewText().isEmpty());
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(join->isFinished());
        QCOMPARE(m_desk->archive.calls.filter(QStringLiteral("join ")).last(),
                 QStringLiteral("join %1 %2").arg(m_desk->orderId(QStringLiteral("A-046"))).arg(into));
    }

    void whatTheHubDoesNotHaveIsNotSplitJoinedOrPaid()
    {
        m_desk->sheets.newOrder({});
        type(QStringLiteral("2 plov"));
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_Return);
        const qint64 id = m_desk->orderId(QStringLiteral("B-001"));
        QVERIFY(id < 0);
        m_desk->sheets.split(id);
        QTest::mouseClick(m_desk->sheets.splitSheet()->stepper(0)->findChild<TouchButton *>(QStringLiteral("stepMore")),
                          Qt::LeftButton);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!m_desk->sheets.splitSheet()->message().isEmpty());
        m_desk->sheets.join(id);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!m_desk->sheets.joinSheet()->message().isEmpty());
        m_desk->sheets.pay(id);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!m_desk->sheets.paySheet()->message().isEmpty());
        QVERIFY(m_desk->archive.keys.isEmpty());
        // And it can be as soon as the hub has it.
        m_desk->port.becomeKnown(id);
        m_desk->sheets.pay(id);
        QVERIFY(!m_desk->sheets.splitSheet()->isOpen());
    }
};

QTEST_MAIN(OrderPayTest)
#include "orderpaytest.moc"
