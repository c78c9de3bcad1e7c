// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakekitchen.h"

namespace oshaq {

/// An evening at a Kazakh grill, for pictures and tests.
namespace kitchensample {

void addStations(FakeKitchenPort &port);

/// The nine tickets of a busy moment: late, soon late, new, ready; allergy, notes, courses, void and added lines.
void addBusyMoment(FakeKitchenPort &port);

/// `count` tickets from old to new, deterministic.
void addMany(FakeKitchenPort &port, int count, int oldestAgeSeconds);

/// What left the screen last.
void addCompleted(FakeKitchenPort &port);

} // namespace kitchensample
} // namespace oshaq
