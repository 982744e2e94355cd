-- What a load changes, noted when its rows are judged: so it is there for one that was only tried, before a held one is
-- confirmed, and afterwards.
create table load_change (
    load_id uuid not null references load,
    kind    text not null,              -- as the facts say it: of assistance, of an occupation, the status; empty: none
    change  text not null check (change in ('BEGAN', 'ENDED', 'MOVED', 'CORRECTED', 'TAKEN_BACK', 'SAME')),
    spells  bigint not null,
    primary key (load_id, change, kind)
);

-- A few of each, by the first rows of the file.
create table load_sample (
    load_id      uuid not null references load,
    seq          integer not null,
    kind         text not null,
    change       text not null,
    row_no       bigint,                -- of the file; null: the file does not list it
    person_id    integer,               -- newcomers that only the trial has numbered are nobody
    household_id integer,
    unit_id      integer,
    before_from  date,
    before_to    date,
    after_from   date,
    after_to     date,
    columns      text[] not null,       -- of the list, in which a corrected one differs
    primary key (load_id, seq)
);
