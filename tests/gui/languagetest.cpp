// SPDX-License-Identifier: GPL-3.0-or-later
// The language changes while everything is open: afterwards each page says what a page says that was opened in it.
#include "tests/gui/shots/stage.h"
#include "tests/gui/visiblewords.h"
#include "ui/common/choicerow.h"
#include "ui/common/languageswitch.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/outpanel.h"
#include "ui/kitchen/ticketview.h"

#include <QApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QTest>

using namespace oshaq;

namespace {

/// Every text of ours in a language that nobody speaks: what has the mark of another one was forgotten.
class MarkedWords final : public QTranslator
{
    Q_OBJECT

public:
    void use(const QString &mark)
    {
        m_mark = mark;
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(QCoreApplication::instance(), &change);
    }

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return QByteArrayView(context).startsWith("oshaq") ? m_mark + QString::fromUtf8(source) : QString();
    }

private:
    QString m_mark;
};

/// What only one of the two says.
QStringList difference(const QStringList &one, const QStringList &other)
{
    QStringList lines;
    for (const QString &line : one) {
        if (!other.contains(line))
            lines << QStringLiteral("- ") + line;
    }
    for (const QString &line : other) {
        if (!one.contains(line))
            lines << QStringLiteral("+ ") + line;
    }
    return lines;
}

void show(Stage &stage, const Scene &scene)
{
    if (scene.prepare)
        scene.prepare(stage);
    stage.open(scene.page, QSize(1920, 1080));
    if (scene.act)
        scene.act(stage);
    Stage::settle();
}

/// What the scene says when it is built now. `stage` gets the keyboard back: what a screen reader is told follows it.
QStringList freshWords(Stage &stage, const Scene &scene)
{
    QStringList words;
    {
        Stage fresh;
        show(fresh, scene);
        words = visibleWords(fresh.window.get());
    }
    stage.window->activateWindow();
    Stage::settle();
    return words;
}

} // namespace

class LanguageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void everySceneChangesWholly_data();
    void everySceneChangesWholly();
    void realLanguagesChangeAndComeBack_data();
    void realLanguagesChangeAndComeBack();
    void chosenAndTypedStays();
    void oneChangeIsHeardOnce();
    void numbersFollowTheLanguage();
    void unknownLanguagesAreTheSystems();
    void everyLanguageHasItsOwnName();
    void theSettingsSwitch();
};

void LanguageTest::everySceneChangesWholly_data()
{
    QTest::addColumn<int>("index");
    const std::vector<Scene> scenes = allScenes();
    for (int i = 0; i < int(scenes.size()); ++i)
        QTest::addRow("%s", qPrintable(scenes[size_t(i)].name())) << i;
}

void LanguageTest::everySceneChangesWholly()
{
    QFETCH(int, index);
    const Scene scene = allScenes().at(size_t(index));
    MarkedWords words;
    QCoreApplication::installTranslator(&words);
    words.use(QStringLiteral("«one»"));
    Stage stage;
    show(stage, scene);
    const QStringList before = visibleWords(stage.window.get());
    QVERIFY(!before.filter(QStringLiteral("«one»")).isEmpty());
    words.use(QStringLiteral("«two»"));
    Stage::settle();
    const QStringList changed = visibleWords(stage.window.get());
    QCOMPARE(changed.filter(QStringLiteral("«one»")), QStringList());

    // The marks are all that differs between the two languages.
    QStringList expected = before;
    expected.replaceInStrings(QStringLiteral("«one»"), QStringLiteral("«two»"));
    QCOMPARE(difference(changed, expected).join(QLatin1Char('\n')), QString());

    words.use(QStringLiteral("«one»"));
    Stage::settle();
    QCOMPARE(visibleWords(stage.window.get()), before);
    QCoreApplication::removeTranslator(&words);
}

void LanguageTest::realLanguagesChangeAndComeBack_data()
{
    everySceneChangesWholly_data();
}

void LanguageTest::realLanguagesChangeAndComeBack()
{
    QFETCH(int, index);
    const Scene scene = allScenes().at(size_t(index));
    LanguageSwitch language;
    language.use(QStringLiteral("en"));
    Stage stage;
    show(stage, scene);
    const QStringList english = visibleWords(stage.window.get());
    for (const QString &code : {QStringLiteral("ru"), QStringLiteral("kk")}) {
        language.use(code);
        Stage::settle();
        const QStringList changed = visibleWords(stage.window.get());
        QVERIFY(changed != english);
        QCOMPARE(difference(changed, freshWords(stage, scene)).join(QLatin1Char('\n')), QString());
    }
    language.use(QStringLiteral("en"));
    Stage::settle();
    QCOMPARE(visibleWords(stage.window.get()), english);
}

void LanguageTest::chosenAndTypedStays()
{
    const std::vector<Scene> scenes = everyScene();
    const auto busy = std::find_if(scenes.begin(), scenes.end(),
                                   [](const Scene &one) { return one.name() == QStringLiteral("kitchen-normal"); });
    QVERIFY(busy != scenes.end());
    LanguageSwitch language;
    language.use(QStringLiteral("en"));
    Stage stage;
    show(stage, *busy);
    TicketView *view = stage.kitchenPage->view();
    view->handleKey({KitchenKey::Slot, 2});
    view->handleKey({KitchenKey::NextLine});
    const qint64 order = view->chosenOrder();
    const qint64 line = view->chosenLine();
    QVERIFY(order != 0 && line != 0);
    language.use(QStringLiteral("kk"));
    Stage::settle();
    QCOMPARE(view->chosenOrder(), order);
    QCOMPARE(view->chosenLine(), line);

    stage.press(Qt::Key_O, QStringLiteral("o"));
    stage.press(Qt::Key_P, QStringLiteral("p"));
    const auto *panel = stage.window->findChild<OutPanel *>();
    QCOMPARE(panel->searched(), QStringLiteral("p"));
    const qint64 item = panel->chosenItem();
    language.use(QStringLiteral("ru"));
    Stage::settle();
    QVERIFY(panel->isVisible());
    QCOMPARE(panel->searched(), QStringLiteral("p"));
    QCOMPARE(panel->chosenItem(), item);
    QVERIFY(stage.kitchen.calls.filter(QStringLiteral("available")).isEmpty());
}

void LanguageTest::oneChangeIsHeardOnce()
{
    class Counter final : public QWidget
    {
    public:
        int heard = 0;

    protected:
        void changeEvent(QEvent *event) override { heard += event->type() == QEvent::LanguageChange ? 1 : 0; }
    };
    LanguageSwitch language;
    language.use(QStringLiteral("en"));
    Counter counter;
    QCoreApplication::sendPostedEvents();
    counter.heard = 0;
    language.use(QStringLiteral("ru"));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(counter.heard, 1);
    language.use(QStringLiteral("ru"));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(counter.heard, 1);
}

void LanguageTest::numbersFollowTheLanguage()
{
    LanguageSwitch language;
    language.use(QStringLiteral("en"));
    QCOMPARE(QLocale().toString(1.5, 'f', 1), QStringLiteral("1.5"));
    language.use(QStringLiteral("ru"));
    QCOMPARE(QLocale().toString(1.5, 'f', 1), QStringLiteral("1,5"));
    // Qt's own words too, where Qt has them.
    if (QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_ru.qm")))
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Отмена"));
    language.use(QStringLiteral("kk"));
    QCOMPARE(QLocale().language(), QLocale::Kazakh);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
}

void LanguageTest::unknownLanguagesAreTheSystems()
{
    LanguageSwitch language;
    language.use(QStringLiteral("tlh"));
    QCOMPARE(language.language(), LanguageSwitch::systemLanguage());
    language.use(QString());
    QCOMPARE(language.language(), LanguageSwitch::systemLanguage());
    QVERIFY(LanguageSwitch::languages().contains(LanguageSwitch::systemLanguage()));
}

void LanguageTest::everyLanguageHasItsOwnName()
{
    QCOMPARE(LanguageSwitch::nameOf(QStringLiteral("en")), QStringLiteral("English"));
    QCOMPARE(LanguageSwitch::nameOf(QStringLiteral("ru")), QStringLiteral("Русский"));
    QCOMPARE(LanguageSwitch::nameOf(QStringLiteral("kk")), QStringLiteral("Қазақша"));
}

void LanguageTest::theSettingsSwitch()
{
    LanguageSwitch language;
    language.use(QStringLiteral("en"));
    Stage stage;
    connect(&stage.display, &DisplaySettings::languageChanged, &language,
            [&] { language.use(stage.display.language()); });
    stage.open(QStringLiteral("settings"), QSize(1280, 800));
    const auto *choice = stage.window->findChild<ChoiceRow *>(QStringLiteral("languageChoice"));
    QCOMPARE(choice->texts(),
             QStringList({QStringLiteral("English"), QStringLiteral("Русский"), QStringLiteral("Қазақша")}));
    QCOMPARE(choice->chosen(), 0);
    QTest::mouseClick(choice->button(2), Qt::LeftButton);
    QCOMPARE(language.language(), QStringLiteral("kk"));
    QCOMPARE(choice->chosen(), 2);
    QCOMPARE(stage.settings.value(QStringLiteral("display/language")).toString(), QStringLiteral("kk"));
    // The names of the languages are not translated: whoever is lost finds their own.
    QCOMPARE(choice->texts().at(1), QStringLiteral("Русский"));
}

QTEST_MAIN(LanguageTest)
#include "languagetest.moc"
