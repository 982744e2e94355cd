-- The loan book: what lenders say of their loans is a fact with versions; what is computed from it can be made again.

create table lender (
    id        integer generated always as identity primary key,
    code      text not null unique, -- its name in answers
    kind      text not null check (kind in ('SPK', 'BANK', 'MFO', 'CREDIT_PARTNERSHIP')),
    name_kk   text not null,
    name_ru   text not null,
    name_en   text not null,
    -- what a repayment that comes in one sum pays first; what is over is principal ahead of time
    allotment text[] not null default
        '{OVERDUE_PRINCIPAL,OVERDUE_INTEREST,PENALTY,PRINCIPAL_DUE,INTEREST_DUE}'
);

-- Two accounts of one lender share its loans: one takes over from the other when secrets are rotated.
alter table account add column lender_id integer references lender;
insert into lender (code, kind, name_kk, name_ru, name_en)
select name, 'BANK', name, name, name from account where role = 'LENDER' order by id;
update account a set lender_id = l.id from lender l where l.code = a.name and a.role = 'LENDER';
alter table account add constraint account_lender check ((role = 'LENDER') = (lender_id is not null));

create table loan (
    id          bigint generated always as identity primary key,
    lender_id   integer not null references lender,
    contract_no text collate "C" not null check (length(contract_no) between 1 and 64), -- NFC, trimmed
    -- The head of the loan as it stands, kept by every writer for the list of a lender's loans; null inside the
    -- transaction that makes the loan. Taken under the lock of the watermark, as the stamp of the revision is: at or
    -- before a closed watermark there is no change that was not visible when that was closed.
    changed_at  timestamptz,
    status      text,
    unique (lender_id, contract_no)
);
create index loan_changed on loan (lender_id, changed_at, id);
create index loan_changed_status on loan (lender_id, status, changed_at, id);

-- The moment at which what this transaction has written will count as recorded; the last statement of a writer asks for
-- it. Volatile, so that the watermark is read after the lock was granted: see stamp_revision.
create function recording_moment() returns timestamptz language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(7204001);
    return greatest(clock_timestamp(), (select closed_at + interval '1 microsecond' from watermark));
end $$;

create table loan_version (
    id             bigint generated always as identity primary key,
    loan_id        bigint not null,
    no             integer not null, -- 1, 2, 3 … of the loan
    terms          jsonb not null,   -- all that the lender said, as LoanJson writes it; the columns repeat what is asked for
    person_id      integer not null references person,
    unit_id        integer references unit,
    status         text not null,
    purpose        text not null,
    principal      numeric(19, 2) not null,
    approved_on    date not null,
    rescheduled_on date,
    tranche_on     date[] not null,  -- what was paid out and when, in order; empty: nothing was
    tranche_amount numeric(19, 2)[] not null,
    -- Which version's terms make the schedule from which day on: {-infinity} and the own number, unless rescheduled.
    plan_from      date[] not null,
    plan_no        integer[] not null,
    taken_back     boolean not null, -- a status was sent in error once and taken back
    rev            bigint not null,
    superseded_rev bigint
);
create unique index loan_version_current on loan_version (loan_id) where superseded_rev is null;
create unique index loan_version_no on loan_version (loan_id, no);
create index loan_version_person on loan_version (person_id);
call keep_facts('loan_version', 'loan', 'loan_id', '');

create table repayment (
    id             bigint generated always as identity primary key,
    loan_id        bigint not null,
    payment_ref    text collate "C" not null check (length(payment_ref) between 1 and 64),
    paid_on        date not null,
    amount         numeric(19, 2) not null,
    principal      numeric(19, 2), -- the parts: all three or none
    interest       numeric(19, 2),
    penalty        numeric(19, 2),
    reversed       boolean not null,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index repayment_current on repayment (loan_id, payment_ref) where superseded_rev is null;
create index repayment_loan on repayment (loan_id) where superseded_rev is not null;
call keep_facts('repayment', 'loan', 'loan_id', '');

-- ── computed by loan-ageing ────────────────────────────────────────────────────────────────────────

-- One row a loan: from borders[n] on the n-th of each array holds. Days past due are counted from
-- overdue_since; width_bucket(day, borders) is the place of a day, 0 before the first. Amounts are in tiyn, and an array
-- of nothing but zeros or nulls is empty: the lines are the largest table of the loan book.
create table loan_line (
    loan_id           bigint primary key,
    person_id         integer not null,
    unit_id           integer,
    rescheduled_from  date, -- from that day on it ages by another schedule than its first; null: always by that
    borders           date[] not null,
    principal         bigint[] not null, -- outstanding
    interest          bigint[] not null,
    penalty           bigint[] not null,
    overdue_principal bigint[] not null,
    overdue_interest  bigint[] not null,
    overdue_penalty   bigint[] not null,
    overdue_since     date[] not null,           -- null elements: nothing is overdue
    due               bigint[] not null, -- cumulated, principal and interest
    paid              bigint[] not null,
    written_off       bigint[] not null,
    warnings          text[] not null, -- codes: for the coordinators' list
    not_checked       text[] not null
);
create index loan_line_person on loan_line (person_id);

-- The place of loan_line on the business date of the last run; a row is touched only when it changes or ages a bucket.
create table loan_standing (
    loan_id           bigint primary key,
    principal         numeric(19, 2) not null,
    interest          numeric(19, 2) not null,
    penalty           numeric(19, 2) not null,
    overdue_principal numeric(19, 2) not null,
    overdue_interest  numeric(19, 2) not null,
    overdue_penalty   numeric(19, 2) not null,
    overdue_since     date,
    bucket            smallint not null -- 0: none, 1: 1–30 days past due, 2: 31–60, 3: 61–90, 4: more
);

create table loan_freshness (
    only_one      boolean primary key default true check (only_one),
    fresh_as_of   timestamptz not null, -- the watermark up to which the last finished run has read
    business_date date not null,
    run_id        uuid,
    rules         text not null
);

-- ── batches ────────────────────────────────────────────────────────────────────────────────────────

create table loan_batch (
    id              uuid primary key default gen_random_uuid(),
    seq             bigint generated always as identity unique, -- the order of receipt
    lender_id       integer not null references lender,
    account         text not null,
    idempotency_key text collate "C", -- null: given free after 30 days
    body_hash       bytea,            -- null while it is RECEIVING
    dry_run         boolean not null,
    complete_on     date,
    state           text not null check (state in ('RECEIVING', 'RECEIVED', 'RUNNING', 'DONE', 'FAILED')),
    received_at     timestamptz not null default clock_timestamp(),
    started_at      timestamptz,
    ended_at        timestamptz,
    lease_until     timestamptz,
    fence           bigint,
    node            text,
    attempts        smallint not null default 0, -- since it last got on
    resumed         integer not null default 0,  -- how often it was taken up after a break
    body_size       bigint not null default 0,
    -- how far it is: all before the byte is done
    done_bytes      bigint not null default 0,
    done_lines      integer not null default 0,  -- of the file, blank ones included
    lines           integer not null default 0,
    accepted        integer not null default 0,
    unchanged       integer not null default 0,
    rejected        integer not null default 0,
    error           text -- code, when FAILED
);
create unique index loan_batch_key on loan_batch (lender_id, idempotency_key);
create index loan_batch_open on loan_batch (seq) where state in ('RECEIVING', 'RECEIVED', 'RUNNING');
create index loan_batch_lender on loan_batch (lender_id, seq);
create sequence loan_batch_fence;

create table loan_batch_chunk ( -- the body as it came
    batch_id uuid not null references loan_batch on delete cascade,
    seq      integer not null,
    bytes    bytea not null,
    primary key (batch_id, seq)
);
alter table loan_batch_chunk alter column bytes set storage external;

create table loan_batch_error (
    id       bigint generated always as identity primary key,
    batch_id uuid not null references loan_batch on delete cascade,
    line     integer not null, -- 1 = the first of the file
    field    text not null,
    code     text not null,
    args     jsonb not null default '[]'
);
create index loan_batch_error_list on loan_batch_error (batch_id, line, id);

create table loan_batch_named ( -- the contracts that the batch lists, for ?complete=
    batch_id    uuid not null references loan_batch on delete cascade,
    contract_no text collate "C" not null,
    primary key (batch_id, contract_no)
);

create table loan_batch_finding (
    batch_id    uuid not null references loan_batch on delete cascade,
    contract_no text collate "C" not null,
    code        text not null,
    primary key (batch_id, contract_no)
);
