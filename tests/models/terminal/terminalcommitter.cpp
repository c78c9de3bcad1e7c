// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a terminal in the given directory and bumps COUNT orders, one after the other was made durable. For a test that
// traces its system calls; markers written to standard output stand between them.
#include "models/runtime/clock.h"
#include "models/terminal/terminal.h"

#include <QCoreApplication>

#include <cstdio>

#include <sys/syscall.h>
#include <unistd.h>

namespace {

Q_DECL_COLD_FUNCTION int fail(const QString &message)
{
    std::fprintf(stderr, "%s\n", qPrintable(message));
    return 1;
}

void mark(const QByteArray &text)
{
    const ssize_t written = ::write(STDOUT_FILENO, text.constData(), std::size_t(text.size()));
    static_cast<void>(written);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 3)
        return fail(QStringLiteral("usage: DIRECTORY COUNT"));
    const int count = QByteArray(argv[2]).toInt();
    const oshaq::SystemClock clock;
    auto terminal = oshaq::Terminal::open(QString::fromLocal8Bit(argv[1]), clock);
    if (!terminal)
        return fail(terminal.error().message);

    oshaq::Snapshot snapshot;
    snapshot.cursor = {QStringLiteral("e1"), 1};
    snapshot.business.id = 1;
    for (int id = 1; id <= count; ++id) {
        oshaq::Order order;
        order.id = id;
        order.uuid = QStringLiteral("order-%1").arg(id);
        order.placedAtMs = clock.nowMs();
        order.statusAtMs = order.placedAtMs;
        oshaq::OrderLine line;
        line.id = id;
        line.name = QStringLiteral("dish");
        line.quantity = 1000;
        order.lines.push_back(line);
        snapshot.orders.push_back(order);
    }
    if (auto applied = (*terminal)->cache().applySnapshot(snapshot); !applied)
        return fail(applied.error().message);
    oshaq::DurabilityThread &durability = (*terminal)->database().durability();
    if (!durability.waitDurable(60'000))
        return fail(QStringLiteral("the snapshot is not durable"));

    mark("THREAD " + QByteArray::number(qlonglong(::syscall(SYS_gettid))) + "\n");
    for (int id = 1; id <= count; ++id) {
        mark("BUMP " + QByteArray::number(id) + "\n");
        if (auto done = (*terminal)->kitchen().bump(id); !done)
            return fail(done.error().message);
        mark("BUMPED " + QByteArray::number(id) + "\n");
        if (!durability.waitDurable(60'000)) {
            QCoreApplication::processEvents();
            return fail(QStringLiteral("NOT DURABLE %1").arg(id));
        }
        mark("DURABLE " + QByteArray::number(id) + "\n");
    }
    mark("END\n");
    QCoreApplication::processEvents(); // troubles that the durability thread told of are logged here
    return 0;
}
