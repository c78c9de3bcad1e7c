// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/schema.h"

namespace oshaq {

/// The shapes of answers, for the published document and for the test that holds every answer against it. Each says of
/// one writer in this folder what it writes; amounts are Schema::money(), from which v2's form follows.
namespace outputs {

/// A field that is always there, and one that may be null or missing.
SchemaField always(const char *name, Schema schema);
SchemaField maybe(const char *name, Schema schema);
/// Any text that we wrote ourselves.
Schema text();
/// A row id, or a count.
Schema number();
/// "KZT"
Schema currency();

Schema order();
Schema newStatus();
Schema orderStats();
Schema painted();
Schema business();
Schema station();
Schema category();
Schema catalogChanged();
Schema item();
Schema snapshot();
Schema change();
/// Of GET business/changes.
Schema feedMeta();
Schema menu();
Schema guestSession();
Schema terminal();
/// A terminal with its token, which is shown once.
Schema terminalToken();
Schema menuImport();
Schema live();
Schema ready();
Schema version();
/// An answer that says nothing beyond its status: {}.
Schema nothing();

} // namespace outputs

} // namespace oshaq
