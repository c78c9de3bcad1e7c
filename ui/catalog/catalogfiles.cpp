// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogfiles.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

#include <utility>

namespace oshaq {

namespace {

constexpr int maxQueue = 16;

FileTrouble troubleOf(const QFileDevice &file)
{
    switch (file.error()) {
    case QFileDevice::NoError:
        return FileTrouble::None;
    case QFileDevice::PermissionsError:
        return FileTrouble::Denied;
    case QFileDevice::ResourceError:
        return FileTrouble::Full;
    default:
        return FileTrouble::Other;
    }
}

CatalogFiles::Read readNow(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return {{}, FileTrouble::Missing};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, info.isReadable() ? FileTrouble::Other : FileTrouble::Denied};
    // One more than allowed: a file that grows, or a device, says nothing true about its size.
    QByteArray bytes = file.read(CatalogFiles::maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return {{}, troubleOf(file)};
    if (bytes.size() > CatalogFiles::maxBytes)
        return {{}, FileTrouble::TooLarge};
    return {std::move(bytes), FileTrouble::None};
}

FileTrouble writeNow(const QString &path, const QByteArray &bytes)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir())
        return FileTrouble::Missing;
    // The new file takes the place of the old one: never that of a device or a folder.
    const QFileInfo old(path);
    if (old.exists() && !old.isFile())
        return FileTrouble::Denied;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return folder.isWritable() ? FileTrouble::Other : FileTrouble::Denied;
    if (file.write(bytes) != bytes.size()) {
        file.cancelWriting();
        return FileTrouble::Full;
    }
    if (file.commit())
        return FileTrouble::None;
    const FileTrouble trouble = troubleOf(file);
    // The disk says so only when everything is written out.
    return trouble == FileTrouble::None || trouble == FileTrouble::Other ? FileTrouble::Full : trouble;
}

} // namespace

DialogFiles::DialogFiles()
    : m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
    , m_mailbox(std::make_shared<Mailbox>())
{}

DialogFiles::~DialogFiles() = default;

WorkerPool &DialogFiles::workers()
{
    if (!m_workers)
        m_workers = std::make_unique<WorkerPool>(1, WorkerPool::Limits{maxQueue});
    return *m_workers;
}

void DialogFiles::ask(QFileDialog *dialog, std::function<void(const QString &path)> done)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDirectory(m_folder);
    QObject::connect(dialog, &QFileDialog::fileSelected, m_mailbox.get(),
                     [this, done = std::move(done)](const QString &path) {
                         m_folder = QFileInfo(path).absolutePath();
                         done(path);
                     });
    dialog->open();
}

void DialogFiles::chooseMenu(QWidget *window, std::function<void(const QString &path)> done)
{
    auto *dialog = new QFileDialog(window, tr("Choose a file with a menu"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.tab *.txt)"), tr("All files (*)")});
    ask(dialog, std::move(done));
}

void DialogFiles::chooseTarget(QWidget *window, const QString &name, std::function<void(const QString &path)> done)
{
    auto *dialog = new QFileDialog(window, tr("Save as"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilters({tr("Tables (*.csv)"), tr("All files (*)")});
    ask(dialog, std::move(done));
    dialog->selectFile(name);
}

void DialogFiles::read(const QString &path, std::function<void(const Read &)> done)
{
    const auto finish = [done = std::move(done)](const Read &read) { done(read); };
    const bool posted = workers().post(
        [box = m_mailbox, path, finish](int) { box->post([read = readNow(path), finish] { finish(read); }); });
    if (!posted)
        m_mailbox->post([finish] { finish({{}, FileTrouble::Other}); });
}

void DialogFiles::write(const QString &path, const QByteArray &bytes, std::function<void(FileTrouble)> done)
{
    const bool posted = workers().post([box = m_mailbox, path, bytes, done](int) {
        box->post([trouble = writeNow(path, bytes), done] { done(trouble); });
    });
    if (!posted)
        m_mailbox->post([done] { done(FileTrouble::Other); });
}

void DialogFiles::showFolder(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

QString FileText::reading(FileTrouble trouble, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    switch (trouble) {
    case FileTrouble::None:
        return {};
    case FileTrouble::Missing:
        return tr("There is no file %1 any more. Choose it again.").arg(name);
    case FileTrouble::Denied:
        return tr("This computer does not let you read %1. Copy it somewhere else, then choose the copy.").arg(name);
    case FileTrouble::TooLarge:
        return tr("%1 is too large to be a menu.").arg(name);
    case FileTrouble::Full:
    case FileTrouble::Other:
        return tr("%1 cannot be read. See whether its disk or the network is there, then choose it again.").arg(name);
    }
    return {};
}

QString FileText::writing(FileTrouble trouble, const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    switch (trouble) {
    case FileTrouble::None:
        return {};
    case FileTrouble::Missing:
        return tr("The folder of %1 is not there any more. Choose another one.").arg(shown);
    case FileTrouble::Denied:
        return tr("This computer does not let you write %1. Choose another folder.").arg(shown);
    case FileTrouble::TooLarge:
    case FileTrouble::Full:
        return tr("There is no room for %1: the disk is full. Make room, or choose another folder.").arg(shown);
    case FileTrouble::Other:
        return tr("%1 could not be written. Choose another folder.").arg(shown);
    }
    return {};
}

} // namespace oshaq
