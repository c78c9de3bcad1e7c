// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets in which staff take and change orders: real keys, real fingers.
#include "tests/gui/entryscenes.h"
#include "ui/common/application.h"
#include "ui/common/field.h"
#include "ui/orders/entry/billsplit.h"
#include "ui/orders/entry/draftticket.h"
#include "ui/orders/entry/paymath.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <memory>

using namespace oshaq;
using entryscenes::Desk;

namespace {

/// A language that differs from English in every text.
class OtherLanguage final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("ж ") + QString::fromUtf8(source);
    }
};

} // namespace

class OrderEntryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_finger = QTest::createTouchDevice(); }

    void init()
    {
        const Look look(lightTheme());
        applyLook(*qobject_cast<QApplication *>(QCoreApplication::instance()), look);
        m_desk = std::make_unique<Desk>(look, QSize(1280, 800));
        QVERIFY(QTest::qWaitForWindowExposed(&m_desk->page));
        m_desk->page.activateWindow();
    }

    void cleanup() { m_desk.reset(); }

    // A phone order without a mouse: dish, dish, phone, guest, place.
    void phoneOrderByKeyboardOnly()
    {
        m_desk->sheets.newOrder({});
        QVERIFY(focus() == sheet()->builder()->picker()->searchEdit());
        type(QStringLiteral("2 plov"));
        press(Qt::Key_Return);
        type(QStringLiteral("1.5 shash"));
        press(Qt::Key_Return);
        QVERIFY(sheet()->builder()->isEditing());
        press(Qt::Key_1);
        press(Qt::Key_Return);
        QVERIFY(!sheet()->builder()->isEditing());
        press(Qt::Key_F8);
        QVERIFY(focus() == sheet()->details()->phoneEdit());
        type(QStringLiteral("4107"));
        QTRY_COMPARE(sheet()->details()->guestCards().size(), std::size_t(1));
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(m_desk->port.created.size(), std::size_t(1));
        const NewOrder &made = m_desk->port.created.front();
        QCOMPARE(made.fulfilment, Fulfilment::Delivery);
        QCOMPARE(made.userId, std::optional<qint64>(13));
        QCOMPARE(made.guestPhone, QStringLiteral("+77015554107"));
        QCOMPARE(made.guestName, QStringLiteral("Sholpan"));
        QCOMPARE(made.addressId, std::optional<qint64>(41));
        QCOMPARE(made.allergy, QStringLiteral("nuts"));
        QCOMPARE(made.lines.size(), std::size_t(2));
        QCOMPARE(made.lines[0].quantity, 2000);
        QCOMPARE(made.lines[1].quantity, 1500);
        QCOMPARE(made.lines[1].optionIds.size(), std::size_t(1));
        QVERIFY(!made.uuid.isEmpty());
        QCOMPARE(sheet()->placedNumber(), QStringLiteral("B-001"));
        QVERIFY(sheet()->findChild<QLabel *>(QStringLiteral("placedNumber"))->isVisible());
        press(Qt::Key_Return);
        QVERIFY(!sheet()->isOpen());
        // What was placed is no draft.
        m_desk->sheets.newOrder({});
        QVERIFY(sheet()->keptDrafts().empty());
        QVERIFY(sheet()->builder()->draft().lines().empty());
    }

    void tableOrderByTouchOnly()
    {
        m_desk->sheets.newOrder({});
        m_desk->settle();
        tap(sheet()->fulfilmentChoices()->button(0));
        m_desk->settle();
        tapTile(QStringLiteral("Shurpa"));
        QCOMPARE(sheet()->builder()->draft().lines().size(), std::size_t(1));
        DraftRow *row = sheet()->builder()->ticket()->row(0);
        m_desk->settle();
        tap(row->stepper()->findChild<TouchButton *>(QStringLiteral("stepMore")));
        QCOMPARE(sheet()->builder()->draft().lines().front().wanted.quantity, 2000);
        ChoiceRow *tables = sheet()->details()->tableChoices();
        const auto table = int(tables->texts().indexOf(QStringLiteral("9")));
        QVERIFY(table >= 0);
        tap(tables->button(table));
        tap(sheet()->details()->coversStepper()->findChild<TouchButton *>(QStringLiteral("stepMore")));
        tap(sheet()->doneButton());
        QCOMPARE(m_desk->port.created.size(), std::size_t(1));
        QCOMPARE(m_desk->port.created.front().table, QStringLiteral("9"));
        QCOMPARE(m_desk->port.created.front().covers, 1);
        QCOMPARE(m_desk->port.created.front().lines.front().quantity, 2000);
    }

    void tableIsWrittenWithTheKeypad()
    {
        m_desk->sheets.newOrder({});
        press(Qt::Key_F6);
        m_desk->settle();
        tap(sheet()->findChild<TouchButton *>(QStringLiteral("tablePad")));
        m_desk->settle();
        tap(sheet()->details()->findChild<TouchButton *>(QStringLiteral("pad1")));
        tap(sheet()->details()->findChild<TouchButton *>(QStringLiteral("pad4")));
        QCOMPARE(sheet()->details()->head().table, QStringLiteral("14"));
        tap(sheet()->details()->findChild<TouchButton *>(QStringLiteral("padBack")));
        QCOMPARE(sheet()->details()->head().table, QStringLiteral("1"));
    }

    void requiredChoicesComeFirst()
    {
        m_desk->sheets.newOrder({});
        type(QStringLiteral("shash"));
        press(Qt::Key_Return);
        LineEditor *editor = sheet()->builder()->editor();
        QVERIFY(editor->groupProblem(0).isEmpty());
        press(Qt::Key_Return);
        QCOMPARE(editor->groupProblem(0), QStringLiteral("Choose one more"));
        QVERIFY(sheet()->builder()->draft().lines().empty());
        // One of the meats at most: the second one replaces the first.
        press(Qt::Key_1);
        press(Qt::Key_2);
        QVERIFY(editor->groupProblem(0).isEmpty());
        QCOMPARE(editor->line().optionIds.size(), std::size_t(1));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(!sheet()->message().isEmpty(), "a dish that is still open is not forgotten");
        press(Qt::Key_Return);
        QCOMPARE(sheet()->builder()->draft().lines().size(), std::size_t(1));
        QCOMPARE(sheet()->builder()->totalMinor(), 580'000);
    }

    void moreChoicesThanPossibleAreRefusedInWords()
    {
        m_desk->sheets.newOrder({});
        Catalog menu = m_desk->port.catalog();
        for (Item &item : menu.items) {
            for (OptionGroup &group : item.optionGroups)
                group.maxChoices = std::min(group.maxChoices, 2);
        }
        m_desk->port.setCatalog(menu);
        Q_EMIT m_desk->port.catalogChanged();
        type(QStringLiteral("lagman"));
        press(Qt::Key_Return);
        for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_3})
            press(Qt::Key(key));
        LineEditor *editor = sheet()->builder()->editor();
        QCOMPARE(editor->groupProblem(0), QStringLiteral("At most 2"));
        QCOMPARE(editor->line().optionIds.size(), std::size_t(2));
        press(Qt::Key_Escape);
        QVERIFY(sheet()->isOpen());
        QVERIFY(!sheet()->builder()->isEditing());
        QCOMPARE(sheet()->builder()->picker()->searchEdit()->text(), QStringLiteral("lagman"));
    }

    void quantitiesStayOnTheirSteps()
    {
        m_desk->sheets.newOrder({});
        type(QStringLiteral("1.5 plov"));
        press(Qt::Key_Return);
        QVERIFY(sheet()->builder()->draft().lines().empty());
        const auto *below = sheet()->findChild<QLabel *>(QStringLiteral("dishSearchBelow"));
        QCOMPARE(below->property("role").toString(), QStringLiteral("error"));
        QVERIFY2(below->text().contains(QStringLiteral("steps of 1")), qPrintable(below->text()));
        QCOMPARE(sheet()->builder()->picker()->searchEdit()->text(), QStringLiteral("1.5 plov"));
        press(Qt::Key_Escape);
        type(QStringLiteral("0,7 shash"));
        press(Qt::Key_Return);
        press(Qt::Key_Plus);
        press(Qt::Key_1);
        press(Qt::Key_Return);
        QCOMPARE(sheet()->builder()->draft().lines().front().wanted.quantity, 800);
    }

    void dishThatIsOutIsNotTaken()
    {
        m_desk->sheets.newOrder({});
        type(QStringLiteral("sirne"));
        press(Qt::Key_Return);
        QVERIFY(sheet()->builder()->draft().lines().empty());
        QVERIFY(sheet()->findChild<QLabel *>(QStringLiteral("dishSearchBelow"))->text().contains(u"out"));
    }

    void ticketIsDrivenByKeys()
    {
        m_desk->sheets.newOrder({});
        for (const char *dish : {"plov", "shurpa", "nan"}) {
            type(QString::fromLatin1(dish));
            press(Qt::Key_Return);
        }
        press(Qt::Key_F3);
        press(Qt::Key_Up);
        press(Qt::Key_Plus);
        press(Qt::Key_Plus);
        press(Qt::Key_Minus);
        const OrderDraft &draft = sheet()->builder()->draft();
        QCOMPARE(draft.lines()[1].wanted.quantity, 2000);
        press(Qt::Key_Delete);
        QCOMPARE(draft.lines().size(), std::size_t(2));
        // The way back has the focus.
        QCOMPARE(focus()->objectName(), QStringLiteral("putBack"));
        press(Qt::Key_Return);
        QCOMPARE(draft.lines().size(), std::size_t(3));
        QCOMPARE(draft.lines()[1].wanted.quantity, 2000);
        // Typing from anywhere means a dish.
        press(Qt::Key_F3);
        type(QStringLiteral("k"));
        QVERIFY(focus() == sheet()->builder()->picker()->searchEdit());
        QCOMPARE(sheet()->builder()->picker()->searchEdit()->text(), QStringLiteral("k"));
    }

    void dishThatWasOnlyTypedIsNotForgotten()
    {
        m_desk->sheets.newOrder({});
        type(QStringLiteral("plov"));
        press(Qt::Key_Return);
        type(QStringLiteral("nan"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_desk->port.created.empty());
        QVERIFY(sheet()->message().contains(u"nan"));
    }

    void unknownPhoneIsANewGuest()
    {
        m_desk->sheets.newOrder({});
        press(Qt::Key_F7);
        type(QStringLiteral("77009998877"));
        QTRY_VERIFY(sheet()->details()->guestWords()->text().contains(QStringLiteral("new guest")));
        QVERIFY(sheet()->details()->guestCards().empty());
        press(Qt::Key_F2);
        type(QStringLiteral("plov"));
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->port.created.front().guestPhone, QStringLiteral("77009998877"));
        QVERIFY(!m_desk->port.created.front().userId);
    }

    void everyKeyIsNotAQuestion()
    {
        m_desk->sheets.newOrder({});
        press(Qt::Key_F7);
        type(QStringLiteral("410"));
        type(QStringLiteral("7"));
        QTRY_COMPARE(sheet()->details()->guestCards().size(), std::size_t(1));
        QCOMPARE(m_desk->archive.calls.filter(QStringLiteral("findGuests")),
                 QStringList{QStringLiteral("findGuests 4107")});
    }

    void anotherPhoneIsAnotherGuest()
    {
        m_desk->sheets.newOrder({});
        press(Qt::Key_F8);
        type(QStringLiteral("4107"));
        QTRY_COMPARE(sheet()->details()->guestCards().size(), std::size_t(1));
        press(Qt::Key_Return);
        QCOMPARE(sheet()->details()->addressCards().size(), std::size_t(2));
        press(Qt::Key_F4);
        type(QStringLiteral("7"));
        const DraftHead &head = sheet()->details()->head();
        QVERIFY(!head.userId && !head.addressId);
        // Somebody else's allergy is not theirs.
        QVERIFY(head.allergy.isEmpty());
        QVERIFY(sheet()->details()->addressCards().empty());
    }

    void withoutTheHubOrdersAreTakenAllTheSame()
    {
        m_desk->setLive(false);
        m_desk->sheets.newOrder({});
        QVERIFY(!sheet()->findChild<QLabel *>(QStringLiteral("linkWords"))->text().isEmpty());
        press(Qt::Key_F7);
        type(QStringLiteral("4107"));
        QTRY_VERIFY(sheet()->details()->guestWords()->text().contains(QStringLiteral("cannot be looked up")));
        press(Qt::Key_F2);
        type(QStringLiteral("plov"));
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sheet()->placedNumber(), QStringLiteral("B-001"));
    }

    void errorsStandBesideTheirFields()
    {
        m_desk->sheets.newOrder({});
        press(Qt::Key_F2);
        type(QStringLiteral("plov"));
        press(Qt::Key_Return);
        press(Qt::Key_F6);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(sheet()->placedNumber().isEmpty());
        QCOMPARE(sheet()->details()->tableField()->error(), QStringLiteral("Which table?"));
        QVERIFY(focus() == sheet()->details()->tableEdit());
        type(QStringLiteral("7"));
        QVERIFY(sheet()->details()->tableField()->error().isEmpty());

        press(Qt::Key_F8);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!sheet()->details()->addressField()->error().isEmpty());
        QVERIFY(focus() == sheet()->details()->addressEdit());

        press(Qt::Key_F7);
        sheet()->details()->promiseField()->edit()->setFocus();
        type(QStringLiteral("soon"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!sheet()->details()->promiseField()->problem().isEmpty());
        QVERIFY(sheet()->placedNumber().isEmpty());
    }

    void dishThatGoesOutMeanwhileIsMarked()
    {
        m_desk->sheets.newOrder({});
        type(QStringLiteral("plov"));
        press(Qt::Key_Return);
        type(QStringLiteral("nan"));
        press(Qt::Key_Return);
        const qint64 plov = sheet()->builder()->draft().lines().front().wanted.itemId;
        QVERIFY(m_desk->port.setAvailable(plov, false));
        QVERIFY(!sheet()->builder()->ticket()->row(0)->row().problem.isEmpty());
        QVERIFY(sheet()->builder()->ticket()->row(1)->row().problem.isEmpty());
        QCOMPARE(sheet()->builder()->totalMinor(), 80'000);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(sheet()->placedNumber().isEmpty());
        QVERIFY(sheet()->message().startsWith(QStringLiteral("Plov")));
        QVERIFY(m_desk->port.setAvailable(plov, true));
        QVERIFY(sheet()->builder()->ticket()->row(0)->row().problem.isEmpty());
    }

    void refusalKeepsEverything()
    {
        m_desk->sheets.newOrder({});
        type(QStringLiteral("plov"));
        press(Qt::Key_Return);
        m_desk->port.refuseNext({ErrorCode::StorageUnavailable, QStringLiteral("disk"), {}});
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!sheet()->message().isEmpty());
        QCOMPARE(sheet()->builder()->draft().lines().size(), std::size_t(1));
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->port.created.size(), std::size_t(2));
        // However often it is tried, it is one order.
        QCOMPARE(m_desk->port.created[0].uuid, m_desk->port.created[1].uuid);
        QVERIFY(!sheet()->placedNumber().isEmpty());
    }

    void draftIsKeptAndOffered()
    {
        m_desk->sheets.newOrder({});
        press(Qt::Key_Escape);
        QVERIFY2(!sheet()->isOpen(), "nothing was typed: nothing is asked");
        m_desk->sheets.newOrder({});
        type(QStringLiteral("2 plov"));
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        QVERIFY(sheet()->isOpen() && sheet()->isAsking());
        press(Qt::Key_Escape);
        QVERIFY(sheet()->isOpen() && !sheet()->isAsking());
        press(Qt::Key_Escape);
        press(Qt::Key_Return);
        QVERIFY(!sheet()->isOpen());
        m_desk->sheets.newOrder({});
        QCOMPARE(sheet()->keptDrafts().size(), std::size_t(1));
        QVERIFY(sheet()->draftChoices()->isVisible());
        QVERIFY(sheet()->builder()->draft().lines().empty());
        press(Qt::Key_F9);
        QCOMPARE(sheet()->builder()->draft().lines().front().wanted.quantity, 2000);
        QVERIFY(sheet()->keptDrafts().empty());
        // Taken out and left again, it is still something to lose.
        press(Qt::Key_Escape);
        QVERIFY(sheet()->isAsking());
        QTest::mouseClick(sheet()->leaveStrip()->discardButton(), Qt::LeftButton);
        QVERIFY(!sheet()->isOpen());
        m_desk->sheets.newOrder({});
        QVERIFY(sheet()->keptDrafts().empty());
    }

    void anotherSheetKeepsTheDraftToo()
    {
        m_desk->sheets.newOrder({});
        type(QStringLiteral("plov"));
        press(Qt::Key_Return);
        m_desk->sheets.edit(m_desk->orderId(QStringLiteral("A-039")));
        QVERIFY(!sheet()->isOpen());
        QVERIFY(m_desk->sheets.editSheet()->isOpen());
        QCOMPARE(sheet()->keptDrafts().size(), std::size_t(1));
    }

    void orderAgainIsFilledIn()
    {
        NewOrder before;
        before.fulfilment = Fulfilment::Delivery;
        before.userId = 13;
        before.addressId = 42;
        before.guestName = QStringLiteral("Sholpan");
        before.lines = {{1, 2000, {}, {}, 1}};
        m_desk->sheets.newOrder(before);
        QTRY_COMPARE(sheet()->details()->addressCards().size(), std::size_t(2));
        QVERIFY(sheet()->details()->addressCards()[1]->isChecked());
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->port.created.size(), std::size_t(1));
        NewOrder made = m_desk->port.created.front();
        QVERIFY(!made.uuid.isEmpty());
        made.uuid.clear();
        QCOMPARE(made, before);
    }

    void languageSwitchKeepsTheDraft()
    {
        entryscenes::fillOrder(*m_desk);
        press(Qt::Key_F8);
        type(QStringLiteral("77001112233"));
        const OrderDraft before = sheet()->builder()->draft();
        OtherLanguage words;
        QCoreApplication::installTranslator(&words);
        m_desk->settle();
        QVERIFY(sheet()->title() != u"New order");
        QCOMPARE(sheet()->builder()->draft().head, before.head);
        QCOMPARE(sheet()->builder()->draft().lines(), before.lines());
        QCOMPARE(sheet()->details()->phoneEdit()->text(), QStringLiteral("77001112233"));
        QCOMPARE(sheet()->fulfilmentChoices()->chosen(), 2);
        QCoreApplication::removeTranslator(&words);
        m_desk->settle();
        QCOMPARE(sheet()->title(), QStringLiteral("New order"));
    }

    void allergyWarnsAtTheDish()
    {
        m_desk->sheets.newOrder({});
        type(QStringLiteral("irim"));
        press(Qt::Key_Return);
        sheet()->details()->allergyField()->edit()->setFocus();
        type(QStringLiteral("nuts"));
        QVERIFY(sheet()->builder()->ticket()->row(0)->row().alert.contains(u"nuts"));
    }

    void linesAreAddedToAnOrder()
    {
        const qint64 id = m_desk->orderId(QStringLiteral("A-039"));
        const std::size_t before = m_desk->port.order(id)->order.lines.size();
        m_desk->sheets.addLines(id);
        AddLinesSheet *add = m_desk->sheets.addLinesSheet();
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(add->isOpen() && !add->message().isEmpty());
        type(QStringLiteral("2 manty"));
        press(Qt::Key_Return);
        // Left and opened again: still there.
        press(Qt::Key_Escape);
        press(Qt::Key_Return);
        QVERIFY(!add->isOpen());
        m_desk->sheets.addLines(id);
        QCOMPARE(add->builder()->draft().lines().size(), std::size_t(1));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!add->isOpen());
        QCOMPARE(m_desk->port.order(id)->order.lines.size(), before + 1);
        m_desk->sheets.addLines(m_desk->orderId(QStringLiteral("A-038")));
        QVERIFY2(!add->isOpen(), "a closed order takes no dishes");
    }

    void onlyWhatWasChangedIsSent()
    {
        const qint64 id = m_desk->orderId(QStringLiteral("A-039"));
        m_desk->sheets.edit(id);
        EditOrderSheet *edit = m_desk->sheets.editSheet();
        QVERIFY(focus() == edit->tableEdit());
        type(QStringLiteral("12"));
        // Somebody else writes a note meanwhile.
        m_desk->port.orderRow(id).note = QStringLiteral("window");
        m_desk->port.changed();
        QCOMPARE(edit->tableEdit()->text(), QStringLiteral("12"));
        QCOMPARE(edit->noteEdit()->text(), QStringLiteral("window"));
        press(Qt::Key_Escape);
        QVERIFY(edit->isAsking());
        press(Qt::Key_Escape);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!edit->isOpen());
        OrderFields expected;
        expected.table = QStringLiteral("12");
        QCOMPARE(m_desk->port.edits.size(), std::size_t(1));
        QCOMPARE(m_desk->port.edits.front().second, expected);
        QCOMPARE(m_desk->port.order(id)->order.note, QStringLiteral("window"));
        // Nothing changed: nothing is sent.
        m_desk->sheets.edit(id);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!edit->isOpen());
        QCOMPARE(m_desk->port.edits.size(), std::size_t(1));
    }

    void longTextsAreNotCut()
    {
        const qint64 id = m_desk->orderId(QStringLiteral("A-039"));
        // As a guest's own device sends them, and as two joined orders say them.
        Order &row = m_desk->port.orderRow(id);
        row.note = QStringLiteral("window\n") + QString(493, u'n');
        row.allergy = QString(490, u'a') + QStringLiteral("; nuts");
        m_desk->port.changed();
        m_desk->sheets.edit(id);
        EditOrderSheet *edit = m_desk->sheets.editSheet();
        type(QStringLiteral("12"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!edit->isOpen());
        OrderFields expected;
        expected.table = QStringLiteral("12");
        QCOMPARE(m_desk->port.edits.size(), std::size_t(1));
        QCOMPARE(m_desk->port.edits.front().second, expected);
    }

    void emptyTableIsRefusedBesideIt()
    {
        m_desk->sheets.edit(m_desk->orderId(QStringLiteral("A-039")));
        EditOrderSheet *edit = m_desk->sheets.editSheet();
        press(Qt::Key_Delete);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(edit->isOpen());
        QVERIFY(!edit->tableField()->error().isEmpty() || !edit->message().isEmpty());
    }

    void reasonsByFigureTouchAndWords()
    {
        QStringList given;
        const auto ask = [this, &given] {
            m_desk->sheets.askReason(QStringLiteral("Cancel"), {QStringLiteral("one"), QStringLiteral("two")},
                                     [&given](const QString &reason) { given << reason; });
            m_desk->settle();
        };
        ReasonSheet *reason = m_desk->sheets.reasonSheet();
        ask();
        press(Qt::Key_2);
        ask();
        tap(reason->cards().front());
        ask();
        reason->wordsEdit()->setFocus();
        press(Qt::Key_Return);
        QVERIFY(reason->isOpen() && !reason->wordsField()->error().isEmpty());
        type(QStringLiteral("moon 2"));
        press(Qt::Key_Return);
        ask();
        press(Qt::Key_Escape);
        QVERIFY(!reason->isOpen());
        QCOMPARE(given, (QStringList{QStringLiteral("two"), QStringLiteral("one"), QStringLiteral("moon 2")}));
    }

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

    void everyControlHasAName_data() { scenes(); }

    void everyControlHasAName()
    {
        QFETCH(int, scene);
        entryscenes::all()[std::size_t(scene)].act(*m_desk);
        m_desk->settle();
        QStringList unnamed;
        for (QWidget *widget : m_desk->page.findChildren<QWidget *>()) {
            const bool isControl = widget->isVisible() && widget->focusPolicy() != Qt::NoFocus &&
                                   !qobject_cast<LineEditor *>(widget) && !qobject_cast<ReasonSheet *>(widget);
            if (!isControl && !(widget->isVisible() && qobject_cast<QAbstractButton *>(widget)))
                continue;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            if (!interface || interface->text(QAccessible::Name).isEmpty())
                unnamed << QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
        }
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    }

    void nothingIsCutAtTwiceTheText_data() { scenes(); }

    void nothingIsCutAtTwiceTheText()
    {
        QFETCH(int, scene);
        const Look look(lightTheme(), Metrics().withText(200));
        m_desk = std::make_unique<Desk>(look, QSize(1280, 800));
        m_desk->page.activateWindow();
        entryscenes::all()[std::size_t(scene)].act(*m_desk);
        m_desk->settle();
        QStringList cut;
        for (QWidget *widget : m_desk->page.findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            const auto *label = qobject_cast<QLabel *>(widget);
            const auto *button = qobject_cast<TouchButton *>(widget);
            if (!button && !(label && !label->text().isEmpty()))
                continue;
            // Lists scroll up and down, never sideways.
            bool isInside = !qobject_cast<ChoiceRow *>(widget->parentWidget()) ||
                            widget->parentWidget()->rect().contains(widget->geometry());
            for (QWidget *around = widget->parentWidget(); around; around = around->parentWidget()) {
                const int left = widget->mapTo(around, QPoint()).x();
                isInside = isInside && left >= 0 && left + widget->width() <= around->width();
            }
            const int needed = button ? button->sizeHint().width() : label->wordWrap() ? 0 : label->sizeHint().width();
            const int high = label && label->wordWrap() ? label->heightForWidth(label->width()) : 0;
            if (widget->width() < needed || widget->height() < high - 1 || !isInside)
                cut << QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() + u' ' +
                           (label ? label->text() : button->text());
        }
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

    void tabGoesRoundInsideTheSheet()
    {
        entryscenes::fillOrder(*m_desk);
        QSet<QWidget *> seen;
        for (int i = 0; i < 200 && !seen.contains(focus()); ++i) {
            seen.insert(focus());
            press(Qt::Key_Tab);
            QVERIFY(sheet()->isAncestorOf(focus()));
        }
        QVERIFY(seen.contains(sheet()->details()->phoneEdit()));
        QVERIFY(seen.contains(sheet()->doneButton()));
        QVERIFY(seen.contains(sheet()->builder()->ticket()->row(0)));
    }

private:
    NewOrderSheet *sheet() const { return m_desk->sheets.newOrderSheet(); }
    QWidget *focus() const { return m_desk->page.focusWidget(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(focus(), key, modifiers);
    }

    void type(const QString &text) const { QTest::keyClicks(focus(), text); }

    void tap(QWidget *widget) const
    {
        m_desk->settle();
        touch(widget, widget->rect().center());
    }

    void touch(QWidget *widget, QPoint at) const
    {
        // A finger meets the window; who is under it, Qt finds out.
        QWidget *page = &m_desk->page;
        const QPoint there = widget->mapTo(page, at);
        QTest::touchEvent(page, m_finger).press(0, there, page);
        QTest::touchEvent(page, m_finger).release(0, there, page);
        m_desk->settle();
    }

    void tapTile(const QString &dish) const
    {
        QListView *tiles = sheet()->builder()->picker()->tiles();
        for (int row = 0; row < tiles->model()->rowCount(); ++row) {
            const QModelIndex index = tiles->model()->index(row, 0);
            if (index.data().toString() != dish)
                continue;
            tiles->scrollTo(index);
            touch(tiles->viewport(), tiles->visualRect(index).center());
            return;
        }
        QFAIL("no such dish");
    }

    PaySheet *openPay(const QString &number) const
    {
        m_desk->sheets.pay(m_desk->orderId(number));
        m_desk->settle();
        return m_desk->sheets.paySheet();
    }

    void scenes() const
    {
        QTest::addColumn<int>("scene");
        const auto all = entryscenes::all();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(all[i].name)) << int(i);
    }

    std::unique_ptr<Desk> m_desk;
    QPointingDevice *m_finger = nullptr;
};

QTEST_MAIN(OrderEntryTest)
#include "orderentrytest.moc"
