-- The right to assistance: what officers record against it, what they decide, and the quarterly review.

-- Article 128 of the Social Code; item 1 (income above the line) is found by the test and never recorded.
create table refusal (
    id             bigint generated always as identity primary key,
    household_id   integer not null,
    on_date        date not null,
    kind           text not null check (kind in ('HOME_CHECK_REFUSED', 'COMMISSION_NEGATIVE', 'MEASURES_REFUSED',
                       'CONTRACT_BREACHED', 'FALSE_DATA')),
    document       text not null,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index refusal_current on refusal (household_id, kind, on_date) where superseded_rev is null;
call keep_facts('refusal', 'household', 'household_id', '');

-- Of several decisions on a household's applications in one quarter the last counts; none is ever changed.
create table assistance_decision (
    id             bigint generated always as identity primary key,
    household_id   integer not null references household,
    applied_on     date not null,
    recommended    text not null check (recommended in ('ENTITLED', 'ABOVE_LINE', 'REFUSED', 'NOT_KNOWN')),
    decided        text not null check (decided in ('CONDITIONAL', 'UNCONDITIONAL', 'REFUSED')),
    monthly_amount numeric(19, 2) check (monthly_amount >= 0),
    contract       text, -- the social contract
    reason         text not null,
    test           jsonb not null, -- inputs, parameters and lines, as TestJson writes them
    rules          text not null,
    account        text not null,
    decided_at     timestamptz not null default clock_timestamp(),
    check ((decided = 'REFUSED') = (monthly_amount is null)),
    check ((decided = 'CONDITIONAL') = (contract is not null))
);
create index assistance_decision_household on assistance_decision (household_id, id);
create trigger assistance_decision_kept before update or delete or truncate on assistance_decision
    for each statement execute function refuse_rewrite();

-- What assistance-review found, a row a household and quarter: nothing here is a fact, a later run makes it again.
create table assistance_review (
    quarter            date not null,
    household_id       integer not null,
    place              integer, -- where the household lives on the first day; null: not known
    members            integer not null,
    assigned           numeric(19, 2), -- tenge a month by the last spell of assistance
    outcome            text not null,
    monthly            numeric(19, 2), -- with the supplement; null without a right
    missing            text[] not null,
    previous_outcome   text,           -- of the last review of an earlier quarter that had the household
    previous_monthly   numeric(19, 2),
    change             text not null,
    primary key (quarter, household_id)
);
create index assistance_review_change on assistance_review (quarter, change, household_id);

create table assistance_review_run (
    quarter       date primary key,
    business_date date not null,
    reviewed_at   timestamptz not null default clock_timestamp(),
    run_id        uuid not null
);
