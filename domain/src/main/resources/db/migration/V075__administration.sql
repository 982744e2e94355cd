-- Accounts of people: temporary passwords, open sessions, who is held up for wrong passwords; and the trail is searched.

alter table account add column must_change boolean not null default false; -- the password is temporary
alter table account add column password_at timestamptz;                    -- when it was last set; null: at the start

-- A session of the pages. The browser's cookie is the container's and another; a session holds while its row does.
create table page_session (
    id           uuid primary key default gen_random_uuid(),
    account_id   integer not null references account,
    began_at     timestamptz not null default clock_timestamp(),
    address      text not null,
    last_used_at timestamptz not null default clock_timestamp(), -- to a minute
    ended_at     timestamptz,
    ended_by     text,
    check ((ended_at is null) = (ended_by is null))
);
create index page_session_account on page_session (account_id, last_used_at);
create index page_session_open on page_session (last_used_at) where ended_at is null;

-- Who is held up, as the nodes count it in memory. A row that is taken away lifts the hold on every node.
create table sign_in_hold (
    account_id   integer not null references account,
    address      text not null,        -- '*': from everywhere
    failures     integer not null,
    last_at      timestamptz not null default clock_timestamp(),
    closed_until timestamptz not null,
    primary key (account_id, address)
);

-- The trail is searched by period (audit_at), account (audit_account), person (audit_person), and by action. Calls of
-- machines are most of it and are left out of the indexes of actions: they need none, nor pay for it.
create index audit_action on audit (action, at) where action <> 'call';
create index audit_account_action on audit (account, action, at) where action <> 'call';
