// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faketill.h"
#include "tests/support/orderssample.h"
#include "ui/common/choicerow.h"
#include "ui/common/stepper.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/entry/addlinessheet.h"
#include "ui/orders/entry/choicecard.h"
#include "ui/orders/entry/dishpicker.h"
#include "ui/orders/entry/editordersheet.h"
#include "ui/orders/entry/entrywidgets.h"
#include "ui/orders/entry/joinsheet.h"
#include "ui/orders/entry/lineeditor.h"
#include "ui/orders/entry/newordersheet.h"
#include "ui/orders/entry/orderbuilder.h"
#include "ui/orders/entry/orderdetails.h"
#include "ui/orders/entry/paysheet.h"
#include "ui/orders/entry/reasonsheet.h"
#include "ui/orders/entry/splitsheet.h"
#include "ui/orders/entry/staffsheets.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>

#include <functional>
#include <vector>

/// The sheets over an empty page, as tests and pictures need them.
namespace oshaq::entryscenes {

/// The sheets over some page, and somebody who works in them.
struct Hands
{
    FakeOrdersPort &port;
    FakeArchivePort &archive;
    FakeTillPort &till;
    LinkStatus &link;
    QWidget &page;
    StaffSheets &sheets;

    void setLive(bool live) const
    {
        LinkStatus::Facts facts = link.facts();
        facts.state = live ? LinkStatus::State::Live : LinkStatus::State::Offline;
        link.update(facts);
        archive.setFailing(live ? std::nullopt : std::optional(PortFailure{}));
        till.setFailing(live ? std::nullopt : std::optional(PortFailure{}));
    }

    /// Everything that was asked is answered and drawn.
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents();
    }

    qint64 orderId(const QString &number) const
    {
        for (const DeskOrder &entry : port.orders()) {
            if (entry.order.number == number)
                return entry.order.id;
        }
        return 0;
    }

    /// Where the focus is, as the keyboard sends them.
    void key(int code, const QString &text = {}, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *target = page.focusWidget();
        if (!target)
            return;
        QKeyEvent press(QEvent::KeyPress, code, modifiers, text);
        QApplication::sendEvent(target, &press);
    }

    void type(const QString &text) const
    {
        for (const QChar letter : text)
            key(letter.toUpper().unicode(), QString(letter));
    }
};

struct DeskParts
{
    explicit DeskParts(const Look &look)
        : ownSheets(ownPort, ownArchive, ownTill, ownLink, look, &ownPage)
    {}

    FakeOrdersPort ownPort;
    FakeArchivePort ownArchive;
    FakeTillPort ownTill{ownArchive};
    LinkStatus ownLink;
    QWidget ownPage; ///< goes before what its sheets ask
    StaffSheets ownSheets;
};

/// The sheets over an empty page of their own.
struct Desk : private DeskParts, public Hands
{
    Desk(const Look &look, QSize size)
        : DeskParts(look)
        , Hands{ownPort, ownArchive, ownTill, ownLink, ownPage, ownSheets}
    {
        orderssample::addEvening(port);
        orderssample::addArchive(archive, port);
        archive.setImmediate(true);
        till.setImmediate(true);
        till.nowMs = port.hubNowMs();
        setLive(true);
        page.resize(size);
        page.show();
        settle();
    }
};

/// A sheet in one of its states.
struct Scene
{
    QString name;
    std::function<void(Hands &)> act;
};

inline void fillOrder(Hands &desk)
{
    desk.sheets.newOrder({});
    for (const char *dish : {"2 plov", "besh", "4 baursak", "achichuk"}) {
        desk.type(QString::fromLatin1(dish));
        desk.key(Qt::Key_Return);
        if (desk.sheets.newOrderSheet()->builder()->isEditing())
            desk.key(Qt::Key_Return);
    }
    desk.type(QStringLiteral("1.5 shash"));
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_1);
    desk.key(Qt::Key_4);
    desk.key(Qt::Key_Return);
}

/// Types a phone and waits for whom the hub knows by it.
inline void findGuest(Hands &desk)
{
    desk.type(QStringLiteral("4107"));
    QElapsedTimer timer;
    timer.start();
    while (desk.sheets.newOrderSheet()->details()->guestCards().empty() && timer.elapsed() < 3000)
        QApplication::processEvents();
    desk.settle();
}

inline std::vector<Scene> all()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    return {
        {s("new-empty"), [](Hands &desk) { desk.sheets.newOrder({}); }},
        {s("new-search"),
         [](Hands &desk) {
             fillOrder(desk);
             desk.type(QStringLiteral("2 sam"));
         }},
        {s("new-options"),
         [](Hands &desk) {
             desk.sheets.newOrder({});
             desk.type(QStringLiteral("1.5 shash"));
             desk.key(Qt::Key_Return);
             desk.key(Qt::Key_Return);
         }},
        {s("new-heavy"),
         [](Hands &desk) {
             desk.sheets.newOrder({});
             for (int dish = 0; dish < 24; ++dish) {
                 desk.type(QString::fromLatin1(dish % 2 ? "3 samsa with p" : "12 kespe"));
                 desk.key(Qt::Key_Return);
                 // Each a line of its own.
                 desk.sheets.newOrderSheet()->builder()->setCourses(true, 1 + dish);
             }
         }},
        {s("new-offline"),
         [](Hands &desk) {
             fillOrder(desk);
             desk.setLive(false);
         }},
        {s("new-guest"),
         [](Hands &desk) {
             fillOrder(desk);
             desk.key(Qt::Key_F8);
             findGuest(desk);
         }},
        {s("new-delivery"),
         [](Hands &desk) {
             fillOrder(desk);
             desk.key(Qt::Key_F8);
             findGuest(desk);
             desk.key(Qt::Key_Return);
         }},
        {s("new-table"),
         [](Hands &desk) {
             fillOrder(desk);
             desk.key(Qt::Key_F6);
             desk.type(QStringLiteral("7"));
         }},
        {s("new-error"),
         [](Hands &desk) {
             fillOrder(desk);
             desk.setLive(false);
             static_cast<void>(desk.port.setAvailable(9, false));
             desk.key(Qt::Key_F6);
             desk.key(Qt::Key_Return, {}, Qt::ControlModifier);
         }},
        {s("new-leave"),
         [](Hands &desk) {
             fillOrder(desk);
             desk.key(Qt::Key_Escape);
             desk.key(Qt::Key_Return);
             fillOrder(desk);
             desk.key(Qt::Key_Escape);
         }},
        {s("new-placed"),
         [](Hands &desk) {
             fillOrder(desk);
             desk.key(Qt::Key_Return, {}, Qt::ControlModifier);
         }},
        {s("add"),
         [](Hands &desk) {
             desk.sheets.addLines(desk.orderId(QStringLiteral("A-039")));
             desk.type(QStringLiteral("2 manty"));
             desk.key(Qt::Key_Return);
         }},
        {s("edit"), [](Hands &desk) { desk.sheets.edit(desk.orderId(QStringLiteral("A-039"))); }},
        {s("reason"),
         [](Hands &desk) {
             desk.sheets.askReason(QStringLiteral("Cancel A-039"),
                                   {QStringLiteral("The guest changed their mind"), QStringLiteral("A dish is out"),
                                    QStringLiteral("Taken by mistake"), QStringLiteral("Nobody came for it")},
                                   [](const QString &) {});
         }},
        {s("pay"),
         [](Hands &desk) {
             desk.sheets.pay(desk.orderId(QStringLiteral("A-043")));
             desk.settle();
             desk.type(QStringLiteral("50000"));
         }},
        {s("pay-offline"),
         [](Hands &desk) {
             desk.setLive(false);
             desk.sheets.pay(desk.orderId(QStringLiteral("A-039")));
             desk.settle();
             desk.key(Qt::Key_Return, {}, Qt::ControlModifier);
         }},
        {s("split"),
         [](Hands &desk) {
             desk.sheets.split(desk.orderId(QStringLiteral("A-043")));
             desk.settle();
             desk.sheets.splitSheet()->stepper(0)->findChild<TouchButton *>(QStringLiteral("stepMore"))->click();
         }},
        {s("join"),
         [](Hands &desk) {
             desk.sheets.join(desk.orderId(QStringLiteral("A-039")));
             desk.settle();
             desk.key(Qt::Key_Return);
         }},
        {s("pay-failed"),
         [](Hands &desk) {
             desk.sheets.pay(desk.orderId(QStringLiteral("A-039")));
             desk.settle();
             desk.archive.failNext({});
             desk.key(Qt::Key_Return, {}, Qt::ControlModifier);
             desk.settle();
         }},
    };
}

} // namespace oshaq::entryscenes
