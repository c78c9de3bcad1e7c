// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"
#include "ui/catalog/pictureloader.h"

#include <QApplication>
#include <QTest>

#include <algorithm>

using namespace oshaq;

namespace {

/// Counts what widgets ask of the event loop. A layout that asks for a layout again has no end: the screen looks right
/// and burns a processor.
class Requests final : public QObject
{
public:
    int layouts = 0;
    int paints = 0;
    QString last;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isLayout = event->type() == QEvent::LayoutRequest;
        layouts += isLayout ? 1 : 0;
        paints += event->type() == QEvent::UpdateRequest ? 1 : 0;
        if (isLayout)
            last = QLatin1String(watched->metaObject()->className()) + QLatin1Char(' ') + watched->objectName();
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

/// A window in which nothing happens costs nothing.
class QuietTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesToRest_data();
    void comesToRest();
    void noticesARestlessLayout();

private:
    /// What is still asked for after everything had its turns.
    static Requests *listen(Requests *requests)
    {
        constexpr int turns = 40;
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::sendPostedEvents();
        qApp->installEventFilter(requests);
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::sendPostedEvents();
        qApp->removeEventFilter(requests);
        return requests;
    }
};

void QuietTest::comesToRest_data()
{
    QTest::addColumn<int>("index");
    const std::vector<Scene> scenes = allScenes();
    for (int i = 0; i < int(scenes.size()); ++i)
        QTest::addRow("%s", qPrintable(scenes[size_t(i)].name())) << i;
}

void QuietTest::comesToRest()
{
    QFETCH(int, index);
    const Scene scene = allScenes().at(size_t(index));
    Stage stage;
    if (scene.prepare)
        scene.prepare(stage);
    stage.open(scene.page, QSize(1280, 800));
    if (scene.act)
        scene.act(stage);
    Stage::settle();
    for (const int percent : {100, 200}) {
        stage.display.setTextPercent(percent);
        Stage::settle();
        // A worker takes its time, and what it brings is painted.
        const auto loaders = stage.window->findChildren<PictureLoader *>();
        QVERIFY(Stage::waitFor([&loaders] {
            return std::all_of(loaders.begin(), loaders.end(),
                               [](const PictureLoader *loader) { return loader->decoding() == 0; });
        }));
        Requests requests;
        listen(&requests);
        QVERIFY2(requests.layouts == 0, qPrintable(requests.last));
        QCOMPARE(requests.paints, 0);
    }
}

void QuietTest::noticesARestlessLayout()
{
    class Restless final : public QWidget
    {
    protected:
        bool event(QEvent *event) override
        {
            if (event->type() == QEvent::LayoutRequest)
                QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest));
            return QWidget::event(event);
        }
    };
    Restless widget;
    widget.show();
    QCoreApplication::postEvent(&widget, new QEvent(QEvent::LayoutRequest));
    Requests requests;
    QVERIFY(listen(&requests)->layouts > 0);
}

QTEST_MAIN(QuietTest)
#include "quiettest.moc"
