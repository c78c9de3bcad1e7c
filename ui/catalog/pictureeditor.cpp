// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/pictureeditor.h"

#include "ui/catalog/cropsheet.h"
#include "ui/catalog/pictureloader.h"
#include "ui/common/flowrow.h"
#include "ui/common/touchbutton.h"

#include <QApplication>
#include <QBoxLayout>
#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QImageReader>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace oshaq {

namespace {

constexpr int jpegQuality = 88;

/// What is there now, or that nothing is.
class Preview final : public QWidget
{
public:
    using QWidget::QWidget;

    std::function<void(QPainter &, const QRect &)> draw;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        if (draw)
            draw(painter, rect());
    }
};

void askForFile(QWidget *parent, const std::function<void(const QString &)> &done)
{
    auto *dialog = new QFileDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(QStringLiteral("*.png *.jpg *.jpeg *.webp"));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, done);
    dialog->show();
}

} // namespace

PictureEditor::PictureEditor(PictureLoader &pictures, const Look &look, QWidget *sheetParent, QWidget *parent)
    : QWidget(parent)
    , m_pictures(pictures)
    , m_look(look)
    , m_chooser(askForFile)
    , m_crop(new CropSheet(look, sheetParent))
    , m_buttons(new FlowRow(this))
    , m_choose(new TouchButton(look, m_buttons))
    , m_paste(new TouchButton(look, m_buttons))
    , m_remove(new TouchButton(look, m_buttons))
    , m_below(new QLabel(this))
{
    setObjectName(QStringLiteral("pictureEditor"));
    setAcceptDrops(true);
    m_pool.setMaxThreadCount(1);
    auto *preview = new Preview(this);
    m_preview = preview;
    preview->draw = [this](QPainter &painter, const QRect &rect) {
        QPainterPath path;
        path.addRoundedRect(rect, m_look.px(8), m_look.px(8));
        painter.setClipPath(path);
        if (!m_waiting.isNull()) {
            painter.drawImage(rect, m_waiting);
        } else if (const QPixmap *pixmap = m_pictures.find(m_path, false)) {
            painter.drawPixmap(rect, *pixmap);
        } else {
            painter.fillPath(path, m_look.theme().raised);
            painter.setFont(m_look.font(TextRole::Tag));
            painter.setPen(m_look.theme().muted);
            painter.drawText(rect, Qt::AlignCenter | Qt::TextWordWrap,
                             m_path.isEmpty() ? tr("No picture") : tr("On its way"));
        }
    };
    m_choose->setObjectName(QStringLiteral("pictureChoose"));
    m_paste->setObjectName(QStringLiteral("picturePaste"));
    m_remove->setObjectName(QStringLiteral("pictureRemove"));
    for (TouchButton *button : {m_choose, m_paste, m_remove}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    m_below->setObjectName(QStringLiteral("pictureBelow"));
    m_below->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->addWidget(m_preview, 0, Qt::AlignTop);
    line->addWidget(m_buttons, 1, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_below);
    connect(m_choose, &TouchButton::clicked, this,
            [this] { m_chooser(this, [this](const QString &name) { takeFile(name); }); });
    connect(m_paste, &TouchButton::clicked, this, [this] {
        if (!take(QApplication::clipboard()->mimeData()))
            setProblem([] { return tr("There is no picture to paste: copy one first."); });
    });
    connect(m_remove, &TouchButton::clicked, this, &PictureEditor::removeRequested);
    connect(m_crop, &CropSheet::cropped, this, [this](const QImage &image) {
        // Encoding a large picture takes longer than a frame.
        m_pool.start([this, image] {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            const bool written = image.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPEG", jpegQuality);
            QMetaObject::invokeMethod(
                this,
                [this, bytes, written] {
                    if (written)
                        Q_EMIT chosen(bytes);
                    else
                        setProblem([] { return tr("This picture could not be made smaller. Take another one."); });
                },
                Qt::QueuedConnection);
        });
    });
    connect(&pictures, &PictureLoader::arrived, m_preview, qOverload<>(&QWidget::update));
    retranslate();
    setLook(look);
}

PictureEditor::~PictureEditor()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void PictureEditor::setLook(const Look &look)
{
    m_look = look;
    m_crop->adoptLook(look);
    m_preview->setFixedSize(look.px(144), look.px(90));
    m_buttons->setSpacing(look.px(8));
    for (TouchButton *button : {m_choose, m_paste, m_remove})
        button->setLook(look);
    layout()->setSpacing(look.px(6));
    layout()->itemAt(0)->layout()->setSpacing(look.px(12));
    m_buttons->rearrange();
}

void PictureEditor::setPicture(const QString &path)
{
    if (path != m_path)
        m_problem = {};
    m_path = path;
    m_waiting = QImage();
    refresh();
}

void PictureEditor::setWaiting(const QByteArray &bytes)
{
    m_waiting = QImage::fromData(bytes).scaled(m_preview->size() * 2, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    refresh();
}

void PictureEditor::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void PictureEditor::setEditable(bool editable)
{
    m_editable = editable;
    refresh();
}

void PictureEditor::setProblem(const Words &words)
{
    m_problem = words;
    refresh();
}

QString PictureEditor::problem() const
{
    return m_problem ? m_problem() : QString();
}

void PictureEditor::refresh()
{
    const bool may = m_editable && !m_busy;
    m_choose->setEnabled(may);
    m_paste->setEnabled(may);
    m_remove->setEnabled(may);
    m_remove->setVisible(!m_path.isEmpty() || !m_waiting.isNull());
    m_below->setText(m_problem ? m_problem()
                     : m_busy  ? tr("The picture is on its way.")
                               : tr("Drop a picture here, choose a file or paste one."));
    const QString role = !m_problem ? QStringLiteral("caption") : QStringLiteral("error");
    if (m_below->property("role").toString() != role) {
        m_below->setProperty("role", role);
        m_below->style()->unpolish(m_below);
        m_below->style()->polish(m_below);
    }
    m_preview->update();
    m_buttons->rearrange();
}

void PictureEditor::retranslate()
{
    m_choose->setText(tr("Choose a file"));
    m_paste->setText(tr("Paste"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the picture"));
    m_preview->setAccessibleName(tr("Picture"));
    refresh();
}

void PictureEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

// ---- taking one

void PictureEditor::runDecode(std::function<QImage(Words *)> read)
{
    m_problem = {};
    m_pool.start([this, read = std::move(read)] {
        Words problem;
        const QImage image = read(&problem);
        QMetaObject::invokeMethod(
            this,
            [this, image, problem] {
                if (image.isNull())
                    setProblem(problem);
                else
                    takeImage(image);
            },
            Qt::QueuedConnection);
    });
}

void PictureEditor::takeFile(const QString &fileName)
{
    runDecode([fileName](Words *problem) {
        QFile file(fileName);
        if (!file.open(QIODevice::ReadOnly)) {
            *problem = [] { return tr("This file cannot be opened."); };
            return QImage();
        }
        if (file.size() > maxFileBytes) {
            *problem = [] { return tr("This file is larger than %1 MB.").arg(maxFileBytes / 1024 / 1024); };
            return QImage();
        }
        QImageReader reader(&file);
        reader.setDecideFormatFromContent(true);
        reader.setAutoTransform(true);
        const QImage image = reader.read();
        if (image.isNull()) {
            *problem = [] { return tr("This is no picture that can be used. Take a PNG, a JPEG or a WebP file."); };
        }
        return image;
    });
}

void PictureEditor::takeImage(const QImage &image)
{
    // Nothing can be seen on it.
    if (image.width() < 16 || image.height() < 10) {
        setProblem([] { return tr("This picture is too small."); });
        return;
    }
    setProblem({});
    m_crop->crop(image);
}

bool PictureEditor::take(const QMimeData *data)
{
    if (!data || !m_editable || m_busy)
        return false;
    if (data->hasImage()) {
        const auto image = qvariant_cast<QImage>(data->imageData());
        if (!image.isNull()) {
            takeImage(image);
            return true;
        }
    }
    if (data->hasUrls() && data->urls().constFirst().isLocalFile()) {
        takeFile(data->urls().constFirst().toLocalFile());
        return true;
    }
    return false;
}

void PictureEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_editable && !m_busy && (event->mimeData()->hasImage() || event->mimeData()->hasUrls()))
        event->acceptProposedAction();
}

void PictureEditor::dropEvent(QDropEvent *event)
{
    if (take(event->mimeData()))
        event->acceptProposedAction();
}

} // namespace oshaq
