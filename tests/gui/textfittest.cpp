// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that is read is cut, and nothing lies over something else: every page in every state, in three languages and
// in one of long words, in two sizes of the window, with ordinary and with large letters.
#include "tests/gui/textfit.h"
#include "tests/gui/longtexts.h"
#include "tests/gui/shots/stage.h"
#include "ui/common/application.h"
#include "ui/common/languageswitch.h"
#include "ui/common/touchbutton.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace oshaq;

class TextFitTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, Look()); }
    void cutTextsAreFound();
    void everySceneFits_data();
    void everySceneFits();
};

void TextFitTest::cutTextsAreFound()
{
    QWidget box;
    box.resize(400, 300);
    QLabel label(QStringLiteral("Words that nobody has room for"), &box);
    label.setGeometry(0, 0, 390, 40);
    TouchButton button(Look(), &box);
    button.setText(QStringLiteral("Button"));
    button.setGeometry(QRect(QPoint(0, 100), button.sizeHint()));
    box.show();
    QCOMPARE(textComplaints(&box), QStringList());

    // A label too narrow for its words.
    label.setGeometry(0, 0, 50, 40);
    QCOMPARE(textComplaints(&box).filter(QStringLiteral("in width")).size(), 1);
    // One that wraps and is too low.
    label.setWordWrap(true);
    label.setGeometry(0, 0, 120, 25);
    QCOMPARE(textComplaints(&box).filter(QStringLiteral("in height")).size(), 1);
    label.setGeometry(0, 0, 390, 40);
    // A button that was squeezed.
    button.resize(40, button.height());
    QCOMPARE(textComplaints(&box).filter(QStringLiteral("Button")).size(), 1);
    button.resize(button.sizeHint());
    QCOMPARE(textComplaints(&box), QStringList());
    // Two that lie over each other, and one that hangs out.
    button.move(0, 20);
    QCOMPARE(textComplaints(&box).filter(QStringLiteral("lie over each other")).size(), 1);
    button.move(380, 100);
    QCOMPARE(textComplaints(&box).filter(QStringLiteral("hangs out")).size(), 1);
    // What is hidden bothers nobody.
    button.hide();
    QCOMPARE(textComplaints(&box), QStringList());
}

void TextFitTest::everySceneFits_data()
{
    QTest::addColumn<int>("index");
    const std::vector<Scene> scenes = allScenes();
    for (int i = 0; i < int(scenes.size()); ++i)
        QTest::addRow("%s", qPrintable(scenes[size_t(i)].name())) << i;
}

void TextFitTest::everySceneFits()
{
    QFETCH(int, index);
    const Scene scene = allScenes().at(size_t(index));
    LanguageSwitch language;
    language.use(QStringLiteral("en"));
    LongTexts longTexts;
    Stage stage;
    if (scene.prepare)
        scene.prepare(stage);
    stage.open(scene.page, QSize(1920, 1080));
    if (scene.act)
        scene.act(stage);

    QStringList complaints;
    // Pages of the office have many states, and the same furniture in each: the size in which most is cut has to do for
    // all but the usual one. The kitchen's are read from two metres and have it all.
    const bool isBrief = scene.page != u"kitchen" && scene.state != u"normal";
    const QList<int> percents = isBrief ? QList<int>{100, 200} : QList<int>{100, 150, 200};
    const QList<QSize> sizes =
        isBrief ? QList<QSize>{QSize(1280, 800)} : QList<QSize>{QSize(1920, 1080), QSize(1280, 800)};
    const auto look = [&](const QString &words) {
        for (const int percent : percents) {
            stage.display.setTextPercent(percent);
            for (const QSize size : sizes) {
                stage.window->resize(size);
                Stage::settle();
                if (stage.window->size() != size)
                    complaints << QStringLiteral("%1 %2%: the window cannot be %3x%4, only %5x%6")
                                      .arg(words)
                                      .arg(percent)
                                      .arg(size.width())
                                      .arg(size.height())
                                      .arg(stage.window->width())
                                      .arg(stage.window->height());
                for (const QString &complaint : textComplaints(stage.window.get()))
                    complaints << QStringLiteral("%1 %2% %3x%4: %5")
                                      .arg(words)
                                      .arg(percent)
                                      .arg(size.width())
                                      .arg(size.height())
                                      .arg(complaint);
            }
        }
    };
    for (const QString &code : LanguageSwitch::languages()) {
        language.use(code);
        look(code);
    }
    language.use(QStringLiteral("en"));
    QCoreApplication::installTranslator(&longTexts);
    look(QStringLiteral("long"));
    QCoreApplication::removeTranslator(&longTexts);
    QVERIFY2(complaints.isEmpty(), qPrintable(QLatin1Char('\n') + complaints.mid(0, 20).join(QLatin1Char('\n'))));
}

QTEST_MAIN(TextFitTest)
#include "textfittest.moc"
