// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of dishes: loaded when they are seen, taken from files, the clipboard and by dropping, cut and removed.
#include "tests/gui/shots/stage.h"
#include "tests/support/catalogsample.h"
#include "tests/support/pictures.h"
#include "ui/catalog/catalogpage.h"
#include "ui/catalog/categorylist.h"
#include "ui/catalog/cropsheet.h"
#include "ui/catalog/itemeditor.h"
#include "ui/catalog/itemformview.h"
#include "ui/catalog/itemgrid.h"
#include "ui/catalog/pictureeditor.h"
#include "ui/catalog/pictureloader.h"
#include "ui/common/touchbutton.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace oshaq;

class CatalogPicturesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void loaderCutsAndKeeps();
    void loaderFailsQuietlyAndTriesAgain();
    void aFileIsCutAndUploaded();
    void wrongFilesAreToldSo();
    void droppedAndPasted();
    void removed();
    void hubsRefusalIsTold();
    void ofANewDish();
    void cropByKeys();

private:
    template <typename T> T *find(const char *name) const
    {
        return m_stage->window->findChild<T *>(QString::fromLatin1(name));
    }
    QString write(const char *name, const QByteArray &bytes)
    {
        QFile file(m_stage->directory.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }
    const Item &plov() const { return *m_stage->catalog.atHub().findItem(m_plov); }

    std::unique_ptr<Stage> m_stage;
    CatalogPage *m_page = nullptr;
    PictureEditor *m_picture = nullptr;
    qint64 m_plov = 0;
};

void CatalogPicturesTest::init()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_stage = std::make_unique<Stage>();
    m_stage->catalog.setCatalog(catalogsample::catalog());
    m_plov = catalogsample::itemId(m_stage->catalog.atHub(), QStringLiteral("Plov, wedding"));
    m_stage->open(QStringLiteral("catalog"), QSize(1600, 1000));
    m_page = m_stage->catalogPage;
    m_page->categories()->setCurrentId(2);
    m_page->grid()->setCurrentId(m_plov);
    m_picture = m_page->editor()->formView()->picture();
    Stage::waitFor([this] { return m_page->isQuiet(); });
}

void CatalogPicturesTest::loaderCutsAndKeeps()
{
    FakeCatalogPort port;
    port.pictures.insert(QStringLiteral("/wide"), test::fileOf(test::twoHalves(900, 100), "PNG"));
    PictureLoader loader(port);
    QSignalSpy arrived(&loader, &PictureLoader::arrived);
    QVERIFY(!loader.find(QStringLiteral("/wide"), false)); // no size yet
    QCOMPARE(port.waiting(), 0);
    loader.setSize(QSize(160, 100), 1);
    QVERIFY(!loader.find(QStringLiteral("/wide"), false));
    QVERIFY(!loader.find(QStringLiteral("/wide"), false)); // asked once
    QCOMPARE(port.picturesAsked(), 1);
    port.answerAll();
    QTRY_COMPARE(arrived.size(), 1);
    const QPixmap *pixmap = loader.find(QStringLiteral("/wide"), false);
    QVERIFY(pixmap);
    QCOMPARE(pixmap->size(), QSize(160, 100));
    QVERIFY(loader.find(QStringLiteral("/wide"), true)->toImage().pixelColor(10, 10).saturation() == 0);
    QCOMPARE(port.picturesAsked(), 1);
    loader.setSize(QSize(320, 200), 1);
    QVERIFY(!loader.find(QStringLiteral("/wide"), false));
    QCOMPARE(port.picturesAsked(), 2);
}

void CatalogPicturesTest::loaderFailsQuietlyAndTriesAgain()
{
    FakeCatalogPort port;
    port.pictures.insert(QStringLiteral("/broken"), "no picture");
    PictureLoader loader(port);
    loader.setSize(QSize(160, 100), 1);
    loader.find(QStringLiteral("/gone"), false);
    loader.find(QStringLiteral("/broken"), false);
    port.failNextPicture({PortFailure::Kind::Unreachable, {}, {}, {}});
    port.answerAll();
    QTRY_COMPARE(loader.onTheWay(), 0);
    QVERIFY(!loader.find(QStringLiteral("/broken"), false));
    QVERIFY(!loader.find(QStringLiteral("/gone"), false));
    QCOMPARE(port.picturesAsked(), 2);
    loader.retry();
    loader.find(QStringLiteral("/gone"), false);
    QCOMPARE(port.picturesAsked(), 3);
}

void CatalogPicturesTest::aFileIsCutAndUploaded()
{
    const QString before = plov().image;
    m_picture->takeFile(write("plov.png", test::fileOf(test::twoHalves(800, 800), "PNG")));
    QTRY_VERIFY(m_picture->cropSheet()->isOpen());
    QVERIFY(m_stage->catalog.keys.isEmpty());
    m_picture->cropSheet()->takeButton()->click();
    QTRY_VERIFY(plov().image != before);
    const QImage sent = QImage::fromData(m_stage->catalog.pictures.value(plov().image));
    QCOMPARE(sent.size(), QSize(800, 500));
    QVERIFY(m_picture->problem().isEmpty());
}

void CatalogPicturesTest::wrongFilesAreToldSo()
{
    m_picture->takeFile(write("menu.pdf", "%PDF-1.4 and so on"));
    QTRY_VERIFY(m_picture->problem().contains(QStringLiteral("no picture")));
    m_picture->takeFile(m_stage->directory.filePath(QStringLiteral("nothing.png")));
    QTRY_VERIFY(m_picture->problem().contains(QStringLiteral("cannot be opened")));
    m_picture->takeFile(write("dot.png", test::fileOf(test::twoHalves(4, 4), "PNG")));
    QTRY_VERIFY(m_picture->problem().contains(QStringLiteral("too small")));
    QFile large(m_stage->directory.filePath(QStringLiteral("large.png")));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(PictureEditor::maxFileBytes + 1));
    large.close();
    m_picture->takeFile(large.fileName());
    QTRY_VERIFY(m_picture->problem().contains(QStringLiteral("larger than")));
    QVERIFY(!m_picture->cropSheet()->isOpen());
}

void CatalogPicturesTest::droppedAndPasted()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write("plov.png", test::fileOf(test::twoHalves(320, 200), "PNG")))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_picture, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_picture, &event);
    QTRY_VERIFY(m_picture->cropSheet()->isOpen());
    m_picture->cropSheet()->close();
    QApplication::clipboard()->setText(QStringLiteral("words"));
    find<TouchButton>("picturePaste")->click();
    QVERIFY(m_picture->problem().contains(QStringLiteral("no picture to paste")));
    QApplication::clipboard()->setImage(test::twoHalves(320, 200));
    find<TouchButton>("picturePaste")->click();
    QVERIFY(m_picture->cropSheet()->isOpen());
}

void CatalogPicturesTest::removed()
{
    find<TouchButton>("pictureRemove")->click();
    QTRY_VERIFY(plov().image.isEmpty());
    QTRY_VERIFY(!find<TouchButton>("pictureRemove")->isVisible());
}

void CatalogPicturesTest::hubsRefusalIsTold()
{
    m_stage->catalog.maxPictureBytes = 10;
    m_picture->takeImage(test::twoHalves(320, 200));
    m_picture->cropSheet()->takeButton()->click();
    QTRY_VERIFY(m_picture->problem().contains(QStringLiteral("too large")));
}

void CatalogPicturesTest::ofANewDish()
{
    m_page->editor()->openNew(2);
    find<QLineEdit>("itemName")->setFocus();
    QTest::keyClicks(find<QLineEdit>("itemName"), QStringLiteral("Kazy"));
    QTest::keyClicks(find<QLineEdit>("itemPrice"), QStringLiteral("100"));
    m_picture->takeImage(test::twoHalves(320, 200));
    m_picture->cropSheet()->takeButton()->click();
    QTRY_VERIFY(find<TouchButton>("pictureRemove")->isVisible());
    QCOMPARE(m_stage->catalog.calls.filter(QStringLiteral("setItemPicture")).size(), 0);
    m_page->editor()->save();
    QTRY_COMPARE(m_stage->catalog.calls.filter(QStringLiteral("setItemPicture")).size(), 1);
    QTRY_VERIFY(!m_stage->catalog.atHub()
                     .findItem(catalogsample::itemId(m_stage->catalog.atHub(), QStringLiteral("Kazy")))
                     ->image.isEmpty());
}

void CatalogPicturesTest::cropByKeys()
{
    m_picture->takeImage(test::twoHalves(1600, 1000));
    CropView *view = m_picture->cropSheet()->view();
    QVERIFY(view->hasFocus());
    QTest::keyClick(view, Qt::Key_Plus);
    QVERIFY(view->crop().rect().width() < 1600);
    const double left = view->crop().rect().left();
    QTest::keyClick(view, Qt::Key_Right);
    QVERIFY(view->crop().rect().left() > left);
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(!m_picture->cropSheet()->isOpen());
}

QTEST_MAIN(CatalogPicturesTest)
#include "catalogpicturestest.moc"
