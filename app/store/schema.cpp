// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

namespace porchlight::store {

// The source text stands in `text` itself, so that a text without one cannot be stored. `translation` lies in the
// order in which it is read: one language after the other.
std::string_view schemaSql()
{
    return R"sql(
CREATE TABLE language (
    tag TEXT NOT NULL PRIMARY KEY CHECK (tag <> ''),
    position INTEGER NOT NULL UNIQUE,
    own_name TEXT NOT NULL CHECK (own_name <> ''),
    spoken_name TEXT NOT NULL CHECK (spoken_name <> ''),
    english_name TEXT NOT NULL,
    script TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
    font TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('L0', 'L1', 'L2', 'L3', 'L4')),
    learn_level TEXT NOT NULL CHECK (learn_level IN ('L0', 'L1', 'L2', 'L3', 'L4')),
    source INTEGER NOT NULL CHECK (source IN (0, 1)),
    ask_for_interpreter TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX only_one_source ON language (source) WHERE source = 1;

CREATE TABLE text (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    domain TEXT NOT NULL CHECK (domain IN ('help', 'learn')),
    safety INTEGER NOT NULL CHECK (safety IN (0, 1))
) STRICT;

CREATE TABLE translation (
    language TEXT NOT NULL REFERENCES language (tag),
    text INTEGER NOT NULL REFERENCES text (number),
    value TEXT NOT NULL CHECK (value <> ''),
    level TEXT NOT NULL CHECK (level IN ('L0', 'L1', 'L2', 'L3', 'L4')),
    PRIMARY KEY (language, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE release (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    schema_name TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence BETWEEN 1 AND 2147483647),
    site TEXT NOT NULL CHECK (site <> ''),
    site_name INTEGER NOT NULL REFERENCES text (number),
    mode TEXT NOT NULL CHECK (mode IN ('demonstration', 'live')),
    newest_date TEXT NOT NULL CHECK (newest_date IS date(newest_date)),
    default_language TEXT NOT NULL REFERENCES language (tag)
) STRICT;

CREATE TABLE interface (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    text INTEGER NOT NULL REFERENCES text (number)
) STRICT, WITHOUT ROWID;

CREATE TABLE tile (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    position INTEGER NOT NULL UNIQUE,
    title INTEGER NOT NULL REFERENCES text (number),
    hint INTEGER REFERENCES text (number),
    icon TEXT NOT NULL,
    opens TEXT NOT NULL CHECK (opens IN ('topics', 'numbers')),
    small INTEGER NOT NULL CHECK (small IN (0, 1)),
    parent TEXT REFERENCES tile (id) CHECK (parent <> id)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    position INTEGER NOT NULL UNIQUE,
    name INTEGER NOT NULL REFERENCES text (number),
    slip_name INTEGER REFERENCES text (number),
    for_what INTEGER NOT NULL REFERENCES text (number),
    answers INTEGER NOT NULL REFERENCES text (number),
    cost INTEGER REFERENCES text (number),
    languages INTEGER NOT NULL REFERENCES text (number),
    tells_authorities_when INTEGER NOT NULL REFERENCES text (number),
    trust TEXT NOT NULL CHECK (trust IN ('T1', 'T2', 'T3', 'T4', 'none')),
    ordinary INTEGER NOT NULL CHECK (ordinary IN (0, 1)),
    local INTEGER NOT NULL CHECK (local IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE channel (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    contact TEXT NOT NULL REFERENCES contact (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('call', 'text', 'tty', 'chat', 'web', 'email')),
    value TEXT NOT NULL CHECK (value <> ''),
    instruction INTEGER REFERENCES text (number),
    interpreters INTEGER NOT NULL CHECK (interpreters IN (0, 1)),
    hours TEXT,
    hours_words INTEGER REFERENCES text (number),
    code TEXT,
    source_url TEXT NOT NULL,
    checked_on TEXT NOT NULL CHECK (checked_on IS date(checked_on)),
    checked_by TEXT NOT NULL,
    method TEXT NOT NULL CHECK (method IN ('dialled', 'page', 'letter')),
    recheck_by TEXT NOT NULL CHECK (recheck_by IS date(recheck_by) AND recheck_by >= checked_on),
    expires_on TEXT NOT NULL CHECK (expires_on IS date(expires_on) AND expires_on >= recheck_by),
    status TEXT NOT NULL CHECK (status IN ('ok', 'unverified', 'withdrawn')),
    core INTEGER NOT NULL CHECK (core IN (0, 1)),
    show_public INTEGER NOT NULL CHECK (show_public IN (0, 1)),
    show_private INTEGER NOT NULL CHECK (show_private IN (0, 1)),
    print_ok INTEGER NOT NULL CHECK (print_ok IN (0, 1)),
    UNIQUE (contact, position),
    CHECK ((hours IS NULL) = (hours_words IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE channel_language (
    channel TEXT NOT NULL REFERENCES channel (id),
    position INTEGER NOT NULL,
    tag TEXT NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (channel, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    what TEXT NOT NULL CHECK (what <> ''),
    url TEXT NOT NULL CHECK (url <> ''),
    mark TEXT NOT NULL CHECK (mark = 'A'),
    checked_on TEXT NOT NULL CHECK (checked_on IS date(checked_on)),
    recheck_by TEXT NOT NULL CHECK (recheck_by IS date(recheck_by))
) STRICT, WITHOUT ROWID;

CREATE TABLE show_card (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    position INTEGER NOT NULL UNIQUE,
    text INTEGER NOT NULL REFERENCES text (number)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    tile TEXT NOT NULL REFERENCES tile (id),
    position INTEGER NOT NULL UNIQUE,
    title INTEGER NOT NULL REFERENCES text (number),
    summary INTEGER REFERENCES text (number),
    picture TEXT NOT NULL,
    layer TEXT NOT NULL CHECK (layer IN ('ordinary', 'learn')),
    sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE topic_block (
    topic TEXT NOT NULL REFERENCES topic (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'bullet', 'note', 'contact', 'safety', 'card')),
    text INTEGER REFERENCES text (number),
    contact TEXT REFERENCES contact (id),
    card TEXT REFERENCES show_card (id),
    PRIMARY KEY (topic, position),
    CHECK ((kind = 'contact') = (contact IS NOT NULL)),
    CHECK ((kind = 'card') = (card IS NOT NULL)),
    CHECK ((kind IN ('contact', 'card')) = (text IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE topic_source (
    topic TEXT NOT NULL REFERENCES topic (id),
    position INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (what <> ''),
    url TEXT NOT NULL CHECK (url <> ''),
    mark TEXT NOT NULL CHECK (mark = 'A'),
    checked_on TEXT NOT NULL CHECK (checked_on IS date(checked_on)),
    recheck_by TEXT NOT NULL CHECK (recheck_by IS date(recheck_by)),
    fact TEXT REFERENCES fact (id),
    PRIMARY KEY (topic, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE slip (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    position INTEGER NOT NULL UNIQUE,
    title INTEGER NOT NULL REFERENCES text (number),
    heading INTEGER REFERENCES text (number),
    width_mm REAL NOT NULL CHECK (width_mm >= 0),
    height_mm REAL NOT NULL CHECK (height_mm >= 0),
    body_pt REAL NOT NULL CHECK (body_pt > 0),
    number_pt REAL NOT NULL CHECK (number_pt > 0),
    names INTEGER NOT NULL CHECK (names IN (0, 1)),
    ordinary_lines INTEGER NOT NULL CHECK (ordinary_lines BETWEEN 0 AND 1000),
    english TEXT NOT NULL CHECK (english IN ('never', 'drafts', 'always')),
    hours INTEGER NOT NULL CHECK (hours IN (0, 1)),
    cost INTEGER NOT NULL CHECK (cost IN (0, 1)),
    languages INTEGER NOT NULL CHECK (languages IN (0, 1)),
    cut_marks INTEGER NOT NULL CHECK (cut_marks IN (0, 1)),
    fold TEXT NOT NULL CHECK (fold IN ('none', 'half', 'thirds')),
    CHECK (width_mm > 0 OR height_mm = 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE slip_note (
    slip TEXT NOT NULL REFERENCES slip (id),
    position INTEGER NOT NULL,
    text INTEGER NOT NULL REFERENCES text (number),
    PRIMARY KEY (slip, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE site_line (
    part TEXT NOT NULL CHECK (part IN ('hours', 'services')),
    position INTEGER NOT NULL,
    text INTEGER NOT NULL REFERENCES text (number),
    PRIMARY KEY (part, position)
) STRICT, WITHOUT ROWID;
)sql";
}

} // namespace porchlight::store
