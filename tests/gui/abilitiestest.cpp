// SPDX-License-Identifier: GPL-3.0-or-later
// What the staff page says a role may do is what the hub's routes say.
#include "ui/staff/abilities.h"

#include "sync/server/routetable.h"
#include "tests/support/staffsample.h"

#include <QSet>
#include <QTest>

using namespace oshaq;

class AbilitiesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAbilityHasARoute();
    void everyGroupHasSome();
    void nothingIsSaidTwice();
    void answersComeFromTheTable();
    void theSampleIsTheHubs();
};

void AbilitiesTest::everyAbilityHasARoute()
{
    QSet<QString> names;
    for (const Route &route : RouteTable::routes())
        names.insert(QString::fromLatin1(route.name));
    for (const Abilities::Ability &ability : Abilities::all())
        QVERIFY2(names.contains(ability.route), qPrintable(ability.route));
}

void AbilitiesTest::everyGroupHasSome()
{
    for (const Abilities::Group group : Abilities::allGroups) {
        const auto all = Abilities::all();
        QVERIFY(std::any_of(all.begin(), all.end(), [group](const auto &one) { return one.group == group; }));
        QVERIFY(!Abilities::groupName(group).isEmpty());
    }
    // Groups are not mixed: each has one heading.
    const auto all = Abilities::all();
    QVERIFY(std::is_sorted(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.group < b.group; }));
}

void AbilitiesTest::nothingIsSaidTwice()
{
    QSet<QString> texts;
    QSet<QString> routes;
    for (const Abilities::Ability &ability : Abilities::all()) {
        QVERIFY2(!texts.contains(ability.text), qPrintable(ability.text));
        QVERIFY2(!routes.contains(ability.route), qPrintable(ability.route));
        texts.insert(ability.text);
        routes.insert(ability.route);
    }
}

void AbilitiesTest::answersComeFromTheTable()
{
    PermissionTable table;
    table.insert(QStringLiteral("a"), {Role::Owner, Role::Counter});
    table.insert(QStringLiteral("b"), {});
    QCOMPARE(Abilities::may(table, QStringLiteral("a"), Role::Counter), Abilities::Answer::Yes);
    QCOMPARE(Abilities::may(table, QStringLiteral("a"), Role::Kitchen), Abilities::Answer::No);
    QCOMPARE(Abilities::may(table, QStringLiteral("b"), Role::Owner), Abilities::Answer::No);
    QCOMPARE(Abilities::may(table, QStringLiteral("c"), Role::Owner), Abilities::Answer::Unknown);
}

void AbilitiesTest::theSampleIsTheHubs()
{
    const PermissionTable sample = staffsample::permissions();
    for (const Route &route : RouteTable::routes()) {
        const auto found = sample.constFind(QString::fromLatin1(route.name));
        if (found == sample.cend())
            continue;
        for (const Role role : Abilities::staffRoles) {
            const bool may = (route.permission.roles & roleBit(role)) != 0;
            const bool says = std::find(found->begin(), found->end(), role) != found->end();
            QVERIFY2(may == says, qPrintable(found.key() + u' ' + roleText(role)));
        }
    }
    for (const Abilities::Ability &ability : Abilities::all())
        QVERIFY2(sample.contains(ability.route), qPrintable(ability.route));
}

QTEST_MAIN(AbilitiesTest)
#include "abilitiestest.moc"
