-- What households say at the door, and who takes part in the pilot. The answers that are facts go where the lists' go;
-- here stays what was said as it was said, and what is decided on it.

create table screening (
    id            bigint generated always as identity primary key, -- the number that people know
    public_id     uuid not null default gen_random_uuid() unique,
    state         text not null default 'DRAFT' check (state in ('DRAFT', 'FINISHED', 'CANCELLED')),
    version       integer not null default 1,          -- whoever saves says which one they have seen
    answers       jsonb not null,                      -- as typed: a draft may hold half an IIN
    flaws         jsonb not null default '[]',         -- what the register refused at the last attempt to finish
    household_id  integer references household,        -- of the register; null: a new one, or not said yet
    unit_id       integer references unit,             -- where, as answered; null: not said yet
    seen_on       date,                                -- the day of the visit, once finished
    cancel_reason text,
    begun_by      text not null,
    begun_at      timestamptz not null default clock_timestamp(),
    changed_by    text not null,
    changed_at    timestamptz not null default clock_timestamp()
);
create index screening_household on screening (household_id, id) where household_id is not null;
create index screening_state on screening (state, id);

-- Whom a finished screening met, and what they wish: the last one counts.
create table screening_member (
    screening_id bigint not null references screening,
    person_id    integer not null references person,
    wishes       boolean not null,  -- to take part
    direction    smallint check (direction between 1 and 5),
    loan         numeric(19, 2),
    loan_purpose text,
    training     text,
    primary key (screening_id, person_id)
);
create index screening_member_person on screening_member (person_id, screening_id);
create trigger screening_member_kept before update or delete or truncate on screening_member
    for each statement execute function refuse_rewrite();

-- A wish that was turned down.
create table enrolment_decline (
    screening_id bigint not null,
    person_id    integer not null,
    declined_on  date not null,
    reason       text not null,
    account      text not null,
    recorded_at  timestamptz not null default clock_timestamp(),
    primary key (screening_id, person_id),
    foreign key (screening_id, person_id) references screening_member
);
create trigger enrolment_decline_kept before update or delete or truncate on enrolment_decline
    for each statement execute function refuse_rewrite();

-- A time in which the part that somebody takes rests. They stay enrolled: movement does not look here.
create table enrolment_suspension (
    id             bigint generated always as identity primary key,
    person_id      integer not null,
    valid_from     date not null,
    valid_to       date not null check (valid_to > valid_from),
    reason         text not null,
    end_reason     text, -- why they take part again, or no longer
    rev            bigint not null,
    superseded_rev bigint
);
create unique index enrolment_suspension_current on enrolment_suspension (person_id, valid_from)
    where superseded_rev is null;
call keep_facts('enrolment_suspension', 'person', 'person_id', 'person_id');

-- The desk counts promises that are due.
create index enrolment_due on enrolment (registration_due) where superseded_rev is null and registration_due is not null;
