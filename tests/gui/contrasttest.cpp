// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every pair of text and ground that the screens use can be read: WCAG 2.2, 4.5:1, and 3:1 for outlines and for large
// text. docs/contrast.md is what this test computes; OSHAQ_UPDATE_DOCS=1 writes it.
#include "ui/common/theme.h"
#include "ui/common/touchbutton.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace oshaq;

namespace {

constexpr double textLeast = 4.5;
constexpr double largeLeast = 3.0;

struct Pair
{
    const char *use;
    QColor ink;
    QColor ground;
    double least = textLeast;
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/// `colour` at that alpha over `ground`.
QColor over(const QColor &colour, int alpha, const QColor &ground)
{
    const double part = alpha / 255.0;
    return QColor::fromRgbF(float(colour.redF() * part + ground.redF() * (1 - part)),
                            float(colour.greenF() * part + ground.greenF() * (1 - part)),
                            float(colour.blueF() * part + ground.blueF() * (1 - part)));
}

std::vector<Pair> pairsOf(const Theme &theme)
{
    std::vector<Pair> pairs{
        {"text on the page", theme.text, theme.background},
        {"text on a card, a field, a bar", theme.text, theme.surface},
        {"text on a button, a chosen line", theme.text, theme.raised},
        {"text on a button that is pressed", theme.text, theme.line},
        {"text of a row that is chosen", theme.text, theme.selection},
        {"text of a line that was added", theme.text, theme.addedTint},
        {"quiet text on the page", theme.muted, theme.background},
        {"quiet text on a card; hint in a field", theme.muted, theme.surface},
        {"quiet text on a band of a course, a head of a table", theme.muted, theme.raised},
        {"quiet text of a row that is chosen", theme.muted, theme.selection},
        {"quiet text of a line that was added", theme.muted, theme.addedTint},
        {"done line on a ticket", theme.faint, theme.surface},
        {"done line that is chosen", theme.faint, theme.raised},
        {"disabled button or field", theme.faint, theme.raised},
        {"disabled choice", theme.faint, theme.surface},
        {"disabled title on a bar", theme.text, theme.surface},
        {"key cap on a button", theme.muted, theme.background},
        {"key cap on a plate", theme.isDark ? theme.text : theme.background, theme.isDark ? theme.ink : theme.text},
        {"chosen choice, chosen action", theme.plateText, theme.text},
        {"chosen action that is pressed", theme.plateText, theme.muted},
        {"chosen choice of a bar", theme.background, theme.text},
        {"primary button; marked text of a field", theme.emberText, theme.ember},
        {"primary button under the pointer", theme.emberText, emberUnderPointer(theme)},
        {"sign of an option; \"press the key\"", theme.ember, theme.surface},
        {"\"press the key\" on the chosen row", theme.ember, theme.raised},
        {"sign of an option that was added", theme.ember, theme.addedTint},
        {"error beside a field", theme.errorText, theme.surface},
        {"error on the page", theme.errorText, theme.background},
        {"button that takes away", theme.errorText, theme.raised},
        {"late, void", theme.lateText, theme.surface},
        {"void line that is chosen", theme.lateText, theme.raised},
        {"band of an alarm", theme.lateText, theme.alarmBand},
        {"button on the band of an alarm", theme.text, theme.alarmBand},
        {"soon late; note of a guest; pill of a warning", theme.soonText, theme.surface},
        {"note of a line that is chosen", theme.soonText, theme.raised},
        {"note of a line that was added", theme.soonText, theme.addedTint},
        {"band of a warning", theme.soonText, theme.warningBand},
        {"button on the band of a warning", theme.text, theme.warningBand},
        {"held line", theme.heldText, theme.surface},
        {"held line that is chosen", theme.heldText, theme.raised},
        {"ready", theme.readyText, theme.surface},
        {"allergy in words", theme.allergyText, theme.surface},
        {"head of a ticket: in time", theme.ink, theme.fresh},
        {"head of a ticket, ADDED: soon late", theme.ink, theme.soon},
        {"head of a ticket, VOID, OUT: late", theme.ink, theme.late},
        {"head of a ticket: the stripes of late", theme.ink, theme.lateStripe},
        {"head of a ticket: ready", theme.ink, theme.ready},
        {"head of a ticket: scheduled", theme.ink, theme.scheduled},
        {"band of an allergy", theme.ink, theme.allergy},
        {"outline of the keyboard on the page (outline)", theme.focus, theme.background, largeLeast},
        {"outline of the keyboard on a card (outline)", theme.focus, theme.surface, largeLeast},
        {"outline of the keyboard on a button (outline)", theme.focus, theme.raised, largeLeast},
        {"outline of an error (outline)", theme.errorText, theme.surface, largeLeast},
        {"outline of the keyboard on a primary button (outline)", theme.emberText, theme.ember, largeLeast},
        {"outline of the keyboard on a chosen choice (outline)", theme.plateText, theme.text, largeLeast},
        {"frame of a box that is ticked or not (outline)", theme.muted, theme.surface, largeLeast},
    };
    // The number of a slot, 23 px bold on a plate that lets the head of the ticket through.
    constexpr int badgeAlpha = 215;
    for (const QColor &head : {theme.fresh, theme.soon, theme.late, theme.ready, theme.scheduled})
        pairs.push_back({"number of a slot", theme.badgeText, over(theme.ink, badgeAlpha, head)});
    return pairs;
}

QByteArray page()
{
    QByteArray text = "# Contrast\n\n"
                      "Every pair of text and ground that the screens use, as `tests/gui/contrasttest.cpp` computes it "
                      "(WCAG 2.2).\nText needs 4.5:1, outlines 3:1. The file is written by that test with "
                      "`OSHAQ_UPDATE_DOCS=1`.\n";
    for (const Theme &theme : {darkTheme(), lightTheme()}) {
        text += theme.isDark ? "\n## Dark\n\n" : "\n## Light\n\n";
        text += "| use | colour | ground | contrast | needed |\n|---|---|---|---:|---:|\n";
        for (const Pair &pair : pairsOf(theme)) {
            text += QByteArrayLiteral("| ") + pair.use + " | " + pair.ink.name().toUpper().toLatin1() + " | " +
                    pair.ground.name().toUpper().toLatin1() + " | " +
                    QByteArray::number(std::floor(contrast(pair.ink, pair.ground) * 100) / 100, 'f', 2) + " | " +
                    QByteArray::number(pair.least, 'f', 1) + " |\n";
        }
    }
    return text;
}

} // namespace

class ContrastTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arithmeticIsThatOfTheStandard();
    void everyPairCanBeRead();
    void pageIsWhatIsComputed();
};

void ContrastTest::arithmeticIsThatOfTheStandard()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    // The grey that everybody knows to be just enough on white, and the one that is just too light.
    QVERIFY(contrast(QColor(0x767676), Qt::white) >= textLeast);
    QVERIFY(contrast(QColor(0x777777), Qt::white) < textLeast);
}

void ContrastTest::everyPairCanBeRead()
{
    QStringList bad;
    for (const Theme &theme : {darkTheme(), lightTheme()}) {
        for (const Pair &pair : pairsOf(theme)) {
            const double is = contrast(pair.ink, pair.ground);
            if (is < pair.least) {
                bad << QStringLiteral("%1, %2: %3 on %4 is %5")
                           .arg(theme.isDark ? QStringLiteral("dark") : QStringLiteral("light"),
                                QLatin1String(pair.use), pair.ink.name(), pair.ground.name())
                           .arg(is, 0, 'f', 2);
            }
        }
    }
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QLatin1Char('\n'))));
}

void ContrastTest::pageIsWhatIsComputed()
{
    const QByteArray computed = page();
    QFile file(QStringLiteral(OSHAQ_SOURCE_DIR "/docs/contrast.md"));
    if (qEnvironmentVariableIsSet("OSHAQ_UPDATE_DOCS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(computed);
        file.close();
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll() == computed,
             "docs/contrast.md is not what is computed: run this test with OSHAQ_UPDATE_DOCS=1");
}

QTEST_GUILESS_MAIN(ContrastTest)
#include "contrasttest.moc"
