-- What does not fit together in the register: computed by data-quality. Only what people say of a finding cannot be made again.
create extension if not exists fuzzystrmatch; -- names within a typo

create table finding (
    id           bigint generated always as identity primary key,
    kind         text not null,              -- FindingKind
    subject      bigint not null,            -- the person, household or loan, by the kind
    other        bigint not null default 0,  -- of two who are likely one person: the second
    person_id    integer,                    -- whom it is about; of a loan the borrower; of a household nobody
    place        integer,                    -- where it is to be looked at; null: not known where
    facts        jsonb not null,             -- what it rests on, as it is shown: never an IIN or a name
    facts_hash   bytea not null,             -- of all that it rests on, names too
    state        text not null check (state in ('OPEN', 'EXPLAINED', 'MENDED')),
    found_on     date not null,              -- the business date of the run that found it
    ended_at     timestamptz,                -- it holds no more, or rests on other facts since; null: it stands
    explained_by text,
    explained_at timestamptz,
    reason       text,
    check (state <> 'EXPLAINED' or reason is not null),
    check (state <> 'OPEN' or reason is null and ended_at is null),
    check (state <> 'MENDED' or ended_at is not null)
);
create unique index finding_standing on finding (kind, subject, other) where ended_at is null;
create index finding_history on finding (kind, subject, other, id);
create index finding_list on finding (state, kind, id);

create table finding_freshness (
    only_one      boolean primary key default true check (only_one),
    business_date date not null,
    places_as_of  timestamptz, -- the movement run whose timelines were read; null: there was none yet
    run_id        uuid
);

-- One fact that a finding rests on, as pages show it.
create function fact_line(list text, valid_from date, valid_to date, value text, detail text) returns jsonb
    language sql stable parallel safe as $$
    select jsonb_strip_nulls(jsonb_build_object('list', list, 'from', nullif(valid_from, '-infinity'),
        'to', nullif(valid_to, 'infinity'), 'value', value, 'detail', detail))
$$;

-- What is left of a patronymic in either language without its ending, in the spelling of search_name.
create function patronymic_stem(patronymic text) returns text language sql immutable parallel safe as $$
    select regexp_replace(search_name(patronymic, null, null), '(ulq|kqzq|ovi4|evi4|ovna|evna|i4|i4na)$', '')
$$;
