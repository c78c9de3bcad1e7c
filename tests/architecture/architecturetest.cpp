// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads every #include of the program and fails on an arrow that points up or sideways (DESIGN, section 1).

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <vector>

namespace {

struct Include
{
    QString file; // relative to the root
    int line = 0;
    QString target; // as written, without quotes or brackets
};

/// A folder and the folders of ours that it may include. The longest matching prefix counts.
struct LayerRule
{
    const char *folder;
    std::vector<const char *> mayInclude;
};

const std::vector<LayerRule> &layerRules()
{
    static const std::vector<LayerRule> rules{
        {"models/runtime/", {"models/runtime/"}},
        {"models/domain/", {"models/domain/"}},
        {"models/sql/", {"models/sql/", "models/domain/", "models/runtime/"}},
        {"models/hub/", {"models/hub/", "models/sql/", "models/domain/", "models/runtime/"}},
        {"models/backup/", {"models/backup/", "models/hub/", "models/sql/", "models/domain/", "models/runtime/"}},
        {"models/terminal/", {"models/terminal/", "models/sql/", "models/domain/", "models/runtime/"}},
        {"sync/protocol/", {"sync/protocol/", "models/domain/"}},
        {"sync/pairing/", {"sync/pairing/", "models/domain/", "models/runtime/"}},
        {"sync/discovery/", {"sync/discovery/", "models/domain/", "models/runtime/"}},
        {"sync/drawing/", {"sync/drawing/", "models/domain/"}},
        {"sync/printing/", {"sync/printing/", "sync/drawing/", "models/domain/"}},
        {"sync/server/",
         {"sync/server/", "sync/pairing/", "sync/protocol/", "sync/drawing/", "models/hub/", "models/sql/",
          "models/domain/", "models/runtime/"}},
        {"sync/client/",
         {"sync/client/", "sync/pairing/", "sync/protocol/", "models/terminal/", "models/domain/", "models/runtime/"}},
        {"sync/integrations/",
         {"sync/integrations/", "sync/client/", "sync/protocol/", "sync/printing/", "sync/drawing/", "models/hub/",
          "models/backup/", "models/domain/", "models/runtime/"}},
        {"ui/", {"ui/", "models/terminal/", "models/domain/", "models/runtime/"}},
        {"app/", {"app/", "ui/", "sync/", "models/"}},
    };
    return rules;
}

/// A family of foreign headers and the only places that may include it.
struct ForeignRule
{
    const char *name;
    QRegularExpression header;
    std::vector<const char *> onlyIn;
};

const std::vector<ForeignRule> &foreignRules()
{
    static const std::vector<ForeignRule> rules{
        {"SQLite",
         QRegularExpression(QStringLiteral("^sqlite3\\.h")),
         {"models/sql/", "models/terminal/terminalrescue."}},
        {"curl",
         QRegularExpression(QStringLiteral("^(curl/|sync/client/curllibrary)")),
         {"sync/client/curllibrary.", "sync/client/curltransport.", "sync/integrations/messages/smtptransport.",
          "sync/integrations/backup/s3transport."}},
        {"QtHttpServer", QRegularExpression(QStringLiteral("^(QtHttpServer/|QAbstractHttpServer|QHttpServer)")), {}},
        {"QtSql", QRegularExpression(QStringLiteral("^(QtSql/|QSql)")), {}},
        {"zstd", QRegularExpression(QStringLiteral("^z(std|dict)")), {"models/backup/backupfile."}},
        {"RapidJSON", QRegularExpression(QStringLiteral("^rapidjson/")), {"sync/protocol/json."}},
        {"xlsxwriter", QRegularExpression(QStringLiteral("^xlsxwriter")), {"sync/server/reportxlsx."}},
        {"qrencode", QRegularExpression(QStringLiteral("^qrencode")), {"ui/common/qrpicture."}},
        {"DBus", QRegularExpression(QStringLiteral("^(QtDBus/|QDBus)")), {"sync/discovery/"}},
        {"Pango",
         QRegularExpression(QStringLiteral("^(pango/|cairo)")),
         {"sync/drawing/reportpdf.", "sync/drawing/printraster.", "sync/drawing/cairotypes."}},
        {"Widgets",
         QRegularExpression(QStringLiteral(
             "^(QtWidgets/|QApplication$|QWidget$|QMainWindow$|QDialog|QAbstractItemView$|QAbstractScrollArea$|"
             "QStyle|QLayout$|QVBoxLayout$|QHBoxLayout$|QGridLayout$|QLabel$|QPushButton$|QToolButton$|QStackedWidget$"
             ")")),
         {"ui/", "app/desktop/"}},
        {"Gui",
         QRegularExpression(
             QStringLiteral("^(QtGui/|QGuiApplication$|QPainter|QFont|QPixmap$|QIcon$|QWindow$|QImage|QColor)")),
         {"ui/", "app/desktop/", "sync/drawing/"}},
        {"Network",
         QRegularExpression(QStringLiteral("^(QtNetwork/|QTcp|QSsl|QHostAddress$|QNetwork|QWebSocket)")),
         {"sync/", "app/"}},
    };
    return rules;
}

bool startsWithAny(const QString &text, const std::vector<const char *> &prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const char *prefix) { return text.startsWith(QLatin1String(prefix)); });
}

/// What is wrong with one include, or nothing.
QString objection(const Include &include)
{
    const QString place = QStringLiteral("%1:%2 includes %3: ").arg(include.file).arg(include.line).arg(include.target);
    static const QRegularExpression ours(QStringLiteral("^(models|sync|ui|app|tests|bench)/"));
    if (ours.match(include.target).hasMatch()) {
        for (const LayerRule &rule : layerRules()) {
            if (!include.file.startsWith(QLatin1String(rule.folder)))
                continue;
            if (!startsWithAny(include.target, rule.mayInclude))
                return place + QStringLiteral("%1 may not know it").arg(QLatin1String(rule.folder));
            return {};
        }
        return place + QStringLiteral("this folder has no rule; add one to the architecture test");
    }
    for (const ForeignRule &rule : foreignRules()) {
        if (rule.header.match(include.target).hasMatch() && !startsWithAny(include.file, rule.onlyIn))
            return place + QStringLiteral("%1 headers do not belong here").arg(QLatin1String(rule.name));
    }
    return {};
}

std::vector<Include> includesOf(const QString &file, const QString &text)
{
    static const QRegularExpression directive(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    std::vector<Include> includes;
    int line = 0;
    for (const QString &content : text.split(u'\n')) {
        ++line;
        const auto match = directive.match(content);
        if (match.hasMatch())
            includes.push_back({file, line, match.captured(1)});
    }
    return includes;
}

} // namespace

class ArchitectureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrowsPointOneWay()
    {
        const QDir root(QStringLiteral(OSHAQ_SOURCE_DIR));
        QStringList objections;
        int files = 0;
        for (const char *folder : {"models", "sync", "ui", "app"}) {
            QDirIterator it(root.filePath(QLatin1String(folder)), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                            QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                ++files;
                for (const Include &include :
                     includesOf(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()))) {
                    const QString wrong = objection(include);
                    if (!wrong.isEmpty())
                        objections << wrong;
                }
            }
        }
        QVERIFY2(files > 30, "the sources were not found");
        QVERIFY2(objections.isEmpty(), qPrintable(objections.join(u'\n')));
    }

    /// Two classes of one name are one to the linker: what it keeps of them is anybody's guess.
    void aNameMeansOneThing()
    {
        const QDir root(QStringLiteral(OSHAQ_SOURCE_DIR));
        static const QRegularExpression scope(QStringLiteral("^namespace ([\\w:]+) \\{"));
        static const QRegularExpression end(QStringLiteral("^\\} // namespace"));
        static const QRegularExpression type(
            QStringLiteral("^(?:class|struct) (\\w+)(?: final)?(?: : .*)?(?: \\{.*)?$"));
        QMap<QString, QStringList> places;
        for (const char *folder : {"models", "sync", "ui", "app"}) {
            QDirIterator it(root.filePath(QLatin1String(folder)), {QStringLiteral("*.h")}, QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                QStringList scopes;
                for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
                    if (const auto opened = scope.match(line); opened.hasMatch())
                        scopes << opened.captured(1);
                    else if (end.match(line).hasMatch() && !scopes.isEmpty())
                        scopes.removeLast();
                    else if (const auto found = type.match(line); found.hasMatch())
                        places[(scopes + QStringList{found.captured(1)}).join(QStringLiteral("::"))]
                            << root.relativeFilePath(file.fileName());
                }
            }
        }
        QVERIFY2(places.size() > 100, "the classes were not found");
        QStringList doubled;
        for (auto place = places.cbegin(); place != places.cend(); ++place) {
            if (place->size() > 1)
                doubled << place.key() + QStringLiteral(": ") + place->join(QStringLiteral(", "));
        }
        QVERIFY2(doubled.isEmpty(), qPrintable(doubled.join(u'\n')));
    }

    void noticesForbiddenArrows_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("target");
        QTest::newRow("ui includes sync") << "ui/kitchen/kitchenpage.cpp"
                                          << "sync/client/terminalclient.h";
        QTest::newRow("ui includes hub") << "ui/kitchen/kitchenpage.cpp"
                                         << "models/hub/hub.h";
        QTest::newRow("sync includes ui") << "sync/client/feedfollower.cpp"
                                          << "ui/mainwindow.h";
        QTest::newRow("client includes server") << "sync/client/feedfollower.cpp"
                                                << "sync/server/httpserver.h";
        QTest::newRow("models include sync") << "models/hub/hub.cpp"
                                             << "sync/protocol/json.h";
        QTest::newRow("domain includes sql") << "models/domain/order.cpp"
                                             << "models/sql/database.h";
        QTest::newRow("terminal includes hub") << "models/terminal/outbox.cpp"
                                               << "models/hub/writer.h";
        QTest::newRow("sql header in sync") << "sync/server/apiserver.cpp"
                                            << "QSqlQuery";
        QTest::newRow("curl elsewhere") << "sync/client/outboxdispatcher.cpp"
                                        << "curl/curl.h";
        QTest::newRow("http server elsewhere") << "sync/server/apiserver.cpp"
                                               << "QHttpServerRequest";
        QTest::newRow("widgets in models") << "models/terminal/kitchenservice.cpp"
                                           << "QWidget";
        QTest::newRow("network in models") << "models/hub/hub.cpp"
                                           << "QTcpSocket";
    }
    void noticesForbiddenArrows()
    {
        QFETCH(QString, file);
        QFETCH(QString, target);
        const auto includes = includesOf(file, QStringLiteral("#include \"%1\"\n").arg(target));
        QCOMPARE(includes.size(), size_t(1));
        QVERIFY(!objection(includes.front()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "architecturetest.moc"
