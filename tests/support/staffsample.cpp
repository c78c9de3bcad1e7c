// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/staffsample.h"

#include "models/domain/timetext.h"

namespace oshaq::staffsample {

namespace {

constexpr qint64 minute = 60'000;

qint64 at(const char *iso)
{
    return fromIso(QString::fromLatin1(iso) + QStringLiteral(":00+05:00")).value_or(0);
}

qint64 idOf(const FakeStaffPort &port, const char *name)
{
    for (const StaffMember &member : port.known) {
        if (member.name.startsWith(QString::fromUtf8(name)))
            return member.id;
    }
    return 0;
}

} // namespace

void addPeople(FakeStaffPort &port)
{
    const auto add = [&port](const char *name, Role role, const char *pin, std::optional<qint64> station) {
        const qint64 id = port.add(QString::fromUtf8(name), role, QString::fromLatin1(pin));
        port.find(id)->stationId = station;
        return id;
    };
    StaffMember &owner = *port.find(add("Aigerim Ibraeva", Role::Owner, "407193", std::nullopt));
    owner.login = QStringLiteral("aigerim@oshaq.example");
    owner.hasPassword = true;
    owner.hasTotp = true;
    StaffMember &manager = *port.find(add("Sergei Kim", Role::Manager, "286017", std::nullopt));
    manager.login = QStringLiteral("sergei");
    manager.hasPassword = true;
    add("Ruslan Akhmetov", Role::Kitchen, "5821", 1);
    add("Zhanel Omarova", Role::Kitchen, "7340", 2);
    add("Dana Serikova", Role::Counter, "390472", std::nullopt);
    add("Marat Dzhaksybekov", Role::Courier, "6194", std::nullopt);
    add("Timur Abdrakhmanov", Role::Kitchen, "", 3);
    port.find(add("Aliya Nurlanova", Role::Counter, "8305", std::nullopt))->active = false;
}

void addWeek(FakeStaffPort &port)
{
    const QString hot = QStringLiteral("Hot kitchen");
    const QString counter = QStringLiteral("Counter");
    const auto worked = [&port](const char *name, const char *begin, const char *end, const QString &where) {
        return port.addShift(idOf(port, name), at(begin), at(end), where);
    };
    const auto here = [&port](const char *name, const char *begin, const QString &where) {
        port.addShift(idOf(port, name), at(begin), std::nullopt, where);
    };
    for (const char *day : {"2026-01-12", "2026-01-13", "2026-01-14"}) {
        const QByteArray date(day);
        worked("Aigerim", date + "T10:05", date + "T19:30", counter);
        worked("Ruslan", date + "T09:02", date + "T17:41", hot);
        worked("Dana", date + "T11:58", date + "T16:10", counter);
        worked("Dana", date + "T17:30", date + "T22:04", counter);
    }
    worked("Zhanel", "2026-01-12T18:00", "2026-01-13T02:15", hot);
    const qint64 ended = worked("Zhanel", "2026-01-13T17:50", "2026-01-14T04:00", hot);
    for (StaffShift &shift : port.worked)
        shift.endedByOther = shift.id == ended;
    here("Timur", "2026-01-14T16:20", hot);
    here("Ruslan", "2026-01-15T09:02", hot);
    here("Dana", "2026-01-15T11:55", counter);
    here("Aigerim", "2026-01-15T10:00", counter);
}

void addMany(FakeStaffPort &port, int count)
{
    static const char *const names[] = {"Ayan", "Madina", "Yerlan", "Kamila", "Nurzhan", "Sholpan", "Bauyrzhan"};
    static const char *const families[] = {"Mukhamedzhanov", "Seitkali", "Tulegenova", "Ospanov", "Zhumabekova"};
    constexpr Role roles[] = {Role::Kitchen, Role::Counter, Role::Courier, Role::Kitchen};
    const qint64 monday = at("2026-01-12T09:00");
    for (int i = 0; i < count; ++i) {
        const QString name =
            QStringLiteral("%1 %2").arg(QString::fromLatin1(names[i % 7]), QString::fromLatin1(families[i % 5]));
        const qint64 id = port.add(name, roles[i % 4], QString::number(410'357 + i * 137));
        for (int day = 0; day < 4; ++day) {
            const qint64 begin = monday + (day * 24 * 60 + i % 40 * 7) * minute;
            port.addShift(id, begin, day == 3 ? std::nullopt : std::optional(begin + (430 + i % 90) * minute),
                          QStringLiteral("Hot kitchen"));
        }
    }
}

PermissionTable permissions()
{
    const std::vector<Role> managers{Role::Owner, Role::Manager};
    const std::vector<Role> floor{Role::Owner, Role::Manager, Role::Counter};
    const std::vector<Role> house{Role::Owner, Role::Manager, Role::Kitchen, Role::Counter};
    const std::vector<Role> staff{Role::Owner, Role::Manager, Role::Kitchen, Role::Counter, Role::Courier};
    PermissionTable table;
    const auto put = [&table](const std::vector<Role> &roles, std::initializer_list<const char *> routes) {
        for (const char *route : routes)
            table.insert(QString::fromLatin1(route), roles);
    };
    put(staff, {"business.orders.list", "business.orders.status"});
    put(house, {"business.orders.lines", "business.orders.recall", "business.orders.priority",
                "business.items.availability", "business.orders.print"});
    put(floor, {"business.orders.create", "business.orders.edit", "business.orders.split", "business.orders.history",
                "business.guests.list", "payment.direct", "payment.refund"});
    put(managers, {"payment.status", "business.items.edit", "business.categories.edit", "business.items.import",
                   "business.staff.list", "business.staff.edit", "business.staff.pin.set", "admin.orders.analytics",
                   "admin.orders.export", "admin.audit", "admin.settings.put", "business.stations.edit",
                   "business.terminals.edit", "business.printers.edit", "business.tokens.create"});
    put({Role::Owner}, {"admin.orders.cleanup"});
    return table;
}

void addOperators(FakeOperatorPort &port)
{
    port.people[QStringLiteral("407193")] = {1, QStringLiteral("Aigerim Ibraeva"), Role::Owner};
    port.people[QStringLiteral("5821")] = {3, QStringLiteral("Ruslan Akhmetov"), Role::Kitchen};
    port.people[QStringLiteral("390472")] = {5, QStringLiteral("Dana Serikova"), Role::Counter};
    port.setPolicyNow({true, 300});
    port.setCurrent(port.people.at(QStringLiteral("407193")));
}

} // namespace oshaq::staffsample
