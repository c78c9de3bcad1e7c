// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

struct Desk
{
    Desk(const Look &look, QSize size)
        : sheets(port, archive, link, look, &page)
    {
        orderssample::addEvening(port);
        orderssample::addArchive(archive, port);
        archive.setImmediate(true);
        setLive(true);
        page.resize(size);
        page.show();
        settle();
    }

    void setLive(bool live)
    {
        LinkStatus::Facts facts;
        facts.state = live ? LinkStatus::State::Live : LinkStatus::State::Offline;
        link.update(facts);
        archive.setFailing(live ? std::nullopt : std::optional(PortFailure{}));
    }

    /// Everything that was asked is answered and drawn.
    void settle() const
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

    FakeOrdersPort port;
    FakeArchivePort archive;
    LinkStatus link;
    QWidget page; ///< goes before what its sheets ask
    StaffSheets sheets;
};

struct Scene
{
    QString name;
    std::function<void(Desk &)> act;
};

inline void fillOrder(Desk &desk)
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

inline std::vector<Scene> all()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    return {
        {s("new-empty"), [](Desk &desk) { desk.sheets.newOrder({}); }},
        {s("new-search"),
         [](Desk &desk) {
             fillOrder(desk);
             desk.type(QStringLiteral("2 sam"));
         }},
        {s("new-options"),
         [](Desk &desk) {
             desk.sheets.newOrder({});
             desk.type(QStringLiteral("1.5 shash"));
             desk.key(Qt::Key_Return);
             desk.key(Qt::Key_Return);
         }},
        {s("new-delivery"),
         [](Desk &desk) {
             fillOrder(desk);
             desk.key(Qt::Key_F8);
             desk.type(QStringLiteral("4107"));
             QElapsedTimer timer;
             timer.start();
             while (desk.sheets.newOrderSheet()->details()->guestCards().empty() && timer.elapsed() < 3000)
                 QApplication::processEvents();
             desk.settle();
             if (desk.page.height() > 900)
                 return;
             desk.key(Qt::Key_Return);
         }},
        {s("new-table"),
         [](Desk &desk) {
             fillOrder(desk);
             desk.key(Qt::Key_F6);
             desk.type(QStringLiteral("7"));
         }},
        {s("new-error"),
         [](Desk &desk) {
             fillOrder(desk);
             desk.setLive(false);
             static_cast<void>(desk.port.setAvailable(9, false));
             desk.key(Qt::Key_F6);
             desk.key(Qt::Key_Return, {}, Qt::ControlModifier);
         }},
        {s("new-leave"),
         [](Desk &desk) {
             fillOrder(desk);
             desk.key(Qt::Key_Escape);
             desk.key(Qt::Key_Return);
             fillOrder(desk);
             desk.key(Qt::Key_Escape);
         }},
        {s("new-placed"),
         [](Desk &desk) {
             fillOrder(desk);
             desk.key(Qt::Key_Return, {}, Qt::ControlModifier);
         }},
        {s("new-200"), [](Desk &desk) { fillOrder(desk); }},
        {s("add"),
         [](Desk &desk) {
             desk.sheets.addLines(desk.orderId(QStringLiteral("A-039")));
             desk.type(QStringLiteral("2 manty"));
             desk.key(Qt::Key_Return);
         }},
        {s("edit"), [](Desk &desk) { desk.sheets.edit(desk.orderId(QStringLiteral("A-039"))); }},
        {s("reason"),
         [](Desk &desk) {
             desk.sheets.askReason(QStringLiteral("Cancel A-039"),
                                   {QStringLiteral("The guest changed their mind"), QStringLiteral("A dish is out"),
                                    QStringLiteral("Taken by mistake"), QStringLiteral("Nobody came for it")},
                                   [](const QString &) {});
         }},
        {s("pay"),
         [](Desk &desk) {
             desk.sheets.pay(desk.orderId(QStringLiteral("A-043")));
             desk.settle();
             desk.type(QStringLiteral("50000"));
         }},
        {s("pay-offline"),
         [](Desk &desk) {
             desk.setLive(false);
             desk.sheets.pay(desk.orderId(QStringLiteral("A-039")));
             desk.settle();
             desk.key(Qt::Key_Return, {}, Qt::ControlModifier);
         }},
        {s("split"),
         [](Desk &desk) {
             desk.sheets.split(desk.orderId(QStringLiteral("A-043")));
             desk.settle();
             desk.sheets.splitSheet()->stepper(0)->findChild<TouchButton *>(QStringLiteral("stepMore"))->click();
         }},
        {s("join"),
         [](Desk &desk) {
             desk.sheets.join(desk.orderId(QStringLiteral("A-039")));
             desk.settle();
             desk.key(Qt::Key_Return);
         }},
        {s("pay-200"), [](Desk &desk) { desk.sheets.pay(desk.orderId(QStringLiteral("A-043"))); }},
    };
}

} // namespace oshaq::entryscenes
