// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/alertsound.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QBuffer>
#include <QMediaDevices>

#include <algorithm>
#include <cmath>
#include <vector>

namespace oshaq {

namespace {

struct Tone
{
    double hertz = 0; ///< 0: silence
    int milliseconds = 0;
};

constexpr double pi = 3.14159265358979323846;

/// Two up for what comes, a siren for what nobody sees, two down for what goes, one low for what is late: a hood and a
/// pan leave room between 500 and 1500 Hz.
std::vector<Tone> tonesOf(Alert alert)
{
    switch (alert) {
    case Alert::Unpainted:
        return {{1319, 120}, {988, 120}, {1319, 120}, {988, 120}, {0, 120}, {1319, 240}};
    case Alert::Arrived:
        return {{784, 140}, {1047, 260}};
    case Alert::Changed:
        return {{880, 110}, {0, 60}, {880, 110}};
    case Alert::Voided:
        return {{1047, 160}, {784, 160}, {587, 320}};
    case Alert::Late:
        return {{523, 350}, {0, 120}, {523, 350}};
    }
    return {};
}

} // namespace

QByteArray alerttones::make(Alert alert)
{
    constexpr double loudness = 0.6 * 32'767;
    constexpr int edge = samplesPerSecond / 200; // 5 ms in and out, so that nothing clicks
    QByteArray samples;
    for (const Tone &tone : tonesOf(alert)) {
        const int count = samplesPerSecond * tone.milliseconds / 1000;
        for (int index = 0; index < count; ++index) {
            const double envelope = std::min({1.0, double(index) / edge, double(count - 1 - index) / edge});
            const double phase = 2 * pi * tone.hertz * index / samplesPerSecond;
            // A little of the octave, which small loudspeakers carry better.
            const double wave = tone.hertz > 0 ? 0.8 * std::sin(phase) + 0.2 * std::sin(2 * phase) : 0;
            const auto value = static_cast<quint16>(static_cast<qint16>(std::lround(loudness * envelope * wave)));
            samples.append(char(value & 0xff));
            samples.append(char(value >> 8));
        }
    }
    return samples;
}

SpeakerSound::SpeakerSound()
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull())
        return;
    QAudioFormat format;
    format.setSampleRate(alerttones::samplesPerSecond);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (device.isFormatSupported(format))
        m_sink = std::make_unique<QAudioSink>(device, format);
}

SpeakerSound::~SpeakerSound() = default;

void SpeakerSound::play(Alert alert)
{
    if (!m_sink)
        return;
    m_sink->stop();
    m_buffer = std::make_unique<QBuffer>();
    m_buffer->setData(alerttones::make(alert));
    m_buffer->open(QIODevice::ReadOnly);
    m_sink->start(m_buffer.get());
}

} // namespace oshaq
