// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/drawing/picture.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCryptographicHash>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>

#include <algorithm>
#include <cstring>

namespace oshaq::imaging {

namespace {

constexpr int jpegQuality = 84;
/// A progressive JPEG paints the whole picture once for each scan; a few bytes ask for another one. Cameras write about
/// ten.
constexpr qsizetype maxJpegScans = 100;

struct Format
{
    const char *mediaType;
    const char *qtName;
};

constexpr Format formats[] = {{mediaTypes[0], "png"}, {mediaTypes[1], "jpeg"}, {mediaTypes[2], "webp"}};

/// By the first bytes alone; nobody's word counts.
const Format *formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return &formats[0];
    if (bytes.startsWith("\xff\xd8\xff"))
        return &formats[1];
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return &formats[2];
    return nullptr;
}

Error wrongType(const QString &why)
{
    return {ErrorCode::UnsupportedMediaType, why, {}};
}

Error wrongPicture(const QString &why)
{
    return {ErrorCode::ValidationFailed, why, {{QStringLiteral("$"), why}}};
}

Result<void> checkSize(QSize size)
{
    if (!size.isValid() || size.isEmpty())
        return wrongPicture(QStringLiteral("The picture cannot be read."));
    const qint64 width = size.width();
    const qint64 height = size.height();
    if (width > maxSide || height > maxSide || width * height > maxPixels) {
        return wrongPicture(QStringLiteral("The picture has %1 x %2 pixels; at most %3 million are taken.")
                                .arg(width)
                                .arg(height)
                                .arg(maxPixels / 1'000'000));
    }
    return {};
}

bool isSeeThrough(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return false;
    const QImage plain = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < plain.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(plain.constScanLine(y));
        if (std::any_of(line, line + plain.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return true;
    }
    return false;
}

QImage fitted(const QImage &image, int pixels)
{
    if (image.width() <= pixels && image.height() <= pixels)
        return image;
    const QSize size = image.size().scaled(pixels, pixels, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// The pixels and nothing else: texts and colour profiles of a QImage would be written out again.
QImage bare(const QImage &image)
{
    QImage copy(image.size(), image.format());
    const auto length = std::size_t(std::min(image.bytesPerLine(), copy.bytesPerLine()));
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(copy.scanLine(y), image.constScanLine(y), length);
    return copy;
}

Result<QByteArray> encoded(const QImage &image, bool seeThrough)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, seeThrough ? "png" : "jpeg");
    if (!seeThrough) {
        writer.setQuality(jpegQuality);
        writer.setOptimizedWrite(true);
    }
    if (!buffer.open(QIODevice::WriteOnly) || !writer.write(bare(image)))
        return Error{
            ErrorCode::Internal, QStringLiteral("a picture cannot be written: %1").arg(writer.errorString()), {}};
    buffer.close();
    return bytes;
}

Result<QImage> decode(const QByteArray &bytes, const Format &format)
{
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, QStringLiteral("a buffer does not open"), {}};
    // One decoder, ours to choose: no other plugin gets to see the bytes.
    QImageReader reader;
    reader.setAutoDetectImageFormat(false);
    reader.setFormat(format.qtName);
    reader.setDevice(&buffer);
    reader.setAutoTransform(true);
    if (!QImageReader::supportedImageFormats().contains(format.qtName))
        return wrongType(
            QStringLiteral("This hub cannot read %1; send another format.").arg(QString::fromLatin1(format.mediaType)));
    const QSize size = reader.size();
    if (const auto checked = checkSize(size); !checked)
        return checked.error();
    const bool turned = (reader.transformation() & QImageIOHandler::TransformationRotate90) != 0;
    const QImage image = reader.read();
    if (image.isNull())
        return wrongPicture(QStringLiteral("The picture is broken."));
    // What was decoded must be what the head promised.
    if (image.size() != (turned ? size.transposed() : size))
        return wrongPicture(QStringLiteral("The picture is not as large as it says."));
    return image;
}

} // namespace

Result<Picture> makePicture(const QByteArray &bytes, const QByteArray &mediaType)
{
    const Format *format = formatOf(bytes);
    if (!format)
        return wrongType(QStringLiteral("This is neither a PNG nor a JPEG nor a WebP picture."));
    if (mediaType != format->mediaType) {
        return wrongType(QStringLiteral("The request says %1, but this is %2.")
                             .arg(QString::fromLatin1(mediaType), QString::fromLatin1(format->mediaType)));
    }
    if (mediaType == "image/jpeg" && bytes.count("\xff\xda") > maxJpegScans)
        return wrongPicture(QStringLiteral("The picture is painted in too many passes."));
    auto decoded = decode(bytes, *format);
    if (!decoded)
        return decoded.error();

    // Small first: everything behind this works on a million pixels at most.
    QImage detail = fitted(*decoded, detailPixels);
    if (detail.colorSpace().isValid() && detail.colorSpace() != QColorSpace(QColorSpace::SRgb))
        detail.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    const bool seeThrough = isSeeThrough(detail);
    detail = detail.convertToFormat(seeThrough ? QImage::Format_ARGB32 : QImage::Format_RGB32);

    Picture picture;
    picture.mediaType = seeThrough ? "image/png" : "image/jpeg";
    for (const auto &[target, pixels] :
         {std::pair{&picture.list, listPixels}, std::pair{&picture.detail, detailPixels}}) {
        auto made = encoded(fitted(detail, pixels), seeThrough);
        if (!made)
            return made.error();
        *target = std::move(*made);
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(picture.list);
    hash.addData(picture.detail);
    picture.name = QString::fromLatin1(hash.result().toHex().left(32));
    return picture;
}

} // namespace oshaq::imaging
