// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/order.h"

#include <algorithm>

namespace oshaq {

QString firstName(const QString &name)
{
    const QString trimmed = name.trimmed();
    const auto end = std::find_if(trimmed.begin(), trimmed.end(), [](QChar c) { return c.isSpace(); });
    return trimmed.first(end - trimmed.begin());
}

QString OrderOrigin::title() const
{
    if (source.isEmpty())
        return {};
    return source.at(0).toUpper() + source.sliced(1) + (number.isEmpty() ? QString() : u' ' + number);
}

int lastFiredCourse(const std::vector<OrderLine> &lines)
{
    int course = 0;
    for (const OrderLine &line : lines) {
        if (!line.isHeld())
            course = std::max(course, line.course);
    }
    return course;
}

void holdLaterCourses(std::vector<OrderLine> *lines, int firedCourse)
{
    if (lines->empty())
        return;
    const auto first = std::min_element(lines->begin(), lines->end(),
                                        [](const OrderLine &a, const OrderLine &b) { return a.course < b.course; });
    const int upTo = firedCourse > 0 ? firedCourse : first->course;
    for (OrderLine &line : *lines)
        line.held = line.course > upTo;
}

} // namespace oshaq
