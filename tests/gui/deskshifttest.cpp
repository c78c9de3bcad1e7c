// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/deskshift.h"
#include "ui/common/application.h"
#include "ui/common/guiwatch.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace oshaq;

namespace {

/// GuiWatch::limitNs on the machine on which bench/README.md was written, in pieces of work (deskshift::pieceOfWorkNs) of
/// the same minute: another machine, or one that is busy, is not another product.
constexpr double budgetPieces = 8.0;

/// What is known to be dearer, and what it may cost. Nothing is added here without a word in bench/README.md, and whoever
/// makes one of them cheaper lowers it.
struct Known
{
    const char *step; ///< begins so
    double pieces;
};
constexpr std::array<Known, 0> known{};

double allowed(const deskshift::Step &step)
{
    for (const Known &one : known) {
        if (step.name.startsWith(QLatin1String(one.step)))
            return one.pieces;
    }
    return budgetPieces;
}

/// The dearest delivery since it was asked last.
struct Dearest
{
    GuiWatch::Delivery whole;
    GuiWatch::Delivery inside;
};

} // namespace

/// Goes through the whole window of a busy restaurant and fails at what a person would notice.
class DeskShiftTest final : public QObject
{
    Q_OBJECT

public:
    DeskShiftTest(GuiWatch &watch, Dearest &dearest)
        : m_watch(watch)
        , m_dearest(dearest)
    {}

private Q_SLOTS:
    void nothingTakesLongerThanAPersonNotices()
    {
        LanguageSwitch language;
        language.use(QStringLiteral("en"));
        Stage stage;
        deskshift::furnish(stage);
        stage.open(QStringLiteral("kitchen"), QSize(1920, 1080));
        deskshift::settle(stage);
        QStringList slow;
        int steps = 0;
        for (const deskshift::Step &step : deskshift::steps(language)) {
            m_dearest = {};
            // What a person or the hub did is one delivery, whatever it calls.
            const QEvent act(QEvent::User);
            m_watch.begin(*stage.window, act, 0);
            step.act(stage);
            m_watch.end();
            deskshift::settle(stage);
            QVERIFY2(m_dearest.whole.cpuNs > 0, qPrintable(step.name)); // else it measures nothing
            ++steps;
            const double pieces = double(m_dearest.whole.cpuNs) / double(deskshift::pieceOfWorkNs());
            if (!step.isLook && pieces > allowed(step))
                slow << QStringLiteral("%1: %2 pieces of work where %3 are allowed: %4; most in %5")
                            .arg(step.name)
                            .arg(pieces, 0, 'f', 1)
                            .arg(allowed(step), 0, 'f', 1)
                            .arg(m_dearest.whole.text(), m_dearest.inside.text());
        }
        QVERIFY(steps > 100);
        QVERIFY2(slow.isEmpty(), qPrintable(slow.join(u'\n')));
    }

private:
    GuiWatch &m_watch;
    Dearest &m_dearest;
};

int main(int argc, char **argv)
{
    Dearest dearest;
    GuiWatch watch(0, [&dearest](const GuiWatch::Delivery &whole, const GuiWatch::Delivery &inside) {
        if (whole.cpuNs > dearest.whole.cpuNs)
            dearest = {whole, inside};
    });
    WatchedApplication application(argc, argv, &watch);
    applyLook(application, Look());
    DeskShiftTest test(watch, dearest);
    return QTest::qExec(&test, argc, argv);
}

#include "deskshifttest.moc"
