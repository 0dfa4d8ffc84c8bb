// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/narration/synthesizer.h"

#include <cstdint>

#include <espeak-ng/speak_lib.h>
#include <flite/flite.h>
#include <flite/flite_version.h>

extern "C" cst_voice *register_cmu_us_slt(const char *folder); // in no header

namespace porchlight::authoring {

namespace {

using Engine = VoiceSource::Engine;

// Both measured over the English content: 120 words a minute, pauses and all.
constexpr float fliteStretch = 1.6F;
constexpr int espeakRate = 120;
// Changes whenever the same voice shall sound different.
constexpr const char *recipe = "1";
constexpr float fullScale = 32768.0F;

class Flite : public Synthesizer {
public:
    Flite() : m_voice(registered()) { flite_feat_set_float(m_voice->features, "duration_stretch", fliteStretch); }

    Sound say(const std::string &text) override
    {
        Sound sound;
        cst_wave *wave = flite_text_to_wave(text.c_str(), m_voice);
        if (!wave)
            return sound;
        sound.rate = wave->sample_rate;
        sound.samples.reserve(static_cast<std::size_t>(wave->num_samples));
        for (int at = 0; at < wave->num_samples; ++at)
            sound.samples.push_back(static_cast<float>(wave->samples[at]) / fullScale);
        delete_wave(wave);
        return sound;
    }

private:
    static cst_voice *registered()
    {
        static cst_voice *const voice = [] {
            flite_init();
            return register_cmu_us_slt(nullptr);
        }();
        return voice;
    }
    cst_voice *m_voice;
};

class Espeak : public Synthesizer {
public:
    explicit Espeak(int rate) : m_rate(rate)
    {
        espeak_SetSynthCallback(take);
        espeak_SetParameter(espeakRATE, espeakRate, 0);
    }

    Sound say(const std::string &text) override
    {
        Sound sound{m_rate, {}};
        s_into = &sound;
        espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, nullptr);
        espeak_Synchronize();
        s_into = nullptr;
        return sound;
    }

private:
    static int take(short *samples, int count, espeak_EVENT * /*events*/)
    {
        for (int at = 0; s_into && samples && at < count; ++at)
            s_into->samples.push_back(static_cast<float>(samples[at]) / fullScale);
        return 0;
    }
    static inline Sound *s_into = nullptr;
    int m_rate;
};

/// The rate of its sound; 0 where espeak-ng lacks its data.
int espeakReady()
{
    static const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
    return rate;
}

} // namespace

std::unique_ptr<Synthesizer> openVoice(const VoiceSource &voice)
{
    if (voice.engine == Engine::Flite && voice.name == "slt")
        return std::make_unique<Flite>();
    if (voice.engine != Engine::EspeakNg)
        return nullptr;
    const int rate = espeakReady();
    if (rate <= 0 || espeak_SetVoiceByName(voice.name.c_str()) != EE_OK)
        return nullptr;
    return std::make_unique<Espeak>(rate);
}

std::string voiceName(const VoiceSource &voice)
{
    return (voice.engine == Engine::Flite ? "flite " : "espeak-ng ") + voice.name;
}

std::string voiceRecipe(const VoiceSource &voice)
{
    const std::string version = voice.engine == Engine::Flite ? FLITE_PROJECT_VERSION : espeak_Info(nullptr);
    return voiceName(voice) + " " + version + " " + recipe;
}

} // namespace porchlight::authoring
