// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QByteArray>
#include <QImage>
#include <QThreadPool>
#include <QWidget>

#include <functional>

class QLabel;
class QMimeData;

namespace oshaq {

class CropSheet;
class FlowRow;
class PictureLoader;
class TouchButton;

/// The picture of a dish: dropped, chosen or pasted, cut to what a card shows, or taken away. Files are read and
/// decoded on a worker; what is no picture is said so.
class PictureEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureEditor)

public:
    /// Asks a person for a file and calls back with its name, or not at all.
    using FileChooser = std::function<void(QWidget *parent, const std::function<void(const QString &)> &done)>;

    /// So large a file may be at most.
    static constexpr qint64 maxFileBytes = 32 * 1024 * 1024;

    /// `sheetParent`: over what the cut is chosen.
    PictureEditor(PictureLoader &pictures, const Look &look, QWidget *sheetParent, QWidget *parent = nullptr);
    ~PictureEditor() override;

    void setLook(const Look &look);
    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }
    /// Item::image; empty: none. Words of a problem go.
    void setPicture(const QString &path);
    /// It goes to the hub when the dish is saved.
    void setWaiting(const QByteArray &bytes);
    void setBusy(bool busy);
    void setEditable(bool editable);
    /// In the language of the screen, whichever that is then; none: nothing is wrong.
    using Words = std::function<QString()>;
    void setProblem(const Words &words);
    QString problem() const;

    void takeFile(const QString &fileName);
    void takeImage(const QImage &image);
    CropSheet *cropSheet() const { return m_crop; }

Q_SIGNALS:
    /// As a file for the hub.
    void chosen(const QByteArray &bytes);
    void removeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void retranslate();
    void refresh();
    bool take(const QMimeData *data);
    void runDecode(std::function<QImage(Words *problem)> read);

    PictureLoader &m_pictures;
    Look m_look;
    QThreadPool m_pool;
    FileChooser m_chooser;
    CropSheet *m_crop;
    QWidget *m_preview;
    FlowRow *m_buttons;
    TouchButton *m_choose;
    TouchButton *m_paste;
    TouchButton *m_remove;
    QLabel *m_below;
    QString m_path;
    QImage m_waiting;
    Words m_problem;
    bool m_busy = false;
    bool m_editable = true;
};

} // namespace oshaq
