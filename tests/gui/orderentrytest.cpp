// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/entrystage.h"
#include "ui/common/field.h"
#include "ui/orders/entry/billsplit.h"
#include "ui/orders/entry/draftticket.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QTranslator>

#include <algorithm>

using namespace oshaq;
using namespace oshaq::test;

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

/// Orders that are taken and changed.
class OrderEntryTest final : public QObject, EntryStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
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
};

QTEST_MAIN(OrderEntryTest)
#include "orderentrytest.moc"
