-- Machines sign in with secrets of their own: several may hold at once, so that one takes over from another.

create table credential (
    id           integer generated always as identity primary key,
    account_id   integer not null references account,
    secret_hash  text not null,        -- PBKDF2, as account.password_hash
    created_at   timestamptz not null default clock_timestamp(),
    created_by   text not null,        -- the account of the administrator
    expires_at   timestamptz,          -- null: until it is revoked
    revoked_at   timestamptz,
    revoked_by   text,
    last_used_at timestamptz,          -- to some minutes: a secret is remembered so long
    check ((revoked_at is null) = (revoked_by is null))
);
create index credential_account on credential (account_id);

insert into credential (account_id, secret_hash, created_at, created_by)
select id, password_hash, created_at, 'first start' from account where role in ('REGISTRY', 'LENDER');

alter table account alter column password_hash drop not null;
update account set password_hash = null where role in ('REGISTRY', 'LENDER');
alter table account add constraint account_password
    check ((password_hash is null) = (role in ('REGISTRY', 'LENDER')));

-- Calls of machines are in the audit trail with what came of them and how long they took.
alter table audit add column latency_ms integer;
create index audit_account on audit (account, at);
