-- Loads with errors that nobody need mend: who said so, when, and why.
create table load_set_aside (
    load_id uuid primary key references load,
    account text not null,
    reason  text not null,
    at      timestamptz not null default clock_timestamp()
);
