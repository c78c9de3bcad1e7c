// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a hub draws with is loaded when it draws first, from beside the program. To see it missing, or of another
// version, this program runs a copy of itself elsewhere.

#include "sync/drawing/picture.h"
#include "sync/drawing/printraster.h"
#include "sync/drawing/reportpdf.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace oshaq;

namespace {

QByteArray mapped()
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    return maps.open(QIODevice::ReadOnly) ? maps.readAll() : QByteArray();
}

PrintDocument ticket()
{
    PrintBlock block;
    block.text = QStringLiteral("Бешбармақ");
    block.size = 3;
    return {{block}};
}

Report report()
{
    Report report;
    report.title = QStringLiteral("Sales");
    report.currency = *Currency::fromCode(QStringLiteral("KZT"));
    report.sections.push_back({QStringLiteral("Day"), {QStringLiteral("Sum")}, {{ReportCell::ofMoney(120'000)}}});
    return report;
}

/// One pixel.
QByteArray png()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}

constexpr char complaintVariable[] = "OSHAQ_TEST_COMPLAINT";

} // namespace

/// In an installation that is not whole.
class LostDrawingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// It says so once in the log and each time to who asks; the hub goes on with everything else.
    void refuses()
    {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(qEnvironmentVariable(complaintVariable)));
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(printRaster(ticket(), 384).error().code, ErrorCode::Internal);
            QCOMPARE(rasterPng({}).error().code, ErrorCode::Internal);
            QCOMPARE(rasterPdf({}).error().code, ErrorCode::Internal);
            QCOMPARE(reportPdf(report()).error().code, ErrorCode::Internal);
            QCOMPARE(imaging::makePicture(png(), "image/png").error().code, ErrorCode::Internal);
        }
        QVERIFY(!mapped().contains("libpango"));
    }
};

class LateDrawingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsWhenItDrawsFirst();
    void saysWhatIsWrong();
    void refusesWhenItIsNotWhole_data();
    void refusesWhenItIsNotWhole();
};

void LateDrawingTest::loadsWhenItDrawsFirst()
{
    for (const char *late : {"liboshaq_drawing", "libQt6Gui", "libpango", "libcairo"})
        QVERIFY2(!mapped().contains(late), late);
    // Printers, reports and pictures may come first at once.
    std::vector<std::thread> threads;
    std::vector<PrintRaster> rasters(4);
    for (PrintRaster &raster : rasters)
        threads.emplace_back([&raster] { raster = *printRaster(ticket(), 384); });
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(rasters.front().height > 20);
    QCOMPARE(rasters.front().width, 384);
    for (const PrintRaster &raster : rasters)
        QCOMPARE(raster, rasters.front());
    QVERIFY(rasterPng(rasters.front())->startsWith("\x89PNG"));
    QVERIFY(rasterPdf(rasters.front())->startsWith("%PDF"));
    QVERIFY(reportPdf(report())->startsWith("%PDF"));
    const auto picture = imaging::makePicture(png(), "image/png");
    QVERIFY(picture);
    QCOMPARE(picture->name.size(), 32);
    for (const char *late : {"liboshaq_drawing", "libQt6Gui", "libpango", "libcairo"})
        QVERIFY2(mapped().contains(late), late);
}

/// Errors come over as they are.
void LateDrawingTest::saysWhatIsWrong()
{
    const auto refused = imaging::makePicture("no picture", "image/png");
    QCOMPARE(refused.error().code, ErrorCode::UnsupportedMediaType);
    QVERIFY(refused.error().message.contains(QStringLiteral("neither a PNG nor a JPEG")));
}

void LateDrawingTest::refusesWhenItIsNotWhole_data()
{
    QTest::addColumn<QString>("library");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("missing") << QString()
                             << QStringLiteral("^nothing is printed and no picture taken: .*liboshaq_drawing");
    QTest::newRow("another version")
        << QStringLiteral("/other_drawing/liboshaq_drawing.so")
        << QStringLiteral("is of another version \\(0\\.0\\.1, and not [^)]+\\); start the hub again$");
}

void LateDrawingTest::refusesWhenItIsNotWhole()
{
    QFETCH(QString, library);
    QFETCH(QString, complaint);
    const QTemporaryDir place;
    const QDir root(place.path());
    QVERIFY(root.mkpath(QStringLiteral("bin")) && root.mkpath(QStringLiteral("lib/oshaq")));
    const QString program = root.filePath(QStringLiteral("bin/copy"));
    QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), program));
    if (!library.isEmpty()) {
        QVERIFY(QFile::copy(QCoreApplication::applicationDirPath() + library,
                            root.filePath(QStringLiteral("lib/oshaq/liboshaq_drawing.so"))));
    }
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(complaintVariable), complaint);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, QStringList());
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, process.readAll().constData());
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    LostDrawingTest lost;
    LateDrawingTest late;
    return QTest::qExec(qEnvironmentVariableIsSet(complaintVariable) ? static_cast<QObject *>(&lost) : &late, argc,
                        argv);
}
#include "latedrawingtest.moc"
