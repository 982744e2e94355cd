-- Answers that were computed once: as known on a closed moment they never change. Nothing here is a fact, and nothing is
-- lost with it, so it is not written to the log: after a crash of the database the table is empty, and is filled anew.
create unlogged table kept_answer (
    known_on timestamptz not null,
    rules    text not null,   -- the version of the definitions
    question text not null,
    content  text not null,
    size     integer not null generated always as (length(content)) stored,
    ahead    boolean not null, -- made before anybody asked: goes when there is a newer movement run
    seq      bigint not null generated always as identity,
    primary key (known_on, rules, question)
);
create index kept_answer_age on kept_answer (seq) where not ahead;
