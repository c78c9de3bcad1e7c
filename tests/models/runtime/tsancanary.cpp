// SPDX-License-Identifier: GPL-3.0-or-later
//
// A race on purpose, across the same kind of thread and mailbox as everywhere: ThreadSanitizer must report it.

#include "models/runtime/mailbox.h"

#include <QCoreApplication>
#include <QThread>

namespace {

int unguarded = 0;

class Racer final : public QThread
{
public:
    explicit Racer(oshaq::Mailbox &mailbox)
        : m_mailbox(mailbox)
    {}

protected:
    void run() override
    {
        m_mailbox.post([] { QCoreApplication::quit(); });
        ++unguarded; // after the hand-over: nothing orders it against main()
    }

private:
    oshaq::Mailbox &m_mailbox;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    oshaq::Mailbox mailbox;
    Racer racer(mailbox);
    racer.start();
    app.exec();
    ++unguarded;
    racer.wait();
    return unguarded == 2 ? 0 : 1;
}
