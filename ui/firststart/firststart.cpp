// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/firststart.h"

#include "ui/common/flowrow.h"
#include "ui/common/icons.h"
#include "ui/common/stylesheet.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int columnWidth = 760;
constexpr int markSize = 56;

} // namespace

FirstStart::FirstStart(SetupPort &setup, Steps steps, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_look(look)
    , m_mark(new QLabel(this))
    , m_place(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_stack(new QStackedWidget(this))
    , m_buttons(new FlowRow(this))
    , m_next(new TouchButton(look, this))
    , m_skip(new TouchButton(look, this))
    , m_back(new TouchButton(look, this))
    , m_leave(new TouchButton(look, this))
    , m_layout(new QVBoxLayout(this))
{
    Q_ASSERT(!steps.empty());
    setObjectName(QStringLiteral("firstStart"));
    m_next->setObjectName(QStringLiteral("firstStartNext"));
    m_skip->setObjectName(QStringLiteral("firstStartSkip"));
    m_back->setObjectName(QStringLiteral("firstStartBack"));
    m_leave->setObjectName(QStringLiteral("firstStartLeave"));
    m_next->setKind(TouchButton::Kind::Primary);
    m_place->setProperty("role", QStringLiteral("muted"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_text->setProperty("role", QStringLiteral("muted"));
    for (QLabel *label : {m_title, m_text})
        label->setWordWrap(true);
    for (auto &step : steps) {
        m_steps.push_back(step.release());
        m_stack->addWidget(m_steps.back());
        connect(m_steps.back(), &FirstStartStep::done, this, &FirstStart::goOn);
        connect(m_steps.back(), &FirstStartStep::wordsChanged, this, &FirstStart::retranslate);
        connect(m_steps.back(), &FirstStartStep::busyChanged, this, [this](bool busy) {
            m_busy = busy;
            for (TouchButton *button : {m_next, m_skip, m_back})
                button->setEnabled(!busy);
        });
    }
    // All but the buttons scrolls: with large letters a small window has no room for it.
    auto *content = new QWidget(m_scroll);
    m_content = new QVBoxLayout(content);
    m_content->setContentsMargins(0, 0, 0, 0);
    for (QLabel *label : {m_mark, m_place, m_title, m_text})
        m_content->addWidget(label);
    m_content->addWidget(m_stack, 1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    for (TouchButton *button : {m_leave, m_back, m_skip, m_next}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    m_layout->addWidget(m_scroll, 1);
    m_layout->addWidget(m_buttons);

    connect(m_next, &TouchButton::clicked, this, [this] { currentStep()->commit(); });
    connect(m_skip, &TouchButton::clicked, this, &FirstStart::goOn);
    connect(m_back, &TouchButton::clicked, this, [this] { show(currentIndex() - 1); });
    connect(m_leave, &TouchButton::clicked, this, &FirstStart::finish);
    parent->installEventFilter(this);
    hide();
    setLook(look);
}

void FirstStart::begin()
{
    setGeometry(parentWidget()->rect());
    raise();
    QWidget::show();
    show(0);
}

FirstStartStep *FirstStart::currentStep() const
{
    return m_steps.at(size_t(currentIndex()));
}

FirstStartStep *FirstStart::step(const QString &key) const
{
    const auto found =
        std::find_if(m_steps.begin(), m_steps.end(), [&key](const FirstStartStep *one) { return one->key() == key; });
    return found == m_steps.end() ? nullptr : *found;
}

int FirstStart::currentIndex() const
{
    return m_stack->currentIndex();
}

void FirstStart::show(int index)
{
    if (index < 0 || index >= int(m_steps.size()))
        return;
    m_stack->setCurrentIndex(index);
    currentStep()->enter();
    retranslate();
    m_scroll->ensureVisible(0, 0);
    // The first thing to answer, or the way on.
    QWidget *first = currentStep()->nextInFocusChain();
    while (first && first != currentStep() && currentStep()->isAncestorOf(first) &&
           (first->focusPolicy() == Qt::NoFocus || !first->isVisibleTo(currentStep())))
        first = first->nextInFocusChain();
    (first && currentStep()->isAncestorOf(first) ? first : m_next)->setFocus(Qt::OtherFocusReason);
}

void FirstStart::goOn()
{
    if (currentIndex() + 1 < int(m_steps.size()))
        show(currentIndex() + 1);
    else
        finish();
}

void FirstStart::finish()
{
    m_setup.finishFirstStart();
    hide();
    Q_EMIT finished();
}

// ---- look

void FirstStart::retranslate()
{
    const FirstStartStep *now = currentStep();
    const bool isLast = currentIndex() + 1 == int(m_steps.size());
    const bool isAlone = m_steps.size() == 1;
    m_place->setVisible(!isAlone);
    m_place->setText(tr("Step %1 of %2").arg(QString::number(currentIndex() + 1), QString::number(m_steps.size())));
    m_title->setText(now->title());
    m_text->setText(now->text());
    m_text->setVisible(!now->text().isEmpty());
    m_next->setText(now->nextText());
    m_skip->setText(tr("Skip this"));
    m_skip->setVisible(now->mayBeSkipped() && !isLast);
    m_back->setText(tr("Back"));
    m_back->setVisible(currentIndex() > 0);
    m_leave->setText(isAlone ? tr("Not now") : tr("Skip the rest"));
    m_leave->setVisible(!isLast || isAlone);
    m_buttons->rearrange();
    setAccessibleName(tr("First start: %1").arg(now->title()));
}

void FirstStart::setLook(const Look &look)
{
    m_look = look;
    setStyleSheet(styleFor(look));
    for (TouchButton *button : {m_next, m_skip, m_back, m_leave})
        button->setLook(look);
    for (FirstStartStep *step : m_steps)
        step->setLook(look);
    m_mark->setPixmap(iconPixmap(QStringLiteral("mark"), look.px(markSize), look.theme().text, devicePixelRatioF()));
    m_buttons->setSpacing(look.px(10));
    m_content->setSpacing(look.px(8));
    m_layout->setSpacing(look.px(8));
    retranslate();
    arrange();
    update();
}

void FirstStart::arrange()
{
    const int side = std::max(m_look.px(24), (width() - m_look.px(columnWidth)) / 2);
    m_layout->setContentsMargins(side, m_look.px(28), side, m_look.px(24));
}

void FirstStart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().background);
}

void FirstStart::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !m_busy) {
        currentStep()->commit();
        return;
    }
    // Keys of the page underneath do not act on what nobody sees.
    event->accept();
}

void FirstStart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool FirstStart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

/// Tab stays inside while it covers the window.
bool FirstStart::focusNextPrevChild(bool next)
{
    QWidget *at = focusWidget() ? focusWidget() : this;
    QWidget *const begin = at;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        const bool reachable = isAncestorOf(at) && at->isVisible() && at->isEnabled() &&
                               (at->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        if (reachable) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (at != begin);
    return false;
}

} // namespace oshaq
