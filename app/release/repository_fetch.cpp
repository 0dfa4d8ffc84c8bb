// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/commit_metadata.h"
#include "release/fetch_watch.h"
#include "release/repository_state.h"

#include <algorithm>
#include <fstream>

namespace porchlight::release {

namespace {

constexpr const char *signaturesKey = "ostree.gpgsigs";
constexpr std::size_t mostSignatures = 64;
constexpr guint retries = 5;
/// A part of a delta, or a list of files, may be larger than the largest file.
constexpr std::uint64_t leastFileCap = 64U << 20;
/// A pull that takes longer is not lost any more when the power fails.
constexpr std::chrono::seconds slowPull{60};

GVariant *bytesVariant(GBytes *bytes)
{
    return g_variant_new_from_bytes(G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

/// Calls `progress` from time to time while libostree fetches, in the thread that fetches.
struct Ticker {
    const std::function<bool(const Repository::Progress &)> &told;
    OstreeAsyncProgress *progress;
    GCancellable *cancellable;
    FetchWatch *watch;
    std::optional<std::chrono::seconds> slowAfter;
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
    bool stopped = false;
    bool slow = false;

    void stop()
    {
        if (watch)
            watch->ask();
        g_cancellable_cancel(cancellable);
    }

    static gboolean tick(gpointer data)
    {
        auto &self = *static_cast<Ticker *>(data);
        const Repository::Progress now{release::told(self.progress, "bytes-transferred").value_or(0),
                                       release::told(self.progress, "total-delta-part-size").value_or(0)};
        if (!self.stopped && !self.slow && self.told && !self.told(now)) {
            self.stopped = true;
            self.stop();
        }
        if (!self.stopped && !self.slow && self.slowAfter &&
            std::chrono::steady_clock::now() - self.begin > *self.slowAfter) {
            self.slow = true;
            self.stop();
        }
        return G_SOURCE_CONTINUE;
    }
};

/// Written anew only when they differ: signatures are looked at far more often than keys change.
content::Outcome writeKeyring(const std::filesystem::path &file, const std::string &packets)
{
    std::ifstream now(file, std::ios::binary);
    if (now && std::string(std::istreambuf_iterator<char>(now), {}) == packets)
        return content::Nothing{};
    GlibError error;
    if (!g_file_set_contents(file.c_str(), packets.data(), static_cast<gssize>(packets.size()), error.out()))
        return diskFault(error, file);
    return content::Nothing{};
}

content::Fault notHere(const std::string &checksum)
{
    return {"release-damaged", checksum, "What it says of itself is not here, or damaged.", "Pull it again."};
}

content::Fault bindingWrong(const std::string &where, const std::string &what)
{
    return {"binding-wrong", where, what, "It belongs elsewhere; look at what the source is meant to hold."};
}

/// Does this commit belong to `collection` and `ref`, as whoever signed it said?
content::Outcome checkBindings(GVariant *metadata, const std::string &collection, const std::string &ref)
{
    const VariantPtr name(
        g_variant_lookup_value(metadata, OSTREE_COMMIT_META_KEY_COLLECTION_BINDING, G_VARIANT_TYPE_STRING));
    if (!name || collection != g_variant_get_string(name.get(), nullptr))
        return bindingWrong(ref, "It was signed for another collection than " + collection + ".");
    const VariantPtr refs(
        g_variant_lookup_value(metadata, OSTREE_COMMIT_META_KEY_REF_BINDING, G_VARIANT_TYPE_STRING_ARRAY));
    for (gsize i = 0; refs && i < g_variant_n_children(refs.get()); ++i) {
        const VariantPtr bound(g_variant_get_child_value(refs.get(), i));
        if (ref == g_variant_get_string(bound.get(), nullptr))
            return content::Nothing{};
    }
    return bindingWrong(ref, "It was signed for another place than this one.");
}

/// A release stands under its site, the withdrawal list under its own name.
content::Outcome checkPlace(const CommitFacts &facts, const std::string &ref)
{
    const bool list = ref == withdrawalsRef;
    if (list != (facts.kind == CommitFacts::Kind::Withdrawals))
        return bindingWrong(ref, list ? "This is no withdrawal list." : "This is no release.");
    if (list)
        return content::Nothing{};
    for (const char *channel : channels)
        if (ref == releaseRef(facts.site, channel))
            return content::Nothing{};
    return bindingWrong(ref, "It is a release of the site \"" + facts.site + "\", which does not belong here.");
}

} // namespace

content::Result<std::vector<std::string>> goodSigners(OstreeRepo *repo, GBytes *commit, GVariant *detached,
                                                      const Trust &trust, const std::string &where)
{
    const VariantPtr list(detached ? g_variant_lookup_value(detached, signaturesKey, G_VARIANT_TYPE("aay")) : nullptr);
    const gsize count = list ? g_variant_n_children(list.get()) : 0;
    if (count == 0)
        return signatureFault(SignatureFault::Missing, where);
    if (count > mostSignatures)
        return factsWrong(where, "It has " + std::to_string(count) + " signatures, more than people could give.");
    std::string joined;
    for (gsize i = 0; i < count; ++i) {
        const VariantPtr one(g_variant_get_child_value(list.get(), i));
        gsize length = 0;
        const auto *bytes = static_cast<const char *>(g_variant_get_fixed_array(one.get(), &length, 1));
        joined.append(bytes, length);
    }
    const content::Result<PublicKeys> keys = readPublicKeys(trust.keyring);
    if (!keys)
        return keys.fault();
    const CharsPtr folder(g_file_get_path(ostree_repo_get_path(repo)));
    const std::filesystem::path keyring = std::filesystem::path(folder.get()) / "accepted.gpg";
    if (content::Outcome written = writeKeyring(keyring, keys->packets); !written)
        return written.fault();

    const ObjectPtr<GFile> keyringFile(g_file_new_for_path(keyring.c_str()));
    const BytesPtr signatures(g_bytes_new(joined.data(), joined.size()));
    GlibError error;
    const ObjectPtr<OstreeGpgVerifyResult> result(ostree_repo_gpg_verify_data(
        repo, nullptr, commit, signatures.get(), nullptr, keyringFile.get(), nullptr, error.out()));
    if (!result)
        return error.get()->domain == OSTREE_GPG_ERROR ? fetchFault(error, where)
                                                       : diskFault(error, where, "signature-bad");

    std::vector<std::string> good;
    bool revoked = false;
    bool unknown = false;
    for (guint i = 0; i < ostree_gpg_verify_result_count_all(result.get()); ++i) {
        OstreeGpgSignatureAttr wanted[] = {OSTREE_GPG_SIGNATURE_ATTR_VALID, OSTREE_GPG_SIGNATURE_ATTR_KEY_REVOKED,
                                           OSTREE_GPG_SIGNATURE_ATTR_KEY_MISSING,
                                           OSTREE_GPG_SIGNATURE_ATTR_FINGERPRINT_PRIMARY};
        const VariantPtr said = sunk(ostree_gpg_verify_result_get(result.get(), i, wanted, G_N_ELEMENTS(wanted)));
        gboolean isValid = FALSE;
        gboolean isRevoked = FALSE;
        gboolean isMissing = FALSE;
        const char *fingerprint = nullptr;
        g_variant_get(said.get(), "(bbb&s)", &isValid, &isRevoked, &isMissing, &fingerprint);
        const std::string print = fingerprint;
        const auto key = std::find_if(trust.keys.begin(), trust.keys.end(),
                                      [&](const Key &known) { return known.fingerprint == print; });
        if (isRevoked || trust.revoked.contains(print) || (key != trust.keys.end() && key->revoked))
            revoked = true;
        else if (isMissing || key == trust.keys.end())
            unknown = true;
        else if (isValid && std::find(good.begin(), good.end(), print) == good.end())
            good.push_back(print);
    }
    if (!good.empty()) {
        std::sort(good.begin(), good.end());
        return good;
    }
    return signatureFault(revoked   ? SignatureFault::Revoked
                          : unknown ? SignatureFault::UnknownKey
                                    : SignatureFault::Bad,
                          where);
}

content::Result<ObjectPtr<OstreeRepo>> openFolder(const Source &source)
{
    const std::string where = source.given.empty() ? source.folder.string() : source.given;
    const content::Fault damaged{"source-damaged", where, "The repository there is not one that was made to be copied.",
                                 "Make it with \"porchlight-content publish --to-stick\"."};
    GlibError error;
    // OSTree would follow a "parent" to anywhere on this machine.
    const KeyFilePtr config(g_key_file_new());
    if (!g_key_file_load_from_file(config.get(), (source.folder / "config").c_str(), G_KEY_FILE_NONE, error.out())) {
        if (error.is(G_FILE_ERROR, G_FILE_ERROR_NOENT) || error.is(G_FILE_ERROR, G_FILE_ERROR_IO))
            return content::Fault{"source-unreachable", where, "It is not there any more.",
                                  "Put the stick in again; it goes on where it was."};
        return damaged;
    }
    if (g_key_file_has_key(config.get(), "core", "parent", nullptr))
        return damaged;
    const ObjectPtr<GFile> path(g_file_new_for_path(source.folder.c_str()));
    ObjectPtr<OstreeRepo> repo(ostree_repo_new(path.get()));
    if (!ostree_repo_open(repo.get(), nullptr, error.out()))
        return fetchFault(error, where);
    if (ostree_repo_get_mode(repo.get()) != OSTREE_REPO_MODE_ARCHIVE)
        return damaged;
    return repo;
}

content::Result<Repository::State::PullEnd> Repository::State::pull(const std::string &checksum, bool commitOnly,
                                                                    const Limits &limits,
                                                                    const std::function<bool(const Progress &)> &told,
                                                                    std::optional<std::chrono::seconds> slowAfter)
{
    const bool web = source.kind == Source::Kind::Web;
    if (!web)
        if (content::Result<ObjectPtr<OstreeRepo>> there = openFolder(source); !there)
            return there.fault();
    int flags = OSTREE_REPO_PULL_FLAGS_UNTRUSTED | OSTREE_REPO_PULL_FLAGS_BAREUSERONLY_FILES;
    if (commitOnly)
        flags |= OSTREE_REPO_PULL_FLAGS_COMMIT_ONLY;
    const char *wanted[] = {checksum.c_str(), nullptr};
    GVariantDict dict;
    g_variant_dict_init(&dict, nullptr);
    g_variant_dict_insert_value(&dict, "refs", g_variant_new_strv(wanted, 1));
    g_variant_dict_insert(&dict, "flags", "i", flags);
    g_variant_dict_insert(&dict, "depth", "i", 0);
    g_variant_dict_insert(&dict, "gpg-verify", "b", TRUE);
    g_variant_dict_insert(&dict, "gpg-verify-summary", "b", static_cast<gboolean>(web));
    g_variant_dict_insert(&dict, "disable-verify-bindings", "b", TRUE); // fetchFacts does, and says which
    g_variant_dict_insert(&dict, "inherit-transaction", "b", TRUE);
    g_variant_dict_insert(&dict, "n-network-retries", "u", retries);
    g_variant_dict_insert(&dict, "update-frequency", "u", 250U);
    if (summary && summarySignatures) {
        g_variant_dict_insert_value(&dict, "summary-bytes", bytesVariant(summary.get()));
        g_variant_dict_insert_value(&dict, "summary-sig-bytes", bytesVariant(summarySignatures.get()));
    }
    const VariantPtr options = sunk(g_variant_dict_end(&dict));

    const FileSizeCap cap(std::max(leastFileCap, limits.largest + limits.largest / 64));
    const OwnContext context;
    const ObjectPtr<GCancellable> cancellable(g_cancellable_new());
    const ObjectPtr<OstreeAsyncProgress> progress(ostree_async_progress_new());
    GlibError error;
    gboolean resumed = FALSE;
    if (!ostree_repo_prepare_transaction(repo.get(), &resumed, nullptr, error.out()))
        return diskFault(error, folder);
    std::optional<FetchWatch> watch;
    if (web)
        watch.emplace(limits.bytes, limits.stalledSeconds, cancellable.get(), progress.get());
    Ticker ticker{told, progress.get(), cancellable.get(), watch ? &*watch : nullptr, slowAfter};
    GSource *timer = g_timeout_source_new(250);
    if (told || slowAfter) {
        g_source_set_callback(timer, Ticker::tick, &ticker, nullptr);
        g_source_attach(timer, context.get());
    }
    const bool pulled = ostree_repo_pull_with_options(repo.get(), remote.c_str(), options.get(), progress.get(),
                                                      cancellable.get(), error.out());
    g_source_destroy(timer);
    g_source_unref(timer);
    const FetchWatch::End end = watch ? watch->end() : FetchWatch::End::None;
    watch.reset();
    ostree_async_progress_finish(progress.get());

    // What came of a pull that was cut is kept for good, not for this run of the machine only.
    GlibError written;
    const bool keep = pulled || !commitOnly;
    const bool kept = keep && ostree_repo_commit_transaction(repo.get(), nullptr, nullptr, written.out());
    if (!kept)
        ostree_repo_abort_transaction(repo.get(), nullptr, nullptr);
    if (ticker.slow && !pulled && kept)
        return PullEnd::Slow;
    if (ticker.stopped || end == FetchWatch::End::Asked)
        return content::Fault{"cancelled", sourceName(), "It was stopped.", "Pull again: it goes on where it was."};
    if (end == FetchWatch::End::Stalled)
        return stalledFault(sourceName());
    if (end == FetchWatch::End::TooMuch)
        return tooMuchFault(sourceName());
    if (!pulled) {
        if (!web)
            if (content::Result<ObjectPtr<OstreeRepo>> there = openFolder(source); !there)
                return there.fault();
        return fetchFault(error, sourceName());
    }
    if (!kept)
        return diskFault(written, folder);
    return PullEnd::Whole;
}

content::Outcome Repository::State::refreshSignatures(const std::string &checksum)
{
    content::Result<ObjectPtr<OstreeRepo>> there = openFolder(source);
    if (!there)
        return there.fault();
    GlibError error;
    GVariant *raw = nullptr;
    if (!ostree_repo_read_commit_detached_metadata((*there).get(), checksum.c_str(), &raw, nullptr, error.out()))
        return fetchFault(error, sourceName());
    const VariantPtr theirs(raw);
    raw = nullptr;
    if (!ostree_repo_read_commit_detached_metadata(repo.get(), checksum.c_str(), &raw, nullptr, error.out()))
        return diskFault(error, folder);
    const VariantPtr ours(raw);
    if (!theirs || (ours && g_variant_equal(theirs.get(), ours.get())))
        return content::Nothing{};
    const VariantPtr commit = loadWhole(repo.get(), OSTREE_OBJECT_TYPE_COMMIT, checksum);
    if (!commit)
        return notHere(checksum);
    const BytesPtr bytes(g_variant_get_data_as_bytes(commit.get()));
    if (const auto signers = goodSigners(repo.get(), bytes.get(), theirs.get(), trust, sourceName()); !signers)
        return signers.fault();
    if (!ostree_repo_write_commit_detached_metadata(repo.get(), checksum.c_str(), theirs.get(), nullptr, error.out()))
        return diskFault(error, folder);
    return content::Nothing{};
}

content::Result<CommitFacts> Repository::fetchFacts(const std::string &ref, const std::string &checksum)
{
    State &state = *m_state;
    GlibError error;
    if (!ostree_validate_checksum_string(checksum.c_str(), error.out()))
        return content::Fault{"ref-missing", ref, "The source has nothing under this name.",
                              "Look at the site and the channel."};
    if (content::Outcome dropped = dropDamaged(state.repo.get(), checksum); !dropped)
        return dropped.fault();
    const Limits limits{mostPreamble, 0, state.patience};
    if (const auto pulled = state.pull(checksum, true, limits, {}); !pulled)
        return pulled.fault();
    if (state.source.kind == Source::Kind::Folder)
        if (content::Outcome refreshed = state.refreshSignatures(checksum); !refreshed)
            return refreshed.fault();
    if (const auto good = signers(checksum, state.trust); !good)
        return good.fault();
    const VariantPtr commit = loadWhole(state.repo.get(), OSTREE_OBJECT_TYPE_COMMIT, checksum);
    if (!commit)
        return notHere(checksum);
    const VariantPtr metadata(g_variant_get_child_value(commit.get(), 0));
    if (content::Outcome bound = checkBindings(metadata.get(), state.collection, ref); !bound)
        return bound.fault();
    content::Result<CommitFacts> facts = readCommitMetadata(metadata.get(), ref);
    if (!facts)
        return facts;
    if (content::Outcome placed = checkPlace(*facts, ref); !placed)
        return placed.fault();
    return facts;
}

content::Result<std::vector<std::string>> Repository::signers(const std::string &checksum, const Trust &trust)
{
    State &state = *m_state;
    GlibError error;
    const VariantPtr commit = loadWhole(state.repo.get(), OSTREE_OBJECT_TYPE_COMMIT, checksum);
    if (!commit)
        return notHere(checksum);
    GVariant *raw = nullptr;
    if (!ostree_repo_read_commit_detached_metadata(state.repo.get(), checksum.c_str(), &raw, nullptr, error.out()))
        return diskFault(error, state.folder);
    const VariantPtr detached(raw);
    const BytesPtr bytes(g_variant_get_data_as_bytes(commit.get()));
    return goodSigners(state.repo.get(), bytes.get(), detached.get(), trust,
                       state.remote.empty() ? checksum : state.sourceName());
}

content::Outcome Repository::fetchAll(const std::string &, const std::string &checksum, const Limits &limits,
                                      const std::function<bool(const Progress &)> &progress)
{
    State &state = *m_state;
    if (has(checksum))
        return content::Nothing{};
    if (content::Outcome dropped = dropDamaged(state.repo.get(), checksum); !dropped)
        return dropped;
    GlibError error;
    // libostree does not look below a commit that it takes to be whole.
    if (!ostree_repo_mark_commit_partial(state.repo.get(), checksum.c_str(), TRUE, error.out()))
        return diskFault(error, state.folder);
    if (auto kept = state.keepEach(state.wasCut()); !kept)
        return kept;
    const auto large = state.fetchLarge(checksum, limits, progress);
    if (!large)
        return large.fault();
    const auto told = [&](const Progress &now) {
        return !progress || progress({*large + now.bytesDone, now.bytesExpected ? *large + now.bytesExpected : 0});
    };
    const bool web = state.source.kind == Source::Kind::Web;
    auto pulled = state.pull(checksum, false, limits, told, web ? std::optional(slowPull) : std::nullopt);
    if (pulled && *pulled == State::PullEnd::Slow) {
        if (auto kept = state.keepEach(true); !kept)
            return kept;
        pulled = state.pull(checksum, false, limits, told);
    }
    if (web)
        state.setCut(!pulled);
    if (!pulled)
        return pulled.fault();
    return content::Nothing{};
}

} // namespace porchlight::release
