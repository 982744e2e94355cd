-- Assignments of the collegium. What is asked of whom stays as it was given; how it stands is its last step, and none is changed.

create table assignment (
    id               integer generated always as identity primary key, -- its number
    body             text not null check (length(body) between 1 and 2000),
    owner            text references account (name), -- who answers for it,
    office           text check (length(office) between 1 and 200), -- or an office that nobody signs in for
    unit_id          integer not null references unit,
    due_on           date not null,                  -- the last day in time
    given_by         text not null references account (name),
    report_id        integer references report on delete set null, -- the report that it comes from
    indicator        text,                           -- the figure that it is about, and of when and where
    figure_as_of     date,
    figure_territory text,                           -- a KATO code or none; null: everyone
    check ((owner is null) <> (office is null)),
    check (owner is distinct from given_by),
    check ((indicator is null) = (figure_as_of is null)),
    check (figure_territory is null or indicator is not null)
);

create table assignment_step (
    assignment_id integer not null references assignment,
    nth           integer not null check (nth >= 1), -- two people who act at once cannot both take the same step
    state         text not null check (state in ('GIVEN', 'ACCEPTED', 'REPORTED', 'SENT_BACK', 'CLOSED')),
    by_account    text not null references account (name),
    at            timestamptz not null default clock_timestamp(), -- under the lock of AssignmentSql, so in the order of commits
    words         text check (length(words) between 1 and 2000), -- the answer or the reason
    primary key (assignment_id, nth),
    check ((nth = 1) = (state = 'GIVEN')),
    check (state not in ('REPORTED', 'SENT_BACK') or words is not null)
);
create index assignment_due on assignment (due_on, id);

create trigger assignment_kept before delete or truncate on assignment
    for each statement execute function refuse_rewrite();
-- a draft of a report may go, and with it the link to it: nothing else changes
create trigger assignment_fixed before update of id, body, owner, office, unit_id, due_on, given_by, indicator, figure_as_of,
    figure_territory on assignment for each statement execute function refuse_rewrite();
create trigger assignment_step_kept before update or delete or truncate on assignment_step
    for each statement execute function refuse_rewrite();
