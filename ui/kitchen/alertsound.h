// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kitchen/alertplan.h"

#include <QByteArray>

#include <memory>

class QAudioSink;
class QBuffer;

namespace oshaq {

/// Where a sound goes. GUI thread; must not block.
class AlertSound
{
public:
    virtual ~AlertSound() = default;
    virtual void play(Alert alert) = 0;
};

/// The sounds are made here, not recorded: each alert has its own run of tones, so that a cook tells them apart without
/// looking. 16-bit mono at 44,100 a second.
namespace alerttones {

inline constexpr int samplesPerSecond = 44'100;

QByteArray make(Alert alert);

} // namespace alerttones

/// The computer's loudspeaker. Without one it is silent.
class SpeakerSound final : public AlertSound
{
public:
    SpeakerSound();
    ~SpeakerSound() override;

    void play(Alert alert) override;

private:
    std::unique_ptr<QAudioSink> m_sink;
    std::unique_ptr<QBuffer> m_buffer;
};

} // namespace oshaq
