// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/archive.h"
#include "release/temporary_folder.h"

#include <fstream>

namespace porchlight::release {

namespace fs = std::filesystem;

bool Archive::isSignedBy(const std::string &checksum, const SigningKey &key) const
{
    const TemporaryFolder folder;
    const fs::path ring = folder.path() / keysFileName;
    std::ofstream(ring, std::ios::binary) << key.publicKey;
    const ObjectPtr<GFile> keyring(g_file_new_for_path(ring.c_str()));
    const ObjectPtr<OstreeGpgVerifyResult> result(
        ostree_repo_verify_commit_ext(m_repo.get(), checksum.c_str(), nullptr, keyring.get(), nullptr, nullptr));
    guint at = 0;
    if (!result || !ostree_gpg_verify_result_lookup(result.get(), key.fingerprint.c_str(), &at))
        return false;
    OstreeGpgSignatureAttr attributes[] = {OSTREE_GPG_SIGNATURE_ATTR_VALID};
    const VariantPtr said = sunk(ostree_gpg_verify_result_get(result.get(), at, attributes, G_N_ELEMENTS(attributes)));
    gboolean valid = FALSE;
    g_variant_get(said.get(), "(b)", &valid);
    return valid;
}

bool Archive::signedSinceSummary(const std::string &checksum) const
{
    const fs::path signatures = m_folder / "objects" / checksum.substr(0, 2) / (checksum.substr(2) + ".commitmeta");
    std::error_code without;
    const auto summary = fs::last_write_time(m_folder / "summary", without);
    return without || fs::last_write_time(signatures) > summary;
}

void Archive::sign(const std::string &checksum, const SigningKey &key) const
{
    if (isSignedBy(checksum, key))
        throw content::Fault{"signed-already", key.fingerprint, "This key has signed it before.",
                             "A second signature must come from another person, with a key of their own."};
    GlibError error;
    if (!ostree_repo_sign_commit(m_repo.get(), checksum.c_str(), key.fingerprint.c_str(), key.home(), nullptr,
                                 error.out()))
        throwError(error, "sign-failed", key.fingerprint);
    if (!isSignedBy(checksum, key))
        throw content::Fault{"sign-failed", key.fingerprint, "gpg signed, but the signature is not good.",
                             "Try the key with: gpg --sign."};
}

} // namespace porchlight::release
