-- What was wrong in the register and is put right by hand: what it said, what it is to say, why, and who answers for it.
create table correction (
    id              bigint generated always as identity primary key,
    person_id       integer not null references person, -- on whose page it was made
    list            text not null,
    fact_id         bigint not null,                    -- the version that it puts right
    before          jsonb not null,                     -- its cells by their headings, without the IIN
    after           jsonb,                              -- the cells as they are to be; null: it never was
    reason          text not null,
    document        text not null,
    reports         integer[] not null,                 -- the approved ones that may hold a figure of it
    state           text not null check (state in ('WRITTEN', 'PROPOSED', 'CONFIRMED', 'REFUSED', 'TAKEN_BACK')),
    proposed_by     text not null,
    proposed_at     timestamptz not null default clock_timestamp(),
    decided_by      text,
    decided_at      timestamptz,
    decision_reason text,
    rev             bigint references revision,         -- of the facts, once it is written
    check ((rev is null) = (state in ('PROPOSED', 'REFUSED', 'TAKEN_BACK'))),
    check ((decided_by is null) = (state in ('WRITTEN', 'PROPOSED')) and (decided_by is null) = (decided_at is null)),
    -- two pairs of eyes, whoever writes
    check (state not in ('CONFIRMED', 'REFUSED') or decided_by <> proposed_by),
    check (state <> 'WRITTEN' or reports = '{}'),
    check (state <> 'REFUSED' or decision_reason is not null)
);
create unique index correction_open on correction (list, fact_id) where state = 'PROPOSED';
create index correction_waiting on correction (proposed_at, id) where state = 'PROPOSED';
create index correction_person on correction (person_id, id);
create unique index correction_rev on correction (rev) where rev is not null;

create function refuse_change_of_correction() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.state = 'PROPOSED'
       and (old.person_id, old.list, old.fact_id, old.before, old.reason, old.document, old.reports, old.proposed_by,
            old.proposed_at) = (new.person_id, new.list, new.fact_id, new.before, new.reason, new.document, new.reports,
            new.proposed_by, new.proposed_at)
       and old.after is not distinct from new.after then
        return new;
    end if;
    raise exception 'a correction stays as it was proposed and decided';
end $$;
create trigger correction_stays before update or delete on correction
    for each row execute function refuse_change_of_correction();
