// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/sound_loader.h"

#include <QCoreApplication>
#include <QPluginLoader>

namespace porchlight::playback {

SoundLoader::SoundLoader(Sinks sinks, QString folder)
    : m_sinks(std::move(sinks)),
      m_folder(folder.isEmpty() ? QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/porchlight/plugins")
                                : std::move(folder))
{
}

content::Result<SoundOutput *> SoundLoader::output()
{
    if (m_output)
        return m_output.get();
    QPluginLoader loader(m_folder + QStringLiteral("/porchlight-sound.so"));
    auto *plugin = qobject_cast<SoundPlugin *>(loader.instance());
    if (!plugin)
        return content::Fault{"sound-plugin", loader.fileName().toStdString(),
                              "The part that plays sound could not be loaded: " + loader.errorString().toStdString() +
                                  ".",
                              "Install it beside the program; without it the kiosk is silent."};
    m_output.reset(plugin->create(m_sinks, nullptr));
    return m_output.get();
}

} // namespace porchlight::playback
