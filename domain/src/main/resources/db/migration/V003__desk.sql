-- Accounts, audit trail, loads and job runs: what the program itself works with.

create table account (
    id            integer generated always as identity primary key,
    name          text not null unique,
    role          text not null check (role in ('ADMIN', 'COORDINATOR', 'AKIMAT', 'REGISTRY', 'LENDER')),
    unit_id       integer references unit,
    password_hash text not null,
    opens_persons boolean not null default false, -- granted to akimat staff one by one
    grant_reason  text,
    active        boolean not null default true,
    created_at    timestamptz not null default clock_timestamp(),
    check (not opens_persons or grant_reason is not null)
);

create table audit (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    account    text not null,
    action     text not null,      -- e.g. participant.view
    person_id  integer,            -- whom it showed, where it showed one
    details    jsonb,              -- never an IIN or a name
    outcome    text
);
create index audit_at on audit (at);
create index audit_person on audit (person_id, at) where person_id is not null;
create trigger audit_kept before update or delete or truncate on audit
    for each statement execute function refuse_rewrite();

-- ── loads ──────────────────────────────────────────────────────────────────────────────────────────

create table load (
    id             uuid primary key default gen_random_uuid(),
    seq            bigint generated always as identity unique, -- the order of receipt, in which loads are applied
    list           text not null,
    state          text not null check (state in ('RECEIVED', 'RUNNING', 'HELD', 'DONE', 'FAILED', 'WITHDRAWN')),
    held_because   text,            -- code, while HELD
    confirmed      boolean not null default false,
    dry_run        boolean not null,
    snapshot_on    date,
    source         occupation_source, -- of a snapshot of occupations
    unit_id        integer references unit, -- &kato=
    covers_to      date,
    account        text not null,
    account_unit   integer,         -- the territory of that account when it loaded
    file_name      text,
    media_type     text not null,
    file_size      bigint not null,
    file_hash      bytea not null,
    received_at    timestamptz not null default clock_timestamp(),
    started_at     timestamptz,
    ended_at       timestamptz,
    lease_until    timestamptz,
    fence          bigint,
    node           text,
    backend_pid    integer,
    progress       smallint not null default 0, -- percent
    rows           bigint not null default 0,
    accepted       bigint not null default 0,
    unchanged      bigint not null default 0,
    rejected       bigint not null default 0,
    skipped        bigint not null default 0,
    ended          bigint not null default 0,
    corrected      bigint not null default 0,
    rev            bigint references revision,
    withdrawn_rev  bigint references revision,
    withdrawn_by   text
);
create unique index load_rev on load (rev);
create index load_list on load (list, seq);
create index load_open on load (seq) where state in ('RECEIVED', 'RUNNING');
create index load_hash on load (file_hash);
create sequence load_fence;

create table load_chunk ( -- the file as it came
    load_id uuid not null references load,
    seq     integer not null,
    bytes   bytea not null,
    primary key (load_id, seq)
);
alter table load_chunk alter column bytes set storage external;

create table load_problem (
    load_id     uuid not null references load,
    seq         bigint not null,
    severity    text not null check (severity in ('ERROR', 'WARNING')),
    row_no      bigint not null,   -- 1 = first data row; 0 = the file
    column_name text,
    code        text not null,
    args        jsonb not null default '[]', -- what the sentence needs
    value       text,
    primary key (load_id, seq)
);

-- ── job runs ───────────────────────────────────────────────────────────────────────────────────────

create table job_run (
    id            uuid primary key default gen_random_uuid(),
    seq           bigint generated always as identity unique,
    job           text not null,
    business_date date not null,
    kind          text not null check (kind in ('SCHEDULED', 'ON_DEMAND')),
    "full"        boolean not null,
    state         text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    started_at    timestamptz not null default clock_timestamp(),
    ended_at      timestamptz,
    node          text not null,
    fence         bigint not null,
    lease_until   timestamptz not null,
    backend_pid   integer,
    counts        jsonb not null default '{}',
    error         text
);
create unique index job_run_one_at_a_time on job_run (job) where state = 'RUNNING';
create unique index job_run_once_a_date on job_run (job, business_date) where kind = 'SCHEDULED';
create index job_run_list on job_run (job, seq);
create sequence job_fence;

create table job_request ( -- a run that is wanted as soon as none runs
    job          text primary key,
    requested_at timestamptz not null
);
