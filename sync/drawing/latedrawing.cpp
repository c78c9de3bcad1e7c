// SPDX-License-Identifier: GPL-3.0-or-later
//
// The functions of this folder for a program that loads what draws when it is asked for first.
#include "sync/drawing/drawinglibrary.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QLoggingCategory>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcDrawing, "oshaq.drawing")

/// Beside the program, in a build as where it is installed.
constexpr char libraryFile[] = "/../lib/oshaq/liboshaq_drawing.so";

const DrawingLibrary *load()
{
    // Never unloaded: QtGui does not bear it.
    QLibrary library(QCoreApplication::applicationDirPath() + QLatin1String(libraryFile));
    const auto entry = reinterpret_cast<DrawingEntry>(library.resolve(drawingEntry));
    if (!entry) {
        qCCritical(lcDrawing).noquote() << "nothing is printed and no picture taken:" << library.errorString();
        return nullptr;
    }
    const DrawingLibrary *drawing = entry();
    if (qstrcmp(drawing->version, OSHAQ_VERSION) != 0) {
        qCCritical(lcDrawing).noquote() << "nothing is printed and no picture taken until the hub is started again:"
                                        << library.fileName() << "is of version" << drawing->version;
        return nullptr;
    }
    return drawing;
}

const DrawingLibrary *library()
{
    static const DrawingLibrary *const loaded = load();
    return loaded;
}

template <auto function, typename... Arguments> auto draw(const Arguments &...arguments)
{
    using Drawn = decltype((library()->*function)(arguments...));
    const DrawingLibrary *drawing = library();
    if (!drawing)
        return Drawn(Error{ErrorCode::Internal, QStringLiteral("This hub cannot draw; its log says why."), {}});
    return (drawing->*function)(arguments...);
}

} // namespace

Result<Picture> imaging::makePicture(const QByteArray &bytes, const QByteArray &mediaType)
{
    return draw<&DrawingLibrary::makePicture>(bytes, mediaType);
}

Result<PrintRaster> printRaster(const PrintDocument &document, int width)
{
    return draw<&DrawingLibrary::printRaster>(document, width);
}

Result<QByteArray> rasterPng(const PrintRaster &raster)
{
    return draw<&DrawingLibrary::rasterPng>(raster);
}

Result<QByteArray> rasterPdf(const PrintRaster &raster)
{
    return draw<&DrawingLibrary::rasterPdf>(raster);
}

Result<QByteArray> reportPdf(const Report &report)
{
    return draw<&DrawingLibrary::reportPdf>(report);
}

} // namespace oshaq
