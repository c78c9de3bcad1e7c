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
#include <QBoxLayout>
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
    Stage stage;
    stage.open(QStringLiteral("settings"), QSize(1280, 800));
    QCOMPARE(textComplaints(stage.window.get()), QStringList());
    Page *page = stage.window->currentPage();

    // A label too narrow for its words.
    QLabel narrow(QStringLiteral("Words that nobody has room for"), page);
    narrow.setGeometry(page->width() - 60, page->height() - 30, 50, 25);
    narrow.show();
    QCOMPARE(textComplaints(stage.window.get()).filter(QStringLiteral("nobody has room")).size(), 1);
    narrow.hide();
    QCOMPARE(textComplaints(stage.window.get()), QStringList());

    // One that wraps and is too low.
    QLabel low(QStringLiteral("Words that wrap to more lines than there are"), page);
    low.setWordWrap(true);
    low.setGeometry(page->width() - 120, page->height() - 30, 110, 25);
    low.show();
    QCOMPARE(textComplaints(stage.window.get()).filter(QStringLiteral("in height")).size(), 1);
    low.hide();

    // A button that was squeezed.
    TouchButton squeezed(Look(), page);
    squeezed.setText(QStringLiteral("Squeezed"));
    squeezed.setGeometry(page->width() - 60, page->height() - 60, 40, 48);
    squeezed.show();
    QCOMPARE(textComplaints(stage.window.get()).filter(QStringLiteral("Squeezed")).size(), 1);
    squeezed.hide();

    // Two that lie over each other, and one that hangs out.
    QWidget box(page);
    box.setGeometry(page->width() - 20, page->height() - 20, 20, 20);
    QWidget one(&box);
    QWidget two(&box);
    one.setGeometry(0, 0, 15, 15);
    two.setGeometry(10, 10, 9, 9);
    box.show();
    QCOMPARE(textComplaints(stage.window.get()).filter(QStringLiteral("lie over each other")).size(), 1);
    two.setGeometry(16, 16, 30, 30);
    QCOMPARE(textComplaints(stage.window.get()).filter(QStringLiteral("hangs out")).size(), 1);
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
    const auto look = [&](const QString &words) {
        for (const int percent : {100, 150, 200}) {
            stage.display.setTextPercent(percent);
            for (const QSize size : {QSize(1920, 1080), QSize(1280, 800)}) {
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
