// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/linestatus.h"

#include <QTest>

using namespace oshaq;

namespace {

bool expected(LineStatus from, LineAction action, Role role)
{
    const bool manager = role == Role::Owner || role == Role::Manager;
    const bool cook = manager || role == Role::Kitchen;
    const bool house = cook || role == Role::Counter;
    const bool open = from == LineStatus::Queued || from == LineStatus::Started;
    if (action == LineAction::Start)
        return from == LineStatus::Queued && house;
    if (action == LineAction::Done)
        return open && cook;
    if (action == LineAction::Recall)
        return from == LineStatus::Done && house;
    if (action == LineAction::Unstart)
        return from == LineStatus::Started && house;
    if (action == LineAction::Restore)
        return from == LineStatus::Voided && house;
    if (action == LineAction::Fire || action == LineAction::Hold)
        return from == LineStatus::Queued && house;
    return (open && house) || (from == LineStatus::Done && manager);
}

} // namespace

class LineStatusTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionOfEveryRole()
    {
        int checked = 0;
        for (const LineStatus from : allLineStatuses) {
            for (const LineAction action : allLineActions) {
                for (const Role role : allRoles) {
                    QVERIFY2(mayApplyLineAction(from, action, role) == expected(from, action, role),
                             qPrintable(QStringLiteral("%1 of a %2 line by %3")
                                            .arg(lineActionText(action), lineStatusText(from), roleText(role))));
                    ++checked;
                }
            }
        }
        QCOMPARE(checked, 4 * 8 * 7);
    }

    void targets()
    {
        QCOMPARE(lineActionTarget(LineAction::Start), LineStatus::Started);
        QCOMPARE(lineActionTarget(LineAction::Done), LineStatus::Done);
        QCOMPARE(lineActionTarget(LineAction::Void), LineStatus::Voided);
        QCOMPARE(lineActionTarget(LineAction::Recall), LineStatus::Started);
        for (const LineAction action : {LineAction::Unstart, LineAction::Restore, LineAction::Fire, LineAction::Hold})
            QCOMPARE(lineActionTarget(action), LineStatus::Queued);
    }

    void texts()
    {
        QStringList statuses;
        for (const LineStatus status : allLineStatuses) {
            statuses << lineStatusText(status);
            QCOMPARE(lineStatusFromText(lineStatusText(status)), status);
        }
        QCOMPARE(statuses.join(u' '), QStringLiteral("queued started done voided"));
        QStringList actions;
        for (const LineAction action : allLineActions) {
            actions << lineActionText(action);
            QCOMPARE(lineActionFromText(lineActionText(action)), action);
        }
        QCOMPARE(actions.join(u' '), QStringLiteral("start done void recall unstart restore fire hold"));
        QVERIFY(!lineStatusFromText(u""));
        QVERIFY(!lineStatusFromText(u"Queued"));
        QVERIFY(!lineActionFromText(u"bump"));
    }
};

QTEST_APPLESS_MAIN(LineStatusTest)
#include "linestatustest.moc"
