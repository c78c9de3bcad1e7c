// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/kitchenbars.h"

#include "ui/common/fittinglook.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace oshaq {

// ---- ClockFace

ClockFace::ClockFace(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setObjectName(QStringLiteral("clock"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ClockFace::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
}

void ClockFace::setTime(const QString &time)
{
    if (time == m_time)
        return;
    m_time = time;
    setAccessibleName(time);
    update();
}

QSize ClockFace::sizeHint() const
{
    return QSize(painting::figuresWidth(QStringLiteral("00:00"), m_look.font(TextRole::Figure)) + m_look.px(4),
                 m_look.px(40));
}

void ClockFace::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_look.theme().text);
    painting::drawFigures(painter, rect(), Qt::AlignRight | Qt::AlignVCenter, m_time, m_look.font(TextRole::Figure));
}

// ---- TopBar

TopBar::TopBar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , title(new TouchButton(look, this))
    , open(new Pill(look, this))
    , late(new Pill(look, this))
    , promise(new Pill(look, this))
    , connection(new Pill(look, this))
    , clock(new ClockFace(look, this))
    , m_look(look)
    , m_fitted(look)
    , m_layout(new QHBoxLayout(this))
{
    title->setObjectName(QStringLiteral("stationTitle"));
    title->setKind(TouchButton::Kind::Title);
    open->setObjectName(QStringLiteral("openPill"));
    late->setObjectName(QStringLiteral("latePill"));
    promise->setObjectName(QStringLiteral("promisePill"));
    connection->setObjectName(QStringLiteral("connectionPill"));
    m_layout->addWidget(title);
    m_layout->addWidget(open);
    m_layout->addWidget(late);
    m_layout->addWidget(promise);
    m_layout->addStretch(1);
    m_layout->addWidget(connection);
    m_layout->addWidget(clock);
    arrange();
}

void TopBar::setLook(const Look &look)
{
    m_look = look;
    m_fitted = look;
    arrange();
    fit();
}

void TopBar::arrange()
{
    title->setLook(m_fitted);
    for (Pill *pill : {open, late, promise, connection})
        pill->setLook(m_fitted);
    clock->setLook(m_fitted);
    m_layout->setContentsMargins(m_fitted.px(12), 0, m_fitted.px(24), 0);
    m_layout->setSpacing(m_fitted.px(14));
    setFixedHeight(qMax(m_fitted.px(64), m_fitted.metrics().buttonHeight() + m_fitted.px(8)));
}

QStringList TopBar::texts() const
{
    QStringList texts{title->text(), clock->time()};
    for (const Pill *pill : {open, late, promise, connection})
        texts << (pill->isHidden() ? QString() : pill->text());
    return texts;
}

void TopBar::fit()
{
    // Showing a pill lays out the whole window at once, which may change this bar's width before the fitting is done.
    m_isFitStale = true;
    if (m_isFitting)
        return;
    m_isFitting = true;
    constexpr int mostTurns = 3;
    for (int turn = 0; m_isFitStale && turn < mostTurns; ++turn) {
        m_isFitStale = false;
        fitOnce();
    }
    m_isFitting = false;
    m_fittedTo = texts();
}

void TopBar::fitOnce()
{
    const auto needed = [this](const Look &look, bool withFacts) {
        // Everything here is a text on its plate: it grows and shrinks with its letters.
        title->setLook(look);
        clock->setLook(look);
        int width = look.px(12) + look.px(24) + title->sizeHint().width() + clock->sizeHint().width() + look.px(28);
        for (Pill *pill : {open, late, promise, connection}) {
            pill->setLook(look);
            if (!pill->text().isEmpty() && (withFacts || pill == connection || pill == late))
                width += pill->sizeHint().width() + look.px(14);
        }
        return width;
    };
    // Somewhat smaller letters before a fact is left out, much smaller ones after.
    constexpr int somewhat = 75;
    const Look little = m_look.withText(somewhat);
    const Look most = fittingLook(m_look, [&](const Look &look) { return needed(look, true) <= width(); });
    bool facts = needed(most, true) <= width() && most.px(100) >= little.px(100);
    const Look fitted =
        facts ? most : fittingLook(m_look, [&](const Look &look) { return needed(look, false) <= width(); });
    open->setVisible(facts && !open->text().isEmpty());
    promise->setVisible(facts && !promise->text().isEmpty());
    m_fitted = fitted;
    arrange();
}

void TopBar::resizeEvent(QResizeEvent *)
{
    fit();
}

bool TopBar::event(QEvent *event)
{
    // A fact became longer, or is none any more. Fitting asks for a new layout itself, which is no reason to fit again.
    if (event->type() == QEvent::LayoutRequest && m_fittedTo != texts())
        fit();
    return QWidget::event(event);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_look.theme().line);
}

// ---- KeyHints

KeyHints::KeyHints(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
}

void KeyHints::setLook(const Look &look)
{
    m_look = look;
    update();
}

void KeyHints::setHints(const std::vector<Hint> &hints)
{
    if (hints == m_hints)
        return;
    m_hints = hints;
    update();
}

void KeyHints::setStatus(const QString &text)
{
    if (text == m_status)
        return;
    m_status = text;
    setAccessibleName(text);
    update();
}

QSize KeyHints::sizeHint() const
{
    return QSize(m_look.px(100), m_look.px(40));
}

void KeyHints::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = m_look.font(TextRole::Caption);
    const QFontMetrics metrics(font);
    int x = m_look.px(10);

    const int statusWidth = m_status.isEmpty() ? 0 : painting::figuresWidth(m_status, font);
    int right = width() - m_look.px(10);
    if (statusWidth > 0 && x + statusWidth <= right) {
        painter.setPen(m_look.theme().muted);
        painting::drawFigures(painter, QRect(right - statusWidth, 0, statusWidth, height()),
                              Qt::AlignLeft | Qt::AlignVCenter, m_status, font);
        right -= statusWidth + m_look.px(28);
    }
    for (const Hint &hint : m_hints) {
        int needed = metrics.horizontalAdvance(hint.meaning) + m_look.px(6);
        for (const QString &key : hint.keys)
            needed += painting::keyCapSize(m_look, key).width() + m_look.px(4);
        if (x + needed > right)
            break;
        for (const QString &key : hint.keys) {
            const QSize cap = painting::keyCapSize(m_look, key);
            painting::drawKeyCap(painter, m_look, QRect(QPoint(x, (height() - cap.height()) / 2), cap), key, false);
            x += cap.width() + m_look.px(4);
        }
        x += m_look.px(4);
        painter.setFont(font);
        painter.setPen(m_look.theme().muted);
        painter.drawText(QRect(x, 0, right - x, height()), Qt::AlignLeft | Qt::AlignVCenter, hint.meaning);
        x += metrics.horizontalAdvance(hint.meaning) + m_look.px(18);
    }
}

// ---- BottomBar

BottomBar::BottomBar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , recall(new TouchButton(look, this))
    , undo(new TouchButton(look, this))
    , priority(new TouchButton(look, this))
    , out(new TouchButton(look, this))
    , expo(new TouchButton(look, this))
    , more(new TouchButton(look, this))
    , previous(new TouchButton(look, this))
    , next(new TouchButton(look, this))
    , hints(new KeyHints(look, this))
    , m_look(look)
    , m_fitted(look)
    , m_layout(new QHBoxLayout(this))
    , m_pageWords(new Pill(look, this))
{
    recall->setObjectName(QStringLiteral("recallButton"));
    undo->setObjectName(QStringLiteral("undoButton"));
    priority->setObjectName(QStringLiteral("priorityButton"));
    out->setObjectName(QStringLiteral("outButton"));
    expo->setObjectName(QStringLiteral("expoButton"));
    expo->setCheckable(true);
    expo->setKind(TouchButton::Kind::Chosen);
    more->setObjectName(QStringLiteral("moreButton"));
    previous->setObjectName(QStringLiteral("previousPageButton"));
    previous->setIconName(QStringLiteral("previous"));
    next->setObjectName(QStringLiteral("nextPageButton"));
    next->setIconName(QStringLiteral("next"));
    m_pageWords->setObjectName(QStringLiteral("pageWords"));
    hints->setObjectName(QStringLiteral("statusLine"));

    m_layout->addWidget(recall);
    m_layout->addWidget(undo);
    m_layout->addWidget(priority);
    m_layout->addWidget(out);
    m_layout->addWidget(expo);
    m_layout->addWidget(more);
    m_layout->addWidget(hints, 1);
    m_layout->addWidget(m_pageWords);
    m_layout->addWidget(previous);
    m_layout->addWidget(next);
    retranslate();
    setLook(look);
    setPages(0, 1, QString());
}

void BottomBar::retranslate()
{
    recall->setText(tr("Recall"));
    //: Key on the keyboard
    recall->setKeys({tr("R")});
    undo->setText(tr("Undo"));
    //: Key on the keyboard
    undo->setKeys({tr("U")});
    //: Button: this ticket goes first
    priority->setText(tr("Priority"));
    //: Key on the keyboard
    priority->setKeys({tr("P")});
    //: Button: mark a dish that cannot be had any more
    out->setText(tr("86 an item"));
    out->setKeys({QStringLiteral("8"), QStringLiteral("6")});
    expo->setText(tr("Expo view"));
    //: Key on the keyboard
    expo->setKeys({tr("E")});
    more->setText(tr("More"));
    //: Key on the keyboard
    more->setKeys({tr("M")});
    //: Key on the keyboard
    previous->setKeys({tr("PgUp")});
    previous->setAccessibleName(tr("Previous page"));
    //: Key on the keyboard
    next->setKeys({tr("PgDn")});
    next->setAccessibleName(tr("Next page"));
}

void BottomBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fit();
    }
    QWidget::changeEvent(event);
}

void BottomBar::setLook(const Look &look)
{
    m_look = look;
    fit();
}

void BottomBar::offer(bool expoView)
{
    m_hasExpo = expoView;
    fit();
}

void BottomBar::resizeEvent(QResizeEvent *)
{
    fit();
}

void BottomBar::fit()
{
    // What cannot be left out decides how large the letters are.
    int room = 0;
    m_fitted = fittingLook(m_look, [this, &room](const Look &look) {
        for (TouchButton *button : {recall, undo, priority, out, expo, more, previous, next})
            button->setLook(look);
        m_pageWords->setLook(look);
        room = width() - 2 * look.px(20) - look.px(12); // and the hints, which take what is left
        for (QWidget *widget : std::initializer_list<QWidget *>{recall, more, m_pageWords, previous, next}) {
            if (!widget->isHidden())
                room -= widget->sizeHint().width() + look.px(12);
        }
        return room >= 0;
    });
    hints->setLook(m_fitted);
    for (TouchButton *button : {recall, undo, priority, out, expo, more, previous, next})
        button->setLook(m_fitted);
    m_pageWords->setLook(m_fitted);
    m_layout->setContentsMargins(m_fitted.px(20), 0, m_fitted.px(20), 0);
    m_layout->setSpacing(m_fitted.px(12));
    setFixedHeight(m_fitted.metrics().buttonHeight() + m_fitted.px(24));
    const int gap = m_fitted.px(12);
    bool fits = true;
    const auto show = [&](TouchButton *button, bool wanted) {
        const int needed = button->sizeHint().width() + gap;
        fits = fits && (!wanted || needed <= room);
        button->setVisible(wanted && fits);
        if (wanted && fits)
            room -= needed;
    };
    show(undo, true);
    // Dishes run out in every shift; what goes first is chosen seldom, and has its key.
    show(out, true);
    show(priority, true);
    show(expo, m_hasExpo);
}

void BottomBar::setPages(int page, int pages, const QString &words)
{
    m_pageWords->setFact(words);
    previous->setVisible(pages > 1);
    next->setVisible(pages > 1);
    previous->setEnabled(page > 0);
    next->setEnabled(page + 1 < pages);
    fit();
}

QString BottomBar::pageWords() const
{
    return m_pageWords->text();
}

void BottomBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_look.theme().line);
}

} // namespace oshaq
