-- What the first start made of the empty database; one row, written when it was done.
create table installation (
    only_one      boolean primary key default true check (only_one),
    sample        text not null check (sample in ('REGION', 'ACCOUNTS', 'NONE')),
    business_date date,             -- stands in for today with the sample region
    completed_at  timestamptz       -- null: the first start was cut short and goes on at the next
);
