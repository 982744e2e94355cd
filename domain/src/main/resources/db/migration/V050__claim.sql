-- Published figures, as they were published: what the program makes of them is worked out whenever they are read.
create table claim (
    id          uuid primary key default gen_random_uuid(),
    seq         bigint generated always as identity unique,
    body        jsonb not null, -- as ClaimJson writes it
    account     text not null,  -- who handed it in
    recorded_at timestamptz not null default clock_timestamp()
);
