-- Large loads that wait are tried beside the queue: how far that is. What is found stands in load_effect.
create table load_trial (
    load_id     uuid primary key references load,
    state       text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'ABANDONED')),
    attempts    smallint not null default 0,
    progress    smallint not null default 0, -- percent
    node        text,
    fence       bigint,
    lease_until timestamptz,
    started_at  timestamptz,
    backend_pid integer
);
create index load_trial_open on load_trial (load_id) where state in ('WAITING', 'RUNNING');

-- Those that wait now and were too large to be tried until now.
insert into load_trial (load_id, state)
select id, 'WAITING' from load
where state = 'HELD' and accepted + ended > 20000 and not of_form
  and list in ('members', 'vital-events', 'occupations', 'registrations', 'enrolments', 'households', 'assistance')
  and id not in (select load_id from load_effect);
