// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/printdocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

using Kind = PrintBlock::Kind;

constexpr int lastKind = int(Kind::Drawer);
constexpr int lastAlign = int(PrintBlock::Align::Right);

} // namespace

QByteArray printDocumentJson(const PrintDocument &document)
{
    QJsonArray blocks;
    for (const PrintBlock &block : document.blocks) {
        QJsonObject object{{QStringLiteral("kind"), int(block.kind)}, {QStringLiteral("size"), block.size}};
        if (!block.text.isEmpty())
            object.insert(QStringLiteral("text"), block.text);
        if (!block.side.isEmpty())
            object.insert(QStringLiteral("side"), block.side);
        if (block.bold)
            object.insert(QStringLiteral("bold"), true);
        if (block.inverse)
            object.insert(QStringLiteral("inverse"), true);
        if (block.struck)
            object.insert(QStringLiteral("struck"), true);
        if (block.align != PrintBlock::Align::Left)
            object.insert(QStringLiteral("align"), int(block.align));
        if (block.indent != 0)
            object.insert(QStringLiteral("indent"), block.indent);
        blocks.append(object);
    }
    return QJsonDocument(blocks).toJson(QJsonDocument::Compact);
}

Result<PrintDocument> printDocumentFromJson(const QByteArray &json)
{
    const QJsonDocument parsed = QJsonDocument::fromJson(json);
    if (!parsed.isArray())
        return Error{ErrorCode::Internal, QStringLiteral("A stored paper cannot be read."), {}};
    PrintDocument document;
    const QJsonArray blocks = parsed.array();
    for (const auto value : blocks) {
        const QJsonObject object = value.toObject();
        PrintBlock block;
        block.kind = Kind(std::clamp(object.value(QLatin1String("kind")).toInt(), 0, lastKind));
        block.size = std::clamp(object.value(QLatin1String("size")).toInt(), 1, maxPrintSize);
        block.text = object.value(QLatin1String("text")).toString();
        block.side = object.value(QLatin1String("side")).toString();
        block.bold = object.value(QLatin1String("bold")).toBool();
        block.inverse = object.value(QLatin1String("inverse")).toBool();
        block.struck = object.value(QLatin1String("struck")).toBool();
        block.align = PrintBlock::Align(std::clamp(object.value(QLatin1String("align")).toInt(), 0, lastAlign));
        block.indent = std::clamp(object.value(QLatin1String("indent")).toInt(), 0, 4);
        document.blocks.push_back(std::move(block));
    }
    return document;
}

} // namespace oshaq
