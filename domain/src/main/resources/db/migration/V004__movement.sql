-- What movement-tracking computes from the facts: nothing here is a fact, all of it can be made again.

-- in the order of precedence of movement.md
create type person_state as enum ('DECEASED', 'AWAY', 'ENTREPRENEUR_ON_ASP', 'ENTREPRENEUR', 'ASP',
    'SUSPENDED_ENTREPRENEUR', 'UNPRODUCTIVE_SELF_EMPLOYED', 'SELF_EMPLOYED_REGIME', 'SELF_EMPLOYED', 'UNEMPLOYED',
    'WAGE_EMPLOYED', 'INACTIVE', 'UNKNOWN');

-- One row a person: the n-th period begins on borders[n], the last one is open. Neighbours differ in state or unit.
-- states[width_bucket(day, borders)] is the state on a day, null before the first.
create table timeline (
    person_id  integer primary key,
    iin        char(12) not null, -- kept here so that a cell's hash needs no join
    birth_date date,              -- as listed, else by the IIN's digits
    sex        char(1),
    borders    date[] not null,
    states     person_state[] not null,
    units      integer[] not null -- where they live; null: not known
);

-- One row a household with members, a locality or assistance at any time.
create table household_timeline (
    household_id integer primary key,
    borders      date[] not null,
    assisted     boolean[] not null,
    inhabited    boolean[] not null, -- has a member who is neither DECEASED nor AWAY
    units        integer[] not null
);

-- For the search by name: as last listed.
create table person_card (
    person_id   integer primary key,
    family_name text,
    given_name  text,
    patronymic  text,
    birth_date  date,
    phone       text,
    search_name text not null
);
create index person_card_search on person_card using gin (search_name gin_trgm_ops);

create table movement_freshness (
    only_one    boolean primary key default true check (only_one),
    fresh_as_of timestamptz not null, -- the watermark up to which the last finished run has read the facts
    run_id      uuid
);
