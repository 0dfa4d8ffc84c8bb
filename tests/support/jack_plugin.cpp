// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A sound card that exists in no kernel: a control of ALSA in user space, chosen with ALSA_CONFIG_PATH. Its folder
// holds the file "state" ('0' unplugged, '1' plugged, 'r' the control was removed, 'x' the card is gone) and the FIFO
// "told", into which a byte is written whenever the state has changed. See jack.py.
#include <alsa/asoundlib.h>
#include <alsa/control_external.h>

#include <cstring>
#include <fcntl.h>
#include <memory>
#include <string>
#include <unistd.h>

namespace {

constexpr snd_ctl_ext_key_t headphones = 0;
constexpr snd_ctl_ext_key_t phantom = 1; // reads as plugged, always: must not be taken for a jack
const char *const names[] = {"Headphone Jack", "Headphone Phantom Jack"};

struct Jack {
    snd_ctl_ext_t ext{};
    std::string folder;

    [[nodiscard]] char state() const
    {
        char byte = 'x';
        const int file = open((folder + "/state").c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0 || read(file, &byte, 1) != 1)
            byte = 'x';
        if (file >= 0)
            close(file);
        return byte;
    }
};

Jack &jackOf(snd_ctl_ext_t *ext)
{
    return *static_cast<Jack *>(ext->private_data);
}

void nameElement(snd_ctl_elem_id_t *id, snd_ctl_ext_key_t key)
{
    snd_ctl_elem_id_set_interface(id, SND_CTL_ELEM_IFACE_CARD);
    snd_ctl_elem_id_set_name(id, names[key]);
}

int countElements(snd_ctl_ext_t *ext)
{
    return jackOf(ext).state() == 'r' ? 0 : 2;
}

int listElement(snd_ctl_ext_t *, unsigned offset, snd_ctl_elem_id_t *id)
{
    nameElement(id, offset);
    return 0;
}

snd_ctl_ext_key_t findElement(snd_ctl_ext_t *, const snd_ctl_elem_id_t *id)
{
    for (const snd_ctl_ext_key_t key : {headphones, phantom})
        if (std::strcmp(snd_ctl_elem_id_get_name(id), names[key]) == 0)
            return key;
    return SND_CTL_EXT_KEY_NOT_FOUND;
}

int describeElement(snd_ctl_ext_t *, snd_ctl_ext_key_t, int *type, unsigned *access, unsigned *count)
{
    *type = SND_CTL_ELEM_TYPE_BOOLEAN;
    *access = SND_CTL_EXT_ACCESS_READ | SND_CTL_EXT_ACCESS_VOLATILE;
    *count = 1;
    return 0;
}

int readElement(snd_ctl_ext_t *ext, snd_ctl_ext_key_t key, long *value)
{
    const char state = jackOf(ext).state();
    if (state == 'x')
        return -ENODEV;
    *value = key == phantom || state == '1';
    return 0;
}

void subscribe(snd_ctl_ext_t *, int) {}

int readEvent(snd_ctl_ext_t *ext, snd_ctl_elem_id_t *id, unsigned *mask)
{
    char byte = 0;
    if (read(ext->poll_fd, &byte, 1) != 1)
        return jackOf(ext).state() == 'x' ? -ENODEV : -EAGAIN;
    nameElement(id, headphones);
    *mask = jackOf(ext).state() == 'r' ? SND_CTL_EVENT_MASK_REMOVE : SND_CTL_EVENT_MASK_VALUE;
    return 1;
}

void closeCard(snd_ctl_ext_t *ext)
{
    close(ext->poll_fd);
    delete &jackOf(ext);
}

snd_ctl_ext_callback_t callbacks()
{
    snd_ctl_ext_callback_t made{};
    made.close = closeCard;
    made.elem_count = countElements;
    made.elem_list = listElement;
    made.find_elem = findElement;
    made.get_attribute = describeElement;
    made.read_integer = readElement;
    made.subscribe_events = subscribe;
    made.read_event = readEvent;
    return made;
}

} // namespace

extern "C" {

// NOLINTNEXTLINE: the name and the parameters are ALSA's
SND_CTL_PLUGIN_DEFINE_FUNC(porchlightjack)
{
    (void)root;
    static const snd_ctl_ext_callback_t called = callbacks();
    auto jack = std::make_unique<Jack>();
    snd_config_iterator_t entry = nullptr;
    snd_config_iterator_t next = nullptr;
    snd_config_for_each(entry, next, conf)
    {
        const char *id = nullptr;
        const char *value = nullptr;
        snd_config_t *one = snd_config_iterator_entry(entry);
        if (snd_config_get_id(one, &id) == 0 && std::strcmp(id, "folder") == 0 &&
            snd_config_get_string(one, &value) == 0)
            jack->folder = value;
    }
    if (jack->state() == 'x')
        return -ENODEV;
    jack->ext.version = SND_CTL_EXT_VERSION;
    std::strcpy(jack->ext.id, "porchlightjack");
    std::strcpy(jack->ext.name, "porchlightjack");
    jack->ext.callback = &called;
    jack->ext.private_data = jack.get();
    jack->ext.poll_fd = open((jack->folder + "/told").c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (jack->ext.poll_fd < 0)
        return -errno;
    const int result = snd_ctl_ext_create(&jack->ext, name, mode);
    if (result < 0) {
        close(jack->ext.poll_fd);
        return result;
    }
    *handlep = jack->ext.handle;
    jack.release();
    return result;
}

SND_CTL_PLUGIN_SYMBOL(porchlightjack);
}
