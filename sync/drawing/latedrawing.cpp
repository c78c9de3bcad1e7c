// SPDX-License-Identifier: GPL-3.0-or-later
//
// The functions of this folder for a program that loads what draws when it is asked for first.
#include "sync/drawing/drawinglibrary.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QLoggingCategory>

#include <mutex>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcDrawing, "oshaq.drawing")

/// Beside the program, in a build as where it is installed.
constexpr char libraryFile[] = "/../lib/oshaq/liboshaq_drawing.so";

class Loader
{
    Q_DISABLE_COPY_MOVE(Loader)

public:
    Loader() = default;

    /// What could not be loaded is tried again each time: it may be there again.
    const DrawingLibrary *get()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_library) {
            const QString problem = load();
            if (!problem.isEmpty() && problem != m_said)
                qCCritical(lcDrawing).noquote() << "nothing is printed and no picture taken:" << problem;
            m_said = problem;
        }
        return m_library;
    }

private:
    /// What is wrong, or nothing.
    QString load()
    {
        QLibrary library(QCoreApplication::applicationDirPath() + QLatin1String(libraryFile));
        // A symbol that is missing is missed now. QtGui does not bear to be unloaded.
        library.setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
        const auto entry = reinterpret_cast<DrawingEntry>(library.resolve(drawingEntry));
        if (!entry)
            return library.errorString();
        const DrawingLibrary *found = entry();
        if (qstrcmp(found->build, OSHAQ_DRAWING_BUILD) != 0) {
            return QStringLiteral("%1 is of another version (%2, and not %3); start the hub again")
                .arg(library.fileName(), QLatin1String(found->build), QLatin1String(OSHAQ_DRAWING_BUILD));
        }
        m_library = found;
        return {};
    }

    std::mutex m_mutex;
    const DrawingLibrary *m_library = nullptr;
    QString m_said;
};

const DrawingLibrary *library()
{
    static Loader loader;
    return loader.get();
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
