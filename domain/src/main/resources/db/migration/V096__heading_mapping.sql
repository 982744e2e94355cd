-- The headings of somebody's own spreadsheet, mapped once by hand to the columns of a list and remembered. But for its name
-- a mapping never changes: another one of the same headings takes its place, and loads tell which they were read with.
create table heading_mapping (
    id          uuid primary key default gen_random_uuid(),
    list        text not null,
    name        text not null check (length(name) between 1 and 100),
    fingerprint text not null,          -- of the headings, folded, in their order: SHA-256 in hex
    headings    text[] not null,        -- as the file says them
    columns     text[] not null,        -- the column of the list that each is; empty: left unused on purpose
    given       jsonb not null,         -- columns that the file lacks, with one value for every file of this kind
    asked       text[] not null,        -- columns that the file lacks, with a value to be given with each file
    account     text not null,
    unit_id     integer references unit, -- the territory of that account; null: the whole register
    made_at     timestamptz not null default clock_timestamp(),
    removed_at  timestamptz,
    removed_by  text,
    check (cardinality(headings) = cardinality(columns))
);
create unique index heading_mapping_current on heading_mapping (list, fingerprint, coalesce(unit_id, 0))
    where removed_at is null;

alter table load
    add column by_page boolean not null default false,            -- remembered headings hold for it
    add column mapping_id uuid references heading_mapping,        -- that it is read with, or was
    add column given jsonb,                                       -- what was given for the whole file beside the mapping
    add column mends uuid references load;                        -- whose file, or rejected rows, it sends once more

create index load_mends on load (mends) where mends is not null;

-- Rejected rows that are being mended on the page, so that nothing typed is lost with a session; then the load they went in.
create table mended_row (
    load_id  uuid not null references load,
    row_no   bigint not null,           -- of the file of that load
    cells    jsonb not null,            -- by the name of the column
    account  text not null,
    saved_at timestamptz not null default clock_timestamp(),
    sent_in  uuid references load,
    primary key (load_id, row_no)
);
create index mended_row_sent on mended_row (sent_in) where sent_in is not null;

-- A few mended rows that all went in mend nothing of the other lists that came before.
drop index load_clean;
create index load_clean on load (list, account, seq)
    where state = 'DONE' and rejected = 0 and not dry_run and not of_form and mends is null;
